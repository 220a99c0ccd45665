/** What was acknowledged is there once: however often it was sent, and whenever the process was killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { client, startTestServer, type TestClient } from '../testing/startTestServer.ts'

async function openRound(server: TestClient) {
  const workshop = await server.create()
  await server.command(workshop.id, workshop.keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  return workshop
}

describe('the same opId', () => {
  it('sent ten times at once makes one note and gets one answer', async () => {
    const server = await startTestServer()
    const { id, keys, joinCode } = await openRound(server)
    const person = await server.join(joinCode, { table: 1 })
    const command = { type: 'addNote', zone: 'works', text: 'En gång', opId: crypto.randomUUID() } as const
    const send = () => server.command(id, person.key, command)
    const answers = [...(await Promise.all(Array.from({ length: 10 }, send))), await send()]
    expect(new Set(answers.map(({ version, noteId }) => `${version} ${noteId}`)).size).toBe(1)
    const view = await server.view(id, keys.facilitator)
    expect(view.tables[0]?.notes).toBe(1)
    expect(view.version).toBe(answers[0]?.version)
  })

  it('from somebody else is refused, at the same time and later', async () => {
    const server = await startTestServer()
    const { id, joinCode } = await openRound(server)
    const [anna, bo] = [await server.join(joinCode, { table: 1 }), await server.join(joinCode, { table: 1 })]
    const command = { type: 'addNote', zone: 'works', text: 'Min', opId: crypto.randomUUID() } as const
    const [mine, other] = await Promise.all([
      server.ask(id, anna.key, command),
      server.ask(id, bo.key, command),
    ])
    expect([mine.status, other.status].sort()).toEqual([200, 409])
    const later = await server.ask(id, mine.status === 200 ? bo.key : anna.key, command)
    expect(later).toMatchObject({ status: 409, body: { code: 'opIdTaken' } })
  })
})

describe('a server that is killed', () => {
  it('goes on with the same phase, clock, seats and every acknowledged note exactly once', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bordet-kill-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const first = await startProcess(dataDir)
    const { id, keys, joinCode } = await openRound(first.server)
    const people = await Promise.all([1, 2, 3, 1, 2].map((table) => first.server.join(joinCode, { table })))
    await first.server.command(id, keys.facilitator, { type: 'extend', minutes: 3 })
    await first.server.command(id, keys.facilitator, {
      type: 'setHost',
      table: 1,
      personId: people[0]?.personId ?? '',
    })
    const before = await first.server.view(id, keys.facilitator)

    const acknowledged: string[] = []
    const unanswered: { key: string; text: string; opId: string }[] = []
    const write = async ({ key }: { key: string }, index: number) => {
      for (let n = 0; n < 18; n += 1) {
        const [text, opId] = [`Tanke ${index}.${n}`, crypto.randomUUID()]
        try {
          await first.server.command(id, key, { type: 'addNote', zone: 'works', text, opId })
          acknowledged.push(text)
        } catch {
          unanswered.push({ key, text, opId })
          return
        }
        if (acknowledged.length === 40) first.kill('SIGKILL')
      }
    }
    await Promise.all(people.map(write))
    await first.ended
    expect(acknowledged.length).toBeGreaterThanOrEqual(40)

    const second = await startProcess(dataDir)
    const after = await second.server.view(id, keys.facilitator)
    for (const part of ['phase', 'people', 'status', 'agenda', 'joinCode'] as const) {
      expect(after[part]).toEqual(before[part])
    }
    expect(after.tables.map(({ host, people }) => ({ host, people }))).toEqual(
      before.tables.map(({ host, people }) => ({ host, people })),
    )
    // What got no answer is sent again, as phones do.
    for (const { key, text, opId } of unanswered) {
      await second.server.command(id, key, { type: 'addNote', zone: 'works', text, opId })
    }
    const harvest = JSON.stringify(
      (await second.server.call(`/api/workshops/${id}/harvest`, { key: keys.facilitator })).body,
    )
    const count = (text: string) => harvest.split(`"${text}"`).length - 1
    const written = [...acknowledged, ...unanswered.map(({ text }) => text)]
    expect(written.filter((text) => count(text) !== 1)).toEqual([])
    second.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  }, 60_000)
})

/** The server as it ships, in a process of its own. */
async function startProcess(dataDir: string) {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code]) => code)
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (http:\/\/\S+)$/.exec(line)?.[1]
    if (!url) continue
    child.stdout.resume()
    const organiserKey = readFileSync(join(dataDir, 'organiser-key'), 'utf8').trim()
    return { server: client(url, organiserKey), kill: (signal: NodeJS.Signals) => child.kill(signal), ended }
  }
  throw new Error('the server ended before it was ready')
}
