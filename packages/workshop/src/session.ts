/**
 * What an evening consists of: phases in order and the zones that notes are put in. A workshop holds its session
 * in one language, made from a template when it is created; the organiser may then change it freely.
 */
import { languages } from '@bordet/text'
import { z } from 'zod'
import { phaseKinds, zoneKinds } from './kinds.ts'

export const languageSchema = z.enum(languages)
export const wordsSchema = z.object({ sv: z.string(), da: z.string(), nb: z.string(), en: z.string() })

export const rotations = ['none', 'scatter', 'home', 'other_town', 'mixed'] as const
export const zoneScopes = ['table', 'hall', 'programme'] as const
/** `open`, `hidden` until the facilitator reveals, or hidden for the first N minutes. */
export const noteModeSchema = z.union([
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('hiddenFirst'), minutes: z.number().int().positive() }),
])
export const noteColors = ['sky', 'sun', 'lilac', 'clay', 'leaf', 'rose', 'paper'] as const

/** A picture that this server keeps: pages never ask another for one. */
export const mapImageSchema = z.object({
  url: z.string().regex(/^\/images\/[\w-]{22}\.(?:png|jpg|webp)$/),
  width: z.number().int().positive().max(8_000),
  height: z.number().int().positive().max(8_000),
  /** What it shows, for whoever does not see it. */
  alt: z.string().max(300).optional(),
})

export const zoneSchema = z.object({
  id: z.string().min(1).max(40),
  scope: z.enum(zoneScopes),
  kind: z.enum(zoneKinds),
  title: z.string().min(1).max(200),
  /** The most notes the zone takes on one board. */
  max: z.number().int().positive().optional(),
  /** Names of a card's fields, in the order they are asked for: cards, tables, checklists, and the pins of maps. */
  fields: z.array(z.string().min(1).max(80)).max(20).optional(),
  /** For each of `fields` what one chooses from; an empty list is a field to write in. */
  choices: z
    .array(z.array(z.string().min(1).max(80)).max(12))
    .max(20)
    .optional(),
  /** What a note's `part` is one of: columns from the left, or the quadrants of a matrix in reading order. */
  parts: z.array(z.string().min(1).max(80)).max(4).optional(),
  /** What the pins of a map can be about; a pin's `part`. */
  layers: z.array(z.string().min(1).max(80)).max(12).optional(),
  /** What everybody gives a number for, in `scoring`. */
  criteria: z.array(z.string().min(1).max(120)).max(8).optional(),
  /** Of a map: what pins are put on. */
  image: mapImageSchema.optional(),
  /** Never the only sign: the icon and the title say the same. */
  color: z.enum(noteColors),
  /** A name from the look package's icons. */
  icon: z.string(),
})

export const phaseSchema = z.object({
  id: z.string().min(1).max(40),
  kind: z.enum(phaseKinds),
  name: z.string().min(1).max(200),
  question: z.string().max(500).optional(),
  help: z.string().max(500).optional(),
  starters: z.array(z.string().max(80)),
  minutes: z.number().int().min(1).max(600),
  /** How people move when this phase starts. */
  rotation: z.enum(rotations),
  noteMode: noteModeSchema,
  /** Ids of the zones that are open in this phase, in the order they are offered. */
  zones: z.array(z.string()),
  /** Dots per person, in a vote. */
  votes: z.number().int().positive().optional(),
  /** Of the layers of the phase's map, the one its pins belong to. */
  layer: z.string().optional(),
})

export const sessionSchema = z.object({
  phases: z.array(phaseSchema).min(1).max(60),
  zones: z.array(zoneSchema),
})

export type Zone = z.infer<typeof zoneSchema>
export type Phase = z.infer<typeof phaseSchema>
export type Session = z.infer<typeof sessionSchema>
export type PhaseKind = (typeof phaseKinds)[number]
export type ZoneKind = (typeof zoneKinds)[number]
export type Rotation = (typeof rotations)[number]
export type NoteColor = (typeof noteColors)[number]
