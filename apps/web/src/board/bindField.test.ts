import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bindField, type Field } from './bindField.ts'

/** A textarea without a browser. */
class FakeField implements Field {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  #listeners = new Map<string, Set<() => void>>()
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start
    this.selectionEnd = end
  }
  addEventListener(type: string, listener: () => void) {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener))
  }
  removeEventListener(type: string, listener: () => void) {
    this.#listeners.get(type)?.delete(listener)
  }
  fire(type: string) {
    for (const listener of this.#listeners.get(type) ?? []) listener()
  }
  /** Replaces the selection, as a key press or a paste does. */
  type(words: string) {
    const [start, end] = [this.selectionStart, this.selectionEnd]
    this.value = this.value.slice(0, start) + words + this.value.slice(end)
    this.setSelectionRange(start + words.length, start + words.length)
    this.fire('input')
  }
  select(start: number, end = start) {
    const clamp = (place: number) => {
      const inside = Math.max(0, Math.min(this.value.length, place))
      // A browser's caret never stands inside a surrogate pair.
      return (this.value.codePointAt(inside - 1) ?? 0) > 0xffff ? inside - 1 : inside
    }
    this.setSelectionRange(clamp(Math.min(start, end)), clamp(Math.max(start, end)))
  }
}

/** Two devices on one note. `deliver` lets what one wrote reach the other. */
function twoDevices(words = '') {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs[0].getText('note').insert(0, words)
  const deliver = (to: 0 | 1) => {
    const [from, target] = [docs[to === 0 ? 1 : 0], docs[to]]
    Y.applyUpdate(target, Y.encodeStateAsUpdate(from, Y.encodeStateVector(target)), 'network')
  }
  deliver(1)
  const fields = [new FakeField(), new FakeField()] as const
  const stops = docs.map((doc, index) => bindField(fields[index === 0 ? 0 : 1], doc.getText('note'), 'here'))
  return { docs, fields, deliver, stop: () => stops.forEach((stop) => stop()) }
}

describe('two people who type in one note', () => {
  it('keep every letter and their carets', () => {
    const { fields, deliver } = twoDevices('Bussen går')
    const [a, b] = fields
    a.select(6)
    b.select(10)
    a.type(' 12')
    b.type(' aldrig')
    deliver(0)
    deliver(1)
    expect(a.value).toBe('Bussen 12 går aldrig')
    expect(b.value).toBe(a.value)
    expect(a.selectionStart).toBe(9)
    expect(b.selectionStart).toBe(20)
  })

  it('end with the same words, however their keys and the network interleave', () => {
    const who = fc.constantFrom(0 as const, 1 as const)
    const action = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('type' as const),
          who,
          words: fc.string({ unit: 'grapheme', maxLength: 4 }),
        }),
      },
      fc.record({ kind: fc.constant('select' as const), who, from: fc.nat(20), to: fc.nat(20) }),
      fc.record({ kind: fc.constant('deliver' as const), who }),
      fc.record({ kind: fc.constantFrom('compositionstart' as const, 'compositionend' as const), who }),
    )
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        (actions, words) => {
          const { docs, fields, deliver, stop } = twoDevices(words)
          for (const one of actions) {
            if (one.kind === 'deliver') deliver(one.who)
            else if (one.kind === 'type') fields[one.who].type(one.words)
            else if (one.kind === 'select') fields[one.who].select(one.from, one.to)
            else fields[one.who].fire(one.kind)
          }
          for (const field of fields) field.fire('compositionend')
          deliver(0)
          deliver(1)
          deliver(0)
          expect(fields[0].value).toBe(docs[0].getText('note').toString())
          expect(fields[1].value).toBe(docs[1].getText('note').toString())
          expect(fields[0].value).toBe(fields[1].value)
          stop()
        },
      ),
      { numRuns: 400 },
    )
  })

  it('lose nothing to a word that is being composed', () => {
    const { fields, deliver } = twoDevices('Bussen går')
    const [a, b] = fields
    a.select(10)
    a.fire('compositionstart')
    a.type(' sän')
    b.select(0)
    b.type('Obs! ')
    deliver(0)
    expect(a.value).toBe('Bussen går sän')
    a.fire('compositionend')
    expect(a.value).toBe('Obs! Bussen går sän')
    expect(a.selectionStart).toBe(19)
    deliver(1)
    expect(b.value).toBe(a.value)
  })

  it('hands in an unfinished word when the field goes away', () => {
    const { docs, fields, stop } = twoDevices()
    fields[0].fire('compositionstart')
    fields[0].type('hej')
    stop()
    expect(docs[0].getText('note').toString()).toBe('hej')
  })
})
