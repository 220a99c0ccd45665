/** An evening with everything in it that a backup must carry, and what must not be in one. For tests. */
import sharp from 'sharp'
import { z } from 'zod'
import { sha256Of } from '../backup/backupFile.ts'
import { startTestServer } from './startTestServer.ts'

export const oddTexts = [
  'Fler sittplatser\nvid busstationen\n\n– och tak',
  'Åk 👩‍👩‍👧‍👦 med 🚌!',
  '=1+1',
  '<script>alert(1)</script>',
  '| * _ `kod` # [x](y)',
] as const

export const address = 'anna.svensson@example.org'

/** Notes of two rounds, removed, hidden and themed, with photos, a map, votes and an address; closed. */
export async function holdEvening() {
  const server = await startTestServer()
  const workshop = await server.create()
  const { id, keys, joinCode } = workshop
  const lead = (command: Parameters<typeof server.command>[2]) =>
    server.command(id, keys.facilitator, command)
  const zoneId = crypto.randomUUID()
  const mapZone = { scope: 'table', kind: 'map', title: 'Karta', color: 'sky', icon: 'place' } as const
  await lead({ type: 'addZone', opId: zoneId, zone: mapZone })
  const map = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#335577' } })
    .png()
    .toBuffer()
  const mapAnswer = await fetch(`${server.url}/api/workshops/${id}/zones/${zoneId}/image`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${keys.facilitator}`, 'content-type': 'image/png' },
    body: new Uint8Array(map),
  })
  const { url: mapUrl } = z.object({ url: z.string() }).parse(await mapAnswer.json())

  await lead({ type: 'startPhase', phaseId: 'r1' })
  const joinOpId = crypto.randomUUID()
  const anna = await server.join(joinCode, { table: 1, name: 'Anna', opId: joinOpId })
  const bo = await server.join(joinCode, { table: 2, name: 'Bo' })
  const write = async (key: string, zone: string, text: string, photoId?: string) => {
    const note = { type: 'addNote', zone, text, ...(photoId ? { photoId } : {}) } as const
    return (await server.command(id, key, note)).noteId ?? ''
  }
  const photos = [await takePhoto('#aa2211'), await takePhoto('#11aa22')]
  const noteIds: string[] = []
  for (const text of oddTexts) noteIds.push(await write(anna.key, 'works', text))
  noteIds.push(await write(bo.key, 'missing', 'Bryggan', photos[0]))
  const removed = await write(bo.key, 'missing', 'Ångrade mig', photos[1])
  await server.command(id, bo.key, { type: 'removeNote', noteId: removed })
  const hidden = await write(bo.key, 'missing', 'Ring Eva på 070-123 45 67')
  await lead({ type: 'hideNote', noteId: hidden, hidden: true })
  await lead({ type: 'startPhase', phaseId: 'r2' })
  await write(anna.key, 'tried_ok', 'Prövat och bra')
  await lead({ type: 'addNoteFor', table: 0, zone: 'wall', text: 'Mötesplatsen' })
  const themeId = crypto.randomUUID()
  await lead({ type: 'setTheme', themeId, name: 'Trygghet & tak' })
  await lead({ type: 'assignTheme', noteId: noteIds[0] ?? '', themeIds: [themeId] })
  await lead({ type: 'startPhase', phaseId: 'dots' })
  await server.command(id, anna.key, { type: 'castVotes', votes: { [themeId]: 2 } })
  await server.command(id, bo.key, { type: 'castVotes', votes: { [themeId]: 1 } })
  await lead({ type: 'castVotesFor', votes: { [themeId]: 1 } })
  await lead({ type: 'reveal' })
  await server.command(id, anna.key, { type: 'giveContact', email: address })
  await lead({ type: 'close' })
  return { server, workshop, anna, bo, joinOpId, photos, mapUrl, noteIds, removed, hidden }

  async function takePhoto(background: string): Promise<string> {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('photo', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'a.jpg')
    const answer = await fetch(`${server.url}/api/workshops/${id}/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${anna.key}` },
      body: form,
    })
    return z.object({ photoId: z.string() }).parse(await answer.json()).photoId
  }
}

export async function backupOf(server: { url: string }, id: string, key: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/workshops/${id}/backup`, {
    headers: { authorization: `Bearer ${key}` },
  })
  if (answer.status !== 200) throw new Error(`no backup: ${answer.status}`)
  return answer.text()
}

/** The file with something changed, sealed as if it had been written so. */
export function resealed(file: string, change: (content: Record<string, unknown>) => void): string {
  const content: Record<string, unknown> = JSON.parse(file)
  delete content['seal']
  change(content)
  const text = JSON.stringify(content).slice(0, -1)
  return `${text},"seal":"${sha256Of(Buffer.from(text))}"}\n`
}
