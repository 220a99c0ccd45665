/**
 * From a report to the document that people read: the method's sections first, then every note word for word. Quotes
 * before the appendix are quotes; each note stands in the appendix exactly once.
 */
import { dateLong, type Language } from '@bordet/text'
import { sectionBlocks, themeBlocks } from './composeSections.ts'
import { composingOf, isWorkedOn, mergedThemes, type Composing } from './composing.ts'
import type { Block, HarvestDocument } from './document.ts'
import { noImages, type HarvestImages } from './images.ts'
import { markWritten } from './markWritten.ts'
import { isSub, sectionsOf } from './methods.ts'
import type { Report, ReportNote, ReportQuestion } from './model.ts'
import { approvalFact } from './profileSections.ts'
import {
  choiceLines,
  loadWords,
  noteOrigin,
  notePhoto,
  notices,
  noteText,
  questionName,
  reportFacts,
  voteSummary,
  withPin,
  zoneTitle,
} from './words.ts'

export async function composeDocument(
  report: Report,
  language: Language,
  images: HarvestImages = noImages,
): Promise<HarvestDocument> {
  const say = await loadWords(language)
  const date = dateLong(language, report.heldAt, report.timeZone)
  const composing = composingOf(report, language, say, images)
  const sections = sectionsOf(report.templateId).flatMap((section) => sectionBlocks(section, composing))
  const appendix = report.questions.flatMap((question) => questionBlocks(question, composing))
  const approval = approvalFact(composing)
  const titles = new Intl.ListFormat(language).format(
    report.parts.map(({ title }) => say('named', { name: title })),
  )
  return {
    language,
    notesLanguage: report.language,
    owner: report.owner,
    writtenAt: report.writtenAt,
    title: report.title,
    titleLanguage: report.language,
    eyebrow: say('harvest'),
    lead: [report.place, date].filter((part) => part !== '').join(' · '),
    facts: [
      ...reportFacts(report, language, say),
      ...(approval === null ? [] : [[say('columnStatus'), approval] satisfies [string, string]]),
    ],
    intro: say('intro'),
    notices: notices(report, language, say),
    blocks: markWritten(
      [
        ...sections,
        ...otherThemes(composing),
        { kind: 'heading', level: 1, text: say('headAppendix') },
        ...(report.parts.length > 0 ? [quiet(say('partsElsewhere', { titles }))] : []),
        ...(appendix.length > 0 ? appendix : [quiet(say('noNotes'))]),
      ],
      report,
      { language, notesLanguage: report.language },
    ),
  }
}

/**
 * Themes that somebody worked on, in the report of a method that tells of none: what was written or chosen is never
 * left out.
 */
function otherThemes(composing: Composing): Block[] {
  const { report, say } = composing
  const shows = sectionsOf(report.templateId).flatMap((section) =>
    section.shows.flatMap((shown) => (isSub(shown) ? shown.shows : [shown])),
  )
  if (shows.some(({ show }) => show === 'themes' || show === 'points')) return []
  const themes = mergedThemes(composing).filter(isWorkedOn)
  if (themes.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: say('headThemes') },
    ...themes.flatMap((theme) => themeBlocks(theme, composing)),
  ]
}

/** Nothing of a part of the meeting where nobody wrote and nothing was chosen. */
function questionBlocks(question: ReportQuestion, composing: Composing): Block[] {
  const { language, say } = composing
  const votes = voteSummary(question, language, say)
  const choices = choiceLines(question, language, say)
  const zones = question.zones.filter(({ notes }) => notes.length > 0)
  if (zones.length === 0 && choices.length === 0 && (question.vote?.dots ?? 0) === 0) return []
  return [
    { kind: 'heading', level: 2, text: questionName(question, say) },
    ...(question.question === ''
      ? []
      : [{ kind: 'paragraph', text: question.question, look: 'asked' } as const]),
    ...(votes ? [quiet(votes)] : []),
    ...(choices.length > 0 ? [{ kind: 'list', items: choices } as const] : []),
    ...zones.flatMap((zone): Block[] => [
      { kind: 'heading', level: 3, text: zoneTitle(zone, say) },
      ...zone.notes.map((note) => noteBlock(note, composing)),
    ]),
  ]
}

function noteBlock(note: ReportNote, { say, images, pins }: Composing): Block {
  const dots = note.dots === null ? null : say('dotCount', { n: note.dots })
  return {
    kind: 'note',
    text: noteText(note, say),
    source: withPin(noteOrigin(note, say), pins.get(note.id), say),
    dots,
    id: note.id,
    ...notePhoto(note, images, say),
  }
}

function quiet(text: string): Block {
  return { kind: 'paragraph', text, look: 'quiet' }
}
