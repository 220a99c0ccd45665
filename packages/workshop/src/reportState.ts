/**
 * What organisers write into the report: texts, answers, tables and chosen quotes. Part of the state, so that it is
 * saved, merged and replayed like everything else; the notes themselves are not in it.
 */
import { z } from 'zod'
import { linkKinds } from './kinds.ts'

/** Of one text of the report; what merging would make longer is refused. */
export const mostTextLetters = 8_000
/** One text of the report: paragraphs with line breaks between them. */
export const reportText = z.string().trim().max(mostTextLetters)
/** As it is kept: logs from before merging had a limit may make longer ones, and must be possible to read. */
export const keptText = z.string().trim().max(40_000)
export const mostCellLetters = 1_000
export const cell = z.string().trim().max(mostCellLetters)

/** More conclusions, and more workshops in one report, than anybody reads. */
export const mostClaimQuotes = 2_000
export const mostLinks = 40

export const linkSchema = z.object({ workshopId: z.string().min(1).max(64), as: z.enum(linkKinds) })

const rowSchema = z.object({ id: z.string().min(1).max(64), cells: z.record(z.string(), cell) })
export type ReportRow = z.infer<typeof rowSchema>

/** More than anybody reads. */
export const mostReportRows = 300
export const mostReportTexts = 100
export const mostQuotes = 2_000

export const reportSchema = z.object({
  /** `summary`, `theme:<id>` and whatever the method's report has; by name. */
  texts: z.record(z.string().min(1).max(64), keptText),
  /** By note. */
  answers: z.record(z.string().min(1).max(64), z.object({ text: reportText, responsible: cell, due: cell })),
  rows: z.object({
    actions: z.array(rowSchema).max(mostReportRows),
    promises: z.array(rowSchema).max(mostReportRows),
    groups: z.array(rowSchema).max(mostReportRows),
    plan: z.array(rowSchema).max(mostReportRows).default([]),
    noteFacts: z.array(rowSchema).max(mostReportRows).default([]),
    claims: z.array(rowSchema).max(mostReportRows).default([]),
    heard: z.array(rowSchema).max(mostReportRows).default([]),
    asks: z.array(rowSchema).max(mostReportRows).default([]),
    approval: z.array(rowSchema).max(1).default([]),
    meeting: z.array(rowSchema).max(1).default([]),
  }),
  /** Notes that are quoted, in the order they were chosen. */
  quotes: z.array(z.string().min(1).max(64)).max(mostQuotes),
  /** Notes that speak for or against a conclusion; `claimId` is a note or a row of `claims`. */
  claimQuotes: z
    .array(
      z.object({
        claimId: z.string().min(1).max(64),
        noteId: z.string().min(1).max(64),
        side: z.enum(['for', 'against']),
      }),
    )
    .max(mostClaimQuotes)
    .default([]),
  /** Other workshops of this server that the report draws on. */
  linked: z.array(linkSchema).max(mostLinks).default([]),
})
export type WrittenReport = z.infer<typeof reportSchema>

export const noReport: WrittenReport = {
  texts: {},
  answers: {},
  rows: {
    actions: [],
    promises: [],
    groups: [],
    plan: [],
    noteFacts: [],
    claims: [],
    heard: [],
    asks: [],
    approval: [],
    meeting: [],
  },
  quotes: [],
  claimQuotes: [],
  linked: [],
}
