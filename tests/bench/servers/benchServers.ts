/** The servers that are measured side by side: how each is started and spoken to. */
import { join } from 'node:path'
import type { ProtocolName } from '../drive/protocols/createProtocol.ts'

export interface ServerSpec {
  title: string
  protocol: ProtocolName
  /** Is run with HOST, PORT and DATA_DIR in its environment. */
  script: string
  env?: Readonly<Record<string, string>>
  /** Behind ws://127.0.0.1:port */
  path: (room: string) => string
  offers?: (index: number) => readonly string[]
}

const peer = (name: string) => join(import.meta.dirname, `../peers/${name}.mjs`)
const plainPath = (room: string) => `/${room}`

export const benchServers = {
  /** With acknowledgements, as our pages ask for them; each member has a key of its own. */
  ours: {
    title: 'Bordet',
    protocol: 'yWebsocket',
    script: join(import.meta.dirname, '../../hall/syncServer.ts'),
    path: (room) => `/sync/${room}?saved=1`,
    offers: (index) => ['bordet', `bearer.member-${index}`],
  },
  relay: { title: 'relay', protocol: 'yWebsocket', script: peer('relay'), path: plainPath },
  yWebsocket: {
    title: '@y/websocket-server',
    protocol: 'yWebsocket',
    script: peer('yWebsocket'),
    path: plainPath,
  },
  yWebsocketLeveldb: {
    title: '@y/websocket-server, leveldb',
    protocol: 'yWebsocket',
    script: peer('yWebsocket'),
    env: { PERSIST: '1' },
    path: plainPath,
  },
  hocuspocus: {
    title: 'Hocuspocus, SQLite',
    protocol: 'hocuspocus',
    script: peer('hocuspocus'),
    path: plainPath,
  },
  tldraw: { title: 'tldraw sync, SQLite', protocol: 'tldraw', script: peer('tldraw'), path: plainPath },
} as const satisfies Readonly<Record<string, ServerSpec>>

export type ServerName = keyof typeof benchServers

export const allServers: readonly ServerName[] = [
  'ours',
  'relay',
  'yWebsocket',
  'yWebsocketLeveldb',
  'hocuspocus',
  'tldraw',
]
/** Real servers, which the bars compare with. */
export const peers = ['yWebsocket', 'yWebsocketLeveldb', 'hocuspocus', 'tldraw'] as const
/** tldraw's has no Yjs boards that could be given to it. */
export const yjsPeers = ['yWebsocket', 'yWebsocketLeveldb', 'hocuspocus'] as const
export const peersWithDatabase = ['yWebsocketLeveldb', 'hocuspocus', 'tldraw'] as const

export function isServerName(name: string): name is ServerName {
  return name in benchServers
}

export function specOf(name: ServerName): ServerSpec {
  return benchServers[name]
}
