/** Several people write one report at once: nobody's words get lost, and whatever stood there can be had again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from './effects.ts'
import { reportCells } from './kinds.ts'
import { facilitator, minuteMs, PretendHall } from './pretendHall.ts'
import { haveSameCells } from './reportEdits.ts'
import { reportSchema } from './reportState.ts'
import { removedRows, reportVersions, type LoggedCommand } from './reportVersions.ts'

const lead = (name: string): Actor => ({ ...facilitator, name })
const [anna, bo] = [lead('Anna'), lead('Bo')]
const list = 'actions' as const
type Cells = Record<string, string>

/** A hall with one row, and what two pages show of it. */
function openRow(cells: Cells = { what: 'Busskur', who: 'Byalaget' }) {
  const hall = new PretendHall({ people: 1 }).start('tableharvest')
  const rowId = hall.newOpId()
  const write = (who: Actor, given: Cells, base?: Cells) =>
    hall.do(who, { type: 'setReportRow', list, rowId, cells: given, ...(base ? { base } : {}) })
  const remove = (base: Cells) => ({ type: 'setReportRow', list, rowId, cells: null, base }) as const
  write(anna, cells)
  const now = () => hall.state.report.rows[list].find(({ id }) => id === rowId)?.cells
  const target = { kind: 'row', list, rowId } as const
  return { hall, rowId, write, remove, now, target, versions: () => reportVersions(hall.log, target) }
}

const word = fc.stringMatching(/^[a-zåäö]{1,6}$/)
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
const textCells = ['what', 'who', 'when', 'money'] as const
const cellName = fc.constantFrom(...textCells)

describe('two people in one row', () => {
  it('[Z3] both survive: in different cells each as written, in the same cell with the words of both', () => {
    fc.assert(
      fc.property(
        fc.dictionary(cellName, text),
        cellName,
        cellName,
        fc.boolean(),
        (cells, mine, theirs, first) => {
          const { write, now } = openRow(cells)
          const base = { ...cells }
          const one = () => write(anna, { [mine]: `${base[mine] ?? ''} ANNAS`.trim() }, base)
          const other = () => write(bo, { [theirs]: `BOS ${base[theirs] ?? ''}`.trim() }, base)
          for (const edit of first ? [one, other] : [other, one]) edit()
          expect(now()?.[mine]?.split(' ')).toContain('ANNAS')
          expect(now()?.[theirs]?.split(' ')).toContain('BOS')
          for (const name of textCells)
            expect(now()?.[name] ?? '').toContain(name === mine || name === theirs ? '' : (base[name] ?? ''))
        },
      ),
    )
  })

  it('[Z3] of two choices the second is refused, not turned into a third', () => {
    const { hall, rowId, write, now } = openRow()
    write(bo, { status: 'begun' }, {})
    const refused = hall.refusal(anna, {
      type: 'setReportRow',
      list,
      rowId,
      cells: { status: 'stopped' },
      base: { status: 'planned' },
    })
    expect(refused).toBe('changedMeanwhile')
    write(anna, { status: 'stopped' }, { status: 'begun' })
    expect(now()?.['status']).toBe('stopped')
  })

  it('[Z3] a row that is written in comes back whole, and is not taken away over somebody’s words', () => {
    const { hall, write, remove, now } = openRow()
    const seen = { what: 'Busskur', who: 'Byalaget' }
    hall.do(anna, remove(seen))
    expect(now()).toBeUndefined()
    write(bo, { who: 'Byalaget och Vägenheten' }, seen)
    expect(now()).toEqual({ what: 'Busskur', who: 'Byalaget och Vägenheten' })
    expect(hall.refusal(anna, remove(seen))).toBe('changedMeanwhile')
    expect(now()).toBeDefined()
  })

  it('[Z2] an answer is merged like a text', () => {
    const hall = new PretendHall({ people: 1 }).start('tableharvest')
    const noteId = hall.do(
      { ...facilitator },
      { type: 'addNoteFor', table: 1, zone: 'carry', text: 'Varför?' },
    )
    const answer = (who: Actor, words: string) =>
      hall.do(who, { type: 'answerQuestion', noteId, text: words, base: { text: 'Bussen kommer.' } })
    hall.do(anna, { type: 'answerQuestion', noteId, text: 'Bussen kommer.' })
    answer(anna, 'Bussen kommer i maj.')
    answer(bo, 'Den nya Bussen kommer.')
    expect(hall.state.report.answers[noteId]?.text).toBe('Den nya Bussen kommer i maj.')
    const [newest] = reportVersions(hall.log, { kind: 'answer', noteId })
    expect(newest).toMatchObject({ name: 'Bo', cells: { text: 'Den nya Bussen kommer i maj.' } })
  })
})

describe('earlier versions', () => {
  const edit = fc.record({
    who: fc.constantFrom(anna, bo),
    cells: fc.dictionary(cellName, text, { minKeys: 1 }),
    /** How many edits old the writer's page is. */
    behind: fc.nat(3),
    waitMs: fc.constantFrom(1_000, 3 * minuteMs),
  })

  it('[Z6] the newest is what stands there, and each that stood there can be had again as it was', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.nat(20), (edits, pick) => {
        const { hall, write, now, versions } = openRow()
        const stood: Cells[] = [{ ...now() }]
        for (const { who, cells, behind, waitMs } of edits) {
          hall.now += waitMs
          write(who, cells, stood[Math.max(0, stood.length - 1 - behind)])
          stood.push({ ...now() })
        }
        expect(haveSameCells(versions()[0]?.cells ?? {}, now() ?? {})).toBe(true)
        // What was left out between two versions of one go has all its letters in the later one.
        const wanted = versions()[pick % versions().length]
        const restored = Object.fromEntries(
          reportCells[list].map((name) => [name, wanted?.cells?.[name] ?? '']),
        )
        write(anna, restored, now())
        expect(haveSameCells(now() ?? {}, wanted?.cells ?? {})).toBe(true)
      }),
    )
  })

  it('[Z6] nothing that somebody took away or wrote over is missing from them', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const { hall, write, now, versions } = openRow()
        for (const { who, cells, waitMs } of edits) {
          const before = { ...now() }
          hall.now += waitMs
          write(who, cells, before)
          const lost = Object.keys(before).some(
            (name) => !includesInOrder(now()?.[name] ?? '', before[name] ?? ''),
          )
          if (lost) expect(versions().some((one) => haveSameCells(one.cells ?? {}, before))).toBe(true)
        }
      }),
    )
  })

  it('[Z6] say who and when, and what one person types on is one version', () => {
    const { hall, write, versions } = openRow({ what: 'Bus' })
    hall.now += 5_000
    write(anna, { what: 'Busskur' })
    hall.now += 5_000
    const at = hall.now
    write(bo, { who: 'Bo' })
    expect(versions()).toMatchObject([
      { name: 'Bo', role: 'facilitator', at, cells: { what: 'Busskur', who: 'Bo' } },
      { name: 'Anna', cells: { what: 'Busskur' } },
    ])
  })

  it('[Z6] a row that was taken away is listed with who took it, until it is back', () => {
    const { hall, rowId, write, remove, now } = openRow()
    const cells = { ...now() }
    hall.do(bo, remove(cells))
    expect(removedRows(hall.log, list)).toMatchObject([{ rowId, name: 'Bo', cells }])
    expect(removedRows(hall.log, 'promises')).toEqual([])
    write(anna, cells)
    expect(removedRows(hall.log, list)).toEqual([])
    expect(now()).toEqual(cells)
  })

  it('[W4] a theme’s text keeps its versions when another theme is merged into it', () => {
    const hall = new PretendHall({ people: 1 }).start('tableharvest')
    const [homes, buses] = [hall.newOpId(), hall.newOpId()]
    for (const [themeId, name] of [
      [homes, 'Bostäder'],
      [buses, 'Buss'],
    ] as const) {
      hall.do(facilitator, { type: 'setTheme', themeId, name })
      hall.do(anna, { type: 'editReport', part: `theme:${themeId}`, text: name })
    }
    hall.do(bo, { type: 'mergeThemes', themeId: buses, into: homes })
    expect(reportVersions(hall.log, { kind: 'text', part: `theme:${homes}` })).toMatchObject([
      { name: 'Bo', cells: { text: 'Bostäder\n\nBuss' } },
      { name: 'Anna', cells: { text: 'Bostäder' } },
    ])
  })
})

it('[Z1] what would be too long to be read again is refused, so that the meeting can always be saved', () => {
  const hall = new PretendHall({ people: 1 }).start('tableharvest')
  const write = { type: 'editReport', part: 'summary' } as const
  hall.do(anna, { ...write, text: 'a'.repeat(6_000), base: '' })
  expect(hall.refusal(bo, { ...write, text: 'b'.repeat(6_000), base: '' })).toBe('textTooLong')
  const row = { type: 'setReportRow', list, rowId: hall.newOpId() } as const
  hall.do(anna, { ...row, cells: { what: 'a'.repeat(600) } })
  expect(hall.refusal(bo, { ...row, cells: { what: 'b'.repeat(600) }, base: {} })).toBe('textTooLong')
  expect(reportSchema.safeParse(hall.state.report).success).toBe(true)
})

function includesInOrder(text: string, letters: string): boolean {
  let at = -1
  return [...letters].every((letter) => (at = text.indexOf(letter, at + 1)) !== -1)
}

const writing = (part: string, text: string, base?: string) => ({
  opId: crypto.randomUUID(),
  type: 'editReport',
  part,
  text,
  base,
})
const textsOf = (log: readonly LoggedCommand[], part: string) =>
  reportVersions(log, { kind: 'text', part }).map(({ cells }) => cells?.['text'])
const leader = { role: 'facilitator' }

it('[Z6] are those that stood there, also after two themes were merged', () => {
  const log = [
    { at: 0, actor: leader, command: writing('theme:a', 'Bussen.') },
    { at: 200_000, actor: leader, command: writing('theme:b', 'Sista turen går klockan sex.') },
    {
      at: 400_000,
      actor: leader,
      command: { opId: crypto.randomUUID(), type: 'mergeThemes', themeId: 'b', into: 'a' },
    },
    {
      at: 600_000,
      actor: facilitator,
      command: writing(
        'theme:a',
        'Bussen.\n\nSista turen går klockan sju.',
        'Bussen.\n\nSista turen går klockan sex.',
      ),
    },
  ]
  expect(textsOf(log, 'theme:a')).toEqual([
    'Bussen.\n\nSista turen går klockan sju.',
    'Bussen.\n\nSista turen går klockan sex.',
    'Bussen.',
  ])
  expect(textsOf(log, 'theme:b')).toEqual(['', 'Sista turen går klockan sex.'])
})

it('[Z6] keep what a colleague without a name wrote over within two minutes', () => {
  const log = [
    { at: 0, actor: leader, command: writing('summary', 'Bussen') },
    { at: 10_000, actor: leader, command: writing('summary', 'Bussen är viktigast.') },
    { at: 20_000, actor: leader, command: writing('summary', 'Fibern är det som alla talade om.') },
    {
      at: 30_000,
      actor: { role: 'organiser' },
      command: writing('summary', 'Fibern är det som alla talade om. Ja.'),
    },
  ]
  expect(textsOf(log, 'summary')).toEqual([
    'Fibern är det som alla talade om. Ja.',
    'Fibern är det som alla talade om.',
    'Bussen är viktigast.',
  ])
})
