/** Puts a mail together for one person: words in their language, the harvest as it is now, and the way out. */
import { headlinesOf, type ExportedFile, type Report } from '@bordet/harvest'
import type { Language } from '@bordet/text'
import type { Exporter } from '../export/exporter.ts'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import { hallTimeZone } from '../http/hallTimeZone.ts'
import { readUrlOf, unsubscribeUrlOf } from '../http/links.ts'
import type { KeyRing } from '../keyRing.ts'
import type { Desks } from '../workshops/desks.ts'
import { loadMailWords } from './mailWords.ts'
import type { OutgoingMail } from './mailer.ts'
import type { ComposeOrder } from './mailQueue.ts'
import { writeMail } from './writeMail.ts'

export interface ComposerParts {
  desks: Desks
  exporter: Exporter
  keyRing: KeyRing
  publicUrl(): string
  now(): number
}

/** What all mails of one mailing in one language have in common. */
interface Enclosed {
  report: Report
  joinCode: string
  file: ExportedFile | null
}

/** The result rejects when the workshop cannot be opened or its file not be written. */
export function createComposer(parts: ComposerParts): (order: ComposeOrder) => Promise<OutgoingMail> {
  const { desks, exporter, keyRing, publicUrl, now } = parts
  /** Of one mailing: the next one has other files. */
  let cache: { mailingId: string; byLanguage: Map<Language, Promise<Enclosed>> } | null = null

  async function enclose({ workshopId, format }: ComposeOrder['mailing'], language: Language) {
    const desk = await desks.open(workshopId)
    if (!desk) throw new Error('the workshop is gone')
    const report = await harvestReport(desk, now(), desks)
    const { joinCode } = desk.state
    if (format === 'link') return { report, joinCode, file: null }
    return {
      report,
      joinCode,
      file: await exporter.write(report, harvestFormatSchema.parse(format), language),
    }
  }

  function enclosed({ mailing, language }: ComposeOrder): Promise<Enclosed> {
    if (cache?.mailingId !== mailing.id) cache = { mailingId: mailing.id, byLanguage: new Map() }
    const { byLanguage } = cache
    const known = byLanguage.get(language)
    if (known) return known
    const made = enclose(mailing, language)
    byLanguage.set(language, made)
    made.catch(() => byLanguage.delete(language))
    return made
  }

  return async (order) => {
    const { mail, mailing, contact, language, to } = order
    const { report, joinCode, file } = await enclosed(order)
    // The mail's, whose hash is kept; it takes the address away from all who gave it.
    const unsubscribeUrl = unsubscribeUrlOf(publicUrl(), keyRing, mailing.workshopId, mail.contactId)
    const words = writeMail({
      say: await loadMailWords(language),
      language,
      title: report.title,
      owner: report.owner,
      headlines: await headlinesOf(report, language),
      note: mailing.note,
      until: contact.deleteAt,
      timeZone: hallTimeZone,
      readUrl: file ? null : readUrlOf(publicUrl(), keyRing, { id: mailing.workshopId, joinCode }),
      unsubscribeUrl,
    })
    return { ...words, messageId: mail.messageId, to, language, unsubscribeUrl, attachment: file, at: now() }
  }
}
