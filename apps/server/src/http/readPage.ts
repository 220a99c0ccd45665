/** Where a mail or a letter leads: the harvest in short and as files, for whoever has its address. */
import { hasMemo, headlinesOf } from '@bordet/harvest'
import { languages } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import { hashKey, readShortKey } from '../keys.ts'
import { loadMailWords } from '../mail/mailWords.ts'
import type { Desk } from '../workshops/desk.ts'
import { acceptedLanguage } from './acceptedLanguage.ts'
import type { App, Surroundings } from './app.ts'
import { plainPage } from './plainPage.ts'
import { sendFile } from './sendFile.ts'

const params = z.object({ code: z.string().max(20), key: z.string().max(40) })
const query = z.object({ lang: z.enum(languages).optional() })

/** What is offered, in this order, as far as the exporter writes it; json and csv are for programs. */
const offered = { pdf: 'filePdf', docx: 'fileDocx', xlsx: 'fileXlsx', md: 'fileMd' } as const

export function addReadPage(app: App, { storage, desks, keyRing, exporter, now }: Surroundings): void {
  /** Null where the address is wrong. */
  const find = async ({ code, key }: z.infer<typeof params>): Promise<Desk | null> => {
    const workshopId = await storage.workshopIdByJoinCode(code)
    if (workshopId === null) return null
    const isRight = hashKey(readShortKey(key)) === hashKey(readShortKey(keyRing.reader(workshopId)))
    return isRight ? desks.open(workshopId) : null
  }
  const languageFor = (request: FastifyRequest, lang: z.infer<typeof query>['lang']) =>
    lang ?? acceptedLanguage(request)

  app.get('/r/:code/:key', { schema: { hide: true, params, querystring: query } }, async (request, reply) => {
    const desk = await find(request.params)
    if (!desk) return reply.callNotFound()
    const language = languageFor(request, request.query.lang)
    const say = await loadMailWords(language)
    const report = await harvestReport(desk, now())
    const { facts, top } = await headlinesOf(report, language)
    const { code, key } = request.params
    const entry = (text: string) => `<li>${escapeMarkup(text)}</li>`
    const files = Object.entries(offered).flatMap(([format, name]) =>
      harvestFormatSchema.safeParse(format).success
        ? `<li><a href="/r/${code}/${encodeURIComponent(key)}/${format}?lang=${language}">${escapeMarkup(say(name))}</a></li>`
        : [],
    )
    const body =
      `<ul>${facts.map(([label, value]) => entry(`${label}: ${value}`)).join('')}</ul>` +
      (top.length === 0
        ? ''
        : `<h2>${escapeMarkup(say('topTitle'))}</h2><ul>` +
          `${top.map(({ text, dots }) => entry(`${text} – ${say('dotCount', { n: dots })}`)).join('')}</ul>`) +
      `<h2>${escapeMarkup(say('files'))}</h2><ul>${files.join('')}</ul>`
    return reply
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(plainPage({ language, title: say('subject', { title: report.title }), body }))
  })

  const fileParams = params.extend({ format: harvestFormatSchema })
  app.get(
    '/r/:code/:key/:format',
    { schema: { hide: true, params: fileParams, querystring: query } },
    async (request, reply) => {
      const desk = await find(request.params)
      const { format } = request.params
      if (!desk || (format === 'memo' && !hasMemo(desk.state.templateId))) return reply.callNotFound()
      const language = languageFor(request, request.query.lang)
      return sendFile(reply, exporter.write(await harvestReport(desk, now(), desks), format, language))
    },
  )
}
