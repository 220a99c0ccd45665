/** What the organiser's pages ask the server. */
import { ApiError, request } from '@bordet/client'
import type { Session } from '@bordet/workshop'
import type { Language } from '@bordet/text'
import type { Template } from '@bordet/workshop/templates'

type TemplateSession = Template['sessions'][number]

export type SessionChoice = TemplateSession & { minutes: number }
export interface TemplateChoice extends Pick<Template, 'id' | 'name' | 'purpose' | 'size'> {
  sessions: SessionChoice[]
  /** One of the organiser’s own. */
  own: boolean
  /** In which its texts really are. */
  languages: Language[]
}

export interface Links {
  facilitator: string
  screen: string
  helper: string
  tables: { number: number; link: string }[]
  join: string
}

export interface Listed {
  id: string
  title: string
  place: string
  language: Language
  status: 'planned' | 'open' | 'closed'
  startsAt: number
  joinCode: string
  tables: number
  people: number
  /** Null while the server has its boards not open. */
  notes: number | null
  links: Links
}

export interface WorkshopsThere {
  workshops: Listed[]
  /** What the server has stored of these cannot be read. */
  unavailable: { id: string; title: string; place: string }[]
}

export interface NewWorkshop {
  templateId: string
  sessionId: string
  title: string
  place: string
  owner: string
  language: Language
  tables: number
  openBoards: boolean
  startsAt: number
  /** The programme where it was changed; its holes are filled by the server. */
  session?: Session
}

export async function fetchTemplates(key: string): Promise<TemplateChoice[]> {
  return (await request<{ templates: TemplateChoice[] }>('/api/templates', { key })).templates
}

/** Throws an `ApiError` with status 401 when the key opens nothing. */
export function fetchWorkshops(key: string): Promise<WorkshopsThere> {
  return request('/api/workshops', { key })
}

export function createWorkshop(key: string, body: NewWorkshop): Promise<{ id: string }> {
  return request('/api/workshops', { key, body })
}

export interface OwnTemplate {
  name: string
  language: Language
  session: Session
}

export function saveTemplate(key: string, body: OwnTemplate): Promise<{ id: string }> {
  return request('/api/templates', { key, body })
}

export function replaceTemplate(key: string, id: string, body: OwnTemplate): Promise<{ id: string }> {
  return request(`/api/templates/${encodeURIComponent(id)}`, { key, method: 'PUT', body })
}

export function removeTemplate(key: string, id: string): Promise<{ id: string }> {
  return request(`/api/templates/${encodeURIComponent(id)}`, { key, method: 'DELETE' })
}

export interface Programme {
  version: number
  status: 'planned' | 'open' | 'closed'
  title: string
  place: string
  language: Language
  startsAt: number
  session: Session
  past: string[]
  imports: { id: string; zone: string; at: number; notes: number }[]
  current: string | null
}

export function fetchProgramme(key: string, workshopId: string): Promise<Programme> {
  return request(`/api/workshops/${encodeURIComponent(workshopId)}/programme`, { key })
}

export interface FileSummary {
  id: string | null
  name: string
  languages: Language[]
  sessions: { name: string; minutes: number; phases: string[]; zones: number }[]
}

export interface FileFault {
  path: string
  message: string
  line?: number
  column?: number
}

export type FileRead = { summary: FileSummary } | { code: string; faults: FileFault[] }

/** Sends the file as it is: only its text has lines. `save` false only looks at it. Throws when nobody answers. */
export async function readInTemplate(
  key: string,
  text: string,
  { save, language }: { save: boolean; language: Language },
): Promise<FileRead> {
  const response = await fetch(`/api/templates/file?save=${save}&language=${language}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    credentials: 'omit',
    body: text,
  })
  const answer = await response.json()
  if (response.ok) return { summary: answer }
  return { code: String(answer.code), faults: Array.isArray(answer.errors) ? answer.errors : [] }
}

/** Throws an `ApiError` with the problem's code. */
export async function putMapImage(
  key: string,
  workshopId: string,
  { zone, file, alt }: { zone: string; file: File; alt: string },
): Promise<void> {
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/zones/${encodeURIComponent(zone)}/image`
  const response = await fetch(`${path}?${new URLSearchParams({ alt })}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': file.type },
    credentials: 'omit',
    body: file,
  })
  if (response.ok) return
  const problem: unknown = await response.json().catch(() => null)
  throw new ApiError(String(Object(problem).code), response.status)
}

/** A backup goes up as it is; what came back, or a stable code that says why not. */
export async function readInBackup(key: string, file: File): Promise<{ id: string } | { code: string }> {
  try {
    const response = await fetch('/api/workshops/import', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: file,
      credentials: 'omit',
    })
    const answer: { id?: unknown; code?: unknown } = await response.json()
    if (response.ok && typeof answer.id === 'string') return { id: answer.id }
    return { code: typeof answer.code === 'string' ? answer.code : 'internal' }
  } catch {
    return { code: 'offline' }
  }
}
