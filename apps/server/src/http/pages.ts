/**
 * The pages: which address shows which built file. Hashed assets are kept for ever, pages are asked for again each
 * time, so that a new build reaches every device at its next visit.
 */
import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { speak } from '@bordet/text'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { loadWords } from '../words.ts'
import { acceptedLanguage } from './acceptedLanguage.ts'
import type { App } from './app.ts'
import { answerProblem } from './answerProblems.ts'
import { Problem } from './problem.ts'

type DistFolders = Readonly<Record<'phone' | 'web', string>>

/** Address → which app's file. One line for a new page. */
const pages = {
  '/': ['phone', 'index.html'],
  '/j/*': ['phone', 'index.html'],
  '/p/*': ['phone', 'index.html'],
  '/organise': ['web', 'organise.html'],
  '/facilitate/*': ['web', 'facilitate.html'],
  '/help/*': ['web', 'facilitate.html'],
  '/harvest/*': ['web', 'facilitate.html'],
  '/screen/*': ['web', 'screen.html'],
  '/table/*': ['web', 'board.html'],
  '/hall/*': ['web', 'board.html'],
} as const

/** `distFolders` are where the apps' builds end up. */
export async function addPages(app: App, distFolders: DistFolders): Promise<void> {
  const assets = {
    index: false,
    preCompressed: true,
    suppressWarning: true,
    immutable: true,
    maxAge: '365d',
  } as const
  await app.register(fastifyStatic, {
    ...assets,
    root: join(distFolders.phone, 'assets-phone'),
    prefix: '/assets-phone/',
  })
  await app.register(fastifyStatic, {
    ...assets,
    root: join(distFolders.web, 'assets-web'),
    prefix: '/assets-web/',
    decorateReply: false,
  })
  for (const [address, [from, file]] of Object.entries(pages)) {
    app.get(address, { schema: { hide: true } }, async (request, reply) => {
      if (from === 'phone') await hintWords(request, reply, distFolders.phone)
      return sendPage(reply, distFolders[from], file)
    })
  }
  // The few files that browsers look for at the root: icons, a manifest, the phone page's service worker.
  const params = z.object({ file: z.string().regex(/^(?:[\w-]+\.(?:svg|png|ico|webmanifest)|sw\.js)$/) })
  app.get('/:file', { schema: { hide: true } }, async (request, reply) => {
    const { data } = params.safeParse(request.params)
    if (!data) return answerNotFound(request, reply)
    for (const folder of Object.values(distFolders)) {
      if (await exists(join(folder, data.file))) return sendFile(reply, folder, data.file)
    }
    return answerNotFound(request, reply)
  })
  app.setNotFoundHandler(answerNotFound)
}

/** The phone's words are fetched by its script; told with the page, they are here when the script is. */
async function hintWords(request: FastifyRequest, reply: FastifyReply, folder: string): Promise<void> {
  const language = acceptedLanguage(request)
  const files = await readdir(join(folder, 'assets-phone')).catch(() => [])
  const file = files.find((name) => name.startsWith(`${language}-`) && name.endsWith('.json'))
  if (file) reply.header('link', `</assets-phone/${file}>; rel=preload; as=fetch; crossorigin`)
}

async function sendPage(reply: FastifyReply, folder: string, file: string): Promise<FastifyReply> {
  if (await exists(join(folder, file))) return sendFile(reply, folder, file)
  return sendWords(reply.code(503), ['notBuiltTitle', 'notBuilt'])
}

function sendFile(reply: FastifyReply, folder: string, file: string): FastifyReply {
  reply.header('cache-control', 'no-cache')
  return reply.sendFile(file, folder, { cacheControl: false })
}

/** People get a page with a way on, programs a problem document. */
function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
  const wantsPage = request.method === 'GET' && String(request.headers.accept).includes('text/html')
  if (!wantsPage || request.url.startsWith('/api/'))
    return answerProblem(new Problem('notFound'), request, reply)
  return sendWords(reply.code(404), ['notFoundTitle', 'notFound'])
}

type Words = ['notBuiltTitle', 'notBuilt'] | ['notFoundTitle', 'notFound']

/** A page that needs no build. */
async function sendWords(reply: FastifyReply, [title, text]: Words): Promise<FastifyReply> {
  const language = acceptedLanguage(reply.request)
  const say = speak(await loadWords(language), language)
  return reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${say(title)}</title>` +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        '<style>body{font:1.125rem/1.5 system-ui;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>' +
        `<main><h1>${say(title)}</h1><p>${say(text, { command: '<code>npm run build</code>' })}</p>` +
        `<p><a href="/">${say('toStart')}</a></p></main></html>`,
    )
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
