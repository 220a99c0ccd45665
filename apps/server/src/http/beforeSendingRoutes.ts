/** What the organiser looks at before the harvest goes out: notes to think about, gaps, the mail as it will be, and a test mail. */
import { digestOf, zonesToWriteAbout, type Report } from '@bordet/harvest'
import { languages, type Language } from '@bordet/text'
import { emailPattern, findNames, findRisks, mailReasons } from '@bordet/workshop'
import { contactsUntil } from '@bordet/workshop/engine'
import { z } from 'zod'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import { newId } from '../keys.ts'
import { loadMailWords } from '../mail/mailWords.ts'
import { createSmtpMailer } from '../mail/smtpMailer.ts'
import { writeMail } from '../mail/writeMail.ts'
import type { Desk } from '../workshops/desk.ts'
import type { App, Surroundings } from './app.ts'
import { hallTimeZone } from '../hallTimeZone.ts'
import { readUrlOf, unsubscribeUrlOf } from '../links.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { createTokenBuckets } from './throttle.ts'

const risky = z.object({
  noteId: z.string(),
  text: z.string(),
  table: z.number().int().describe('0 is the hall.'),
  reports: z.number().int().describe('How many asked to have it looked at.'),
  quoted: z.boolean().describe('Whether the report quotes it.'),
  risks: z.array(
    z.object({
      kind: z.enum(['identity', 'email', 'phone', 'insult', 'name']),
      from: z.number().int(),
      to: z.number().int(),
    }),
  ),
})

const draftMail = z.object({
  format: z.enum([...harvestFormatSchema.options, 'link']),
  note: z.string().trim().max(2000).default('').describe('The organiser’s own words.'),
  language: z.enum(languages),
})

/** Test mails: a few at once, then one in two minutes; each workshop by itself. */
const testsAtOnce = 5
const testsPerSecond = 1 / 120

export function addBeforeSendingRoutes(app: App, around: Surroundings): void {
  const { access, storage, config, exporter, keyRing, publicUrl, now } = around
  const brake = createTokenBuckets(testsAtOnce, testsPerSecond)

  app.get(
    '/api/workshops/:id/before-sending',
    {
      schema: {
        summary: 'What to look at before the harvest is sent or published',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z.object({
            notes: z
              .array(risky)
              .describe('Those that seem to name somebody or were reported, not kept yet.'),
            hasSummary: z.boolean(),
            unanswered: z.number().int().describe('Questions to the municipality without an answer.'),
            unsorted: z.number().int().describe('Notes without a theme.'),
            all: z.number().int().describe('How many notes the report has.'),
            isClosed: z.boolean(),
            byEmail: z.number().int(),
            byPost: z.number().int(),
            languages: z.array(z.enum(languages)).describe('Of those who get a mail; the workshop’s first.'),
            readUrl: z.string().describe('Where participants read it.'),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      reply.header('cache-control', 'no-store')
      const report = await harvestReport(desk, now())
      const contacts = await storage.listContacts(desk.workshopId, now())
      const byEmail = contacts.filter(({ email }) => email !== null)
      const read = new Set<string>(byEmail.map(({ language }) => language))
      const { language } = desk.state
      return {
        notes: riskyNotes(desk, report),
        ...gapsOf(report),
        isClosed: desk.state.status === 'closed',
        byEmail: byEmail.length,
        byPost: contacts.filter(({ postal }) => postal !== null).length,
        languages: [language, ...languages.filter((one) => one !== language && read.has(one))],
        readUrl: readUrlOf(publicUrl(), keyRing, desk.state),
      }
    },
  )

  app.post(
    '/api/workshops/:id/mailing/preview',
    {
      schema: {
        summary: 'The mail as it would be sent now',
        security: wantsKey,
        params: workshopParams,
        body: draftMail,
        response: {
          200: z.object({
            subject: z.string(),
            html: z.string().describe('Not to be run: show it in a frame without scripts.'),
            text: z.string(),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      reply.header('cache-control', 'no-store')
      const report = await harvestReport(desk, now())
      const unsubscribeUrl = unsubscribeUrlOf(publicUrl(), keyRing, desk.workshopId, 'preview')
      return write(desk, report, request.body, { until: contactsUntil(desk.state), unsubscribeUrl })
    },
  )

  app.post(
    '/api/workshops/:id/mailing/test',
    {
      schema: {
        summary: 'Send the mail to one address to see it there; the address is not kept',
        security: wantsKey,
        params: workshopParams,
        body: draftMail.extend({ to: z.string().trim().max(254).regex(emailPattern) }),
        response: {
          200: z.object({
            result: z.enum(['sent', 'failed']),
            reason: z.enum(mailReasons).nullable().describe('Why it failed.'),
            smtpCode: z.number().int().nullable(),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      reply.header('cache-control', 'no-store')
      if (!config.mail) throw new Problem('mailOff')
      const waitMs = brake(desk.workshopId, now())
      if (waitMs > 0) throw new Problem('tooMany', { retryAfterMs: waitMs })
      const { to, format, language } = request.body
      const report = await harvestReport(desk, now())
      const attachment =
        format === 'link'
          ? null
          : await exporter.write(report, format, language).catch((cause: unknown) => {
              throw new Problem('exportFailed', { cause })
            })
      // A connection of its own: what the queue has under way goes on.
      const mailer = createSmtpMailer(config.mail)
      const handover = await mailer.send(
        {
          ...(await write(desk, report, request.body, null)),
          messageId: `${newId()}@${config.mail.from.address.split('@').at(-1)}`,
          to,
          language,
          unsubscribeUrl: null,
          attachment,
          at: now(),
        },
        async () => {},
      )
      mailer.rest()
      switch (handover.result) {
        case 'accepted':
          return { result: 'sent' as const, reason: null, smtpCode: null }
        case 'unsure':
          return { result: 'failed' as const, reason: 'unsure' as const, smtpCode: null }
        case 'refused':
          return { result: 'failed' as const, reason: handover.reason, smtpCode: handover.smtpCode }
        default:
          return handover satisfies never
      }
    },
  )

  async function write(
    desk: Desk,
    report: Report,
    { format, note, language }: { format: string; note: string; language: Language },
    kept: Parameters<typeof writeMail>[0]['kept'],
  ) {
    return writeMail({
      say: await loadMailWords(language),
      digest: await digestOf(report, language),
      note,
      timeZone: hallTimeZone,
      readUrl: format === 'link' ? readUrlOf(publicUrl(), keyRing, desk.state) : null,
      kept,
    })
  }
}

/** Quoted ones first: those are read by everybody. */
function riskyNotes(desk: Desk, report: Report): z.infer<typeof risky>[] {
  const { language, reports, keptNotes } = desk.state
  const noted = report.questions.flatMap(({ zones }) => zones.flatMap(({ notes }) => notes))
  return noted
    .map(({ id, text, table, quote }) => {
      const found = findRisks(text, language)
      const names = findNames(text)
        .filter((name) => !found.some((other) => name.from < other.to && other.from < name.to))
        .map((name) => ({ kind: 'name' as const, ...name }))
      const risks = [...found, ...names].sort((a, b) => a.from - b.from)
      return { noteId: id, text, table, quoted: quote, reports: reports[id] ?? 0, risks }
    })
    .filter(({ noteId, reports: count, risks }) => {
      const kept = keptNotes[noteId]
      return kept === undefined ? count > 0 || risks.length > 0 : count > kept
    })
    .sort((a, b) => Number(b.quoted) - Number(a.quoted))
}

function gapsOf(report: Report) {
  const zones = report.questions.flatMap((question) => question.zones)
  const notes = zones.flatMap((zone) => zone.notes)
  const { asking } = zonesToWriteAbout(report.templateId)
  const asked = zones
    .filter(({ zoneId }) => zoneId !== null && asking.has(zoneId))
    .flatMap((zone) => zone.notes)
  return {
    hasSummary: (report.texts['headInShort'] ?? '').trim() !== '',
    unanswered: asked.filter(({ id }) => (report.answers[id]?.text ?? '').trim() === '').length,
    unsorted: notes.filter(({ themes }) => themes.length === 0).length,
    all: notes.length,
  }
}
