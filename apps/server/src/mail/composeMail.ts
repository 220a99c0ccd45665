/** Puts a mail together for one person: words in their language, the harvest as the mailing keeps it, and the way out. */
import { pickLanguage } from '@bordet/text'
import type { Exporter } from '../export/exporter.ts'
import { hallTimeZone } from '../hallTimeZone.ts'
import { readUrlOf, unsubscribeUrlOf } from '../links.ts'
import type { KeyRing } from '../keyRing.ts'
import type { MailingMatter, Storage } from '../storage/storage.ts'
import type { Desks } from '../workshops/desks.ts'
import { encloseHarvest, mailFactsSchema } from './encloseHarvest.ts'
import { loadMailWords } from './mailWords.ts'
import type { OutgoingMail } from './mailer.ts'
import type { ComposeOrder } from './mailQueue.ts'
import { writeMail } from './writeMail.ts'

export interface ComposerParts {
  storage: Pick<Storage, 'mailingMatter' | 'saveMailingMatter'>
  desks: Desks
  exporter: Exporter
  keyRing: KeyRing
  publicUrl(): string
  now(): number
}

/** Read once for many mails, also where the tries of several mailings cross. A file may have some megabytes. */
const mostKept = 4

/** The result rejects when the workshop cannot be opened or its file not be written. */
export function createComposer(parts: ComposerParts): (order: ComposeOrder) => Promise<OutgoingMail> {
  const { storage, desks, exporter, keyRing, publicUrl, now } = parts
  /** By mailing and language, the last used last. */
  const kept = new Map<string, MailingMatter>()

  async function matterFor({ mailing, language }: ComposeOrder): Promise<MailingMatter> {
    const name = `${mailing.id} ${language}`
    const matter =
      kept.get(name) ?? (await storage.mailingMatter(mailing.id, language)) ?? (await matterNow())
    kept.delete(name)
    kept.set(name, matter)
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
    return matter

    /** Of a mailing from before it was kept, or that is sent again after it was done. */
    async function matterNow(): Promise<MailingMatter> {
      const desk = await desks.open(mailing.workshopId)
      if (!desk) throw new Error('the workshop is gone')
      const [made] = await encloseHarvest({ desk, desks, exporter, now: now() }, mailing.format, [language])
      if (!made) throw new Error('a language has its file')
      await storage.saveMailingMatter(mailing.id, made)
      return made
    }
  }

  return async (order) => {
    const { mail, mailing, contact, to } = order
    const matter = await matterFor(order)
    const { file } = matter
    const language = pickLanguage([matter.language])
    const { joinCode, digest } = mailFactsSchema.parse(matter.facts)
    // The mail's, whose hash is kept; it takes the address away from all who gave it.
    const unsubscribeUrl = unsubscribeUrlOf(publicUrl(), keyRing, mailing.workshopId, mail.contactId)
    const words = writeMail({
      say: await loadMailWords(language),
      digest,
      note: mailing.note,
      timeZone: hallTimeZone,
      readUrl: file ? null : readUrlOf(publicUrl(), keyRing, { id: mailing.workshopId, joinCode }),
      kept: { until: contact.deleteAt, unsubscribeUrl },
    })
    return { ...words, messageId: mail.messageId, to, language, unsubscribeUrl, attachment: file, at: now() }
  }
}
