/** Reads a PDF again as a program for reading aloud would: words, structure, bookmarks, and what the document says of itself. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'

export interface PdfNode {
  role: string
  alt?: string | undefined
  /** Where it is not the document's. */
  lang?: string | undefined
  children: PdfNode[]
}

/** Where letters stand: millimetres from the top left corner of the page to the left end of their base line. */
export interface ReadLetters {
  text: string
  x: number
  y: number
  width: number
  /** Points. */
  size: number
}

export interface ReadPage {
  text: string
  letters: ReadLetters[]
  tree: PdfNode
}

export interface ReadPdf {
  pages: ReadPage[]
  bookmarks: string[]
  language: string | null
  title: string
  showsTitle: boolean
  isTagged: boolean
  xmp: string
  /** Names of the fonts that are inside the file, and of those that are only named. */
  fonts: { inside: string[]; missing: string[] }
}

const nodeSchema: z.ZodType<PdfNode> = z.object({
  role: z.string(),
  alt: z.string().optional(),
  lang: z.string().optional(),
  children: z.array(z.lazy(() => nodeSchema)),
})

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const preferences = z
    .map(z.string(), z.unknown())
    .nullable()
    .parse(await document.getViewerPreferences())
  const marks = z
    .map(z.string(), z.unknown())
    .nullable()
    .parse(await document.getMarkInfo())
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const tree = nodesOnly(await page.getStructTree())
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    const letters = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? lettersOf(item, page.view[3] ?? 0) : [],
    )
    pages.push({ text, letters, tree: nodeSchema.parse(tree) })
  }
  const facts = z.object({ Title: z.string().default(''), Language: z.string().nullish() }).parse(info)
  const outline = await document.getOutline()
  await task.destroy()
  return {
    pages,
    bookmarks: (outline ?? []).map(({ title }) => title),
    language: facts.Language ?? null,
    title: facts.Title,
    showsTitle: preferences?.get('DisplayDocTitle') === true,
    isTagged: marks?.get('Marked') === true,
    xmp: String(metadata?.getRaw() ?? ''),
    fonts: fontsOf(bytes),
  }
}

const mm = 25.4 / 72

function lettersOf(
  item: { str: string; transform: number[]; width: number },
  pageHeight: number,
): ReadLetters {
  const [, , , size = 0, x = 0, y = 0] = item.transform
  const toMm = (points: number) => Math.round(points * mm * 100) / 100
  return { text: item.str, x: toMm(x), y: toMm(pageHeight - y), width: toMm(item.width), size }
}

/** All nodes of a role, in reading order. */
export function nodesOf(node: PdfNode, role: RegExp): PdfNode[] {
  const below = node.children.flatMap((child) => nodesOf(child, role))
  return role.test(node.role) ? [node, ...below] : below
}

const looseNode = z.object({
  role: z.string(),
  alt: z.string().optional(),
  lang: z.string().optional(),
  children: z.array(z.unknown()),
})

/** Without the leaves, which are numbers of drawn content. */
function nodesOnly(tree: unknown): PdfNode {
  const node = looseNode.safeParse(tree).data
  if (!node) return { role: 'none', children: [] }
  const children = node.children.filter((child) => looseNode.safeParse(child).success).map(nodesOnly)
  return { role: node.role, alt: node.alt, lang: node.lang, children }
}

/** pdfkit writes dictionaries in the open; a descriptor with a `FontFile2` carries its font along. */
function fontsOf(bytes: Uint8Array): ReadPdf['fonts'] {
  const source = Buffer.from(bytes).toString('latin1')
  const fonts: ReadPdf['fonts'] = { inside: [], missing: [] }
  for (const [, dictionary = ''] of source.matchAll(/<<([^<>]*\/Type \/FontDescriptor[^<>]*)>>/g)) {
    const name = /\/FontName \/(\S+)/.exec(dictionary)?.[1] ?? '?'
    fonts[dictionary.includes('/FontFile2') ? 'inside' : 'missing'].push(name)
  }
  return fonts
}
