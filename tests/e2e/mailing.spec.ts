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
  const late = await joinByPhone(server.url, { code: workshop.joinCode })
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
  // A second time, to whoever has not had it: one asked since, one could not be reached.
  await late.ask({ type: 'giveContact', email: 'late@example.org' })
  await page.reload()
  await expect(mailing.getByRole('radio', { name: 'Bara de som inte har fått den (2)' })).toBeChecked()
  await expect(mailing.getByRole('radio', { name: /^Alla som har bett om den, .* \(4\)$/ })).toBeVisible()
  await look(page, 'mailing-again-1440')
  await mailing.getByRole('button', { name: 'Skicka …' }).press('Enter')
  await mailing.getByRole('button', { name: 'Skicka till 2 personer' }).press('Enter')
  await expect(mailing.getByText('1 av 2 skickade')).toBeVisible()
  const letters = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Med stor text' }).press('Enter')
  expect((await letters).suggestedFilename()).toMatch(/\.pdf$/)
  await look(page, 'mailing-1440')
  expect(sink.received.map(({ to }) => to).toSorted()).toEqual([
    'anna@example.org',
    'bo@example.org',
    'late@example.org',
  ])
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
  await expect(page.getByText('3 med e-post, 1 med brev')).toBeVisible()
  visitors.expectNothingForeign()
  await visitors.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('is looked through first, tried out, and what did not arrive is put right', async ({ browser }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bordet-before-'))
  await using sink = await openMailSink({
    recipient: (address) => (address.startsWith('fel') ? 550 : undefined),
  })
  const server = await startServer({
    dataDir,
    env: { SMTP_URL: sink.url, MAIL_FROM: 'Lindåsa kommun <skord@example.org>' },
  })
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const write = async (table: number, text: string) => {
    const person = await joinByPhone(server.url, { code: workshop.joinCode, table })
    return (await person.ask({ type: 'addNote', zone: 'missing', text })).noteId ?? ''
  }
  const bus = await write(1, 'Bussen går inte efter klockan sex, så min dotter kan inte träna.')
  await write(1, 'Ring Anna Ek på 070-123 45 67 om ni vill hjälpa till')
  await write(2, 'Karin på kommunen svarar aldrig')
  const themeId = crypto.randomUUID()
  await facilitator.ask({ type: 'setTheme', themeId, name: 'Kollektivtrafik' })
  await facilitator.ask({ type: 'assignTheme', noteId: bus, themeIds: [themeId] })
  const contacts = [
    { email: 'anna@example.org', language: 'sv' },
    { email: 'fel@example.org', language: 'da' },
  ] as const
  for (const contact of contacts) {
    const person = await joinByPhone(server.url, { code: workshop.joinCode })
    await person.ask({ type: 'giveContact', ...contact })
  }
  await facilitator.ask({ type: 'close' })

  const page = await visitors.screen(1440, 900)
  await page.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)
  // The meeting is over: the harvest comes first, paper and links last.
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Teman, rapport och filer')
  await expect(page.getByText('Deltagare går med', { exact: true }).first()).toBeHidden()
  const before = page.getByRole('region', { name: 'Innan du skickar' })
  await expect(before.getByText('2 lappar kan nämna en privatperson.')).toBeVisible()
  await expect(before.getByText('Sammanfattningen är inte skriven.')).toBeVisible()
  await before.getByRole('button', { name: 'Granska' }).press('Enter')
  await expect(before.locator('mark')).toHaveText(['Anna Ek', '070-123 45 67', 'Karin'])
  await look(page, 'before-sending-1440')
  await before.getByRole('button', { name: 'Dölj – Ring Anna Ek' }).press('Enter')
  await expect(before.getByText('Lappen är dold och följer inte med i skörden.')).toBeFocused()
  await before.getByRole('button', { name: 'Behåll – Karin' }).press('Enter')
  await expect(before.getByText('Inga lappar ser ut att nämna en privatperson')).toBeVisible()
  const [desk] = await Promise.all([
    page.waitForEvent('popup'),
    before.getByRole('link', { name: 'Skriv den' }).click(),
  ])
  await expect(desk.getByRole('button', { name: 'Rapport' })).toHaveAttribute('aria-current', 'page')
  await desk.close()
  await facilitator.ask({
    type: 'editReport',
    part: 'headInShort',
    text: 'Bussen på kvällen är det som fattas mest.',
  })
  await page.reload()
  await expect(before.getByText('Sammanfattningen är skriven')).toBeVisible()

  const mailing = page.getByRole('region', { name: 'Skicka skörden med e-post' })
  await mailing.getByLabel('Egna ord').fill('Tack för i går!')
  await mailing.getByRole('button', { name: 'Visa mejlet' }).press('Enter')
  const mail = mailing.frameLocator('iframe')
  for (const words of ['Tack för i går!', 'Bussen på kvällen är det som fattas mest.', 'Kollektivtrafik'])
    await expect(mail.getByText(words, { exact: true })).toBeVisible()
  // Axe waits for ever for a frame that runs nothing: what is around it is looked at before and after.
  await mailing.getByLabel('Mejlets språk').selectOption('da')
  await expect(mail.getByText('De største temaer')).toBeVisible()
  await expect(mail.getByText('Kollektivtrafik', { exact: true })).toHaveAttribute('lang', 'sv')
  await mailing.getByLabel('Skicka ett prov till dig själv').fill('jag@example.org')
  await mailing.getByRole('button', { name: 'Skicka prov' }).press('Enter')
  await expect(mailing.getByText('Provet är skickat till jag@example.org.')).toBeVisible()
  expect(sink.received.map(({ to }) => to)).toEqual(['jag@example.org'])

  await mailing.getByRole('button', { name: 'Skicka …' }).press('Enter')
  await mailing.getByRole('button', { name: 'Skicka till 2 personer' }).press('Enter')
  await expect(mailing.getByText('1 av 2 skickade')).toBeVisible()
  await expect(mailing.getByText('fel@example.org', { exact: true })).toBeVisible()
  await mailing.getByRole('button', { name: 'Stäng' }).press('Enter')
  await look(page, 'mail-failed-1440')
  await mailing.getByRole('button', { name: 'Rätta – fel@example.org' }).press('Enter')
  await mailing.getByLabel('Rätt adress').fill('ratt@example.org')
  await mailing.getByRole('button', { name: 'Spara och skicka' }).press('Enter')
  await expect(mailing.getByText('2 av 2 skickade')).toBeVisible()
  expect(sink.received.map(({ to }) => to).slice(1)).toEqual(['anna@example.org', 'ratt@example.org'])
  const small = await visitors.screen(390, 844)
  await small.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)
  await expect(small.getByRole('region', { name: 'Innan du skickar' })).toBeVisible()
  await look(small, 'before-sending-390')

  const readUrl = (await page.getByRole('link', { name: 'Se den som deltagarna' }).getAttribute('href')) ?? ''
  const reader = await visitors.screen(390, 844)
  await reader.goto(new URL(new URL(readUrl).pathname, server.url).href)
  await expect(reader.getByText('Bussen på kvällen är det som fattas mest.')).toBeVisible()
  await expect(reader.getByText('070-123 45 67')).toHaveCount(0)
  await look(reader, 'read-page-390')
  await reader.getByRole('link', { name: 'Läs hela rapporten' }).press('Enter')
  await expect(reader.getByRole('heading', { name: 'Alla lappar ordagrant' })).toBeVisible()

  await page.goto(`${server.url}/organise#${server.organiserKey}`)
  await expect(page.getByRole('link', { name: /^Hämta skörden/ })).toHaveAttribute('href', /\/harvest\//)
  await expect(page.getByRole('row').nth(1)).toContainText('2')
  await look(page, 'list-closed-1440')
  visitors.expectNothingForeign()
  await visitors.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
