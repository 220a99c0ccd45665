/**
 * Boards as people saw them, as pictures. The server cannot draw: a page that leads takes what is missing, one board at a
 * time, draws it from the moment that is kept, and hands both files in. Another page is not given the same meanwhile.
 */
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import sharp from 'sharp'
import { z } from 'zod'
import { pictureNames } from '../export/pictureNames.ts'
import type { BoardPicture, MarkPlace } from '../storage/storage.ts'
import { boardThen, pictureSeal, shownIds, wantedPictures } from '../workshops/boardPictures.ts'
import type { App, Surroundings } from './app.ts'
import { svgFault } from './checkSvg.ts'
import { markAt, momentParams } from './historyRoutes.ts'
import { imageFacts, mostPixels } from './imageSize.ts'
import { keepFile } from './keepFile.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { oneAtATime } from './oneAtATime.ts'
import { anyProblem } from './openApi.ts'
import { pictureFolder } from './pictures.ts'
import { Problem } from './problem.ts'
import { contentDisposition } from './sendFile.ts'
import { createTokenBuckets } from './throttle.ts'

const lead = ['facilitator', 'organiser'] as const
/** A board of 80 notes with photos is some 2 MB. */
const mostBytes = 8 * 1024 * 1024
/** A page that took one and is silent so long has gone. */
const patienceMs = 45_000

type Run = Pick<MarkPlace, 'boardId' | 'phaseId' | 'startedAt'>

const placeSchema = z.object({
  boardId: z.string(),
  table: z.number().int().describe('0 is the hall.'),
  phaseId: z.string(),
  startedAt: z.number().int(),
  at: z.number().int().describe('Names the moment.'),
})

export async function addBoardPictureRoutes(app: App, around: Surroundings): Promise<void> {
  const { access, storage, config, now } = around
  const folder = pictureFolder(config.dataDir, 'boards')
  const taken = new Map<string, number>()
  const mayHandIn = createTokenBuckets(60, 2)
  const drawAnew = oneAtATime(drawPng)
  const nameOf = ({ boardId, phaseId, startedAt }: Run) => `${boardId} ${phaseId} ${startedAt}`

  app.get(
    '/api/workshops/:id/pictures',
    {
      schema: {
        summary:
          'Which boards are, or are to be, shown as pictures: those of each round, and others that changed',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z.object({ pictures: z.array(placeSchema.extend({ isThere: z.boolean() })) }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      await desk.marked()
      reply.header('cache-control', 'no-store')
      const wanted = await wantedPictures(desk, storage)
      return {
        pictures: wanted.map(({ mark, table, picture }) => ({
          ...placeOf(mark, table),
          isThere: picture !== null,
        })),
      }
    },
  )

  app.post(
    '/api/workshops/:id/pictures/next',
    {
      schema: {
        summary: 'Takes the next board that a page is to draw; nobody else is given it for a while',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z.object({
            next: placeSchema.nullable(),
            missing: z.number().int().describe('Those that other pages draw just now included.'),
            all: z.number().int(),
          }),
          ...anyProblem,
        },
      },
    },
    async (request) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      await desk.marked()
      const wanted = await wantedPictures(desk, storage)
      const missing = wanted.filter(({ picture }) => picture === null)
      const at = now()
      for (const [name, until] of taken) if (until <= at) taken.delete(name)
      const next = missing.find(({ mark }) => !taken.has(nameOf(mark)))
      if (next) taken.set(nameOf(next.mark), at + patienceMs)
      return {
        next: next ? placeOf(next.mark, next.table) : null,
        missing: missing.length,
        all: wanted.length,
      }
    },
  )

  app.get(
    '/api/workshops/:id/history/:boardId/:moment/picture',
    {
      schema: {
        summary: 'The board as people saw it then, as a picture',
        security: wantsKey,
        params: momentParams,
        querystring: z.object({ type: z.enum(['png', 'svg']).default('png') }),
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { id, boardId, moment } = request.params
      const { type } = request.query
      const { desk } = await requireMember(access, request, id, lead)
      const wanted = await wantedPictures(desk, storage)
      const index = wanted.findLastIndex(({ mark }) => mark.boardId === boardId && mark.at === Number(moment))
      const picture = wanted[index]?.picture
      const bytes = picture && (await readFile(join(folder, picture[type])).catch(() => null))
      if (!bytes) throw new Problem('notFound')
      const names = await pictureNames(desk.state, wanted, desk.state.language)
      return (
        reply
          .header('content-type', type === 'png' ? 'image/png' : 'image/svg+xml')
          // Should anybody open it here: as a picture, without scripts and without asking anybody for anything.
          .header(
            'content-security-policy',
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
          )
          .header('content-disposition', contentDisposition(`${names[index]}.${type}`))
          .header('cache-control', 'no-store')
          .send(bytes)
      )
    },
  )

  // A scope of its own, so that no other route takes forms.
  await app.register(async (scoped) => {
    const scope = scoped.withTypeProvider<ZodTypeProvider>()
    await scope.register(multipart, { limits: { files: 2, fields: 1, fileSize: mostBytes, parts: 3 } })
    scope.put(
      '/api/workshops/:id/history/:boardId/:moment/picture',
      {
        bodyLimit: 2 * mostBytes + 64 * 1024,
        schema: {
          summary:
            'Hands in a board as people saw it: a form with `seal`, `svg` and `png`, at most 8 MB each',
          description:
            'The seal is that of the moment it was drawn from; 409 when a note was hidden or shown meanwhile.',
          consumes: ['multipart/form-data'],
          security: wantsKey,
          params: momentParams,
          response: { 201: z.object({ width: z.number().int(), height: z.number().int() }), ...anyProblem },
        },
      },
      async (request, reply) => {
        const { desk, keyHash } = await requireMember(access, request, request.params.id, lead)
        const retryAfterMs = mayHandIn(keyHash, now())
        if (retryAfterMs > 0) throw new Problem('tooMany', { retryAfterMs })
        const parts = new Map<string, string | Buffer>()
        for await (const part of request.parts())
          parts.set(part.fieldname, part.type === 'file' ? await part.toBuffer() : String(part.value))
        const [seal, svg, png] = ['seal', 'svg', 'png'].map((name) => parts.get(name))
        if (typeof seal !== 'string' || !Buffer.isBuffer(svg) || !Buffer.isBuffer(png))
          throw new Problem('malformedRequest')
        const fault = svgFault(svg)
        if (fault !== null)
          throw new Problem('photoUnreadable', { errors: [{ path: 'svg', message: fault }] })
        const drawn = await drawAnew(png)

        const mark = await markAt(desk, storage, request.params)
        const ids = shownIds((await boardThen(mark)).notes, (noteId) => desk.isHidden(noteId))
        if (pictureSeal(mark, ids.hiddenIds) !== seal) throw new Problem('pictureOutdated')
        const name = randomBytes(16).toString('base64url')
        const picture: BoardPicture = {
          boardId: mark.boardId,
          phaseId: mark.phaseId,
          startedAt: mark.startedAt,
          seq: mark.seq,
          ...ids,
          svg: `${name}.svg`,
          png: `${name}.png`,
          width: drawn.width,
          height: drawn.height,
        }
        const before = (await storage.listPictures(mark.boardId)).find((one) => nameOf(one) === nameOf(mark))
        await keepFile(folder, picture.svg, svg)
        await keepFile(folder, picture.png, drawn.bytes)
        try {
          await storage.savePicture(picture)
        } catch (cause) {
          await removeFiles(folder, picture)
          throw new Problem('storageFailed', { cause })
        }
        if (before) await removeFiles(folder, before)
        taken.delete(nameOf(mark))
        return reply.code(201).send({ width: drawn.width, height: drawn.height })
      },
    )
  })
}

function placeOf({ boardId, phaseId, startedAt, at }: MarkPlace, table: number): z.infer<typeof placeSchema> {
  return { boardId, table, phaseId, startedAt, at }
}

async function removeFiles(folder: string, { svg, png }: BoardPicture): Promise<void> {
  for (const name of [svg, png]) await rm(join(folder, name), { force: true })
}

/** Read to its last pixel and written anew, so that nothing but a picture is kept. Throws a `Problem`. */
async function drawPng(bytes: Buffer): Promise<{ bytes: Buffer; width: number; height: number }> {
  const facts = imageFacts(bytes)
  if (facts?.type !== 'png') throw new Problem('photoUnreadable')
  const { width, height } = facts
  if (width * height > mostPixels) throw new Problem('bodyTooLarge')
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    const drawn = await picture.png({ compressionLevel: 9 }).toBuffer()
    return { bytes: drawn, width, height }
  } catch (cause) {
    throw new Problem('photoUnreadable', { cause })
  }
}
