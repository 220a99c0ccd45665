/** The report of an open workshop, as it is now, and the files it can be written as. */
import { buildReport, exportNames, type LinkedInput, type Report } from '@bordet/harvest'
import { z } from 'zod'
import { hallTimeZone } from '../hallTimeZone.ts'
import type { HarvestSource } from './harvestCache.ts'
import type { Desk } from '../workshops/desk.ts'
import type { Desks } from '../workshops/desks.ts'

export const harvestFormatSchema = z.enum([...exportNames, 'zip', 'memo'])

/** As files and mails need it. */
export function harvestSource(desk: Desk, now: number, desks: Pick<Desks, 'open'>): HarvestSource {
  return { id: desk.workshopId, edition: desk.edition, report: () => harvestReport(desk, now, desks) }
}

/** With the workshops that organisers linked where `desks` are given: files need them, headlines do not. */
export async function harvestReport(desk: Desk, now: number, desks?: Pick<Desks, 'open'>): Promise<Report> {
  const linked = desks ? await openLinked(desk, desks) : []
  return buildReport({ state: desk.state, boards: await desk.boards(), now, timeZone: hallTimeZone, linked })
}

/** What was deleted meanwhile, or cannot be opened, is left out. */
async function openLinked(desk: Desk, desks: Pick<Desks, 'open'>): Promise<LinkedInput[]> {
  const opened = desk.state.report.linked.map(async ({ workshopId, as }): Promise<LinkedInput[]> => {
    const other = await desks.open(workshopId).catch(() => null)
    return other ? [{ as, state: other.state, boards: await other.boards() }] : []
  })
  return (await Promise.all(opened)).flat()
}
