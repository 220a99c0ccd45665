/** `npm run pictures`: takes the README's pictures from the living hall of the demo, in round 1. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import playwright from '../playwright.config.ts'
import { createWorkshop, joinByPhone, Member } from '../tests/hall/hall.ts'
import { startLivingHall } from '../tests/hall/livingHall.ts'
import { startServer } from '../tests/hall/startServer.ts'

const pictures = join(import.meta.dirname, '../docs/pictures')
mkdirSync(pictures, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'bordet-pictures-'))
const server = await startServer({ dataDir })
const workshop = await createWorkshop(server.url, server.organiserKey, {
  templateId: 'world-cafe-service',
  sessionId: 'A1',
  title: 'World Café i Lindåsa',
  place: 'Lindåsa',
  owner: 'Ekdala kommun',
  language: 'sv',
  tables: 6,
  // Round 1 comes 35 minutes after the doors open: the evening is on time.
  startsAt: Date.now() - 35 * 60_000,
})
const hall = await startLivingHall({
  url: server.url,
  workshop,
  village: 'Lindåsa',
  people: 28,
  pace: { noteMs: 350, phaseMs: 3_600_000 },
  log: () => {},
})
const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
await facilitator.ask({ type: 'startPhase' })
await facilitator.ask({ type: 'startPhase' })
const phone = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Rut', table: 2 })
await phone.ask({
  type: 'addNote',
  zone: 'works',
  text: 'Lanthandeln är öppen på söndagar och tar emot paket.',
})
await phone.ask({ type: 'addNote', zone: 'missing', text: 'Bussen går inte efter klockan sex.' })
const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
const here = (link: string) => new URL(new URL(link).pathname + new URL(link).hash, server.url).href

for (const [name, link, width, height] of [
  ['phone', phone.link, 390, 844],
  ['board', here(workshop.links.tables[1]?.link ?? ''), 1280, 820],
  ['cockpit', here(workshop.links.facilitator), 1440, 900],
  ['screen', here(workshop.links.screen), 1920, 1080],
] as const) {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'sv-SE' })
  await page.goto(link)
  // Long enough for notes to land, so that the picture shows a hall at work.
  await page.waitForTimeout(6_000)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  await page.close()
}
await browser.close()
hall.close()
await server.stop()
rmSync(dataDir, { recursive: true, force: true })
