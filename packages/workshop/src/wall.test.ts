import { describe, expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall, screen, tableDevice } from './pretendHall.ts'

const live = '4f6c8a52-7d0e-4f2b-9a63-1c5f0b7d9e21'
const anna = participant('person-1')

function harvested(): PretendHall {
  const hall = new PretendHall({ people: 8 }).start('tableharvest')
  for (const [table, text] of [
    [2, 'En kvällsbuss'],
    [1, 'Lägenheter'],
    [1, 'Badplatsen'],
  ] as const)
    hall.do(helper, { type: 'addNoteFor', table, zone: 'carry', text })
  return hall
}
const texts = (cards: readonly { table?: number; text: string }[] | undefined) =>
  cards?.map(({ text }) => text)

describe('the harvest wall', () => {
  it('[Q1] holds what the tables carry, by table, once the harvest is shown to all', () => {
    const hall = harvested()
    expect(hall.view(screen).wall).toBeNull()
    hall.start('plenary')
    expect(texts(hall.view(screen).wall?.cards)).toEqual(['Lägenheter', 'Badplatsen', 'En kvällsbuss'])
    expect(hall.view(screen).wall?.themes).toEqual([])
    hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text: 'Bostäder' })
    expect(hall.view(screen).wall?.themes).toMatchObject([{ name: 'Bostäder', tables: [], quote: null }])
    hall.start('dots')
    expect(hall.view(screen).wall).toBeNull()
  })

  it('[Q1] has the themes that notes were sorted under, with the tables these came from', () => {
    const hall = harvested().start('plenary')
    const cards = hall.view(screen).wall?.cards ?? []
    hall.do(facilitator, { type: 'setTheme', themeId: live, name: 'Att bo här' })
    for (const card of cards.filter(({ text }) => text !== 'Badplatsen'))
      hall.do(facilitator, { type: 'assignTheme', noteId: card.noteId, themeIds: [live] })
    expect(hall.view(screen).wall?.themes).toEqual([
      { id: live, name: 'Att bo här', tables: [1, 2], quote: 'Lägenheter' },
    ])
    expect(hall.view(screen).wall?.cards.map(({ hasTheme }) => hasTheme)).toEqual([true, false, true])
  })

  it('[Q1] leaves out what was hidden', () => {
    const hall = harvested().start('plenary')
    const [first] = hall.view(screen).wall?.cards ?? []
    hall.do(facilitator, { type: 'hideNote', noteId: first?.noteId ?? '', hidden: true })
    expect(texts(hall.view(screen).wall?.cards)).toEqual(['Badplatsen', 'En kvällsbuss'])
  })

  it('[Q2] is for the screen and the crew', () => {
    const hall = harvested().start('plenary')
    expect(hall.view(facilitator).wall).not.toBeNull()
    expect(hall.view(anna).wall).toBeNull()
    expect(hall.view(tableDevice(1)).wall).toBeNull()
  })
})
