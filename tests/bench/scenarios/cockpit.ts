/**
 * How long the facilitator's page takes from a press until what came of it is painted, while a full hall writes, and
 * whether page and server grow over an evening. Real Chromium, the whole server, every phone on its event stream.
 */
import { readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import playwrightConfig from '../../../playwright.config.ts'
import type { Phone } from '../../hall/hall.ts'
import { startServer } from '../../hall/startServer.ts'
import { openCafe, openTableBoards, quantile } from '../drive/openCafe.ts'
import { atMost } from './bars.ts'
import { onlyOnce, type Figures, type Scenario, type Task } from './scenario.ts'

interface HallLoad {
  phones: number
  tables: number
  /** Rounds that are played, each as busy as twenty minutes: their notes come in seconds. */
  rounds: number
  notesOfEach: number
  everyMs: number
}

const evening: HallLoad = { phones: 150, tables: 25, rounds: 12, notesOfEach: 150, everyMs: 20 }
const name = `${evening.phones} phones at ${evening.tables} tables`

export const cockpit: Scenario = {
  name: 'cockpit',
  title: 'The cockpit with a full hall',
  how: `The whole server as it ships; ${evening.phones} phones follow their events, ${evening.tables} boards are open, and the cockpit stands in Chromium on the same machine. In each of ${evening.rounds} rounds ${evening.notesOfEach} notes come, one every ${evening.everyMs} ms, while the facilitator starts the round, gives two minutes, pauses and goes on, moves people, and calls the move back. From the press to the painted answer. Memory after a collection, at the end less what it was after the first third: notes of the evening included.`,
  cases: [
    {
      name,
      servers: ['ours'],
      repeats: onlyOnce,
      measure: (task) =>
        measureCockpit(task, task.isQuick ? { ...evening, phones: 20, rounds: 3, notesOfEach: 20 } : evening),
    },
  ],
  columns: [
    { figure: 'roundP50Ms', title: 'start a round, p50 ms' },
    { figure: 'minutesP50Ms', title: 'two minutes' },
    { figure: 'pauseP50Ms', title: 'pause' },
    { figure: 'moveP50Ms', title: 'move people' },
    { figure: 'undoP50Ms', title: 'call back' },
    { figure: 'p99Ms', title: 'all, p99 ms' },
    { figure: 'pageGrewMib', title: 'page grew by MiB' },
    { figure: 'pageMib', title: 'page, MiB' },
    { figure: 'serverGrewMib', title: 'server grew by MiB' },
    { figure: 'serverMib', title: 'server, MiB' },
  ],
  bars: (medians) => {
    const of = (figure: string) => ({ value: medians.of(name, 'ours', figure) })
    return [
      atMost('cockpit: start a round, median', 100, of('roundP50Ms'), ' ms'),
      atMost('cockpit: two minutes, median', 100, of('minutesP50Ms'), ' ms'),
      atMost('cockpit: pause, median', 100, of('pauseP50Ms'), ' ms'),
      atMost('cockpit: move people, median', 100, of('moveP50Ms'), ' ms'),
      atMost('cockpit: call back, median', 100, of('undoP50Ms'), ' ms'),
    ]
  },
}

type Kind = 'round' | 'minutes' | 'pause' | 'move' | 'undo'

async function measureCockpit({ grounds }: Task, load: HallLoad): Promise<Figures> {
  const server = await startServer({ dataDir: grounds.newFolder() })
  const hasEnded = grounds.adopt(() => process.kill(server.pid, 'SIGKILL'))
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions ?? {})
  const closers: (() => void)[] = []
  try {
    const { workshop, facilitator, phones } = await openCafe(server, load)
    closers.push(...phones.map(followEvents), ...(await openTableBoards(server.url, workshop)))
    const page = await (await browser.newContext({ locale: 'sv-SE' })).newPage()
    await page.goto(`${server.url}/facilitate/${workshop.id}#${workshop.keys.facilitator}`)
    const devtools = await page.context().newCDPSession(page)
    const times: Record<Kind, number[]> = { round: [], minutes: [], pause: [], move: [], undo: [] }
    const memory: { page: number; server: number }[] = []
    for (let round = 0; round < load.rounds; round += 1) {
      await facilitator.ask({ type: 'startPhase', phaseId: 'welcome' })
      await ready(page)
      const press = async (kind: Kind, which: Press) => {
        await ready(page)
        times[kind].push(await pressAndPaint(page, which))
      }
      await press('round', { button: '#go', changes: 'h1' })
      const writing = writeNotes(phones, load)
      await press('minutes', { button: 'button[aria-label="plus 2 minuter"]', changes: 'until' })
      await press('pause', { button: 'Pausa', changes: 'paused' })
      await press('pause', { button: 'Fortsätt', changes: 'paused' })
      await writing
      await press('move', { button: '#go', changes: 'h1' })
      await press('undo', { button: 'Ångra', changes: 'h1' })
      await devtools.send('HeapProfiler.collectGarbage')
      const { usedSize } = await devtools.send('Runtime.getHeapUsage')
      memory.push({ page: usedSize / 2 ** 20, server: rssMib(server.pid) })
    }
    const early = memory[Math.floor(memory.length / 3)]
    const last = memory.at(-1)
    if (!early || !last) throw new Error('no round was played')
    return {
      roundP50Ms: quantile(times.round, 0.5),
      minutesP50Ms: quantile(times.minutes, 0.5),
      pauseP50Ms: quantile(times.pause, 0.5),
      moveP50Ms: quantile(times.move, 0.5),
      undoP50Ms: quantile(times.undo, 0.5),
      p99Ms: quantile(Object.values(times).flat(), 0.99),
      pageGrewMib: last.page - early.page,
      pageMib: last.page,
      serverGrewMib: last.server - early.server,
      serverMib: last.server,
    }
  } finally {
    for (const close of closers) close()
    await browser.close()
    await server.stop()
    hasEnded()
  }
}

/** `button`: a selector, or the first words on it. */
interface Press {
  button: string
  changes: 'h1' | 'until' | 'paused'
}

/** No command is under way, and the main button rests no more. */
async function ready(page: Page): Promise<void> {
  await page.locator('#go:not([aria-disabled="true"])').waitFor()
  await page.waitForTimeout(700)
}

/** Milliseconds on the page's clock, up to the frame after the one in which the answer was drawn. */
function pressAndPaint(page: Page, press: Press): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const { button, changes } = ${JSON.stringify(press)}
    const target = /^[#b]/.test(button)
      ? document.querySelector(button)
      : [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(button))
    if (!target) return reject(new Error('no button ' + button))
    const read = {
      h1: () => document.querySelector('h1').textContent,
      until: () => document.querySelector('.clock').textContent.match(/till [\\d.:]+/)?.[0],
      paused: () => String(document.querySelector('.ring.is-paused') !== null),
    }[changes]
    const before = read()
    const late = setTimeout(() => reject(new Error(button + ' changed nothing')), 10000)
    const look = new MutationObserver(() => {
      if (read() === before) return
      look.disconnect()
      clearTimeout(late)
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
    })
    look.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    const start = performance.now()
    target.click()
  })`)
}

async function writeNotes(phones: readonly Phone[], { notesOfEach, everyMs }: HallLoad): Promise<void> {
  const asks: Promise<unknown>[] = []
  for (let index = 0; index < notesOfEach; index += 1) {
    const text = `Bussen går inte efter klockan sex (${index})`
    // A pause refuses what comes meanwhile: phones keep it then, here it is let go.
    const asked = phones[index % phones.length]?.ask({ type: 'addNote', zone: 'works', text })
    if (asked) asks.push(asked.catch(() => {}))
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  await Promise.all(asks)
}

function followEvents({ url, workshopId, key }: Phone): () => void {
  const address = `${url.replace('http', 'ws')}/api/workshops/${workshopId}/events`
  const socket = new WebSocket(address, ['bordet', `bearer.${key}`])
  return () => socket.close()
}

function rssMib(pid: number): number {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1024
}
