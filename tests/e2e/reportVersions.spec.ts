/** Two people in the same rows and answers of a report: nobody's words are lost, and what stood there can be had again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-versions-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('rows and answers are written by two at once, taken away, undone and had again', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server, { place: 'Lindåsa' })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const person = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  await person.ask({ type: 'addNote', zone: 'askmun', text: 'Vem bestämmer busstiderna?' })
  const first = await visitors.screen(1440, 900)
  const second = await visitors.screen(390, 844)
  for (const one of [first, second]) {
    await one.goto(`${server.url}/harvest/${workshop.id}#${workshop.keys.facilitator}`)
    await one.getByRole('button', { name: 'Rapport', exact: true }).press('Enter')
  }
  const actions = (of: Page) => of.getByRole('region', { name: 'Åtgärder' })
  const field = (of: Page, name: string) => actions(of).getByLabel(name, { exact: true })
  const write = async (of: Page, name: string, words: string) => {
    await field(of, name).fill(words)
    await field(of, name).blur()
  }
  await actions(first).getByRole('button', { name: 'Ny rad' }).press('Enter')
  await expect(field(second, 'Vad')).toBeVisible()

  // Different cells of one row, at the same moment.
  await Promise.all([write(first, 'Vad', 'Busskur'), write(second, 'Vem', 'Byalaget')])
  for (const one of [first, second]) {
    await expect(field(one, 'Vad')).toHaveValue('Busskur')
    await expect(field(one, 'Vem')).toHaveValue('Byalaget')
  }
  // The same cell: the words of both stay, and whoever was second is told.
  await field(first, 'Vad').fill('Busskur vid skolan')
  await write(second, 'Vad', 'Ny Busskur')
  await expect(actions(first).getByText('Någon annan skriver också här.')).toBeVisible()
  await field(first, 'Vad').blur()
  for (const one of [first, second]) await expect(field(one, 'Vad')).toHaveValue('Ny Busskur vid skolan')
  await expect(actions(first).getByText('Någon annan skrev här samtidigt')).toBeVisible()

  // What it was before, with who and when, and as it was.
  await write(first, 'Vad', 'Hållplats')
  await expect(field(second, 'Vad')).toHaveValue('Hållplats')
  const row = actions(first).getByRole('group', { name: 'Rad 1' })
  await row.getByText('Tidigare versioner').press('Enter')
  const version = row
    .getByRole('listitem')
    .filter({ hasText: /Vad\s*Ny Busskur vid skolan\s*Vem\s*Byalaget/ })
  await expect(version.first()).toContainText('Processledare')
  await look(first, 'row-versions-1440')
  await version.first().getByRole('button', { name: 'Använd den här igen' }).press('Enter')
  for (const one of [first, second]) await expect(field(one, 'Vad')).toHaveValue('Ny Busskur vid skolan')
  await expect(row.getByText('Texten från då står här igen.')).toBeVisible()

  // Taken away, undone; taken away again, and brought back by somebody else.
  await actions(first).getByRole('button', { name: 'Ta bort raden 1' }).press('Enter')
  await expect(field(second, 'Vad')).toBeHidden()
  await expect(actions(first).getByRole('button', { name: 'Ångra' })).toBeFocused()
  await actions(first).getByRole('button', { name: 'Ångra' }).press('Enter')
  await expect(field(second, 'Vem')).toHaveValue('Byalaget')
  await actions(first).getByRole('button', { name: 'Ta bort raden 1' }).press('Enter')
  await expect(field(second, 'Vad')).toBeHidden()
  await actions(second).getByText('Borttagna rader').press('Enter')
  await expect(actions(second).getByText('Byalaget')).toBeVisible()
  await look(second, 'removed-rows-390')
  await actions(second).getByRole('button', { name: 'Lägg tillbaka raden' }).press('Enter')
  await expect(field(first, 'Vad')).toHaveValue('Ny Busskur vid skolan')

  const answers = (of: Page) => of.getByRole('region', { name: 'Frågor och svar' })
  const answer = (of: Page) => answers(of).getByLabel('Svar', { exact: true })
  await answer(first).fill('Regionen.')
  await answer(first).blur()
  await expect(answer(second)).toHaveValue('Regionen.')
  await answer(second).fill('')
  await answer(second).blur()
  await expect(answer(first)).toHaveValue('')
  await answers(first).getByText('Tidigare versioner: Vem bestämmer').press('Enter')
  await answers(first).getByRole('button', { name: 'Använd den här igen' }).press('Enter')
  await expect(answer(second)).toHaveValue('Regionen.')
  visitors.expectNothingForeign()
  await visitors.close()
})
