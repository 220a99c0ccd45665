/** axe-core on every page in every language and in both colours, through the moments of an evening. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { axeOf } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-axe-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const locales = { sv: 'sv-SE', da: 'da-DK', nb: 'nb-NO', en: 'en-GB' } as const

for (const [index, language] of (['sv', 'da', 'nb', 'en'] as const).entries()) {
  test(`every page is accessible and wholly in ${language}`, async ({ browser }) => {
    const visitors = createVisitors(browser, () => server.url)
    const look = {
      locale: locales[language],
      colorScheme: index % 2 ? ('dark' as const) : ('light' as const),
    }
    const wide = await visitors.visitor({ ...look, viewport: { width: 1440, height: 900 } })
    const narrow = await visitors.visitor({ ...look, viewport: { width: 390, height: 844 } })
    const workshop = await createWorkshop(server.url, server.organiserKey, {
      templateId: 'world-cafe-service',
      sessionId: 'A1',
      title: 'World Café i Lindåsa',
      place: 'Lindåsa',
      owner: 'Ekdala kommun',
      language,
      tables: 4,
    })
    const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)

    const organise = await wide.newPage()
    await organise.goto(`${server.url}/organise#${server.organiserKey}`)
    await settled(organise, language)
    await organise.locator('a[href*="new"], a[href*="ny"]').first().click()
    await settled(organise, language)
    const join = await narrow.newPage()
    await join.goto(`${server.url}/`)
    await settled(join, language)
    await join.goto(`${server.url}/j/${workshop.joinCode}`)
    await settled(join, language)

    const person = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
    const other = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
    const pages: Page[] = []
    for (const [context, link] of [
      [wide, onLoopback(workshop.links.facilitator, server.url)],
      [wide, onLoopback(workshop.links.helper, server.url)],
      [wide, onLoopback(workshop.links.screen, server.url)],
      [wide, onLoopback(workshop.links.tables[0]?.link ?? '', server.url)],
      [narrow, person.link],
    ] as const) {
      const page = await context.newPage()
      await page.goto(link)
      pages.push(page)
    }
    const all = async () => {
      for (const page of pages) await settled(page, language)
    }
    // The moments that say little that is new are looked at in one language only.
    const quiet = async () => {
      if (language === 'sv') await all()
    }
    await quiet()
    await facilitator.ask({ type: 'startPhase' })
    await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
    await facilitator.ask({ type: 'setHost', table: 2, personId: other.personId })
    await person.ask({ type: 'addNote', zone: 'works', text: 'Lanthandeln är öppen på söndagar.' })
    await person.ask({ type: 'askHelp' })
    await facilitator.ask({ type: 'broadcast', text: 'Lindåsa' })
    await all()
    await facilitator.ask({ type: 'startPhase' })
    await all()
    await facilitator.ask({ type: 'addNoteFor', table: 0, zone: 'wall', text: 'Lanthandel' })
    await facilitator.ask({ type: 'startPhase', phaseId: 'dots' })
    await quiet()
    await facilitator.ask({ type: 'reveal' })
    await all()
    await facilitator.ask({ type: 'close' })
    await quiet()
    await facilitator.ask({ type: 'setTheme', themeId: crypto.randomUUID(), name: 'Lanthandel' })
    const harvest = await wide.newPage()
    await harvest.goto(`${server.url}/harvest/${workshop.id}#${workshop.keys.facilitator}`)
    for (let tab = 0; tab < 4; tab += 1) {
      await harvest.locator('.desk-tabs button').nth(tab).click()
      // The pointer's own look is none of the page's.
      await harvest.mouse.move(0, 0)
      await settled(harvest, language)
    }
    for (const query of [`workshop=${workshop.id}`, 'page=series', 'page=search']) {
      await organise.goto(`${server.url}/organise?${query}#${server.organiserKey}`)
      await settled(organise, language)
    }
    visitors.expectNothingForeign()
    await visitors.close()
  })
}

/** What is shown has come to rest; axe finds nothing; the page says its language and leaves no hole unfilled. */
async function settled(page: Page, language: string): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const { violations } = await axeOf(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) })),
    page.url().replace(/#.*/, ''),
  ).toEqual([])
  expect(await page.locator('body').innerText()).not.toMatch(/\{\w+\}/)
}
