/** A whole evening goes from one server to another: what comes out there is what would have come out here. */
import { readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { inflateRawSync } from 'node:zlib'
import { replay } from '@bordet/workshop/engine'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { address, backupOf, holdEvening, resealed } from '../testing/holdEvening.ts'
import { sha256Of } from '../backup/backupFile.ts'
import { readBackup } from '../backup/readBackup.ts'
import { hashKey } from '../keys.ts'
import { startTestServer, type Created, type TestClient } from '../testing/startTestServer.ts'

const formats = ['json', 'csv', 'md', 'xlsx', 'docx'] as const

const createdSchema = z.looseObject({
  id: z.string(),
  joinCode: z.string(),
  links: z.looseObject({ facilitator: z.string() }),
  keys: z.looseObject({ facilitator: z.string(), screen: z.string() }),
  boards: z.object({ hall: z.string(), tables: z.array(z.string()) }),
})

async function put(server: TestClient, file: string | Uint8Array, key = server.organiserKey) {
  const answer = await fetch(`${server.url}/api/workshops/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: typeof file === 'string' ? file : new Uint8Array(file),
  })
  const body: unknown = await answer.json()
  return { status: answer.status, body, code: z.looseObject({ code: z.string() }).safeParse(body).data?.code }
}

async function exportsOf(server: TestClient, id: string, key: string): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  for (const format of formats) {
    const answer = await fetch(`${server.url}/api/workshops/${id}/export?format=${format}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    files[format] = Buffer.from(await answer.arrayBuffer())
  }
  return files
}

/** What lies on a server's disk of workshops. */
function kept(dataDir: string): Record<string, number> {
  const db = new DatabaseSync(join(dataDir, 'bordet.sqlite'), { readOnly: true })
  const tables = ['workshop', 'command', 'access_key', 'board', 'board_snapshot', 'board_log', 'board_mark']
  const rows = tables.map((table) => [
    table,
    Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']),
  ])
  db.close()
  const files = ['photos', 'images'].map((kind) => {
    const folder = join(dataDir, kind)
    return [kind, existsSync(folder) ? readdirSync(folder).length : 0]
  })
  return Object.fromEntries([...rows, ...files])
}

const nothing = {
  workshop: 0,
  command: 0,
  access_key: 0,
  board: 0,
  board_snapshot: 0,
  board_log: 0,
  board_mark: 0,
  photos: 0,
  images: 0,
}

describe('a backup', () => {
  it('makes the same workshop on another machine: exports, notes, pictures, log and history', async () => {
    const { server, workshop, photos, mapUrl } = await holdEvening()
    const { id, keys } = workshop
    const file = await backupOf(server, id, server.organiserKey)
    const other = await startTestServer()
    const answered = await put(other, file)
    expect(answered.status).toBe(201)
    const made = createdSchema.parse(answered.body)
    expect(made).toMatchObject({ id, joinCode: workshop.joinCode, boards: workshop.boards })
    expect(Object.keys(made).toSorted()).toEqual(['boards', 'id', 'joinCode', 'keys', 'links'])
    expect(made.keys.facilitator).not.toBe(keys.facilitator)
    expect(made.links.facilitator).toContain(other.url)
    const key = made.keys.facilitator

    const now = vi.spyOn(Date, 'now').mockReturnValue(1_900_000_000_000)
    const there = await exportsOf(other, id, key)
    const here = await exportsOf(server, id, keys.facilitator)
    now.mockRestore()
    for (const format of ['json', 'csv', 'md'])
      expect(there[format]?.equals(here[format] ?? Buffer.of())).toBe(true)
    for (const format of ['xlsx', 'docx']) expect(zipped(there[format]), format).toEqual(zipped(here[format]))
    expect(zipped(there['docx'])['word/document.xml']).toContain('Fler sittplatser')
    expect(here['csv']?.toString()).toContain("'=1+1")

    const paths = [
      'harvest',
      'log',
      'sorting',
      'flagged',
      'notes?table=1',
      `history/${workshop.boards.tables[0]}`,
    ]
    for (const path of paths) {
      const [theirs, ours] = [
        await other.call(`/api/workshops/${id}/${path}`, { key }),
        await server.call(`/api/workshops/${id}/${path}`, { key: keys.facilitator }),
      ].map(({ body }) =>
        JSON.parse(JSON.stringify(body, (name, value) => (name === 'writtenAt' ? 0 : value))),
      )
      expect(theirs, path).toEqual(ours)
    }
    const board = `/api/workshops/${id}/history/${workshop.boards.tables[0]}`
    const { moments } = z
      .object({ moments: z.array(z.object({ at: z.number() })) })
      .parse((await other.call(board, { key })).body)
    expect(moments.length).toBeGreaterThan(2)
    for (const { at } of moments)
      expect((await other.call(`${board}/${at}`, { key })).body).toEqual(
        (await server.call(`${board}/${at}`, { key: keys.facilitator })).body,
      )
    for (const path of [...photos.map((name) => `/photos/${name}`), mapUrl]) {
      const [theirs, ours] = [await fetch(other.url + path), await fetch(server.url + path)]
      expect(theirs.status).toBe(200)
      expect(Buffer.from(await theirs.arrayBuffer()).equals(Buffer.from(await ours.arrayBuffer()))).toBe(true)
    }
    const views = [await other.view(id, key), await server.view(id, keys.facilitator)]
    expect(views[0]?.version).toBe(views[1]?.version)
  })

  it('goes on where it was: through a restart, with new people and notes on the old boards', async () => {
    const { server, workshop } = await holdEvening()
    const { id } = workshop
    const other = await startTestServer()
    const made = createdSchema.parse((await put(other, await backupOf(server, id, server.organiserKey))).body)
    await other.close()
    const again = await startTestServer({ dataDir: other.dataDir })
    const lead = made.keys.facilitator
    await again.command(id, lead, { type: 'reopen' })
    await again.command(id, lead, { type: 'startPhase', phaseId: 'r1' })
    const cilla = await again.join(made.joinCode, { table: 1 })
    await again.command(id, cilla.key, { type: 'addNote', zone: 'works', text: 'Efteråt' })
    const { body } = await again.call(`/api/workshops/${id}/notes?table=1`, { key: lead })
    expect(JSON.stringify(body)).toContain('Efteråt')
    expect(JSON.stringify(body)).toContain('=1+1')
  })

  it('has a first state and a log that lead to the newest', async () => {
    const { server, workshop } = await holdEvening()
    const read = await readBackup(Buffer.from(await backupOf(server, workshop.id, server.organiserKey)))
    if (!('backup' in read)) throw new Error('not read')
    const { first, newest, commands } = read.backup
    expect(first.version).toBe(1)
    expect(replay(first, commands)).toEqual(newest)
  })

  it('goes without a board that cannot be read, and says so in the exports there as here', async () => {
    const { server, workshop } = await holdEvening()
    const { id, boards } = workshop
    await server.close()
    const db = new DatabaseSync(join(server.dataDir, 'bordet.sqlite'))
    db.prepare("UPDATE board_snapshot SET state = x'00' WHERE board_id = ?").run(boards.tables[1] ?? '')
    db.close()
    const damaged = await startTestServer({ dataDir: server.dataDir })
    const other = await startTestServer()
    const { status } = await put(other, await backupOf(damaged, id, damaged.organiserKey))
    expect(status).toBe(201)
    const harvest = z.looseObject({ unreadable: z.array(z.number()), notes: z.number() })
    const [theirs, ours] = [other, damaged].map(async (one) =>
      harvest.parse((await one.call(`/api/workshops/${id}/harvest`, { key: one.organiserKey })).body),
    )
    expect((await theirs)?.unreadable).toEqual([2])
    expect({ ...(await theirs), writtenAt: 0 }).toEqual({ ...(await ours), writtenAt: 0 })
  })

  it('holds no address, and nothing that opens a door', async () => {
    const { server, workshop, anna, bo, joinOpId } = await holdEvening()
    const { id, keys, joinCode } = workshop
    const file = await backupOf(server, id, server.organiserKey)
    const opening = [
      keys.facilitator,
      keys.screen,
      keys.helper,
      ...keys.tables.map(({ key }) => key),
      anna.key,
      bo.key,
    ]
    for (const secret of [address, ...opening, ...opening.map(hashKey), joinOpId, server.organiserKey])
      expect(file).not.toContain(secret)
    expect(file).toContain('Anna')
    // Whoever repeats a join gets the same person and key: so the file must not tell how.
    const { commands } = z
      .object({
        commands: z.array(z.object({ opId: z.string(), command: z.looseObject({ type: z.string() }) })),
      })
      .parse(JSON.parse(file))
    const joins = commands.filter(({ command }) => command.type === 'join')
    expect(joins).toHaveLength(2)
    await server.command(id, keys.facilitator, { type: 'reopen' })
    for (const { opId } of joins) {
      const { status, body } = await server.call('/api/join', { body: { code: joinCode, opId } })
      expect(status === 400 || ![anna.key, bo.key].includes(Object(body).key)).toBe(true)
    }
  })

  it('is for whoever leads, and the way back for the organiser', async () => {
    const { server, workshop, anna } = await holdEvening()
    const { id, keys } = workshop
    const file = await backupOf(server, id, server.organiserKey)
    for (const key of [keys.helper, keys.screen, anna.key])
      expect((await server.call(`/api/workshops/${id}/backup`, { key })).status).toBe(403)
    const other = await startTestServer()
    for (const key of [keys.facilitator, anna.key]) expect((await put(other, file, key)).status).toBe(401)
    expect(kept(other.dataDir)).toEqual(nothing)
    const plain = await fetch(`${other.url}/api/workshops/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${other.organiserKey}`, 'content-type': 'text/plain' },
      body: file,
    })
    expect(plain.status).toBe(415)
  })
})

describe('an import', () => {
  it('leaves what is here as it is: the workshop itself, and one that has a board of it', async () => {
    const { server, workshop } = await holdEvening()
    const file = await backupOf(server, workshop.id, server.organiserKey)
    const before = kept(server.dataDir)
    expect(await put(server, file)).toMatchObject({ status: 409, code: 'workshopExists' })
    const renamed = resealed(file, (content) => {
      for (const state of [Object(content['first']), Object(content['newest'])]) state.id = 'n'.repeat(22)
    })
    expect(await put(server, renamed)).toMatchObject({ status: 409, code: 'workshopExists' })
    expect(kept(server.dataDir)).toEqual(before)
    const other = await startTestServer()
    const both = await Promise.all([put(other, file), put(other, file)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(kept(other.dataDir)).toMatchObject({ workshop: 1, photos: 2, images: 1 })
  })

  it('draws a new join code where the old one opens another workshop, also if it is replayed', async () => {
    const { server, workshop } = await holdEvening()
    const other = await startTestServer()
    const own: Created = await other.create()
    const file = resealed(await backupOf(server, workshop.id, server.organiserKey), (content) => {
      for (const state of [Object(content['first']), Object(content['newest'])]) state.joinCode = own.joinCode
    })
    const made = createdSchema.parse((await put(other, file)).body)
    expect(made.joinCode).toMatch(/^\d{6}$/)
    expect(made.joinCode).not.toBe(own.joinCode)
    await other.command(workshop.id, made.keys.facilitator, { type: 'reopen' })
    expect((await other.join(made.joinCode)).workshopId).toBe(workshop.id)
    expect((await other.join(own.joinCode)).workshopId).toBe(own.id)
    await other.close()
    const db = new DatabaseSync(join(other.dataDir, 'bordet.sqlite'))
    db.prepare("UPDATE workshop SET state = '{}' WHERE id = ?").run(workshop.id)
    db.close()
    const again = await startTestServer({ dataDir: other.dataDir })
    expect((await again.view(workshop.id, made.keys.screen)).joinUrl).toContain(made.joinCode)
  })

  it('refuses every file that was cut short or changed, and keeps nothing of it', async () => {
    const { server, workshop } = await holdEvening()
    const file = Buffer.from(await backupOf(server, workshop.id, server.organiserKey))
    expect(await readBackup(file)).toHaveProperty('backup')
    const states = [...file.toString('latin1').matchAll(/"state":"([^"]+)"/g)].map((found) => ({
      from: found.index + '"state":"'.length,
      length: found[1]?.length ?? 0,
    }))
    expect(states).toHaveLength(4)
    const cut = fc.nat(file.length - 1).map((length) => file.subarray(0, length))
    const changedAt = (at: number, by: number) => {
      const changed = Buffer.from(file)
      changed[at] = (changed[at] ?? 0) ^ by
      return changed
    }
    const flipped = fc
      .tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, by]) => changedAt(at, by))
    const boardChanged = fc
      .tuple(fc.constantFrom(...states), fc.nat(), fc.integer({ min: 1, max: 255 }))
      .map(([{ from, length }, at, by]) => changedAt(from + (at % length), by))
    const broken = fc.oneof(cut, flipped, boardChanged)
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        expect(await readBackup(bytes)).not.toHaveProperty('backup')
      }),
      { numRuns: 300, examples: [[file.subarray(0, -1)], [Buffer.alloc(0)]] },
    )
    const other = await startTestServer()
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const { status, code } = await put(other, bytes)
        expect(['backupBroken', 'backupNewer', 'malformedRequest', 'malformedJson']).toContain(code)
        expect([400, 422]).toContain(status)
        expect(kept(other.dataDir)).toEqual(nothing)
      }),
      { numRuns: 12 },
    )
  })

  it.each<[string, string, (content: Record<string, unknown>) => void]>([
    ['a board with a changed byte', 'boards.0', ({ boards }) => flipByte(Object(boards)[0], 'state')],
    [
      'a board of rubbish under its own hash',
      'boards.0',
      ({ boards }) => replace(Object(boards)[0], 'state'),
    ],
    ['a moment of rubbish', 'marks.0', ({ marks }) => replace(Object(marks)[0], 'packed')],
    ['a photo that is none', 'photos.0', ({ photos }) => replace(Object(photos)[0], 'bytes')],
    ['a map with a changed byte', 'images.0', ({ images }) => flipByte(Object(images)[0], 'bytes')],
    ['a board too few', 'boards', ({ boards }) => void Object(boards).pop()],
    ['a hole in the log', 'commands', ({ commands }) => void Object(commands).splice(3, 1)],
    [
      'a log out of order',
      'commands',
      ({ commands }) => void Object(commands).splice(3, 2, ...Object(commands).slice(3, 5).reverse()),
    ],
    ['a log that ends early', 'commands', ({ commands }) => void Object(commands).pop()],
    [
      'a name that is a path',
      'photos.0.name',
      ({ photos }) => (Object(photos)[0].name = '../../server-secret'),
    ],
    ['a state of another shape', 'newest.tables', ({ newest }) => (Object(newest).tables = 'none')],
    ['another workshop’s state', 'newest.id', ({ newest }) => (Object(newest).id = 'x')],
  ])('refuses %s, though it is sealed', async (_, at, change) => {
    const { server, workshop } = await holdEvening()
    const file = resealed(await backupOf(server, workshop.id, server.organiserKey), change)
    const other = await startTestServer()
    expect(await put(other, file)).toMatchObject({
      status: 422,
      code: 'backupBroken',
      body: { errors: [{ path: at }] },
    })
    expect(kept(other.dataDir)).toEqual(nothing)
  })

  it('says of a file from a later version that it is one', async () => {
    const other = await startTestServer()
    expect(await put(other, '{"format":"bordet-backup","version":2,"all":"otherwise"}')).toMatchObject({
      status: 422,
      code: 'backupNewer',
    })
    for (const wrong of ['{}', '[]', 'null', '{"format":"bordet-backup","version":1}', '{"a":'])
      expect(await put(other, wrong)).toMatchObject({ status: 422, code: 'backupBroken' })
  })
})

/** What is in a zip file, by name; when it was put there is not looked at, which is in the file and in its properties. */
function zipped(file: Buffer = Buffer.of()): Record<string, string> {
  const parts: Record<string, string> = {}
  let at = file.readUInt32LE(file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  for (; file.toString('latin1', at, at + 4) === 'PK\x01\x02'; at += 46) {
    const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const bytes = file.subarray(start, start + size)
    const text = (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    parts[name] = text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z/g, 'then')
    at += (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}

function flipByte(part: Record<string, unknown>, name: string): void {
  const bytes = Buffer.from(String(part[name]), 'base64')
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  part[name] = bytes.toString('base64')
}

function replace(part: Record<string, unknown>, name: string): void {
  const bytes = Buffer.from([9, 9, 9, 255, 255, 255, 255, 127])
  part[name] = bytes.toString('base64')
  part['sha256'] = sha256Of(bytes)
}
