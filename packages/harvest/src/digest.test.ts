import { languages } from '@bordet/text'
import { findRisks } from '@bordet/workshop'
import { describe, expect, it } from 'vitest'
import { digestOf, type Digest, type DigestEntry } from './digest.ts'
import { buildReport } from './report.ts'
import { lindasaCafe, startedAt, type Cafe } from './testing/lindasaCafe.ts'
import { writtenCafe } from './testing/writtenCafe.ts'

const reportOf = ({ state, boards }: Cafe) =>
  buildReport({ state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
const headingsOf = ({ blocks }: Digest) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

function entriesUnder({ blocks }: Digest, heading: string): DigestEntry[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  const list = blocks[at + 1]
  return list?.kind === 'entries' ? list.entries : []
}

describe('the digest', () => {
  it('begins what happens next with the next meeting, where the report has one', async () => {
    const report = reportOf(writtenCafe())
    const meeting = [
      { id: 'only', cells: { when: '2026-09-01', where: 'Biblioteket', how: 'Vi hörs på sms' } },
    ]
    const rows = { ...report.rows, meeting }
    const next = async (templateId: string) =>
      entriesUnder(await digestOf({ ...report, templateId, rows }, 'sv'), 'Det här händer nu')[0]
    expect(await next('citizen-dialogue-map-hosting')).toMatchObject({
      title: '1 september 2026 · Biblioteket',
      note: 'Nästa träff',
      lines: [{ text: 'Vi hörs på sms' }],
    })
    expect((await next('town-centre-partnership'))?.note).toBe('Så träffas vi')
  })

  it('has the summary, five themes with a quote each, dots, answers, promises and what happens next, in this order', async () => {
    const digest = await digestOf(reportOf(writtenCafe()), 'sv')
    expect(headingsOf(digest)).toEqual([
      'I korthet',
      'De största temana',
      'Det här fick flest prickar',
      'Ni frågade – vi svarar',
      'Ni sa – vi gör – vi gör inte',
      'Det här händer nu',
    ])
    expect(digest.facts).toContain('18 februari 2025 · Lindåsa')
    const words = digest.blocks.flatMap((block) => (block.kind === 'words' ? [block.text] : []))
    expect(words).toHaveLength(2)
    const themes = entriesUnder(digest, 'De största temana')
    expect(themes).toHaveLength(5)
    for (const { note, lines } of themes) {
      expect(note).toMatch(/^\d+ lappar från \d av \d bord$/)
      expect(lines.filter(({ look, source }) => look === 'quote' && source !== '')).toHaveLength(1)
    }
    const quotes = themes.flatMap(({ lines }) => lines.filter(({ look }) => look === 'quote'))
    expect(new Set(quotes.map(({ text }) => text)).size).toBe(5)
    const housing = themes.find(({ title }) => title === 'Bostäder')
    expect(housing?.lines[0]?.text).toBe('Det som saknas är små lägenheter nära affären.')
    expect(digest.blocks).toContainEqual({ kind: 'quiet', text: 'Ett tema till står i rapporten.' })
    const [answer] = entriesUnder(digest, 'Ni frågade – vi svarar')
    expect(answer?.lines.map(({ text }) => text)).toEqual([
      'Ja. Beslutet tas i nämnden i mars.',
      'Kommunledningen · 31 mars 2025',
    ])
    expect(entriesUnder(digest, 'Ni sa – vi gör – vi gör inte')[0]?.lines).toMatchObject([
      { label: 'Vi gör', text: 'Vi bygger åtta vid torget.' },
      { label: 'Vi gör inte' },
      { label: 'Varför' },
    ])
    // What was stopped does not happen next.
    expect(entriesUnder(digest, 'Det här händer nu').map(({ title }) => title)).toEqual([
      'Kvällsbuss på prov',
    ])
  })

  it('tells what got the most dots, most first, word for word in one line', async () => {
    const report = reportOf(lindasaCafe())
    const given = report.questions.flatMap(({ zones }) => zones.flatMap(({ notes }) => notes))
    const most = given.map(({ dots }) => dots ?? 0).sort((a, b) => b - a)
    const chosen = entriesUnder(await digestOf(report, 'sv'), 'Det här fick flest prickar')
    expect(chosen.map(({ note }) => Number.parseInt(note, 10))).toEqual(most.slice(0, 5))
    const texts = given.map(({ text }) => text.replace(/\s+/g, ' ').trim())
    for (const { title } of chosen) expect(texts).toContain(title)
  })

  it('quotes what was chosen, and of itself no note with a number to call', async () => {
    const cafe = writtenCafe()
    const [first, second] = cafe.notes.filter(({ text }) => /buss/i.test(text))
    const withNumber = {
      ...cafe,
      boards: cafe.boards.map((board) => ({
        ...board,
        notes: (board.notes ?? []).map((note) =>
          note.id === first?.id ? { ...note, text: 'Bussen: ring mig på 070-123 45 67 om den går' } : note,
        ),
      })),
    }
    const quoteIn = async (quotes: string[]) => {
      const state = { ...cafe.state, report: { ...cafe.state.report, quotes } }
      const digest = await digestOf(reportOf({ ...withNumber, state }), 'sv')
      const theme = entriesUnder(digest, 'De största temana').find(({ title }) => title === 'Kollektivtrafik')
      return theme?.lines.find(({ look }) => look === 'quote')?.text ?? ''
    }
    expect(findRisks(await quoteIn([]), 'sv')).toEqual([])
    expect(await quoteIn([second?.id ?? ''])).toBe(`”${second?.text.replace(/\s+/g, ' ').trim()}”`)
  })

  it('has its labels in the reader’s language and says which one the words are in', async () => {
    const report = reportOf(writtenCafe())
    const all = await Promise.all(languages.map((language) => digestOf(report, language)))
    expect(new Set(all.map((digest) => headingsOf(digest).join())).size).toBe(4)
    expect(new Set(all.map(({ writtenIn }) => writtenIn))).toEqual(new Set(['sv']))
    expect(JSON.stringify(all)).not.toMatch(/\{\w+\}|undefined/)
  })

  it('says that it is a draft, and is empty where nothing was sorted, chosen or written', async () => {
    const cafe = lindasaCafe()
    const state = { ...cafe.state, status: 'open' as const, votes: {}, pastVotes: {} }
    const digest = await digestOf(reportOf({ ...cafe, state }), 'sv')
    expect(digest.blocks).toEqual([])
    expect(digest.notices[0]).toContain('Utkast')
  })
})
