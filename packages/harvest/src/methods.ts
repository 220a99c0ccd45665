/**
 * What each method's report has, in its order (the harvest lists of the five methods). A method's report is one list
 * here; own templates have the general one. What has neither notes nor rows nor a text of its own is left out.
 */
import type { SayHarvest } from './words.ts'

/** What a section makes of its zones or of the workshop. */
export const sectionShows = [
  'notes',
  'cards',
  'dots',
  'parts',
  'pins',
  'pinsOf',
  'byTable',
  'answers',
  'groups',
  'themes',
  'biggest',
  'actions',
  'promises',
  'consent',
  'ranking',
  'across',
  'tried',
  'points',
  'begun',
  'initiatives',
  'howMade',
  'approval',
  'intents',
  'plan',
  'funding',
  'changed',
  'basis',
  'projectCard',
  'asks',
  'proposals',
  'log',
  'spots',
  'heard',
  'missing',
  'claims',
  'meeting',
] as const
export type SectionShow = (typeof sectionShows)[number]

type Key = Parameters<SayHarvest>[0]
export type Heading = Extract<Key, `head${string}`>
export type Subheading = Extract<Key, `sub${string}`>

export interface Shown {
  show: SectionShow
  zones?: readonly string[]
  /** Only what was written in these phases, where the zone is open in several. */
  phases?: readonly string[]
  /** Of a map: only what is said of these layers, by their place in the template; layers of its own too. */
  layers?: readonly number[]
}

/** A heading of the second rank with a text of its own, and what stands under it. */
export interface Sub {
  under: Subheading
  shows: readonly Shown[]
}

export interface Section {
  /** Its heading, and the name of the text that organisers write under it. */
  head: Heading
  shows: readonly (Shown | Sub)[]
  /** The same in every report of a programme: what is written in the oldest part stands in all. */
  isShared?: boolean
}

const section = (head: Heading, ...shows: Section['shows']): Section => ({ head, shows })
const of = (show: SectionShow, ...zones: string[]): Shown => ({ show, zones })
const just = (show: SectionShow): Shown => ({ show })
const sub = (under: Subheading, ...shows: Shown[]): Sub => ({ under, shows })

const groups = section('headGroups', just('groups'))
const promises = section('headPromises', just('promises'))
const actions = section('headActions', just('actions'))
const across = section('headAcross', just('across'))

const reports: Readonly<Record<string, readonly Section[]>> = {
  'world-cafe-service': [
    section('headInShort', just('biggest')),
    section('headThemes', just('themes')),
    section('headServices', of('notes', 'works', 'missing')),
    section('headTried', of('tried', 'tried_ok', 'tried_no')),
    section('headNext', of('notes', 'live', 'business')),
    section('headIdeas', of('dots', 'wall', 'ideas')),
    groups,
    section('headQuestions', of('answers', 'askmun')),
    promises,
    actions,
    section('headByTable', of('byTable', 'carry')),
    across,
  ],
  'town-profile': [
    section('headSentence', of('notes', 'sentence')),
    section('headInShort'),
    section(
      'headSpecial',
      just('points'),
      { show: 'notes', zones: ['quotes'], phases: ['i1', 'i2'] },
      of('notes', 'special', 'yes', 'neighbour', 'stories'),
      of('pins', 'belong'),
    ),
    {
      ...section(
        'headTogether',
        { show: 'notes', zones: ['quotes'], phases: ['i5'] },
        of('dots', 'together'),
      ),
      isShared: true,
    },
    section(
      'headHappening',
      sub('subUnderWay', { show: 'notes', zones: ['quotes'], phases: ['i3'] }, just('begun')),
      sub('subPlans'),
    ),
    section('headChallenges', { show: 'notes', zones: ['quotes'], phases: ['i4'] }, of('notes', 'no', 'gap')),
    section(
      'headDirection',
      sub('subPhysical', of('notes', 'phys')),
      sub('subSocial', of('notes', 'soc')),
      sub('subCultural', of('notes', 'cult')),
      of('parts', 'direction'),
    ),
    section('headInitiatives', of('initiatives', 'actions', 'phys', 'soc', 'cult'), of('ranking', 'prio')),
    actions,
    section('headHowMade', just('howMade'), sub('subChanged')),
    section('headStatus', just('approval')),
    across,
  ],
  'bid-process': [
    section('headInShort'),
    section(
      'headPresent',
      sub('subArea', of('pins', 'area')),
      sub('subActors', of('cards', 'actors'), of('parts', 'matrix')),
      sub('subStrengths', of('notes', 'strong', 'weak')),
      sub('subFigures', of('notes', 'facts', 'guess')),
    ),
    section('headIntents', of('intents', 'intent')),
    section(
      'headVision',
      sub('subVision', just('points'), of('notes', 'vision', 'postcard')),
      sub('subGoals', of('cards', 'goals')),
      of('consent', 'vision'),
    ),
    section('headDisagree', of('notes', 'disagree')),
    section(
      'headActionPlan',
      of('plan', 'plan'),
      sub('subNobody', of('notes', 'gaps')),
      sub('subIdeas', of('dots', 'ideas'), of('parts', 'effort')),
      of('consent', 'plan'),
    ),
    section('headFunding', of('funding', 'plan')),
    section('headHundredDays', of('notes', 'quick')),
    section('headChanged', just('changed')),
  ],
  'town-centre-partnership': [
    section('headInShort'),
    section('headBasis', of('basis', 'who'), sub('subHowWeMeet', just('meeting')), of('notes', 'use')),
    section('headProject', of('projectCard', 'project')),
    section('headMemo', of('asks', 'politics')),
    section('headRejected', of('proposals', 'cands')),
    section(
      'headYoungOwners',
      sub('subYoung', of('pins', 'map'), of('notes', 'want'), of('dots', 'try')),
      sub('subOwners', of('pins', 'empty'), of('notes', 'hinder', 'offer')),
    ),
    actions,
    section('headExperience', of('log', 'did', 'happened', 'learn', 'next')),
  ],
  'citizen-dialogue-map-hosting': [
    section('headInShort', just('biggest')),
    section('headMaps', { show: 'pins', zones: ['map'], layers: [1, 2, 4] }),
    section('headWhy', of('spots', 'map'), of('notes', 'why')),
    section('headPride', { show: 'pinsOf', zones: ['map'], layers: [5, 3] }, of('notes', 'proud')),
    section(
      'headMunicipality',
      sub('subAsPlace', { show: 'pinsOf', zones: ['map'], layers: [6] }, of('parts', 'attitude')),
      sub('subAsOrganisation', of('notes', 'org')),
    ),
    section(
      'headHosting',
      sub('subMet', of('notes', 'met')),
      sub('subPromises', of('dots', 'promise')),
      sub('subSteps', of('notes', 'mine')),
    ),
    section('headHeard', just('heard'), sub('subMissing', just('missing'))),
    section(
      'headConclusions',
      of('claims', 'claims'),
      sub('subContrasts', of('notes', 'contrast')),
      just('themes'),
    ),
    section(
      'headAmbassadors',
      sub('subAgreed', of('intents', 'do')),
      sub('subNextMeeting', just('meeting')),
      of('notes', 'news', 'heard', 'need'),
    ),
    actions,
  ],
}

const general: readonly Section[] = [
  section('headInShort'),
  section('headThemes', just('themes')),
  groups,
  section('headQuestions', just('answers')),
  promises,
  actions,
  across,
]

export function sectionsOf(templateId: string): readonly Section[] {
  return (Object.hasOwn(reports, templateId) ? reports[templateId] : undefined) ?? general
}

/** Whether it is one of the methods whose report has a page for politicians. */
export function hasMemo(templateId: string): boolean {
  return sectionsOf(templateId).some(({ head }) => head === 'headMemo')
}

export function isSub(shown: Shown | Sub): shown is Sub {
  return 'under' in shown
}
