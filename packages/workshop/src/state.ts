/**
 * The whole truth about one workshop except the words on its notes (those live in the boards' documents) and
 * contacts. Plain JSON; advanced only by `applyCommand`. Times are epoch milliseconds on the server's clock.
 */
import { z } from 'zod'
import { reactions } from './kinds.ts'
import { languageSchema, noteColors, sessionSchema } from './session.ts'
import { floorPlanSchema } from './floorPlanSchema.ts'
import { noReport, reportSchema } from './reportState.ts'

export const roles = ['participant', 'table', 'helper', 'facilitator', 'screen', 'organiser'] as const
export type Role = (typeof roles)[number]

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Where the person sits now; during a move, where they come from. 0 in a form session, which has no tables. */
  table: z.number().int().nonnegative(),
  /** Where the running move sends the person; null when they are not being moved or have arrived. */
  nextTable: z.number().int().positive().nullable(),
  /** Cannot or will not move: keeps the seat in every rotation. */
  stays: z.boolean(),
  /** People with the same group move together (parent and child). */
  group: z.string().nullable(),
  via: z.enum(['phone', 'walkIn']),
  joinedAt: z.number(),
  leftAt: z.number().nullable(),
  /** In a form session: the question they are at, and what their answers have in common. */
  form: z.object({ step: z.number().int().nonnegative(), sheet: z.string() }).nullable().default(null),
})

export const tableSchema = z.object({
  number: z.number().int().positive(),
  boardId: z.string(),
  hostId: z.string().nullable(),
  /** The town (or any group) whose table this is; empty for a town of its own. */
  town: z.string().default(''),
  /** Since when the table asks for help. */
  helpAt: z.number().nullable(),
  /** Who of the crew is on the way there: a name, or empty when they gave none. Null while nobody is. */
  helpBy: z.string().nullable().default(null),
})

/** The clock as data. A pause keeps the rest; resuming shifts `startedAt`, so `startedAt + durationMs` is always the end. */
export const timerSchema = z.object({
  startedAt: z.number(),
  durationMs: z.number().nonnegative(),
  pausedAt: z.number().nullable(),
})

/** One phase that was run, in the order they were run. The last one is the current. */
export const runSchema = z.object({
  phaseId: z.string(),
  /** When the button was pressed; unlike the timer's start it never shifts. */
  startedAt: z.number(),
  endedAt: z.number().nullable(),
})

/** A note that nobody but its writer may see yet: as it will be put up. */
export const heldNoteSchema = z.object({
  boardId: z.string(),
  removed: z.boolean(),
  note: z.object({
    id: z.string(),
    zone: z.string(),
    phase: z.string(),
    text: z.string(),
    photoId: z.string().optional(),
    color: z.enum(noteColors),
    at: z.number(),
    via: z.enum(['phone', 'board', 'paper']),
    part: z.string().optional(),
    pin: z.tuple([z.number(), z.number()]).optional(),
    sheet: z.string().optional(),
    by: z.string().optional(),
  }),
})

export const roundSchema = z.object({ phaseId: z.string(), seats: z.record(z.string(), z.number()) })

/** Where everybody goes in one move. `told`: people know of it, by phone or from a route card. */
export const plannedMoveSchema = z.object({
  phaseId: z.string(),
  told: z.boolean(),
  seats: z.record(z.string(), z.number()),
})

const themeSchema = z.object({ id: z.string(), name: z.string(), at: z.number() })
/** personId (or `paper:<n>`, `paper:<n>x<people>`) → id of a note or theme → dots. */
const votesSchema = z.record(z.string(), z.record(z.string(), z.number().int().nonnegative()))

const pastVotesSchema = z.record(z.string(), z.object({ votes: votesSchema, revealed: z.boolean() }))

/** Something people belong to by their own choice; its name is the note with the same id. */
export const groupSchema = z.object({
  /** The most members, null without. */
  max: z.number().int().positive().nullable(),
  /** personId → whether the group may contact them: without that their name is told to nobody but the crew. */
  members: z.record(z.string(), z.boolean()),
})

export const messageSchema = z.object({ text: z.string(), at: z.number() })

/** A part of a board, in its own coordinates. */
export const areaSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() })

/** The board of a table that was removed: what stands there stays, and a table that gets the number gets the board. */
export const spareBoardSchema = z.object({ number: z.number().int().positive(), boardId: z.string() })

export const stateSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  status: z.enum(['planned', 'open', 'closed']),
  templateId: z.string(),
  sessionId: z.string(),
  title: z.string(),
  place: z.string(),
  owner: z.string(),
  language: languageSchema,
  createdAt: z.number(),
  /** When the first phase is planned to start; the agenda's clock times follow from it. */
  startsAt: z.number(),
  joinCode: z.string(),
  openBoards: z.boolean(),
  /** Makes every seating reproducible. */
  seed: z.number().int(),
  session: sessionSchema,
  /** Index in `session.phases` of the current phase. */
  phaseIndex: z.number().int().nonnegative(),
  /** Null while the workshop waits for its first phase. */
  timer: timerSchema.nullable(),
  runs: z.array(runSchema),
  hallBoardId: z.string(),
  tables: z.array(tableSchema),
  /** In order, each number once, none that a table has. */
  spareBoards: z.array(spareBoardSchema).default([]),
  people: z.record(z.string(), personSchema),
  /** Who sat where, one entry for every round that began. */
  rounds: z.array(roundSchema),
  /** The moves to come, in their order; empty before any was planned. The one that is on comes first. */
  plan: z.array(plannedMoveSchema).default([]),
  /** Which person made a note. Here and nowhere else: documents, views and exports carry no author. */
  noteOwners: z.record(z.string(), z.string()),
  /** For the current or last vote. */
  votes: votesSchema,
  /** By phase: dots that were given in a vote which was undone. They count when that phase starts next. */
  undoneVotes: z.record(z.string(), votesSchema).default({}),
  votesRevealed: z.boolean(),
  /** By phase: votes that another one followed. */
  pastVotes: pastVotesSchema.default({}),
  /** In the order they were made. */
  themes: z.array(themeSchema).default([]),
  /** noteId → themes. Notes without any are not in it. */
  noteThemes: z.record(z.string(), z.array(z.string())).default({}),
  /** What undoes the last sortings, newest last; `id` is the `opId` of what is undone. */
  sortings: z
    .array(
      z.object({
        id: z.string(),
        notes: z.record(z.string(), z.object({ was: z.array(z.string()), is: z.array(z.string()) })),
        themes: z.array(
          z.object({ was: themeSchema.nullable(), is: themeSchema.nullable(), index: z.number().int() }),
        ),
        texts: z
          .object({
            themeId: z.string(),
            into: z.string(),
            was: z.object({ moved: z.string(), stayed: z.string() }),
            is: z.string(),
          })
          .nullable(),
        isFinal: z.boolean(),
      }),
    )
    .default([]),
  /** What organisers write around the notes. */
  report: reportSchema.default(noReport),
  /** phaseId → personId → ids from first to last. */
  orders: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  /** phaseId → personId → noteId → a number for each criterion, 0 for none. */
  scores: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.array(z.number().int()))))
    .default({}),
  /** phaseId → the start of the run whose orders were revealed. */
  ordersRevealed: z.record(z.string(), z.number()).default({}),
  /** By the id of their note; without members and maximum a group is not in it. */
  groups: z.record(z.string(), groupSchema).default({}),
  /** phaseId → personId → yes or no. */
  consents: z.record(z.string(), z.record(z.string(), z.boolean())).default({}),
  /** Notes that are held back, by id. */
  heldNotes: z.record(z.string(), heldNoteSchema).default({}),
  /** Whether the notes that the current phase held back have been shown. */
  notesShown: z.boolean().default(false),
  reports: z.record(z.string(), z.number().int()),
  /** Who reported a note (personId or `table:<n>`), so that each counts once. In no view. */
  reporters: z.record(z.string(), z.array(z.string())).default({}),
  /** noteId → personId → what they say about it. Notes without any are not in it; views have counts only. */
  reactions: z.record(z.string(), z.record(z.string(), z.enum(reactions))).default({}),
  boardsLocked: z.boolean(),
  /** Notes that were reported and looked at, with how many reports they had then: more bring them back. */
  keptNotes: z.record(z.string(), z.number().int()).default({}),
  broadcast: messageSchema.nullable(),
  /** By table: what was said to that table alone. */
  tableMessages: z.record(z.string(), messageSchema).default({}),
  /** Where the prompt of the last minutes does not go out: the whole evening, or in some phases. */
  prompts: z
    .object({ off: z.boolean(), offPhases: z.array(z.string()) })
    .default({ off: false, offPhases: [] }),
  /** Where everybody who has this board open was last asked to look. */
  gather: z.object({ boardId: z.string(), area: areaSchema, at: z.number() }).nullable().default(null),
  /** Null: nobody made one, and nobody needs to. */
  floorPlan: floorPlanSchema.nullable().default(null),
  /** By table: where it meets when the meeting is online. */
  meetingLinks: z.record(z.string(), z.string()).default({}),
  /** What was put up from elsewhere, in order, so that it can be taken back. */
  imports: z
    .array(
      z.object({
        id: z.string(),
        zone: z.string(),
        at: z.number(),
        takenBack: z.boolean(),
        noteIds: z.array(z.string()),
      }),
    )
    .default([]),
  /** When it was closed last; null while it is open, and where that was not kept yet. */
  closedAt: z.number().nullable().default(null),
  /** Until when addresses are kept; null: as long as is usual. */
  contactsUntil: z.number().nullable().default(null),
  /** What `undoPhase` goes back to, newest last. */
  undo: z.array(
    z.object({
      phaseIndex: z.number(),
      timer: timerSchema.nullable(),
      status: z.enum(['planned', 'open', 'closed']),
      at: z.number(),
      seats: z.record(z.string(), z.object({ table: z.number(), nextTable: z.number().nullable() })),
      roundCount: z.number(),
      runCount: z.number(),
      /** The end of the last of those runs. */
      endedAt: z.number().nullable(),
      /** Whether notes of the phase before had been shown, or were by the next one's start. */
      shown: z.boolean().default(false),
      /** Hosts whom those who stay relieved then. */
      handedOver: z.array(z.object({ table: z.number(), from: z.string(), to: z.string() })).default([]),
      /** What a vote that started then wiped away. */
      vote: z
        .object({
          votes: z.record(z.string(), z.record(z.string(), z.number())),
          revealed: z.boolean(),
          past: pastVotesSchema.default({}),
        })
        .nullable(),
    }),
  ),
})

export type WorkshopState = z.infer<typeof stateSchema>
export type Person = z.infer<typeof personSchema>
export type Table = z.infer<typeof tableSchema>
export type Timer = z.infer<typeof timerSchema>
export type Run = z.infer<typeof runSchema>
export type HeldNote = z.infer<typeof heldNoteSchema>
export type Undo = WorkshopState['undo'][number]
export type PlannedMove = z.infer<typeof plannedMoveSchema>
export type Group = z.infer<typeof groupSchema>
export type Round = z.infer<typeof roundSchema>
