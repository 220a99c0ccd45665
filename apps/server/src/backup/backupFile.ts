/**
 * One workshop as one JSON file. It holds everything but contacts and access keys: neither an address nor anything that
 * opens a door stands in it, also not the `opId` of a join, from which the server would make that person's key again.
 * What it does hold is not for everybody: names, and in the states and the log of commands who wrote which note.
 *
 * Bytes are base64, each beside their SHA-256 (hex). The last member, `seal`, is the SHA-256 of all bytes of the file
 * before `,"seal":`: a file that was cut short, changed or only laid out anew is refused, so keep it as it is.
 */
import { createHash } from 'node:crypto'
import { stateSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import { boardPictureName, imageName, photoName } from '../http/pictures.ts'
import { actorSchema } from '../storage/actorSchema.ts'
import { markKinds } from '../storage/storage.ts'

/** The version goes up when an older program could not read the file right. */
export const backupFormat = { format: 'bordet-backup', version: 1 } as const

export const headSchema = z.object({
  format: z.literal(backupFormat.format),
  version: z.number().int().positive(),
})

const id = z.string().regex(/^[\w-]{1,64}$/)
const count = z.number().int().nonnegative()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const boardInFile = z.object({
  boardId: id,
  /** How many updates the board had taken. */
  seq: count,
  sha256: sha256.nullable(),
  /** A whole Yjs state, V1; null, as its hash, where the board could not be read any more. */
  state: z.string().nullable(),
})

/** A board as it stood when a phase ended, as `BoardMark` has it. */
export const markInFile = z.object({
  boardId: id,
  phaseId: z.string(),
  startedAt: count,
  at: count,
  kind: z.enum(markKinds),
  seq: count,
  sha256,
  /** A whole Yjs state, V1, in zlib's format (RFC 1950). */
  packed: z.string(),
})

/** A mark as people saw the board, as `BoardPicture` has it; bytes in base64. */
export const boardPictureInFile = z.object({
  boardId: id,
  phaseId: z.string(),
  startedAt: count,
  seq: count,
  noteIds: z.array(z.string()),
  hiddenIds: z.array(z.string()),
  width: count,
  height: count,
  svg: z.object({ name: boardPictureName, sha256, bytes: z.string() }),
  png: z.object({ name: boardPictureName, sha256, bytes: z.string() }),
})

export const pictureInFile = (name: z.ZodString) => z.object({ name, sha256, bytes: z.string() })

export const commandInFile = z.object({
  version: count,
  opId: z.string().min(1).max(64),
  actor: actorSchema,
  at: z.number().int(),
  command: z.looseObject({ opId: z.string(), type: z.string() }),
  answer: z.unknown(),
})

export const backupSchema = z.object({
  /** Epoch milliseconds. */
  writtenAt: z.number(),
  /** The version of the program that wrote it. */
  program: z.string(),
  /** What the workshop began with, or the oldest that was left of it … */
  first: stateSchema.refine((state) => id.safeParse(state.id).success && Number.isInteger(state.createdAt)),
  /** … and what it was when the file was written. */
  newest: stateSchema,
  /** All there were, in order, up to the newest state. */
  commands: z.array(commandInFile),
  boards: z.array(boardInFile),
  marks: z.array(markInFile),
  photos: z.array(pictureInFile(photoName)),
  images: z.array(pictureInFile(imageName)),
  /** Older files have none: they are drawn again from the marks. */
  boardPictures: z.array(boardPictureInFile).default([]),
})

export type BackupFile = z.infer<typeof backupSchema>
export type CommandInFile = z.infer<typeof commandInFile>

/** As `sha256sum` prints it. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
