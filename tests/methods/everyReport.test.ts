/**
 * The report of each method against its harvest list ("The harvest document contains"), in four languages: workshops
 * are held from their first phase to the last over HTTP, organisers write what the list asks of them, and the file is
 * read again.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages, type Language } from '@bordet/text'
import da from '@bordet/text/harvest/da'
import en from '@bordet/text/harvest/en'
import nb from '@bordet/text/harvest/nb'
import sv from '@bordet/text/harvest/sv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import townCorpus from '../content/notes-town-profile.json' with { type: 'json' }
import { call } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import type { Held } from './holdSession.ts'
import { holdBid, holdCafe, holdDialogue, holdProfile, holdTownCentre } from './stories.ts'

const catalogues = { sv, da, nb, en }
type Key = Extract<keyof typeof sv, `head${string}` | `sub${string}`>

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-reports-'))
let server: RunningServer
beforeAll(async () => {
  server = await startServer({ dataDir, env: { LOG_LEVEL: 'error' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Each story is held once, and read by several tests. */
const told = new Map<typeof holdCafe, Promise<Held>>()
function once(hold: typeof holdCafe): Promise<Held> {
  const held = told.get(hold) ?? hold(server)
  told.set(hold, held)
  return held
}

/** Every line of each method's list, by the heading it stands under and in the list's order. */
const methods: readonly {
  name: string
  hold: typeof holdCafe
  heads: readonly Key[]
  subs: readonly Key[]
}[] = [
  {
    name: 'World Café',
    hold: holdCafe,
    heads: [
      'headInShort',
      'headThemes',
      'headServices',
      'headTried',
      'headNext',
      'headIdeas',
      'headGroups',
      'headQuestions',
      'headPromises',
      'headActions',
      'headByTable',
      'headAcross',
      'headAppendix',
    ],
    subs: [],
  },
  {
    name: 'town profile',
    hold: holdProfile,
    heads: [
      'headSentence',
      'headSpecial',
      'headTogether',
      'headHappening',
      'headChallenges',
      'headDirection',
      'headInitiatives',
      'headActions',
      'headHowMade',
      'headStatus',
      'headAcross',
      'headAppendix',
    ],
    subs: ['subUnderWay', 'subPlans', 'subPhysical', 'subSocial', 'subCultural', 'subChanged'],
  },
  {
    name: 'BID',
    hold: holdBid,
    heads: [
      'headInShort',
      'headPresent',
      'headIntents',
      'headVision',
      'headDisagree',
      'headActionPlan',
      'headFunding',
      'headHundredDays',
      'headChanged',
      'headAppendix',
    ],
    subs: [
      'subArea',
      'subActors',
      'subStrengths',
      'subFigures',
      'subVision',
      'subGoals',
      'subNobody',
      'subIdeas',
    ],
  },
  {
    name: 'town centre',
    hold: holdTownCentre,
    heads: [
      'headBasis',
      'headProject',
      'headMemo',
      'headRejected',
      'headYoungOwners',
      'headExperience',
      'headAppendix',
    ],
    subs: ['subTakingPart', 'subMissing', 'subHowWeMeet', 'subYoung', 'subOwners'],
  },
  {
    name: 'citizen dialogue',
    hold: holdDialogue,
    heads: [
      'headInShort',
      'headMaps',
      'headWhy',
      'headPride',
      'headMunicipality',
      'headHosting',
      'headHeard',
      'headConclusions',
      'headAmbassadors',
      'headAppendix',
    ],
    subs: [
      'subAsPlace',
      'subAsOrganisation',
      'subMet',
      'subPromises',
      'subSteps',
      'subMissing',
      'subContrasts',
      'subAgreed',
      'subNextMeeting',
    ],
  },
]

describe.each(methods)('the report of a $name', ({ hold, heads, subs }) => {
  let held: Held
  beforeAll(async () => {
    held = await once(hold)
  })

  it.each(languages)(
    'has what its harvest list says, in order and nothing empty, in %s',
    async (language) => {
      const report = await read(held, language)
      const words = catalogues[language]
      expect(headings(report, 2)).toEqual(heads.map((key) => words[key]))
      expect(headings(report, 3)).toEqual(expect.arrayContaining(subs.map((key) => words[key])))
      expect(emptyHeadings(report)).toEqual([])
      expect(report).not.toMatch(/\{\w+\}|undefined|\bnull\b|NaN|\[object/)
    },
  )

  it('loses no note', async () => {
    const { questions } = await call<{ questions: { zones: { notes: { id: string }[] }[] }[] }>(
      `${server.url}/api/workshops/${held.id}/harvest`,
      { key: held.facilitator.key },
    )
    const ids = questions.flatMap(({ zones }) => zones.flatMap(({ notes }) => notes.map(({ id }) => id)))
    expect(ids.toSorted()).toEqual([...held.written.keys()].toSorted())
    const report = await read(held, 'sv')
    const appendix = report.slice(report.indexOf(`## ${sv.headAppendix}`))
    const items = [...appendix.matchAll(/^- .*(?:\n(?: {2}.*)?)*?.*\n? {2}_.*_$/gm)]
    expect(items).toHaveLength(ids.length)
  })
})

/** What is told, checked in the language the workshop was held in. */
describe('what stands in the reports', () => {
  it('of a World Café: counts, what was tried with its lesson, groups by consent, answers, other places', async () => {
    const held = await once(holdCafe)
    const report = await read(held, 'sv')
    expect(tableUnder(report, 'I korthet').head).toEqual(['Tema', 'Lappar', 'Prickar', 'Med deltagarnas ord'])
    expect(tableUnder(report, 'I korthet').rows).toHaveLength(5)
    const [, housing, dots] = tableUnder(report, 'I korthet').rows.find(([name]) => name === 'Bostäder') ?? []
    const sorted = [...held.written.values()].filter(({ theme }) => theme === 'Bostäder')
    expect(housing).toBe(String(sorted.length))
    expect(dots).toBe(String(sorted.reduce((sum, one) => sum + (one.dots ?? 0), 0)))
    const tried = tableUnder(report, 'Det vi har prövat')
    expect(tried.head).toEqual(['Vad', 'När', 'Vem', 'Hur gick det?', 'Varför', 'Lärdom'])
    expect(tried.rows).toHaveLength(
      [...held.written.values()].filter(({ zone }) => zone.startsWith('tried')).length,
    )
    expect(tried.rows).toContainEqual([
      'Ringbuss',
      '2013',
      'trafikbolaget',
      'Det lyckades inte',
      'Man skulle boka före kl 14 dagen innan, ingen orkade',
      '',
    ])
    expect(
      tried.rows.filter(([, , , , , lesson]) => lesson === 'Fråga om reglerna innan ni börjar.'),
    ).toHaveLength(1)
    const groups = tableUnder(report, 'Arbetsgrupper').rows
    expect(groups[0]?.slice(1)).toEqual(['3', 'Deltager 1', '18 mars 2025'])
    expect(groups[1]?.slice(1)).toEqual(['2', '', ''])
    const answers = tableUnder(report, 'Frågor och svar').rows
    expect(
      answers.filter(([, , who, when]) => who === 'Tekniska enheten' && when === '1 april 2025'),
    ).toHaveLength(3)
    expect(answers.some(([, answer]) => answer === 'Inget svar ännu')).toBe(true)
    expect(headings(sectionUnder(report, 'Bord för bord'), 3)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `Bord ${n}`),
    )
    expect(tableUnder(report, 'Plats för plats').head).toEqual(['Tema', 'Lindåsa', 'Ekdala', 'Alla'])
  })

  it('of a town profile: its own notes of the shared workshop, sources, cost, status, the text that all towns share', async () => {
    const report = await read(await once(holdProfile), 'da')
    const special = sectionUnder(report, 'Det særlige ved byen')
    expect(special.match(/Bygger på .*\d+ citat(?:er)? fra interviews/g)?.length).toBeGreaterThanOrEqual(3)
    expect(sectionUnder(report, 'Det, der binder os sammen')).toContain(
      'Syv byer deler skole, stier og hjælpsomhed.',
    )
    expect(report).not.toContain('Denne tekst skal ikke stå her.')
    expect(sectionUnder(report, 'Her sker der noget')).toContain(
      'Ny sti til søen – Stilauget – 1. august 2026',
    )
    // Of the workshop that seven towns were at, what the other six said of themselves is theirs.
    const others = townCorpus.workshopNotes.filter(
      ({ town, zoneId }) => town !== 'Legsted' && zoneId === 'yes',
    )
    const words = plain(report)
    expect(others.filter(({ text }) => words.includes(plain(text)))).toEqual([])
    const initiatives = tableUnder(report, 'Det vi gør først')
    expect(initiatives.head).toEqual(['Hvad', 'Hvem', 'Første skridt', 'Hvornår', 'Pris', 'Prikker'])
    expect(initiatives.rows.map((cells) => Number(cells[5]))).toEqual(
      initiatives.rows.map((cells) => Number(cells[5])).toSorted((a, b) => b - a),
    )
    expect(initiatives.rows.find(([, , , , cost]) => cost === 'Lille')?.[3]).toBe('20. juni 2026')
    expect(tableUnder(report, 'Status og godkendelse').rows[2]).toEqual([
      'Godkendt',
      '15. juni 2026',
      'Byrådet',
      'Her er vi nu',
    ])
    expect(report).toContain('**Status:** Godkendt, 15. juni 2026, Byrådet')
    expect(sectionUnder(report, 'Sådan blev profilen til')).toMatch(/8 interviews, 56 citater/)
  })

  it('of a BID process: the newest plan with what changed since, sums by who pays, what is not yet agreed', async () => {
    const report = await read(await once(holdBid), 'sv')
    expect(tableUnder(report, 'Budget och finansiering').rows).toEqual([
      ['kommunen', '2', '145 000 kr'],
      ['Fastighets AB Ån', '1', '50 000 kr'],
      ['Summa', '3', '195 000 kr'],
    ])
    expect(sectionUnder(report, 'Budget och finansiering')).toContain('Räkna besökare (vet inte)')
    const plan = tableUnder(report, 'Handlingsplan').rows
    expect(plan.map(([action]) => action)).toEqual([
      'Belysning längs ån',
      'Provbutik på Storgatan 4',
      'Räkna besökare',
      'Blommor på torget',
    ])
    for (const cell of [
      'Mål',
      'Ansvarig',
      'Tillsammans med',
      'Börjar',
      'Klart',
      'Timmar',
      'Pengar',
      'Betalas av',
      'Första steget',
      'Uppföljning',
      'Status',
    ])
      expect(sectionUnder(report, 'Handlingsplan')).toContain(`- ${cell}: `)
    const changed = plain(sectionUnder(report, 'Det här har ändrats sedan sist'))
    expect(changed).toContain('Belysning längs ån: från ”föreslaget” till ”pågår”')
    expect(changed).toContain('Nytt: Provbutik på Storgatan 4')
    expect(changed).toContain('Inte längre med: Julmarknad på torget')
    expect(sectionUnder(report, 'Vision och mål')).toContain('11 ja, 3 nej.')
    expect(tableUnder(report, 'Avsiktsförklaringar').rows).toHaveLength(2)
  })

  it('of a town centre: one page for politicians, the others with reasons, both groups apart, a log by town', async () => {
    const held = await once(holdTownCentre)
    const report = await read(held, 'da')
    expect(tableUnder(report, 'De andre forslag').rows).toEqual([
      ['Tag over torvet', 'alle', '3,5', '9', 'For dyrt og kan ikke nås på et år.'],
      ['Gratis parkering', 'kunder', '2,5', '5', ''],
    ])
    expect(headings(sectionUnder(report, 'Erfaringslog'), 3)).toEqual(['Vesterby', 'Østerby'])
    expect(tableUnder(report, 'En side til politikerne').rows).toHaveLength(3)
    expect(sectionUnder(report, 'Partnerskabets grundlag')).toMatch(
      /Mangler[^#]*Skolen – Lars inviterer – 20\. marts 2026/,
    )
    const memo = await held.facilitator.download('memo', 'da')
    expect(pagesOf(memo)).toBe(1)
    // However much is asked for, it stays one page.
    for (let at = 0; at < 30; at += 1)
      await held.facilitator.ask({
        type: 'setReportRow',
        list: 'asks',
        rowId: `more-${at}`,
        cells: {
          what: 'Meget langt ønske '.repeat(40),
          why: 'Fordi '.repeat(150),
          body: 'Udvalget',
          when: '2026-09-01',
        },
      })
    for (const language of languages)
      expect(pagesOf(await held.facilitator.download('memo', language))).toBe(1)
  })

  it('of a citizen dialogue: counts by purpose, both sides of a conclusion, no group under five, nobody beside a quote', async () => {
    const report = await read(await once(holdDialogue), 'nb')
    const [visited] = tableUnder(report, 'Kart').rows
    expect(visited).toEqual(['Steder jeg besøker', '4', '–', '–', '2', '6'])
    expect(sectionUnder(report, 'Hvorfor folk er der, og hvordan det kjennes')).toContain('Sted 1: 4 nåler')
    const heard = sectionUnder(report, 'Hvem vi har hørt')
    for (const [, count = ''] of heard.matchAll(/^\| [^|]+ \| (\d+) +\|/gm))
      expect(Number(count) === 0 || Number(count) >= 5).toBe(true)
    expect(heard).toContain('Aldersgruppe: under 16: ingen, men 18 % av alle')
    const claims = plain(sectionUnder(report, 'Konklusjoner'))
    const [, speaksFor = '', speaksAgainst = ''] = claims.split(/Taler (?:for|imot)/)
    expect(speaksFor.match(/Bussen slutter for tidlig/g)).toHaveLength(3)
    expect(speaksAgainst).toContain('Jeg trenger ingen buss, nr. 12')
    expect(report).not.toMatch(/Aldersgruppe: (?:26|46|66)/)
    expect(sectionUnder(report, 'Ambassadørene')).toContain('Når: 1. september 2026')
  })
})

/** From a heading of the second rank to the next. */
function sectionUnder(report: string, heading: string): string {
  const from = report.indexOf(`\n## ${heading}\n`)
  if (from === -1) throw new Error(`there is no “${heading}”`)
  const rest = report.slice(from + heading.length + 5)
  const end = rest.indexOf('\n## ')
  return end === -1 ? rest : rest.slice(0, end)
}

/** The first table of a section. */
function tableUnder(report: string, heading: string): { head: string[]; rows: string[][] } {
  const lines = sectionUnder(report, heading)
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const cells = (line: string) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => plain(cell))
  const end = lines.findIndex((line, at) => at > 1 && line.startsWith('| -'))
  const own = end === -1 ? lines : lines.slice(0, end - 1)
  const [head = '', , ...rows] = own
  return { head: cells(head), rows: rows.map(cells) }
}

/** Without what Markdown needs, and with plain spaces. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

function pagesOf(pdf: Uint8Array): number {
  return new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
}

async function read(held: Held, language: Language): Promise<string> {
  return new TextDecoder().decode(await held.facilitator.download('md', language))
}

function headings(report: string, level: number): string[] {
  return [...report.matchAll(new RegExp(`^#{${level}} (.+)$`, 'gm'))].map(([, text = '']) => text)
}

/** Headings that another of the same or a higher rank follows at once. */
function emptyHeadings(report: string): string[] {
  const lines = report.split('\n').filter((line) => line.trim() !== '')
  const rankOf = (line: string | undefined) => /^(#+) /.exec(line ?? '')?.[1]?.length ?? null
  return lines.filter((line, at) => {
    const [rank, next] = [rankOf(line), rankOf(lines[at + 1])]
    return rank !== null && (at === lines.length - 1 || (next !== null && next <= rank))
  })
}
