import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSoundSession, sessionIn } from './programme.ts'
import { readTemplate, readTemplateText } from './readTemplateFile.ts'
import { scanJson } from './scanJson.ts'
import { sessionToTemplateFile, toTemplateFile } from './templateFile.ts'
import { templates } from './templates.ts'

const [worldCafe] = templates
if (!worldCafe) throw new Error('no templates')
const file = toTemplateFile(worldCafe)
const text = JSON.stringify(file, null, 2)

function faultsIn(given: string) {
  const read = readTemplateText('t1', given)
  return 'faults' in read ? read.faults : []
}

describe('reading a template’s file', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'takes %s back whole',
    (id, template) => {
      const read = readTemplateText(id, JSON.stringify(toTemplateFile(template)))
      expect(read).toMatchObject({ own: { template, languages: ['sv', 'da', 'nb', 'en'] } })
    },
  )

  it('fills the languages that are not there with the one that is, and says which is', () => {
    const [session] = worldCafe.sessions
    const swedish = session && sessionIn(session, (words) => words.sv)
    if (!swedish) throw new Error('no session')
    expect(isSoundSession(swedish)).toBe(true)
    const read = readTemplate('t1', sessionToTemplateFile({ name: 'Vår kväll', language: 'sv' }, swedish))
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    expect(read.own.languages).toEqual(['sv'])
    expect(read.own.template.name).toEqual({
      sv: 'Vår kväll',
      da: 'Vår kväll',
      nb: 'Vår kväll',
      en: 'Vår kväll',
    })
    const [back] = read.own.template.sessions
    expect(back && sessionIn(back, (words) => words.nb)).toEqual(swedish)
  })

  it.each([
    [
      'a number that is too small',
      /"minutes": \d+/,
      '"minutes": 0',
      'sessions[0].phases[0].minutes',
      'numberSmall',
    ],
    [
      'a word where a number should be',
      /"minutes": \d+/,
      '"minutes": "20"',
      'sessions[0].phases[0].minutes',
      'wantsNumber',
    ],
    [
      'a kind that does not exist',
      /"kind": "arrival"/,
      '"kind": "party"',
      'sessions[0].phases[0].kind',
      'oneOf',
    ],
    ['a misspelt name', /"rotation":/, '"rotatoin":', 'sessions[0].phases[0].rotatoin', 'unknownKey'],
    ['a file of something else', /"bordet-template"/, '"other"', 'format', 'notTemplate'],
    ['a newer format', /"formatVersion": 1/, '"formatVersion": 2', 'formatVersion', 'newerFormat'],
    [
      'a zone that nobody has',
      /"zones": \[\]/,
      '"zones": ["nowhere"]',
      'sessions[0].phases[0].zones[0]',
      'zoneUnknown',
    ],
  ])('tells the place and the reason of %s', (_what, found, put, path, reason) => {
    const broken = text.replace(found, put)
    expect(broken).not.toBe(text)
    const faults = faultsIn(broken)
    expect(faults).toContainEqual(expect.objectContaining({ path, reason }))
    const { line = 0 } = faults.find((fault) => fault.path === path) ?? {}
    expect(line).toBeGreaterThan(0)
  })

  it('counts lines and columns from one, at the very sign that is wrong', () => {
    expect(faultsIn('{\n  "format": "bordet-template",\n  "name": oops\n}')).toEqual([
      { path: '', reason: 'syntax', holes: {}, line: 3, column: 11 },
    ])
    expect(faultsIn('{"format": "bordet')).toMatchObject([{ reason: 'cutShort', line: 1 }])
    expect(faultsIn(text.slice(0, 900))).toMatchObject([{ reason: 'cutShort' }])
    expect(faultsIn('  ')).toMatchObject([{ reason: 'empty' }])
    expect(faultsIn('['.repeat(100_000))).toMatchObject([{ reason: 'tooDeep' }])
  })

  it('finds two with one id, texts in no language, and what is missing', () => {
    const [session] = file.sessions
    if (!session) throw new Error('no session')
    const { name: _, ...nameless } = file
    expect(faultsIn(JSON.stringify({ ...file, sessions: [session, session] }))).toMatchObject([
      { path: 'sessions[1].id', reason: 'twice' },
    ])
    expect(faultsIn(JSON.stringify({ ...file, name: {} }))).toMatchObject([
      { path: 'name', reason: 'noLanguage' },
    ])
    expect(faultsIn(JSON.stringify(nameless))).toMatchObject([{ path: 'name', reason: 'missing' }])
  })

  it('never throws, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.string(), fc.nat(40), (where, put, cut) => {
        readTemplateText('t1', text.slice(0, where) + put + text.slice(where + cut))
      }),
      { numRuns: 100 },
    )
  })
})

describe('scanJson', () => {
  it('agrees with JSON.parse on what is JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(80), fc.string({ maxLength: 2 }), (json, where, put) => {
        const given = json.slice(0, where) + put + json.slice(where)
        let parses = true
        try {
          JSON.parse(given)
        } catch {
          parses = false
        }
        expect('offsets' in scanJson(given)).toBe(parses)
      }),
      { numRuns: 500 },
    )
  })
})
