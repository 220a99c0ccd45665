/** The organiser's programme: changed before and during a workshop, kept as a template, taken along and read in. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-programme-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a programme is changed, kept as a template, and changed again while the evening goes on', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const page = await visitors.screen(1440, 900)
  const organise = (query: string) => `${server.url}/organise${query}#${server.organiserKey}`
  let workshopId = ''

  await test.step('before: minutes, a question, a new area, another order, by keyboard alone', async () => {
    await page.goto(organise('?page=new'))
    await page.getByLabel('Ort', { exact: true }).fill('Lindåsa')
    const minutes = page.getByLabel('Minuter för Omgång 1: Servicen i dag')
    await minutes.fill('31')
    await minutes.press('Enter')
    await page.getByRole('button', { name: 'Ändra Omgång 1: Servicen i dag' }).press('Enter')
    await page.getByLabel('Frågan', { exact: true }).fill('Vad fungerar i {place}?')
    await page.getByRole('button', { name: 'Ändra rutor' }).press('Enter')
    await look(page, 'create-1440')
    await page.getByRole('button', { name: 'Ny ruta' }).press('Enter')
    await page.getByLabel('Rutans rubrik').fill('Det vi glömmer')
    await page.getByRole('button', { name: 'Klar med rutan' }).press('Enter')
    const down = page.getByRole('button', { name: 'Flytta ned' })
    await down.press('Enter')
    await expect(page.getByText('Omgång 1: Servicen i dag står nu på plats 4.')).toBeVisible()
    await expect(down).toBeFocused()
    await page.getByRole('button', { name: 'Flytta upp' }).press('Enter')
    await page.getByRole('button', { name: 'Ta bort – Omgång 1: Servicen i dag' }).press('Enter')
    const back = page.getByRole('button', { name: 'Ta tillbaka Omgång 1: Servicen i dag' })
    await expect(back).toBeFocused()
    await back.press('Enter')
    await page.getByLabel('Mallens namn').fill('Vår kväll')
    await page.getByLabel('Mallens namn').press('Enter')
    await expect(page.getByText('Mallen Vår kväll är sparad.')).toBeVisible()
    await page.getByLabel('Mallens namn').fill('Vår kväll')
    await page.getByLabel('Mallens namn').press('Enter')
    const instead = page.getByRole('button', { name: 'Ersätt den' })
    await expect(instead).toBeFocused()
    await instead.press('Enter')
    await expect(page.getByText('Mallen Vår kväll är sparad.')).toBeVisible()
    await expect(instead).toBeHidden()
    await page.getByRole('button', { name: 'Skapa workshop' }).press('Enter')
    await expect(page.getByRole('heading', { name: /är klar/ })).toBeVisible()
    workshopId = new URL(page.url()).searchParams.get('workshop') ?? ''
  })

  const link = await page.locator('a[href*="/facilitate/"]').first().getAttribute('href')
  const key = onLoopback(link ?? '', server.url).split('#')[1] ?? ''
  const facilitator = new Member(server.url, workshopId, key)

  await test.step('during: what is past is locked, the rest changes at once', async () => {
    const before = await facilitator.view()
    const round = before.agenda.find(({ name }) => name === 'Omgång 1: Servicen i dag')
    expect(round?.minutes).toBe(31)
    await facilitator.ask({ type: 'startPhase' })
    await facilitator.ask({ type: 'startPhase', phaseId: round?.id ?? '' })
    const view = await facilitator.view()
    expect(view.phase.question).toBe('Vad fungerar i Lindåsa?')
    expect(view.phase.zones.map(({ title }) => title)).toContain('Det vi glömmer')
    await page.getByRole('link', { name: 'Ändra programmet' }).press('Enter')
    await expect(page.getByText('Har varit', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('Pågår', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Ändra Omgång 1: Servicen i dag' }).press('Enter')
    await page.getByLabel('Frågan', { exact: true }).fill('Vad fungerar här?')
    await page.getByLabel('Frågan', { exact: true }).press('Tab')
    await expect.poll(async () => (await facilitator.view()).phase.question).toBe('Vad fungerar här?')
    await look(page, 'during-1440')
    await page.getByLabel('Minuter för Paus').fill('9')
    await page.getByLabel('Minuter för Paus').press('Enter')
    const pauseMinutes = async () =>
      (await facilitator.view()).agenda.find(({ kind }) => kind === 'break')?.minutes
    await expect.poll(pauseMinutes).toBe(9)
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, 'during-390')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('the template goes out as a file and comes in; a broken one is told where it is broken', async () => {
    await page.getByRole('link', { name: 'Mallar' }).press('Enter')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Hämta filen – Vår kväll' }).press('Enter')
    const download = await downloading
    expect(download.suggestedFilename()).toBe('Vår kväll.bordet.json')
    const path = join(dataDir, 'mall.json')
    await download.saveAs(path)
    const text = readFileSync(path, 'utf8')
    writeFileSync(join(dataDir, 'trasig.json'), text.replace('"minutes": 31', '"minutes": 0'))
    await page.getByLabel('Välj fil').setInputFiles(join(dataDir, 'trasig.json'))
    await expect(page.getByText('Talet är för litet: minst 1.')).toBeVisible()
    await expect(page.getByText(/sessions\[0\]\.phases\[\d+\]\.minutes/)).toBeVisible()
    await look(page, 'import-refused-1440')
    await page.getByLabel('Välj fil').setInputFiles(path)
    await expect(page.getByRole('heading', { name: 'I filen: Vår kväll' })).toBeVisible()
    await look(page, 'import-preview-1440')
    await page.getByRole('button', { name: 'Spara som egen mall' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Hämta filen – Vår kväll' })).toHaveCount(2)
    await page.setViewportSize({ width: 390, height: 844 })
    await look(page, 'templates-390')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('a workshop from a template, and its paper, in at most eight clicks', async () => {
    let clicks = 0
    const click = async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
      clicks += 1
      await page.getByRole(role, { name }).first().click()
    }
    await page.goto(organise(''))
    await click('Ny workshop', 'link')
    clicks += 1
    await page
      .getByRole('radio', { name: /Vår kväll/ })
      .first()
      .check()
    clicks += 1
    await page.getByLabel('Ort', { exact: true }).click()
    await page.keyboard.type('Häradsbäck')
    await look(page, 'create-own-1440')
    await click('Skapa workshop')
    await expect(page.getByRole('heading', { name: /är klar/ })).toBeVisible()
    const printing = page.waitForEvent('download')
    await click('Allt i en fil')
    expect((await printing).suggestedFilename()).toMatch(/\.pdf$/)
    expect(clicks).toBeLessThanOrEqual(8)
  })

  await test.step('on a phone, and in the other languages', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(organise('?page=new'))
    await page.getByRole('button', { name: 'Ändra Omgång 1: Servicen i dag' }).click()
    await page.getByRole('button', { name: 'Ändra rutor' }).click()
    await look(page, 'create-390')
    for (const [language, heading] of [
      ['da', 'Skabeloner'],
      ['nb', 'Maler'],
      ['en', 'Templates'],
    ] as const) {
      await page.getByRole('banner').getByRole('combobox').selectOption(language)
      await expect(page.getByRole('link', { name: heading })).toBeVisible()
    }
  })
  visitors.expectNothingForeign()
  await visitors.close()
})
