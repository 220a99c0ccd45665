/** The whole main job, told once: an evening in the village hall of Lindåsa, from an empty server to a Word file. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import type { View } from '@bordet/workshop'
import { cardsOf, notesOf, wallOf, type CorpusNote } from '../hall/corpus.ts'
import { joinByPhone, Member, Refused, type Phone } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { notesInDocx, rowsInXlsx } from './harvestFiles.ts'
import { createVisitors, onLoopback } from './openPage.ts'

/** A note that somebody saw as saved: it must be in the harvest. */
interface Saved {
  text: string
  zone: string
  phase: string
  /** 0 is the hall. */
  table: number
}

const tableCount = 4
const dataDir = mkdtempSync(join(tmpdir(), 'bordet-evening-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('an evening in the village hall, from an empty server to the Word file', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const saved: Saved[] = []
  const cockpit = await visitors.screen(1440, 900)

  await test.step('the organiser makes a workshop and gets all links', async () => {
    await cockpit.goto(`${server.url}/organise#${server.organiserKey}`)
    await cockpit.getByRole('link', { name: 'Ny workshop' }).first().click()
    await cockpit.getByLabel('Ort', { exact: true }).fill('Lindåsa')
    await cockpit.getByLabel('Vem bjuder in').fill('Ekdala kommun')
    const fewer = cockpit.getByRole('button', { name: 'Ett bord färre' })
    const more = cockpit.getByRole('button', { name: 'Ett bord till' })
    const count = cockpit.getByLabel('Antal bord')
    while (Number(await count.inputValue()) > tableCount) await fewer.click()
    while (Number(await count.inputValue()) < tableCount) await more.click()
    await cockpit.getByRole('button', { name: 'Skapa workshop' }).click()
    await expect(cockpit.getByRole('heading', { name: /Lindåsa/ })).toBeVisible()
  })
  const linkTo = async (part: string) =>
    onLoopback((await cockpit.locator(`a[href*="${part}"]`).first().getAttribute('href')) ?? '', server.url)
  const [cockpitLink, screenLink] = [await linkTo('/facilitate/'), await linkTo('/screen/')]
  const tableLinks = await Promise.all([1, 2].map((number) => linkTo(`/${number}#`)))
  const workshopId = /facilitate\/([^#]+)#/.exec(cockpitLink)?.[1] ?? ''
  const facilitator = new Member(server.url, workshopId, cockpitLink.split('#')[1] ?? '')

  const screen = await visitors.screen(1920, 1080)
  const boards = [await visitors.screen(1180, 820), await visitors.screen(1180, 820)]
  await cockpit.goto(cockpitLink)
  await screen.goto(screenLink)
  for (const [index, board] of boards.entries()) await board.goto(tableLinks[index] ?? '')

  /** Presses the one main button, whose words begin so, and waits until that phase is on and shown there. */
  const press = async (verb: RegExp, phaseId: string) => {
    await cockpit.getByRole('button', { name: verb }).first().click()
    await expect.poll(async () => (await facilitator.view()).phase.id).toBe(phaseId)
    const { agenda } = await facilitator.view()
    const name = agenda.find(({ id }) => id === phaseId)?.name ?? ''
    await expect(cockpit.locator('.ag [aria-current="step"]')).toContainText(name)
  }

  const { joinCode } = await facilitator.view()
  const phonePages: Page[] = []
  const phone = (number: number): Page => {
    const page = phonePages[number - 1]
    if (!page) throw new Error(`there is no phone ${number}`)
    return page
  }
  const apiPhones: Phone[] = []
  await test.step('the doors open; six phones scan the code and eighteen more join', async () => {
    await press(/^Öppna dörrarna/, 'doors')
    await expect(screen.getByText(`${joinCode.slice(0, 3)} ${joinCode.slice(3)}`)).toBeVisible()
    for (const name of ['Ulla', 'Bengt', '', 'Karin', 'Elsa', 'Göran']) {
      const page = await visitors.phone()
      await page.goto(`${server.url}/j/${joinCode}`)
      await page.getByLabel(/Vad vill du kallas/).fill(name)
      await page.getByRole('button', { name: 'Visa mitt bord' }).click()
      await expect(page.getByRole('heading', { name: /Du sitter vid bord \d/ })).toBeVisible()
      phonePages.push(page)
    }
    for (let index = 0; index < 18; index += 1) {
      apiPhones.push(
        await joinByPhone(server.url, { code: joinCode, name: index % 3 ? `Person ${index}` : '' }),
      )
    }
    const { tables, peopleCount } = await facilitator.view()
    expect(peopleCount).toBe(24)
    expect(tables.map(({ people }) => people)).toEqual([6, 6, 6, 6])
    await expect(screen.getByText('24', { exact: true }).first()).toBeVisible()
  })

  await test.step('every table gets a host', async () => {
    const { people } = await facilitator.view()
    for (let table = 1; table <= tableCount; table += 1) {
      const host = apiPhones.find(
        ({ personId }) => people?.find(({ id }) => id === personId)?.table === table,
      )
      await facilitator.ask({ type: 'setHost', table, personId: host?.personId ?? null })
    }
  })

  /** Phones at the right tables write the corpus' notes; with a dead line they try again, as the phone's page does. */
  const writeAll = async (notes: CorpusNote[]) => {
    const seats = await Promise.all(
      apiPhones.map(async (phone) => ({
        phone,
        at: (await untilAnswered(() => phone.view())).me.table,
      })),
    )
    const turns = new Map<number, number>()
    await Promise.all(
      notes.map(async (note) => {
        const table = ((note.table - 1) % tableCount) + 1
        const writers = seats.filter(({ at }) => at === table)
        const turn = turns.get(table) ?? 0
        turns.set(table, turn + 1)
        const writer = writers[turn % writers.length]?.phone
        if (!writer) throw new Error(`nobody sits at table ${table}`)
        const opId = randomUUID()
        await untilAnswered(() => writer.ask({ type: 'addNote', zone: note.zone, text: note.text }, opId))
        saved.push({ text: note.text, zone: note.zone, phase: note.phase, table })
      }),
    )
  }
  const script = notesOf('Lindåsa')

  await test.step('round 1: thoughts land on the table’s board and on the other phones', async () => {
    await press(/^Hälsa välkommen/, 'welcome')
    await press(/^Starta omgång 1/, 'r1')
    await expect(screen.getByText(/Hur klarar du vardagen här/)).toBeVisible()
    await writeAll(script.filter(({ phase }) => phase === 'r1'))
    for (const [index, page] of phonePages.slice(0, 5).entries()) {
      saved.push(
        await writeOnPage(
          page,
          facilitator,
          'Det här saknas',
          `Bussen ${index + 1} går inte efter klockan sex.`,
        ),
      )
    }
    const question = 'När kommer cykelvägen till Kvarnahult?'
    await writeOnPage(phone(1), facilitator, 'Frågor till kommunen', question)
    saved.push({ text: question, zone: 'askmun', phase: 'r1', table: 0 })
    for (const [index, board] of boards.entries()) {
      const onTable = saved.filter(({ table }) => table === index + 1)
      expect(onTable.length).toBeGreaterThan(5)
      await expect(board.getByText(onTable[0]?.text.split('\n')[0] ?? '').first()).toBeVisible()
    }
  })

  const offline = phone(6)
  const offlineTable = await tableOf(offline)
  const lost = [
    'Det finns inga små lägenheter.',
    'Fibern tappade bort vår väg.',
    'Ingenstans att ladda bilen.',
  ]
  await test.step('one phone loses its network, writes three notes and closes the tab', async () => {
    await offline.context().setOffline(true)
    for (const text of lost) {
      await compose(offline, 'Det här saknas', text)
      await expect(own(offline, text)).toContainText('Sparat i din telefon', { timeout: 10_000 })
    }
    await offline.close()
  })

  await test.step('everybody but the hosts gets a new table, and arrives', async () => {
    await press(/^Byt bord/, 'm1')
    await expect.poll(async () => (await facilitator.view()).move?.of).toBe(20)
    await expect(screen.getByText('Byt bord').first()).toBeVisible()
    for (const page of phonePages.slice(0, 5)) {
      await expect(page.getByRole('heading', { name: /Gå nu till bord \d/ })).toBeVisible()
      await page.getByRole('button', { name: 'Jag är här' }).click()
      await expect(page.getByRole('heading', { name: /Gå nu till bord/ })).toBeHidden()
    }
    await arriveAll(apiPhones)
    const after = await facilitator.view()
    expect(after.move).toMatchObject({ arrived: 19, of: 20 })
  })

  await test.step('round 2: the server dies in the middle and comes back; nobody loses a word', async () => {
    await press(/^Starta omgång 2/, 'r2')
    await expect(phone(1).getByRole('heading', { name: /Vad har man prövat här/ })).toBeVisible()
    const before = await facilitator.view()
    const notes = script.filter(({ phase }) => phase === 'r2')
    await writeAll(notes.slice(0, 12))
    const meanwhile = writeAll(notes.slice(12))
    const { port } = server
    await server.kill()
    const page = phone(2)
    const text = 'Bytardagen i bygdegården. Alla kom.'
    await compose(page, 'Prövat – det lyckades', text, 'Vad')
    await expect(own(page, text)).toContainText('Sparat i din telefon', { timeout: 10_000 })
    server = await startServer({ dataDir, port })
    await meanwhile
    await expect(own(page, text)).toContainText('Uppsatt', { timeout: 30_000 })
    saved.push({ text: `Vad: ${text}`, zone: 'tried_ok', phase: 'r2', table: await tableOf(page) })
    const after = await facilitator.view()
    expect(after.phase).toMatchObject({ id: 'r2', status: 'running', endsAt: before.phase.endsAt })
    expect(seatsIn(after)).toEqual(seatsIn(before))
    await expect(cockpit.getByText('Allt sparat')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the phone that was away comes back: its three notes land in round 1, once each', async () => {
    const context = offline.context()
    await context.setOffline(false)
    const back = await context.newPage()
    await back.goto(`${server.url}/j/${joinCode}`)
    await back.getByRole('button', { name: /Fortsätt vid bord/ }).click()
    for (const text of lost) saved.push({ text, zone: 'missing', phase: 'r1', table: offlineTable })
    await expect
      .poll(
        async () => (await notesAt(facilitator, offlineTable)).filter((text) => lost.includes(text)).length,
      )
      .toBe(3)
    phonePages[5] = back
  })

  await test.step('round 3 after the break, and back to the first tables for the harvest', async () => {
    const first = await facilitator.view()
    await press(/^Ta paus/, 'break')
    await arriveAll(apiPhones)
    await press(/^Starta omgång 3/, 'r3')
    await expect(screen.getByText(/Vad behövs för att fler/)).toBeVisible()
    await writeAll(script.filter(({ phase }) => phase === 'r3'))
    await press(/^Byt bord|^Tillbaka/, 'm2')
    await arriveAll(apiPhones)
    await press(/^Börja skörda/, 'tableharvest')
    const cards = cardsOf('Lindåsa').filter(({ table }) => table <= tableCount)
    await writeAll(cards)
    expect(first.peopleCount).toBe((await facilitator.view()).peopleCount)
  })

  await test.step('ideas go on the wall, dots are given on phones and shown on the big screen', async () => {
    await press(/^Samla alla/, 'plenary')
    const ideas = wallOf('Lindåsa').slice(0, 6)
    for (const { text } of ideas) {
      await facilitator.ask({ type: 'addNoteFor', table: 0, zone: 'wall', text })
      saved.push({ text, zone: 'wall', phase: 'plenary', table: 0 })
    }
    await press(/^Börja med prickarna/, 'dots')
    const voter = phone(1)
    await voter
      .getByRole('button', { name: /^Sätt en prick/ })
      .first()
      .click()
    await expect(voter.getByText('Prickar kvar: 2')).toBeVisible()
    for (const phone of apiPhones) {
      const { vote } = await phone.view()
      const target = vote?.targets[1]?.noteId
      if (target) await phone.ask({ type: 'castVotes', votes: { [target]: 3 } })
    }
    await expect.poll(async () => (await facilitator.view()).vote?.voters).toBe(19)
    await press(/^Visa resultatet/, 'dots')
    await expect(screen.getByText('54').first()).toBeVisible()
  })

  await test.step('the harvest holds every saved note exactly once, where it belongs', async () => {
    await press(/^Starta/, 'groupsup')
    await press(/^Samla alla|^Starta/, 'close')
    await facilitator.ask({ type: 'close' })
    await expect(phone(1).getByRole('heading', { name: 'Tack för att du var med!' })).toBeVisible()
    const { agenda } = await facilitator.view()
    const zones = await zoneTitles(facilitator)
    const expected = saved
      .map((note) => ({
        question: agenda.find(({ id }) => id === note.phase)?.name ?? '',
        zone: zones.get(note.zone) ?? '',
        text: note.text,
        table: note.table === 0 ? 'Hela salen' : `Bord ${note.table}`,
        round: /^r(\d)$/.exec(note.phase)?.[1] ?? '',
      }))
      .sort(byWords)
    const harvest = cockpit.locator('#harvest')
    const files = new Map<string, Uint8Array>()
    for (const format of ['Word', 'Excel']) {
      const download = cockpit.waitForEvent('download')
      await harvest.getByRole('button', { name: new RegExp(format) }).click()
      const file = await download
      expect(file.suggestedFilename()).toContain('Lindåsa')
      files.set(format, new Uint8Array(readFileSync(await file.path())))
    }
    await checkDocx(files.get('Word') ?? new Uint8Array(), expected)
    await checkXlsx(files.get('Excel') ?? new Uint8Array(), expected)
  })

  visitors.expectNothingForeign()
  await visitors.close()
})

interface Expected {
  /** Name of the phase that asked. */
  question: string
  zone: string
  text: string
  table: string
  /** Empty outside rounds. */
  round: string
}

async function checkDocx(bytes: Uint8Array, expected: Expected[]): Promise<void> {
  const { headings, paragraphs } = await notesInDocx(bytes)
  expect(headings.length).toBeGreaterThan(5)
  const texts = new Set(expected.map(({ text }) => text))
  const found = paragraphs
    .filter(({ text }) => texts.has(text))
    .map(({ question, zone, text, where }) => ({
      question,
      zone,
      text,
      table: /Bord \d+|Hela salen/.exec(where)?.[0] ?? '',
      round: /Omgång (\d)/.exec(where)?.[1] ?? '',
    }))
    .sort(byWords)
  expect(found).toEqual(expected)
}

async function checkXlsx(bytes: Uint8Array, expected: Expected[]): Promise<void> {
  const [header = [], ...rows] = await rowsInXlsx(bytes)
  const column = (name: string) => {
    const index = header.indexOf(name)
    expect(index, `a column ${name} among ${header.join(', ')}`).toBeGreaterThanOrEqual(0)
    return index
  }
  const [question, zone, text] = [column('Del av mötet'), column('Ram'), column('Lapp')]
  const [table, round] = [column('Bord'), column('Omgång')]
  const found = rows
    .map((row) => ({
      question: row[question] ?? '',
      zone: row[zone] ?? '',
      text: row[text] ?? '',
      table: /^\d+$/.test(row[table] ?? '') ? `Bord ${row[table]}` : (row[table] ?? ''),
      round: row[round] ?? '',
    }))
    .sort(byWords)
  expect(found).toEqual(expected)
}

function byWords(a: Expected, b: Expected): number {
  return JSON.stringify([a.text, a.question, a.zone, a.table]) <
    JSON.stringify([b.text, b.question, b.zone, b.table])
    ? -1
    : 1
}

/** A card is written field by field: `field` names one. */
async function compose(page: Page, zone: string, text: string, field = 'Skriv en tanke'): Promise<void> {
  await page.getByRole('radio', { name: zone, exact: true }).check({ force: true })
  await page.getByRole('textbox', { name: field }).fill(text)
  await page.getByRole('button', { name: /^Sätt upp (på bordets tavla|för hela salen)$/ }).click()
}

/** The card of one of the person's own notes. */
function own(page: Page, text: string) {
  return page.getByRole('listitem').filter({ hasText: text }).first()
}

async function writeOnPage(page: Page, facilitator: Member, zoneTitle: string, text: string): Promise<Saved> {
  await compose(page, zoneTitle, text)
  await expect(own(page, text)).toContainText('Uppsatt')
  const { phase } = await facilitator.view()
  const zone = phase.zones.find(({ title }) => title === zoneTitle)?.id ?? ''
  return { text, zone, phase: phase.id, table: await tableOf(page) }
}

async function tableOf(page: Page): Promise<number> {
  const header = await page.getByRole('banner').innerText()
  return Number(/Bord (\d+)/.exec(header)?.[1])
}

/** Tries again while nobody answers or the server asks to wait, as the phone's page does. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof Refused && error.code !== 'tooMany' && error.status < 500) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function arriveAll(phones: Phone[]): Promise<void> {
  for (const phone of phones) {
    const { me } = await phone.view()
    if (me.nextTable !== null) await phone.ask({ type: 'arrive' })
  }
}

function seatsIn(view: View) {
  return view.people?.map(({ id, table, nextTable }) => ({ id, table, nextTable }))
}

async function notesAt(facilitator: Member, table: number): Promise<string[]> {
  const response = await fetch(
    `${facilitator.url}/api/workshops/${facilitator.workshopId}/notes?table=${table}`,
    {
      headers: { authorization: `Bearer ${facilitator.key}` },
    },
  )
  const { notes } = (await response.json()) as { notes: { text: string }[] }
  return notes.map(({ text }) => text)
}

async function zoneTitles(facilitator: Member): Promise<Map<string, string>> {
  const response = await fetch(`${facilitator.url}/api/templates`)
  const { templates } = (await response.json()) as {
    templates: { sessions: { zones: { id: string; title: { sv: string } }[] }[] }[]
  }
  return new Map(templates[0]?.sessions[0]?.zones.map(({ id, title }) => [id, title.sv]))
}
