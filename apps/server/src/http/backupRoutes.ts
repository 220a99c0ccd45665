/** One workshop as a file, and the way back. What the file holds and what it does not: backup/backupFile.ts. */
import { Readable } from 'node:stream'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { safeInFileName } from '@bordet/text/fileName'
import { z } from 'zod'
import { putBack } from '../backup/putBack.ts'
import type { ReadBackup } from '../backup/readBackup.ts'
import { readInThread } from '../backup/readInThread.ts'
import { writeBackup } from '../backup/writeBackup.ts'
import type { App, Surroundings } from './app.ts'
import { waysIn } from '../links.ts'
import { requireMember, requireOrganiser, wantsKey, workshopParams } from './member.ts'
import { oneAtATime } from './oneAtATime.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { contentDisposition } from './sendFile.ts'
import { createdSchema } from './workshopRoutes.ts'

/** It tells who wrote which note, which nobody else learns anywhere. */
const owner = ['organiser'] as const
/** A hundred tables with some three hundred photos. */
const mostBytes = 200 * 1024 * 1024
/** That much over a line of 3 Mbit/s. */
export const mostBodyMs = 10 * 60_000

export async function addBackupRoutes(app: App, around: Surroundings): Promise<void> {
  const { access, storage, encodeBoard, keyRing, config, version, now } = around

  app.get(
    '/api/workshops/:id/backup',
    {
      schema: {
        summary: 'The whole workshop as one file, to be imported on another machine',
        description:
          'Everything but contacts and keys. It tells who wrote which note, as no export does: keep it from others. A file that ends without its seal was cut short; ask again.',
        security: wantsKey,
        params: workshopParams,
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, owner)
      await desk.marked()
      const whole = desk.whole()
      const writtenAt = now()
      const { dataDir } = config
      const text = writeBackup({
        ...whole,
        storage,
        encodeBoard,
        dataDir,
        program: version,
        now: writtenAt,
      })
      const where = safeInFileName(whole.state.place) || safeInFileName(whole.state.title)
      const fileName = `Bordet – ${where} – ${new Date(writtenAt).toISOString().slice(0, 10)}.json`
      return reply
        .header('content-type', 'application/json')
        .header('content-disposition', contentDisposition(fileName))
        .header('cache-control', 'no-store')
        .send(Readable.from(text))
    },
  )

  const importOne = oneAtATime(async (bytes: Buffer) =>
    putBack(await readOrRefuse(bytes), { storage, keyRing, dataDir: config.dataDir }),
  )
  // A scope of its own, so that no other route takes so much, and the file comes as it is.
  await app.register(async (scoped) => {
    const scope = scoped.withTypeProvider<ZodTypeProvider>()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    )
    scope.post(
      '/api/workshops/import',
      {
        bodyLimit: mostBytes,
        config: { bodyMs: mostBodyMs },
        schema: {
          summary: 'Put a workshop from a backup on this machine, at most 200 MB',
          description:
            'With the same ids, and new keys and links; a new join code only where the old one opens another workshop. All or nothing: `workshopExists` (409) when it is here already, `backupBroken` (422) for a file that is not as it was written, `backupNewer` (422) for one of a later version.',
          security: wantsKey,
          body: z.unknown().meta({ type: 'object', description: 'The file as it was downloaded.' }),
          response: { 201: createdSchema, ...anyProblem },
        },
        onRequest: async (request) => requireOrganiser(access, request),
      },
      async (request, reply) => {
        if (!Buffer.isBuffer(request.body)) throw new Problem('malformedRequest')
        const state = await importOne(request.body)
        const { id, joinCode } = state
        return reply.code(201).send({ id, joinCode, ...waysIn(state, keyRing, around.publicUrl()) })
      },
    )
  })
}

async function readOrRefuse(bytes: Buffer): Promise<ReadBackup> {
  const result = await readInThread(bytes)
  if ('backup' in result) return result.backup
  if ('newer' in result) throw new Problem('backupNewer')
  throw new Problem('backupBroken', { errors: [{ path: result.at, message: result.broken }] })
}
