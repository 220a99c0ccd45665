/** A board without sight and without a mouse: writes, moves, groups, orders and votes, and hears what it is told. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-boardkeys-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a participant writes, moves, groups and votes on boards by keyboard alone', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server, { openBoards: true })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const karin = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Karin', table: 1 })
  const page = await (await visitors.visitor({ viewport: { width: 800, height: 900 } })).newPage()
  await page.goto(`${server.url}/table/${workshop.id}/1#${karin.key}`)
  const status = (words: string) => page.getByRole('status').filter({ hasText: words })
  const note = (words: string) => page.getByRole('listitem').filter({ hasText: words })

  await test.step('writes two notes', async () => {
    await page.getByRole('button', { name: 'Lista', exact: true }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Tavlan som lista' })).toBeFocused()
    for (const text of ['Bussen går för sällan', 'Kvällsbuss till Ekdala']) {
      await page.getByRole('button', { name: 'Ny lapp i Det här saknas' }).press('Enter')
      await expect(page.getByLabel('Lappens text')).toBeFocused()
      await page.keyboard.type(text)
      await page.keyboard.press('Control+Enter')
      await expect(note(text).getByRole('button', { name: 'Ändra lappen' })).toBeFocused()
    }
  })

  await test.step('groups them and names the group', async () => {
    const choose = async (words: string, label: string, option: string) => {
      const list = note(words).getByLabel(label)
      await list.focus()
      // Typing the option’s first letters is what a keyboard does in a closed list.
      await list.selectOption({ label: option })
    }
    await choose('Bussen går', 'Flytta lappen till', 'Ny grupp')
    await expect(status('Lappen står i en ny grupp.')).toBeAttached()
    await page.getByRole('button', { name: 'Byt namn på gruppen' }).press('Enter')
    await expect(page.getByLabel('Gruppens namn')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Bussar')
    await page.keyboard.press('Enter')
    await choose('Kvällsbuss', 'Flytta lappen till', 'Bussar')
    await choose('Kvällsbuss', 'Flytta lappen till', 'Ut ur gruppen')
    await choose('Kvällsbuss', 'Flytta lappen till', 'Det här fungerar i dag')
    await expect(status('Lappen ligger nu i Det här fungerar i dag.')).toBeAttached()
    await expect(note('Kvällsbuss').getByRole('button', { name: 'Ändra lappen' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await choose('Kvällsbuss', 'Flytta lappen till', 'Bussar')
  })

  await test.step('what a screen reader would find', async () => {
    await expect(page.getByRole('region', { name: /^Det här saknas/ })).toMatchAriaSnapshot(`
      - heading /Det här saknas 2/ [level=3]
      - button "Ny lapp i Det här saknas"
      - heading /Bussar/ [level=4]:
        - button /Bussar/
      - list:
        - listitem:
          - paragraph: Bussen går för sällan
        - listitem:
          - paragraph: Kvällsbuss till Ekdala
    `)
    await karin.ask({ type: 'addNote', zone: 'missing', text: 'Macken stänger' })
    await expect(status('En ny lapp')).toBeAttached()
    await look(page, 'board-keyboard-800')
  })

  await test.step('gives dots on the hall’s board', async () => {
    for (const text of ['Kvällsbuss', 'Mötesplats'])
      await facilitator.ask({ type: 'addNoteFor', table: 0, zone: 'wall', text })
    await facilitator.ask({ type: 'startPhase', phaseId: 'dots' })
    const list = await (await visitors.visitor({ viewport: { width: 390, height: 844 } })).newPage()
    await list.goto(`${server.url}/hall/${workshop.id}#${karin.key}`)
    const dots = list
      .getByRole('listitem')
      .filter({ hasText: 'Mötesplats' })
      .getByRole('group', { name: 'Prickar på lappen' })
    const give = dots.getByRole('button', { name: 'Sätt en prick' })
    await give.press('Enter')
    await expect(dots.getByRole('status')).toHaveText(/en prick, 2 kvar/)
    await expect.poll(async () => Object.values((await karin.view()).vote?.mine ?? {})).toEqual([1])
    await give.press('Enter')
    await expect.poll(async () => Object.values((await karin.view()).vote?.mine ?? {})).toEqual([2])
    await dots.getByRole('button', { name: 'Ta bort en prick' }).press('Enter')
    await expect.poll(async () => Object.values((await karin.view()).vote?.mine ?? {})).toEqual([1])
    await expect(list.getByText('Allt sparat')).toBeVisible()
    await look(list, 'hall-dots-390')
  })
  visitors.expectNothingForeign()
  await visitors.close()
})
