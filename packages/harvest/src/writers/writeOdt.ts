/**
 * The report as an OpenDocument text (ODF 1.3): real headings, lists and tables with header rows, a table of contents
 * that is filled in, and languages for voices and spelling. Written by hand: ODF libraries for Node read more than they write.
 */
import type { Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { composeDocument } from '../composeDocument.ts'
import {
  footerOf,
  otherThan,
  shownCaption,
  type Block,
  type DocumentImage,
  type HarvestDocument,
  type Languages,
  type TableLanguages,
} from '../document.ts'
import type { HarvestImages } from '../images.ts'
import { isRightToLeft } from '../isRightToLeft.ts'
import type { Report } from '../model.ts'
import { loadWords, officeLanguages } from '../words.ts'
import { layTable } from './columnShares.ts'
import { fitImage, mapBox, photoBox } from './fitImage.ts'
import { odtColumnStyles, odtLanguageStyles, odtNamespaces, odtStyles, odtTableStyles } from './odtStyles.ts'
import { isLeadIn, stretchesOf } from './stretches.ts'

const mimeType = 'application/vnd.oasis.opendocument.text'

export async function writeOdt(
  report: Report,
  language: Language,
  images?: HarvestImages,
): Promise<Uint8Array> {
  return drawOdt(await composeDocument(report, language, images))
}

export async function drawOdt(document: HarvestDocument): Promise<Uint8Array> {
  const { language, notesLanguage, writtenAt } = document
  const say = await loadWords(language)
  const pictures = picturesOf(document.blocks)
  const files: Zippable = {
    // First and as it is: this is how the file tells what it is.
    mimetype: [strToU8(mimeType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestOf([...pictures.values()])),
    'meta.xml': strToU8(metaOf(document)),
    'styles.xml': strToU8(odtStyles(language, notesLanguage, escapeMarkup(footerOf(document)))),
    'content.xml': strToU8(contentOf(document, say('contents'), pictures)),
  }
  for (const [{ bytes }, path] of pictures) files[path] ??= [bytes, { level: 0 }]
  return zipSync(files, { mtime: new Date(writtenAt) })
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>'

/** Where each picture lies in the file. One that stands there twice lies there once. */
type Pictures = ReadonlyMap<DocumentImage, string>

function picturesOf(blocks: readonly Block[]): Pictures {
  const paths = new Map<Uint8Array, string>()
  const images = blocks.flatMap((block) => {
    if (block.kind === 'image') return [block.image]
    return (block.kind === 'note' || block.kind === 'quote') && block.photo ? [block.photo] : []
  })
  return new Map(
    images.map((image): [DocumentImage, string] => {
      const path = paths.get(image.bytes) ?? `Pictures/${paths.size + 1}.${image.type}`
      paths.set(image.bytes, path)
      return [image, path]
    }),
  )
}

function manifestOf(pictures: readonly string[]): string {
  const entries = [...new Set(pictures)].map(
    (path) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="image/${path.endsWith('.png') ? 'png' : 'jpeg'}"/>`,
  )
  return manifest.replace('</manifest:manifest>', `${entries.join('\n')}\n</manifest:manifest>`)
}

const manifest = `${xmlHead}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimeType}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

function metaOf({ title, language, writtenAt }: HarvestDocument): string {
  return `${xmlHead}<office:document-meta ${odtNamespaces} office:version="1.3"><office:meta><meta:generator>Bordet</meta:generator><dc:title>${escapeMarkup(title)}</dc:title><dc:language>${officeLanguages[language]}</dc:language><meta:creation-date>${new Date(writtenAt).toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>`
}

function contentOf(document: HarvestDocument, contents: string, pictures: Pictures): string {
  const { eyebrow, title, titleLanguage, language, lead, facts, intro, notices, blocks } = document
  const stretches = stretchesOf(blocks)
  /** Styles that begin a page of another shape, by name. */
  const turned = new Map<string, string>()
  const body = [
    paragraph('Eyebrow', eyebrow),
    paragraph('Title', title, otherThan(language, titleLanguage)),
    paragraph('Lead', lead),
    table({ caption: eyebrow, rows: facts.map(([label, value]) => [label, value]) }, 'facts', language),
    paragraph('Quiet', intro),
    ...notices.map((notice) => paragraph('Notice', notice)),
    contentsOf(document, contents),
    ...stretches.flatMap(({ blocks: its, from, isWide }) =>
      its.map((block, index) => {
        const drawn = blockOf(block, from + index, document, pictures)
        return index === 0 && from > 0 ? onNewPage(drawn, isWide, turned) : drawn
      }),
    ),
  ]
  const columns = blocks.flatMap((block, at) =>
    block.kind === 'table' ? odtColumnStyles(`table-${at}`, layTable(block.head, block.rows)) : [],
  )
  return `${xmlHead}<office:document-content ${odtNamespaces} office:version="1.3"><office:automatic-styles>${odtTableStyles()}${columns.join('')}${[...turned.values()].join('')}${odtLanguageStyles()}</office:automatic-styles><office:body><office:text>${body.join('\n')}</office:text></office:body></office:document-content>`
}

/**
 * ODF 1.3, 19.504: a page of another shape begins where the style of a paragraph names it. Tables have none, but stand
 * behind a heading or a text.
 */
function onNewPage(drawn: string, isWide: boolean, turned: Map<string, string>): string {
  const page = isWide ? 'Wide' : 'Standard'
  return drawn.replace(/^(<text:[hp] text:style-name=")([^"]+)"/, (_, start: string, parent: string) => {
    const name = `${parent}_on_${page}`
    turned.set(
      name,
      `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}" style:master-page-name="${page}"><style:paragraph-properties fo:break-before="auto"/></style:style>`,
    )
    return `${start}${name}"`
  })
}

function contentsOf({ blocks, language }: HarvestDocument, title: string): string {
  const entries = blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level < 3
      ? [
          `<text:p text:style-name="Contents_20_${block.level}"><text:a xlink:type="simple" xlink:href="#part-${at}" text:style-name="ContentsLink" text:visited-style-name="ContentsLink">${words(block.text, otherThan(language, block.language))}</text:a></text:p>`,
        ]
      : [],
  )
  return `<text:table-of-content text:name="contents" text:protected="false"><text:table-of-content-source text:outline-level="2"><text:index-title-template text:style-name="Contents_20_Heading">${escapeMarkup(title)}</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title text:name="contents_Head"><text:p text:style-name="Contents_20_Heading">${escapeMarkup(title)}</text:p></text:index-title>${entries.join('')}</text:index-body></text:table-of-content>`
}

const looks = { asked: 'Asked', quiet: 'Quiet', notice: 'Notice' } as const

function blockOf(block: Block, at: number, document: HarvestDocument, pictures: Pictures): string {
  const { language, notesLanguage, blocks } = document
  const other = (own: Language | undefined) => otherThan(language, own)
  const otherNote = (own: Language | undefined) => otherThan(notesLanguage, own)
  switch (block.kind) {
    case 'heading':
      return `<text:h text:style-name="${at === 0 ? 'FirstHeading' : `Heading_20_${block.level}`}" text:outline-level="${block.level}"><text:bookmark text:name="part-${at}"/>${words(block.text, other(block.language))}</text:h>`
    case 'paragraph':
      return paragraph(
        isLeadIn(blocks, at) && !block.look
          ? 'LeadIn'
          : isLeadIn(blocks, at) && block.look === 'quiet'
            ? 'QuietLeadIn'
            : block.look
              ? looks[block.look]
              : 'Text_20_body',
        block.text,
        block.look === 'asked' ? otherNote(block.language ?? language) : other(block.language),
      )
    case 'list':
      return `<text:list text:style-name="Points">${block.items.map((item, index) => `<text:list-item>${paragraph('Text_20_body', item, other(block.languages?.[index]))}</text:list-item>`).join('')}</text:list>`
    case 'note':
      return `${photoOf(block.photo, 'NotePhoto', pictures)}${paragraph(isRightToLeft(block.text) ? 'NoteRtl' : 'Note', block.text, otherNote(block.language))}${paragraph('NoteSource', block.dots === null ? block.source : `${block.dots} · ${block.source}`)}`
    case 'quote':
      return `${photoOf(block.photo, 'QuotedPhoto', pictures)}${paragraph(isRightToLeft(block.text) ? 'NoteRtl' : 'QuotedNote', block.text, otherNote(block.language))}${paragraph('QuoteSource', block.source)}`
    case 'image':
      return `<text:p text:style-name="NotePhoto">${frameOf(block.image, mapBox, pictures)}</text:p>${paragraph('Quiet', block.caption)}`
    case 'table':
      return `${captionOf(document, at)}${table(block, `table-${at}`, language)}`
    default:
      return block satisfies never
  }
}

function photoOf(photo: DocumentImage | undefined, style: string, pictures: Pictures): string {
  return photo ? `<text:p text:style-name="${style}">${frameOf(photo, photoBox, pictures)}</text:p>` : ''
}

/** ODF 1.3, 10.4.2: anchored as a letter, so that it stays with its note; `svg:desc` is the alternative text. */
function frameOf(image: DocumentImage, box: { width: number; height: number }, pictures: Pictures): string {
  const { width, height } = fitImage(image, box)
  return `<draw:frame draw:style-name="Picture" text:anchor-type="as-char" svg:width="${width.toFixed(1)}mm" svg:height="${height.toFixed(1)}mm"><draw:image xlink:href="${pictures.get(image) ?? ''}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>${escapeMarkup(image.alt)}</svg:desc></draw:frame>`
}

/** `other` where the text is not in the language of the style. */
function paragraph(style: string, text: string, other?: Language): string {
  return `<text:p text:style-name="${style}">${words(text, other)}</text:p>`
}

function captionOf({ blocks, language }: HarvestDocument, at: number): string {
  const caption = shownCaption(blocks, at)
  const block = blocks[at]
  if (caption === null || block?.kind !== 'table') return ''
  return paragraph('Caption', caption, otherThan(language, block.languages?.caption))
}

/** In letters. A row is not parted at the foot of a page unless it is as high as a good part of one. */
const mostKept = 900

interface TableInput {
  caption: string
  head?: readonly string[]
  rows: readonly (readonly string[])[]
  languages?: TableLanguages
}

function table({ caption, head, rows, languages }: TableInput, name: string, language: Language): string {
  const columns = head?.length ?? rows[0]?.length ?? 0
  if (columns === 0) return ''
  const { letters, isWide } = layTable(head ?? Array.from({ length: columns }, () => ''), rows)
  const sized = (style: string) => (letters === 'small' && head ? `Small${style}` : style)
  const cellOf = (text: string, style: string, own: Language | undefined) =>
    `<table:table-cell table:style-name="${style === 'CellHead' ? 'HeadCell' : 'Cell'}" office:value-type="string">${paragraph(`${sized(style)}${isRightToLeft(text) ? 'Rtl' : ''}`, text, otherThan(language, own))}</table:table-cell>`
  const row = (cells: readonly string[], style: string, its: Languages = []) =>
    `<table:table-row table:style-name="${cells.every((cell) => cell.length < mostKept) ? 'Row' : 'LongRow'}">${Array.from({ length: columns }, (_, index) => cellOf(cells[index] ?? '', style, its[index])).join('')}</table:table-row>`
  const headRow = head
    ? `<table:table-header-rows>${row(head, 'CellHead', languages?.head)}</table:table-header-rows>`
    : ''
  return `<table:table table:name="${name}" table:style-name="${isWide && head ? 'WideGrid' : 'Grid'}"><table:title>${escapeMarkup(caption)}</table:title>${Array.from({ length: columns }, (_, index) => `<table:table-column table:style-name="${head ? `${name}-${index}` : index === 0 ? 'FactLabel' : 'FactValue'}"/>`).join('')}${headRow}${rows.map((cells, index) => row(cells, 'CellText', languages?.rows[index])).join('')}</table:table><text:p text:style-name="Gap"/>`
}

/** ODF collapses blanks as HTML does: several, and those at the ends of lines, are said in elements. */
function words(text: string, other?: Language): string {
  const shown = text
    .split('\n')
    .map((line) =>
      escapeMarkup(line)
        .replaceAll('\t', '<text:tab/>')
        .replace(/^ +| +$| {2,}/g, (blanks) => `<text:s text:c="${blanks.length}"/>`),
    )
    .join('<text:line-break/>')
  return other ? `<text:span text:style-name="In_${other}">${shown}</text:span>` : shown
}
