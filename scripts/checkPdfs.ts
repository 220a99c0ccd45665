/**
 * Looks at our PDFs with programs that know nothing of how we write them: qpdf (is it whole, is everything that is drawn
 * tagged or an artifact), poppler (are the fonts inside with their letters, what does a screen reader get to read), and
 * veraPDF for all of PDF/UA-1 where somebody has it: no registry that CI reaches does.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportFile, type Report } from '../packages/harvest/src/index.ts'
import { everyNote } from '../packages/harvest/src/composeSections.ts'
import { printLetters, printPack, type LettersInput } from '../packages/print/src/index.ts'
import { pretendEvening } from '../packages/print/src/testing/pretendEvening.ts'
import { languages } from '../packages/text/src/index.ts'
import { templates } from '../packages/workshop/src/templates.ts'

export const pdfTools = ['qpdf', 'poppler-utils'] as const

export function hasPdfTools(): boolean {
  return ['qpdf', 'pdfinfo', 'pdffonts'].every((tool) => spawnSync(tool, ['--help']).error === undefined)
}

/** Whether all is well. `report` is written as each method writes it; says on stdout what is wrong. */
export async function checkPdfs(folder: string, report: Report): Promise<boolean> {
  const files = new Map<string, { bytes: Uint8Array; notes: readonly string[] }>()
  const notes = everyNote(report).map(({ text }) => text)
  for (const { id } of templates) {
    const { bytes } = await exportFile({ ...report, templateId: id }, 'pdf', report.language)
    files.set(id, { bytes, notes })
  }
  const { bytes: pack } = await printPack(pretendEvening({ names: ['Åsa', 'Ødger'] }), 'all')
  files.set('print pack', { bytes: pack, notes: [] })
  for (const size of ['normal', 'large'] as const)
    files.set(`letters, ${size}`, { bytes: (await printLetters(lettersIn(size))).bytes, notes: [] })
  const hasVera = spawnSync('verapdf', ['--version']).error === undefined
  let isWell = true
  for (const [name, { bytes, notes: wanted }] of files) {
    const file = join(folder, 'checked.pdf')
    writeFileSync(file, bytes)
    const wrong = [
      ...checkWhole(file),
      ...checkMetadata(file),
      ...checkMarks(file),
      ...checkFonts(file),
      ...checkStructure(file, wanted),
      ...(hasVera ? checkWithVera(file) : []),
    ]
    isWell &&= wrong.length === 0
    process.stdout.write(`pdf, ${name}: ${wrong.length === 0 ? 'well' : wrong.slice(0, 8).join('\n  ')}\n`)
  }
  if (!hasVera) process.stdout.write('veraPDF is not here: PDF/UA-1 was checked in part.\n')
  return isWell
}

function checkWhole(file: string): string[] {
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
  return status === 0 ? [] : [`qpdf: ${stdout}${stderr}`]
}

/** Clause 5 and 7.1: it says that it is PDF/UA-1 and what it is called, as XML that can be read. */
function checkMetadata(file: string): string[] {
  const xmp = execFileSync('pdfinfo', ['-meta', file], { encoding: 'utf8' })
  const isRead = /<pdfuaid:part>1</.test(xmp) && /<dc:title>/.test(xmp)
  const isBroken = /&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)|<(?![\w/?!])/.test(xmp)
  return isRead && !isBroken ? [] : ['its metadata cannot be read']
}

/** ISO 14289-1, 7.1 and 7.3: what is drawn is tagged or an artifact, and pictures have words. pdfkit writes one operator on a line. */
function checkMarks(file: string): string[] {
  const args = ['--qdf', '--object-streams=disable', '--no-original-object-ids', file, '-']
  const source = execFileSync('qpdf', args, { maxBuffer: 1 << 28 }).toString('latin1')
  const wrong: string[] = []
  for (const [, content = ''] of source.matchAll(/\nstream\n([\s\S]*?)\nendstream/g)) {
    if (!/^BT$|\sre$|\sm$/m.test(content)) continue
    let depth = 0
    for (const line of content.split('\n')) {
      if (/(?:^|\s)(?:BDC|BMC)$/.test(line)) depth += 1
      else if (/^EMC$/.test(line)) depth -= 1
      else if (depth === 0 && /(?:^|\s)(?:Tj|TJ|S|s|f|f\*|B|B\*|b|b\*|Do|sh)$/.test(line))
        wrong.push(`drawn and neither tagged nor an artifact: ${line.slice(0, 60)}`)
    }
    if (depth !== 0) wrong.push('a marked content that does not end')
  }
  for (const [, element = ''] of source.matchAll(/<<\n((?: {2}.*\n)+)>>/g))
    if (/^ {2}\/S \/Figure$/m.test(element) && !/^ {2}\/Alt [(<]\S/m.test(element))
      wrong.push('a picture without words')
  return wrong
}

/** 7.21: inside the file, and with what says which letters they draw. */
function checkFonts(file: string): string[] {
  const rows = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
  if (rows.length === 0) return ['no font at all']
  return rows.filter((row) => !/\syes\s+(?:yes|no)\s+yes\s/.test(row)).map((row) => `font: ${row}`)
}

function checkStructure(file: string, notes: readonly string[]): string[] {
  const tree = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const wrong: string[] = []
  let before = 0
  for (const [, level = ''] of tree.matchAll(/^\s*H(\d)\b/gm)) {
    // Every paper of a print pack, and every letter, begins with its own first heading.
    if (Number(level) > before + 1) wrong.push(`a heading of level ${level} after one of ${before}`)
    before = Number(level)
  }
  if (before === 0) wrong.push('no heading')
  const read = flat([...tree.matchAll(/"((?:[^"\n]|"(?!\n))*)"$/gm)].map(([, words]) => words).join(' '))
  const lost = notes.filter((note) => isPlain(note) && !read.includes(flat(note)))
  return [...wrong, ...lost.map((note) => `not read aloud: ${JSON.stringify(note.slice(0, 60))}`)]
}

function checkWithVera(file: string): string[] {
  const args = ['--flavour', 'ua1', '--format', 'text', '-v', file]
  const { status, stdout } = spawnSync('verapdf', args, { encoding: 'utf8', timeout: 120_000 })
  return status === 0 ? [] : [`veraPDF: ${stdout}`]
}

function lettersIn(size: LettersInput['size']): LettersInput {
  const story: LettersInput['storyIn']['sv'] = {
    writtenIn: 'sv',
    facts: 'Lindåsa, 18 februari 2025',
    notices: [],
    blocks: [
      { kind: 'heading', text: 'Det som fick flest prickar' },
      {
        kind: 'entries',
        isRanked: true,
        entries: [{ title: 'Håll biblioteket öppet på kvällarna', note: '31 prickar', lines: [] }],
      },
    ],
  }
  return {
    size,
    title: 'World Café',
    place: 'Lindåsa',
    owner: 'Lindåsa kommun',
    heldOn: '2025-02-18',
    language: 'sv',
    readUrl: 'https://bordet.example/r/482913/k7mq-3vxp-9tda',
    timeZone: 'Europe/Stockholm',
    madeAt: 0,
    recipients: languages.map((language) => ({
      postal: 'Anna Ek\nStorgatan 1\n343 71 Diö',
      language,
      deleteAt: Date.UTC(2025, 4, 19),
    })),
    storyIn: { sv: story, da: story, nb: story, en: story },
  }
}

/** Where a line was broken on paper is no part of the words. */
function flat(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '')
}

/** What poppler's text has as it is: no quotation marks, which end its strings, and nothing that a page break parts. */
function isPlain(text: string): boolean {
  return /^[\x20\x21\x23-\x7e\u00a0-\u017f–’\n]*$/.test(text) && text.length < 300
}
