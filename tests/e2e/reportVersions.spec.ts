/** Two people in the same rows and answers of a report: nobody's words are lost, and what stood there can be had again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'
import { openPart } from './openPart.ts'

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
    await openPart(one, 'Åtgärder')
  }
  const actions = (of: Page) => of.getByRole('region', { name: 'Åtgärder' })
  const field = (of: Page, name: string) => actions(of).getByLabel(name, { exact: true })
  const write = async (of: Page, name: string, words: string) => {
    await field(of, name).fill(words)
    await field(of, name).blur()
  }
  await actions(first).getByRole('button', { name: 'Ny rad' }).press('Enter')
  await expect(field(second, 'Vad')).toBeVisible()
  await expect(field(first, 'Vad')).toBeFocused()

  // Different cells of one row, at the same moment.
  await Promise.all([write(first, 'Vad', 'Busskur'), write(second, 'Ansvarig', 'Byalaget')])
  for (const one of [first, second]) {
    await expect(field(one, 'Vad')).toHaveValue('Busskur')
    await expect(field(one, 'Ansvarig')).toHaveValue('Byalaget')
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
    .filter({ hasText: /Vad\s*Ny Busskur vid skolan\s*Ansvarig\s*Byalaget/ })
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
  await expect(field(second, 'Ansvarig')).toHaveValue('Byalaget')
  await expect(field(first, 'Vad')).toBeFocused()
  await actions(first).getByRole('button', { name: 'Ta bort raden 1' }).press('Enter')
  await expect(field(second, 'Vad')).toBeHidden()
  await actions(second).getByText('Borttagna rader').press('Enter')
  await expect(actions(second).getByText('Byalaget')).toBeVisible()
  await look(second, 'removed-rows-390')
  await actions(second).getByRole('button', { name: 'Lägg tillbaka raden' }).press('Enter')
  await expect(field(first, 'Vad')).toHaveValue('Ny Busskur vid skolan')

  // Whoever was writing in it is told, and may have it back.
  await field(second, 'Ansvarig').focus()
  await actions(first).getByRole('button', { name: 'Ta bort raden 1' }).press('Enter')
  await expect(actions(second).getByText('En kollega tog bort raden som du skrev i.')).toBeVisible()
  await look(second, 'row-lost-390')
  await expect(actions(second).getByRole('alert').getByRole('button')).toBeFocused()
  await actions(second).getByRole('alert').getByRole('button').press('Enter')
  await expect(field(first, 'Vad')).toHaveValue('Ny Busskur vid skolan')
  await expect(actions(first).getByText('Raden är tillbaka: en kollega skrev i den.')).toBeVisible()

  for (const one of [first, second]) await openPart(one, 'Frågor och svar')
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

test('what is written without a network waits on the device: over another tab, a reload and until it is back', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server, { place: 'Lindåsa' })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const page = await visitors.screen(390, 844)
  await page.goto(`${server.url}/harvest/${workshop.id}#${workshop.keys.facilitator}`)
  await page.getByRole('button', { name: 'Rapport', exact: true }).press('Enter')
  await openPart(page, 'I korthet')
  const summary = page.getByRole('textbox', { name: 'I korthet', exact: true })
  await summary.fill('Bussen är viktigast.')
  await summary.blur()
  await expect(page.getByText('Sparat', { exact: true })).toBeVisible()

  // Everything the page asks for fails, as in a hall without a network; the page itself may still be opened again.
  const withoutNet = (isOut: boolean) =>
    isOut
      ? page.context().route('**/api/workshops/**', (route) => route.abort('internetdisconnected'))
      : page.context().unroute('**/api/workshops/**')
  await withoutNet(true)
  await summary.fill('Bussen är viktigast. Fibern också.')
  await summary.blur()
  await expect(page.getByText('Inte sparat än. Texten ligger kvar på den här enheten')).toBeVisible()
  await look(page, 'report-offline-390')
  await page.getByRole('button', { name: 'Filer', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Rapport', exact: true }).press('Enter')
  await expect(summary).toHaveValue('Bussen är viktigast. Fibern också.')
  await summary.fill('Bussen är viktigast. Fibern också. Macken.')

  // A colleague writes in it meanwhile; the page is opened anew, and nothing is pressed.
  await facilitator.ask({
    type: 'editReport',
    part: 'headInShort',
    text: 'Först: Bussen är viktigast.',
    base: 'Bussen är viktigast.',
  })
  await page.reload()
  await withoutNet(false)
  await expect(summary).toHaveValue('Först: Bussen är viktigast. Fibern också. Macken.', { timeout: 20_000 })
  expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.includes("draft"))')).toEqual([])

  // Nobody has the field open when the network comes back.
  await withoutNet(true)
  await summary.fill('Ordnat.')
  await summary.blur()
  await expect(page.getByText('Inte sparat än. Texten ligger kvar på den här enheten')).toBeVisible()
  await page.getByRole('button', { name: 'Teman', exact: true }).press('Enter')
  await withoutNet(false)
  const colleague = await visitors.screen(1440, 900)
  await colleague.goto(
    `${server.url}/harvest/${workshop.id}?tab=report&part=headInShort#${workshop.keys.facilitator}`,
  )
  await expect(colleague.getByRole('textbox', { name: 'I korthet', exact: true })).toHaveValue('Ordnat.', {
    timeout: 20_000,
  })
  await expect(colleague.getByRole('button', { name: 'Du och en kollega – sorterar teman' })).toBeVisible()
  visitors.expectNothingForeign()
  await visitors.close()
})
