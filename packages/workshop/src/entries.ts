/**
 * What a workshop's log keeps: the commands as they were applied, with what came from outside the state written into
 * them, so that applying the log again gives the same state.
 */
import { z } from 'zod'
import { commandSchema, personName, tableNumber } from './commands.ts'

const joinSchema = z.object({
  opId: z.string(),
  type: z.literal('join'),
  personId: z.string().min(1).max(64),
  name: personName,
  /** From a table's QR code. */
  table: tableNumber.optional(),
})

/**
 * The boards of the tables that are added: a table that was there before gets its own back, for others the server
 * draws ids, since they must not be guessable.
 */
const setTablesSchema = z.object({
  opId: z.uuid(),
  type: z.literal('setTables'),
  count: tableNumber,
  boardIds: z.array(z.string()),
})

/** That an address was given or taken back, and by whom; never the address. */
const giveContactSchema = z.object({
  opId: z.uuid(),
  type: z.literal('giveContact'),
  personId: z.string().optional(),
})

/** The server's own: what was held back for a time is shown. */
const landNotesSchema = z.object({ opId: z.string(), type: z.literal('landNotes') })

const otherCommands = commandSchema.transform((command, context) => {
  if (command.type !== 'setTables' && command.type !== 'giveContact') return command
  context.addIssue('logged otherwise')
  return z.NEVER
})

/** `setTables` and `giveContact` stand before the commands: theirs would drop the ids, or keep the address. */
export const entrySchema = z.union([
  joinSchema,
  landNotesSchema,
  setTablesSchema,
  giveContactSchema,
  otherCommands,
])

export type Entry = z.infer<typeof entrySchema>
export type EntryType = Entry['type']
export type EntryByType = { [E in Entry as E['type']]: E }
