/** The report as Markdown, for wikis and for those who write on. What people wrote is text and never markup. */
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import type { Language } from '@bordet/text'
import type { Report, ReportNote, ReportQuestion, ReportZone } from '../model.ts'
import {
  choiceLines,
  notices,
  loadWords,
  noteLabel,
  noteText,
  questionName,
  reportFacts,
  voteSummary,
  zoneTitle,
  type SayHarvest,
} from '../words.ts'

type Node = Parameters<typeof toMarkdown>[0]
type BlockNode = Extract<Node, { type: 'root' }>['children'][number]
type PhrasingNode = Extract<Node, { type: 'paragraph' }>['children'][number]
type Item = Extract<Node, { type: 'listItem' }>

/**
 * Inside an address that became a link an escape is one backslash more. The GFM extension sees to real addresses; this
 * is for what only begins like one.
 */
const noLinks: Options = {
  unsafe: [{ character: '.', before: '[Ww]', inConstruct: 'phrasing' }],
}

export async function writeMarkdown(report: Report, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const facts = reportFacts(report, language, say)
  const children: BlockNode[] = [
    headingNode(1, report.title),
    bulletList(facts.map(([label, value]) => item(paragraph([strong(`${label}:`), text(` ${value}`)])))),
    ...notices(report, language, say).map((notice) => paragraph([text(notice)])),
    ...report.questions.flatMap((question) => questionNodes(question, language, say)),
  ]
  const markdown = toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown(), noLinks], bullet: '-', emphasis: '_' },
  )
  return new TextEncoder().encode(markdown)
}

function questionNodes(question: ReportQuestion, language: Language, say: SayHarvest): BlockNode[] {
  const votes = voteSummary(question, language, say)
  const choices = choiceLines(question, language, say)
  const isEmpty = question.zones.every(({ notes }) => notes.length === 0)
  return [
    headingNode(2, questionName(question, say)),
    ...(question.question === '' ? [] : [paragraph(lines(question.question))]),
    ...(votes ? [paragraph([text(votes)])] : []),
    ...(choices.length > 0 ? [bulletList(choices.map((line) => item(paragraph(lines(line)))))] : []),
    ...(isEmpty && !votes && choices.length === 0 ? [paragraph([emphasis(say('noNotes'))])] : []),
    ...(isEmpty ? [] : question.zones.flatMap((zone) => zoneNodes(zone, say))),
  ]
}

function zoneNodes(zone: ReportZone, say: SayHarvest): BlockNode[] {
  const notes = zone.notes.map((note) => noteItem(note, say))
  const body = notes.length === 0 ? paragraph([emphasis(say('noNotes'))]) : bulletList(notes)
  return [headingNode(3, zoneTitle(zone, say)), body]
}

function noteItem(note: ReportNote, say: SayHarvest): Item {
  return item(paragraph([...lines(noteText(note, say)), { type: 'break' }, emphasis(noteLabel(note, say))]))
}

/** A line break of the writer stays one; an empty first or last line would be no Markdown and says nothing. */
function lines(words: string): PhrasingNode[] {
  return words
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .flatMap((line, index): PhrasingNode[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)]))
}

function headingNode(depth: 1 | 2 | 3, words: string): BlockNode {
  return { type: 'heading', depth, children: [text(words.replaceAll('\n', ' '))] }
}
function bulletList(children: Item[]): BlockNode {
  return { type: 'list', ordered: false, spread: false, children }
}
function item(child: BlockNode): Item {
  if (child.type !== 'paragraph') throw new Error(`A list holds paragraphs, not a ${child.type}.`)
  return { type: 'listItem', spread: false, children: [child] }
}
function paragraph(children: PhrasingNode[]): BlockNode {
  return { type: 'paragraph', children }
}
function strong(words: string): PhrasingNode {
  return { type: 'strong', children: [text(words)] }
}
function emphasis(words: string): PhrasingNode {
  return { type: 'emphasis', children: [text(words)] }
}
function text(value: string): PhrasingNode {
  return { type: 'text', value }
}
