/** The methods and the organiser's own templates: list, save, remove, and one JSON file to take along or read in. */
import { pickLanguage, speak, type Language } from '@bordet/text'
import { safeInFileName } from '@bordet/text/fileName'
import { isSoundSession } from '@bordet/workshop/programme'
import { languageSchema, sessionSchema } from '@bordet/workshop/schemas'
import {
  readTemplate,
  readTemplateText,
  sessionToTemplateFile,
  templateFileMaxBytes,
  toTemplateFile,
  type FileFault,
} from '@bordet/workshop/templateFile'
import { sessionMinutes, templateById, templateSchema } from '@bordet/workshop/templates'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { newId } from '../keys.ts'
import { findTemplate, ourTemplates, ownTemplates, type KnownTemplate } from '../templates.ts'
import type { App, Surroundings } from './app.ts'
import { bearerKey } from './bearerKey.ts'
import { requireOrganiser, wantsKey } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { contentDisposition } from './sendFile.ts'

const listed = templateSchema.pick({ id: true, name: true, purpose: true, size: true }).extend({
  sessions: z.array(templateSchema.shape.sessions.element.extend({ minutes: z.number().int() })),
  own: z.boolean(),
  languages: z
    .array(languageSchema)
    .describe('In which its texts really are; the others say the first of them.'),
  savedAt: z.number().nullable(),
})

const params = z.object({ id: z.string().min(1).max(64) })

/** A programme in one language, under a name. */
const ownTemplate = z.object({
  name: z.string().trim().min(1).max(120),
  language: languageSchema,
  session: sessionSchema,
})

const savedSchema = z.object({ id: z.string() })
const readInSchema = z.object({
  id: z.string().nullable().describe('Null when it was only looked at.'),
  name: z.string(),
  languages: z.array(languageSchema),
  sessions: z.array(
    z.object({
      name: z.string(),
      minutes: z.number().int(),
      phases: z.array(z.string()),
      zones: z.number().int(),
    }),
  ),
})

export function addTemplateRoutes(app: App, around: Surroundings): void {
  const { access, storage, now } = around
  const organiser = async (request: FastifyRequest) => requireOrganiser(access, request)

  app.get(
    '/api/templates',
    {
      schema: {
        summary: 'Methods and their sessions; with the organiser’s key also the own templates',
        response: { 200: z.object({ templates: z.array(listed) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const own = access.isOrganiser(bearerKey(request.headers)) ? await ownTemplates(storage) : []
      if (own.length > 0) reply.header('cache-control', 'no-store')
      return { templates: [...ourTemplates(), ...own].map(toListed) }
    },
  )

  const save = async (id: string, file: unknown) => {
    const read = readTemplate(id, file)
    if ('faults' in read) throw new Problem('sessionWrong')
    await storage.saveTemplate({ id, savedAt: now(), file }).catch((cause: unknown) => {
      throw new Problem('storageFailed', { cause })
    })
    return { id }
  }
  const fileOf = ({ name, language, session }: z.infer<typeof ownTemplate>) => {
    if (!isSoundSession(session)) throw new Problem('sessionWrong')
    return sessionToTemplateFile({ name, language }, session)
  }

  app.post(
    '/api/templates',
    {
      bodyLimit: templateFileMaxBytes,
      schema: {
        summary: 'Save a programme as an own template',
        security: wantsKey,
        body: ownTemplate,
        response: { 201: savedSchema, ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => reply.code(201).send(await save(newId(), fileOf(request.body))),
  )

  app.route({
    method: 'PUT',
    url: '/api/templates/:id',
    bodyLimit: templateFileMaxBytes,
    schema: {
      summary: 'Save it in place of an own template',
      security: wantsKey,
      params,
      body: ownTemplate,
      response: { 200: savedSchema, ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      const { id } = request.params
      if (templateById(id) || !(await storage.template(id))) throw new Problem('templateUnknown')
      return save(id, fileOf(request.body))
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/templates/:id',
    schema: {
      summary: 'Remove an own template; workshops made from it stay',
      security: wantsKey,
      params,
      response: { 200: savedSchema, ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      const { id } = request.params
      if (!(await storage.removeTemplate(id))) throw new Problem('templateUnknown')
      return { id }
    },
  })

  app.get(
    '/api/templates/:id/file',
    {
      schema: {
        summary: 'A template as one JSON file',
        security: wantsKey,
        params,
        querystring: z.object({ language: languageSchema.optional().describe('Of the file’s name.') }),
        response: { 200: z.unknown().meta({ type: 'object' }), ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      const { id } = request.params
      const known = await findTemplate(storage, id)
      if (!known) throw new Problem('templateUnknown')
      const file = (await storage.template(id))?.file ?? toTemplateFile(known.template)
      const name =
        safeInFileName(known.template.name[languageOf(request, request.query.language)]) || 'Bordet'
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', contentDisposition(`${name}.bordet.json`))
        .header('cache-control', 'no-store')
        .serializer(String)
        .send(`${JSON.stringify(file, null, 2)}\n`)
    },
  )

  void app.register(async (plain) => addFileReader(plain.withTypeProvider<ZodTypeProvider>(), around))
}

/** Apart, because here the body is taken as text: a fault in it has a line and a column. */
function addFileReader(app: App, { access, storage, now }: Surroundings): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  app.post(
    '/api/templates/file',
    {
      bodyLimit: templateFileMaxBytes,
      schema: {
        summary: 'Read in a template’s file, or only look at it; what is wrong is told with its place',
        security: wantsKey,
        querystring: z.object({
          save: z.stringbool().default(true),
          language: languageSchema.optional().describe('In which to say what is wrong.'),
        }),
        body: z.string().meta({ type: 'object', additionalProperties: true }),
        response: { 200: readInSchema, 201: readInSchema, ...anyProblem },
      },
      onRequest: async (request) => requireOrganiser(access, request),
    },
    async (request, reply) => {
      const language = languageOf(request, request.query.language)
      const id = newId()
      const read = readTemplateText(id, request.body)
      if ('faults' in read)
        throw new Problem('templateFileWrong', { errors: await inWords(read.faults, language) })
      if (request.query.save) {
        await storage.saveTemplate({ id, savedAt: now(), file: read.raw }).catch((cause: unknown) => {
          throw new Problem('storageFailed', { cause })
        })
      }
      const { template, languages } = read.own
      return reply.code(request.query.save ? 201 : 200).send({
        id: request.query.save ? id : null,
        name: template.name[language],
        languages,
        sessions: template.sessions.map(({ name, phases, zones }) => ({
          name: name[language],
          minutes: sessionMinutes({ phases }),
          phases: phases.map((phase) => phase.name[language]),
          zones: zones.length,
        })),
      })
    },
  )
}

function toListed({ template, languages, savedAt }: KnownTemplate) {
  const { id, name, purpose, size, sessions } = template
  return {
    id,
    name,
    purpose,
    size,
    sessions: sessions.map((session) => ({ ...session, minutes: sessionMinutes(session) })),
    own: savedAt !== null,
    languages: [...languages],
    savedAt,
  }
}

function languageOf(request: FastifyRequest, asked: Language | undefined): Language {
  return asked ?? pickLanguage((request.headers['accept-language'] ?? '').split(/[,;]\s*/))
}

const catalogues = {
  sv: () => import('@bordet/text/templateFile/sv'),
  da: () => import('@bordet/text/templateFile/da'),
  nb: () => import('@bordet/text/templateFile/nb'),
  en: () => import('@bordet/text/templateFile/en'),
}

async function inWords(faults: readonly FileFault[], language: Language) {
  const say = speak((await catalogues[language]()).default, language)
  return faults.map(({ path, reason, holes, line, column }) => ({
    path,
    message: say(reason, holes),
    ...(line === null || column === null ? {} : { line, column }),
  }))
}
