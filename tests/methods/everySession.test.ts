import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages, type Language } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { templates } from '@bordet/workshop/templates'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { call } from '../hall/hall.ts'
import { playSession } from './playSession.ts'

const people = 24
const tables = 4
const dataDir = mkdtempSync(join(tmpdir(), 'bordet-methods-'))
let server: RunningServer
beforeAll(async () => {
  server = await startServer({ dataDir, env: { LOG_LEVEL: 'error' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const sessions = templates.flatMap((template) => template.sessions.map((session) => ({ template, session })))

// Side by side, as a server has them: alone each would mostly wait for the disk.
describe.concurrent.each(sessions)('$template.id $session.id', ({ template, session }) => {
  it.each(languages)('is played from the first coffee to the last dot in %s', async (language) => {
    const workshop = {
      templateId: template.id,
      sessionId: session.id,
      title: `${session.id} ${language}`,
      place: 'Lindåsa',
      language,
      tables,
    }
    const { url, organiserKey } = server
    const { written, dots, views, facilitator } = await playSession({ url, organiserKey, workshop, people })

    for (const view of views) expect(missingTexts(view, language)).toEqual([])
    expect(new Set(views.map(({ phase }) => phase.id)).size).toBe(session.phases.length)

    const harvest = await call<Harvest>(`${url}/api/workshops/${facilitator.workshopId}/harvest`, {
      key: facilitator.key,
    })
    const zones = harvest.questions.flatMap((question) => question.zones)
    const found = zones.flatMap(({ notes }) => notes.map(({ text, part }) => `${text} [${part}]`))
    // What people say about themselves is counted, and stands beside no words.
    const wanted = [...written.values()].flatMap(({ text, part }) => {
      const isAboutPerson = text.split('\n').some((line) => aboutPerson.test(line))
      const words = text.split('\n').filter((line) => !isAboutPerson || !aboutPersonOrPlace.test(line))
      return words.length === 0 ? [] : [`${words.join('\n')} [${part}]`]
    })
    expect(found.toSorted()).toEqual(wanted.toSorted())
    const given = zones.flatMap(({ notes }) => notes.map((note) => note.dots ?? 0))
    expect(given.reduce((sum, each) => sum + each, 0)).toBe(dots)
  })
})

const aboutPerson = /^(?:Åldersgrupp|Aldersgruppe|Age group):/
const aboutPersonOrPlace =
  /^(?:Åldersgrupp|Aldersgruppe|Age group|Kön|Køn|Kjønn|Gender|Plats|Sted|Place|Område|Area)\b[^:]*:/

interface Harvest {
  questions: { zones: { notes: { text: string; part: string; dots: number | null }[] }[] }[]
}

/** Texts of the phase that are empty, raw holes, or not the template's in this language. */
function missingTexts({ phase, agenda, title }: View, language: Language): string[] {
  const texts = [
    title,
    phase.name,
    ...(phase.question === undefined ? [] : [phase.question]),
    ...(phase.help === undefined ? [] : [phase.help]),
    ...phase.starters,
    ...(phase.layer === undefined ? [] : [phase.layer]),
    ...agenda.map(({ name }) => name),
    ...phase.zones.flatMap((zone) => [
      zone.title,
      ...(zone.fields ?? []),
      ...(zone.choices?.flat() ?? []),
      ...(zone.parts ?? []),
      ...(zone.layers ?? []),
      ...(zone.criteria ?? []),
    ]),
  ]
  const known = wordsIn.get(language) ?? new Set()
  return texts.filter(
    (text) => text.trim() === '' || /[{}]/.test(text) || !(text === title || known.has(text)),
  )
}

/** Every text of this language in the templates; none of those in a session's phases has a hole. */
function gather(value: unknown, language: Language): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own: unknown = Reflect.get(value, language)
  if (typeof own === 'string') return [own]
  return Object.values(value).flatMap((each) => gather(each, language))
}

const wordsIn = new Map(languages.map((language) => [language, new Set(gather(templates, language))]))
