/**
 * Holds one session over the HTTP interface, phase by phase, with a script of what is written where: as its people
 * would, each note from a phone at its table, else typed in from paper.
 */
import { randomUUID } from 'node:crypto'
import { composeFields, type View, type Zone } from '@bordet/workshop'
import { createWorkshop, joinByPhone, Member, type NewWorkshop, type Phone } from '../hall/hall.ts'

/** One note of a script: words, or a card's values. */
export interface ScriptNote {
  zone: string
  text: string | readonly string[]
  /** 0 or none: the hall, where the zone is the hall's; else table 1. */
  table?: number
  /** Column, quadrant or layer, by its place. */
  part?: number
  pin?: readonly [number, number]
  /** Dots that it is given in the next vote, one a person. */
  dots?: number
  /** Of a working group: members, and whether each may be contacted. */
  members?: readonly boolean[]
  /** Name of its theme; empty for none. */
  theme?: string
  quote?: boolean
}

export interface Script {
  workshop: NewWorkshop
  people: number
  towns?: Readonly<Record<number, string>>
  /** Phase → what is written in it. */
  notes: Readonly<Record<string, readonly ScriptNote[]>>
  /** Phase → yes and no. */
  consents?: Readonly<Record<string, readonly [number, number]>>
}

export interface Held {
  id: string
  facilitator: Member
  organiser: Member
  phones: Phone[]
  /** Every note that was written, by its id; ids of groups are those of their notes. */
  written: Map<string, ScriptNote & { words: string; phase: string }>
  /** The id of the note with these words, or this first value. */
  idOf(words: string): string
}

export async function holdSession(
  { url, organiserKey }: { url: string; organiserKey: string },
  script: Script,
): Promise<Held> {
  const { id, joinCode, keys } = await createWorkshop(url, organiserKey, script.workshop)
  const facilitator = new Member(url, id, keys.facilitator)
  const organiser = new Member(url, id, organiserKey)
  const phones = await Promise.all(
    Array.from({ length: script.people }, (_, at) =>
      joinByPhone(url, { code: joinCode, name: `Deltager ${at + 1}` }),
    ),
  )
  for (const [table, town] of Object.entries(script.towns ?? {}))
    await facilitator.ask({ type: 'setTown', table: Number(table), town })
  const written: Held['written'] = new Map()
  const { agenda } = await facilitator.view()
  for (const { id: phase } of agenda) {
    await facilitator.ask({ type: 'startPhase' })
    const before = await facilitator.view()
    const moving = new Set(before.people?.filter(({ nextTable }) => nextTable !== null).map((one) => one.id))
    await Promise.all(
      phones.filter(({ personId }) => moving.has(personId)).map((phone) => phone.ask({ type: 'arrive' })),
    )
    const view = moving.size === 0 ? before : await facilitator.view()
    const all = script.notes[phase] ?? []
    const imported = view.phase.zones
      .filter(({ kind }) => kind === 'import' && view.phase.kind !== 'interview')
      .flatMap((zone) =>
        all.filter((note) => note.zone === zone.id).map((note) => ({ id: randomUUID(), zone, note })),
      )
    for (const { id: noteId, zone, note } of imported)
      written.set(noteId, { ...note, phase, words: wordsOf(zone, note) })
    const [first] = imported
    if (first)
      await facilitator.ask({
        type: 'importNotes',
        zone: first.zone.id,
        notes: imported.map(({ id: noteId, zone, note }) => ({ id: noteId, text: wordsOf(zone, note) })),
      })
    for (const note of all) {
      if (imported.some((one) => one.note === note)) continue
      const zone = view.phase.zones.find((one) => one.id === note.zone)
      if (!zone) throw new Error(`${note.zone} is not open in ${phase}`)
      const noteId = await writeNote({ facilitator, phones }, view, zone, note, written.size)
      written.set(noteId, { ...note, phase, words: wordsOf(zone, note) })
      for (const [at, mayContact] of (note.members ?? []).entries())
        await phones[at]?.ask({ type: 'signUp', groupId: noteId, mayContact })
    }
    if (view.phase.holding) await facilitator.ask({ type: 'reveal' })
    if (view.vote) await vote({ facilitator, phones }, view, written)
    const [yes, no] = script.consents?.[phase] ?? [0, 0]
    await Promise.all(
      phones.slice(0, yes + no).map((phone, at) => phone.ask({ type: 'giveConsent', agrees: at < yes })),
    )
    const [phone] = phones
    if ((await phone?.view())?.me.form)
      await Promise.all(phones.map((one) => one.ask({ type: 'nextQuestion' })))
  }
  await sortAndQuote(facilitator, written)
  await facilitator.ask({ type: 'close' })
  const idOf = (words: string) => {
    const found = [...written].find(([, { text }]) => (typeof text === 'string' ? text : text[0]) === words)
    if (!found) throw new Error(`nobody wrote “${words}”`)
    return found[0]
  }
  return { id, facilitator, organiser, phones, written, idOf }
}

function wordsOf({ fields }: Zone, { text }: ScriptNote): string {
  return typeof text === 'string' ? text : composeFields(fields ?? [], text)
}

async function writeNote(
  { facilitator, phones }: { facilitator: Member; phones: readonly Phone[] },
  view: View,
  zone: Zone,
  note: ScriptNote,
  turn: number,
): Promise<string> {
  const table = zone.scope === 'table' ? (note.table ?? 1) : 0
  const parts = zone.parts ?? zone.layers ?? []
  const part = note.part === undefined ? undefined : parts[note.part]
  const placed = {
    ...(part === undefined ? {} : { part }),
    ...(note.pin ? { pin: [...note.pin] as [number, number] } : {}),
  }
  const text = wordsOf(zone, note)
  if (zone.kind === 'signup') return (await facilitator.ask({ type: 'makeGroup', text })).noteId ?? ''
  const isForCrew = ['themes', 'locked', 'ranking', 'scoring'].includes(zone.kind)
  const seats = new Map(view.people?.map((person) => [person.id, person.table]))
  // Each in turn: nobody writes faster than a person can.
  const here = phones.filter(({ personId }) => table === 0 || seats.get(personId) === table)
  const phone = here[turn % here.length]
  const answer =
    isForCrew || !phone || view.vote
      ? await facilitator.ask({ type: 'addNoteFor', table, zone: zone.id, text, ...placed })
      : await phone.ask({ type: 'addNote', zone: zone.id, text, ...placed })
  if (!answer.noteId) throw new Error(`“${text}” got no id`)
  return answer.noteId
}

async function vote(
  { facilitator, phones }: { facilitator: Member; phones: readonly Phone[] },
  view: View,
  written: Held['written'],
): Promise<void> {
  const open = (await facilitator.view()).vote ?? view.vote
  const wanted = (open?.targets ?? []).flatMap(({ noteId }) =>
    Array.from({ length: written.get(noteId)?.dots ?? 0 }, () => noteId),
  )
  const budget = open?.budget ?? 0
  await Promise.all(
    phones.map((phone, at) => {
      const votes: Record<string, number> = {}
      for (let dot = 0; dot < budget; dot += 1) {
        const noteId = wanted[at + dot * phones.length]
        if (noteId) votes[noteId] = (votes[noteId] ?? 0) + 1
      }
      return Object.keys(votes).length === 0 ? null : phone.ask({ type: 'castVotes', votes })
    }),
  )
  const { scoring } = await facilitator.view()
  if (scoring)
    await Promise.all(
      phones.map((phone) =>
        phone.ask({
          type: 'score',
          scores: Object.fromEntries(
            scoring.items.map(({ noteId }, at) => [
              noteId,
              scoring.criteria.map((_, nth) => Math.max(1, 5 - at - (nth % 2))),
            ]),
          ),
        }),
      ),
    )
  await facilitator.ask({ type: 'reveal' })
}

async function sortAndQuote(facilitator: Member, written: Held['written']): Promise<void> {
  const names = new Set([...written.values()].flatMap(({ theme }) => theme || []))
  for (const name of names) {
    const themeId = randomUUID()
    await facilitator.ask({ type: 'setTheme', themeId, name })
    const noteIds = [...written].flatMap(([id, { theme }]) => (theme === name ? [id] : []))
    await facilitator.ask({ type: 'sortNotes', noteIds, add: [themeId] })
  }
  for (const [noteId, { quote }] of written)
    if (quote) await facilitator.ask({ type: 'markQuote', noteId, use: true })
}
