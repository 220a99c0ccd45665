/** The harvest in short for those who asked for it by post: letters to print, for the organiser alone. */
import { digestOf } from '@bordet/harvest'
import { pickLanguage } from '@bordet/text'
import { z } from 'zod'
import { harvestReport } from '../export/harvestReport.ts'
import type { App, Surroundings } from './app.ts'
import { hallTimeZone } from '../hallTimeZone.ts'
import { readUrlOf } from '../links.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sendFile } from './sendFile.ts'

export function addLetterRoutes(app: App, around: Surroundings): void {
  const { access, desks, storage, exporter, keyRing, publicUrl, now } = around
  app.get(
    '/api/workshops/:id/letters',
    {
      schema: {
        summary: 'A letter to everybody who asked for the harvest by post, as one tagged PDF',
        description: 'A4, for Nordic window envelopes (E65, C65, C5, EC4), to be printed on one side.',
        security: wantsKey,
        params: workshopParams,
        querystring: z.object({
          size: z.enum(['normal', 'large']).default('normal').describe('large: 18 points or more.'),
          with: z
            .enum(['nothing', 'report'])
            .default('nothing')
            .describe('report: all of it behind each letter, in the reader’s language.'),
        }),
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      const contacts = await storage.listContacts(desk.workshopId, now())
      const recipients = contacts.flatMap(({ postal, language, deleteAt }) =>
        postal === null || deleteAt <= now()
          ? []
          : [{ postal, language: pickLanguage([language]), deleteAt }],
      )
      if (recipients.length === 0) throw new Problem('nobodyAsked')
      const report = await harvestReport(desk, now(), desks)
      const languages = [...new Set(recipients.map(({ language }) => language))]
      const stories = languages.map(async (language) => [language, await digestOf(report, language)] as const)
      const { title, place, owner, heldOn, language } = report
      const input = {
        size: request.query.size,
        title,
        place,
        owner,
        heldOn,
        language,
        readUrl: readUrlOf(publicUrl(), keyRing, desk.state),
        timeZone: hallTimeZone,
        madeAt: now(),
        recipients,
        storyIn: Object.fromEntries(await Promise.all(stories)),
      }
      const letters = exporter.letters(input, request.query.with === 'report' ? report : null)
      return sendFile(reply, letters)
    },
  )
}
