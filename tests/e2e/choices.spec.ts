/** What people choose together and where they want the harvest sent: on phones, on paper, on the big screen, in both colours. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { call, createWorkshop, joinByPhone, Member, type NewWorkshop } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-choices-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function open(session: Pick<NewWorkshop, 'templateId' | 'sessionId'>) {
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    ...session,
    title: 'Kväll i Lindåsa',
    place: 'Lindåsa',
    owner: 'Ekdala kommun',
    language: 'sv',
    tables: 3,
  })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  const ulla = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
  const bo = await facilitator.ask({ type: 'addPerson', name: 'Bo Ek' })
  return { workshop, facilitator, ulla, boId: bo.personId ?? '' }
}

test('somebody with a phone and somebody without say where the harvest is to be sent', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop, facilitator, ulla } = await open({ templateId: 'world-cafe-service', sessionId: 'A1' })
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const helper = await visitors.screen(1024, 768)
  await helper.goto(onLoopback(workshop.links.helper, server.url))
  const dark = await visitors.visitor({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const phone = await dark.newPage()
  await phone.goto(ulla.link)
  await expect(phone.getByText('Vill du få skörden')).toHaveCount(0)

  await test.step('on paper, typed in by a helper', async () => {
    await helper.getByText('Skriv in var någon vill ha skörden').press('Enter')
    await helper.getByLabel('Namn och postadress').fill('Bo Ek\nLillgatan 2\n343 71 Diö')
    await look(helper, 'helper-contact-1024')
    await helper.getByRole('button', { name: 'Spara' }).last().press('Enter')
    await expect(helper.getByText('Sparat.')).toBeVisible()
    await expect(helper.getByLabel('Namn och postadress')).toHaveValue('')
  })

  await test.step('on the phone, when the evening is over', async () => {
    await facilitator.ask({ type: 'close' })
    await expect(phone.getByText('Vill du få skörden skickad till dig?')).toBeVisible()
    await phone.getByLabel('Ja, med e-post').check()
    await phone.getByLabel('Din e-postadress').fill('ulla@exempel')
    await phone.getByRole('button', { name: 'Klart' }).press('Enter')
    await expect(phone.getByText('Skriv en hel e-postadress')).toBeVisible()
    await expect(phone.getByLabel('Din e-postadress')).toBeFocused()
    await look(phone, 'phone-contact-wrong-dark')
    await phone.getByLabel('Din e-postadress').fill('ulla@exempel.se')
    await phone.getByRole('button', { name: 'Klart' }).press('Enter')
    await expect(phone.getByText('Skörden skickas till ulla@exempel.se.')).toBeVisible()
    await look(phone, 'phone-contact-kept-dark')
    await phone.reload()
    await expect(phone.getByText('Skörden skickas till ulla@exempel.se.')).toBeVisible()
    await phone.getByRole('button', { name: 'Ändra' }).press('Enter')
    await phone.getByLabel('Ja, med brev').press('Space')
    await phone.getByLabel('Namn och adress, som på ett kuvert').fill('Ulla Al\nStorgatan 1\n343 71 Diö')
    await phone.getByRole('button', { name: 'Klart' }).press('Enter')
    await expect(phone.getByText('Skörden skickas till dig med brev.')).toBeVisible()
    await phone.getByRole('button', { name: 'Ändra' }).press('Enter')
    await phone.getByLabel('Nej tack').press('Space')
    await phone.getByRole('button', { name: 'Klart' }).press('Enter')
    await expect(phone.getByText('Klart. Ingen skörd skickas till dig.')).toBeVisible()
    await phone.getByLabel('Ja, med brev').press('Space')
    await phone.getByLabel('Namn och adress, som på ett kuvert').fill('Ulla Al\nStorgatan 1\n343 71 Diö')
    await phone.getByRole('button', { name: 'Klart' }).press('Enter')
    await expect(phone.getByText('Skörden skickas till dig med brev.')).toBeVisible()
  })

  await test.step('the organiser sees, keeps and deletes them; the cockpit only counts', async () => {
    const cockpit = await visitors.screen()
    await cockpit.goto(onLoopback(workshop.links.facilitator, server.url))
    await expect(cockpit.getByText('0 vill ha skörden med e-post, 2 med brev')).toBeVisible()
    const organise = await visitors.screen()
    await organise.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)
    await expect(organise.getByText('0 med e-post, 2 med brev')).toBeVisible()
    await organise.getByText('Visa adresserna').press('Enter')
    await expect(organise.getByText('Lillgatan 2')).toBeVisible()
    await look(organise, 'organise-contacts-1440')
    const download = organise.waitForEvent('download')
    await organise.getByRole('button', { name: 'Hämta som kalkylblad' }).press('Enter')
    expect((await download).suggestedFilename()).toBe('Adresser – Lindåsa.csv')
    await organise.getByRole('button', { name: 'Radera Bo Ek' }).press('Enter')
    await expect(organise.getByText('0 med e-post, 1 med brev')).toBeVisible()
    await organise.getByRole('button', { name: 'Radera alla nu' }).press('Enter')
    await organise.getByRole('button', { name: 'Radera en adress för gott' }).press('Enter')
    await expect(organise.getByText('0 med e-post, 0 med brev')).toBeVisible()
    const { contacts } = await call<{ contacts: unknown[] }>(
      `${server.url}/api/workshops/${workshop.id}/contacts`,
      { key: server.organiserKey },
    )
    expect(contacts).toEqual([])
  })
  visitors.expectNothingForeign()
  await visitors.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`yes or no, an order and working groups, with a phone and on paper, ${colorScheme}`, async ({
    browser,
  }) => {
    const visitors = createVisitors(browser, () => server.url)
    const wide = { colorScheme, viewport: { width: 1440, height: 900 } }
    const inHall = { colorScheme, viewport: { width: 1920, height: 1080 } }
    const inHand = { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true }
    const enter = async ({ workshop, ulla }: Awaited<ReturnType<typeof open>>) => {
      const go = async (options: Parameters<typeof visitors.visitor>[0], link: string) => {
        const page = await (await visitors.visitor(options)).newPage()
        await page.goto(link)
        return page
      }
      const onLoop = (link: string) => onLoopback(link, server.url)
      return {
        phone: await go(inHand, ulla.link),
        cockpit: await go(wide, onLoop(workshop.links.facilitator)),
        helper: await go({ ...wide, viewport: { width: 1024, height: 768 } }, onLoop(workshop.links.helper)),
        screen: await go(inHall, onLoop(workshop.links.screen)),
      }
    }
    type Pages = Awaited<ReturnType<typeof enter>>
    const lookAll = async (pages: Pages, moment: string) => {
      for (const [name, page] of Object.entries(pages)) await look(page, `${moment}-${name}-${colorScheme}`)
    }

    await test.step('yes or no', async () => {
      const evening = await open({ templateId: 'bid-process', sessionId: 'C2' })
      await evening.facilitator.ask({ type: 'startPhase', phaseId: 'consent' })
      const pages = await enter(evening)
      await pages.phone.getByRole('button', { name: 'Ja', exact: true }).click()
      await expect(pages.phone.getByText('En har svarat')).toBeVisible()
      await pages.helper.getByRole('combobox', { name: /^Vem/ }).first().selectOption(evening.boId)
      await pages.helper.getByRole('button', { name: 'Nej', exact: true }).press('Enter')
      await expect(pages.cockpit.getByText('1 ja, 1 nej')).toBeVisible()
      await lookAll(pages, 'consent')
      await evening.facilitator.ask({ type: 'endPhase' })
      await expect(pages.phone.getByText('1 ja, 1 nej')).toBeVisible()
      await lookAll(pages, 'consent-over')
    })

    await test.step('an order', async () => {
      const evening = await open({ templateId: 'town-profile', sessionId: 'B2' })
      const { facilitator, ulla } = evening
      await facilitator.ask({ type: 'startPhase', phaseId: 'r3' })
      const { phase } = await ulla.view()
      const zone = phase.zones[0]
      for (const text of ['Shuttlebus i sommerferien', 'Bænke ved åen', 'Fælles kalender'])
        await ulla.ask({ type: 'addNote', zone: zone?.id ?? '', text, part: zone?.parts?.[0] })
      await facilitator.ask({ type: 'startPhase', phaseId: 'dots' })
      const targets = (await ulla.view()).vote?.targets ?? []
      await ulla.ask({
        type: 'castVotes',
        votes: Object.fromEntries(targets.map(({ noteId }) => [noteId, 1])),
      })
      await facilitator.ask({ type: 'reveal' })
      const pages = await enter(evening)
      await expect(pages.phone.getByText('0 av 3 i din ordning')).toBeVisible()
      await pages.phone.getByRole('button', { name: 'Flytta upp' }).last().click()
      await expect(pages.phone.getByText('1 av 3 i din ordning')).toBeVisible()
      await lookAll(pages, 'order')
      await pages.helper.getByText('Ordna åt någon utan telefon').press('Enter')
      await pages.helper.getByRole('combobox', { name: /^Vem/ }).first().selectOption(evening.boId)
      for (const text of ['Bænke ved åen', 'Fælles kalender'])
        await pages.helper.getByRole('button', { name: text }).press('Enter')
      await look(pages.helper, `order-slip-${colorScheme}`)
      await pages.helper.getByRole('button', { name: 'Spara' }).first().press('Enter')
      await expect(pages.helper.getByText('Sparat.')).toBeVisible()
      await facilitator.ask({ type: 'reveal' })
      await expect(pages.phone.getByText('Allas ordning: 2 personer')).toBeVisible()
      await lookAll(pages, 'order-shown')
    })

    await test.step('numbers', async () => {
      const evening = await open({ templateId: 'town-centre-partnership', sessionId: 'D1' })
      const { facilitator, ulla } = evening
      await facilitator.ask({ type: 'startPhase', phaseId: 'score' })
      const { phase } = await ulla.view()
      const cards = phase.zones.find(({ kind }) => kind === 'cards')
      for (const text of ['Torgmarknad varje lördag', 'Tomma skyltfönster blir galleri'])
        await facilitator.ask({
          type: 'addNoteFor',
          table: cards?.scope === 'table' ? 1 : 0,
          zone: cards?.id ?? '',
          text,
        })
      const pages = await enter(evening)
      const first = pages.phone.getByRole('group', { name: 'Gör skillnad' }).first()
      await first.getByRole('button', { name: '5' }).click()
      await first.getByRole('button', { name: '4' }).press('Enter')
      await expect(pages.cockpit.locator('#go').getByText('1 av 2 har gett siffror.')).toBeVisible()
      await lookAll(pages, 'scores')
      await pages.helper.getByText('Ge siffror åt någon utan telefon').press('Enter')
      await pages.helper.getByRole('combobox', { name: /^Vem/ }).first().selectOption(evening.boId)
      await pages.helper
        .getByRole('combobox', { name: /^Gör skillnad/ })
        .first()
        .selectOption('2')
      await pages.helper
        .locator('details', { hasText: 'Ge siffror åt' })
        .getByRole('button', { name: 'Spara' })
        .press('Enter')
      await expect(pages.helper.getByText('Sparat.')).toBeVisible()
      await facilitator.ask({ type: 'reveal' })
      await expect(pages.screen.getByRole('row').nth(1)).toContainText('3,0')
      await lookAll(pages, 'scores-shown')
    })

    await test.step('working groups, still to be seen in the cockpit afterwards', async () => {
      const evening = await open({ templateId: 'world-cafe-service', sessionId: 'A1' })
      const { facilitator, ulla, boId } = evening
      await facilitator.ask({ type: 'startPhase', phaseId: 'groupsup' })
      const { noteId = '' } = await facilitator.ask({ type: 'makeGroup', text: 'Kvällsbuss', max: 4 })
      const pages = await enter(evening)
      await pages.phone.getByRole('button', { name: 'Jag är med' }).click()
      await expect(pages.phone.getByText('En med')).toBeVisible()
      await expect(pages.phone.getByText('Vill du få skörden skickad till dig?')).toBeVisible()
      await facilitator.ask({ type: 'signUp', groupId: noteId, mayContact: true, personId: boId })
      await expect(pages.phone.getByText('2 med')).toBeVisible()
      await lookAll(pages, 'groups')
      expect((await ulla.view()).own?.groups).toHaveProperty(noteId)
      await facilitator.ask({ type: 'startPhase', phaseId: 'close' })
      await pages.cockpit.locator('summary', { hasText: 'Arbetsgrupper' }).press('Enter')
      await expect(pages.cockpit.getByText('Kvällsbuss')).toBeVisible()
      await lookAll(pages, 'groups-after')
    })
    visitors.expectNothingForeign()
    await visitors.close()
  })
}
