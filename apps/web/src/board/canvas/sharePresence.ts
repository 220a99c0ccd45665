/** Shows where the other editors of this board point: by role, never by person. A few times a second and only in company. */
import { InstancePresenceRecordType, type Editor, type TLInstancePresence } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'

const everyMs = 120
const mostShown = 8

/** `seat` is the table's number, 0 for facilitators. */
export function sharePresence(
  editor: Editor,
  awareness: Awareness,
  seat: number,
  nameOf: (seat: number) => string,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  awareness.setLocalState({ seat })
  const tell = () => {
    timer = undefined
    const { x, y } = editor.inputs.currentPagePoint
    awareness.setLocalState({ seat, x: Math.round(x), y: Math.round(y) })
  }
  const moved = () => {
    if (awareness.getStates().size > 1) timer ??= setTimeout(tell, everyMs)
  }
  /** When somebody last moved. The heartbeats of those who rest are no movement. */
  const movedAt = new Map<number, number>()
  const show = (change?: { added: number[]; updated: number[] }) => {
    for (const client of [...(change?.added ?? []), ...(change?.updated ?? [])])
      movedAt.set(client, Date.now())
    const others = [...awareness.getStates()]
      .filter(([client]) => client !== awareness.clientID)
      .flatMap(([client, state]) =>
        presenceRecord(editor, { client, state, nameOf, movedAt: movedAt.get(client) ?? 0 }),
      )
      .slice(0, mostShown)
    const standing = new Set<string>(others.map(({ id }) => id))
    const gone = editor.store.query
      .records('instance_presence')
      .get()
      .filter(({ id }) => !standing.has(id))
    editor.store.mergeRemoteChanges(() => {
      editor.store.remove(gone.map(({ id }) => id))
      editor.store.put(others)
    })
  }
  const container = editor.getContainer()
  container.addEventListener('pointermove', moved, { passive: true })
  awareness.on('change', show)
  show()
  return () => {
    clearTimeout(timer)
    container.removeEventListener('pointermove', moved)
    awareness.off('change', show)
    awareness.setLocalState({ seat })
  }
}

interface PresenceSource {
  client: number
  state: object
  nameOf(seat: number): string
  movedAt: number
}

/** What others send is theirs to write: taken only when it is what it should be. */
function presenceRecord(
  editor: Editor,
  { client, state, nameOf, movedAt }: PresenceSource,
): TLInstancePresence[] {
  if (!('seat' in state && 'x' in state && 'y' in state)) return []
  const { seat, x, y } = state
  if (typeof seat !== 'number' || typeof x !== 'number' || typeof y !== 'number') return []
  if (!Number.isFinite(x) || !Number.isFinite(y)) return []
  return [
    InstancePresenceRecordType.create({
      id: InstancePresenceRecordType.createId(String(client)),
      currentPageId: editor.getCurrentPageId(),
      userId: String(client),
      userName: nameOf(seat),
      color: seat === 0 ? '#0b4f5c' : '#3a4b8f',
      cursor: { x, y, type: 'default', rotation: 0 },
      lastActivityTimestamp: movedAt,
    }),
  ]
}
