/** The café in Lindåsa a week later: its notes sorted by a few words, and a report that somebody wrote. */
import type { WorkshopState } from '@bordet/workshop'
import { lindasaCafe, startedAt, type Cafe } from './lindasaCafe.ts'

const themes = [
  ['housing', 'Bostäder', /bostad|lägenhet|hyres|hus\b/i],
  ['buses', 'Kollektivtrafik', /buss|tåg|skjuts/i],
  ['shop', 'Affär och service', /affär|butik|apotek|bank/i],
  ['meet', 'Mötesplatser', /bygdegård|träff|fika|café/i],
  ['net', 'Fiber och mobilnät', /fiber|mobil|täckning/i],
  ['young', 'Barn och unga', /skola|barn|ungdom|förskola/i],
] as const

export function writtenCafe(): Cafe {
  const cafe = lindasaCafe()
  const idOf = (pattern: RegExp, zone?: string) =>
    cafe.notes.find((note) => pattern.test(note.text) && (!zone || note.zone === zone))?.id ?? ''
  const questions = cafe.notes.filter(({ zone }) => zone === 'missing')
  const state: WorkshopState = {
    ...cafe.state,
    owner: 'Ekdala kommun',
    themes: themes.map(([id, name]) => ({ id, name, at: startedAt })),
    noteThemes: Object.fromEntries(
      cafe.notes.map(({ id, text }) => [
        id,
        themes.filter(([, , words]) => words.test(text)).map(([theme]) => theme),
      ]),
    ),
    report: {
      ...cafe.state.report,
      texts: {
        headInShort:
          'Bostäderna kom upp vid alla bord. Många vill bo kvar men hittar inget mindre.\n\nBussen på kvällen är det som fattas mest för de unga.',
        'theme:housing': 'Det som saknas är små lägenheter nära affären.\n\nMer om detta i rapporten.',
      },
      answers: Object.fromEntries(
        questions.slice(0, 1).map(({ id }) => [
          id,
          {
            text: 'Ja. Beslutet tas i nämnden i mars.',
            responsible: 'Kommunledningen',
            due: '2025-03-31',
          },
        ]),
      ),
      quotes: [idOf(/buss/i)],
      rows: {
        ...cafe.state.report.rows,
        promises: [
          {
            id: 'p1',
            cells: {
              said: 'Små lägenheter',
              doing: 'Vi bygger åtta vid torget.',
              notDoing: 'Vi bygger inga villor.',
              why: 'Marken räcker inte.',
            },
          },
        ],
        actions: [
          {
            id: 'a1',
            cells: {
              what: 'Kvällsbuss på prov',
              who: 'Regionen',
              when: 'hösten 2025',
              money: '',
              status: 'planned',
            },
          },
          { id: 'a2', cells: { what: 'Skatepark', who: '', when: '', money: '', status: 'stopped' } },
        ],
      },
    },
  }
  return { ...cafe, state }
}
