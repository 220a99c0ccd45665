import { mergeText } from '@bordet/workshop/mergeText'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accept,
  insertAt,
  isDirty,
  lose,
  openDraft,
  receive,
  refuse,
  resume,
  send,
  toKept,
  write,
  type TextDraft,
} from './textDraft.ts'

function sent(draft: TextDraft): TextDraft {
  const next = send(draft, 'op')
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
    expect(send(under, 'other')).toBeNull()
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

  it('keeps what the server has not got, and nothing else', () => {
    expect(toKept(openDraft('a'))).toBeNull()
    expect(toKept(write(openDraft('a'), 'a '))).toBeNull()
    expect(toKept(write(openDraft('a'), 'b'))).toEqual({ text: 'b', base: 'a', sending: null })
    const under = sent(write(openDraft('a'), 'b'))
    expect(toKept(under)).toEqual({ text: 'b', base: 'a', sending: { text: 'b', opId: 'op' } })
    expect(toKept(accept(under))).toBeNull()
    // Taken back while it was under way: the server may have it.
    expect(toKept(write(under, 'a'))).toMatchObject({ text: 'a', sending: { text: 'b' } })
  })

  it('sends what may have arrived once more under the same id, and then the rest', () => {
    const kept = toKept(write(lose(sent(write(openDraft(''), 'Bussen'))), 'Bussen går'))
    if (kept === null) throw new Error('Nothing was kept.')
    const again = send(resume(kept, ''), 'new')
    expect(again?.sending).toMatchObject({ text: 'Bussen', opId: 'op', isLost: false })
    const rest = again && send(accept(again), 'new')
    expect(rest).toMatchObject({ base: 'Bussen', sending: { text: 'Bussen går', opId: 'new' } })
  })

  it('has nothing to send when the server has it already', () => {
    const kept = toKept(sent(write(openDraft(''), 'Bussen')))
    expect(kept && toKept(resume(kept, 'Bussen'))).toBeNull()
  })

  it('puts a quote on lines of its own', () => {
    expect(insertAt('', 0, '”Ja”')).toEqual({ text: '”Ja”\n\n', end: 6 })
    expect(insertAt('Först. Sedan.', 6, '”Ja”')).toEqual({ text: 'Först.\n\n”Ja”\n\nSedan.', end: 14 })
  })

  it('loses no word of two writers and doubles none, in any order of saves, news, lost answers and reloads', () => {
    const step = fc.constantFrom('write', 'save', 'answer', 'news', 'lost', 'unsent', 'reload')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1), step), { maxLength: 60 }), (steps) => {
        let server = 'start'
        let ids = 0
        const once = new Set<string>()
        const drafts = [openDraft(server), openDraft(server)]
        const written: string[] = []
        const onItsWay = ({ sending }: TextDraft) => sending !== null && !sending.isLost
        const arrive = (next: TextDraft) => {
          if (!next.sending || once.has(next.sending.opId)) return
          once.add(next.sending.opId)
          server = mergeText(next.base, server, next.sending.text).trim()
        }
        const act = (who: number, what: (typeof steps)[number][1]) => {
          const draft = drafts[who]
          if (draft === undefined) return
          const ahead = () => send(draft, String((ids += 1)))
          if (what === 'write') {
            const word = `${who === 0 ? 'anna' : 'bo'}${written.length}`
            written.push(word)
            // Each at their own end, so that both may be right at once.
            drafts[who] = write(draft, who === 0 ? `${word} ${draft.text}` : `${draft.text} ${word}`)
          }
          if (what === 'save' || what === 'unsent' || what === 'lost') {
            const next = ahead()
            if (next === null) return
            if (what !== 'unsent') arrive(next)
            drafts[who] = what === 'save' ? next : lose(next)
          }
          if (what === 'answer' && onItsWay(draft)) drafts[who] = accept(draft)
          if (what === 'news') drafts[who] = receive(draft, server)
          if (what === 'reload') {
            const kept = toKept(draft)
            drafts[who] = kept ? resume(kept, server) : openDraft(server)
          }
        }
        for (const [who, what] of steps) act(who, what)
        for (const what of ['answer', 'save', 'answer', 'save', 'answer', 'news'] as const)
          for (const who of [0, 1]) act(who, what)
        act(0, 'news')
        const words = server.split(/\s+/)
        expect(words.toSorted()).toEqual(['start', ...written].toSorted())
        for (const draft of drafts) expect(draft.text.trim()).toBe(server)
      }),
      { numRuns: 1_000, seed: 11 },
    )
  })
})
