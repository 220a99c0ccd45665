/**
 * The event stream of a workshop, over a websocket or as server-sent events on the same address. Both begin with a
 * snapshot, whatever the client already has: a view also changes without a new version, through the boards.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCodes as boardCloseCodes } from '@bordet/sync'
import { z } from 'zod'
import { WebSocketServer, type WebSocket } from 'ws'
import { createLatestLines, type LatestLines } from '../latestLines.ts'
import { closeCodes, type Line } from '../workshops/followers.ts'
import type { Member } from '../workshops/access.ts'
import type { App, Surroundings } from './app.ts'
import { bearerKey } from './bearerKey.ts'
import { mayUseOrigin } from './mayUseOrigin.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { refuseRaw } from './refuseRaw.ts'

/** Windows and devices that follow with one key: a person's own, and a crew's link that several people open. */
const mostLines = { own: 8, shared: 32 }

const eventsPath = /^\/api\/workshops\/([\w-]{1,64})\/events(?:\?|$)/

export function addEventRoutes(app: App, around: Surroundings): void {
  const lines = createLatestLines()
  app.get(
    '/api/workshops/:id/events',
    {
      exposeHeadRoute: false,
      schema: {
        summary: 'A snapshot, then changes',
        description:
          'Text frames when upgraded to a websocket (subprotocols `bordet, bearer.<key>`; a `beat` every 15 s), else ' +
          'server-sent events (a comment line every 15 s). Each carries its version.',
        security: wantsKey,
        params: workshopParams,
        querystring: z.object({ after: z.coerce.number().int().min(0).optional() }),
        response: { 200: z.string().describe('text/event-stream'), ...anyProblem },
      },
    },
    async (request, reply) => {
      const member = await requireMember(around.access, request, request.params.id)
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        ...headersSoFar(reply.getHeaders()),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Tells nginx not to gather the stream.
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 2000\n\n')
      addLine(lines, member, serverSentEvents(raw), raw)
    },
  )
  attachWebsockets(app, around, lines)
}

function addLine(lines: LatestLines, member: Member, line: Line, below: NodeJS.EventEmitter): void {
  const { actor, desk, keyHash } = member
  const leave = desk.followers.add(actor, line)
  const isOwn = actor.role === 'participant' || actor.role === 'table'
  const forget = lines.add(keyHash, isOwn ? mostLines.own : mostLines.shared, () => {
    leave()
    line.close(boardCloseCodes.tooFast)
  })
  below.on('close', () => {
    forget()
    leave()
  })
}

function serverSentEvents(raw: import('node:http').ServerResponse): Line {
  return {
    send: (json, id) => void raw.write(`id: ${id}\ndata: ${json}\n\n`),
    beat: () => void raw.write(': still here\n\n'),
    backlogBytes: () => raw.writableLength,
    close: () => void raw.end(),
  }
}

function headersSoFar(headers: ReturnType<import('fastify').FastifyReply['getHeaders']>) {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function attachWebsockets(app: App, around: Surroundings, lines: LatestLines): void {
  const sockets = new WebSocketServer({
    noServer: true,
    // Nothing is expected from this side.
    maxPayload: 1024,
    handleProtocols: (offered) => (offered.has('bordet') ? 'bordet' : false),
  })
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const workshopId = eventsPath.exec(request.url ?? '')?.[1]
    if (request.url?.startsWith('/sync/')) return
    socket.on('error', () => socket.destroy())
    if (workshopId === undefined) return refuseRaw(socket, 'notFound')
    if (!mayUseOrigin(request.headers.origin, request.headers.host, around.publicUrl()))
      return refuseRaw(socket, 'originNotAllowed')
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      follow(around, lines, request, workshopId, websocket).catch((error: unknown) => {
        app.log.error({ err: error }, 'events could not be followed')
        websocket.close(1011)
      })
    })
  }
  app.server.on('upgrade', upgrade)
  app.addHook('preClose', async () => {
    for (const websocket of sockets.clients) closeLine(websocket, closeCodes.restarting)
    app.server.off('upgrade', upgrade)
  })
}

/** A key that opens nothing is told so after the handshake: a browser's page never sees why a handshake failed. */
async function follow(
  { access }: Surroundings,
  lines: LatestLines,
  request: IncomingMessage,
  workshopId: string,
  websocket: WebSocket,
): Promise<void> {
  websocket.on('error', () => websocket.terminate())
  const member = await access.findMember(bearerKey(request.headers), workshopId)
  if (websocket.readyState !== websocket.OPEN) return
  if (member === null || member === 'unknown') return websocket.close(closeCodes.notAuthorised)
  addLine(lines, member, websocketLine(websocket), websocket)
}

function websocketLine(websocket: WebSocket): Line {
  return {
    send: (json) => websocket.send(json),
    beat: (serverTime) => websocket.send(JSON.stringify({ type: 'beat', serverTime })),
    backlogBytes: () => websocket.bufferedAmount,
    close: (code) => closeLine(websocket, code),
  }
}

/** A peer that has stopped reading never answers the close. */
function closeLine(websocket: WebSocket, code: number): void {
  websocket.close(code)
  setTimeout(() => websocket.terminate(), 2000).unref()
}
