import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composeFields, takeFieldsApart } from './fields.ts'

const fields = ['Vad', 'När', 'Vem', 'Varför']
const value = fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('När: i går', 'a\nVem: b', 'Vad: c', ''))

it('[N11] takes apart what it composed, whatever the values look like', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), (values) => {
      const plain = values.map((each) => each.replace(/\s+/g, ' ').trim())
      expect(takeFieldsApart(fields, composeFields(fields, values))).toEqual(plain)
    }),
  )
})

it('[N11] loses no word of a text that was written on the board', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const words = text.split(/\s+/).filter((word) => word !== '')
      const found = takeFieldsApart(['Vad', 'När'], text).join(' ').split(/\s+/)
      for (const word of words) if (!/:/.test(word)) expect(found).toContain(word)
    }),
  )
  expect(takeFieldsApart(fields, 'Bussen\nNär: 2019\noch 2020')).toEqual(['Bussen', '2019 och 2020', '', ''])
})
