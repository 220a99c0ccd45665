/** What the organiser's pages ask the server. */
import { request } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { Template } from '@bordet/workshop/templates'

type TemplateSession = Template['sessions'][number]

export type SessionChoice = TemplateSession & { minutes: number }
export interface TemplateChoice extends Pick<Template, 'id' | 'name' | 'purpose' | 'size'> {
  sessions: SessionChoice[]
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
}

export async function fetchTemplates(): Promise<TemplateChoice[]> {
  return (await request<{ templates: TemplateChoice[] }>('/api/templates')).templates
}

/** Throws an `ApiError` with status 401 when the key opens nothing. */
export function fetchWorkshops(key: string): Promise<WorkshopsThere> {
  return request('/api/workshops', { key })
}

export function createWorkshop(key: string, body: NewWorkshop): Promise<{ id: string }> {
  return request('/api/workshops', { key, body })
}
