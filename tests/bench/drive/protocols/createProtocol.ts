/** The protocols by name: a load process is told a name. */
import { createHocuspocusProtocol } from './hocuspocus.ts'
import type { Protocol } from './protocol.ts'
import { createTldrawProtocol } from './tldraw.ts'
import { createYWebsocketProtocol } from './yWebsocket.ts'

const protocols = {
  yWebsocket: () => createYWebsocketProtocol(),
  hocuspocus: createHocuspocusProtocol,
  tldraw: createTldrawProtocol,
} as const

export type ProtocolName = keyof typeof protocols

export function createProtocol(name: ProtocolName): Protocol {
  return protocols[name]()
}
