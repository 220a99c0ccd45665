import { mergeText } from '@bordet/workshop/mergeText'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accept, isDirty, openDraft, receive, refuse, send, write, type TextDraft } from './textDraft.ts'

function sent(draft: TextDraft): TextDraft {
  const next = send(draft)
  if (next === null) throw new Error('There was nothing to send.')
  return next
}

describe('a text that several write', () => {
  it('keeps the words in the field while the server has not told of them yet', () => {
    const saved = accept(sent(write(openDraft(''), 'Bussen går.')))
    expect(saved).toMatchObject({ text: 'Bussen går.', base: 'Bussen går.' })
    // The page still has the answer from before.
    expect(receive(saved, '').text).toBe('Bussen går.')
    expect(receive(saved, 'Bussen går.').text).toBe('Bussen går.')
  })

  it('sends what was written during a save against what that save had', () => {
    const under = write(sent(write(openDraft(''), 'Bussen')), 'Bussen går')
    expect(send(under)).toBeNull()
    const next = sent(accept(under))
    expect(next.base).toBe('Bussen')
    expect(next.sending?.text).toBe('Bussen går')
    expect(mergeText(next.base, 'Bussen', next.sending?.text ?? '')).toBe('Bussen går')
  })

  it('leaves a blank or a new line under the cursor', () => {
    const saved = accept(sent(write(openDraft(''), 'En rad.\n')))
    expect(isDirty(saved)).toBe(false)
    expect(receive(saved, 'En rad.').text).toBe('En rad.\n')
    expect(receive(saved, 'Två rader.').text).toBe('Två rader.')
  })

  it('shows what others wrote once its own words are in, whichever came first', () => {
    const both = 'Deras. Mina.'
    const told = receive(sent(write(openDraft(''), 'Mina.')), both)
    expect(told.text).toBe('Mina.')
    expect(accept(told)).toMatchObject({ text: both, base: both })
    expect(receive(accept(sent(write(openDraft(''), 'Mina.'))), both).text).toBe(both)
  })

  it('sends again what could not be sent', () => {
    const failed = refuse(sent(write(openDraft('a'), 'b')))
    expect(isDirty(failed)).toBe(true)
    expect(sent(failed).sending?.text).toBe('b')
  })

  it('loses no word of two writers and doubles none, in any order of saves and news', () => {
    const step = fc.constantFrom('write', 'save', 'answer', 'news') as fc.Arbitrary<
      'write' | 'save' | 'answer' | 'news'
    >
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), step), { maxLength: 60 }), (steps) => {
        let server = 'start'
        const drafts = [openDraft(server), openDraft(server)]
        const written: string[] = []
        const act = (who: number, what: (typeof steps)[number][1]) => {
          const draft = drafts[who]
          if (draft === undefined) return
          if (what === 'write') {
            const word = `${who === 0 ? 'anna' : 'bo'}${written.length}`
            written.push(word)
            // Each at their own end, so that both may be right at once.
            drafts[who] = write(draft, who === 0 ? `${word} ${draft.text}` : `${draft.text} ${word}`)
          }
          if (what === 'save') {
            const next = send(draft)
            if (next?.sending) {
              server = mergeText(next.base, server, next.sending.text).trim()
              drafts[who] = next
            }
          }
          if (what === 'answer') drafts[who] = accept(draft)
          if (what === 'news') drafts[who] = receive(draft, server)
        }
        for (const [who, what] of steps) act(who, what)
        for (const what of ['answer', 'save', 'answer', 'news'] as const)
          for (const who of [0, 1]) act(who, what)
        act(0, 'news')
        const words = server.split(/\s+/)
        expect(words.toSorted()).toEqual(['start', ...written].toSorted())
        for (const draft of drafts) expect(draft.text.trim()).toBe(server)
      }),
      { numRuns: 500, seed: 11 },
    )
  })
})
