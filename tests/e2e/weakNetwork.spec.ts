/** A hall with a bad network: slow, lossy, gone for a minute, tabs closed and clocks wrong. No note is lost, none doubled. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { createCafe, joinByPhone, Member, type Phone } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { createVisitors } from './openPage.ts'

const phoneCount = 10
const notesEach = 20
const hourMs = 3_600_000

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-weak-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A seeded die for each phone: a failing run can be run again. */
function die(seed: number): (below: number) => number {
  let state = seed * 7919 + 1
  return (below) => (state = (state * 48271) % 2147483647) % below
}

/** A second there and a second back, and every tenth request is lost before or after the server heard it. */
async function makeWeak(context: BrowserContext, random: (below: number) => number): Promise<void> {
  await context.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    if (random(20) === 0) return route.abort('connectionreset').catch(() => {})
    const response = await route.fetch().catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    if (!response || random(20) === 0) return route.abort('connectionreset').catch(() => {})
    return route.fulfill({ response }).catch(() => {})
  })
}

test('two hundred notes from ten phones on a bad network stand exactly once, and every phone says so', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })

  const wanted = (index: number) =>
    Array.from({ length: notesEach }, (_, n) => `Telefon ${index}, tanke ${n}, ${'bra '.repeat(n % 4)}så.`)

  const writeAll = async (index: number): Promise<Phone> => {
    const random = die(index + 1)
    const person = await joinByPhone(server.url, { code: workshop.joinCode, table: (index % 2) + 1 })
    const context = await visitors.visitor({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    // A third of all clocks is an hour off, either way.
    const offMs = index % 3 === 0 ? (index % 2 === 0 ? hourMs : -hourMs) : 0
    await context.addInitScript(`{
      const now = Date.now
      Date.now = () => now() + ${offMs}
    }`)
    let page: Page = await context.newPage()
    await page.goto(person.link)
    await expect(page.locator('#write')).toBeVisible()
    await makeWeak(context, random)
    for (const [n, text] of wanted(index).entries()) {
      if (n === 5 && index % 2 === 0) await context.setOffline(true)
      if (n === 9 && index % 4 === 1) {
        // The tab is closed with whatever waits, and the link opened again.
        await page.close()
        page = await context.newPage()
        await page.goto(person.link)
        await expect(page.locator('#write')).toBeVisible({ timeout: 60_000 })
      }
      await page.locator('#write').fill(text)
      await page.getByRole('button', { name: 'Sätt upp på bordets tavla' }).click()
      await expect(page.locator('#write')).toHaveValue('')
      await page.waitForTimeout(random(1_200))
    }
    if (index % 2 === 0) {
      await page.waitForTimeout(60_000)
      await context.setOffline(false)
    }
    // What the phone says, it says of what is durable: the same note is in the harvest.
    const saved = page.locator('.mine', { hasText: 'Uppsatt' })
    await expect(saved).toHaveCount(notesEach, { timeout: 240_000 })
    await expect(page.locator('.mine', { hasText: 'Sparat i din telefon' })).toHaveCount(0)
    return person
  }
  const people = await Promise.all(Array.from({ length: phoneCount }, (_, index) => writeAll(index)))
  const texts: string[] = []
  for (const person of people) {
    const own = (await person.view()).notes.filter((note) => note.mine)
    texts.push(...own.map((note) => note.text))
  }
  const all = people.flatMap((_, index) => wanted(index))
  expect(texts.sort()).toEqual(all.sort())
  visitors.expectNothingForeign()
  await visitors.close()

  const before = texts.length
  await server.stop()
  server = await startServer({ dataDir })
  const again = new Member(server.url, workshop.id, workshop.keys.facilitator)
  const { tables } = await again.view()
  expect(tables.reduce((sum, table) => sum + table.notes, 0)).toBe(before)
})
