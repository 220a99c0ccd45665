/** What the server says before the harvest goes out, and the mail as it would be. */
import { request } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { MailReason } from '@bordet/workshop'

export interface RiskyNote {
  noteId: string
  text: string
  /** 0 is the hall. */
  table: number
  reports: number
  quoted: boolean
  risks: { kind: 'identity' | 'email' | 'phone' | 'insult' | 'name'; from: number; to: number }[]
}

export interface BeforeSendingAnswer {
  notes: RiskyNote[]
  hasSummary: boolean
  unanswered: number
  unsorted: number
  all: number
  isClosed: boolean
  byEmail: number
  byPost: number
  languages: Language[]
  readUrl: string
}

export interface DraftMail {
  format: string
  note: string
  language: Language
}

const pathOf = (workshopId: string) => `/api/workshops/${encodeURIComponent(workshopId)}`

export function fetchBeforeSending(key: string, workshopId: string): Promise<BeforeSendingAnswer> {
  return request(`${pathOf(workshopId)}/before-sending`, { key })
}

export function fetchMailPreview(
  key: string,
  workshopId: string,
  draft: DraftMail,
): Promise<{ subject: string; html: string }> {
  return request(`${pathOf(workshopId)}/mailing/preview`, { key, method: 'POST', body: draft })
}

export function sendTestMail(
  key: string,
  workshopId: string,
  draft: DraftMail & { to: string },
): Promise<{ result: 'sent' | 'failed'; reason: MailReason | null }> {
  return request(`${pathOf(workshopId)}/mailing/test`, { key, method: 'POST', body: draft })
}
