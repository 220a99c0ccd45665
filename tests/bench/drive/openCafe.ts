/** A World Café on the whole server as it ships, with everybody there and the boards of its tables open. */
import { boardRoots } from '@bordet/board'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createWorkshop, joinByPhone, Member, type Created, type Phone } from '../../hall/hall.ts'
import type { RunningServer } from '../../hall/startServer.ts'

export interface Cafe {
  workshop: Created
  facilitator: Member
  phones: Phone[]
}

export async function openCafe(
  { url, organiserKey }: RunningServer,
  size: { phones: number; tables: number },
): Promise<Cafe> {
  const workshop = await createWorkshop(url, organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    language: 'sv',
    tables: size.tables,
  })
  const facilitator = new Member(url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase' })
  const phones: Phone[] = []
  for (let index = 0; index < size.phones; index += 1)
    phones.push(await joinByPhone(url, { code: workshop.joinCode }))
  return { workshop, facilitator, phones }
}

/** One stock client for each table. `onNote` hears the id of every note that came or changed. Returns what closes them. */
export function openTableBoards(
  url: string,
  { boards, keys }: Created,
  onNote: (id: string) => void = () => {},
): Promise<(() => void)[]> {
  return Promise.all(
    boards.tables.map(async (boardId, index) => {
      const doc = new Y.Doc()
      const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, boardId, doc, {
        protocols: ['bordet', `bearer.${keys.tables[index]?.key ?? ''}`],
        disableBc: true,
      })
      await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
      boardRoots(doc).notes.observe((event) => {
        for (const id of event.keysChanged) onNote(String(id))
      })
      return () => provider.destroy()
    }),
  )
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}
