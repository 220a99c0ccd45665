/** Five devices whose clocks are wrong count down together, and what is written after the end is refused in words. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-clocks-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const minuteMs = 60_000
const spreadMs = 500
/** A loaded machine may swallow one. */
const secondsCompared = 3

test('five pages with clocks up to ten minutes off show the same second; a note after the end is refused', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    language: 'sv',
    tables: 2,
  })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase' })
  const ulla = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
  const bengt = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Bengt', table: 2 })
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })

  const open = async (page: Page, link: string, minutesOff: number) => {
    await page.addInitScript({ content: shiftClock(minutesOff * minuteMs) })
    await page.goto(onLoopback(link, server.url))
    await expect(page.getByRole('timer').first()).toBeVisible()
    return page
  }
  const phone = await open(await visitors.phone(), ulla.link, 10)
  const pages = [
    phone,
    await open(await visitors.phone(), bengt.link, -10),
    await open(await visitors.screen(1920, 1080), workshop.links.screen, -7.5),
    await open(await visitors.screen(1440, 900), workshop.links.facilitator, 3.2),
    await open(await visitors.screen(1180, 820), workshop.links.tables[0]?.link ?? '', 6),
  ]

  await test.step('the same second everywhere', async () => {
    // Phones show seconds in the last minute only.
    await facilitator.ask({ type: 'extend', minutes: -19 })
    for (const page of pages) await expect(page.getByRole('timer').first()).toHaveText(/0:\d\d/)
    const shown = await Promise.all(pages.map(watchClock))
    const seconds = [...(shown[0]?.keys() ?? [])].filter((text) => shown.every((clock) => clock.has(text)))
    expect(seconds.length, 'seconds that all five turned to').toBeGreaterThanOrEqual(secondsCompared)
    const spreads = seconds.map((text) => {
      const at = shown.map((clock) => clock.get(text) ?? 0)
      return Math.max(...at) - Math.min(...at)
    })
    test.info().annotations.push({ type: 'spread in ms', description: spreads.join(', ') })
    expect(Math.max(...spreads), `spreads: ${spreads.join(', ')} ms`).toBeLessThanOrEqual(spreadMs)
  })

  await test.step('a note that was not written in time is refused with a sentence, and the words stay', async () => {
    const thought = 'Bussen behöver gå även på kvällen.'
    // The phone says when a thought was begun, and that lets it finish; one that does not say so is too late.
    await phone.route('**/commands', (route) => {
      const { writtenAt: _writtenAt, ...late } = route.request().postDataJSON()
      return route.continue({ postData: JSON.stringify(late) })
    })
    await phone.getByRole('radio', { name: 'Det här saknas' }).check()
    await phone.getByRole('textbox', { name: 'Skriv en tanke' }).fill(thought)
    await facilitator.ask({ type: 'endPhase' })
    await expect(phone.getByRole('timer').first()).toHaveText('Tiden är ute')
    await phone.getByRole('button', { name: 'Sätt upp på bordets tavla' }).click()
    await expect(phone.getByText('Den delen av mötet är över.')).toBeVisible()
    await expect(phone.getByText(thought)).toBeVisible()
    expect((await facilitator.view()).tables.map(({ notes }) => notes)).toEqual([0, 0])
  })
  visitors.expectNothingForeign()
  await visitors.close()
})

/** For a page before anything else: a computer whose clock is off. `trueNow` tells what all of them have in common. */
function shiftClock(offMs: number): string {
  return `{
    const True = Date
    globalThis.trueNow = () => True.now()
    globalThis.Date = class extends True {
      constructor(...parts) {
        if (parts.length > 0) super(...parts)
        else super(True.now() + ${offMs})
      }
      static now() {
        return True.now() + ${offMs}
      }
    }
  }`
}

/** When the page turned to which digits, over some seconds. */
async function watchClock(page: Page): Promise<Map<string, number>> {
  const turns = await page.evaluate<[string, number][]>(`new Promise((done) => {
    const clock = document.querySelector('[role=timer]')
    const digits = () => /\\d+:\\d\\d/.exec(clock.textContent)?.[0]
    const turns = []
    let last = digits()
    new MutationObserver(() => {
      const now = digits()
      if (now && now !== last) turns.push([now, trueNow()])
      last = now
    }).observe(clock, { subtree: true, childList: true, characterData: true })
    setTimeout(() => done(turns), ${10_000})
  })`)
  return new Map(turns)
}
