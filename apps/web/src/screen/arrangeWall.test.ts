import { describe, expect, it } from 'vitest'
import { arrangeWall } from './arrangeWall.ts'
import { isAlike, tellingWords } from './tellingWords.ts'

const card = (table: number, text: string) => ({ noteId: `${table} ${text}`, table, text, hasTheme: false })
const hall = (tables: number) =>
  Array.from({ length: tables }, (_, index) => card(index + 1, `Cykelväg ${index}`))

describe('the harvest wall', () => {
  it('shows every table of a small hall with its cards', () => {
    const cards = [card(1, 'Bussen'), card(1, 'Badplatsen'), card(3, 'Skolan')]
    expect(arrangeWall({ cards, themes: [] }, 'sv')).toEqual({
      kind: 'tables',
      tables: [
        { table: 1, notes: ['Bussen', 'Badplatsen'] },
        { table: 3, notes: ['Skolan'] },
      ],
    })
    expect(arrangeWall({ cards: hall(12), themes: [] }, 'sv').kind).toBe('tables')
  })

  it('gathers a large one by the words that come again, and calls who has something of their own', () => {
    const cards = [
      ...hall(13),
      card(2, 'En kvällsbuss till stan'),
      card(7, 'Bussen går inte på kvällen'),
      card(7, 'Bibliotek'),
      card(9, 'Ny brygga'),
      card(9, 'Loppis'),
    ]
    const wall = arrangeWall({ cards, themes: [] }, 'sv')
    if (wall.kind !== 'groups') throw new Error('not gathered')
    expect(wall.groups.map(({ title, tables }) => [title, tables.length])).toEqual([
      ['Cykelväg', 13],
      ['Bussen', 2],
    ])
    expect(wall.groups[1]).toMatchObject({ quote: 'En kvällsbuss till stan', tables: [2, 7] })
    expect(wall.own).toEqual([9, 7])
  })

  it('shows the crew’s themes, also one without notes, and calls who has what nobody sorted nor anybody else said', () => {
    const cards = [
      { ...card(1, 'Små lägenheter'), hasTheme: true },
      card(2, 'Lägenheter nära skolan'),
      card(3, 'En brygga'),
    ]
    const themes = [
      { id: 'a', name: 'Fiber', tables: [], quote: null },
      { id: 'b', name: 'Att bo här', tables: [1], quote: 'Små lägenheter' },
    ]
    expect(arrangeWall({ cards, themes }, 'sv')).toEqual({
      kind: 'groups',
      groups: [
        { title: 'Att bo här', quote: 'Små lägenheter', tables: [1] },
        { title: 'Fiber', quote: null, tables: [] },
      ],
      own: [3],
    })
  })

  it('shows as many groups as the wall holds, and is there at once for a hundred tables', () => {
    const words =
      'buss skola bibliotek brygga fiber vatten torg park lanthandel macka idrott kyrka loppis'.split(' ')
    const cards = Array.from({ length: 300 }, (_, index) =>
      card(1 + (index % 100), `${words[index % words.length]} nummer ${index}`),
    )
    const before = performance.now()
    const wall = arrangeWall({ cards, themes: [] }, 'sv')
    expect(performance.now() - before).toBeLessThan(500)
    expect(wall.kind === 'groups' && wall.groups.length).toBeLessThanOrEqual(9)
  })
})

describe('telling words', () => {
  it('leaves out short and common ones', () => {
    expect(tellingWords('Det behöver finnas en BUSS efter skolan, en buss!', 'sv')).toEqual([
      'finnas',
      'buss',
      'skolan',
    ])
  })

  it('takes forms and compounds for the same, and chance beginnings not', () => {
    expect(isAlike('buss', 'kvällsbuss')).toBe(true)
    expect(isAlike('lägenhet', 'lägenheter')).toBe(true)
    expect(isAlike('skolorna', 'skolornas')).toBe(true)
    expect(isAlike('kommunen', 'kommissionen')).toBe(false)
    expect(isAlike('landsbygd', 'landstinget')).toBe(false)
  })
})
