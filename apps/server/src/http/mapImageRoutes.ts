/** The picture that a map's pins are put on: an organiser or facilitator brings it, everybody's pages show it. */
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes, randomUUID } from 'node:crypto'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { imageFacts, mostPixels } from '../pictures/imageSize.ts'
import { keepPicture } from '../pictures/keepPicture.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { imageName, pictureFolder } from '../pictures/pictureNames.ts'
import { Problem } from './problem.ts'

const lead = ['facilitator', 'organiser'] as const
const mostBytes = 5 * 1024 * 1024
const longestSide = 8_000

const contentTypes = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const

export async function addMapImageRoutes(app: App, { access, config }: Surroundings): Promise<void> {
  const folder = pictureFolder(config.dataDir, 'images')

  // A scope of its own, so that no other route takes pictures for a body.
  await app.register(async (scoped) => {
    const scope = scoped.withTypeProvider<ZodTypeProvider>()
    scope.addContentTypeParser(
      Object.values(contentTypes),
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => done(null, body),
    )
    scope.put(
      '/api/workshops/:id/zones/:zone/image',
      {
        bodyLimit: mostBytes,
        schema: {
          summary: 'The picture of a map zone: PNG, JPEG or WebP, at most 5 MB',
          security: wantsKey,
          params: workshopParams.extend({ zone: z.string().min(1).max(40) }),
          querystring: z.object({
            alt: z
              .string()
              .trim()
              .max(300)
              .optional()
              .describe('What it shows, for whoever does not see it.'),
          }),
          response: {
            200: z.object({ url: z.string(), width: z.number().int(), height: z.number().int() }),
            ...anyProblem,
          },
        },
      },
      async (request, reply) => {
        const { id, zone } = request.params
        const { actor, desk } = await requireMember(access, request, id, lead)
        if (!Buffer.isBuffer(request.body)) throw new Problem('unsupportedMediaType')
        const facts = imageFacts(request.body)
        if (!facts) throw new Problem('unsupportedMediaType')
        const { type, width, height } = facts
        if (Math.max(width, height) > longestSide || width * height > mostPixels)
          throw new Problem('bodyTooLarge')
        const name = `${randomBytes(16).toString('base64url')}.${type}`
        const { alt } = request.query
        const image = { url: `/images/${name}`, width, height, ...(alt ? { alt } : {}) }
        await keepPicture(folder, name, request.body)
        await desk
          .ask(actor, { type: 'setMapImage', opId: randomUUID(), zone, image })
          .catch(async (error: unknown) => {
            await rm(join(folder, name), { force: true })
            throw error
          })
        return reply.send(image)
      },
    )
  })

  // Its name cannot be guessed, so that an <img> can show it, which sends no key.
  app.get('/images/:name', { schema: { hide: true } }, async (request, reply) => {
    const { data } = z.object({ name: imageName }).safeParse(request.params)
    const path = data && join(folder, data.name)
    const found = path ? await stat(path).catch(() => null) : null
    if (!path || !found) throw new Problem('notFound')
    const type = z.enum(['png', 'jpg', 'webp']).parse(path.slice(path.lastIndexOf('.') + 1))
    return reply
      .header('content-type', contentTypes[type])
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-length', found.size)
      .send(createReadStream(path))
  })
}
