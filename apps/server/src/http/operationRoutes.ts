/** For whoever runs the server and for pages that start: is it well, how busy is it, what is it set up with. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { bearerKey } from './bearerKey.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'

const healthSchema = z.object({
  ready: z.boolean(),
  version: z.string(),
  storage: z.object({ writable: z.boolean() }),
  serverTime: z.number().describe('Epoch milliseconds.'),
})

/** Anybody may ask for the health, and each true answer costs a write that reaches the disk. */
const healthLastsMs = 5000

export function addOperationRoutes(app: App, around: Surroundings): void {
  const { config, version, storage, access, now } = around
  const isWritable = lasting(healthLastsMs, now, () =>
    storage.checkWritable().then(
      () => true,
      () => false,
    ),
  )
  app.get(
    '/api/health',
    { schema: { summary: 'Ready, and able to save?', response: { 200: healthSchema, ...anyProblem } } },
    async (_request, reply) => {
      const writable = await isWritable()
      reply.header('cache-control', 'no-store')
      if (!writable) throw new Problem('storageFailed')
      return { ready: true, version, storage: { writable }, serverTime: now() }
    },
  )

  app.get(
    '/api/client-config',
    {
      schema: {
        summary: 'What pages need to know before anything else',
        response: {
          200: z.object({ tldrawLicenseKey: z.string().nullable(), publicUrl: z.string() }),
          ...anyProblem,
        },
      },
    },
    async () => ({ tldrawLicenseKey: config.tldrawLicenseKey, publicUrl: around.publicUrl() }),
  )

  const eventLoop = monitorEventLoopDelay({ resolution: 20 })
  eventLoop.enable()
  app.addHook('onClose', async () => void eventLoop.disable())
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)
    if (!isLocal && !access.isOrganiser(bearerKey(request.headers))) throw new Problem('notAuthorised')
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(metricsText(around, eventLoop.percentile(99) / 1e9))
  })
}

/** Asks once for everybody who wants to know within `lastsMs`. */
function lasting<T>(lastsMs: number, now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | null = null
  return () => {
    if (!last || now() - last.at >= lastsMs || now() < last.at) last = { at: now(), answer: ask() }
    return last.answer
  }
}

/** In Prometheus' text format. */
function metricsText({ desks, rooms }: Surroundings, loopDelaySeconds: number): string {
  const loaded = desks.loaded()
  const followers: Record<string, number> = {}
  for (const { followers: its } of loaded) {
    for (const [role, count] of Object.entries(its.counts())) followers[role] = (followers[role] ?? 0) + count
  }
  const labelled = (name: string, label: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([key, value]) => `${name}{${label}="${key}"} ${value}`)
  return [
    '# TYPE bordet_workshops_open gauge',
    `bordet_workshops_open ${loaded.length}`,
    '# TYPE bordet_boards_open gauge',
    `bordet_boards_open ${rooms.count()}`,
    '# TYPE bordet_followers gauge',
    ...labelled('bordet_followers', 'role', followers),
    '# TYPE bordet_commands_total counter',
    ...labelled('bordet_commands_total', 'result', desks.counts()),
    '# TYPE bordet_event_loop_delay_p99_seconds gauge',
    `bordet_event_loop_delay_p99_seconds ${loopDelaySeconds}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# TYPE process_uptime_seconds counter',
    `process_uptime_seconds ${Math.round(process.uptime())}`,
    '',
  ].join('\n')
}
