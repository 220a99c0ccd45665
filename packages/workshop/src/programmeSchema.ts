/** What the programme's editor may ask for. A field that is left out stays as it is. Rules [E…] of SPEC.md. */
import { z } from 'zod'
import { phaseSchema, zoneSchema } from './session.ts'

export const mostPhases = 60
export const mostZones = 60

const phase = phaseSchema.shape
const zone = zoneSchema.shape
const zoneIds = z.array(z.string().min(1).max(40)).max(mostZones)

/** An empty question or help takes it away. */
const phaseFields = {
  kind: phase.kind,
  name: z.string().trim().min(1).max(200),
  question: z.string().trim().max(500),
  help: z.string().trim().max(500),
  starters: z.array(z.string().trim().min(1).max(80)).max(20),
  minutes: phase.minutes,
  rotation: phase.rotation,
  noteMode: phase.noteMode,
  zones: zoneIds,
  votes: z.number().int().min(1).max(20),
  layer: z.string().max(80),
}
/** A `max` of null: as many notes as there is room for. */
const zoneFields = {
  scope: zone.scope,
  kind: zone.kind,
  title: z.string().trim().min(1).max(200),
  max: z.number().int().min(1).max(1000).nullable(),
  fields: zone.fields.unwrap(),
  choices: zone.choices.unwrap(),
  parts: zone.parts.unwrap(),
  layers: zone.layers.unwrap(),
  criteria: zone.criteria.unwrap(),
  color: zone.color,
  icon: z.string().max(40),
}

export const phaseEditSchema = z.object(phaseFields).partial()
export const zoneEditSchema = z.object(zoneFields).partial()
export const newPhaseSchema = phaseEditSchema.required({
  kind: true,
  name: true,
  starters: true,
  minutes: true,
  rotation: true,
  noteMode: true,
  zones: true,
})
export const newZoneSchema = zoneEditSchema.required({
  scope: true,
  kind: true,
  title: true,
  color: true,
  icon: true,
})

export type PhaseEdit = z.infer<typeof phaseEditSchema>
export type ZoneEdit = z.infer<typeof zoneEditSchema>
export type NewPhase = z.infer<typeof newPhaseSchema>
export type NewZone = z.infer<typeof newZoneSchema>
