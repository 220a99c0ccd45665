/** The OpenAPI document, made from the schemas that parse, and the route that serves it. */
import swagger from '@fastify/swagger'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { App } from './app.ts'

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('Stable: act on this.'),
    errors: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          line: z.number().int().optional(),
          column: z.number().int().optional(),
        }),
      )
      .optional(),
  })
  .describe('A problem document (RFC 9457), sent as application/problem+json.')

/** What every route may answer besides success. */
export const anyProblem = {
  default: {
    description: 'A problem',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const

export async function describeApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Bordet', version, description: 'Workshops: commands, events, boards and the harvest.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { target: 'draft-2020-12' } }),
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
