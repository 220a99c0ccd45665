/** Puts the HTTP side together: one fastify with the brakes, the headers, the problems, the routes and the pages. */
import type { Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import type { EncodeBoard, Rooms } from '@bordet/sync'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
} from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import type { Exporter } from '../export/exporter.ts'
import type { ExportJobs } from '../export/exportJobs.ts'
import type { KeyRing } from '../keyRing.ts'
import type { MailQueue } from '../mail/mailQueue.ts'
import type { Storage } from '../storage/storage.ts'
import type { Desks } from '../workshops/desks.ts'
import type { NoteIndexer } from '../workshops/noteIndexer.ts'
import type { Access } from './access.ts'
import { answerProblem, answerProblems } from './answerProblems.ts'
import { addBackupRoutes, mostBodyMs } from './backupRoutes.ts'
import { addBoardPictureRoutes } from './boardPictureRoutes.ts'
import { addContactRoutes } from './contactRoutes.ts'
import { cutDawdlers } from './cutDawdlers.ts'
import { addCrewRoutes } from './crewRoutes.ts'
import { addEventRoutes } from './eventRoutes.ts'
import { addGuidePage } from './guidePage.ts'
import { addHarvestRoutes } from './harvestRoutes.ts'
import { addHistoryRoutes } from './historyRoutes.ts'
import { addJoinRoute } from './joinRoute.ts'
import { addLetterRoutes } from './letterRoutes.ts'
import { addMailRoutes } from './mailRoutes.ts'
import { addMapImageRoutes } from './mapImageRoutes.ts'
import { addMemberRoutes } from './memberRoutes.ts'
import { describeApi } from './openApi.ts'
import { addOperationRoutes } from './operationRoutes.ts'
import { addPages } from './pages.ts'
import { addPhotoRoutes } from './photoRoutes.ts'
import { addPresenceRoutes } from './presenceRoutes.ts'
import { addPrintRoutes } from './printRoutes.ts'
import { addProgrammeRoutes } from './programmeRoutes.ts'
import { addReportRoutes } from './reportRoutes.ts'
import { addReadPage } from './readPage.ts'
import { refuseRaw } from './refuseRaw.ts'
import { addSearchRoutes } from './searchRoutes.ts'
import { addSeriesRoutes } from './seriesRoutes.ts'
import { sendSecurityHeaders } from './securityHeaders.ts'
import { addTemplateRoutes } from './templateRoutes.ts'
import { addUnsubscribePage } from './unsubscribePage.ts'
import { addWorkshopRoutes } from './workshopRoutes.ts'

export type App = FastifyInstance<
  HttpServer,
  RawRequestDefaultExpression<HttpServer>,
  RawReplyDefaultExpression<HttpServer>,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What routes work with. */
export interface Surroundings {
  config: Config
  version: string
  storage: Storage
  rooms: Rooms
  desks: Desks
  access: Access
  keyRing: KeyRing
  exporter: Exporter
  exportJobs: ExportJobs
  noteIndexer: NoteIndexer
  encodeBoard: EncodeBoard
  /** Null: no mail is sent. */
  mailQueue: MailQueue | null
  /** Known once the server listens. */
  publicUrl(): string
  now(): number
}

const bodyLimitBytes = 64 * 1024
const usualBodyMs = 30_000

export async function createApp(around: Surroundings): Promise<App> {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    // Nobody may hold a line open with half a request: bodies have less, see `cutDawdlers`.
    requestTimeout: mostBodyMs,
    // Programs that offer HTTP/2 send `Upgrade: h2c`; they are answered as usual.
    http: {
      headersTimeout: usualBodyMs,
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    // A reverse proxy on the same machine may say who is behind it; nobody else may.
    trustProxy: 'loopback',
    logger: { level: around.config.logLevel, redact: ['req.headers', 'headers'] },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
    clientErrorHandler: answerBrokenHttp,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  // Response schemas only describe: what handlers return is typed, and checking it again would cost every answer.
  app.setSerializerCompiler(() => JSON.stringify)
  app.removeContentTypeParser('text/plain')
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    request.log.debug({ method, route: routeOptions.url, status: reply.statusCode, ms: reply.elapsedTime })
  })
  cutDawdlers(app, usualBodyMs)
  answerProblems(app)
  await sendSecurityHeaders(app)
  await describeApi(app, around.version)
  const routes = [
    addOperationRoutes,
    addWorkshopRoutes,
    addTemplateRoutes,
    addProgrammeRoutes,
    addJoinRoute,
    addMemberRoutes,
    addEventRoutes,
    addPresenceRoutes,
    addCrewRoutes,
    addHarvestRoutes,
    addReportRoutes,
    addHistoryRoutes,
    addSeriesRoutes,
    addSearchRoutes,
    addContactRoutes,
    addMailRoutes,
    addLetterRoutes,
    addPrintRoutes,
    addReadPage,
  ]
  for (const add of routes) add(app, around)
  await addMapImageRoutes(app, around)
  await addPhotoRoutes(app, around)
  await addBoardPictureRoutes(app, around)
  await addBackupRoutes(app, around)
  await addUnsubscribePage(app, around)
  addGuidePage(app)
  const dist = (name: string) => join(import.meta.dirname, `../../../${name}/dist`)
  await addPages(app, { phone: dist('phone'), web: dist('web') })
  return app
}

/** For bytes that never became a request. */
function answerBrokenHttp(error: NodeJS.ErrnoException, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  refuseRaw(socket, error.code === 'HPE_HEADER_OVERFLOW' ? 'headersTooLarge' : 'malformedRequest')
}
