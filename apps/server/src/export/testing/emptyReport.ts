/** A report that says nothing, for tests. */
import type { Report } from '@bordet/harvest'

export const emptyReport: Report = {
  templateId: 'own',
  title: 'Framtidskväll',
  place: 'Lindåsa',
  owner: '',
  language: 'sv',
  timeZone: 'Europe/Stockholm',
  status: 'closed',
  heldAt: 0,
  heldOn: '1970-01-01',
  writtenAt: 0,
  participants: 0,
  tables: 1,
  rounds: 0,
  unreadable: [],
  notes: 0,
  questions: [],
  themes: [],
  texts: {},
  answers: {},
  actions: [],
  promises: [],
}
