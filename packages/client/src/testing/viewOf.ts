/** A participant's view to start from in tests: a running round at table 4 in an invented village. */
import type { NoteView, PhaseView, View } from '@bordet/workshop'

const phase: PhaseView = {
  id: 'r1',
  index: 2,
  kind: 'round',
  name: 'Omgång 1',
  question: 'Vad fungerar och vad saknas?',
  starters: [],
  minutes: 20,
  rotation: 'none',
  noteMode: { kind: 'open' },
  zones: [],
  status: 'running',
  startedAt: 0,
  durationMs: 1_200_000,
  pausedAt: null,
  holding: null,
  endsAt: 1_200_000,
}

export function viewOf(rest: Partial<View>): View {
  return {
    id: 'w1',
    version: 7,
    serverTime: 1_000,
    status: 'open',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    owner: 'Lindåsa kommun',
    language: 'sv',
    joinCode: '482913',
    joinUrl: 'http://bord.example/j/482913',
    startsAt: 0,
    phase,
    agenda: [],
    delayMs: 0,
    tables: [],
    peopleCount: 1,
    hallNotes: 0,
    hallHeldNotes: 0,
    move: null,
    broadcast: null,
    usesTowns: false,
    prompt: null,
    promptsOff: false,
    boardsLocked: false,
    gather: null,
    floorPlan: null,
    meetingLinks: [],
    me: {
      personId: 'p1',
      role: 'participant',
      name: '',
      table: 4,
      nextTable: null,
      isHost: false,
      stays: false,
      may: ['addNote'],
    },
    notes: [],
    vote: null,
    people: null,
    crew: null,
    reach: null,
    tableMessages: null,
    canUndo: null,
    reports: null,
    paperZones: null,
    boards: null,
    ...rest,
  }
}

export function noteOf(id: string, at: number, text = 'Bussen går för sällan.'): NoteView {
  return { id, zone: 'missing', phase: 'r1', table: 4, text, color: 'sun', at, via: 'phone', mine: false }
}
