/**
 * The files of a large evening, asked for over HTTP as the pages do, while the hall goes on asking for its state; and
 * how often a note's theme is guessed.
 */
import { placeNote, seedZones } from '@bordet/board'
import { suggestThemes } from '@bordet/harvest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  guessRate,
  readCorpus,
  unseenRate,
  type UnseenSet,
} from '../../../packages/harvest/src/testing/guessRate.ts'
import { startServer, type RunningServer } from '../../hall/startServer.ts'
import { readRssKib } from '../drive/machineCost.ts'
import { openCafe, quantile, type Cafe } from '../drive/openCafe.ts'
import { atLeast, atMost } from './bars.ts'
import { onlyOnce, type Case, type Figures, type Scenario, type Task } from './scenario.ts'

const people = 150
const tables = 25
const notes = 2_000
const formats = ['docx', 'pdf', 'xlsx', 'zip'] as const
const files = `Files of ${notes} notes, ${people} people`
const cafe = 'Guesses, Swedish World Café'
const towns = 'Guesses, Danish town profile'
const draws = 60

export const harvest: Scenario = {
  name: 'harvest',
  title: 'The harvest',
  how: `The whole server as it ships, with ${people} people at ${tables} tables and ${notes} notes: each file once over HTTP, the first of its kind included. Meanwhile a facilitator asks for the state every 50 ms; p95 of those answers, and the most memory above what the server held before the first file. Guesses: three sorted notes a theme, mean of ${draws} draws; the right theme among the three that are shown, beside always guessing the three largest; and the time for 300 notes. Unseen notes: nothing is sorted, so the lists of words speak alone, on notes that nobody had seen who wrote the lists (\`tests/content/notes-unseen.json\`).`,
  cases: [
    { name: files, servers: ['ours'], repeats: onlyOnce, measure: measureFiles },
    guessCase(cafe, 'notes-world-cafe', 'sv'),
    guessCase(towns, 'notes-town-profile', 'da'),
    unseenCase('Unseen notes, Swedish, lists alone', 'sv-cafe'),
    unseenCase('Unseen notes, Danish, lists alone', 'da-profile'),
    unseenCase('Unseen notes, Norwegian, lists alone', 'nb-cafe'),
    unseenCase('Unseen notes, English, lists alone', 'en-cafe'),
  ],
  columns: [
    ...formats.map((format) => ({ figure: `${format}Ms`, title: `${format}, ms` })),
    { figure: 'stateP95Ms', title: 'state meanwhile, p95 ms' },
    { figure: 'grewMib', title: 'memory above idle, MiB' },
    { figure: 'amongThree', title: 'right among three' },
    { figure: 'largest', title: 'by size alone' },
    { figure: 'guessMs', title: '300 notes, ms' },
  ],
  bars: (medians) => {
    const of = (name: string, figure: string) => ({ value: medians.of(name, 'ours', figure) })
    return [
      atMost('DOCX', 3_000, of(files, 'docxMs'), ' ms'),
      atMost('PDF', 5_000, of(files, 'pdfMs'), ' ms'),
      atMost('XLSX', 2_000, of(files, 'xlsxMs'), ' ms'),
      atMost('ZIP', 15_000, of(files, 'zipMs'), ' ms'),
      atMost('state meanwhile, p95', 100, of(files, 'stateP95Ms'), ' ms'),
      atMost('memory above idle', 300, of(files, 'grewMib'), ' MiB'),
      atLeast('right among three, Swedish', 0.8, of(cafe, 'amongThree')),
      atLeast('right among three, Danish', 0.75, of(towns, 'amongThree')),
      atMost('300 notes', 50, of(cafe, 'guessMs'), ' ms'),
    ]
  },
}

async function measureFiles({ grounds, isQuick }: Task): Promise<Figures> {
  const server = await startServer({ dataDir: grounds.newFolder() })
  const hasEnded = grounds.adopt(() => process.kill(server.pid, 'SIGKILL'))
  try {
    const hall = await openCafe(server, { phones: isQuick ? 10 : people, tables })
    await hall.facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
    await writeNotes(server, hall, isQuick ? 200 : notes)
    return await askForFiles(server, hall)
  } finally {
    await server.stop()
    hasEnded()
  }
}

async function writeNotes(
  server: RunningServer,
  { workshop, facilitator }: Cafe,
  count: number,
): Promise<void> {
  const { notes: texts } = readCorpus('notes-world-cafe', 'sv')
  const [zone] = (await facilitator.view()).phase.zones
  if (!zone) throw new Error('No zone is open.')
  const each = Math.ceil(count / workshop.boards.tables.length)
  for (const [index, boardId] of workshop.boards.tables.entries()) {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, boardId, doc, {
      protocols: ['bordet', `bearer.${workshop.keys.tables[index]?.key ?? ''}`],
      params: { saved: '1' },
      disableBc: true,
    })
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    doc.transact(() => {
      seedZones(doc, [zone])
      for (let at = 0; at < each; at += 1)
        placeNote(doc, {
          id: crypto.randomUUID(),
          zone: zone.id,
          phase: 'r1',
          text: texts[(index * each + at) % texts.length]?.text ?? '',
          color: zone.color,
          by: 'table',
          at: Date.now(),
          via: 'board',
        })
    })
    const deadline = Date.now() + 20_000
    while (((await facilitator.view()).tables[index]?.notes ?? 0) < each) {
      if (Date.now() > deadline) throw new Error(`Table ${index + 1} did not take its notes.`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    provider.destroy()
  }
}

async function askForFiles(server: RunningServer, { workshop, facilitator }: Cafe): Promise<Figures> {
  const idle = readRssKib(server.pid)
  let most = idle
  const waiting = { files: formats.length }
  const waits: number[] = []
  const watching = (async () => {
    while (waiting.files > 0) {
      const start = performance.now()
      await facilitator.view()
      waits.push(performance.now() - start)
      most = Math.max(most, readRssKib(server.pid))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  const figures: Record<string, number> = {}
  for (const format of formats) {
    const start = performance.now()
    const answer = await fetch(`${server.url}/api/workshops/${workshop.id}/export?format=${format}`, {
      headers: { authorization: `Bearer ${workshop.keys.facilitator}` },
    })
    const { byteLength } = await answer.arrayBuffer()
    if (!answer.ok || byteLength < 10_000) throw new Error(`No ${format}: status ${answer.status}`)
    figures[`${format}Ms`] = performance.now() - start
    waiting.files -= 1
  }
  await watching
  return { ...figures, stateP95Ms: quantile(waits, 0.95), grewMib: (most - idle) / 1024 }
}

function guessCase(name: string, file: Parameters<typeof readCorpus>[0], language: 'sv' | 'da'): Case {
  return {
    name,
    servers: ['ours'],
    repeats: onlyOnce,
    measure: async ({ isQuick }) => {
      const corpus = readCorpus(file, language)
      const { amongThree, largest } = guessRate(corpus, { labels: 3, draws: isQuick ? 5 : draws, seed: 7 })
      const some = Array.from({ length: 300 }, (_, index) => {
        const note = corpus.notes[index % corpus.notes.length]
        return {
          id: String(index),
          text: note?.text ?? '',
          themeIds: index % 5 === 0 && note ? [note.theme] : [],
        }
      })
      const times = Array.from({ length: 9 }, () => {
        const start = performance.now()
        suggestThemes(some, corpus.themes)
        return performance.now() - start
      })
      return { amongThree, largest, guessMs: quantile(times, 0.5) }
    },
  }
}

function unseenCase(name: string, set: UnseenSet): Case {
  return {
    name,
    servers: ['ours'],
    repeats: onlyOnce,
    measure: () => Promise.resolve({ ...unseenRate(set) }),
  }
}
