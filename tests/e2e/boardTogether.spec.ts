/** A board is arranged: pictures and reactions from phones, groups by mouse and by keyboard, pasted lines, two who type at once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createCafe, joinByPhone, Member, type Created } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-together-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function openRound(tables = 2): Promise<{ workshop: Created; facilitator: Member }> {
  const workshop = await createCafe(server, { tables })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  return { workshop, facilitator }
}

const tableLink = ({ links }: Created, number: number) =>
  onLoopback(links.tables.find((table) => table.number === number)?.link ?? '', server.url)

/** A lake at dusk, as a phone's camera makes it: far too large. */
async function takePicture(page: Page): Promise<Buffer> {
  const data = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const pen = canvas.getContext('2d')
    const sky = pen.createLinearGradient(0, 0, 0, 2000)
    sky.addColorStop(0, '#274a6b')
    sky.addColorStop(0.6, '#f0b38f')
    sky.addColorStop(1, '#17404a')
    pen.fillStyle = sky
    pen.fillRect(0, 0, 3000, 2000)
    pen.fillStyle = '#5a3a22'
    pen.fillRect(1200, 1300, 900, 90)
    return canvas.toDataURL('image/jpeg', 0.92)
  })()`)
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
}

test('a picture and its words go up together, others say what they think, the table groups and tidies', async ({
  browser,
}) => {
  const visitors = createVisitors(browser, () => server.url)
  const { workshop } = await openRound()
  const ulla = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
  const sven = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Sven', table: 1 })
  const zone = (await ulla.view()).phase.zones[0]?.id ?? ''
  const phone = await visitors.phone()
  await phone.goto(ulla.link)

  await test.step('a picture from the phone, kept through a reload, sent without where and with what it was taken', async () => {
    const file = phone.getByLabel('Lägg till en bild')
    await file.setInputFiles({ name: 'no.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') })
    await expect(phone.getByText('Bilden gick inte att läsa. Prova att ta en ny.')).toBeVisible()
    await file.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await takePicture(phone) })
    await expect(phone.getByRole('button', { name: 'Ta bort bilden' })).toBeVisible()
    await phone.getByRole('textbox').first().fill('Bryggan behöver lagas')
    await phone.reload()
    await expect(phone.getByRole('button', { name: 'Ta bort bilden' })).toBeVisible()
    await look(phone, 'phone-photo-390')
    await phone.getByRole('button', { name: 'Sätt upp på bordets tavla' }).click()
    await expect(phone.getByText('Uppsatt').first()).toBeVisible()
    await expect(phone.locator('.mine img.photo')).toHaveJSProperty('complete', true)
    const [note] = (await sven.view()).notes
    expect(note?.text).toBe('Bryggan behöver lagas')
    const shown = await fetch(`${server.url}/photos/${note?.photoId}`)
    expect(shown.status).toBe(200)
  })

  await test.step('another says that it matters, and takes it back, and says it again', async () => {
    const other = await visitors.phone()
    await other.goto(sven.link)
    const important = other.getByRole('button', { name: 'Viktigt' }).first()
    await important.click()
    await expect(important).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(async () => (await ulla.view()).notes[0]?.reactions).toEqual({ important: 1 })
    await important.click()
    await expect.poll(async () => (await ulla.view()).notes[0]?.reactions).toBeUndefined()
    await important.click()
    await expect.poll(async () => (await sven.view()).notes[0]?.reacted).toBe('important')
    await look(other, 'phone-reactions-390')
    // One's own note is not for oneself to praise.
    await expect(phone.getByRole('button', { name: 'Viktigt' })).toHaveCount(0)
  })

  const board = await visitors.screen(1280, 900)
  await board.goto(tableLink(workshop, 1))
  await expect(board.locator('.bn', { hasText: 'Bryggan' })).toBeVisible()
  await expect(board.locator('.bn-photo')).toHaveJSProperty('complete', true)
  await expect(board.locator('.bn-marks')).toContainText('1')

  await test.step('lines of a text become notes, one each, and one undo takes them away', async () => {
    const paste = (text: string) =>
      board.evaluate(`(() => {
        const data = new DataTransfer()
        data.setData('text/plain', ${JSON.stringify(text)})
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      })()`)
    await paste('– Bussen går för sällan\n– Kvällsbuss till Ekdala\n– Macken stänger')
    await expect(board.locator('.bn')).toHaveCount(4)
    await board.getByRole('button', { name: 'Ångra', exact: false }).first().click()
    await expect(board.locator('.bn')).toHaveCount(1)
    await board.getByRole('button', { name: 'Gör om' }).click()
    await expect(board.locator('.bn')).toHaveCount(4)
  })

  await test.step('one note dragged onto another: a group, with a name that can be changed', async () => {
    await board.getByRole('button', { name: 'Markera' }).click()
    const [from, to] = [
      board.locator('.bn', { hasText: 'Kvällsbuss' }),
      board.locator('.bn', { hasText: 'Bussen går' }),
    ]
    const [a, b] = [await from.boundingBox(), await to.boundingBox()]
    if (!a || !b) throw new Error('no box')
    await board.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
    await board.mouse.down()
    await board.mouse.move(b.x + b.width / 2 + 4, b.y + b.height / 2 + 4, { steps: 12 })
    await board.mouse.up()
    await expect(board.locator('.bz-group')).toHaveCount(1)
    await board.locator('.bz-group-title').click()
    await board.getByLabel('Gruppens namn').fill('Bussar')
    await board.getByRole('button', { name: 'Klar', exact: true }).click()
    await expect(board.locator('.bz-group-title')).toContainText('Bussar')
    await board.getByRole('button', { name: 'Ordna' }).click()
    // This round alone, and everything again.
    const zonesShown = () =>
      board.evaluate<number>(
        `[...document.querySelectorAll('.bz')].filter((zone) => zone.checkVisibility({ visibilityProperty: true })).length`,
      )
    await board.getByRole('button', { name: 'Visa allt' }).click()
    await expect.poll(zonesShown).toBeGreaterThan(2)
    await board.getByRole('button', { name: 'Den här omgången' }).click()
    await expect.poll(zonesShown).toBe(2)
    await expect(board.locator('.bn', { hasText: 'Bryggan' })).toBeVisible()
    await expect(board.getByText('Allt sparat')).toBeVisible()
    await look(board, 'board-groups-1280')
  })

  await test.step('the same by keyboard in the list, and a screen reader is told', async () => {
    const list = await (
      await visitors.visitor({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    ).newPage()
    await list.goto(tableLink(workshop, 1))
    const note = list.locator('.bo-note', { hasText: 'Macken stänger' })
    const select = note.getByLabel('Flytta lappen till')
    await select.focus()
    await select.selectOption({ label: 'Bussar' })
    await expect(
      list.getByRole('status').filter({ hasText: 'Lappen står nu i gruppen Bussar.' }),
    ).toBeAttached()
    await expect(list.locator('.bo-group .bo-note')).toHaveCount(3)
    await expect(note.getByRole('button').first()).toBeFocused()
    await note.getByLabel('Flytta lappen till').selectOption({ label: 'Flytta upp lappen' })
    await expect(list.locator('.bo-group .bo-note').nth(1)).toContainText('Macken stänger')
    await note.getByLabel('Flytta lappen till').selectOption({ label: 'Ut ur gruppen' })
    await expect(list.locator('.bo-group .bo-note')).toHaveCount(2)
    await expect(list.locator('.bo-photo')).toBeVisible()
    await look(list, 'outline-groups-390-dark')
  })
  expect(zone).not.toBe('')
  visitors.expectNothingForeign()
  await visitors.close()
})

test('two people type in one note, five hundred times: the same words for both, and no letter lost', async ({
  browser,
}) => {
  test.setTimeout(600_000)
  const visitors = createVisitors(browser, () => server.url)
  const { workshop } = await openRound()
  const pages: Page[] = []
  for (const link of [tableLink(workshop, 1), tableLink(workshop, 1)]) {
    const page = await (await visitors.visitor({ viewport: { width: 390, height: 844 } })).newPage()
    await page.goto(link)
    pages.push(page)
  }
  const [one, two] = pages
  if (!one || !two) throw new Error('no pages')
  await one
    .getByRole('button', { name: /^Ny lapp i/ })
    .first()
    .click()
  await one.locator('textarea').pressSequentially('§')
  await two.locator('.bo-note').first().getByRole('button', { name: 'Ändra lappen' }).click()

  // Letters go in as from a keyboard, wherever the caret was put, a few milliseconds apart.
  for (const page of pages) {
    await page.evaluate(`(() => {
      const field = document.querySelector('textarea')
      let seed = ${page === one ? 7 : 11}
      const random = (below) => (seed = (seed * 48271) % 2147483647) % below
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
      window.burst = async (letters) => {
        field.focus()
        const at = random(field.value.length + 1)
        field.setSelectionRange(at, at)
        for (const letter of letters) {
          document.execCommand('insertText', false, letter)
          if (random(3) > 0) await wait(random(6))
        }
      }
      window.words = () => field.value
      window.empty = () => {
        field.focus()
        field.setSelectionRange(0, field.value.length)
        document.execCommand('delete')
      }
    })()`)
  }
  const words = (page: Page) => page.evaluate<string>('window.words()')
  const sorted = (text: string) => [...text].sort().join('')
  let expected = '§'
  for (let round = 0; round < 500; round += 1) {
    const [small, large] = ['abc', 'XYZ']
    await Promise.all([one.evaluate(`window.burst('${small}')`), two.evaluate(`window.burst('${large}')`)])
    expected += small + large
    for (let tries = 0; ; tries += 1) {
      const [a, b] = await Promise.all([words(one), words(two)])
      if (a === b && sorted(a) === sorted(expected)) break
      if (tries > 400) expect([a, b, sorted(a)], `round ${round}`).toEqual([b, b, sorted(expected)])
    }
    if (expected.length > 900) {
      await one.evaluate('window.empty()')
      await expect.poll(() => words(two)).toBe('')
      expected = ''
    }
  }
  visitors.expectNothingForeign()
  await visitors.close()
})
