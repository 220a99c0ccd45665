/** How a hall's floor plan is written down: what stands on which square of a grid. Rules [L…] of SPEC.md. */
import { z } from 'zod'

const square = { x: z.number().int().min(0).max(23), y: z.number().int().min(0).max(23) }

/** Squares count from 0 at the top left, the stage's wall by custom. `width` squares to the right belong to the thing. */
export const floorThingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), table: z.number().int().min(1).max(100), ...square }),
  z.object({
    kind: z.enum(['stage', 'door', 'coffee', 'window']),
    width: z.number().int().min(1).max(24),
    ...square,
  }),
])

export const floorPlanSchema = z.object({
  columns: z.number().int().min(2).max(24),
  rows: z.number().int().min(2).max(24),
  things: z.array(floorThingSchema).max(576),
})

export type FloorPlan = z.infer<typeof floorPlanSchema>
export type FloorThing = FloorPlan['things'][number]
export type FloorKind = FloorThing['kind']
