/** What organisers say at the desk beside the notes: both sides of a conclusion, how far the report is, other workshops. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { holdSession } from '../methods/holdSession.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'
import { openPart } from './openPart.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-method-reports-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const workshop = { place: 'Kramfors', language: 'en', tables: 1, owner: 'Kramfors' }

test('a conclusion gets its quotes for and against, and the figures of whom was heard', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const quote = (who: number, said: string) => ({
    zone: 'raw',
    text: [String(who), 'Kramfors', '26–45', 'woman', 'How is it here?', said],
  })
  const { id, facilitator } = await holdSession(server, {
    workshop: {
      ...workshop,
      templateId: 'citizen-dialogue-map-hosting',
      sessionId: 'E4',
      title: 'Interviews',
    },
    people: 2,
    notes: {
      s1: [quote(1, 'The bus is too late'), quote(2, 'I never need a bus')],
      s4: [{ zone: 'claims', text: ['The bus decides', '', '', ''] }],
    },
  })
  const page = await visitors.screen(1440, 900)
  await page.goto(`${server.url}/harvest/${id}#${facilitator.key}`)
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await openPart(page, 'Conclusions', 'en')
  const claim = page.getByRole('region', { name: /The bus decides/ })
  await claim.getByLabel('Search the notes').fill('bus')
  await expect(claim.getByText('2 notes')).toBeVisible()
  await claim.getByRole('button', { name: /^Speaks for: .*too late/s }).click()
  await claim.getByRole('button', { name: /^Speaks against: .*never need/s }).click()
  await expect(claim.getByRole('button', { name: /^Take away/ })).toHaveCount(2)
  await look(page, 'desk-claims')
  await openPart(page, 'Whom we heard', 'en')
  const heard = page.getByRole('region', { name: 'Whom we heard' })
  await heard.getByRole('button', { name: 'New row' }).click()
  await heard.getByLabel('Question (age, for example)').fill('Age group')
  await heard.getByLabel('Group', { exact: true }).fill('under 16')
  await heard.getByLabel('Number we heard').fill('0')
  await heard.getByLabel('Number we heard').blur()
  await expect(heard.getByText('Saved').last()).toBeVisible()
  await look(page, 'desk-heard')
  const report = new TextDecoder().decode(await facilitator.download('md', 'en'))
  const told = report.slice(report.indexOf('## Conclusions'), report.indexOf('## Every note'))
  expect(told).toMatch(/Speaks for[^]*too late[^]*Speaks against[^]*never need a bus/)
  expect(report).toContain('Age group: under 16: nobody')
})

test('the organiser links an earlier workshop; the page for politicians is a file of its own', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const centre = { ...workshop, templateId: 'town-centre-partnership' }
  await holdSession(server, {
    workshop: { ...centre, sessionId: 'D0a', title: 'The young' },
    people: 2,
    notes: { y2: [{ zone: 'want', text: 'A warm room' }] },
  })
  const { id, facilitator } = await holdSession(server, {
    workshop: { ...centre, sessionId: 'D1', title: 'One project' },
    people: 2,
    notes: { pol: [{ zone: 'politics', text: ['Use of the yard', 'The council', '2026-05-01', 'Lars'] }] },
  })
  const organiser = await visitors.screen(1440, 900)
  await organiser.goto(`${server.url}/organise?workshop=${id}#${server.organiserKey}`)
  await organiser.getByLabel('Lägg till en workshop').selectOption({ label: 'The young · Kramfors' })
  await expect(organiser.getByText('Sparat.')).toBeVisible()
  await look(organiser, 'organise-linked')
  const report = new TextDecoder().decode(await facilitator.download('md', 'en'))
  expect(report).toMatch(/### Young people[^#]*#### [^]*A warm room/)

  const desk = await visitors.screen(390, 844)
  await desk.goto(`${server.url}/harvest/${id}#${facilitator.key}`)
  await desk.getByRole('button', { name: 'Report', exact: true }).click()
  await openPart(desk, 'One page for the politicians', 'en')
  const saved = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Get the page for the politicians (PDF)' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^For the politicians – Kramfors/)
  await look(desk, 'desk-memo-phone')
})
