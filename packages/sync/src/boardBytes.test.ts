/** Answers made of ready bytes: whatever the order of writing, asking and compacting, they give the whole board. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createBoardBytes, type Answer } from './boardBytes.ts'
import { buildDoc } from './buildDoc.ts'
import { encodeBoard } from './encodeBoard.ts'
import { bodyOf } from './messages.ts'

function docOf(answer: Answer, doc = new Y.Doc()): Y.Doc {
  for (const message of answer.flat()) Y.applyUpdate(doc, bodyOf(message))
  return doc
}

/** Few enough for a story of some dozen steps to have many chunks. */
const perChunk = 3

const isStep2 = (message: Uint8Array | undefined) => message?.[0] === 0 && message[1] === 1

describe('the bytes of a board', () => {
  it('answer a newcomer and one who comes back with all there is, whatever happened before', () => {
    const steps = fc.array(
      fc.constantFrom('write', 'write', 'erase', 'ask', 'comeBack', 'compact', 'takeBack'),
      {
        minLength: 20,
        maxLength: 300,
      },
    )
    fc.assert(
      fc.property(steps, (story) => {
        const source = new Y.Doc()
        const bytes = createBoardBytes(null, [], perChunk)
        source.on('update', (update: Uint8Array) => bytes.add(update))
        const returning = new Y.Doc()
        for (const [i, step] of story.entries()) {
          if (step === 'write') source.getMap('shapes').set(`s${i % 7}`, i)
          else if (step === 'erase') source.getMap('shapes').delete(`s${i % 7}`)
          else if (step === 'compact') {
            const count = (i * 7) % (bytes.updateCount() + 1)
            bytes.replaceBase(encodeBoard(bytes.parts(count)), count)
          } else if (step === 'takeBack') {
            const other = new Y.Doc()
            other.getMap('shapes').set('never', i)
            bytes.add(Y.encodeStateAsUpdate(other))
            bytes.takeBack()
          } else {
            const doc = step === 'ask' ? new Y.Doc() : returning
            const stateVector = Y.encodeStateVector(doc)
            const answer =
              bytes.answer(stateVector) ??
              bytes.answerAnew(stateVector, Y.encodeStateAsUpdate(source, stateVector))
            docOf(answer, doc)
            expect(doc.getMap('shapes').toJSON()).toEqual(source.getMap('shapes').toJSON())
          }
        }
        expect(Y.encodeStateVector(buildDoc(bytes.parts()))).toEqual(Y.encodeStateVector(source))
      }),
      { numRuns: 60 },
    )
  })

  it('are the same for everybody who asks after a compaction as before it', () => {
    const bytes = createBoardBytes(null, [], perChunk)
    const source = new Y.Doc()
    source.on('update', (update: Uint8Array) => bytes.add(update))
    const write = (key: string) => source.getMap('shapes').set(key, key)
    for (let i = 0; i < 9; i++) write(`before${i}`)
    const nobody = Uint8Array.of(0)
    docOf(bytes.answer(nobody) ?? [])
    bytes.replaceBase(encodeBoard(bytes.parts(7)), 7)
    for (let i = 0; i < 5; i++) write(`after${i}`)
    const newcomer = docOf(bytes.answer(nobody) ?? [])
    expect(newcomer.getMap('shapes').toJSON()).toEqual(source.getMap('shapes').toJSON())
  })

  it('say that it is all only at the very end', () => {
    const bytes = createBoardBytes(null, [])
    const source = new Y.Doc()
    source.on('update', (update: Uint8Array) => bytes.add(update))
    for (let i = 0; i < 130; i++) source.getMap('shapes').set(`s${i}`, i)
    const messages = (bytes.answer(Uint8Array.of(0)) ?? []).flat()
    expect(messages.filter(isStep2)).toHaveLength(1)
    expect(isStep2(messages.at(-1))).toBe(true)
    expect(messages.length).toBe(1 + 2 + 2 + 1) // base, two merged chunks, two updates, the end
  })

  it('are sent as the very same arrays to many who ask the same', () => {
    const bytes = createBoardBytes(null, [])
    const nobody = Uint8Array.of(0)
    const first = bytes.answer(nobody)
    expect(bytes.answer(nobody)?.[0]).toBe(first?.[0])
    bytes.add(Uint8Array.of(0, 0))
    expect(bytes.answer(nobody)?.[0]).toBe(first?.[0])
    expect(bytes.answer(nobody)?.[1]).toBe(bytes.answer(nobody)?.[1])
  })
})
