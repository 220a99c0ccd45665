/** A programme of three towns: one open workshop, a café in each, interviews; compared, followed, searched, written. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { createWorkshop, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { cafeNotes, interviewsCsv, workshopNotes, type TownNote } from '../hall/towns.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-series-'))
const towns = ['Legsted', 'Gramby', 'Åmølle']
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('three towns and their interviews become one programme', async ({ browser }) => {
  test.setTimeout(300_000)
  const profile = await hold('B1', 'Alle byer', workshopNotes(towns), true)
  for (const town of towns) await hold('B2', town, cafeNotes(town), false)
  const visitors = createVisitors(browser, () => server.url)
  const context = await visitors.visitor({
    viewport: { width: 1440, height: 900 },
    locale: 'da-DK',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const organise = (query: string) => `${server.url}/organise?${query}#${server.organiserKey}`
  const view = async (name: string) => {
    await page.getByRole('navigation', { name: 'Visninger' }).getByRole('link', { name }).press('Enter')
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page')
  }
  let address = ''

  await test.step('a programme is made by keyboard', async () => {
    await page.goto(organise('page=series'))
    await expect(page.getByText('Ingen programmer endnu.')).toBeVisible()
    await page.getByRole('button', { name: 'Opret programmet' }).press('Enter')
    await expect(page.getByRole('alert')).toHaveText('Skriv, hvad programmet hedder.')
    await page.getByLabel('Navn', { exact: true }).fill('Byprofiler')
    await page.getByLabel('Hvem der inviterer').fill('Søndal Kommune')
    for (const workshop of await page.getByRole('checkbox').all()) await workshop.press('Space')
    await page.getByRole('button', { name: 'Opret programmet' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Byprofiler' })).toBeVisible()
    address = page.url()
    await expect(page.getByText('81 sedler fra 4 møder og interviewrunder på 4 steder.')).toBeVisible()
  })

  await test.step('interviews are looked at line by line, added, and counted in', async () => {
    await view('Møder og interviews')
    const lines = interviewsCsv(towns).split('\n')
    const broken = [...lines.slice(0, 3), '"Ingen dag";Gramby;i går;;', ...lines.slice(3), lines[1]]
    await page
      .getByLabel('Linjer')
      .fill(`${broken.join('\n')}\n"Ring til mig på 12 34 56 78 om skateparken";Gramby;2024-03;ung;`)
    await expect(page.getByRole('heading', { name: '2 linjer springes over' })).toBeVisible()
    await expect(page.getByText('Linje 4: »i går« er ikke en dato, der kan læses.')).toBeVisible()
    await expect(page.getByText('Linje 27: Det samme citat står på linje 2.')).toBeVisible()
    await expect(page.getByText('1 linje kan afsløre en person. Se efter, før du tilføjer.')).toBeVisible()
    await look(page, 'series-import-1440')
    await axe(page)
    await page.getByRole('button', { name: 'Tilføj 25 citater' }).press('Enter')
    await expect(page.getByText('Skriv, hvad runden hedder.')).toBeVisible()
    await page.getByLabel('Hvad runden hedder').fill('Ambassadører 2024')
    await page.getByRole('button', { name: 'Tilføj 25 citater' }).press('Enter')
    await expect(page.getByText('25 citater er læst ind.')).toBeVisible()
    await expect(page.getByText('106 sedler fra 5 møder og interviewrunder på 4 steder.')).toBeVisible()
    await page.getByRole('link', { name: 'Åbn – Ambassadører 2024' }).press('Enter')
    const quote = page.getByLabel('Tema for: Ring til mig på 12 34 56 78')
    await page.getByRole('button', { name: /^Steder for unge .*skateparken/ }).press('Enter')
    await expect(quote).toHaveValue('Steder for unge')
    await expect(quote).toBeFocused()
    await page.getByRole('button', { name: 'Gem temaer' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Gem temaer' })).toBeDisabled()
    await expect(page.getByText('Gemt.', { exact: true })).toBeVisible()
    await look(page, 'series-sources-1440')
  })

  await test.step('themes over places: what is special, what is shared, and the notes behind a number', async () => {
    await view('Temaer og steder')
    const cell = page.getByRole('button', { name: /^Legsted, Gæster.*, sandsynligvis særligt$/ })
    await expect(cell).toBeVisible()
    await cell.press('Enter')
    await expect(cell).toHaveAttribute('aria-pressed', 'true')
    const behind = page.getByRole('complementary')
    await expect(
      behind.getByText(/af hundrede sådanne vurderinger ventes ti at være forkerte/i),
    ).toBeVisible()
    await expect(behind.getByRole('link', { name: /^(Bord|Interview)/ }).first()).toBeVisible()
    await look(page, 'series-themes-1440')
    await behind.getByRole('link', { name: /^Vis alle/ }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Søg i alle sedler' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Sted' })).toHaveValue('Legsted')
    await look(page, 'series-search-1440')
    await page.goBack()
  })

  await test.step('side by side, with quotes that say where they come from', async () => {
    await view('Side om side')
    const heads = page.getByRole('heading', { level: 3 })
    // What was put up for the whole hall belongs to no town.
    await expect(heads).toHaveText(['Alle byer', 'Gramby', 'Legsted'])
    await page.getByLabel('Åmølle').press('Space')
    await page.getByLabel('Alle byer').press('Space')
    await expect(heads).toHaveText(['Gramby', 'Legsted', 'Åmølle'])
    await look(page, 'series-profiles-1440')
  })

  await test.step('over time, and that one day is no trend', async () => {
    await view('Over tid')
    await expect(page.getByRole('img', { name: /Andel af sedlerne over tid/ })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'Sorterede sedler' })).toBeVisible()
    await page.getByLabel('Trin').selectOption('halfYear')
    await expect(page.getByRole('columnheader', { name: 'første halvår 2024' })).toBeVisible()
    await look(page, 'series-trend-1440')
  })

  await test.step('own words, and the report in every format', async () => {
    await view('Rapport')
    await page.getByLabel('Legsted med egne ord').fill('Byen, hvor gæsterne bliver til naboer.')
    await page.getByRole('button', { name: 'Gem – Legsted med egne ord' }).press('Enter')
    await expect(page.getByText('Gemt.', { exact: true })).toBeVisible()
    for (const name of ['Word', 'PDF', 'OpenDocument', 'Excel', 'CSV', 'HTML', 'Markdown', 'JSON']) {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).press('Enter')
      const download = await coming
      expect(download.suggestedFilename()).toMatch(/^Byprofiler – \d{4}-\d\d-\d\d\.\w+$/)
      const content = readFileSync(await download.path(), 'utf8')
      if (name === 'HTML') expect(content).toContain('Byen, hvor gæsterne bliver til naboer.')
      if (name !== 'JSON') continue
      const report: { notes: { text: string }[] } = JSON.parse(content)
      const said = [...workshopNotes(towns), ...towns.flatMap(cafeNotes)].map(({ text }) => text)
      expect(report.notes.map(({ text }) => text)).toEqual(expect.arrayContaining(said))
      expect(report.notes).toHaveLength(said.length + 25)
    }
    await look(page, 'series-report-1440')
  })

  await test.step('the search finds Danish words inside others, marks them, and never what was hidden', async () => {
    await page.getByRole('link', { name: 'Søg', exact: true }).press('Enter')
    await page.getByLabel('Ord i sedlen').fill('BOLIG')
    await page.getByRole('button', { name: 'Søg', exact: true }).press('Enter')
    const marks = page.locator('mark')
    await expect(marks.first()).toBeVisible()
    for (const text of await marks.allInnerTexts()) expect(text.toLocaleLowerCase()).toBe('bolig')
    // Its own board at that note, with a key that opens no more than that.
    const source = page.getByRole('link', { name: /^Bord \d/ }).first()
    await expect(source).toHaveAttribute('href', /\/table\/[^/]+\/\d\?note=[^#]+#.{20,}/)
    expect(await source.getAttribute('href')).not.toContain(server.organiserKey)
    const words = await page
      .locator('.hits .note', { has: page.getByRole('link', { name: /^Bord \d/ }) })
      .first()
      .locator('.hit-text')
      .innerText()
    const board = await context.newPage()
    await board.goto(new URL((await source.getAttribute('href')) ?? '', server.url).href)
    await expect(board.locator('.tl-shape').filter({ hasText: words }).first()).toBeInViewport()
    await board.close()
    await page.getByText('Afgræns', { exact: true }).press('Enter')
    await page.getByRole('combobox', { name: 'Program' }).selectOption({ label: 'Byprofiler' })
    await page.getByLabel('Ord i sedlen').fill('')
    await page.getByLabel('Ord i sedlen').press('Enter')
    await expect(page.getByText('106 sedler', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Næste' }).press('Enter')
    await expect(page.getByText('Side 2 af 5')).toBeVisible()
    await page.goBack()
    await expect(page.getByText('Side 1 af 5')).toBeVisible()
    const [hidden] = profile.notes
    await profile.facilitator.ask({ type: 'hideNote', noteId: hidden?.id ?? '', hidden: true })
    await page.getByLabel('Ord i sedlen').fill(`»${hidden?.text}«`)
    await page.getByLabel('Ord i sedlen').press('Enter')
    await expect(page.getByText(/Ingen seddel har alle de ord/)).toBeVisible()
  })

  await test.step('on a phone, in four languages, and nothing that axe finds', async () => {
    const id = new URL(address).searchParams.get('series') ?? ''
    await page.setViewportSize({ width: 390, height: 844 })
    for (const [index, language] of (['da', 'sv', 'nb', 'en'] as const).entries()) {
      await page.emulateMedia({ colorScheme: index % 2 ? 'dark' : 'light' })
      for (const name of ['themes', 'profiles', 'trend', 'sources', 'report', 'list', 'search']) {
        const query =
          name === 'list'
            ? 'page=series'
            : name === 'search'
              ? 'page=search&q=by'
              : `series=${id}${name === 'themes' ? '' : `&view=${name}`}`
        await page.goto(organise(query))
        await page.getByRole('banner').getByRole('combobox').selectOption(language)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        if (name === 'themes')
          await page
            .getByRole('button', { name: /^Legsted, / })
            .first()
            .click()
        await expect(page.locator('.note, .se-chart, .se-table, textarea, .se-cards').first()).toBeVisible()
        if (language !== 'da') await axe(page)
        expect(await page.locator('body').innerText()).not.toMatch(/\{\w+\}/)
        const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
        expect(isWide, `${name} is wider than the phone`).toBe(false)
        if (language === 'da') await look(page, `series-${name}-390`)
        if (language === 'sv' && name === 'themes') await look(page, 'series-themes-dark-390')
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('a round is taken back whole', async () => {
    const id = new URL(address).searchParams.get('series') ?? ''
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(organise(`series=${id}&view=sources`))
    await page.getByRole('button', { name: 'Tag tilbage – Ambassadører 2024' }).press('Enter')
    const sure = page.getByRole('button', { name: 'Ja, tag alle 25 tilbage' })
    await expect(sure).toBeFocused()
    await sure.press('Enter')
    await expect(page.getByText('Interviewene er taget ud af programmet.')).toBeVisible()
    await expect(page.getByText('80 sedler fra 4 møder og interviewrunder på 4 steder.')).toBeVisible()
    await view('Over tid')
    await expect(page.getByText(/Alle sedler er fra samme dag/)).toBeVisible()
  })
  visitors.expectNothingForeign()
  await visitors.close()
})

/** A meeting with these notes on its tables, each sorted into its theme. In the open workshop every town has a table. */
async function hold(sessionId: string, place: string, notes: readonly TownNote[], isOpen: boolean) {
  const { id, keys } = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'town-profile',
    sessionId,
    title: isOpen ? 'Profilworkshop' : `Profilcafé i ${place}`,
    place,
    language: 'da',
    tables: 3,
  })
  const facilitator = new Member(server.url, id, keys.facilitator)
  if (isOpen)
    for (const [index, town] of towns.entries())
      await facilitator.ask({ type: 'setTown', table: index + 1, town })
  const written: { id: string; text: string }[] = []
  const byTheme = new Map<string, string[]>()
  for (const [phaseId, its] of Map.groupBy(notes, ({ phase }) => phase)) {
    await facilitator.ask({ type: 'startPhase', phaseId })
    for (const [index, note] of its.entries()) {
      const table = isOpen ? towns.indexOf(note.town) + 1 : (index % 3) + 1
      const { noteId = '' } = await facilitator.ask({
        type: 'addNoteFor',
        table,
        zone: note.zone,
        text: note.text,
      })
      written.push({ id: noteId, text: note.text })
      byTheme.set(note.theme, [...(byTheme.get(note.theme) ?? []), noteId])
    }
  }
  for (const [name, noteIds] of byTheme) {
    const themeId = crypto.randomUUID()
    await facilitator.ask({ type: 'setTheme', themeId, name })
    await facilitator.ask({ type: 'sortNotes', noteIds, add: [themeId] })
  }
  return { facilitator, notes: written }
}

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) })),
    page.url().replace(/#.*/, ''),
  ).toEqual([])
}
