/** Before the evening: paper out of the printer, the hall drawn with the keyboard alone, meeting links; then who sees them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-hall-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const newWorkshop = () =>
  createWorkshop(server.url, server.organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    owner: 'Ekdala kommun',
    language: 'sv',
    tables: 8,
    openBoards: true,
    startsAt: Date.now(),
  })

async function expectAccessible(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

test('from the list to paper in the hand takes eight presses at most', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const page = await visitors.screen()
  await page.goto(`${server.url}/organise#${server.organiserKey}`)
  let presses = 0
  const press = async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
    presses += 1
    await page.getByRole(role, { name }).first().click()
  }
  await press('Ny workshop', 'link')
  // Into the field, and out of it.
  presses += 1
  await page.getByLabel('Ort', { exact: true }).fill('Lindåsa')
  await press('Skapa workshop')
  const download = page.waitForEvent('download')
  await press('Bordskort')
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  expect(presses).toBeLessThanOrEqual(8)
  await visitors.close()
})

test('paper, a floor plan without a mouse, and links for a meeting online', async ({ browser }) => {
  const workshop = await newWorkshop()
  const visitors = createVisitors(browser, () => server.url)
  const page = await visitors.screen()
  await page.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bordskort' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Bordskort – Lindåsa – \d{4}-\d\d-\d\d\.pdf$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 8)
      .toString(),
  ).toBe('%PDF-1.7')

  await test.step('the plan, by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Rita salens plan' }).focus()
    await page.keyboard.press('Enter')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'rad 1, plats 1: tom' }).focus()
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
    await expect(page.getByText('Bord 1 är lyft.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeVisible()
    for (const key of ['Enter', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await expect(page.getByText('Bord 1 står nu på rad 1, plats 1.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'rad 1, plats 1: Bord 1' })).toBeFocused()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Delete']) await page.keyboard.press(key)
    await expect(page.getByText('Ingång är borta från rad 4, plats 1.')).toBeVisible()
    await page.getByRole('button', { name: 'Spara' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('a meeting link for each table, pasted at once', async () => {
    await page.getByRole('button', { name: 'Möteslänkar' }).click()
    const first = page.getByLabel('Bord 1', { exact: true })
    await first.fill('meet.example')
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByText('Skriv hela adressen')).toBeVisible()
    await expectAccessible(page)
    const links = workshop.boards.tables.map((_, index) => `https://meet.example/bord-${index + 1}`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(links.join('\n'))})`)
    await first.focus()
    await page.keyboard.press('Control+V')
    await expect(page.getByLabel('Bord 8', { exact: true })).toHaveValue('https://meet.example/bord-8')
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  const person = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Rut', table: 1 })
  for (let table = 2; table <= 8; table += 1)
    await joinByPhone(server.url, { code: workshop.joinCode, table })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })

  await test.step('somebody at the table opens its board and may write on it', async () => {
    const phone = await visitors.phone()
    await phone.goto(person.link)
    await phone
      .getByRole('button', { name: 'Jag är här' })
      .or(phone.getByText('Hur klarar du'))
      .first()
      .waitFor()
    const found = phone.getByRole('button', { name: /hittat/ })
    if (await found.isVisible()) await found.click()
    await expect(phone.getByRole('link', { name: 'Öppna mötet för bord 1' })).toHaveAttribute(
      'href',
      'https://meet.example/bord-1',
    )
    const address = await phone.getByRole('link', { name: 'Öppna tavlan för bord 1' }).getAttribute('href')
    const board = await visitors.screen()
    await board.goto(`${server.url}${address}`)
    await expect(board.getByRole('link', { name: 'Öppna mötet för bord 1' })).toBeVisible()
    await expect(board.getByRole('button', { name: 'Lapp', exact: true })).toBeEnabled()
    await board.close()

    await facilitator.ask({ type: 'startPhase', phaseId: 'm1' })
    const next = Number(await phone.locator('h1 svg').getAttribute('aria-label'))
    await expect(
      phone.getByRole('img', { name: new RegExp(`Plan över salen. Bord ${next} står på rad`) }),
    ).toBeVisible()
    await expect(phone.getByRole('link', { name: `Öppna mötet för bord ${next}` })).toBeVisible()
    await expectAccessible(phone)
  })

  const screen = await visitors.screen(1920, 1080)
  await screen.goto(onLoopback(workshop.links.screen, server.url))
  await expect(screen.getByRole('img', { name: /Bord 1 till 8/ })).toContainText('Kaffe')
  visitors.expectNothingForeign()
  await visitors.close()
})
