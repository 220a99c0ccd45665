import { expect, it } from 'vitest'
import { textVersions } from './textVersions.ts'

const edit = (part: string, text: string, base?: string) => ({ type: 'editReport', part, text, base })
const textsOf = (log: Parameters<typeof textVersions>[0], part: string) =>
  textVersions(log, part).map(({ text }) => text)
const facilitator = { role: 'facilitator' }

it('[Z1] are those that stood there, also after two themes were merged', () => {
  const log = [
    { at: 0, actor: facilitator, command: edit('theme:a', 'Bussen.') },
    { at: 200_000, actor: facilitator, command: edit('theme:b', 'Sista turen går klockan sex.') },
    { at: 400_000, actor: facilitator, command: { type: 'mergeThemes', themeId: 'b', into: 'a' } },
    {
      at: 600_000,
      actor: facilitator,
      command: edit(
        'theme:a',
        'Bussen.\n\nSista turen går klockan sju.',
        'Bussen.\n\nSista turen går klockan sex.',
      ),
    },
  ]
  expect(textsOf(log, 'theme:a')).toEqual([
    'Bussen.\n\nSista turen går klockan sju.',
    'Bussen.\n\nSista turen går klockan sex.',
    'Bussen.',
  ])
  expect(textsOf(log, 'theme:b')).toEqual(['', 'Sista turen går klockan sex.'])
})

it('[Z1] keep what a colleague without a name wrote over within two minutes', () => {
  const log = [
    { at: 0, actor: facilitator, command: edit('summary', 'Bussen') },
    { at: 10_000, actor: facilitator, command: edit('summary', 'Bussen är viktigast.') },
    { at: 20_000, actor: facilitator, command: edit('summary', 'Fibern är det som alla talade om.') },
    {
      at: 30_000,
      actor: { role: 'organiser' },
      command: edit('summary', 'Fibern är det som alla talade om. Ja.'),
    },
  ]
  expect(textsOf(log, 'summary')).toEqual([
    'Fibern är det som alla talade om. Ja.',
    'Fibern är det som alla talade om.',
    'Bussen är viktigast.',
  ])
})
