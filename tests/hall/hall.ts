/** A hall over the HTTP API: an organiser who makes a workshop, a facilitator, and phones. No browser needed. */
import { randomUUID } from 'node:crypto'
import type { Ask, View } from '@bordet/workshop'

export interface Answer {
  version: number
  noteId?: string
  personId?: string
}

/** The server said no; `code` is the problem document's. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number) {
    super(`${status} ${code}`)
    this.code = code
    this.status = status
  }
}

export async function call<T>(
  url: string,
  options: { key?: string; body?: unknown; method?: string } = {},
): Promise<T> {
  const response = await fetch(url, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  const answer = (await response.json()) as T & { code?: string }
  if (!response.ok) throw new Refused(String(answer.code), response.status)
  return answer
}

export interface Links {
  facilitator: string
  screen: string
  helper: string
  tables: { number: number; link: string }[]
}

export interface Created {
  id: string
  joinCode: string
  links: Links
  keys: { facilitator: string; screen: string; helper: string; tables: { number: number; key: string }[] }
  boards: { hall: string; tables: string[] }
}

export interface NewWorkshop {
  templateId: string
  sessionId: string
  title: string
  place: string
  language: string
  tables: number
  owner?: string
  /** Epoch milliseconds. */
  startsAt?: number
  openBoards?: boolean
}

export function createWorkshop(url: string, organiserKey: string, body: NewWorkshop): Promise<Created> {
  return call(`${url}/api/workshops`, { key: organiserKey, body })
}

/** Anybody with a key: asks and looks. */
export class Member {
  readonly url: string
  readonly workshopId: string
  readonly key: string

  constructor(url: string, workshopId: string, key: string) {
    this.url = url
    this.workshopId = workshopId
    this.key = key
  }

  /** The same `opId` again is the same command again. */
  ask(ask: Ask, opId: string = randomUUID()): Promise<Answer> {
    return call(`${this.url}/api/workshops/${this.workshopId}/commands`, {
      key: this.key,
      body: { ...ask, opId },
    })
  }

  view(): Promise<View> {
    return call(`${this.url}/api/workshops/${this.workshopId}/state`, { key: this.key })
  }

  async download(format: string, language: string): Promise<Uint8Array> {
    const response = await fetch(
      `${this.url}/api/workshops/${this.workshopId}/export?format=${format}&language=${language}`,
      { headers: { authorization: `Bearer ${this.key}` } },
    )
    if (!response.ok) throw new Refused('export', response.status)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** One person with a phone. */
export class Phone extends Member {
  readonly personId: string

  constructor(url: string, workshopId: string, key: string, personId: string) {
    super(url, workshopId, key)
    this.personId = personId
  }

  /** The link that shows this person's page. */
  get link(): string {
    return `${this.url}/p/${this.workshopId}#${this.key}`
  }
}

export async function joinByPhone(
  url: string,
  body: { code: string; name?: string; table?: number },
): Promise<Phone> {
  const joined = await call<{ workshopId: string; personId: string; key: string }>(`${url}/api/join`, {
    body,
  })
  return new Phone(url, joined.workshopId, joined.key, joined.personId)
}

/** A World Café at two tables, as most stories have it. */
export function createCafe(
  { url, organiserKey }: { url: string; organiserKey: string },
  change: Partial<NewWorkshop> = {},
): Promise<Created> {
  return createWorkshop(url, organiserKey, {
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'Framtidskväll',
    place: 'Lindåsa',
    language: 'sv',
    tables: 2,
    ...change,
  })
}
