/**
 * tldraw's sync protocol (JSON), roughly: whole note shapes and presence records are put, rebases are ignored, the
 * server's clock is never looked at. A message must stay below 262,144 characters.
 */
import { createLoadCursor, createLoadNote, noteIdOf } from '../loadNotes.ts'
import { opcodes } from '../websocketFrames.ts'
import type { Outgoing, Protocol } from './protocol.ts'
import schema from './tldrawSchema.json' with { type: 'json' }

const page = 'page:page'

export function createTldrawProtocol(): Protocol {
  return {
    opcode: opcodes.text,
    opening: () => [
      message({ type: 'connect', connectRequestId: 'c', lastServerClock: 0, protocolVersion: 8, schema }),
    ],
    reply: () => [],
    decode(payload) {
      if (payload.subarray(0, 40).includes('"type":"connect"')) return { kind: 'synced', body: payload }
      return { kind: payload.includes('instance_presence:') ? 'presence' : 'content', body: payload }
    },
    board: () => {
      throw new Error('A Yjs board cannot be given to tldraw')
    },
    createWriter({ index }) {
      let clientClock = -1
      const push = (what: object) => message({ type: 'push', clientClock: (clientClock += 1), ...what })
      return {
        addNote(sequence, marker) {
          const shape = createShape(index, sequence, marker)
          return push({ diff: { [shape.id]: ['put', shape] } })
        },
        moveCursor: (sequence, marker) =>
          push({ presence: ['put', createPresence(index, sequence, marker)] }),
      }
    },
  }
}

function message(value: object): Outgoing {
  return { bytes: Buffer.from(JSON.stringify(value)), isDocument: false }
}

function createShape(author: number, sequence: number, marker: string) {
  const { text, pos } = createLoadNote(author, sequence, marker)
  return {
    id: `shape:${noteIdOf(author, sequence)}`,
    typeName: 'shape',
    type: 'note',
    x: pos[0],
    y: pos[1],
    rotation: 0,
    index: 'a1',
    parentId: page,
    isLocked: false,
    opacity: 1,
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      textLastEditedBy: null,
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
    meta: {},
  }
}

function createPresence(author: number, sequence: number, marker: string) {
  const { seat, x, y } = createLoadCursor(author, sequence, marker)
  return {
    id: `instance_presence:${author}`,
    typeName: 'instance_presence',
    currentPageId: page,
    userId: `user:${author}`,
    userName: seat,
    lastActivityTimestamp: Date.now(),
    followingUserId: null,
    color: '#ffb703',
    camera: null,
    cursor: { x, y, type: 'default', rotation: 0 },
    screenBounds: null,
    selectedShapeIds: [],
    brush: null,
    scribbles: [],
    chatMessage: '',
    meta: { marker },
  }
}
