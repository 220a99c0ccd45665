/** Reads the exported report and spreadsheet back, with libraries that know nothing of how we write them. */
import mammoth from 'mammoth'
import { readSheet } from 'read-excel-file/node'

/** One note as a reader of the file finds it. `where` is the line that says table and round. */
export interface FoundNote {
  question: string
  zone: string
  text: string
  where: string
}

/** Notes of a DOCX's appendix, its last part, by the headings they stand under: level 2 the question, level 3 the zone. */
export async function notesInDocx(
  bytes: Uint8Array,
): Promise<{ headings: string[]; paragraphs: FoundNote[] }> {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  const headings: string[] = []
  const paragraphs: FoundNote[] = []
  let question = ''
  let zone = ''
  for (const [, tag = '', inner = ''] of html.matchAll(/<(h[1-6]|p|td)[^>]*>(.*?)<\/\1>/gs)) {
    const text = plain(inner)
    if (tag === 'h1') paragraphs.length = 0
    else if (tag === 'h2') [question, zone] = [text, '']
    else if (tag === 'h3') zone = text
    else paragraphs.push({ question, zone, text, where: '' })
    if (tag.startsWith('h')) headings.push(text)
  }
  // The label with table and round follows its note.
  return {
    headings,
    paragraphs: paragraphs.map((paragraph, index) => ({
      ...paragraph,
      where: paragraphs[index + 1]?.text ?? '',
    })),
  }
}

export async function rowsInXlsx(bytes: Uint8Array): Promise<string[][]> {
  const rows = await readSheet(Buffer.from(bytes), 1)
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

function plain(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
