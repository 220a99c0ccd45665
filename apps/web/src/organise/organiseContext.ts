/** What every part of the organiser's pages may read. */
import type { Language } from '@bordet/text'
import { createContext, useContext } from 'react'
import type { SayRefusal } from '../shared/useRefusals.ts'
import type { SayOrganise, SayProgramme } from './words.ts'

export interface Desk {
  key: string
  say: SayOrganise
  /** Of the programme’s editor and own templates. */
  plan: SayProgramme
  refusal: SayRefusal
  language: Language
  /** The key opened nothing: ask for it again. */
  deny(): void
}

export const OrganiseContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(OrganiseContext)
  if (!desk) throw new Error('A part of the organiser’s pages stands outside them.')
  return desk
}

/** An address of these pages; the key stays in the fragment. */
export function pageHref(key: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `/organise${search ? `?${search}` : ''}#${key}`
}
