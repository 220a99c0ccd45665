/** Quotes from interviews are brought by the organiser, read by everybody, stand in the harvest, and can be taken back. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-imports-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('quotes are looked at, put up, read and taken back', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'citizen-dialogue-map-hosting',
    sessionId: 'E4',
    title: 'Vi läser svaren',
    place: 'Lindåsa',
    language: 'sv',
    tables: 2,
  })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  const ulla = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
  const organise = await visitors.screen()
  await organise.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)
  const group = organise.getByRole('group', { name: /Citat från intervjuer/ })
  const lines = [
    'Nummer;Citat;Plats',
    '1;"Man möts på macken; annars ingenstans";Diö',
    `2;${'x'.repeat(1100)};Diö`,
  ]
  const many = Array.from({ length: 50 }, (_, index) => `${index + 3};Citat nummer ${index + 3};Liatorp`)
  await group.getByLabel('Rader').fill([...lines, ...many].join('\n'))
  await expect(group.getByText('Rad 3 är längre än 1 000 tecken.')).toBeVisible()
  await expect(group.getByText('Citat: Man möts på macken; annars ingenstans')).toBeVisible()
  await look(organise, 'organise-import-1440')
  await group.getByRole('button', { name: 'Sätt upp 51 rader' }).press('Enter')
  await expect(group.getByText('51 rader är uppsatta.')).toBeVisible()

  await facilitator.ask({ type: 'startPhase', phaseId: 's1' })
  const phone = await visitors.phone()
  await phone.goto(ulla.link)
  await expect(phone.getByText('Man möts på macken; annars ingenstans').first()).toBeVisible()
  await look(phone, 'phone-import-390')
  const harvest = JSON.stringify(
    await facilitator.download('json', 'sv').then((bytes) => Buffer.from(bytes).toString()),
  )
  expect(harvest.split('Man möts på macken').length - 1).toBe(1)
  expect(harvest).toContain('Citat nummer 52')

  await group.getByRole('button', { name: 'Ta tillbaka' }).press('Enter')
  await expect(group.getByText('Raderna är borta från tavlan.')).toBeVisible()
  await expect(phone.getByText('Man möts på macken; annars ingenstans')).toHaveCount(0)
  visitors.expectNothingForeign()
  await visitors.close()
})
