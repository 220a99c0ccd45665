/** The report as one web page: no script, nothing from elsewhere, headings and tables that screen readers know. */
import type { Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import { composeDocument } from '../composeDocument.ts'
import { otherThan, shownCaption, type Block, type DocumentImage, type HarvestDocument } from '../document.ts'
import type { HarvestImages } from '../images.ts'
import type { Report } from '../model.ts'
import { loadWords } from '../words.ts'
import { columnShares, onPaper } from './columnShares.ts'
import { htmlStyle } from './htmlStyle.ts'

export async function writeHtml(
  report: Report,
  language: Language,
  images?: HarvestImages,
): Promise<Uint8Array> {
  return drawHtml(await composeDocument(report, language, images))
}

export async function drawHtml(document: HarvestDocument): Promise<Uint8Array> {
  const { language } = document
  const say = await loadWords(language)
  const headings = document.blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level < 3 ? [{ ...block, at }] : [],
  )
  const contents = headings
    .map(
      ({ level, text, at, language: own }) =>
        `<li class="level-${level}"><a href="#part-${at}"${langOf(own, document)}>${escapeMarkup(text)}</a></li>`,
    )
    .join('\n')
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeMarkup(`${document.eyebrow} – ${document.title}`)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<p class="eyebrow">${escapeMarkup(document.eyebrow)}</p>
<h1 dir="auto"${langOf(document.titleLanguage, document)}>${lines(document.title)}</h1>
<p class="lead">${escapeMarkup(document.lead)}</p>
<dl>${document.facts.map(([label, value]) => `<div><dt>${escapeMarkup(label)}</dt><dd>${lines(value)}</dd></div>`).join('')}</dl>
<p class="quiet">${escapeMarkup(document.intro)}</p>
${document.notices.map((notice) => `<p class="notice">${escapeMarkup(notice)}</p>`).join('\n')}
</header>
<nav aria-labelledby="contents"><h2 id="contents">${escapeMarkup(say('contents'))}</h2><ol>
${contents}
</ol></nav>
<main>
${blocksOf(document)}
</main>
</body>
</html>
`
  return new TextEncoder().encode(page)
}

/** The attribute, where a text is not in the page's own language. */
function langOf(own: Language | undefined, { language }: HarvestDocument): string {
  const other = otherThan(language, own)
  return other === undefined ? '' : ` lang="${other}"`
}

/** Notes that follow each other are one list. */
function blocksOf(document: HarvestDocument): string {
  const html: string[] = []
  let isInNotes = false
  for (const [at, block] of document.blocks.entries()) {
    const isNote = block.kind === 'note'
    if (isNote && !isInNotes) html.push('<ul class="notes">')
    if (!isNote && isInNotes) html.push('</ul>')
    isInNotes = isNote
    html.push(blockOf(block, at, document))
  }
  if (isInNotes) html.push('</ul>')
  return html.join('\n')
}

function blockOf(block: Block, at: number, document: HarvestDocument): string {
  const lang = (own: Language | undefined) => langOf(own, document)
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} id="part-${at}" dir="auto"${lang(block.language)}>${lines(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p${block.look ? ` class="${block.look}"` : ''} dir="auto"${lang(block.language)}>${lines(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item, index) => `<li dir="auto"${lang(block.languages?.[index])}>${lines(item)}</li>`).join('')}</ul>`
    case 'note': {
      const dots = block.dots === null ? '' : `<b>${escapeMarkup(block.dots)}</b> · `
      return `<li id="note-${escapeMarkup(block.id)}">${photoOf(block.photo)}<p dir="auto"${lang(block.language ?? document.notesLanguage)}>${lines(block.text)}</p><p class="source" dir="auto">${dots}${escapeMarkup(block.source)}</p></li>`
    }
    case 'quote':
      return `<figure>${photoOf(block.photo)}<blockquote dir="auto"${lang(block.language ?? document.notesLanguage)}>${lines(block.text)}</blockquote><figcaption class="source">${escapeMarkup(block.source)}</figcaption></figure>`
    case 'image':
      return `<figure class="map">${imageOf(block.image)}<figcaption class="source">${escapeMarkup(block.caption)}</figcaption></figure>`
    case 'table':
      return tableOf(block, at, document)
    default:
      return block satisfies never
  }
}

function photoOf(photo: DocumentImage | undefined): string {
  return photo ? imageOf(photo, 'photo') : ''
}

/** In the page itself: one file, and nothing that is asked of anybody. */
function imageOf({ bytes, type, width, height, alt }: DocumentImage, look = ''): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return `<img${look === '' ? '' : ` class="${look}"`} src="data:image/${type === 'jpg' ? 'jpeg' : 'png'};base64,${data}" width="${width}" height="${height}" alt="${escapeMarkup(alt.replaceAll('\n', ' '))}">`
}

/** Beside the text, where the screen has room for them. */
const manyColumns = 4
/** As wide as a phone shows beside each other, in letters. */
const phone = 38

function tableOf(
  { caption, head, rows, languages }: Extract<Block, { kind: 'table' }>,
  at: number,
  document: HarvestDocument,
): string {
  const lang = (own: Language | undefined) => langOf(own, document)
  const shown = shownCaption(document.blocks, at)
  const look = lookOf(head, rows)
  // What a style shows as blocks is no table to screen readers, unless it says so.
  const role = (name: string) => (look === 'stacked' ? ` role="${name}"` : '')
  const shares = columnShares(head, rows, onPaper.upright)
  const heads = head
    .map(
      (name, column) =>
        `<th scope="col"${look === 'figures' ? '' : ` style="width:${((shares[column] ?? 0) * 100).toFixed(1)}%"`}${role('columnheader')} dir="auto"${lang(languages?.head[column])}>${lines(name)}</th>`,
    )
    .join('')
  const body = rows.map((cells, row) => {
    const its = languages?.rows[row]
    const drawn = head.map((name, column) => {
      const label = look === 'stacked' && column > 0 ? ` data-label="${escapeMarkup(oneLine(name))}"` : ''
      return `<td${role('cell')}${label} dir="auto"${lang(its?.[column])}>${lines(cells[column] ?? '')}</td>`
    })
    return `<tr${role('row')}>${drawn.join('')}</tr>`
  })
  const name = ` aria-label="${escapeMarkup(oneLine(caption))}"`
  const own = lang(languages?.caption)
  const title = shown === null ? '' : `<caption dir="auto"${own}>${escapeMarkup(shown)}</caption>`
  const back = own === '' ? '' : ` lang="${document.language}"`
  return `<div class="wide${head.length > manyColumns ? ' many' : ''}" role="region" tabindex="0"${name}${own}><table class="${look}"${role('table')}${shown === null ? name : ''}${back}>${title}<thead${role('rowgroup')}><tr${role('row')}>${heads}</tr></thead><tbody${role('rowgroup')}>${body.join('\n')}</tbody></table></div>`
}

/** On a phone figures are scrolled sideways, since they are compared; words are read row by row. */
function lookOf(head: readonly string[], rows: readonly string[][]): 'figures' | 'stacked' | 'plain' {
  const isFigures = rows.every((cells) =>
    cells.slice(1).every((cell) => !cell.includes('\n') && cell.length <= 14),
  )
  if (head.length > 2 && isFigures) return 'figures'
  const widest = head.map((name, column) =>
    rows.reduce((most, cells) => Math.max(most, cells[column]?.length ?? 0), name.length),
  )
  return head.length > 2 && widest.reduce((sum, one) => sum + one, 0) > phone ? 'stacked' : 'plain'
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

function lines(text: string): string {
  return text.split('\n').map(escapeMarkup).join('<br>')
}
