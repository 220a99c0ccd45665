/** Where a mail or a letter leads: the harvest in short, the whole report, and files, for whoever has its address. */
import { digestOf } from '@bordet/harvest'
import { languages } from '@bordet/text'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { createHarvestCache } from '../export/harvestCache.ts'
import { harvestSource } from '../export/harvestReport.ts'
import { hashKey, readShortKey } from '../keys.ts'
import { loadMailWords } from '../mail/mailWords.ts'
import type { Desk } from '../workshops/desk.ts'
import { acceptedLanguage } from './acceptedLanguage.ts'
import type { App, Surroundings } from './app.ts'
import { Problem } from './problem.ts'
import { readPageHtml } from './readPageHtml.ts'
import { sendFile } from './sendFile.ts'
import { createTokenBuckets } from './throttle.ts'

const params = z.object({ code: z.string().max(20), key: z.string().max(40) })
const query = z.object({ lang: z.enum(languages).optional() })

/** What is offered, in this order; json and csv are for programs, with everything in one zip for the organiser. */
const offered = { pdf: 'filePdf', docx: 'fileDocx', xlsx: 'fileXlsx', md: 'fileMd' } as const
const offeredSchema = z.enum(['html', 'pdf', 'docx', 'xlsx', 'md'])
/** A report is read here and now. What it holds was written by strangers: nothing in it may run or lead elsewhere. */
const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
/** For each address: a whole office may sit behind one. */
const visits = { burst: 120, perSecond: 2 } as const

export function addReadPage(app: App, { storage, desks, keyRing, exporter, now }: Surroundings): void {
  /** Null where the address is wrong. */
  const find = async (
    request: FastifyRequest,
    { code, key }: z.infer<typeof params>,
  ): Promise<Desk | null> => {
    const retryAfterMs = mayLook(request.ip, now())
    if (retryAfterMs > 0) throw new Problem('tooMany', { retryAfterMs })
    const workshopId = await storage.workshopIdByJoinCode(code)
    if (workshopId === null) return null
    const isRight = hashKey(readShortKey(key)) === hashKey(readShortKey(keyRing.reader(workshopId)))
    return isRight ? desks.open(workshopId) : null
  }
  const cache = createHarvestCache(exporter)
  const mayLook = createTokenBuckets(visits.burst, visits.perSecond)
  const languageFor = (request: FastifyRequest, lang: z.infer<typeof query>['lang']) =>
    lang ?? acceptedLanguage(request)

  app.get('/r/:code/:key', { schema: { hide: true, params, querystring: query } }, async (request, reply) => {
    const desk = await find(request, request.params)
    if (!desk) return reply.callNotFound()
    const language = languageFor(request, request.query.lang)
    const say = await loadMailWords(language)
    const report = await cache.report(harvestSource(desk, now(), desks))
    const { code, key } = request.params
    const here = `/r/${code}/${encodeURIComponent(key)}`
    const page = readPageHtml({
      say,
      digest: await digestOf(report, language),
      reportHref: `${here}/html?lang=${language}`,
      files: Object.entries(offered).map(([format, name]) => ({
        name: say(name),
        href: `${here}/${format}?lang=${language}`,
      })),
      hrefIn: (other) => `${here}?lang=${other}`,
    })
    return reply
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(page)
  })

  const fileParams = params.extend({ format: offeredSchema })
  app.get(
    '/r/:code/:key/:format',
    { schema: { hide: true, params: fileParams, querystring: query } },
    async (request, reply) => {
      const desk = await find(request, request.params)
      if (!desk) return reply.callNotFound()
      const language = languageFor(request, request.query.lang)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const { format } = request.params
      const writing = cache.file(harvestSource(desk, now(), desks), format, language, gone.signal)
      if (format === 'html') reply.header('content-security-policy', reportPolicy)
      return sendFile(reply, writing, format === 'html' ? 'inline' : 'attachment')
    },
  )
}
