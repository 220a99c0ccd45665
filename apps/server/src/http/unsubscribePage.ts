/**
 * The way out that every mail carries. A program of the reader's takes it with one POST (RFC 8058), a person with a
 * button: only looking at the page changes nothing, since programs that check links do so unasked.
 */
import { pickLanguage } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { hashKey } from '../keys.ts'
import { loadMailWords } from '../mail/mailWords.ts'
import { acceptedLanguage } from './acceptedLanguage.ts'
import type { App, Surroundings } from './app.ts'
import { plainPage } from './plainPage.ts'

const params = z.object({ token: z.string().max(64) })

/** The token stands in the mail alone; here is its hash. Each route answers 404 to one that is nobody's. */
export async function addUnsubscribePage(app: App, { storage }: Surroundings): Promise<void> {
  // A scope of its own, so that no other route takes forms for a body.
  await app.register(async (scoped) => {
    const scope = scoped.withTypeProvider<ZodTypeProvider>()
    // What a form says is of no interest: the address is all of it.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'buffer', bodyLimit: 2048 },
      (_request, _body, done) => done(null, null),
    )
    const find = (token: string) => storage.contactsByUnsubscribeHash(hashKey(token))

    scope.get('/u/:token', { schema: { hide: true, params } }, async (request, reply) => {
      const found = await find(request.params.token)
      if (!found) return reply.callNotFound()
      const [contact] = found
      const language = contact ? pickLanguage([contact.language]) : acceptedLanguage(request)
      const say = await loadMailWords(language)
      if (!contact) return send(reply, plainPage(goneIn(say, language)))
      const body =
        `<p>${escapeMarkup(say('unsubscribeText'))}</p>` +
        `<form method="post"><button>${escapeMarkup(say('unsubscribeButton'))}</button></form>`
      return send(reply, plainPage({ language, title: say('unsubscribeTitle'), body }))
    })

    scope.post('/u/:token', { schema: { hide: true, params } }, async (request, reply) => {
      const found = await find(request.params.token)
      if (!found) return reply.callNotFound()
      const [contact] = found
      const language = contact ? pickLanguage([contact.language]) : acceptedLanguage(request)
      await storage.removeByUnsubscribeHash(hashKey(request.params.token))
      return send(reply, plainPage(goneIn(await loadMailWords(language), language)))
    })
  })
}

function goneIn(say: Awaited<ReturnType<typeof loadMailWords>>, language: ReturnType<typeof pickLanguage>) {
  const body = `<p role="status">${escapeMarkup(say('unsubscribedText'))}</p>`
  return { language, title: say('unsubscribedTitle'), body }
}

function send(reply: FastifyReply, html: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)
}
