/** The phone in a round with letters twice as large, on the narrowest screen, and on a tablet: nothing is cut, nothing sticks out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createCafe, joinByPhone, Member } from '../hall/hall.ts'
import { startServer, type RunningServer } from '../hall/startServer.ts'
import { look } from './look.ts'
import { createVisitors } from './openPage.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-large-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer({ dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('letters twice as large on a narrow phone, and a tablet', async ({ browser }) => {
  const visitors = createVisitors(browser, () => server.url)
  const workshop = await createCafe(server)
  const facilitator = new Member(server.url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
  const reader = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  const writer = await joinByPhone(server.url, { code: workshop.joinCode, table: 1 })
  const text = 'Bussen går för sällan, och macken stänger klockan sex om kvällen'
  const { noteId = '' } = await writer.ask({ type: 'addNote', zone: 'works', text })
  await reader.ask({ type: 'react', noteId, reaction: 'agree' })
  for (const [name, size, scheme] of [
    ['phone-320-large', { width: 320, height: 640 }, 'dark'],
    ['tablet-820-large', { width: 820, height: 1180 }, 'light'],
  ] as const) {
    const page = await (
      await visitors.visitor({ viewport: size, colorScheme: scheme, locale: 'da-DK' })
    ).newPage()
    await page.goto(reader.link)
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    await expect(page.getByRole('button', { name: /^Enig/ })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText('Tilføj et billede')).toBeVisible()
    await look(page, name)
  }
  visitors.expectNothingForeign()
  await visitors.close()
})
