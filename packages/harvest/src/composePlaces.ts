/**
 * Several places in one document: what they share, what is special about each, theme by theme with counts and shares,
 * then every note of every place with where it was written.
 */
import { dateLong, type Language } from '@bordet/text'
import { compareThemes, type ComparedTheme } from './compareThemes.ts'
import { everyNote } from './composeSections.ts'
import type { Block, HarvestDocument } from './document.ts'
import { noImages, type HarvestImages } from './images.ts'
import type { Report } from './model.ts'
import { themeKey } from './wordsOfTheme.ts'
import { loadWords, noteOrigin, notePhoto, noteText, type SayHarvest } from './words.ts'

const mostQuotes = 3

export async function composePlaces(
  reports: readonly Report[],
  language: Language,
  images: HarvestImages = noImages,
): Promise<HarvestDocument> {
  const say = await loadWords(language)
  const themes = compareThemes(
    reports.map((report) => ({
      id: report.place,
      counts: new Map(report.themes.map(({ name, notes }) => [name, notes.length])),
      sorted: everyNote(report).filter((note) => note.themes.length > 0).length,
    })),
  )
  const [first] = reports
  return {
    language,
    notesLanguage: first?.language ?? language,
    owner: first?.owner ?? '',
    writtenAt: first?.writtenAt ?? 0,
    title: say('placesTitle'),
    eyebrow: say('harvest'),
    lead: reports.map(nameOf).join(' · '),
    facts: [
      [say('placesCount'), String(reports.length)],
      [say('participants'), String(reports.reduce((sum, { participants }) => sum + participants, 0))],
      [say('notes'), String(reports.reduce((sum, { notes }) => sum + notes, 0))],
    ],
    intro: say('placesHow'),
    notices: [],
    blocks: [
      ...shared(themes, reports.length, say),
      { kind: 'heading', level: 1, text: say('placesThemes') },
      themeTable(reports, themes, language, say),
      { kind: 'heading', level: 1, text: say('placesProfiles') },
      ...reports.flatMap((report, index) => profile(report, index, themes, language, say)),
      { kind: 'heading', level: 1, text: say('headAppendix') },
      ...reports.flatMap((report): Block[] => [
        { kind: 'heading', level: 2, text: nameOf(report) },
        ...everyNote(report).map((note): Block => ({
          kind: 'note',
          id: note.id,
          text: noteText(note, say),
          source: [nameOf(report), noteOrigin(note, say), ...note.themes].join(' · '),
          dots: note.dots === null ? null : say('dotCount', { n: note.dots }),
          ...notePhoto(note, images, say),
        })),
      ]),
    ],
  }
}

function nameOf({ place, title }: Report): string {
  return place === '' ? title : place
}

function shared(themes: readonly ComparedTheme[], places: number, say: SayHarvest): Block[] {
  const common = themes.filter(({ isShared }) => isShared)
  if (common.length === 0) return []
  const items = common.map(({ name, notes, places: cells }) => {
    const present = cells.filter(({ count }) => count > 0).length
    return `${name}: ${say('noteCount', { n: notes })}, ${say('inPlaces', { n: present, of: places })}`
  })
  return [
    { kind: 'heading', level: 1, text: say('placesShared') },
    { kind: 'list', items },
  ]
}

function themeTable(
  reports: readonly Report[],
  themes: readonly ComparedTheme[],
  language: Language,
  say: SayHarvest,
): Block {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  return {
    kind: 'table',
    caption: say('placesThemes'),
    head: [say('columnTheme'), ...reports.map(nameOf), say('placesAll')],
    rows: themes.map(({ name, notes, places }) => [
      name,
      ...places.map(({ count, share, special }) => {
        const told = special === null ? '' : ` (${say(special === 'sure' ? 'specialSure' : 'specialLikely')})`
        return count === 0 ? '–' : `${count} · ${percent.format(share)}${told}`
      }),
      String(notes),
    ]),
  }
}

function profile(
  report: Report,
  index: number,
  themes: readonly ComparedTheme[],
  language: Language,
  say: SayHarvest,
): Block[] {
  const notes = new Map(everyNote(report).map((note) => [note.id, note]))
  const special = themes.filter(({ places }) => places[index]?.special)
  const sentence = report.texts['headSentence'] ?? report.texts['headInShort'] ?? ''
  return [
    { kind: 'heading', level: 2, text: nameOf(report) },
    {
      kind: 'paragraph',
      look: 'quiet',
      text: `${dateLong(language, report.heldAt, report.timeZone)} · ${say('participantCount', { n: report.participants })} · ${say('noteCount', { n: report.notes })}`,
    },
    ...(sentence === '' ? [] : [{ kind: 'paragraph', text: sentence } as const]),
    ...special.flatMap(({ name }): Block[] => {
      const own = report.themes.find((theme) => themeKey(theme.name) === themeKey(name))
      const told = (own?.notes ?? []).flatMap((id) => notes.get(id) ?? [])
      const marked = told.filter(({ quote }) => quote)
      return [
        { kind: 'heading', level: 3, text: `${name}: ${say('noteCount', { n: told.length })}` },
        ...(own && own.text !== '' ? [{ kind: 'paragraph', text: own.text } as const] : []),
        ...(marked.length > 0 ? marked : told.slice(0, mostQuotes)).map((note): Block => ({
          kind: 'quote',
          text: noteText(note, say),
          source: noteOrigin(note, say),
        })),
      ]
    }),
  ]
}
