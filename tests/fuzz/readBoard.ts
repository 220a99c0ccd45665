/** A board as a newcomer is given it. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { rootNames } from '../../packages/board/src/index.ts'
import { writeStep1 } from '../../packages/sync/src/messages.ts'
import { readStep2OrUpdate } from './wire.ts'

/** As a reader who asks for everything and leaves. */
export async function readBoard(port: number, room: string): Promise<Y.Doc> {
  const websocket = new WebSocket(`ws://127.0.0.1:${port}/sync/${room}`, ['bordet', 'bearer.reader-newcomer'])
  const doc = new Y.Doc()
  for (const root of rootNames) doc.getMap(root)
  await once(websocket, 'open')
  const answered = new Promise<void>((resolve) => {
    websocket.on('message', (data) => {
      const heard = data instanceof Buffer ? readStep2OrUpdate(data) : null
      if (heard === null) return
      Y.applyUpdate(doc, heard.update)
      if (heard.isLast) resolve()
    })
  })
  websocket.send(writeStep1(Uint8Array.of(0)))
  await answered
  websocket.terminate()
  return doc
}
