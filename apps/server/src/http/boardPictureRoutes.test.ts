/** Pictures of boards: who may hand them in, what is taken, and when they are true no more. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { backupOf } from '../testing/holdEvening.ts'
import { startTestServer } from '../testing/startTestServer.ts'

const placeSchema = z.object({ boardId: z.string(), table: z.number(), phaseId: z.string(), at: z.number() })
const listSchema = z.object({ pictures: z.array(placeSchema.extend({ isThere: z.boolean() })) })
const nextSchema = z.object({ next: placeSchema.nullable(), missing: z.number(), all: z.number() })
const thenSchema = z.object({
  seal: z.string(),
  zones: z.array(z.looseObject({ id: z.string(), w: z.number() })),
  openZones: z.array(z.string()),
  notes: z.array(z.looseObject({ text: z.string(), hidden: z.boolean() })),
})

const soundSvg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><text>Bryggan</text></svg>'
const soundPng = () =>
  sharp({ create: { width: 80, height: 60, channels: 3, background: '#ffdf6e' } })
    .png()
    .toBuffer()

async function arrange() {
  const server = await startTestServer()
  const workshop = await server.create({ tables: 2 })
  const { id, keys, joinCode, boards } = workshop
  const lead = (command: Parameters<typeof server.command>[2]) =>
    server.command(id, keys.facilitator, command)
  const base = `/api/workshops/${id}`
  const list = async () =>
    listSchema.parse((await server.call(`${base}/pictures`, { key: keys.facilitator })).body).pictures
  const take = async () =>
    nextSchema.parse((await server.call(`${base}/pictures/next`, { key: keys.facilitator, body: {} })).body)
  const moment = async (place: { boardId: string; at: number }) =>
    thenSchema.parse(
      (await server.call(`${base}/history/${place.boardId}/${place.at}`, { key: keys.facilitator })).body,
    )
  const handIn = async (
    place: { boardId: string; at: number },
    change: { seal?: string; svg?: string; png?: Buffer; key?: string } = {},
  ) => {
    const body = new FormData()
    body.set('seal', change.seal ?? (await moment(place)).seal)
    body.set('svg', new Blob([change.svg ?? soundSvg]), 'a.svg')
    body.set('png', new Blob([new Uint8Array(change.png ?? (await soundPng()))]), 'a.png')
    const answer = await fetch(`${server.url}${base}/history/${place.boardId}/${place.at}/picture`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${change.key ?? keys.facilitator}` },
      body,
    })
    return { status: answer.status, body: z.looseObject({}).parse(await answer.json()) }
  }
  const get = (place: { boardId: string; at: number }, type = 'png', key = keys.facilitator) =>
    fetch(`${server.url}${base}/history/${place.boardId}/${place.at}/picture?type=${type}`, {
      headers: { authorization: `Bearer ${key}` },
    })
  await lead({ type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(joinCode, { table: 1 })
  const write = async (text: string) => {
    const { phase } = await server.view(id, person.key)
    const note = { type: 'addNote', zone: phase.zones[0]?.id ?? '', text } as const
    return (await server.command(id, person.key, note)).noteId ?? ''
  }
  return { server, workshop, boards, lead, list, take, moment, handIn, get, person, write }
}

it('wants a picture of every table for each round, and takes each once', async () => {
  const { boards, lead, list, take, moment, handIn, get, write } = await arrange()
  expect(await list()).toEqual([])
  await write('Bryggan')
  await lead({ type: 'endPhase' })
  expect(await list()).toMatchObject([
    { table: 1, boardId: boards.tables[0], phaseId: 'r1', isThere: false },
    { table: 2, boardId: boards.tables[1], phaseId: 'r1', isThere: false },
  ])
  const [first, second, third] = [await take(), await take(), await take()]
  expect([first.next?.table, second.next?.table, third.next]).toEqual([1, 2, null])
  expect(third).toMatchObject({ missing: 2, all: 2 })
  if (!first.next) throw new Error('nothing to draw')
  const then = await moment(first.next)
  expect(then.notes.map(({ text }) => text)).toEqual(['Bryggan'])
  expect(then.zones.map(({ id }) => id)).toContain('works')
  expect(then.openZones).toContain('works')
  expect(await handIn(first.next)).toMatchObject({ status: 201, body: { width: 80, height: 60 } })
  expect((await list()).map(({ isThere }) => isThere)).toEqual([true, false])

  const png = await get(first.next)
  expect(png.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''Bord%2001%20/)
  const facts = await sharp(Buffer.from(await png.arrayBuffer())).metadata()
  expect(facts).toMatchObject({ format: 'png', width: 80, height: 60 })
  const svg = await get(first.next, 'svg')
  expect(svg.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(svg.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(await svg.text()).toBe(soundSvg)
})

it('keeps them while nothing changed on the board, draws anew what did, and leaves no old files', async () => {
  const { server, lead, list, take, handIn, write } = await arrange()
  await write('Bryggan')
  await lead({ type: 'endPhase' })
  for (let left = 2; left > 0; left -= 1) {
    const { next } = await take()
    if (next) await handIn(next)
  }
  const there = async () => (await list()).map(({ phaseId, isThere }) => [phaseId, isThere])
  await lead({ type: 'extend', minutes: 5 })
  await lead({ type: 'endPhase' })
  expect(await there()).toEqual([
    ['r1', true],
    ['r1', true],
  ])
  await lead({ type: 'extend', minutes: 5 })
  await write('Och en till')
  await lead({ type: 'endPhase' })
  expect(await there()).toEqual([
    ['r1', false],
    ['r1', true],
  ])
  const { next } = await take()
  if (next) await handIn(next)
  expect(await there()).toEqual([
    ['r1', true],
    ['r1', true],
  ])
  expect(readdirSync(join(server.dataDir, 'boards'))).toHaveLength(4)
})

it('shows no note that was hidden since, not even in a picture that is on its way', async () => {
  const { lead, list, take, moment, handIn, get, write } = await arrange()
  const noteId = await write('Ring Anna på 070')
  await lead({ type: 'endPhase' })
  const { next } = await take()
  if (!next) throw new Error('nothing to draw')
  const { seal } = await moment(next)
  await handIn(next, { seal })
  expect((await get(next)).status).toBe(200)
  await lead({ type: 'hideNote', noteId, hidden: true })
  expect((await list())[0]?.isThere).toBe(false)
  expect((await get(next)).status).toBe(404)
  expect(await handIn(next, { seal })).toMatchObject({ status: 409, body: { code: 'pictureOutdated' } })
  expect(await handIn(next)).toMatchObject({ status: 201 })
  expect((await get(next)).status).toBe(200)
  await lead({ type: 'hideNote', noteId, hidden: false })
  expect((await get(next)).status).toBe(404)
})

it('takes pictures of those who lead this workshop and of nobody else, and nothing that is no picture', async () => {
  const { server, workshop, lead, list, take, handIn, get, person, write } = await arrange()
  await write('Bryggan')
  await lead({ type: 'endPhase' })
  const { next } = await take()
  if (!next) throw new Error('nothing to draw')
  const other = await server.create()
  const { helper, screen, tables } = workshop.keys
  const strangers = [person.key, helper, screen, tables[0]?.key ?? '', other.keys.facilitator, 'nobody']
  for (const key of strangers) {
    expect([401, 403]).toContain((await handIn(next, { key })).status)
    expect([401, 403]).toContain((await get(next, 'png', key)).status)
    for (const path of ['pictures', 'pictures/next']) {
      const asked = path === 'pictures' ? { key } : { key, body: {} }
      const { status } = await server.call(`/api/workshops/${workshop.id}/${path}`, asked)
      expect([401, 403]).toContain(status)
    }
  }
  const refused = async (change: Parameters<typeof handIn>[1]) => (await handIn(next, change)).body['code']
  expect(await refused({ svg: '<svg><script>alert(1)</script></svg>' })).toBe('photoUnreadable')
  expect(await refused({ png: Buffer.from('no picture') })).toBe('photoUnreadable')
  const png = await soundPng()
  expect(await refused({ png: png.subarray(0, png.length - 20) })).toBe('photoUnreadable')
  const jpeg = await sharp(png).jpeg().toBuffer()
  expect(await refused({ png: jpeg })).toBe('photoUnreadable')
  const huge = Buffer.from(png)
  huge.writeUInt32BE(60_000, 16)
  huge.writeUInt32BE(60_000, 20)
  expect(await refused({ png: huge })).toBe('bodyTooLarge')
  expect(await refused({ svg: ' '.repeat(9 * 1024 * 1024) })).toBe('bodyTooLarge')
  expect(await handIn({ ...next, at: next.at + 1 }, { seal: 'x' })).toMatchObject({ status: 404 })
  expect((await list())[0]?.isThere).toBe(false)
})

it('goes along in the ZIP, which says what is missing, and in the backup', async () => {
  const { server, workshop, lead, take, handIn, get, write } = await arrange()
  const { id, keys } = workshop
  await write('Bryggan')
  await lead({ type: 'close' })
  const { next } = await take()
  if (!next) throw new Error('nothing to draw')
  await handIn(next)
  const zip = await fetch(`${server.url}/api/workshops/${id}/export?format=zip&language=sv`, {
    headers: { authorization: `Bearer ${keys.facilitator}` },
  })
  // Stored as they are, so that names and words can be read in the file itself.
  const file = Buffer.from(await zip.arrayBuffer())
  expect(file.includes('boards/Bord 01 – ')).toBe(true)
  expect(file.includes('boards/Läs mig först.txt')).toBe(true)

  const other = await startTestServer()
  const answer = await fetch(`${other.url}/api/workshops/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${other.organiserKey}`, 'content-type': 'application/json' },
    body: await backupOf(server, id, server.organiserKey),
  })
  expect(answer.status).toBe(201)
  const made = z.object({ keys: z.looseObject({ facilitator: z.string() }) }).parse(await answer.json())
  for (const type of ['png', 'svg']) {
    const path = `${other.url}/api/workshops/${id}/history/${next.boardId}/${next.at}/picture?type=${type}`
    const there = await fetch(path, { headers: { authorization: `Bearer ${made.keys.facilitator}` } })
    const [theirs, ours] = [await there.arrayBuffer(), await (await get(next, type)).arrayBuffer()]
    expect(Buffer.from(theirs).equals(Buffer.from(ours)), type).toBe(true)
  }
})
