/** Pictures that go with notes: drawn anew on arrival, so that nothing but the picture is kept. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import sharp from 'sharp'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { imageFacts, mostPixels } from '../pictures/imageSize.ts'
import { keepPicture } from '../pictures/keepPicture.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { oneAtATime } from './oneAtATime.ts'
import { photoName, pictureFolder } from '../pictures/pictureNames.ts'
import { Problem } from './problem.ts'
import { createTokenBuckets } from './throttle.ts'

const writers = ['participant', 'table', 'helper', 'facilitator', 'organiser'] as const
/** Pages send at most a few hundred kilobytes; other programs may send what a camera makes. */
const mostBytes = 8 * 1024 * 1024
/** Sharp on a big screen, and some 300 kB. */
const longestSide = 1600

export async function addPhotoRoutes(app: App, { access, config, now }: Surroundings): Promise<void> {
  const folder = pictureFolder(config.dataDir, 'photos')
  const mayPhotograph = createTokenBuckets(20, 0.2)
  // Pictures unpacked are large: a hall that sends them all at once must not fill the memory.
  const draw = oneAtATime(drawAnew)

  // A scope of its own, so that no other route takes forms.
  await app.register(async (scoped) => {
    const scope = scoped.withTypeProvider<ZodTypeProvider>()
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: mostBytes, parts: 5 } })
    scope.post(
      '/api/workshops/:id/photos',
      {
        bodyLimit: mostBytes + 64 * 1024,
        schema: {
          summary: 'A picture for a note: PNG, JPEG or WebP as a multipart form, at most 8 MB',
          description: 'It is turned upright, made smaller and written anew, without place and camera.',
          consumes: ['multipart/form-data'],
          security: wantsKey,
          params: workshopParams,
          response: { 201: z.object({ photoId: photoName }), ...anyProblem },
        },
      },
      async (request, reply) => {
        const { keyHash } = await requireMember(access, request, request.params.id, writers)
        const retryAfterMs = mayPhotograph(keyHash, now())
        if (retryAfterMs > 0) throw new Problem('tooMany', { retryAfterMs })
        const file = await request.file()
        if (!file) throw new Problem('malformedRequest')
        const picture = await draw(await file.toBuffer())
        const photoId = randomBytes(16).toString('base64url')
        await keepPicture(folder, photoId, picture)
        return reply.code(201).send({ photoId })
      },
    )
  })

  // Its id cannot be guessed, so that an <img> can show it, which sends no key.
  app.get('/photos/:photoId', { schema: { hide: true } }, async (request, reply) => {
    const { data } = z.object({ photoId: photoName }).safeParse(request.params)
    const path = data && join(folder, data.photoId)
    const found = path ? await stat(path).catch(() => null) : null
    if (!path || !found) throw new Problem('notFound')
    return reply
      .header('content-type', 'image/jpeg')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-length', found.size)
      .send(createReadStream(path))
  })
}

/** Whether this server took such a picture in: a note must not tell of one that nobody can see. */
export function hasPhoto(dataDir: string, photoId: string): Promise<boolean> {
  if (!photoName.safeParse(photoId).success) return Promise.resolve(false)
  return stat(join(pictureFolder(dataDir, 'photos'), photoId)).then(
    () => true,
    () => false,
  )
}

/** Pixels and nothing else: EXIF is used to turn it upright and then gone. Throws a `Problem`. */
async function drawAnew(bytes: Buffer): Promise<Buffer> {
  const facts = imageFacts(bytes)
  if (!facts) throw new Problem('photoUnreadable')
  if (facts.width * facts.height > mostPixels) throw new Problem('bodyTooLarge')
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer()
  } catch (cause) {
    throw new Problem('photoUnreadable', { cause })
  }
}
