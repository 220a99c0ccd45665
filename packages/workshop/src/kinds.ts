/** What parts of an evening and zones there are. Apart from the schemas, so that pages can list them for nothing. */
export const phaseKinds = [
  'arrival',
  'plenary',
  'round',
  'move',
  'break',
  'harvest',
  'vote',
  'consent',
  'signup',
  'map',
  'interview',
  'theme',
] as const

/** What people can say about another's note without a word. */
export const reactions = ['agree', 'important', 'more'] as const
export type Reaction = (typeof reactions)[number]

export const zoneKinds = [
  'notes',
  'cards',
  'columns2',
  'columns3',
  'matrix2x2',
  'table',
  'checklist',
  'scoring',
  'ranking',
  'signup',
  'themes',
  'map',
  'locked',
  'import',
] as const

/** Tables that grow row by row. `groups` has what a working group agreed, under the id of its note. */
export const reportLists = ['actions', 'promises', 'groups'] as const
export type ReportList = (typeof reportLists)[number]

/** The cells of each table, in their order. Statuses are one of `actionStatuses`. */
export const reportCells = {
  actions: ['what', 'who', 'when', 'money', 'status'],
  promises: ['said', 'doing', 'notDoing', 'why'],
  groups: ['contact', 'meeting'],
} as const satisfies Record<ReportList, readonly string[]>

/** Cells that have one of a few values, in whichever table: two of them cannot be merged into one. */
export const choiceCells: ReadonlySet<string> = new Set(['status', 'stage', 'chosen', 'cost', 'sure'])

export const actionStatuses = ['planned', 'begun', 'done', 'stopped'] as const
