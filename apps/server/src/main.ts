/** The composition root: the only place that knows which storage, clock and network everything else works with. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRooms, nobodyElse } from '@bordet/sync'
import serverPackage from '../package.json' with { type: 'json' }
import { readConfig, type Config } from './config.ts'
import { createExporter } from './export/exporter.ts'
import { createExportJobs } from './export/exportJobs.ts'
import { giveMemoryBack } from './giveMemoryBack.ts'
import { greet, lanAddress } from './greeting.ts'
import { createAccess } from './http/access.ts'
import { createApp } from './http/app.ts'
import { mayUseOrigin } from './http/mayUseOrigin.ts'
import { createKeyRing } from './keyRing.ts'
import { readOrMakeSecret } from './keys.ts'
import { createComposer } from './mail/composeMail.ts'
import { createMailQueue } from './mail/mailQueue.ts'
import { createSmtpMailer } from './mail/smtpMailer.ts'
import { startFailure } from './startFailure.ts'
import { keepStatesReadable } from './storage/keepStatesReadable.ts'
import { openSqlite } from './storage/sqlite.ts'
import { createBoardEncoder } from './sync/boardEncoder.ts'
import { attachSyncRoute } from './sync/syncRoute.ts'
import { systemClock } from './sync/systemClock.ts'
import { createBoardAuthoriser } from './workshops/boardAccess.ts'
import { createDesks } from './workshops/desks.ts'
import { createNoteIndexer } from './workshops/noteIndexer.ts'
import { sweepContacts } from './workshops/sweepContacts.ts'

export interface RunningServer {
  /** How other devices reach it, without PUBLIC_URL. */
  address: string
  publicUrl: string
  organiserKey: string
  /** Saves what is on its way, then closes everything. */
  close(): Promise<void>
}

/** How long requests that are under way may take once the server stops. */
const dawdleMs = 1500

export async function startServer(config: Config): Promise<RunningServer> {
  const { dataDir } = config
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const organiserKey = config.organiserKey ?? readOrMakeSecret(dataDir, 'organiser-key')
  const keyRing = createKeyRing(readOrMakeSecret(dataDir, 'server-secret'))
  let address = ''
  const publicUrl = () => config.publicUrl ?? address
  const now = () => Date.now()

  const log = (event: string, facts: object) => app.log.info(facts, event)
  const storage = keepStatesReadable(openSqlite(join(dataDir, 'bordet.sqlite')), log)
  const relay = nobodyElse
  const encoder = createBoardEncoder()
  const rooms = createRooms({ storage, clock: systemClock, relay, encodeBoard: encoder.encode, log })
  const stopGiving = giveMemoryBack(() => rooms.count())
  const joinUrl = (code: string) => `${publicUrl()}/j/${code}`
  const desks = createDesks({ storage, rooms, relay, encodeBoard: encoder.encode, now, joinUrl, log })
  const stopSweeping = sweepContacts({ storage, now, uptimeMs: () => performance.now(), log })
  const access = createAccess({ storage, desks, organiserKey })
  const exporter = createExporter({ dataDir })
  const exportJobs = createExportJobs({ clock: systemClock, log })
  const noteIndexer = createNoteIndexer({ storage, desks, now, log })
  const mailQueue =
    config.mail &&
    createMailQueue({
      storage,
      mailer: createSmtpMailer(config.mail),
      compose: createComposer({ desks, exporter, keyRing, publicUrl, now }),
      clock: systemClock,
      now,
      log,
    })
  const { version } = serverPackage
  const app = await createApp({
    config,
    version,
    storage,
    rooms,
    desks,
    access,
    keyRing,
    exporter,
    exportJobs,
    noteIndexer,
    encodeBoard: encoder.encode,
    mailQueue,
    publicUrl,
    now,
  })
  const sync = attachSyncRoute({
    server: app.server,
    rooms,
    mayUseOrigin: (origin, host) => mayUseOrigin(origin, host, publicUrl()),
    authorise: createBoardAuthoriser({ storage, access }),
    log,
  })
  await app.listen({ port: config.port, host: config.host })
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  address = `http://${lanAddress(config.host)}:${port}`
  await mailQueue?.start()

  const close = async () => {
    // Nobody new comes in, and whoever dawdles over a request is cut off before the time to stop is out.
    app.server.close()
    const cut = setTimeout(() => app.server.closeAllConnections(), dawdleMs)
    stopGiving()
    await Promise.all([mailQueue?.close(), desks.close()])
    await rooms.close()
    exportJobs.close()
    await exporter.close()
    await encoder.close()
    await Promise.all([sync.close(), app.close()])
    clearTimeout(cut)
    await stopSweeping()
    await storage.close()
  }
  return { address, publicUrl: publicUrl(), organiserKey, close }
}

async function main(): Promise<void> {
  const read = readConfig(process.env)
  if ('wrong' in read) return fail(read.wrong)
  if (read.warning !== null) process.stderr.write(`${read.warning}\n`)
  const server = await startServer(read.config).catch((error: unknown) =>
    fail(startFailure(error, read.config)),
  )
  process.stdout.write(await greet({ ...read.config, ...server, inColour: process.stdout.isTTY }))
  const stop = () => {
    setTimeout(() => fail('Not everything could be closed in time.'), 4_500).unref()
    server.close().then(() => process.exit(0), fail)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function fail(reason: unknown): never {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`)
  process.exit(1)
}

if (import.meta.main) main().catch(fail)
