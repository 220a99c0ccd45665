/**
 * A programme: several workshops and interview rounds that belong together, under a name. Called a series in the code,
 * because what a workshop does minute by minute is its programme already.
 */
import { languageSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'

export const mostWorkshops = 100
export const mostQuotes = 2_000
export const longestQuote = 1_000

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
/** YYYY-MM-DD, a day that there is. */
export const daySchema = z
  .string()
  .regex(dayPattern)
  .refine((day) => new Date(`${day}T12:00:00Z`).toJSON()?.slice(0, 10) === day)

/** Names of texts that organisers write in a programme: `summary`, `shared`, or `place:` and the place. */
const textName = z.string().regex(/^(summary|shared|place:.{1,80})$/u)

export const seriesSchema = z.object({
  name: z.string().trim().min(1).max(120),
  owner: z.string().trim().max(120).default(''),
  /** Of the report, and mostly of the notes. */
  language: languageSchema,
  workshops: z.array(z.string().min(1).max(64)).max(mostWorkshops),
  texts: z.record(textName, z.string().max(5_000)).default({}),
})
export type Series = z.infer<typeof seriesSchema>

export const quoteSchema = z.object({
  id: z.string().min(1).max(64),
  text: z.string().trim().min(1).max(longestQuote),
  place: z.string().trim().min(1).max(80),
  heldOn: daySchema,
  /** Who was asked, as a kind and never as a name: ambassador, shopkeeper, partner. */
  source: z.string().trim().max(120),
  themes: z.array(z.string().trim().min(1).max(120)).max(3).default([]),
})

export const interviewsSchema = z.object({
  source: z.string().trim().min(1).max(120).describe('What the round is called: who asked, and when.'),
  place: z
    .string()
    .trim()
    .max(80)
    .default('')
    .describe('Where all of it was said; empty for several places.'),
  heldOn: daySchema.describe('The first day.'),
  quotes: z.array(quoteSchema).min(1).max(mostQuotes),
})
export type Interviews = z.infer<typeof interviewsSchema>
