/** Where a mail or a letter leads: the harvest in short, the whole report, and files, for whoever has its address. */
import { digestOf } from '@bordet/harvest'
import { languages } from '@bordet/text'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import { hashKey, readShortKey } from '../keys.ts'
import { loadMailWords } from '../mail/mailWords.ts'
import type { Desk } from '../workshops/desk.ts'
import { acceptedLanguage } from './acceptedLanguage.ts'
import type { App, Surroundings } from './app.ts'
import { readPageHtml } from './readPageHtml.ts'
import { sendFile } from './sendFile.ts'

const params = z.object({ code: z.string().max(20), key: z.string().max(40) })
const query = z.object({ lang: z.enum(languages).optional() })

/** What is offered, in this order, as far as the exporter writes it; json and csv are for programs. */
const offered = { pdf: 'filePdf', docx: 'fileDocx', xlsx: 'fileXlsx', md: 'fileMd' } as const

const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

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
    const { code, key } = request.params
    const here = `/r/${code}/${encodeURIComponent(key)}`
    const page = readPageHtml({
      say,
      digest: await digestOf(report, language),
      reportHref: `${here}/html?lang=${language}`,
      files: Object.entries(offered).flatMap(([format, name]) =>
        harvestFormatSchema.safeParse(format).success
          ? [{ name: say(name), href: `${here}/${format}?lang=${language}` }]
          : [],
      ),
      hrefIn: (other) => `${here}?lang=${other}`,
    })
    return reply
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(page)
  })

  const fileParams = params.extend({ format: harvestFormatSchema })
  app.get(
    '/r/:code/:key/:format',
    { schema: { hide: true, params: fileParams, querystring: query } },
    async (request, reply) => {
      const desk = await find(request.params)
      if (!desk) return reply.callNotFound()
      const language = languageFor(request, request.query.lang)
      const { format } = request.params
      const writing = exporter.write(await harvestReport(desk, now()), format, language)
      // A page is read here and now; what it holds was written by strangers, so nothing in it may run or lead elsewhere.
      if (format === 'html') reply.header('content-security-policy', reportPolicy)
      return sendFile(reply, writing, format === 'html' ? 'inline' : 'attachment')
    },
  )
}
