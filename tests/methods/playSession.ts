/**
 * Plays one session from its first phase to its close, over the HTTP interface, with a hall of people who do in every
 * phase what it asks of them. Nothing here may be refused: any refusal is thrown.
 */
import { composeFields, type Phase, type View, type Zone } from '@bordet/workshop'
import { createWorkshop, joinByPhone, Member, type NewWorkshop, type Phone } from '../hall/hall.ts'

export interface Played {
  /** Every text that was put up, by its note's id, with the part of its zone that was chosen. */
  written: Map<string, { text: string; part: string }>
  /** Dots that were given in the last vote. */
  dots: number
  /** What the pages were given to show: one view of each kind of member in each phase. */
  views: View[]
  facilitator: Member
}

export interface PlayOptions {
  url: string
  organiserKey: string
  workshop: NewWorkshop
  people: number
}

/** One evening while it is played. */
interface Evening extends Played {
  screen: Member
  phones: Phone[]
  count: number
  /** How many notes still fit in a zone with a maximum, by zone and table. */
  room: Map<string, number>
}

export async function playSession({ url, organiserKey, workshop, people }: PlayOptions): Promise<Played> {
  const { id, joinCode, keys } = await createWorkshop(url, organiserKey, workshop)
  const facilitator = new Member(url, id, keys.facilitator)
  const phones = await Promise.all(
    Array.from({ length: people }, (_, index) => joinByPhone(url, { code: joinCode, name: `P${index}` })),
  )
  const screen = new Member(url, id, keys.screen)
  const evening: Evening = {
    written: new Map(),
    dots: 0,
    views: [],
    facilitator,
    screen,
    phones,
    count: 0,
    room: new Map(),
  }
  const { agenda } = await facilitator.view()
  for (const row of agenda) {
    await facilitator.ask({ type: 'startPhase' })
    await playPhase(evening, row.id)
    await goOn(phones)
  }
  await facilitator.ask({ type: 'close' })
  return evening
}

/** In a form every phone goes through the questions by itself; here they all keep step with the agenda. */
async function goOn(phones: Phone[]): Promise<void> {
  const view = await phones[0]?.view()
  if (!view?.me.form) return
  await Promise.all(phones.map((phone) => phone.ask({ type: 'nextQuestion' })))
}

async function playPhase(evening: Evening, phaseId: string): Promise<void> {
  const { facilitator, screen, phones, views } = evening
  const before = await facilitator.view()
  if (before.phase.id !== phaseId) throw new Error(`${phaseId} did not start`)
  const underWay = new Set(before.people?.filter(({ nextTable }) => nextTable !== null).map(({ id }) => id))
  const movers = phones.filter(({ personId }) => underWay.has(personId))
  await Promise.all(movers.map((phone) => phone.ask({ type: 'arrive' })))
  const view = movers.length === 0 ? before : await facilitator.view()
  const [phone] = phones
  if (phone) views.push(view, await screen.view(), await phone.view())
  // Whoever has dots to give writes no more.
  if (!view.vote) await write(evening, view)
  else await vote(evening)
}

/** Everybody writes in one of the zones, where there is room; what is the crew's the facilitator fills. */
async function write(evening: Evening, view: View): Promise<void> {
  const { facilitator, phones, room } = evening
  const { zones, kind } = view.phase
  const tables = new Map(view.people?.map(({ id, table }) => [id, table]))
  for (const zone of zones.filter((one) => isForCrew(one, kind))) {
    const at = zone.scope === 'table' ? view.tables.map(({ number }) => number) : [0]
    for (const table of at) {
      const text = words(evening, zone)
      const { noteId } = await facilitator.ask({ type: 'addNoteFor', table, zone: zone.id, text })
      remember(evening, noteId, text)
    }
  }
  const open = zones.filter((one) => !isForCrew(one, kind))
  await Promise.all(
    phones.map(async (phone, index) => {
      const zone = open[index % open.length]
      if (!zone) return
      const place = `${zone.id} ${zone.scope === 'table' ? tables.get(phone.personId) : 0}`
      const left = room.get(place) ?? zone.max ?? Infinity
      if (left <= 0) return
      room.set(place, left - 1)
      const text = words(evening, zone)
      const parts = zone.parts ?? zone.layers ?? []
      const part = view.phase.layer ?? parts[index % parts.length] ?? ''
      const { noteId } = await phone.ask({
        type: 'addNote',
        zone: zone.id,
        text,
        ...(part === '' ? {} : { part }),
        ...(zone.kind === 'map' ? { pin: [index * 4, 50] } : {}),
      })
      remember(evening, noteId, text, part)
    }),
  )
  if (open.length > 0 && view.phase.holding) await reveal(evening)
}

/** Until it is asked to, nobody but the writers has seen a word; then everybody has. */
async function reveal({ facilitator, phones, written }: Evening): Promise<void> {
  const [phone] = phones
  const before = await phone?.view()
  if (
    before?.notes.some(
      (note) => !note.mine && written.has(note.id) && note.phase === before.phase.id && note.via === 'phone',
    )
  )
    throw new Error('hidden notes are shown')
  await facilitator.ask({ type: 'reveal' })
  const { tables, hallHeldNotes, phase } = await facilitator.view()
  if (phase.holding || hallHeldNotes > 0 || tables.some(({ heldNotes }) => heldNotes > 0))
    throw new Error('notes are still held back')
}

function isForCrew({ kind }: Zone, phase: Phase['kind']): boolean {
  if (kind === 'import') return phase !== 'interview'
  return ['themes', 'signup', 'locked', 'ranking', 'scoring'].includes(kind)
}

/** As a phone composes them: one line for each field. */
function words(evening: Evening, { id, fields, choices }: Zone): string {
  evening.count += 1
  const text = `${id} ${evening.count}`
  if (!fields) return text
  return composeFields(
    fields,
    fields.map((_, index) => choices?.[index]?.[0] ?? text),
  )
}

async function vote(evening: Evening): Promise<void> {
  const { facilitator, phones } = evening
  const { vote: open } = await facilitator.view()
  if (!open || open.targets.length === 0) throw new Error('there is nothing to give dots to')
  evening.dots = phones.length * open.budget
  await Promise.all(
    phones.map(async (phone, index) => {
      const target = open.targets[index % open.targets.length]
      if (target) await phone.ask({ type: 'castVotes', votes: { [target.noteId]: open.budget } })
    }),
  )
  const { scoring } = await facilitator.view()
  if (scoring)
    await Promise.all(
      phones.map((phone, index) => {
        const item = scoring.items[index % scoring.items.length]
        const numbers = scoring.criteria.map((_, at) => 1 + ((index + at) % 5))
        return phone.ask({ type: 'score', scores: item ? { [item.noteId]: numbers } : {} })
      }),
    )
  await facilitator.ask({ type: 'reveal' })
  if (scoring) {
    const { scoring: shown } = await facilitator.view()
    if (shown?.people !== phones.length || shown.items.some(({ result }) => result?.mean == null))
      throw new Error('the numbers that were given are not in the result')
  }
}

function remember({ written }: Evening, noteId: string | undefined, text: string, part = ''): void {
  if (noteId === undefined) throw new Error(`"${text}" got no id`)
  written.set(noteId, { text, part })
}
