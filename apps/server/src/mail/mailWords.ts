/** The words of mails, and of the pages they lead to, one language at a time. */
import { speak, type Language } from '@bordet/text'
import type sv from '@bordet/text/mail/sv'
import type { SayMail } from './writeMail.ts'

const catalogues = {
  sv: () => import('@bordet/text/mail/sv'),
  da: () => import('@bordet/text/mail/da'),
  nb: () => import('@bordet/text/mail/nb'),
  en: () => import('@bordet/text/mail/en'),
}

export async function loadMailWords(language: Language): Promise<SayMail> {
  return speak<typeof sv>((await catalogues[language]()).default, language)
}
