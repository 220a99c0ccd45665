/** The report of an open workshop, as it is now, and the files it can be written as. */
import { buildReport, exportNames, type Report } from '@bordet/harvest'
import { z } from 'zod'
import { hallTimeZone } from '../hallTimeZone.ts'
import type { HarvestSource } from './harvestCache.ts'
import type { Desk } from '../workshops/desk.ts'

export const harvestFormatSchema = z.enum([...exportNames, 'zip'])

export function harvestSource(desk: Desk, now: number): HarvestSource {
  return { id: desk.workshopId, edition: desk.edition, report: () => harvestReport(desk, now) }
}

export async function harvestReport(desk: Desk, now: number): Promise<Report> {
  return buildReport({ state: desk.state, boards: await desk.boards(), now, timeZone: hallTimeZone })
}
