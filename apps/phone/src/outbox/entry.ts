/** What waits on the phone until the server has answered: one entry for each thing a person did to a note. */
import type { Ask, NoteColor } from '@bordet/workshop'

export type NoteAsk = Extract<Ask, { type: 'addNote' | 'editNote' | 'removeNote' | 'restoreNote' }>

/** How a note's zone looks, kept with the words so that they can be shown without the phase they were written in. */
export interface ZoneLook {
  id: string
  title: string
  icon: string
  color: NoteColor
}

export interface Entry {
  opId: string
  /** Whose words: several people may use one browser. */
  owner: string
  /** Entries about one note are sent in this order, one at a time; those about others may overtake one that fails. */
  order: number
  ask: NoteAsk
  /** The note it is about: for `addNote` its own opId. */
  noteId: string
  /** On the server's clock. */
  at: number
  /** It may have reached the server. From then on it must not change, only be followed by others. */
  tried: boolean
  /** Why the server said no; the words stay until the person decides. */
  refusal: string | null
  /** Only for `addNote`: a picture as a data URL, which is sent before the words and then named by them. */
  photo?: string
  /** Only for `addNote`. */
  zone?: ZoneLook
  phaseName?: string
}
