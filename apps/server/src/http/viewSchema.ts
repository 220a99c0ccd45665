/** Describes the state for the OpenAPI document; the compiler holds it against what the engine makes. */
import { reactions } from '@bordet/workshop'
import { languageSchema, roles, zoneSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'

/** More keys than those named may come. */
const open = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).meta({ additionalProperties: true })

const epochMs = z.number().describe('Epoch milliseconds on the server’s clock.')

export const noteViewSchema = open({
  id: z.string(),
  zone: z.string(),
  phase: z.string(),
  table: z.number().int().describe('0 is the hall.'),
  text: z.string(),
  at: epochMs,
  via: z.enum(['phone', 'board', 'paper']),
  mine: z.boolean(),
  part: z.string().optional().describe('The column, quadrant or layer it stands in.'),
  pin: z.tuple([z.number(), z.number()]).readonly().optional().describe('On a map, in percent.'),
  photoId: z.string().optional().describe('At `photos/<id>` of the workshop.'),
  reactions: z.partialRecord(z.enum(reactions), z.number().int()).optional(),
  reacted: z.enum(reactions).optional().describe('What this member says about it.'),
  held: z.literal(true).optional().describe('Only its writer sees it so far.'),
})

const phaseViewSchema = open({
  id: z.string(),
  index: z.number().int(),
  kind: z.string(),
  name: z.string(),
  question: z.string().optional(),
  status: z.enum(['waiting', 'running', 'paused', 'over']),
  startedAt: epochMs.nullable(),
  durationMs: z.number(),
  pausedAt: epochMs.nullable(),
  endsAt: epochMs.nullable().describe('Null while waiting or paused.'),
  zones: z.array(zoneSchema),
  holding: z.object({ until: epochMs.nullable() }).nullable().describe('While notes are held back.'),
})

const tableViewSchema = open({
  number: z.number().int(),
  host: z.string().nullable().describe('The host’s person id.'),
  people: z.number().int(),
  notes: z.number().int(),
  heldNotes: z.number().int().describe('Notes that nobody but their writers sees yet.'),
})

const meSchema = open({
  personId: z.string().nullable(),
  role: z.enum(roles),
  table: z.number().int().nullable(),
  nextTable: z.number().int().nullable(),
  may: z.array(z.string()).describe('Commands that would not be refused for role or moment.'),
})

export const viewSchema = open({
  id: z.string(),
  version: z.number().int(),
  serverTime: epochMs,
  status: z.enum(['planned', 'open', 'closed']),
  title: z.string(),
  place: z.string(),
  language: languageSchema,
  joinCode: z.string(),
  joinUrl: z.string(),
  startsAt: epochMs,
  contactsUntil: epochMs,
  phase: phaseViewSchema,
  tables: z.array(tableViewSchema),
  peopleCount: z.number().int(),
  hallNotes: z.number().int(),
  me: meSchema,
  notes: z.array(noteViewSchema),
})
