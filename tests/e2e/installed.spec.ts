/** After a first visit the participant's page opens without a network, where the browser lets it; and the help page says how. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-installed-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a phone that was here once opens its seat in a cellar, keeps what is written, and sends it upstairs', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  await new Member(server.url, workshop.id, workshop.keys.facilitator).ask({
    type: 'startPhase',
    phaseId: 'r1',
  })
  const person = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  const context = await visitors.visitor({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'allow',
  })
  const page = await context.newPage()
  await page.goto(person.link)
  await expect(page.locator('#write')).toBeVisible()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  const manifest = await page.locator('link[rel=manifest]').getAttribute('href')
  const described = await (await fetch(`${server.url}${manifest}`)).json()
  expect(described).toMatchObject({ name: 'Bordet', start_url: '/', display: 'standalone' })

  await context.setOffline(true)
  await page.locator('#write').fill('Skriven i källaren')
  await page.getByRole('button', { name: 'Sätt upp på bordets tavla' }).click()
  await expect(page.getByText('Sparat i din telefon')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Skriven i källaren')).toBeVisible()
  await expect(page.getByText('Sparat i din telefon')).toBeVisible()
  await context.setOffline(false)
  await expect(page.locator('.mine', { hasText: 'Uppsatt' })).toBeVisible({ timeout: 40_000 })
  expect((await person.view()).notes.map((note) => note.text)).toEqual(['Skriven i källaren'])
  await visitors.close()
})

for (const [language, title] of [
  ['sv', 'Så fungerar det'],
  ['da', 'Sådan virker det'],
  ['nb', 'Slik fungerer det'],
  ['en', 'How it works'],
] as const) {
  test(`the help page is read without a script in ${language}`, async ({ browser }) => {
    const visitors = createVisitors(browser, () => server.url)
    const context = await visitors.visitor({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: language === 'sv',
      colorScheme: language === 'da' ? 'dark' : 'light',
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/guide?lang=${language}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(9)
    if (language === 'sv') await look(page, 'guide-390')
    visitors.expectNothingForeign()
    await visitors.close()
  })
}
