/** The addresses' own file; its library loads with the first one. */
import type { ExportedFile } from './formats.ts'
import type * as writer from './writers/writeContacts.ts'

export type ContactLine = writer.ContactLine

export async function writeContacts(
  ...asked: Parameters<typeof writer.writeContacts>
): Promise<ExportedFile> {
  return (await import('./writers/writeContacts.ts')).writeContacts(...asked)
}
