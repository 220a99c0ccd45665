/** The cockpit without a mouse: an evening's main moments with the keyboard alone, and two who steer at once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { createWorkshop, joinByPhone, Member, type Created } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-keyboard-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function openHall(): Promise<{ workshop: Created; lead: Member; phones: Member[] }> {
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    language: 'sv',
    tables: 3,
  })
  const phones: Member[] = []
  for (const name of ['Ulla', 'Bengt', 'Mohamed', 'Karin', 'Elsa', 'Göran'])
    phones.push(await joinByPhone(server.url, { code: workshop.joinCode, name }))
  return { workshop, lead: new Member(server.url, workshop.id, workshop.keys.facilitator), phones }
}

/** Tab until it has the focus, as somebody without a mouse does, then Enter. */
async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await target.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not get there')
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an evening with the keyboard alone, ${colorScheme}`, async ({ browser }) => {
    const visitors = createVisitors(browser, () => server.url)
    const { workshop, lead, phones } = await openHall()
    const context = await visitors.visitor({ viewport: { width: 1440, height: 900 }, colorScheme })
    const page = await context.newPage()
    await page.goto(onLoopback(workshop.links.facilitator, server.url))
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
    const main = page.locator('#go')
    const phase = async () => (await lead.view()).phase

    // The skip link leads to the one button; each press is one moment of the evening.
    await expect(main).toContainText('Öppna dörrarna')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Till huvudknappen' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(main).toContainText('Hälsa välkommen')
    await expect(main).toBeFocused()
    await expect(main).not.toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await expect(main).toContainText('Starta omgång 1')
    await expect(main).not.toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await expect(main).toContainText('Byt bord')
    expect((await phase()).id).toBe('r1')

    const { durationMs } = await phase()
    await press(page, button('plus 2 minuter'))
    await expect.poll(async () => (await phase()).durationMs).toBe(durationMs + 120_000)
    await press(page, button('Stoppa'))
    await expect(page.getByText('går inte ut av sig själv')).toBeVisible()
    await press(page, button('Låt den gå ut'))
    await press(page, button('Pausa allt'))
    await press(page, button('Fortsätt'))
    await expect.poll(async () => (await phase()).status).toBe('running')

    // A call for help: claimed with a name, then done.
    await press(page, button('Säg vem du är'))
    await page.keyboard.type('Kerstin')
    await page.keyboard.press('Enter')
    await phones[0]?.ask({ type: 'askHelp' })
    await press(page, button(/^Jag går dit/))
    await expect(page.getByText('du är på väg')).toBeVisible()
    await press(page, button(/^Klart/))

    // A table: its host, words to it alone, and back to where one was.
    await press(page, button('Bord 2'))
    const dialog = page.getByRole('dialog')
    await tabTo(page, dialog.getByLabel('Bordsvärd'))
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await lead.view()).tables[1]?.host).not.toBeNull()
    await tabTo(page, dialog.getByLabel('Säg till bord 2'))
    await page.keyboard.type('Kom gärna till kaffet')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(/^Kom gärna till kaffet/)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(button('Bord 2')).toBeFocused()

    // Seats: a name, then the table.
    const elsa = async () => (await lead.view()).people?.find(({ name }) => name === 'Elsa')
    const before = (await elsa())?.table
    await press(page, button('Deltagare'))
    await press(page, dialog.getByRole('button', { name: 'Elsa' }))
    const moveTo = dialog.getByLabel('Flytta till')
    await expect(moveTo).toBeFocused()
    await page.keyboard.press(before === 3 ? 'ArrowUp' : 'ArrowDown')
    await expect.poll(async () => (await elsa())?.table).not.toBe(before)
    await press(page, dialog.getByRole('button', { name: 'Sitter kvar vid byten' }))
    await expect.poll(async () => (await elsa())?.stays).toBe(true)
    await expectAccessible(page)
    await page.keyboard.press('Escape')

    // Words to all, and taken back.
    await press(page, button('Halva tiden har gått.'))
    await press(page, button('Dra tillbaka'))
    await expect.poll(async () => (await lead.view()).broadcast).toBeNull()

    // A note with a phone number is found and hidden.
    await phones[1]?.ask({ type: 'addNote', zone: 'works', text: 'Ring mig på 070-123 45 67' })
    await expect(button('1 lapp att titta på')).toBeVisible({ timeout: 20_000 })
    await press(page, button('1 lapp att titta på'))
    await expect(dialog.locator('mark')).toHaveText('070-123 45 67')
    await expectAccessible(page)
    await press(page, dialog.getByRole('button', { name: /^Dölj/ }))
    await expect(dialog.getByRole('button', { name: /^Visa igen/ })).toBeVisible()
    await page.keyboard.press('Escape')

    // People move; it is called back; the programme is left for the break.
    await press(page, main)
    await expect.poll(async () => (await phase()).kind).toBe('move')
    await press(page, button(/^Ångra: /))
    await expect.poll(async () => (await phase()).id).toBe('r1')
    await press(page, button('Hoppa i programmet'))
    await expectAccessible(page)
    await press(page, dialog.getByRole('button', { name: /^Börja här – Paus/ }))
    await expect.poll(async () => (await phase()).kind).toBe('break')

    // Who did what when, then the end.
    await press(page, button('Mer'))
    await expectAccessible(page)
    await press(page, dialog.getByRole('button', { name: 'Visa loggen' }))
    await expect(dialog.getByText('startade Paus')).toBeVisible()
    await expect(dialog.getByText('Kerstin').first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await press(page, button('Mer'))
    await press(page, dialog.getByRole('button', { name: 'Avsluta mötet' }))
    await press(page, dialog.getByRole('button', { name: 'Ja, avsluta' }))
    await expect.poll(async () => (await lead.view()).status).toBe('closed')
    visitors.expectNothingForeign()
    await visitors.close()
  })
}

test('a stressed person needs one press for a round, for two minutes and for a move, and two to call back a phase', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop, lead } = await openHall()
  await lead.ask({ type: 'startPhase' })
  await lead.ask({ type: 'startPhase' })
  const page = await visitors.screen()
  let actions = 0
  const act = async (target: Locator) => {
    actions += 1
    await target.click()
  }
  const taken = () => [actions, (actions = 0)][0]
  await page.goto(onLoopback(workshop.links.facilitator, server.url))
  const main = page.locator('#go')
  const phase = async () => (await lead.view()).phase
  await expect(main).toContainText('Starta omgång 1')
  await act(main)
  await expect.poll(async () => (await phase()).id).toBe('r1')
  expect(taken()).toBe(1)
  const { durationMs } = await phase()
  await act(page.getByRole('button', { name: 'plus 2 minuter' }))
  await expect.poll(async () => (await phase()).durationMs).toBe(durationMs + 120_000)
  expect(taken()).toBe(1)
  await expect(main).not.toHaveAttribute('aria-disabled', 'true')
  await act(main)
  await expect.poll(async () => (await phase()).kind).toBe('move')
  expect(taken()).toBe(1)
  await act(page.getByRole('button', { name: /^Ångra: / }))
  await expect.poll(async () => (await phase()).id).toBe('r1')
  expect(taken()).toBeLessThanOrEqual(2)
  await visitors.close()
})

test('a name is dragged to another table, and sits there', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop, lead } = await openHall()
  await lead.ask({ type: 'startPhase' })
  const page = await visitors.screen()
  await page.goto(onLoopback(workshop.links.facilitator, server.url))
  const seatOf = async () => (await lead.view()).people?.find(({ name }) => name === 'Elsa')?.table ?? 0
  const from = await seatOf()
  const to = (from % 3) + 1
  await page
    .getByRole('button', { name: /^Deltagare/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const tables = dialog.locator('.seats > li')
  await dialog.getByRole('button', { name: 'Elsa' }).dragTo(tables.nth(to - 1))
  await expect.poll(seatOf).toBe(to)
  await expect(tables.nth(to - 1).getByRole('button', { name: 'Elsa' })).toBeVisible()
  await visitors.close()
})

test('two who steer see each other and go on by one phase when both press; a dead laptop is followed by a phone', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop, lead } = await openHall()
  await lead.ask({ type: 'startPhase' })
  const link = onLoopback(workshop.links.facilitator, server.url)
  const open = async (name: string, width: number) => {
    const context = await visitors.visitor({ viewport: { width, height: 844 } })
    // In a frame of the browser's own there is no storage.
    await context.addInitScript({
      content: `if (location.origin.startsWith('http')) localStorage.setItem('bordet.crewName', '${name}')`,
    })
    const page = await context.newPage()
    await page.goto(link)
    return page
  }
  const [kerstin, anders] = [await open('Kerstin', 1440), await open('Anders', 1024)]
  await expect(kerstin.getByText('Du och Anders')).toBeVisible()
  await anders.getByRole('button', { name: 'Bord 3' }).click()
  await expect(kerstin.getByText('Anders – tittar på bord 3')).toBeVisible()
  await anders.keyboard.press('Escape')
  const mains = [kerstin.locator('#go'), anders.locator('#go')]
  for (const main of mains) await expect(main).toContainText('Hälsa välkommen')
  await Promise.all(mains.map((main) => main.click()))
  for (const main of mains) await expect(main).toContainText('Starta omgång 1')
  expect((await lead.view()).phase.index).toBe(1)

  const { endsAt } = (await lead.view()).phase
  await kerstin.context().close()
  const phone = await open('Kerstin', 390)
  await expect(phone.locator('#go')).toContainText('Starta omgång 1')
  expect((await lead.view()).phase.endsAt).toBe(endsAt)
  await phone.locator('#go').click()
  await expect(anders.locator('#go')).toContainText('Byt bord')
  visitors.expectNothingForeign()
  await visitors.close()
})

test('the prompt goes out by itself on a phone and on the big screen in the same moment, and phones that hold words are counted', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop, lead } = await openHall()
  await lead.ask({ type: 'startPhase', phaseId: 'r1' })
  const rut = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Rut', table: 3 })
  const phone = await visitors.phone()
  await phone.goto(rut.link)
  const screen = await visitors.screen()
  await screen.goto(onLoopback(workshop.links.screen, server.url))
  const cockpit = await visitors.screen()
  await cockpit.goto(onLoopback(workshop.links.facilitator, server.url))

  await phone.route('**/commands', (route) => route.abort())
  await phone.getByRole('textbox').first().fill('Bussen går för sällan.')
  await phone.getByRole('button', { name: /^Sätt upp/ }).click()
  await expect(cockpit.getByText('1 telefon har osända lappar')).toBeVisible()
  await expect(cockpit.getByText('1 telefon väntar')).toBeVisible()
  await phone.unroute('**/commands')
  await expect(cockpit.getByText('1 telefon väntar')).toBeHidden({ timeout: 45_000 })

  await lead.ask({ type: 'extend', minutes: -17 })
  await expect(cockpit.getByText(/^Om \d:\d\d går/)).toBeVisible()
  const words = 'Två minuter kvar. Skriv ner det viktigaste.'
  const shown = await Promise.all(
    // Looked for by the page itself: a locator asks every half second, as long as the bar itself.
    [phone, screen].map((page) =>
      page.evaluate<number>(`new Promise((seen) => {
        const look = () =>
          document.body.innerText.includes(${JSON.stringify(words)}) ? seen(Date.now()) : setTimeout(look, 20)
        look()
      })`),
    ),
  )
  expect(Math.abs((shown[0] ?? 0) - (shown[1] ?? Infinity))).toBeLessThanOrEqual(500)
  await expect(cockpit.getByText(/Gick ut av sig själv/)).toBeVisible()
  visitors.expectNothingForeign()
  await visitors.close()
})

test('a facilitator shows everybody at a table one part of its board, and they look elsewhere again', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop, lead } = await openHall()
  await lead.ask({ type: 'startPhase', phaseId: 'r1' })
  const table = await visitors.screen(1280, 820)
  await table.goto(onLoopback(workshop.links.tables[0]?.link ?? '', server.url))
  await expect(table.getByRole('button', { name: 'Visa allt' })).toBeEnabled({ timeout: 45_000 })
  const board = await visitors.screen(1280, 820)
  await board.goto(`${server.url}/table/${workshop.id}/1#${workshop.keys.facilitator}`)
  const gather = board.getByRole('button', { name: 'Visa det här för alla' })
  await expect(gather).toBeEnabled({ timeout: 45_000 })
  await press(board, gather)
  await expect(table.getByText('Processledaren visar den här delen för alla.')).toBeVisible()
  await expect(table.getByRole('button', { name: 'Visa det här för alla' })).toBeHidden()
  await expectAccessible(table)
  await table.getByRole('button', { name: 'Tillbaka dit vi var' }).click()
  await expect(table.getByText('Processledaren visar den här delen för alla.')).toBeHidden()
  visitors.expectNothingForeign()
  await visitors.close()
})
