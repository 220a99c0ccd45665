/** Sending the harvest to those who asked for it by e-mail, and what became of it. For the organiser alone. */
import { pickLanguage } from '@bordet/text'
import { mailReasons } from '@bordet/workshop'
import { z } from 'zod'
import { harvestFormatSchema } from '../export/harvestReport.ts'
import { hashKey, newId } from '../keys.ts'
import { encloseHarvest } from '../mail/encloseHarvest.ts'
import { findRecipients } from '../mail/recipients.ts'
import { MailingUnderWay, type MailingRow, type MailRow } from '../storage/storage.ts'
import type { Desk } from '../workshops/desk.ts'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { oneAtATime } from './oneAtATime.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'

const newMailing = z.object({
  opId: z.uuid().optional().describe('The same one again answers as before and sends nothing more.'),
  format: z
    .enum([...harvestFormatSchema.options, 'link'])
    .describe('What is attached, in each person’s language; link: nothing, the mail says where to read it.'),
  to: z
    .enum(['everybody', 'others'])
    .default('everybody')
    .describe(
      'others: only those who have not had it by an earlier mailing, and whom none is on its way to.',
    ),
  note: z
    .string()
    .trim()
    .max(2000)
    .default('')
    .describe('The organiser’s own words, in every mail as written.'),
})

const started = z.object({ id: z.string(), recipients: z.number().int() })
const reasonSchema = z.enum(mailReasons)

const mailingSchema = z.object({
  id: z.string(),
  at: z.number(),
  format: z.string(),
  queued: z.number().int(),
  sending: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int().describe('Those that are tried again included: theirs is a nextAt.'),
  later: z.number().int().describe('Those of the failed that are tried again by themselves.'),
  reasons: z.partialRecord(reasonSchema, z.number().int()).describe('How many failed for which reason.'),
  failures: z.array(
    z.object({
      contact: z.string().describe('Its id: the address is in the list of contacts, while it is there.'),
      reason: reasonSchema,
      smtpCode: z.number().int().nullable().describe('The mail server’s answer, such as 550.'),
      tries: z.number().int(),
      nextAt: z.number().nullable().describe('When it is tried again; null: not without being asked.'),
    }),
  ),
})

const recipientsSchema = z
  .object({
    everybody: z.number().int(),
    others: z.number().int().describe('Who have not had it.'),
    unsure: z.number().int().describe('Who may have had it, and are not among the others.'),
    waiting: z.number().int().describe('Who are tried again by itself, and are not among the others.'),
  })
  .describe('How many a mailing would go to now.')

export function addMailRoutes(app: App, around: Surroundings): void {
  const { access, storage, config, mailQueue, exporter, now } = around

  app.post(
    '/api/workshops/:id/mailing',
    {
      schema: {
        summary: 'Send the harvest to everybody who asked for it by e-mail',
        description: 'Goes on by itself, also after a restart; `mailings` tells how far it is.',
        security: wantsKey,
        params: workshopParams,
        body: newMailing,
        response: { 200: started.describe('It was asked for before'), 201: started, ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      if (!config.mail || !mailQueue) throw new Problem('mailOff')
      const { code, ...answer } = await make({ desk, ...request.body, from: config.mail.from.address })
      mailQueue.wake()
      return reply.code(code).send(answer)
    },
  )

  /** In turn, since files are written for it: of several at once the first is made, and the others cost nothing. */
  const make = oneAtATime(
    async ({
      desk,
      opId,
      format,
      to,
      note,
      from,
    }: z.infer<typeof newMailing> & { desk: Desk; from: string }) => {
      const { workshopId } = desk
      const id = opId === undefined ? newId() : hashKey(`${workshopId} ${opId}`).slice(0, 22)
      const before = await startedBefore(id, workshopId)
      if (before) return { code: 200, ...before } as const
      const row: MailingRow = { id, workshopId, at: now(), format, note }
      const { mails, languages } = await mailsFor(row, to, from)
      if (mails.length === 0) throw new Problem('nobodyAsked')
      if (await storage.isMailing(workshopId)) throw new Problem('mailingUnderWay')
      const matter = await encloseHarvest({ desk, exporter, now: row.at }, format, languages).catch(
        (cause: unknown) => {
          throw new Problem('exportFailed', { cause })
        },
      )
      try {
        await storage.commit({ mailing: { row, mails, matter } })
      } catch (error) {
        // Another process was first.
        throw error instanceof MailingUnderWay ? new Problem('mailingUnderWay') : error
      }
      return { code: 201, id, recipients: mails.length } as const
    },
  )

  app.get(
    '/api/workshops/:id/mailings',
    {
      schema: {
        summary: 'What became of the mails, newest mailing first',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z.object({
            mail: z.enum(['on', 'off']).describe('off: the server has no SMTP_URL and MAIL_FROM.'),
            mailings: z.array(mailingSchema),
            recipients: recipientsSchema,
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      reply.header('cache-control', 'no-store')
      const rows = await storage.listMailings(desk.workshopId)
      const mailings = await Promise.all(
        rows.map(async (row) => toMailing(row, await storage.listMails(row.id))),
      )
      const { everybody, others, unsure, waiting } = await recipientsOf(desk.workshopId)
      return {
        mail: config.mail ? ('on' as const) : ('off' as const),
        mailings,
        recipients: { everybody: everybody.length, others: others.length, unsure, waiting },
      }
    },
  )

  app.post(
    '/api/workshops/:id/mailings/:mailing/again',
    {
      schema: {
        summary: 'Try mails once more that were given up; those that may have been sent only when named',
        security: wantsKey,
        params: workshopParams.extend({ mailing: z.string().min(1).max(64) }),
        body: z.object({
          which: z
            .enum(['failed', 'unsure'])
            .default('failed')
            .describe('unsure: those that may have been sent, who may get a second one.'),
          contact: z.string().max(64).optional().describe('This one alone, whichever.'),
        }),
        response: { 200: z.object({ queued: z.number().int() }), ...anyProblem },
      },
    },
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- fastify, unlike express, awaits its handlers
    async (request) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      if (!mailQueue) throw new Problem('mailOff')
      const mailings = await storage.listMailings(desk.workshopId)
      if (!mailings.some(({ id }) => id === request.params.mailing)) throw new Problem('notFound')
      const { contact, which } = request.body
      const queued = await storage.retryMails(
        request.params.mailing,
        contact === undefined ? { given: which } : { contactId: contact },
        now(),
      )
      mailQueue.wake()
      return { queued }
    },
  )

  app.post(
    '/api/workshops/:id/mailings/:mailing/end',
    {
      schema: {
        summary: 'Give up those that failed and would be tried again, so that another mailing can be made',
        security: wantsKey,
        params: workshopParams.extend({ mailing: z.string().min(1).max(64) }),
        response: { 200: z.object({ ended: z.number().int() }), ...anyProblem },
      },
    },
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- fastify, unlike express, awaits its handlers
    async (request) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      const mailings = await storage.listMailings(desk.workshopId)
      if (!mailings.some(({ id }) => id === request.params.mailing)) throw new Problem('notFound')
      return { ended: await storage.giveUpMails(request.params.mailing, now()) }
    },
  )

  async function allMails(workshopId: string): Promise<MailRow[]> {
    const mailings = await storage.listMailings(workshopId)
    return (await Promise.all(mailings.map(({ id }) => storage.listMails(id)))).flat()
  }

  async function recipientsOf(workshopId: string) {
    return findRecipients(await storage.listContacts(workshopId, now()), await allMails(workshopId))
  }

  async function mailsFor({ id, workshopId, at }: MailingRow, to: 'everybody' | 'others', from: string) {
    const recipients = (await recipientsOf(workshopId))[to]
    const domain = from.slice(from.lastIndexOf('@') + 1)
    const mails = recipients.map(([contact, ...others]): MailRow => ({
      mailingId: id,
      contactId: contact.id,
      also: others.map((other) => other.id),
      messageId: `${hashKey(`${id} ${contact.id}`).slice(0, 22)}@${domain}`,
      unsubscribeHash: hashKey(around.keyRing.unsubscribe(workshopId, contact.id)),
      status: 'queued',
      tries: 0,
      changedAt: at,
      nextAt: at,
      reason: null,
      smtpCode: null,
    }))
    const languages = [...new Set(recipients.flat().map(({ language }) => pickLanguage([language])))]
    return { mails, languages }
  }

  async function startedBefore(id: string, workshopId: string): Promise<z.infer<typeof started> | null> {
    const mailings = await storage.listMailings(workshopId)
    if (!mailings.some((mailing) => mailing.id === id)) return null
    return { id, recipients: (await storage.listMails(id)).length }
  }
}

function toMailing({ id, at, format }: MailingRow, mails: readonly MailRow[]): z.infer<typeof mailingSchema> {
  const count = (status: MailRow['status']) => mails.filter((mail) => mail.status === status).length
  const failures = mails.flatMap(({ status, contactId, reason, smtpCode, tries, nextAt }) => {
    const why = reasonSchema.safeParse(reason).data
    return status === 'failed' && why !== undefined
      ? [{ contact: contactId, reason: why, smtpCode, tries, nextAt }]
      : []
  })
  const byReason = Map.groupBy(failures, ({ reason }) => reason)
  return {
    id,
    at,
    format,
    queued: count('queued'),
    sending: count('sending'),
    sent: count('sent'),
    failed: count('failed'),
    later: failures.filter(({ nextAt }) => nextAt !== null).length,
    reasons: Object.fromEntries([...byReason].map(([reason, their]) => [reason, their.length])),
    failures,
  }
}
