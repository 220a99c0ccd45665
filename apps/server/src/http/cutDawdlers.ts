/**
 * Nobody may hold a line open with half a body. Node's own `requestTimeout` is one for all routes, and so as long as the
 * one that takes files of 200 MB needs; a route says with `config: { bodyMs }` that its bodies may take longer.
 */
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the body may take to come in, in milliseconds. */
    bodyMs?: number
  }
}

export function cutDawdlers(app: FastifyInstance, usualMs: number): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw, headers } = request
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
      const cut = setTimeout(() => {
        if (!raw.complete) raw.destroy()
      }, request.routeOptions.config.bodyMs ?? usualMs)
      raw.once('close', () => clearTimeout(cut))
    }
    done()
  })
}
