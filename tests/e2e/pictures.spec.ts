/** Boards as people saw them: taken in the background when a round has ended, asked for at the desk, and in the ZIP. */
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { call, createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'
import { unzip } from './unzip.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-pictures-'))
const shots = process.env['BORDET_SHOTS']
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A red square, as a camera would send it. */
async function takePhoto(page: Page, workshopId: string, key: string): Promise<string> {
  const data = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 600
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#c01818'
    pen.fillRect(0, 0, 900, 600)
    return canvas.toDataURL('image/jpeg')
  })()`)
  const body = new FormData()
  const bytes = new Uint8Array(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))
  body.set('photo', new Blob([bytes], { type: 'image/jpeg' }), 'a.jpg')
  const answer = await fetch(`${server.url}/api/workshops/${workshopId}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body,
  })
  return ((await answer.json()) as { photoId: string }).photoId
}

interface Colours {
  width: number
  height: number
  /** How many pixels of a hundred are of this colour, or nearly so. */
  shares: number[]
}

/** Decodes a picture in a browser that has never seen it. */
function coloursOf(page: Page, bytes: Buffer, type: string, asked: number[][]): Promise<Colours> {
  const source = `data:${type};base64,${bytes.toString('base64')}`
  return page.evaluate<Colours>(`(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(source)}
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const shares = ${JSON.stringify(asked)}.map(([r, g, b]) => {
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if (Math.abs(data[at] - r) < 14 && Math.abs(data[at + 1] - g) < 14 && Math.abs(data[at + 2] - b) < 14) count += 1
      return (count / (data.length / 4)) * 100
    })
    return { width: canvas.width, height: canvas.height, shares }
  })()`)
}

test('a round ends: the boards are kept as pictures, and the ZIP has them', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  const { id, keys } = workshop
  const facilitator = new Member(server.url, id, keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const [ulla, bo] = await Promise.all(
    [1, 2].map((table) => joinByPhone(server.url, { code: workshop.joinCode, table })),
  )
  if (!ulla || !bo) throw new Error('Nobody came.')
  const table = await visitors.screen()
  await table.goto(onLoopback(workshop.links.tables[0]?.link ?? '', server.url))
  const photoId = await takePhoto(table, id, ulla.key)
  const texts = [
    'Bussen går aldrig på kvällen',
    'Åk 👩‍👩‍👧‍👦 med 🚌 & <b>säg</b> "hej"!\nRad två',
    'שלום לכולם',
    'Kommunfullmäktigeledamotsutbildningsanordnare behövs också här',
  ]
  for (const text of texts) await ulla.ask({ type: 'addNote', zone: 'works', text })
  await ulla.ask({ type: 'addNote', zone: 'missing', text: 'Bryggan', photoId })
  await bo.ask({ type: 'addNote', zone: 'missing', text: 'Vid bord två' })
  const secret = await bo.ask({ type: 'addNote', zone: 'missing', text: 'Ring Eva på 070' })

  await test.step('somebody draws, and writes a link, on the first table’s board', async () => {
    await expect(table.getByText('Bryggan').first()).toBeVisible()
    await table.getByRole('button', { name: 'Rita', exact: true }).click()
    const canvas = await table.locator('.tl-canvas').boundingBox()
    if (!canvas) throw new Error('No canvas.')
    const at = (x: number, y: number) => [canvas.x + canvas.width * x, canvas.y + canvas.height * y] as const
    await table.mouse.move(...at(0.3, 0.6))
    await table.mouse.down()
    for (const [x, y] of [
      [0.4, 0.7],
      [0.5, 0.6],
      [0.6, 0.7],
    ] as const)
      await table.mouse.move(...at(x, y), { steps: 4 })
    await table.mouse.up()
    await table.getByRole('button', { name: 'Text', exact: true }).click()
    await table.mouse.click(...at(0.35, 0.8))
    await table.keyboard.type('Se https://example.org/karta nu')
    await table.keyboard.press('Escape')
    await expect(table.locator('.tl-shape[data-shape-type="text"]')).toBeVisible()
    // What another page has come to see is on the server's disk.
    const witness = await visitors.screen()
    await witness.goto(table.url())
    await expect(witness.locator('.tl-shape[data-shape-type="text"]')).toContainText('example.org/karta nu')
    await witness.close()
  })

  const cockpit = await visitors.screen()
  const complaints: string[] = []
  await test.step('in the cockpit nobody notices: the one who writes goes on writing', async () => {
    cockpit.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    await cockpit.goto(`${server.url}/facilitate/${id}#${keys.facilitator}`)
    await expect(cockpit.getByRole('heading', { level: 1 })).toBeVisible()
    await facilitator.ask({ type: 'endPhase' })
    await cockpit.evaluate(`(() => {
      const field = document.createElement('input')
      field.id = 'field'
      document.body.append(field)
      field.focus()
    })()`)
    const written = 'det här skriver någon medan bilderna tas'
    await expect
      .poll(
        async () => {
          await cockpit.keyboard.type('x')
          const { pictures } = await call<{ pictures: { isThere: boolean }[] }>(
            `${server.url}/api/workshops/${id}/pictures`,
            { key: keys.facilitator },
          )
          return pictures.map(({ isThere }) => isThere)
        },
        { timeout: 60_000 },
      )
      .toEqual([true, true])
    await cockpit.keyboard.type(written)
    expect(await cockpit.locator('#field').inputValue()).toMatch(new RegExp(`^x+${written}$`))
    expect(complaints).toEqual([])
    expect(await cockpit.locator('.tl-container').count()).toBe(0)
  })

  await test.step('a note that is hidden later is in no picture any more', async () => {
    await cockpit.close()
    await facilitator.ask({ type: 'hideNote', noteId: secret.noteId ?? '', hidden: true })
    await facilitator.ask({ type: 'startPhase', phaseId: 'r2' })
    await bo.ask({ type: 'addNote', zone: 'tried_ok', text: 'Prövat och bra' })
    await facilitator.ask({ type: 'endPhase' })
  })

  const desk = await visitors.screen()
  await desk.goto(`${server.url}/harvest/${id}#${keys.facilitator}`)
  await test.step('the history says what is missing and takes it', async () => {
    await desk.getByRole('button', { name: 'Historik' }).click()
    await expect(desk.getByText('Bilden är inte tagen än.')).toBeVisible()
    await expect(desk.getByText('1 av 4 tavlor finns som bild.')).toBeVisible()
    await look(desk, 'history-missing-1440')
    await desk.getByRole('button', { name: 'Ta bilderna nu' }).click()
    await expect(desk.getByText('4 av 4 tavlor finns som bild.')).toBeVisible({ timeout: 30_000 })
    await look(desk, 'history-pictures-1440')
    await desk.setViewportSize({ width: 390, height: 844 })
    await look(desk, 'history-pictures-390')
    await desk.setViewportSize({ width: 1440, height: 900 })
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Hämta bild (PNG)' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^Bord 01 – .+\.png$/)
  })

  const parts = await test.step('the ZIP', async () => {
    await desk.getByRole('button', { name: 'Filer' }).click()
    const [download] = await Promise.all([
      desk.waitForEvent('download', { timeout: 60_000 }),
      desk.getByRole('button', { name: 'Allt i en ZIP' }).click(),
    ])
    return unzip(await readFile(await download.path()))
  })
  const names = [...parts.keys()].filter((name) => name.startsWith('boards/'))
  expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(4)
  expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(4)
  expect(names).toHaveLength(8)
  const first = names.filter((name) => name.startsWith('boards/Bord 01 ')).toSorted()
  const svg = parts.get(first.find((name) => name.endsWith('.svg')) ?? '')?.toString('utf8') ?? ''
  const png = parts.get(first.find((name) => name.endsWith('.png')) ?? '') ?? Buffer.of()
  for (const name of names)
    if (shots) await writeFile(join(shots, name.replaceAll(/[^\w.]+/g, '-')), parts.get(name) ?? '')
  const words = await desk.evaluate<string>(
    `(() => {
      const svg = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml')
      return [...svg.querySelectorAll('text, foreignObject, title')].map((one) => one.textContent).join(' | ')
    })()`,
  )
  for (const text of [...texts, 'Bryggan', 'https://example.org/karta'])
    expect(words.replaceAll(/\s/g, '')).toContain(text.replaceAll(/\s/g, ''))
  expect(svg).toContain('@font-face')
  expect(svg).not.toMatch(/(?:href|src)="(?!#|data:)/)
  expect(svg).not.toMatch(/<script|<a /)
  const everything = [...parts].map(([name, bytes]) => (name.endsWith('.svg') ? bytes.toString('utf8') : ''))
  expect(everything.join('')).not.toContain('Ring Eva')

  // A browser of its own, which asks nobody: the paper of the notes, the photo, the ink.
  const reader = await visitors.screen()
  await reader.goto(`${server.url}/api/health`)
  const yellow = [0xff, 0xdf, 0x6e]
  const asked = [
    [0xc0, 0x18, 0x18],
    [0x14, 0x21, 0x1f],
    [0xff, 0xff, 0xff],
  ]
  for (const [bytes, type] of [
    [png, 'image/png'],
    [Buffer.from(svg), 'image/svg+xml'],
  ] as const) {
    const { width, height, shares } = await coloursOf(reader, bytes, type, [...asked, yellow])
    expect(Math.min(width, height), type).toBeGreaterThan(400)
    expect(shares[0], `${type}: the photo`).toBeGreaterThan(0.2)
    expect(shares[1], `${type}: the ink`).toBeGreaterThan(0.1)
    expect(shares[2], `${type}: more than paper`).toBeLessThan(97)
  }
  visitors.expectNothingForeign()
  await visitors.close()
})
