/**
 * Everything anybody can ask a workshop to do. Parsed once, at the server's edge. A new command is one schema here,
 * one line in `commandRoles` and one handler in the engine.
 */
import { z } from 'zod'
import type { Role } from './state.ts'

const opId = z.uuid()
/** Every page gives its notes such ids. */
const noteId = z.uuid()
const id = z.string().min(1).max(64)
export const tableNumber = z.number().int().min(1).max(100)
/** A thought on a note. Trimmed; line breaks are kept. */
export const noteText = z.string().trim().min(1).max(1000)
export const personName = z.string().trim().max(40)
const dots = z.record(id, z.number().int().min(0).max(20))

/**
 * A phone that was offline says in which phase and when (on the server's clock, as well as it knew it) the words
 * were written, so that they land in the round they belong to.
 */
const written = { phaseId: id.optional(), writtenAt: z.number().int().positive().optional() }

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ opId, type: z.literal('addNote'), zone: id, text: noteText, ...written }),
  z.object({ opId, type: z.literal('editNote'), noteId, text: noteText }),
  z.object({ opId, type: z.literal('removeNote'), noteId }),
  /** Brings back what `removeNote` took away, within the same phase. */
  z.object({ opId, type: z.literal('restoreNote'), noteId }),
  z.object({ opId, type: z.literal('castVotes'), votes: dots }),
  z.object({ opId, type: z.literal('arrive') }),
  z.object({ opId, type: z.literal('sitElsewhere'), table: tableNumber }),
  z.object({ opId, type: z.literal('askHelp') }),
  z.object({ opId, type: z.literal('reportNote'), noteId }),

  z.object({
    opId,
    type: z.literal('addPerson'),
    name: personName.optional(),
    table: tableNumber.optional(),
  }),
  z.object({ opId, type: z.literal('seat'), personId: id, table: tableNumber }),
  z.object({ opId, type: z.literal('setHost'), table: tableNumber, personId: id.nullable() }),
  z.object({ opId, type: z.literal('keepTogether'), personIds: z.array(id).min(2).max(12) }),
  /** For a participant's own phone `personId` is left out: the person asking. */
  z.object({ opId, type: z.literal('staySeated'), personId: id.optional() }),
  z.object({ opId, type: z.literal('removePerson'), personId: id }),
  /** `table` 0 is the hall's board. */
  z.object({
    opId,
    type: z.literal('addNoteFor'),
    table: z.number().int().min(0).max(100),
    zone: id,
    text: noteText,
  }),
  z.object({ opId, type: z.literal('castVotesFor'), votes: dots }),
  z.object({ opId, type: z.literal('helpDone'), table: tableNumber }),

  z.object({ opId, type: z.literal('startPhase'), phaseId: id.optional() }),
  z.object({ opId, type: z.literal('pause') }),
  z.object({ opId, type: z.literal('resume') }),
  z.object({ opId, type: z.literal('extend'), minutes: z.number().int().min(-120).max(120) }),
  z.object({ opId, type: z.literal('endPhase') }),
  z.object({ opId, type: z.literal('undoPhase') }),
  z.object({ opId, type: z.literal('reveal') }),
  z.object({ opId, type: z.literal('broadcast'), text: z.string().trim().max(200) }),
  z.object({ opId, type: z.literal('planSeats') }),
  z.object({ opId, type: z.literal('setTables'), count: tableNumber }),
  /** Any id: a note that something else than our pages wrote on a board must be possible to hide too. */
  z.object({ opId, type: z.literal('hideNote'), noteId: id, hidden: z.boolean() }),
  z.object({ opId, type: z.literal('lockBoards'), locked: z.boolean() }),
  z.object({ opId, type: z.literal('close') }),
  z.object({ opId, type: z.literal('reopen') }),
])

export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']
/** A command as a page writes it; the client adds the `opId`. */
export type Ask = Command extends infer C ? (C extends Command ? Omit<C, 'opId'> : never) : never

const crew: readonly Role[] = ['helper', 'facilitator', 'organiser']
const lead: readonly Role[] = ['facilitator', 'organiser']

/** Who may ask for what at all; phase, owner and size are the engine's to judge. */
export const commandRoles: Readonly<Record<CommandType, readonly Role[]>> = {
  addNote: ['participant'],
  editNote: ['participant'],
  removeNote: ['participant'],
  restoreNote: ['participant'],
  castVotes: ['participant'],
  arrive: ['participant'],
  sitElsewhere: ['participant'],
  askHelp: ['participant', 'table'],
  reportNote: ['participant', 'table'],
  addPerson: crew,
  seat: crew,
  setHost: crew,
  keepTogether: crew,
  staySeated: ['participant', ...crew],
  removePerson: crew,
  addNoteFor: crew,
  castVotesFor: crew,
  helpDone: ['table', ...crew],
  startPhase: lead,
  pause: lead,
  resume: lead,
  extend: lead,
  endPhase: lead,
  undoPhase: lead,
  reveal: lead,
  broadcast: lead,
  planSeats: lead,
  setTables: lead,
  hideNote: lead,
  lockBoards: lead,
  close: lead,
  reopen: lead,
}
