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

/**
 * Tables that grow row by row. Rows of `groups`, `plan` and `noteFacts` may have the id of a note, and say more about
 * it; `approval` and `meeting` have one row, `onlyRow`.
 */
export const reportLists = [
  'actions',
  'promises',
  'groups',
  'plan',
  'noteFacts',
  'claims',
  'heard',
  'asks',
  'approval',
  'meeting',
] as const
export type ReportList = (typeof reportLists)[number]

/** The cells of each table, in their order. Statuses are one of `actionStatuses`. */
export const reportCells = {
  actions: ['what', 'who', 'when', 'money', 'status'],
  promises: ['said', 'doing', 'notDoing', 'why'],
  groups: ['contact', 'meeting'],
  /** In the order of the fields of the action plan's cards: under a note's id, what is newer than the card. */
  plan: [
    'action',
    'goal',
    'responsible',
    'with',
    'start',
    'done',
    'hours',
    'money',
    'paidBy',
    'firstStep',
    'followUp',
    'status',
  ],
  /** Of one note: what was learnt, whether the proposal was chosen and why, when it happens, what it costs. */
  noteFacts: ['lesson', 'chosen', 'why', 'when', 'cost'],
  claims: ['claim', 'sure'],
  /** Whom we heard: a group, how many of it we heard, its share of everybody as far as that is known. */
  heard: ['about', 'group', 'heard', 'known'],
  /** What is asked of politicians. */
  asks: ['what', 'when', 'why', 'body'],
  approval: ['stage', 'commentsUntil', 'approvedOn', 'approvedBy'],
  meeting: ['when', 'where', 'how'],
} as const satisfies Record<ReportList, readonly string[]>

/** Of lists that have one row. */
export const onlyRow = 'only'
export const approvalStages = ['draft', 'comments', 'approved'] as const
export const costSizes = ['small', 'medium', 'large'] as const

/** How another workshop stands to a report: its notes are in it, or it is told of as another place. */
export const linkKinds = ['part', 'place'] as const
export type LinkKind = (typeof linkKinds)[number]
/** Cells that have one of a few values, in whichever table: two of them cannot be merged into one. */
export const choiceCells: ReadonlySet<string> = new Set(['status', 'stage', 'chosen', 'cost', 'sure'])

export const actionStatuses = ['planned', 'begun', 'done', 'stopped'] as const

/** What somebody of the crew has open at the harvest's desk. */
export const crewDoings = ['themes', 'report', 'history', 'files'] as const
export type CrewDoing = (typeof crewDoings)[number]
