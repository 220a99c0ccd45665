/** The harvest's desk: notes of all tables sorted into themes, and the report written, by several at once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { notesOf } from '../hall/corpus.ts'
import { createCafe, joinByPhone, Member, Refused } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'
import { openPart } from './openPart.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-themes-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** By keyboard, as the pointer's way is the same button. */
async function choose(page: Page, card: Locator, group: string, name: string) {
  await card.getByRole('button', { name: 'Tema för lappen' }).press('Enter')
  await page.getByRole('group', { name: group }).getByRole('menuitem', { name, exact: true }).press('Enter')
}

/** Arrows, ends and letters go where they should; Escape goes back to the button. */
async function inMenuByKeyboard(page: Page, card: Locator) {
  const button = card.getByRole('button', { name: 'Tema för lappen' })
  await button.press('Enter')
  const focused = page.locator('[role=menuitem]:focus')
  await expect(focused).toHaveText('Badplatsen')
  await look(page, 'themes-menu-1440')
  await page.keyboard.press('End')
  await expect(focused).toHaveText('Ta ut ur Bussar och tåg')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveText('Badplatsen')
  await page.keyboard.press('t')
  await expect(focused).toHaveText('Ta ut ur Bussar och tåg')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(button).toBeFocused()
}

async function openHarvest(texts: readonly string[], place = 'Lindåsa') {
  const workshop = await createCafe(server, { place })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const people = await Promise.all(
    [1, 2].map((table) => joinByPhone(server.url, { code: workshop.joinCode, table })),
  )
  const noteIds: string[] = []
  for (const [index, text] of texts.entries()) {
    const answer = await people[index % 2]?.ask({ type: 'addNote', zone: 'missing', text })
    noteIds.push(String(answer?.['noteId']))
  }
  return {
    facilitator,
    people,
    noteIds,
    address: `${server.url}/harvest/${workshop.id}#${workshop.keys.facilitator}`,
  }
}

test('two facilitators sort notes: by list, by dragging, many at once and as guesses say', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { facilitator, address } = await openHarvest([
    'Bussen går aldrig på kvällen',
    'En kvällsbuss till Ekdala behövs',
    'Bryggan vid badplatsen är trasig',
    'Sista bussen går klockan sex',
    'Bryggan vid badplatsen är trasig!!',
  ])
  const page = await visitors.screen(1440, 900)
  const phone = await visitors.screen(390, 844)
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  for (const one of [page, phone]) await one.goto(address)
  const column = (of: Page, name: string | RegExp) =>
    of.locator('.column').filter({ has: of.getByRole('heading', { level: 2, name }) })
  const card = (of: Page, words: string) => of.locator('.theme-card').filter({ hasText: words })
  await expect(page.getByText('5 kvar av 5')).toBeVisible()
  for (const one of [page, phone]) await one.getByRole('button', { name: 'Alla', exact: true }).press('Enter')

  await page.getByLabel('Nytt tema').fill('Bussar och tåg')
  await page.getByLabel('Nytt tema').press('Enter')
  await expect(column(phone, /^Bussar och tåg/)).toBeVisible()
  await choose(page, card(page, 'Bussen går aldrig'), 'Flytta till', 'Bussar och tåg')
  await expect(column(page, /^Bussar och tåg/).getByText('Bussen går aldrig')).toBeVisible()
  const guess = card(page, 'kvällsbuss').getByRole('button', {
    name: /Bussar och tåg (troligen|kanske):.*kvällsbuss/,
  })
  await expect(guess).toBeVisible()
  await expect(
    card(page, 'Bryggan')
      .first()
      .getByRole('button', { name: /Bussar och tåg/ }),
  ).toHaveCount(0)
  await guess.press('Enter')
  await expect(column(phone, /^Bussar och tåg/).getByText('En kvällsbuss')).toBeVisible()

  await card(page, 'Bryggan')
    .first()
    .getByRole('button', { name: /Liknar 1 lapp till/ })
    .press('Enter')
  await expect(page.getByText('2 valda lappar').first()).toBeVisible()
  await page.getByLabel('Nytt tema av de valda').fill('Badplatsen')
  await page.getByLabel('Nytt tema av de valda').press('Enter')
  await expect(column(phone, /^Badplatsen 2/)).toBeVisible()

  await expect(column(page, /^Badplatsen 2/)).toBeVisible()
  // By its words: a guess that comes meanwhile may be what is in the middle of the card.
  await card(page, 'Sista bussen')
    .getByText('Sista bussen')
    .dragTo(column(page, /^Bussar och tåg/))
  await expect(page.getByText('0 kvar av 5')).toBeVisible()
  await expect(phone.getByText('Alla lappar har ett tema.')).toBeVisible()
  await choose(page, card(page, 'Sista bussen'), 'Lägg även i', 'Badplatsen')
  await expect(column(phone, /^Badplatsen 3/)).toBeVisible()

  await card(page, 'Sista bussen').first().getByRole('button', { name: 'Använd som citat' }).press('Enter')
  await expect(
    card(phone, 'Sista bussen').first().getByRole('button', { name: 'Använd som citat' }),
  ).toHaveAttribute('aria-pressed', 'true')
  await expect(card(page, 'Sista bussen').first().getByRole('link', { name: 'Bord 2' })).toHaveAttribute(
    'href',
    /\/table\/.*\/2\?note=[\w-]+#/,
  )
  await look(page, 'themes-1440')
  await look(phone, 'themes-390')
  await inMenuByKeyboard(page, card(page, 'Bussen går aldrig'))
  await card(phone, 'Bussen går aldrig').getByRole('button', { name: 'Tema för lappen' }).click()
  await expect(phone.getByRole('menu')).toBeVisible()
  await look(phone, 'themes-menu-390')
  await phone.getByRole('heading', { level: 1 }).click()
  await expect(phone.getByRole('menu')).toHaveCount(0)
  await column(page, /^Badplatsen/)
    .getByRole('button', { name: 'Byt namn: Badplatsen' })
    .press('Enter')
  await page.getByLabel('Byt namn', { exact: true }).fill('Vid vattnet')
  await page.getByLabel('Byt namn', { exact: true }).press('Enter')
  await column(page, /^Vid vattnet/)
    .getByRole('button', { name: /^Slå ihop/ })
    .press('Enter')
  await page.getByRole('menuitem', { name: 'Bussar och tåg' }).press('Enter')
  await expect(column(phone, /^Bussar och tåg 5/)).toBeVisible()
  expect((await facilitator.view()).themes).toMatchObject([{ name: 'Bussar och tåg', notes: 5 }])
  await page
    .getByRole('button', { name: 'Ångra: Vid vattnet är ihopslaget med Bussar och tåg' })
    .press('Enter')
  await expect(column(phone, /^Vid vattnet 3/)).toBeVisible()
  await column(page, /^Vid vattnet/)
    .getByRole('button', { name: /^Slå ihop/ })
    .press('Enter')
  await page.getByRole('menuitem', { name: 'Bussar och tåg' }).press('Enter')
  await expect(column(phone, /^Bussar och tåg 5/)).toBeVisible()

  await page.getByRole('button', { name: 'Lista', exact: true }).press('Enter')
  await page.getByLabel('Visa', { exact: true }).selectOption({ label: 'Bussar och tåg' })
  await expect(page.locator('.as-list .theme-card')).toHaveCount(5)
  await look(page, 'themes-list-1440')
  await choose(page, card(page, 'Sista bussen'), 'Tema för lappen', 'Ta ut ur Bussar och tåg')
  await expect(page.locator('.as-list .theme-card')).toHaveCount(4)
  // Such as a library that tries what the page's content policy forbids.
  expect(complaints).toEqual([])
  visitors.expectNothingForeign()
  await visitors.close()
})

test('a whole evening is sorted by keys, one note at a time; the page stays as high as its window', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server, { place: 'Lindåsa', tables: 8 })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  const written = notesOf('Lindåsa').filter(({ phase }) => phase === 'r1' || phase === 'r2')
  for (const phase of ['r1', 'r2']) {
    await facilitator.ask({ type: 'startPhase', phaseId: phase })
    for (const { table, zone, text, phase: its } of written)
      if (its === phase) await patiently(() => facilitator.ask({ type: 'addNoteFor', table, zone, text }))
  }
  const address = `${server.url}/harvest/${workshop.id}#${workshop.keys.facilitator}`
  const [page, other] = [await visitors.screen(1440, 900), await visitors.screen(1920, 1080)]
  for (const one of [page, other]) await one.goto(address)
  const all = written.length
  await expect(page.getByText(`${all} kvar av ${all}`)).toBeVisible()

  // Both press before either has seen the other's themes.
  const take = (of: Page) => of.getByRole('button', { name: /^Ta in \d+ teman från mallen/ })
  for (const one of [page, other]) await expect(take(one)).toBeVisible()
  const held: (() => void)[] = []
  for (const one of [page, other])
    await one.route('**/commands', async (route) => {
      await new Promise<void>((resolve) => {
        held.push(resolve)
        if (held.length === 2) for (const go of held) go()
      })
      await route.continue()
    })
  for (const one of [page, other]) await take(one).click()
  await expect.poll(() => held.length).toBe(2)
  for (const one of [page, other]) await one.unroute('**/commands')
  await expect(take(page)).toHaveCount(0)
  await expect(take(other)).toHaveCount(0)
  const names = (await facilitator.view()).themes?.map(({ name }) => name) ?? []
  expect(names.length).toBeGreaterThan(9)
  expect(new Set(names).size).toBe(names.length)
  await page.getByLabel('Nytt tema').fill(` ${names[0]?.toUpperCase()} `)
  await page.getByLabel('Nytt tema').press('Enter')
  await expect(page.getByText('Det finns redan ett tema som heter så.')).toBeVisible()
  await page.getByLabel('Nytt tema').fill('')

  const current = page.getByRole('article', { name: 'Lapp att sortera' })
  const words = async () => (await current.locator('.card-words').textContent()) ?? ''
  await current.focus()
  const first = await words()
  await page.keyboard.press('s')
  await expect(current).not.toContainText(first)
  await expect(current).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(current.locator('.card-words')).toHaveText(first)
  await page.keyboard.press('ArrowRight')
  let sorted = 0
  for (let n = 0; n < 40 && sorted < 25; n += 1) {
    const before = await words()
    const hasGuess = (await page.locator('.next-guesses .guess').count()) > 0
    await page.keyboard.press(hasGuess ? '1' : 's')
    await expect(current.locator('.card-words')).not.toHaveText(before)
    await expect(current).toBeFocused()
    if (hasGuess) sorted += 1
  }
  expect(sorted).toBe(25)
  await expect(page.getByText(`${all - 25} kvar av ${all}`)).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  const before = await words()
  await current.focus()
  await page.keyboard.press('t')
  await page.getByRole('menuitem', { name: names[1] ?? '', exact: true }).press('Enter')
  await expect(page.getByText(`1 lapp lagd i ${names[1]}.`, { exact: true })).toBeVisible()
  await expect(current).toBeFocused()
  await page.keyboard.press('z')
  await expect(page.getByText(`Ångrat: 1 lapp lagd i ${names[1]}.`, { exact: true })).toBeVisible()
  await expect(current.locator('.card-words')).toHaveText(before)
  await expect(page.getByText(`${all - 25} kvar av ${all}`)).toBeVisible()

  await look(page, 'themes-evening-1440')
  await look(other, 'themes-evening-1920')
  for (const one of [page, other])
    expect(
      await one.evaluate<number>('document.documentElement.scrollHeight - innerHeight'),
    ).toBeLessThanOrEqual(0)
  // Sorting by mouse reaches a theme that is out of sight.
  const last = names.at(-1) ?? ''
  await current.dragTo(page.getByRole('navigation', { name: 'Gå till ett tema' }).getByText(last))
  await expect(page.getByText(`1 lapp lagd i ${last}.`, { exact: true })).toBeVisible()
  await page
    .getByRole('button', { name: new RegExp(`^${last}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: new RegExp(`^${last} 1`) })).toBeInViewport()
  await expect(page.getByRole('heading', { name: 'Att sortera' })).toBeInViewport()

  await page.getByLabel('Sök i lapparna').fill('buss')
  await expect(page.getByText(new RegExp(`^\\d+ av ${all} lappar visas`))).toBeVisible()
  await page.getByLabel('Bord', { exact: true }).selectOption({ label: 'Bord 1' })
  await page.getByRole('button', { name: 'Visa alla' }).click()
  await expect(page.getByText('lappar visas')).toHaveCount(0)
  await page.getByRole('button', { name: 'Tangenter' }).click()
  await look(page, 'themes-keys-1440')
  await page.keyboard.press('Escape')

  // The note itself, on its board.
  const text = await words()
  const opening = page.context().waitForEvent('page')
  await current.getByRole('link').click()
  const board = await opening
  await expect(
    board
      .locator('.tl-shape')
      .filter({ hasText: text.split('\n')[0] ?? '' })
      .first(),
  ).toBeInViewport()
  await expect(board.locator('.tl-canvas')).toBeVisible()
  await look(board, 'themes-board-1440')
  visitors.expectNothingForeign()
  await visitors.close()
})

test('a theme is split in two steps; an undo leaves what a colleague has changed since', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { facilitator, address } = await openHarvest([
    'Små hyresrätter',
    'Hyresrätt i centrum',
    'Villatomter',
  ])
  const page = await visitors.screen(1440, 900)
  const phone = await visitors.screen(390, 844)
  for (const one of [page, phone]) await one.goto(address)
  const homes = crypto.randomUUID()
  await facilitator.ask({ type: 'setTheme', themeId: homes, name: 'Bostäder' })
  const sorting = await fetch(`${server.url}/api/workshops/${facilitator.workshopId}/sorting`, {
    headers: { authorization: `Bearer ${facilitator.key}` },
  })
  const { changed } = (await sorting.json()) as { changed: { id: string; note: { text: string } }[] }
  const ids = changed.map(({ id }) => id)
  await facilitator.ask({ type: 'sortNotes', noteIds: ids, add: [homes] })
  const card = (of: Page, words: string) => of.locator('.theme-card').filter({ hasText: words })
  const column = (of: Page, name: RegExp) =>
    of.locator('.column').filter({ has: of.getByRole('heading', { level: 2, name }) })
  for (const words of ['Små hyresrätter', 'Hyresrätt i centrum'])
    await card(page, words).getByRole('checkbox').press('Space')
  await page.getByLabel('Nytt tema av de valda').fill('Hyresrätter')
  await page.getByLabel('Nytt tema av de valda').press('Enter')
  await expect(page.getByText('2 lappar i det nya temat Hyresrätter.', { exact: true })).toBeVisible()
  await expect(column(page, /^Hyresrätter 2/)).toBeVisible()
  await expect(column(page, /^Bostäder 1/)).toBeVisible()

  // A menu: nothing happens until one is chosen.
  await card(page, 'Villatomter').getByRole('checkbox').press('Space')
  await page.getByRole('button', { name: 'Flytta till …' }).press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(column(page, /^Bostäder 1/)).toBeVisible()
  await page.getByRole('button', { name: 'Lägg även i …' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Hyresrätter' }).press('Enter')
  await expect(column(page, /^Hyresrätter 3/)).toBeVisible()
  await column(page, /^Bostäder/)
    .getByRole('checkbox')
    .press('Space')
  await look(page, 'themes-picked-1440')
  await page.getByRole('button', { name: 'Ta ut ur …' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Hyresrätter' }).press('Enter')
  await expect(page.getByText('1 lapp uttagen ur Hyresrätter.', { exact: true })).toBeVisible()
  await expect(card(page, 'Villatomter')).toHaveCount(1)
  await card(page, 'Villatomter').getByRole('checkbox').press('Space')
  await page
    .getByRole('group', { name: 'Med de valda lapparna' })
    .getByRole('button', { name: 'Använd som citat' })
    .press('Enter')
  await expect(page.getByText('1 lapp används nu som citat.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Välj ingen' }).press('Enter')

  // Of the split's two notes a colleague has moved one on.
  const undo = page.getByRole('button', { name: /^Ångra/ })
  for (const _ of ['taken out', 'also in']) await undo.press('Enter')
  await expect(undo).toHaveText('Ångra: 2 lappar i det nya temat Hyresrätter')
  const moved = changed.find(({ note }) => note.text === 'Små hyresrätter')?.id ?? ''
  await facilitator.ask({ type: 'sortNotes', noteIds: [moved], add: [homes] })
  await expect(column(page, /^Bostäder 2/)).toBeVisible()
  await undo.press('Enter')
  await expect(page.getByText(/någon annan har ändrat dem sedan dess/)).toBeVisible()
  await expect(column(page, /^Hyresrätter 1/)).toBeVisible()
  await expect(column(page, /^Bostäder 3/)).toBeVisible()
  await look(phone, 'themes-split-390')
  for (const words of ['Små hyresrätter', 'Villatomter'])
    await card(phone, words).first().getByRole('checkbox').check()
  await look(phone, 'themes-picked-390')
  await phone.getByRole('button', { name: 'Välj ingen' }).click()
  await column(page, /^Bostäder/)
    .getByRole('button', { name: /Ta bort temat: Bostäder/ })
    .click()
  await column(page, /^Bostäder/)
    .getByRole('button', { name: /^Ta bort Bostäder/ })
    .click()
  await expect(phone.getByRole('article', { name: 'Lapp att sortera' })).toBeVisible()
  await look(phone, 'themes-next-390')
  visitors.expectNothingForeign()
  await visitors.close()
})

test('two facilitators write the report at once; earlier words are kept, and all of it is in the file', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { facilitator, people, noteIds, address } = await openHarvest(['Bussen går aldrig på kvällen'])
  await people[0]?.ask({ type: 'addNote', zone: 'askmun', text: 'Vem bestämmer busstiderna?' })
  const first = await visitors.screen(1440, 900)
  const second = await visitors.screen(390, 844)
  for (const one of [first, second]) {
    await one.goto(address)
    await one.getByRole('button', { name: 'Rapport', exact: true }).press('Enter')
    await openPart(one, 'I korthet')
  }
  const summary = (of: Page) => of.getByRole('textbox', { name: 'I korthet', exact: true })
  await summary(first).fill('Bussen är viktigast.')
  await summary(first).blur()
  await expect(summary(second)).toHaveValue('Bussen är viktigast.')
  // Both write before either has seen the other's words.
  await Promise.all([
    summary(first).fill('Bussen på kvällen är viktigast.'),
    summary(second).fill('Bussen är viktigast. Fibern också.'),
  ])
  await Promise.all([summary(first).blur(), summary(second).blur()])
  for (const one of [first, second])
    await expect(summary(one)).toHaveValue('Bussen på kvällen är viktigast. Fibern också.')

  await openPart(first, 'Frågor och svar')
  await look(first, 'report-answers-1440')
  const answers = first.getByRole('region', { name: 'Frågor och svar' })
  await answers.getByLabel('Svar', { exact: true }).fill('Regionen. Vi svarar i maj.')
  await answers.getByLabel('Ansvarig').fill('Trafikenheten')
  await answers.getByLabel('Ansvarig').blur()
  for (const one of [first, second]) await openPart(one, 'Åtgärder')
  const actions = first.getByRole('region', { name: 'Åtgärder' })
  await actions.getByRole('button', { name: 'Ny rad' }).press('Enter')
  await actions.getByLabel('Vad', { exact: true }).fill('Busskur vid skolan')
  await actions.getByLabel('Status').selectOption({ label: 'Påbörjat' })
  await actions.getByLabel('Ansvarig').fill('Byalaget')
  await actions.getByLabel('Ansvarig').blur()
  await expect(second.getByRole('region', { name: 'Åtgärder' }).getByLabel('Ansvarig')).toHaveValue(
    'Byalaget',
  )

  for (const one of [first, second]) await openPart(one, 'I korthet')
  await summary(second).fill('')
  await summary(second).blur()
  await expect(summary(first)).toHaveValue('')
  const part = first.getByRole('region', { name: 'I korthet' })
  await part.getByText('Tidigare versioner').press('Enter')
  await expect(part.getByText('(tom)')).toBeVisible()
  await look(first, 'report-1440')
  await look(second, 'report-390')

  const preview = first.frameLocator('iframe.preview')
  await expect(preview.getByRole('heading', { name: 'Frågor och svar' })).toBeVisible()
  await expect(preview.getByText('Regionen. Vi svarar i maj.')).toBeVisible()
  await expect(preview.getByRole('cell', { name: 'Påbörjat' })).toBeVisible()
  // A link of its table of contents stays within the page, and the section that is written in is the one shown.
  await preview.getByRole('navigation').getByRole('link', { name: 'Frågor och svar' }).press('Enter')
  await expect(preview.getByRole('heading', { level: 2, name: 'Frågor och svar' })).toBeInViewport()
  await openPart(first, 'Åtgärder')
  await expect(preview.getByRole('heading', { level: 2, name: 'Åtgärder' })).toBeInViewport()
  await first.getByRole('button', { name: 'Dölj förhandsgranskningen' }).press('Enter')
  await expect(first.locator('iframe')).toHaveCount(0)

  // A theme is written about with its notes beside it: one goes into the text, one is the report's quote.
  const themeId = crypto.randomUUID()
  await facilitator.ask({ type: 'setTheme', themeId, name: 'Bussar' })
  await facilitator.ask({ type: 'setTheme', themeId: crypto.randomUUID(), name: 'Fiber' })
  await facilitator.ask({ type: 'setTheme', themeId: crypto.randomUUID(), name: 'Torget' })
  await facilitator.ask({ type: 'sortNotes', noteIds: [noteIds[0] ?? ''], add: [themeId] })
  await openPart(first, 'De största temana')
  const bus = first.getByRole('region', { name: /^Bussar/ })
  await bus.getByRole('button', { name: 'Sätt in i texten: Bussen går aldrig' }).press('Enter')
  await expect(bus.getByRole('textbox')).toHaveValue('”Bussen går aldrig på kvällen” (bord 1)\n\n')
  await expect(bus.getByRole('textbox')).toBeFocused()
  await bus.getByRole('button', { name: 'Använd som citat: Bussen går aldrig' }).press('Enter')
  await expect(bus.getByRole('button', { name: 'Använd som citat: Bussen' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(first.getByText('2 teman utan lappar')).toBeVisible()
  await expect(bus.getByText('Sparat', { exact: true })).toBeVisible()
  await look(first, 'report-themes-1440')
  await openPart(second, 'De största temana')
  await look(second, 'report-themes-390')
  await second.getByRole('button', { name: 'Alla avsnitt' }).press('Enter')
  await expect(second.getByRole('button', { name: 'De största temana Skrivet' })).toBeVisible()
  await look(second, 'report-list-390')
  visitors.expectNothingForeign()
  await visitors.close()
})

test('two facilitators sort 300 notes at the same time, and no move is lost', async () => {
  const { facilitator, people } = await openHarvest([])
  const notes = Array.from({ length: 300 }, () => '')
  for (const [n] of notes.entries())
    await patiently(async () => {
      const answer = await facilitator.ask({
        type: 'addNoteFor',
        table: (n % 2) + 1,
        zone: 'missing',
        text: `Lapp ${n}`,
      })
      notes[n] = String(answer['noteId'])
    })
  expect(people).toHaveLength(2)
  const [east, west] = [crypto.randomUUID(), crypto.randomUUID()]
  await patiently(() => facilitator.ask({ type: 'setTheme', themeId: east, name: 'Öster' }))
  await patiently(() => facilitator.ask({ type: 'setTheme', themeId: west, name: 'Väster' }))
  const sortAll = async (theme: string, from: readonly string[]) => {
    for (const noteId of from)
      await patiently(() => facilitator.ask({ type: 'sortNotes', noteIds: [noteId], add: [theme] }))
  }
  await Promise.all([sortAll(east, notes), sortAll(west, notes.toReversed())])
  expect((await facilitator.view()).themes).toMatchObject([
    { name: 'Öster', notes: 300 },
    { name: 'Väster', notes: 300 },
  ])
})

test('a board is seen again as it stood, note by note; every file comes', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const { facilitator, people, address } = await openHarvest([
    'Bussen går aldrig på kvällen',
    'Fibern är dyr',
    'Macken är stängd',
  ])
  await facilitator.ask({ type: 'endPhase' })
  await facilitator.ask({ type: 'startPhase', phaseId: 'r2' })
  await people[0]?.ask({ type: 'addNote', zone: 'tried_ok', text: 'Efteråt' })
  const page = await visitors.screen(1440, 900)
  await page.goto(address)
  await page.getByRole('button', { name: 'Historik', exact: true }).press('Enter')
  const board = page.getByRole('region', { name: 'Tavlan som den såg ut' })
  await expect(board.getByRole('listitem')).toHaveText(['Bussen går aldrig på kvällen', 'Macken är stängd'])
  await page.getByRole('slider', { name: 'Hur långt' }).press('ArrowLeft')
  await expect(board.getByRole('listitem')).toHaveText(['Bussen går aldrig på kvällen'])
  await page.getByRole('button', { name: 'Spela upp' }).press('Enter')
  await expect(board.getByRole('listitem')).toHaveCount(2)
  // In the frames that were open then, each under its heading.
  await expect(board.getByRole('heading', { name: 'Det här saknas' })).toBeVisible()
  await look(page, 'history-1440')
  await page.route('**/history/**', (route) => route.abort('internetdisconnected'))
  await page.getByLabel('Tavla', { exact: true }).selectOption({ label: 'Bord 2' })
  await expect(page.getByText('Det gick inte att hämta historiken.')).toBeVisible()
  await expect(page.getByText('Ingen del av mötet har slutat ännu.')).toHaveCount(0)
  await page.unroute('**/history/**')
  await expect(board.getByRole('listitem')).toHaveText(['Fibern är dyr'])

  await page.getByRole('button', { name: 'Filer', exact: true }).press('Enter')
  await look(page, 'files-1440')
  for (const [name, ending] of [
    ['PDF', /\.pdf$/],
    ['PowerPoint', /\.pptx$/],
    ['OpenDocument', /\.odt$/],
    ['Allt i en ZIP', /\.zip$/],
  ] as const) {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name, exact: true }).press('Enter')
    expect((await coming).suggestedFilename()).toMatch(ending)
  }
  visitors.expectNothingForeign()
  await visitors.close()
})

test('a backup is taken and read in again on another machine', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const { address } = await openHarvest(['=1+1', 'fik ☕ 👩‍👩‍👧‍👦'])
  const id = new URL(address).pathname.split('/')[2]
  const page = await visitors.screen(1440, 900)
  await page.goto(`${server.url}/organise?workshop=${id}#${server.organiserKey}`)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Hämta säkerhetskopian' }).press('Enter')
  const file = join(dataDir, 'backup.json')
  await (await coming).saveAs(file)
  const otherDir = mkdtempSync(join(tmpdir(), 'bordet-other-'))
  const other = await startServer({ dataDir: otherDir })
  await page.goto(`${other.url}/organise#${other.organiserKey}`)
  await page.getByLabel('Välj säkerhetskopia (JSON)').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'Framtidskväll' })).toBeVisible()
  await page.goto(`${other.url}/organise#${other.organiserKey}`)
  await page.reload()
  await page.getByLabel('Välj säkerhetskopia (JSON)').setInputFiles(file)
  await expect(page.getByText(/finns redan/)).toBeVisible()
  await look(page, 'restore-1440')
  const exported = async (from: RunningServer) => {
    const answer = await fetch(`${from.url}/api/workshops/${id}/export?format=csv`, {
      headers: { authorization: `Bearer ${from.organiserKey}` },
    })
    return answer.text()
  }
  expect(await exported(other)).toBe(await exported(server))
  await other.stop()
  rmSync(otherDir, { recursive: true, force: true })
  await visitors.close()
})

/** As the page does: whoever is too fast waits and asks again. */
async function patiently(ask: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await ask()
      return
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'tooMany') throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
