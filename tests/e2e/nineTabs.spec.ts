/** The demo's promise: every role in tabs of one browser, each itself, all live, over plain HTTP/1.1. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test, type Page } from '@playwright/test'
import { createVisitors } from './openPage.ts'

const root = join(import.meta.dirname, '../..')
let demo: ChildProcess
const links = new Map<string, string>()

test.beforeAll(async () => {
  demo = spawn(process.execPath, [join(root, 'scripts/demo.ts')], {
    cwd: root,
    // Nobody but the test presses the button.
    env: { ...process.env, PORT: '0', DEMO_PHASE_MS: '3600000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!demo.stdout) throw new Error('The demo says nothing.')
  for await (const line of createInterface({ input: demo.stdout })) {
    const link = /^ {2}(\S.*?) {2,}(http\S+)$/.exec(line)
    if (link?.[1] && link[2]) links.set(link[1], link[2])
    if (line.startsWith('Ctrl+C')) break
  }
  demo.stdout.resume()
})
test.afterAll(async () => {
  const ended = once(demo, 'exit')
  demo.kill('SIGTERM')
  await ended
})

test('nine pages in one browser, each in its own role, all stay live', async ({ browser }) => {
  const organiser = links.get('Organiser')
  links.delete('Organiser')
  expect([...links.keys()]).toHaveLength(9)
  const visitors = createVisitors(browser, () => new URL(organiser ?? '').origin)
  const context = await visitors.visitor({ viewport: { width: 1280, height: 860 } })
  const tabs = new Map<string, Page>()
  for (const [name, link] of links) {
    const tab = await context.newPage()
    await tab.goto(link)
    tabs.set(name, tab)
  }
  const tab = (name: string) => {
    const page = tabs.get(name)
    if (!page) throw new Error(`the demo printed no link to ${name}`)
    return page
  }
  await tab('Join page')
    .getByLabel('Sex siffror')
    .fill(await joinCode(tab('Big screen')))
  await tab('Join page').getByRole('button', { name: 'Gå med' }).click()
  await tab('Join page').getByRole('button', { name: 'Visa mitt bord' }).click()
  await expect(tab('Join page').getByRole('heading', { name: /Du sitter vid bord/ })).toBeVisible()

  await tab('Cockpit')
    .getByRole('button', { name: /^Hälsa välkommen/ })
    .click()
  await tab('Cockpit')
    .getByRole('button', { name: /^Starta omgång 1/ })
    .click()
  for (const [name, page] of tabs) {
    await expect(
      page.getByText(/Hur klarar du vardagen här|Omgång 1: Servicen i dag/).first(),
      name,
    ).toBeVisible()
  }
  const mine = tab('Your phone')
  await mine.getByRole('radio', { name: 'Det här fungerar i dag' }).check({ force: true })
  await mine.getByRole('textbox', { name: 'Skriv en tanke' }).fill('Här är alla flikar levande.')
  await mine.getByRole('button', { name: 'Sätt upp på bordets tavla' }).click()
  await expect(mine.getByText('Uppsatt').first()).toBeVisible()
  await tab('Cockpit').getByRole('button', { name: 'Halva tiden har gått.' }).click()
  for (const name of ['Big screen', 'Table 1', 'Table 2', 'Join page', 'Your phone', 'Another phone']) {
    await expect(tab(name).getByText('Halva tiden har gått.').first(), name).toBeVisible()
  }
  visitors.expectNothingForeign()
  await visitors.close()
})

async function joinCode(screen: Page): Promise<string> {
  const text = await screen
    .getByText(/^\d{3}\s\d{3}$/)
    .first()
    .innerText()
  return text.replace(/\D/g, '')
}
