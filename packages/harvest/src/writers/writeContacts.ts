/** Addresses of those who want the harvest, as CSV for a mailing: apart from every file with notes. */
import type { Language } from '@bordet/text'
import { safeInFileName } from '@bordet/text/fileName'
import type { ExportedFile } from '../formats.ts'
import { loadWords } from '../words.ts'
import { csvOf } from './writeCsv.ts'

export interface ContactLine {
  email: string
  /** Name and address, a line each. */
  postal: string
  language: string
  /** Names of the working groups that may contact this person. */
  groups: readonly string[]
}

export async function writeContacts(
  contacts: readonly ContactLine[],
  place: string,
  language: Language,
): Promise<ExportedFile> {
  const say = await loadWords(language)
  const header = [say('contactEmail'), say('contactPostal'), say('contactLanguage'), say('contactGroups')]
  const rows = contacts.map(({ email, postal, language: own, groups }) => [
    email,
    postal,
    own,
    groups.join(', '),
  ])
  return {
    bytes: csvOf(header, rows),
    mimeType: 'text/csv; charset=utf-8',
    fileName: `${[say('contactsFile'), safeInFileName(place)].filter((part) => part !== '').join(' – ')}.csv`,
  }
}
