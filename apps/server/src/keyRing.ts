/** Every key of a workshop, made from the server's secret, so that none has to be kept in plain text. */
import { deriveKey, deriveShortKey, hashKey } from './keys.ts'
import type { KeyRow } from './storage/storage.ts'

export interface CrewKeys {
  facilitator: string
  screen: string
  helper: string
  /** For tables 1, 2, 3 … */
  tables: string[]
}

export interface KeyRing {
  crew(workshopId: string, tableCount: number): CrewKeys
  /** What storage keeps of them: hashes, for as many tables as a workshop can ever have. */
  crewRows(workshopId: string): KeyRow[]
  /** The same person and key for the same `opId`. */
  participant(workshopId: string, opId: string): { personId: string; key: string }
  /** Takes one person's address away, and opens nothing. */
  unsubscribe(workshopId: string, contactId: string): string
  /** Opens the harvest to whoever got it sent; short, since it stands in letters too. */
  reader(workshopId: string): string
}

const mostTables = 100

export function createKeyRing(secret: string): KeyRing {
  const crew = (workshopId: string, tableCount: number): CrewKeys => ({
    facilitator: deriveKey(secret, 'facilitator', workshopId),
    screen: deriveKey(secret, 'screen', workshopId),
    helper: deriveKey(secret, 'helper', workshopId),
    tables: Array.from({ length: tableCount }, (_, index) =>
      deriveKey(secret, 'table', workshopId, index + 1),
    ),
  })
  return {
    crew,
    crewRows(workshopId) {
      const { tables, ...keys } = crew(workshopId, mostTables)
      const row = (key: string, role: KeyRow['role'], table: number | null): KeyRow => ({
        hash: hashKey(key),
        workshopId,
        role,
        personId: null,
        table,
      })
      return [
        row(keys.facilitator, 'facilitator', null),
        row(keys.screen, 'screen', null),
        row(keys.helper, 'helper', null),
        ...tables.map((key, index) => row(key, 'table', index + 1)),
      ]
    },
    participant: (workshopId, opId) => ({
      personId: deriveKey(secret, 'person', workshopId, opId).slice(0, 22),
      key: deriveKey(secret, 'participant', workshopId, opId),
    }),
    unsubscribe: (workshopId, contactId) => deriveKey(secret, 'unsubscribe', workshopId, contactId),
    reader: (workshopId) => deriveShortKey(secret, 'reader', workshopId),
  }
}
