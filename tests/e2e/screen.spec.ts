/** The big screen through an evening, in light and dark: nobody touches it after the start, not even when the server dies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-screen-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('the big screen is accessible at every stage and goes on by itself after a crash', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    language: 'sv',
    tables: 3,
  })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  const context = await visitors.visitor({ viewport: { width: 1920, height: 1080 } })
  const screen = await context.newPage()
  await screen.goto(onLoopback(workshop.links.screen, server.url))

  await test.step('it is tried and started before the evening, and the sound can be turned off', async () => {
    await expect(screen.getByRole('heading', { name: 'Prova storbilden' })).toBeVisible()
    await isAccessible(screen)
    await screen.getByRole('button', { name: 'Starta storbilden' }).click()
    await expect(screen.getByRole('heading', { name: 'Välkommen!' })).toBeVisible()
    await screen.getByRole('button', { name: 'Stäng av ljudet' }).click()
    await screen.reload()
    await expect(screen.getByRole('heading', { name: 'Välkommen!' })).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Slå på ljudet' })).toBeVisible()
    await isAccessible(screen)
  })

  const person = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
  await facilitator.ask({ type: 'startPhase' })
  await test.step('it survives a server that is killed, without a hand on it', async () => {
    await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
    const question = screen.getByRole('heading', { level: 1, name: /Hur klarar du vardagen/ })
    await expect(question).toBeVisible()
    const { port } = server
    await server.kill()
    await expect(screen.getByRole('img', { name: 'Utan nät' })).toBeVisible({ timeout: 30_000 })
    await expect(question).toBeVisible()
    server = await startServer({ dataDir, port })
    await facilitator.ask({ type: 'broadcast', text: 'Nu är vi tillbaka.' })
    await expect(screen.getByText('Nu är vi tillbaka.')).toBeVisible({ timeout: 30_000 })
    await expect(screen.getByRole('img', { name: 'Utan nät' })).toBeHidden()
    await isAccessible(screen)
  })

  await test.step('it shows the moves, the harvest and the end', async () => {
    for (const phaseId of ['m1', 'break', 'tableharvest']) {
      await facilitator.ask({ type: 'startPhase', phaseId })
      await isAccessible(screen)
    }
    await person.ask({ type: 'addNote', zone: 'carry', text: 'Små lägenheter, så att de äldre kan bo kvar.' })
    await facilitator.ask({ type: 'startPhase', phaseId: 'plenary' })
    await expect(screen.getByText('Små lägenheter, så att de äldre kan bo kvar.')).toBeVisible()
    await isAccessible(screen)
    await facilitator.ask({ type: 'addNoteFor', table: 0, zone: 'wall', text: 'Bostäder' })
    await expect(screen.getByRole('heading', { name: 'Bostäder' })).toBeVisible()
    await isAccessible(screen)
    await facilitator.ask({ type: 'startPhase', phaseId: 'dots' })
    await facilitator.ask({ type: 'reveal' })
    await isAccessible(screen)
    await facilitator.ask({ type: 'close' })
    await expect(screen.getByRole('heading', { name: 'Tack för att du kom!' })).toBeVisible()
    await isAccessible(screen)
  })
  visitors.expectNothingForeign()
  await visitors.close()
})

async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html }) => html) })),
      colorScheme,
    ).toEqual([])
  }
}
