/**
 * What each method's report has, in its order (the harvest lists of the five methods). A method's report is one list
 * here; own templates have the general one. A section without notes, rows or text of its own is left out.
 */
import type { SayHarvest } from './words.ts'

/** What a section makes of its zones or of the workshop. */
export type SectionShow =
  | 'notes'
  | 'cards'
  | 'dots'
  | 'parts'
  | 'byTable'
  | 'pins'
  | 'answers'
  | 'groups'
  | 'themes'
  | 'actions'
  | 'promises'
  | 'funding'
  | 'howMade'
  | 'heard'

type Heading = Extract<Parameters<SayHarvest>[0], `head${string}`>

export interface Section {
  /** Its heading, and the name of the text that organisers write under it. */
  head: Heading
  shows: { show: SectionShow; zones?: readonly string[] }[]
}

const section = (head: Heading, ...shows: Section['shows']): Section => ({ head, shows })
const of = (show: SectionShow, ...zones: string[]) => ({ show, zones })

const inShort = section('headInShort')
const promises = section('headPromises', { show: 'promises' })
const actions = section('headActions', { show: 'actions' })
const groups = section('headGroups', { show: 'groups' })
const themes = section('headThemes', { show: 'themes' })

const reports: Readonly<Record<string, readonly Section[]>> = {
  'world-cafe-service': [
    inShort,
    themes,
    section('headServices', of('notes', 'works', 'missing')),
    section('headTried', of('cards', 'tried_ok', 'tried_no')),
    section('headNext', of('notes', 'live', 'business')),
    section('headIdeas', of('dots', 'wall', 'ideas')),
    groups,
    section('headQuestions', of('answers', 'askmun')),
    promises,
    actions,
    section('headByTable', of('byTable', 'carry')),
  ],
  'town-profile': [
    section('headSentence', of('notes', 'sentence')),
    inShort,
    section('headSpecial', { show: 'themes' }, of('notes', 'special', 'yes', 'neighbour', 'stories')),
    section('headTogether', of('notes', 'together')),
    section('headHappening', of('notes', 'quotes')),
    section('headChallenges', of('notes', 'no', 'gap')),
    section('headDirection', of('parts', 'direction'), of('notes', 'phys', 'soc', 'cult')),
    section('headInitiatives', of('dots', 'actions', 'prio')),
    actions,
    section('headHowMade', { show: 'howMade' }),
    section('headStatus'),
  ],
  'bid-process': [
    inShort,
    section(
      'headPresent',
      of('notes', 'strong', 'weak', 'facts', 'guess'),
      of('cards', 'actors'),
      of('pins', 'area'),
    ),
    section('headIntents', { show: 'groups' }),
    section('headVision', { show: 'themes' }, of('notes', 'vision', 'postcard'), of('cards', 'goals')),
    section('headDisagree', of('notes', 'disagree')),
    section('headActionPlan', of('cards', 'plan'), { show: 'actions' }, of('notes', 'gaps')),
    section('headFunding', { show: 'funding' }),
    section('headHundredDays', of('notes', 'quick')),
    section('headChanged'),
  ],
  'town-centre-partnership': [
    inShort,
    section('headBasis', of('cards', 'who'), of('notes', 'use')),
    section('headProject', of('cards', 'project')),
    section('headMemo', of('cards', 'politics')),
    section('headRejected', of('dots', 'cands')),
    section('headYoungOwners', of('pins', 'map', 'empty'), of('notes', 'want', 'try', 'hinder', 'offer')),
    actions,
    section('headExperience', of('notes', 'did', 'happened', 'learn', 'next')),
  ],
  'citizen-dialogue-map-hosting': [
    inShort,
    section('headMaps', of('pins', 'map')),
    section('headWhy', of('notes', 'why')),
    section('headPride', of('notes', 'proud')),
    section('headMunicipality', of('notes', 'org', 'met'), of('parts', 'attitude')),
    section('headHosting', of('dots', 'promise'), of('notes', 'mine')),
    section('headHeard', { show: 'heard' }),
    section('headConclusions', { show: 'themes' }, of('cards', 'claims'), of('notes', 'contrast')),
    section('headAmbassadors', of('notes', 'news', 'heard', 'need'), { show: 'groups' }),
    actions,
  ],
}

const general: readonly Section[] = [
  inShort,
  themes,
  groups,
  section('headQuestions', { show: 'answers' }),
  promises,
  actions,
]

export function sectionsOf(templateId: string): readonly Section[] {
  return (Object.hasOwn(reports, templateId) ? reports[templateId] : undefined) ?? general
}
