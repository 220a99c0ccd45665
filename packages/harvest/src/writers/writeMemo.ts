/** The page for politicians as a tagged PDF that is one page: the letters get smaller first, then what is long is cut. */
import { openPaper } from '@bordet/print/paper'
import type { Language } from '@bordet/text'
import { composeMemo, type Memo } from '../composeMemo.ts'
import type { Report } from '../model.ts'
import { officeLanguages } from '../words.ts'
import { openFlow, type TextStyle } from './pdfFlow.ts'

const ink = '#14211f'
const muted = '#45524e'
const primary = '#0b4f5c'
const rule = '#cbd3ce'

/** From roomy to the smallest that one still reads on paper; then less and less of each text. */
const attempts: readonly { scale: number; letters: number; asks: number }[] = [
  ...[1.08, 1, 0.93, 0.87].map((scale) => ({ scale, letters: 2_000, asks: 12 })),
  ...[600, 300, 180, 110, 60].map((letters) => ({ scale: 0.87, letters, asks: 8 })),
  { scale: 0.87, letters: 60, asks: 4 },
]

/** Null for methods that have no such page. */
export async function writeMemo(report: Report, language: Language): Promise<Uint8Array | null> {
  const memo = await composeMemo(report, language)
  if (!memo) return null
  for (const attempt of attempts) {
    const { bytes, pages } = await draw(memo, attempt)
    if (pages === 1) return bytes
  }
  throw new Error('the page for politicians does not fit')
}

async function draw(
  memo: Memo,
  { scale, letters, asks: mostAsks }: (typeof attempts)[number],
): Promise<{ bytes: Uint8Array; pages: number }> {
  const paper = openPaper({
    title: `${memo.eyebrow} – ${memo.title}`,
    language: officeLanguages[memo.language],
    madeAt: memo.writtenAt,
  })
  let pages = 0
  paper.doc.on('pageAdded', () => (pages += 1))
  const flow = openFlow(paper, { footer: memo.lead, footerStyle: { size: 8, color: muted } })
  const { root } = paper
  const sized = (size: number) => size * scale
  const body: TextStyle = { size: sized(10.8), color: ink, leading: 1.38 }
  const cut = (words: string) => shorten(words, letters)
  const heading = (words: string) => {
    flow.space(sized(6))
    flow.text(root, 'H2', words, { size: sized(14), font: 'bold', color: primary })
    flow.space(sized(2))
  }
  flow.text(root, 'P', memo.eyebrow, { size: sized(11), font: 'bold', color: muted })
  flow.space(sized(1))
  flow.text(root, 'H1', cut(memo.title), { size: sized(24), font: 'heavy', color: primary, leading: 1.12 })
  flow.space(sized(2))
  flow.text(root, 'P', memo.lead, { size: sized(10.5), color: muted })
  heading(memo.asksTitle)
  const asks = memo.asks.slice(0, mostAsks)
  if (asks.length === 0) flow.text(root, 'P', memo.noAsks, { ...body, color: muted })
  else
    flow.table(root, {
      head: memo.askHead,
      rows: asks.map(({ what, body: decidedBy, when }) => [cut(what), cut(decidedBy), cut(when)]),
      widths: [0.56, 0.24, 0.2],
      style: body,
      rule,
    })
  if (memo.why.length > 0) {
    heading(memo.whyTitle)
    for (const words of memo.why.slice(0, mostAsks)) {
      flow.text(root, 'P', cut(words), body)
      flow.space(sized(1.5))
    }
  }
  if (memo.project.length > 0) {
    heading(memo.projectTitle)
    flow.table(root, {
      rows: memo.project.map(([field, value]) => [field, cut(value)]),
      widths: [0.26, 0.74],
      style: body,
      rule,
    })
  }
  flow.space(sized(6))
  flow.text(root, 'P', memo.basis, { size: sized(9.2), color: muted })
  return { bytes: await paper.finish(), pages }
}

function shorten(words: string, most: number): string {
  const text = words.replace(/\s+/g, ' ').trim()
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > most / 2 ? end : most)} …`
}
