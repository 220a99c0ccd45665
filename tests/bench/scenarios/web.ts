/**
 * The pages in real Chromium: how soon a phone and a board can be used, what they weigh, how a full board pans, and
 * how soon another's change is painted. Slow means 4 × CPU, 1.6 Mbit/s and 150 ms, set by the browser's own tools.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { boardRoots, placeNote, seedZones } from '@bordet/board'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import playwrightConfig from '../../../playwright.config.ts'
import { startServer, type RunningServer } from '../../hall/startServer.ts'
import { openCafe, quantile, type Cafe } from '../drive/openCafe.ts'
import { installFrom } from '../servers/installPeers.ts'
import { atLeast, atMost } from './bars.ts'
import { onlyOnce, type Case, type Figures, type Scenario, type Task } from './scenario.ts'

const fullBoard = 1_000
const visits = 5
const launchOptions = playwrightConfig.use?.launchOptions ?? {}
const webFolder = join(import.meta.dirname, '../web')

interface Scene {
  server: RunningServer
  cafe: Cafe
  browser: Browser
  isQuick: boolean
}

type Measure = (scene: Scene) => Promise<Figures>

const joinPage = 'The page to join on, slow'
const phonePage = 'The phone in a round, slow'
const boardPage = 'A table’s board'
const slowBoard = 'A table’s board, slow'
const largeBoard = `A board of ${fullBoard} notes`
const change = 'Another’s change'

export const web: Scenario = {
  name: 'web',
  title: 'The pages in Chromium',
  how: `The whole server as it ships and Chromium beside it. Slow is 4 × CPU, 1.6 Mbit/s and 150 ms. Usable: from the first byte asked for until one can type the code, write a note, or put one on the board; the median of ${visits} first visits. Scripts and page as they came over the wire. Lighthouse as it comes, for a phone. Frames while the board is panned for three seconds; a change from its arrival at the page to the frame that shows it.`,
  cases: [
    oneCase(joinPage, measureJoin),
    oneCase(phonePage, measurePhone),
    oneCase(boardPage, (scene) => measureBoard(scene, false)),
    oneCase(slowBoard, (scene) => measureBoard(scene, true)),
    oneCase(largeBoard, measureLarge),
    oneCase(change, measureChange),
  ],
  columns: [
    { figure: 'usableMs', title: 'usable, ms' },
    { figure: 'outlineMs', title: 'list, ms' },
    { figure: 'scriptKib', title: 'script, KiB' },
    { figure: 'pageKib', title: 'page, KiB' },
    { figure: 'performance', title: 'performance' },
    { figure: 'accessibility', title: 'accessibility' },
    { figure: 'bestPractices', title: 'best practices' },
    { figure: 'framesPerSecond', title: 'frames/s' },
    { figure: 'paintP95Ms', title: 'painted after, p95 ms' },
  ],
  bars: (medians) => {
    const of = (name: string, figure: string) => ({ value: medians.of(name, 'ours', figure) })
    return [
      ...[joinPage, phonePage].flatMap((page) => [
        atMost(`${page}: usable`, 1200, of(page, 'usableMs'), ' ms'),
        atMost(`${page}: script of the first view`, 25_000 / 1024, of(page, 'scriptKib'), ' KiB'),
        atMost(`${page}: page`, 60_000 / 1024, of(page, 'pageKib'), ' KiB'),
        atLeast(`${page}: performance`, 95, of(page, 'performance')),
        atLeast(`${page}: accessibility`, 100, of(page, 'accessibility')),
        atLeast(`${page}: best practices`, 100, of(page, 'bestPractices')),
      ]),
      atMost(`${boardPage}: usable`, 2000, of(boardPage, 'usableMs'), ' ms'),
      atMost(`${slowBoard}: usable`, 4500, of(slowBoard, 'usableMs'), ' ms'),
      atMost(`${largeBoard}: usable`, 2000, of(largeBoard, 'usableMs'), ' ms'),
      atLeast(`${largeBoard}: pans at`, 50, of(largeBoard, 'framesPerSecond'), ' frames/s'),
      atMost(`${change}: painted after, p95`, 50, of(change, 'paintP95Ms'), ' ms'),
    ]
  },
}

function oneCase(name: string, measure: Measure): Case {
  return { name, servers: ['ours'], repeats: onlyOnce, measure: (task) => onStage(task, measure) }
}

async function onStage({ grounds, isQuick }: Task, measure: Measure): Promise<Figures> {
  const server = await startServer({ dataDir: grounds.newFolder() })
  const hasEnded = grounds.adopt(() => process.kill(server.pid, 'SIGKILL'))
  const browser = await chromium.launch(launchOptions)
  try {
    const cafe = await openCafe(server, { phones: 2, tables: 2 })
    await cafe.facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
    return await measure({ server, cafe, browser, isQuick })
  } finally {
    await browser.close()
    await server.stop()
    hasEnded()
  }
}

async function measureJoin(scene: Scene): Promise<Figures> {
  const address = `${scene.server.url}/j/${scene.cafe.workshop.joinCode}`
  return { ...(await visit(scene, address, 'main h1, #code')), ...judge(address) }
}

async function measurePhone(scene: Scene): Promise<Figures> {
  const [phone] = scene.cafe.phones
  const address = phone?.link ?? ''
  return { ...(await visit(scene, address, '#write')), ...judge(address) }
}

/** The median of some first visits. */
async function visit({ browser, isQuick }: Scene, address: string, usable: string): Promise<Figures> {
  const times: number[] = []
  let weight = { scriptKib: 0, pageKib: 0 }
  for (let index = 0; index < (isQuick ? 1 : visits); index += 1) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'sv-SE',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    await slowDown(context, page)
    const sizes = weighLoads(page)
    await watchFor(page, usable)
    await page.goto(address, { waitUntil: 'commit' })
    times.push(await page.evaluate<number>('window.usable'))
    weight = await sizes()
    await context.close()
  }
  return { usableMs: quantile(times, 0.5), ...weight }
}

/** On the page's own clock, which begins with the navigation: asking from outside comes up to half a second late. */
async function watchFor(page: Page, selector: string): Promise<void> {
  await page.addInitScript(`window.usable = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) return
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    const watch = new MutationObserver(look)
    watch.observe(document, { subtree: true, childList: true })
  })`)
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page)
  const bytesPerSecond = (1.6 * 1_000_000) / 8
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Bytes over the wire until asked, headers left out. */
function weighLoads(page: Page): () => Promise<{ scriptKib: number; pageKib: number }> {
  const loads: Promise<{ isScript: boolean; bytes: number }>[] = []
  page.on('requestfinished', (request) => {
    loads.push(
      request.sizes().then(
        ({ responseBodySize }) => ({
          isScript: request.resourceType() === 'script',
          bytes: responseBodySize,
        }),
        () => ({ isScript: false, bytes: 0 }),
      ),
    )
  })
  return async () => {
    const done = await Promise.all(loads)
    const sum = (which: (load: { isScript: boolean }) => boolean) =>
      done.filter(which).reduce((total, { bytes }) => total + bytes, 0) / 1024
    return { scriptKib: sum(({ isScript }) => isScript), pageKib: sum(() => true) }
  }
}

function judge(address: string): Figures {
  installFrom(webFolder, 'Lighthouse')
  const { executablePath = chromium.executablePath(), args = [] } = launchOptions
  const line = execFileSync(
    process.execPath,
    [join(webFolder, 'judge.mjs'), address, executablePath, ...args],
    {
      encoding: 'utf8',
      timeout: 180_000,
    },
  )
  const { performance, accessibility, bestPractices, failed } = JSON.parse(line)
  if (failed.length > 0)
    console.log(`  Lighthouse misses at ${new URL(address).pathname}: ${failed.join(', ')}`)
  return { performance, accessibility, bestPractices }
}

const boardReady = '.tl-container'

async function measureBoard({ browser, server, cafe, isQuick }: Scene, isSlow: boolean): Promise<Figures> {
  const times: number[] = []
  const outline: number[] = []
  for (let index = 0; index < (isQuick ? 1 : visits); index += 1) {
    const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'sv-SE' })
    const page = await context.newPage()
    if (isSlow) await slowDown(context, page)
    const start = performance.now()
    await page.goto(boardLink(server, cafe), { waitUntil: 'commit' })
    await page.locator('.bt-top').waitFor()
    outline.push(performance.now() - start)
    await page.locator(boardReady).waitFor({ timeout: 60_000 })
    await page.locator('.bt-rail button:not([disabled])').first().waitFor()
    times.push(performance.now() - start)
    await context.close()
  }
  return { usableMs: quantile(times, 0.5), outlineMs: quantile(outline, 0.5) }
}

function boardLink({ url }: RunningServer, { workshop }: Cafe): string {
  return `${url}/table/${workshop.id}/1#${workshop.keys.tables[0]?.key ?? ''}`
}

async function measureLarge({ browser, server, cafe, isQuick }: Scene): Promise<Figures> {
  const doc = await openDocument(server, cafe)
  const zone = (await cafe.facilitator.view()).phase.zones[0]
  if (!zone) throw new Error('no zone')
  doc.doc.transact(() => {
    seedZones(doc.doc, [zone])
    for (let index = 0; index < (isQuick ? 50 : fullBoard); index += 1) {
      placeNote(doc.doc, {
        id: crypto.randomUUID(),
        zone: zone.id,
        phase: 'r1',
        text: `Bussen går inte efter klockan sex, och macken stänger (${index})`,
        color: zone.color,
        by: 'table',
        at: index,
        via: 'board',
      })
    }
  })
  await doc.synced()
  const page = await (
    await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'sv-SE' })
  ).newPage()
  const start = performance.now()
  await page.goto(boardLink(server, cafe), { waitUntil: 'commit' })
  // Those out of sight are not drawn.
  await page.locator('.bn').filter({ visible: true }).first().waitFor({ timeout: 30_000 })
  await page.locator('.bt-rail button:not([disabled])').first().waitFor()
  const usableMs = performance.now() - start
  await page.waitForTimeout(1_500)
  const framesPerSecond = await pan(page)
  doc.close()
  return { usableMs, framesPerSecond }
}

/** Two fingers on a touch pad, for three seconds. */
async function pan(page: Page): Promise<number> {
  await page.mouse.move(590, 500)
  const counted = page.evaluate<number>(`new Promise((resolve) => {
    const start = performance.now()
    let frames = 0
    const next = () => {
      frames += 1
      const ms = performance.now() - start
      if (ms < 3000) requestAnimationFrame(next)
      else resolve(frames / (ms / 1000))
    }
    requestAnimationFrame(next)
  })`)
  const until = performance.now() + 3_000
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.wheel(step % 200 < 100 ? 6 : -6, step % 120 < 60 ? 14 : -14)
    await page.waitForTimeout(14)
  }
  return counted
}

/** From the bytes' arrival in the page to the frame after the note is in it. */
async function measureChange({ browser, server, cafe, isQuick }: Scene): Promise<Figures> {
  const page = await (
    await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: 'sv-SE' })
  ).newPage()
  await page.addInitScript(`{
    window.arrivals = []
    const Native = WebSocket
    window.WebSocket = class extends Native {
      constructor(...given) {
        super(...given)
        this.addEventListener('message', () => window.arrivals.push(performance.now()))
      }
    }
  }`)
  await page.goto(boardLink(server, cafe))
  await page.locator(boardReady).waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1_500)
  const times: number[] = []
  const zone = (await cafe.facilitator.view()).phase.zones.find(({ scope }) => scope === 'table')
  if (!zone) throw new Error('no zone')
  for (let index = 0; index < (isQuick ? 3 : 40); index += 1) {
    const text = `Tanke ${index} om bussen`
    const painted = page.evaluate<number>(`new Promise((resolve) => {
      const look = () => {
        const note = [...document.querySelectorAll('.bn')].find(({ textContent }) => textContent.includes(${JSON.stringify(text)}))
        if (!note) return
        watch.disconnect()
        const arrived = window.arrivals.findLast((at) => at <= performance.now())
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - arrived)))
      }
      const watch = new MutationObserver(look)
      watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    })`)
    const [phone] = cafe.phones
    await phone?.ask({ type: 'addNote', zone: zone.id, text })
    times.push(await painted)
    await page.waitForTimeout(120)
  }
  return { paintP95Ms: quantile(times, 0.95) }
}

async function openDocument({ url }: RunningServer, { workshop }: Cafe) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(
    `${url.replace('http', 'ws')}/sync`,
    workshop.boards.tables[0] ?? '',
    doc,
    {
      protocols: ['bordet', `bearer.${workshop.keys.tables[0]?.key ?? ''}`],
      disableBc: true,
    },
  )
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return {
    doc,
    /** Once another client would read it. */
    async synced() {
      for (;;) {
        const other = new Y.Doc()
        const reader = new WebsocketProvider(
          `${url.replace('http', 'ws')}/sync`,
          workshop.boards.tables[0] ?? '',
          other,
          { protocols: ['bordet', `bearer.${workshop.keys.tables[0]?.key ?? ''}`], disableBc: true },
        )
        await new Promise<void>((resolve) => reader.once('sync', () => resolve()))
        const count = boardRoots(other).notes.size
        reader.destroy()
        if (count >= boardRoots(doc).notes.size) return
      }
    },
    close: () => provider.destroy(),
  }
}
