/** Notes of all tables are sorted into themes: a name of one's own, the template's, many at once, and as the guesses say. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-themes-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('two facilitators sort notes by keyboard; guesses come with a reason and never by themselves', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'Framtidskväll',
    place: 'Lindåsa',
    language: 'sv',
    tables: 2,
  })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const texts = [
    'Bussen går aldrig på kvällen',
    'En kvällsbuss till Ekdala behövs',
    'Bryggan vid badplatsen är trasig',
    'Sista bussen går klockan sex',
  ]
  for (const [index, text] of texts.entries()) {
    const person = await joinByPhone(server.url, { code: workshop.joinCode, table: (index % 2) + 1 })
    await person.ask({ type: 'addNote', zone: 'missing', text })
  }
  const open = async (width: number, height: number) => {
    const page = await visitors.screen(width, height)
    await page.goto(`${server.url}/facilitate/${workshop.id}#${workshop.keys.facilitator}`)
    await page.getByRole('button', { name: 'Mer', exact: true }).press('Enter')
    await page.getByRole('button', { name: 'Sortera i teman' }).press('Enter')
    return { page, dialog: page.getByRole('dialog', { name: 'Teman' }) }
  }
  const { page, dialog } = await open(1440, 900)
  const second = await open(390, 844)
  const note = (words: string) => dialog.getByRole('listitem').filter({ hasText: words })
  await expect(dialog.getByText('4 lappar av 4')).toBeVisible()
  await dialog.getByLabel('Nytt tema').fill('Bussar och tåg')
  await dialog.getByLabel('Nytt tema').press('Enter')
  await expect(second.dialog.getByText('Bussar och tåg').first()).toBeVisible()

  await note('Bussen går aldrig').getByLabel('Lägg i tema …').selectOption({ label: 'Bussar och tåg' })
  await expect(dialog.getByText('3 lappar av 4')).toBeVisible()
  const guess = note('kvällsbuss').getByRole('button', { name: /Bussar och tåg för:.*kvällsbuss/ })
  await expect(guess).toBeVisible()
  await expect(note('Bryggan').getByRole('button', { name: /Bussar och tåg/ })).toHaveCount(0)
  await look(page, 'themes-1440')
  await look(second.page, 'themes-390')
  await guess.press('Enter')
  await expect(dialog.getByText('2 lappar av 4')).toBeVisible()

  await note('Bryggan').getByRole('checkbox').press('Space')
  await note('Sista bussen').getByRole('checkbox').press('Space')
  await second.dialog.getByRole('button', { name: /Ta in \d+ teman från mallen/ }).press('Enter')
  await expect(dialog.getByText('2 valda lappar')).toBeVisible()
  await dialog
    .locator('.sort-bar')
    .getByLabel('2 valda lappar')
    .selectOption({ label: 'Skötsel av grönytor och badplatser' })
  await expect(dialog.getByText('0 lappar av 4')).toBeVisible()
  await dialog.getByLabel('Visa').selectOption({ label: 'Bussar och tåg' })
  await expect(dialog.getByText('2 lappar av 4')).toBeVisible()
  await dialog.getByRole('button', { name: 'Byt namn: Bussar och tåg' }).press('Enter')
  await dialog.getByLabel('Temats namn').fill('Kollektivtrafik')
  await dialog.getByLabel('Temats namn').press('Enter')
  await expect.poll(async () => (await facilitator.view()).themes?.[0]?.name).toBe('Kollektivtrafik')
  expect((await facilitator.view()).themes?.find(({ name }) => name === 'Kollektivtrafik')?.notes).toBe(2)
  visitors.expectNothingForeign()
  await visitors.close()
})
