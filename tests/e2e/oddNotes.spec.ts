/** Notes as people really write them: a thousand letters, forty emoji, from right to left, one endless word, and none. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors, onLoopback } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-odd-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const sentence =
  'Bussen till Ekdala går bara på vardagar, och efter klockan sex kommer ingen hem från läkaren. '
const odd = {
  long: sentence.repeat(12).slice(0, 1_000).trim(),
  emoji: '👍🏽🚌🌲🏊‍♀️🧓🏾'.repeat(8),
  rightToLeft: 'نحتاج إلى حافلة في المساء، ومكان يلتقي فيه الشباب.',
  word: `Kollektivtrafiksplanerings${'gruppsammanträdes'.repeat(6)}protokoll`,
}

test('odd notes are whole and readable on phone, board, list and big screen', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const person = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  const other = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  for (const text of Object.values(odd)) await person.ask({ type: 'addNote', zone: 'works', text })
  const link = onLoopback(workshop.links.tables.find(({ number }) => number === 1)?.link ?? '', server.url)

  for (const [member, name] of [
    [person, 'own'],
    [other, 'others'],
  ] as const) {
    const phone = await visitors.phone()
    await phone.goto(member.link)
    for (const text of Object.values(odd)) await expect(phone.getByText(text, { exact: true })).toBeVisible()
    await look(phone, `odd-phone-${name}-390`)
  }

  const list = await (await visitors.visitor({ viewport: { width: 390, height: 844 } })).newPage()
  await list.goto(link)
  for (const text of Object.values(odd)) await expect(list.getByText(text, { exact: true })).toBeVisible()
  await look(list, 'odd-list-390')
  // Opened and left without a word: gone again, not a blank note.
  const before = await list.locator('.bo-note').count()
  await list
    .getByRole('button', { name: /^Ny lapp i/ })
    .first()
    .click()
  await expect(list.locator('textarea')).toBeFocused()
  await list.locator('textarea').press('Escape')
  await expect(list.locator('.bo-note')).toHaveCount(before)

  const board = await visitors.screen(1440, 900)
  await board.goto(link)
  await expect(board.locator('.bn')).toHaveCount(before)
  const cut = await board.evaluate<number[]>(
    `[...document.querySelectorAll('.bn')].map((note) => note.querySelector('.bn-text').scrollHeight - note.clientHeight)`,
  )
  expect(Math.max(...cut), 'words that stick out of their note').toBeLessThanOrEqual(1)
  await board.getByRole('button', { name: 'Visa allt' }).click()
  await board.waitForTimeout(500)
  await look(board, 'odd-board-1440')

  await facilitator.ask({ type: 'startPhase', phaseId: 'plenary' })
  for (const text of Object.values(odd))
    await facilitator.ask({ type: 'addNoteFor', table: 0, zone: 'wall', text })
  const screen = await visitors.screen(1920, 1080)
  await screen.goto(onLoopback(workshop.links.screen, server.url))
  await screen.waitForTimeout(1_500)
  await look(screen, 'odd-screen-1920')
  visitors.expectNothingForeign()
  await visitors.close()
})
