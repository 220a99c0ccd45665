import { beforeEach, describe, expect, it } from 'vitest'
import { forget } from '../kept.ts'
import { draftOf, draftsOffered, keepDraft, offerDraftsLastIn, readDrafts } from './drafts.ts'

const zone = { id: 'missing', title: 'Det saknas', icon: 'gap', color: 'sun' } as const
const draft = (phaseId: string, text: string) => ({ phaseId, phaseName: phaseId, zone, text, at: 1 })

describe('drafts', () => {
  beforeEach(() => forget('drafts.p'))

  it('are kept one for each phase, the newest words of each', () => {
    keepDraft('p', draft('r1', 'Bus'))
    keepDraft('p', draft('r2', 'Bad'))
    keepDraft('p', draft('r1', 'Buss'))
    expect(draftOf('p', 'r1')?.text).toBe('Buss')
    expect(readDrafts('p')).toHaveLength(2)
  })

  it('are forgotten when nothing is left of them', () => {
    keepDraft('p', draft('r1', 'Buss'))
    keepDraft('p', draft('r1', '  '))
    expect(readDrafts('p')).toEqual([])
  })

  it('are offered until the next round has been left, and are there again in their own', () => {
    keepDraft('p', draft('r1', 'Buss'))
    expect(draftsOffered('p', 'break')).toHaveLength(1)
    offerDraftsLastIn('p', 'r2')
    offerDraftsLastIn('p', 'r3')
    expect(['r1', 'r2', 'r3', 'plenary'].map((phase) => draftsOffered('p', phase).length)).toEqual([
      0, 1, 0, 0,
    ])
    expect(draftOf('p', 'r1')?.text).toBe('Buss')
  })

  it('are each person’s own', () => {
    keepDraft('p', draft('r1', 'Buss'))
    expect(draftOf('q', 'r1')).toBeNull()
  })
})
