/** A view for unit tests: a hall of three tables in its first round, changed where a test says so. */
import type { PhaseView, TableView, View } from '@bordet/workshop'

export function pretendTable(number: number, change: Partial<TableView> = {}): TableView {
  return {
    number,
    host: `host-${number}`,
    hostName: null,
    town: '',
    people: 5,
    expected: null,
    notes: 0,
    heldNotes: 0,
    helpAt: null,
    helpBy: null,
    waitingPhones: 0,
    waitingSince: null,
    ...change,
  }
}

export function pretendPhase(change: Partial<PhaseView> = {}): PhaseView {
  return {
    id: 'r1',
    kind: 'round',
    name: 'Omgång 1: Servicen i dag',
    starters: [],
    minutes: 20,
    rotation: 'none',
    noteMode: { kind: 'open' },
    zones: [
      { id: 'works', scope: 'table', kind: 'notes', title: 'Det fungerar', color: 'sky', icon: 'full' },
    ],
    index: 0,
    status: 'running',
    startedAt: 0,
    durationMs: 20 * 60_000,
    pausedAt: null,
    endsAt: 20 * 60_000,
    holding: null,
    ...change,
  }
}

export function pretendView(change: Partial<View> = {}): View {
  return {
    id: 'w',
    version: 1,
    serverTime: 0,
    status: 'open',
    title: 'World Café i Lindåsa',
    place: 'Lindåsa',
    owner: '',
    language: 'sv',
    joinCode: '482913',
    joinUrl: 'http://localhost/j/482913',
    startsAt: 0,
    phase: pretendPhase(),
    agenda: [],
    delayMs: 0,
    usesTowns: false,
    tables: [1, 2, 3].map((number) => pretendTable(number)),
    peopleCount: 15,
    hallNotes: 0,
    hallHeldNotes: 0,
    move: null,
    broadcast: null,
    prompt: null,
    promptsOff: false,
    boardsLocked: false,
    gather: null,
    floorPlan: null,
    meetingLinks: [],
    me: {
      personId: null,
      role: 'facilitator',
      name: '',
      table: null,
      nextTable: null,
      isHost: false,
      stays: false,
      may: [],
    },
    notes: [],
    vote: null,
    people: [],
    crew: null,
    reach: null,
    tableMessages: null,
    canUndo: null,
    reports: null,
    paperZones: null,
    boards: null,
    ...change,
  }
}
