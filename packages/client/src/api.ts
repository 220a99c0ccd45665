/** Asks the server, over HTTP. Every failure becomes an `ApiError` with the problem's stable code, or an `OfflineError`. */
import type { Language } from '@bordet/text'
import type { Ask, NoteView, View } from '@bordet/workshop'

/** The server answered, and said no. */
export class ApiError extends Error {
  // Declared, not defined: a field's initialiser costs old phones a helper.
  declare readonly code: string
  declare readonly status: number
  constructor(code: string, status: number) {
    super(code)
    this.code = code
    this.status = status
  }
}

/** Nobody answered, or something in between did: worth trying again. */
export class OfflineError extends Error {}

export interface Credentials {
  workshopId: string
  key: string
}

export interface Joined {
  workshopId: string
  personId: string
  key: string
  table: number
}

export type CommandAnswer = {
  version: number
  serverTime: number
  noteId?: string
  personId?: string
  /** Of an undo: how much stays because somebody has changed it since. */
  left?: number
}

/**
 * Sends JSON, or a form, and reads JSON. 5xx and answers that are not ours (a captive portal's page) count as offline, since
 * neither says anything about what was asked.
 */
export async function request<T>(
  path: string,
  options: {
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
    key?: string
    name?: string
    body?: unknown
    timeoutMs?: number
    /** Whose end ends the request: nobody waits for the answer any more. */
    abort?: AbortController
  } = {},
): Promise<T> {
  const abort = options.abort ?? new AbortController()
  const timer = setTimeout(() => abort.abort(), options.timeoutMs ?? 15_000)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.key) headers['authorization'] = `Bearer ${options.key}`
  if (options.name) headers['bordet-name'] = encodeURIComponent(options.name)
  const { body } = options
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  try {
    const response = await fetch(path, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      cache: 'no-store',
      credentials: 'omit',
      signal: abort.signal,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (response.ok) return answer
    if (response.status < 500 && typeof answer.code === 'string') {
      throw new ApiError(answer.code, response.status)
    }
    throw new OfflineError(`status ${response.status}`)
  } catch (error) {
    if (error instanceof ApiError || error instanceof OfflineError) throw error
    throw new OfflineError(String(error))
  } finally {
    clearTimeout(timer)
  }
}

/** A fresh id for a command; `crypto.randomUUID` needs a secure page, and a hall's page is plain http. */
export function newOpId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(36))
  // Version 4, variant 10: RFC 9562, section 5.4.
  return '********-****-4***-v***-************'.replace(/[*v]/g, (place, at: number) => {
    const digit = (bytes[at] ?? 0) & 15
    return (place === 'v' ? (digit & 3) | 8 : digit).toString(16)
  })
}

/**
 * Sends a command. Give the same `opId` again after a failure: it then has one effect however often it is sent.
 * `name` is what somebody of the crew calls themselves.
 */
export function sendCommand(
  who: Credentials,
  ask: Ask,
  opId: string = newOpId(),
  name = '',
): Promise<CommandAnswer> {
  return request(`/api/workshops/${who.workshopId}/commands`, { key: who.key, name, body: { ...ask, opId } })
}

export function fetchView(who: Credentials): Promise<View> {
  return request(`/api/workshops/${who.workshopId}/state`, { key: who.key })
}

/** The standing notes of one table (0: the hall), for helpers and facilitators. */
export async function fetchNotes(who: Credentials, table: number): Promise<NoteView[]> {
  const { notes } = await request<{ notes: NoteView[] }>(
    `/api/workshops/${who.workshopId}/notes?table=${table}`,
    {
      key: who.key,
    },
  )
  return notes
}

/** What can be seen of a workshop through its door, before anybody sits down. */
export interface Door {
  title: string
  place: string
  owner: string
  language: Language
  /** When people may come in; null when they may now. */
  opensAt: number | null
}

/** Whether the code opens a door, and to what. */
export function lookInside(code: string): Promise<Door> {
  return request(`/api/join/${code}`)
}

/** `opId` makes a repeated join the same person. */
export function joinWorkshop(body: {
  code: string
  name?: string
  table?: number
  opId: string
}): Promise<Joined> {
  return request('/api/join', { body })
}
