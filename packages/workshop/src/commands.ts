/**
 * Everything anybody can ask a workshop to do. Parsed once, at the server's edge. A new command is one schema here,
 * one line in `commandRoles` and one handler in the engine.
 */
import { z } from 'zod'
import { floorPlanSchema } from './floorPlanSchema.ts'
import { reactions, reportLists } from './kinds.ts'
import { emailPattern, mostImported } from './input.ts'
import { newPhaseSchema, newZoneSchema, phaseEditSchema, zoneEditSchema } from './programmeSchema.ts'
import { languageSchema, mapImageSchema } from './session.ts'
import { cell, keptText, linkSchema, mostLinks, reportText } from './reportState.ts'
import type { Role } from './state.ts'

const opId = z.uuid()
/** Every page gives its notes such ids. */
const noteId = z.uuid()
const id = z.string().min(1).max(64)
export const tableNumber = z.number().int().min(1).max(100)
/** As the photo's own request answered it. */
const photoId = z.string().regex(/^[\w-]{1,64}$/)
/** A thought on a note. Trimmed; line breaks are kept. */
export const noteText = z.string().trim().min(1).max(1000)
export const personName = z.string().trim().max(40)
const coordinate = z.number().min(-1e6).max(1e6)
const extent = z.number().positive().max(1e6)
const boardArea = z.object({ x: coordinate, y: coordinate, w: extent, h: extent })
/** Where on a map a pin stands: from the left and from the top. */
const percent = z.number().min(0).max(100)
const placed = {
  /** One of the zone's parts or layers; the first when left out or unknown. */
  part: z.string().max(80).optional(),
  pin: z.tuple([percent, percent]).optional(),
}
/** Opened by people's browsers, never by the server. */
export const meetingLink = z.url({ protocol: /^https$/ }).max(500)
const dots = z.record(id, z.number().int().min(0).max(20))
/** A flip chart has the dots of many. */
const paperDots = z.record(id, z.number().int().min(0).max(2_000))

/** Where the harvest can be sent. In the server's own table and nowhere else: no state, log, view or export of notes has it. */
export const contactSchema = z.object({
  email: z.string().trim().max(254).regex(emailPattern).optional(),
  /** Name and address as they stand on an envelope, a line each. */
  postal: z.string().trim().min(5).max(400).optional(),
})

/**
 * A phone that was offline says in which phase and when (on the server's clock, as well as it knew it) the words
 * were written, so that they land in the round they belong to.
 */
const written = { phaseId: id.optional(), writtenAt: z.number().int().positive().optional() }

/** What was chosen in one phase, and sent late, must not count in another. */
const chosenIn = id.optional()

export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    opId,
    type: z.literal('addNote'),
    zone: id,
    text: noteText,
    photoId: photoId.optional(),
    ...placed,
    sheet: id.optional(),
    ...written,
  }),
  z.object({ opId, type: z.literal('editNote'), noteId, text: noteText, part: placed.part }),
  z.object({ opId, type: z.literal('removeNote'), noteId }),
  /** Brings back what `removeNote` took away, within the same phase. */
  z.object({ opId, type: z.literal('restoreNote'), noteId }),
  z.object({ opId, type: z.literal('castVotes'), votes: dots, phaseId: chosenIn }),
  /** First to last; may leave some out, and empty takes it back. The crew says whose it is. */
  z.object({
    opId,
    type: z.literal('rank'),
    order: z.array(id).max(60),
    personId: id.optional(),
    phaseId: chosenIn,
  }),
  /** By note, for each criterion of the zone 1 to 5, or 0 for none. Replaces what this person gave before. */
  z.object({
    opId,
    type: z.literal('score'),
    scores: z.record(id, z.array(z.number().int().min(0).max(5)).max(8)),
    personId: id.optional(),
    phaseId: chosenIn,
  }),
  /** The crew says who. A second time changes `mayContact`. */
  z.object({
    opId,
    type: z.literal('signUp'),
    groupId: id,
    mayContact: z.boolean(),
    personId: id.optional(),
  }),
  z.object({ opId, type: z.literal('leaveGroup'), groupId: id, personId: id.optional() }),
  z.object({
    opId,
    type: z.literal('giveConsent'),
    agrees: z.boolean(),
    personId: id.optional(),
    phaseId: chosenIn,
  }),
  /** Replaces what this person gave before; neither takes it back. The crew says whose it is, or nobody's in particular. */
  z.object({
    opId,
    type: z.literal('giveContact'),
    ...contactSchema.shape,
    /** What is sent will be in it; the workshop's when left out. */
    language: languageSchema.optional(),
    personId: id.optional(),
  }),
  /** In a form session; past the last question a new sheet begins. */
  z.object({ opId, type: z.literal('nextQuestion'), back: z.boolean().optional() }),
  z.object({ opId, type: z.literal('arrive') }),
  z.object({ opId, type: z.literal('sitElsewhere'), table: tableNumber }),
  z.object({ opId, type: z.literal('askHelp') }),
  z.object({ opId, type: z.literal('reportNote'), noteId }),
  /** Replaces what this person said about the note before; null takes it back. */
  z.object({ opId, type: z.literal('react'), noteId, reaction: z.enum(reactions).nullable() }),

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
  z.object({
    opId,
    type: z.literal('staySeated'),
    personId: id.optional(),
    /** False takes it back; only the crew's to do. */
    stays: z.boolean().optional(),
  }),
  /** Undoes `keepTogether` for one person. */
  z.object({ opId, type: z.literal('moveAlone'), personId: id }),
  z.object({ opId, type: z.literal('removePerson'), personId: id }),
  /** `table` 0 is the hall's board. */
  z.object({
    opId,
    type: z.literal('addNoteFor'),
    table: z.number().int().min(0).max(100),
    zone: id,
    text: noteText,
    ...placed,
  }),
  z.object({
    opId,
    type: z.literal('castVotesFor'),
    votes: paperDots,
    /** Corrects a sheet that was typed in; a new one without. */
    sheet: z.number().int().positive().optional(),
    /** Whose dots they are: one person's, unless it says more. */
    people: z.number().int().min(1).max(2_000).optional(),
  }),
  z.object({
    opId,
    type: z.literal('makeGroup'),
    text: noteText,
    /** The most members. */
    max: z.number().int().min(1).max(2_000).optional(),
  }),
  z.object({
    opId,
    type: z.literal('setGroup'),
    groupId: id,
    max: z.number().int().min(1).max(2_000).nullable(),
  }),
  /** Makes a theme, or gives it another name; an empty one takes it away. */
  z.object({ opId, type: z.literal('setTheme'), themeId: z.uuid(), name: z.string().trim().max(120) }),
  /** Makes several at once, such as a code book; names that are there already are passed over. */
  z.object({
    opId,
    type: z.literal('addThemes'),
    themes: z
      .array(z.object({ themeId: z.uuid(), name: z.string().trim().min(1).max(120) }))
      .min(1)
      .max(60),
  }),
  /** `of` are the `opId`s of sortings, the newest first: what nobody has changed since is as it was before. */
  z.object({ opId, type: z.literal('undoSorting'), of: z.array(z.uuid()).min(1).max(100) }),
  /** All themes of a note. */
  z.object({
    opId,
    type: z.literal('assignTheme'),
    noteId: id,
    themeIds: z.array(id).max(10),
  }),
  /** Gives many notes these themes and takes those away; their other themes stay. */
  z.object({
    opId,
    type: z.literal('sortNotes'),
    noteIds: z.array(id).min(1).max(1_000),
    add: z.array(id).max(10).optional(),
    remove: z.array(id).max(60).optional(),
  }),
  /** All notes of a theme go over to the other one, its dots and places in orders too, and its text behind that one's. */
  z.object({ opId, type: z.literal('mergeThemes'), themeId: id, into: id }),
  /** "Use this one": the report quotes it. */
  z.object({ opId, type: z.literal('markQuote'), noteId: id, use: z.boolean() }),
  /** `base` is the text that the writer saw: what others wrote meanwhile is kept. Empty takes the text away. */
  z.object({
    opId,
    type: z.literal('editReport'),
    // The one key that no object of ours keeps when it is read again.
    part: id.refine((part) => part !== '__proto__'),
    text: reportText,
    base: keptText.optional(),
  }),
  /** What the municipality answers to a note; with every cell empty the answer is taken away. `base`: what the writer saw. */
  z.object({
    opId,
    type: z.literal('answerQuestion'),
    noteId: id,
    text: reportText.optional(),
    responsible: cell.optional(),
    due: cell.optional(),
    base: z
      .object({ text: reportText.optional(), responsible: cell.optional(), due: cell.optional() })
      .optional(),
  }),
  /**
   * A row of one of the report's tables: cells that are left out stay as they are; null takes the row away. `base` is the
   * row as the writer saw it.
   */
  z.object({
    opId,
    type: z.literal('setReportRow'),
    list: z.enum(reportLists),
    rowId: id,
    cells: z.record(z.string().min(1).max(20), cell).nullable(),
    base: z.record(z.string().min(1).max(20), cell).optional(),
  }),
  /** Which side of a conclusion a note is on; null: neither. `claimId` is a note or a row of `claims`. */
  z.object({
    opId,
    type: z.literal('setClaimQuote'),
    claimId: id,
    noteId: id,
    side: z.enum(['for', 'against']).nullable(),
  }),
  /** The other workshops that the report draws on: the organiser's to say, since their notes come with them. */
  z.object({ opId, type: z.literal('linkWorkshops'), workshops: z.array(linkSchema).max(mostLinks) }),
  z.object({ opId, type: z.literal('helpDone'), table: tableNumber }),
  /** "I am on my way there": shown to colleagues with the asker's name. */
  z.object({ opId, type: z.literal('claimHelp'), table: tableNumber }),

  z.object({
    opId,
    type: z.literal('startPhase'),
    phaseId: id.optional(),
    /** The phase that the asker saw as the current one, null before the first; refused when it no longer is. */
    from: id.nullable().optional(),
  }),
  z.object({ opId, type: z.literal('pause') }),
  z.object({ opId, type: z.literal('resume') }),
  z.object({ opId, type: z.literal('extend'), minutes: z.number().int().min(-120).max(120) }),
  z.object({ opId, type: z.literal('endPhase') }),
  /** `from`: the phase that is to be undone; refused (`phaseMoved`) when another is on by now. */
  z.object({ opId, type: z.literal('undoPhase'), from: id.optional() }),
  z.object({ opId, type: z.literal('reveal') }),
  /** To everybody, or to one table alone. An empty text takes the last one back. */
  z.object({
    opId,
    type: z.literal('broadcast'),
    text: z.string().trim().max(200),
    table: tableNumber.optional(),
  }),
  /** Whether the prompt of the last minutes goes out by itself: in one phase, or in the whole evening. */
  z.object({ opId, type: z.literal('setPrompts'), phaseId: id.optional(), on: z.boolean() }),
  z.object({ opId, type: z.literal('planSeats') }),
  /** Plans all moves to come, and keeps to it: route cards are printed from it. */
  z.object({ opId, type: z.literal('planRoutes') }),
  /** Empty: the table is no town's. */
  z.object({ opId, type: z.literal('setTown'), table: tableNumber, town: z.string().trim().max(60) }),
  z.object({ opId, type: z.literal('setTables'), count: tableNumber }),
  /** Any id: a note that something else than our pages wrote on a board must be possible to hide too. */
  z.object({ opId, type: z.literal('hideNote'), noteId: id, hidden: z.boolean() }),
  /** Looked at and fine: it is no longer among the notes to look at. */
  z.object({ opId, type: z.literal('keepNote'), noteId: id }),
  /** The picture that was uploaded for a map; null takes it away. */
  z.object({ opId, type: z.literal('setMapImage'), zone: id, image: mapImageSchema.nullable() }),
  /** Lines from elsewhere, a note each, under ids that the page draws: a first analysis, quotes from interviews. */
  z.object({
    opId,
    type: z.literal('importNotes'),
    zone: id,
    notes: z
      .array(z.object({ id: noteId, text: noteText }))
      .min(1)
      .max(mostImported),
    /** Of an import that began before: it is taken back as one. */
    importId: noteId.optional(),
  }),
  z.object({ opId, type: z.literal('takeBackImport'), importId: noteId }),
  z.object({ opId, type: z.literal('lockBoards'), locked: z.boolean() }),
  /** Asks everybody who has this board open to look at one part of it. */
  z.object({ opId, type: z.literal('gatherHere'), boardId: id, area: boardArea }),
  /** Null takes it away: then tables are shown in even rows. */
  z.object({ opId, type: z.literal('setFloorPlan'), plan: floorPlanSchema.nullable() }),
  /** For meetings online: where each table meets. Replaces all; a table that is left out has none. */
  z.object({
    opId,
    type: z.literal('setMeetingLinks'),
    links: z.array(z.object({ table: tableNumber, url: meetingLink })).max(100),
  }),
  /** The programme. A field that is left out stays as it is. */
  z.object({ opId, type: z.literal('editPhase'), phaseId: id, ...phaseEditSchema.shape }),
  /** `before` null or left out: as the last one. */
  z.object({ opId, type: z.literal('addPhase'), phase: newPhaseSchema, before: id.nullable().optional() }),
  z.object({ opId, type: z.literal('removePhase'), phaseId: id }),
  z.object({ opId, type: z.literal('movePhase'), phaseId: id, before: id.nullable() }),
  z.object({ opId, type: z.literal('editZone'), zoneId: id, ...zoneEditSchema.shape }),
  z.object({ opId, type: z.literal('addZone'), zone: newZoneSchema }),
  z.object({ opId, type: z.literal('removeZone'), zoneId: id }),
  /** Until when the addresses of those who want the harvest are kept; epoch milliseconds. */
  z.object({ opId, type: z.literal('keepContacts'), until: z.number().int().positive() }),
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
  rank: ['participant', ...crew],
  score: ['participant', ...crew],
  signUp: ['participant', ...crew],
  leaveGroup: ['participant', ...crew],
  giveConsent: ['participant', ...crew],
  giveContact: ['participant', ...crew],
  nextQuestion: ['participant'],
  arrive: ['participant'],
  sitElsewhere: ['participant'],
  askHelp: ['participant', 'table'],
  reportNote: ['participant', 'table'],
  react: ['participant'],
  addPerson: crew,
  seat: crew,
  setHost: crew,
  keepTogether: crew,
  staySeated: ['participant', ...crew],
  moveAlone: crew,
  removePerson: crew,
  addNoteFor: crew,
  castVotesFor: crew,
  makeGroup: crew,
  setGroup: crew,
  setTheme: lead,
  addThemes: lead,
  undoSorting: lead,
  assignTheme: lead,
  sortNotes: lead,
  mergeThemes: lead,
  markQuote: lead,
  editReport: lead,
  answerQuestion: lead,
  setReportRow: lead,
  setClaimQuote: lead,
  linkWorkshops: ['organiser'],
  helpDone: ['table', ...crew],
  claimHelp: crew,
  startPhase: lead,
  pause: lead,
  resume: lead,
  extend: lead,
  endPhase: lead,
  undoPhase: lead,
  reveal: lead,
  broadcast: lead,
  setPrompts: lead,
  planSeats: lead,
  planRoutes: crew,
  setTown: crew,
  setTables: lead,
  hideNote: lead,
  keepNote: lead,
  setMapImage: lead,
  importNotes: lead,
  takeBackImport: lead,
  lockBoards: lead,
  gatherHere: lead,
  setFloorPlan: lead,
  setMeetingLinks: lead,
  editPhase: lead,
  addPhase: lead,
  removePhase: lead,
  movePhase: lead,
  editZone: lead,
  addZone: lead,
  removeZone: lead,
  keepContacts: ['organiser'],
  close: lead,
  reopen: lead,
}
