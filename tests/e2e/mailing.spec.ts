/** The harvest goes out by e-mail to those who asked for it: each once, in their language, with a way out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openMailSink } from '../../apps/server/src/mail/testing/mailSink.ts'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

test('is sent once to each who asked, says who could not be reached, and can be left', async ({
  browser,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bordet-mailing-'))
  await using sink = await openMailSink({
    recipient: (address) => (address.startsWith('nobody') ? 550 : undefined),
  })
  const server = await startServer({
    dataDir,
    env: { SMTP_URL: sink.url, MAIL_FROM: 'Lindåsa kommun <skord@example.org>' },
  })
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  for (const [index, email] of ['anna@example.org', 'bo@example.org', 'nobody@example.org'].entries()) {
    const person = await joinByPhone(server.url, { code: workshop.joinCode, table: (index % 2) + 1 })
    await person.ask({ type: 'addNote', zone: 'missing', text: `Lapp ${index}` })
    await person.ask({ type: 'giveContact', email })
  }
  const byPost = await joinByPhone(server.url, { code: workshop.joinCode })
  await byPost.ask({ type: 'giveContact', postal: 'Astrid Lind\nBygatan 4\n343 99 Lindåsa' })
  await facilitator.ask({ type: 'close' })
  const page = await visitors.screen(1440, 900)
  await page.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)
  const mailing = page.getByRole('region', { name: 'Skicka skörden med e-post' })
  await mailing.getByLabel('Egna ord').fill('Tack för i går!')
  await mailing.getByRole('button', { name: 'Skicka …' }).press('Enter')
  expect(sink.received).toHaveLength(0)
  await mailing.getByRole('button', { name: 'Skicka till 3 personer' }).press('Enter')
  await expect(mailing.getByText('2 av 3 skickade')).toBeVisible()
  await expect(mailing.getByText('Adressen finns inte eller tar inte emot')).toBeVisible()
  const letters = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Med stor text' }).press('Enter')
  expect((await letters).suggestedFilename()).toMatch(/\.pdf$/)
  await look(page, 'mailing-1440')
  expect(sink.received.map(({ to }) => to).toSorted()).toEqual(['anna@example.org', 'bo@example.org'])
  const [first] = sink.received
  expect(first?.source).toContain('application/pdf')
  const [, wayOut = ''] =
    /List-Unsubscribe: <([^>]+)>/.exec(first?.source.replace(/\r\n\s+/g, '') ?? '') ?? []
  const phone = await visitors.screen(390, 844)
  await phone.goto(new URL(new URL(wayOut).pathname, server.url).href)
  await look(phone, 'unsubscribe-390')
  await phone.getByRole('button').first().press('Enter')
  await expect(phone.getByRole('heading')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 med e-post, 1 med brev')).toBeVisible()
  visitors.expectNothingForeign()
  await visitors.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
