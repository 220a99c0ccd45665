/** Files fetched at the desk over a weak network: how far they are, called off, broken off and gone on with. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { openLine } from '../hall/openLine.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-files-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a ZIP says how far it is, can be called off, and goes on where the network broke', async ({
  browser,
}) => {
  await using line = await openLine(server.url)
  const visitors = createVisitors(browser, () => line.url)
  const workshop = await createCafe(server, { place: 'Lindåsa' })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const person = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  for (let n = 0; n < 5; n += 1)
    await person.ask({ type: 'addNote', zone: 'missing', text: `Lapp ${n} om bussen till Ekdala` })

  const page = await visitors.screen(1280, 900)
  await page.goto(`${line.url}/harvest/${workshop.id}#${workshop.keys.facilitator}`)
  await page.getByRole('button', { name: 'Filer' }).press('Enter')
  const bar = page.getByRole('progressbar')
  const zip = page.getByRole('button', { name: 'Allt i en ZIP' })

  line.slow(20_000)
  await zip.press('Enter')
  await expect(page.getByText(/^Hämtar Allt i en ZIP: [\d,]+ kB av [\d,]+ kB$/)).toBeVisible()
  await expect(bar).toHaveAttribute('aria-valuetext', /^[1-9]\d?\s?%$/)
  await expect(bar).toHaveAccessibleName('Så långt har Allt i en ZIP kommit')
  await look(page, 'files-busy-1280')
  await page.getByRole('button', { name: 'Avbryt' }).press('Enter')
  await expect(page.getByText('Avbrutet. Ingen fil sparades.')).toBeVisible()

  // The line breaks in the middle: the page waits, and then fetches only the rest.
  const ranges: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/file')) ranges.push(request.headers()['range'] ?? 'all')
  })
  const saved = page.waitForEvent('download')
  await zip.press('Enter')
  await expect(bar).toHaveAttribute('aria-valuetext', /^[1-9]\d?\s?%$/)
  line.cut()
  await expect(page.getByText('Ingen kontakt med servern. Försöker igen av sig själv …')).toBeVisible()
  await look(page, 'files-offline-1280')
  line.slow(Infinity)
  line.mend()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^Skörd – Lindåsa – .*\.zip$/)
  const bytes = readFileSync(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006')
  expect(ranges.length).toBeGreaterThan(1)
  for (const range of ranges.slice(1)) expect(range).toMatch(/^bytes=[1-9]\d*-$/)
  await expect(page.getByText(/Skörd – Lindåsa – .*\.zip är hämtad\./)).toBeVisible()
  visitors.expectNothingForeign()
  await visitors.close()
})
