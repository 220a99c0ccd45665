/**
 * `npm run demo`: a living hall in one command. Starts the server on data of its own, makes a workshop from the
 * corpus of an invented village, fills it with simulated phones and prints the links of all screens.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorkshop, joinByPhone } from '../tests/hall/hall.ts'
import { startLivingHall } from '../tests/hall/livingHall.ts'
import { startServer } from '../tests/hall/startServer.ts'

const say = (line = '') => process.stdout.write(`${line}\n`)

const dataDir = mkdtempSync(join(tmpdir(), 'bordet-demo-'))
const server = await startServer({
  dataDir,
  port: Number(process.env['PORT'] ?? 4321),
  env: { HOST: process.env['HOST'] ?? '127.0.0.1' },
})
const village = 'Lindåsa'
const workshop = await createWorkshop(server.url, server.organiserKey, {
  templateId: 'world-cafe-service',
  sessionId: 'A1',
  title: `World Café i ${village}`,
  place: village,
  owner: 'Ekdala kommun',
  language: 'sv',
  tables: 6,
})
const hall = await startLivingHall({
  url: server.url,
  workshop,
  village,
  people: 28,
  pace: { noteMs: 900, phaseMs: Number(process.env['DEMO_PHASE_MS'] ?? 45_000) },
  log: (line) => say(`  ${new Date().toLocaleTimeString('sv-SE')}  ${line}`),
})
// Two phones that nobody simulates: yours.
const [first, second] = [
  await joinByPhone(server.url, { code: workshop.joinCode, name: 'Du' }),
  await joinByPhone(server.url, { code: workshop.joinCode }),
]

const here = (link: string) => new URL(new URL(link).pathname + new URL(link).hash, server.url).href
say()
say(`A World Café in ${village}: 6 tables, 28 simulated people. Open these in tabs of one browser:`)
say()
const tables = workshop.links.tables.slice(0, 2)
for (const [name, link] of [
  ['Cockpit', workshop.links.facilitator],
  ['Big screen', workshop.links.screen],
  ['Helper', workshop.links.helper],
  ...tables.map(({ number, link }) => [`Table ${number}`, link]),
  ['Hall board', `${server.url}/hall/${workshop.id}#${workshop.keys.facilitator}`],
  ['Join page', `${server.url}/`],
  ['Your phone', first.link],
  ['Another phone', second.link],
] as const) {
  say(`  ${name?.padEnd(14)} ${here(link ?? '')}`)
}
say()
say(`  Join code      ${workshop.joinCode.slice(0, 3)} ${workshop.joinCode.slice(3)}`)
say(`  Organiser      ${server.url}/organise#${server.organiserKey}`)
say()
say(
  'The evening goes on by itself, a phase a minute; press the main button in the cockpit whenever you like.',
)
say('Ctrl+C ends it; nothing is kept.')
say()

let ending = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (ending) return
    ending = true
    hall.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
    process.exit(0)
  })
}
