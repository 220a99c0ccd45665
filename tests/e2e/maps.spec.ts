/** A map: its picture is brought by the organiser, pins come from phones by tap and by arrow keys, the board shows both. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { createWorkshop, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-maps-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A village of a few strokes, drawn by the browser. */
async function drawMap(page: Page): Promise<Buffer> {
  const data = await page.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 800
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#dfe8d8'
    pen.fillRect(0, 0, 1200, 800)
    pen.fillStyle = '#9cc3d9'
    pen.beginPath()
    pen.ellipse(930, 560, 220, 170, 0.4, 0, 7)
    pen.fill()
    pen.strokeStyle = '#fff'
    pen.lineWidth = 26
    pen.beginPath()
    pen.moveTo(0, 300)
    pen.bezierCurveTo(400, 220, 500, 620, 1200, 260)
    pen.moveTo(320, 0)
    pen.lineTo(420, 800)
    pen.stroke()
    return canvas.toDataURL('image/png')
  })()`)
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
}

test('a map is brought, pinned by tap and by arrow keys, and read on the board', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createWorkshop(server.url, server.organiserKey, {
    templateId: 'bid-process',
    sessionId: 'C1',
    title: 'Nuläget i Lindåsa',
    place: 'Lindåsa',
    language: 'sv',
    tables: 2,
  })
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  const ulla = await joinByPhone(server.url, { code: workshop.joinCode, name: 'Ulla', table: 1 })
  const organise = await visitors.screen()

  await test.step('the organiser brings the picture and says what it shows', async () => {
    await organise.goto(`${server.url}/organise?workshop=${workshop.id}#${server.organiserKey}`)
    const group = organise.getByRole('group').filter({ has: organise.getByText('Vad bilden visar') })
    await expect(group.getByText('Ingen bild än')).toBeVisible()
    const file = group.locator('input[type=file]')
    await file.setInputFiles({ name: 'byn.txt', mimeType: 'text/plain', buffer: Buffer.from('no map') })
    await expect(group.getByText('Bilden måste vara PNG, JPEG eller WebP.')).toBeVisible()
    await file.setInputFiles({ name: 'byn.png', mimeType: 'image/png', buffer: Buffer.from('no map') })
    await expect(group.getByText('Bilden måste vara PNG, JPEG eller WebP.')).toBeVisible()
    await group.getByLabel('Vad bilden visar').fill('Karta över Lindåsa från landsvägen till sjön')
    const buffer = await drawMap(organise)
    await file.setInputFiles({ name: 'byn.png', mimeType: 'image/png', buffer })
    await expect(group.getByText('Bilden är på plats.')).toBeVisible()
    await expect(group.getByAltText('Karta över Lindåsa från landsvägen till sjön')).toBeVisible()
    await look(organise, 'organise-map-1440')
  })

  await facilitator.ask({ type: 'startPhase', phaseId: 'area' })
  const phone = await visitors.phone()
  await phone.goto(ulla.link)
  await test.step('pins from a phone', async () => {
    const map = phone.locator('#map')
    await expect(map.getByAltText('Karta över Lindåsa från landsvägen till sjön')).toBeVisible()
    await phone.getByRole('textbox').first().fill('Badplatsen')
    await map.click({ position: { x: 270, y: 150 } })
    await phone.getByRole('button', { name: 'Sätt nålen' }).click()
    await expect(phone.getByText('Uppsatt').first()).toBeVisible()
    await phone.getByRole('textbox').first().fill('Busshållplatsen')
    await map.focus()
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) await map.press(key)
    await expect(phone.getByText('Nålen står 46 % från vänster och 48 % uppifrån.')).toBeVisible()
    await phone.getByRole('button', { name: 'Sätt nålen' }).press('Enter')
    await expect(phone.getByText('Uppsatt')).toHaveCount(2)
    await look(phone, 'phone-map-390')
  })

  await test.step('the board shows the picture with its pins, and says where they stand', async () => {
    const hall = await visitors.screen()
    const link = `${server.url}/hall/${workshop.id}#${workshop.keys.facilitator}`
    await hall.goto(onLoopback(link, server.url))
    await hall.getByRole('button', { name: 'Visa kartan (2 nålar)' }).click()
    await expect(hall.getByRole('dialog').getByText('Badplatsen')).toBeVisible()
    await look(hall, 'board-map-1440')
    await hall.keyboard.press('Escape')
    const list = await (
      await visitors.visitor({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    ).newPage()
    await list.goto(onLoopback(link, server.url))
    await expect(list.getByText('46 % från vänster, 48 % uppifrån')).toBeVisible()
    await look(list, 'outline-map-390-dark')
  })
  visitors.expectNothingForeign()
  await visitors.close()
})
