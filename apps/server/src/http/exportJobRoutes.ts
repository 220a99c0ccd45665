/**
 * A file asked for by a page that shows how far it is: begun with an id of the page's own, looked at, fetched (also the
 * rest of one that broke off), and called off. `GET …/export` stays for programs that simply wait.
 */
import type { ExportedFile } from '@bordet/harvest'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Reader } from '../export/exporter.ts'
import type { App, Surroundings } from './app.ts'
import { wantsKey } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { contentDisposition } from './sendFile.ts'

const stateSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('writing'),
    done: z.number().int(),
    of: z.number().int().describe('Files that it is made of.'),
    part: z.string().nullable().describe('The format that is being written.'),
  }),
  z.object({ state: z.literal('done'), fileName: z.string(), sizeBytes: z.number().int() }),
  z.object({ state: z.literal('failed') }),
])

export interface FileRoute<Params extends z.ZodObject, Body extends z.ZodType> {
  /** Below which `exports/:job` lies. */
  path: string
  summary: string
  params: Params
  body: Body
  /** Whose files they are; throws when the asker's key does not reach them. */
  requireOwner(request: FastifyRequest, params: z.infer<Params>): Promise<string>
  write(params: z.infer<Params>, body: z.infer<Body>, reader: Reader): Promise<ExportedFile>
}

export function addFileRoutes<Params extends z.ZodObject, Body extends z.ZodType>(
  app: App,
  { exportJobs }: Surroundings,
  route: FileRoute<Params, Body>,
): void {
  const { path, summary, write } = route
  const jobSchema = z.object({ job: z.uuid() })
  const params = route.params.extend(jobSchema.shape)
  const address = `${path}/exports/:job`
  const response = { 200: stateSchema, ...anyProblem }

  const open = async (request: FastifyRequest) => {
    const its = route.params.parse(request.params)
    const { job } = jobSchema.parse(request.params)
    return { its, job, owner: await route.requireOwner(request, its) }
  }

  app.put(
    address,
    {
      schema: {
        summary: `${summary}: begin, under an id made by the client`,
        description:
          'Asking again with the same id starts nothing anew. Kept for ten minutes once it is written.',
        security: wantsKey,
        params,
        body: route.body,
        response,
      },
    },
    async (request, reply) => {
      const { its, job, owner } = await open(request)
      const body = route.body.parse(request.body)
      const state = exportJobs.start(owner, job, (reader) => write(its, body, reader))
      if (!state) throw new Problem('tooMany', { retryAfterMs: 5_000 })
      return reply.header('cache-control', 'no-store').send(state)
    },
  )

  app.get(
    address,
    { schema: { summary: `${summary}: how far it is`, security: wantsKey, params, response } },
    async (request, reply) => {
      const { job, owner } = await open(request)
      const state = exportJobs.look(owner, job)
      if (!state) throw new Problem('notFound')
      return reply.header('cache-control', 'no-store').send(state)
    },
  )

  app.get(
    `${address}/file`,
    {
      schema: {
        summary: `${summary}: the file, or with \`Range: bytes=N-\` the rest of it`,
        security: wantsKey,
        params,
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { job, owner } = await open(request)
      const file = exportJobs.file(owner, job)
      if (!file) throw new Problem('notFound')
      const { buffer, byteOffset, byteLength } = file.bytes
      const from = restFrom(request.headers.range, byteLength)
      if (from > 0) reply.code(206).header('content-range', `bytes ${from}-${byteLength - 1}/${byteLength}`)
      return reply
        .header('accept-ranges', 'bytes')
        .header('content-type', file.mimeType)
        .header('content-disposition', contentDisposition(file.fileName))
        .header('cache-control', 'no-store')
        .send(Buffer.from(buffer, byteOffset + from, byteLength - from))
    },
  )

  app.delete(
    address,
    {
      schema: {
        summary: `${summary}: call it off`,
        security: wantsKey,
        params,
        response: { 200: z.object({ dropped: z.boolean() }), ...anyProblem },
      },
    },
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- fastify, unlike express, awaits its handlers
    async (request) => {
      const { job, owner } = await open(request)
      return { dropped: exportJobs.drop(owner, job) }
    },
  )
}

/** Every other kind of range may be ignored (RFC 9110, 14.2), and then gets all of it. */
function restFrom(range: string | undefined, sizeBytes: number): number {
  const from = Number(/^bytes=(\d{1,15})-$/.exec(range ?? '')?.[1] ?? 0)
  return from < sizeBytes ? from : 0
}
