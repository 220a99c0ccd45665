/** The report as one web page: no script, nothing from elsewhere, headings and tables that screen readers know. */
import type { Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import { composeDocument } from '../composeDocument.ts'
import type { Block, DocumentImage, HarvestDocument } from '../document.ts'
import type { HarvestImages } from '../images.ts'
import type { Report } from '../model.ts'
import { loadWords } from '../words.ts'
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
      ({ level, text, at }) =>
        `<li class="level-${level}"><a href="#part-${at}">${escapeMarkup(text)}</a></li>`,
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
<h1${langOf(document)}>${lines(document.title)}</h1>
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

function langOf({ language, notesLanguage }: HarvestDocument): string {
  return language === notesLanguage ? '' : ` lang="${notesLanguage}"`
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
  const lang = langOf(document)
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} id="part-${at}">${lines(block.text)}</h${block.level + 1}>`
    case 'paragraph':
      return `<p${block.look ? ` class="${block.look}"` : ''}>${lines(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`
    case 'note': {
      const dots = block.dots === null ? '' : `<b>${escapeMarkup(block.dots)}</b> · `
      return `<li id="note-${escapeMarkup(block.id)}">${photoOf(block.photo)}<p dir="auto"${lang}>${lines(block.text)}</p><p class="source">${dots}${escapeMarkup(block.source)}</p></li>`
    }
    case 'quote':
      return `<figure>${photoOf(block.photo)}<blockquote dir="auto"${lang}>${lines(block.text)}</blockquote><figcaption class="source">${escapeMarkup(block.source)}</figcaption></figure>`
    case 'image':
      return `<figure class="map">${imageOf(block.image)}<figcaption class="source">${escapeMarkup(block.caption)}</figcaption></figure>`
    case 'table':
      return tableOf(block)
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

function tableOf({ caption, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const heads = head.map((name) => `<th scope="col">${lines(name)}</th>`).join('')
  const body = rows.map(
    (cells) => `<tr>${head.map((_, index) => `<td>${lines(cells[index] ?? '')}</td>`).join('')}</tr>`,
  )
  return `<div class="wide" role="region" tabindex="0" aria-label="${escapeMarkup(caption)}"><table><caption>${escapeMarkup(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}

function lines(text: string): string {
  return text.split('\n').map(escapeMarkup).join('<br>')
}
