/** Whoever writes in the report's tables sees the words that will stand above the columns. */
import deskDa from '@bordet/text/desk/da'
import deskEn from '@bordet/text/desk/en'
import deskNb from '@bordet/text/desk/nb'
import deskSv from '@bordet/text/desk/sv'
import reportDa from '@bordet/text/harvest/da'
import reportEn from '@bordet/text/harvest/en'
import reportNb from '@bordet/text/harvest/nb'
import reportSv from '@bordet/text/harvest/sv'
import { describe, expect, it } from 'vitest'

const columns = {
  what: 'columnWhat',
  asked: 'columnAsk',
  responsible: 'columnWho',
  when: 'columnWhen',
  due: 'columnWhen',
  answer: 'columnAnswer',
  money: 'columnMoney',
  status: 'columnStatus',
  said: 'columnSaid',
  doing: 'columnDoing',
  notDoing: 'columnNotDoing',
  why: 'columnWhy',
  contact: 'columnContact',
  meeting: 'columnMeeting',
  goal: 'columnGoal',
  with: 'columnWith',
  start: 'columnStart',
  doneBy: 'columnDone',
  hours: 'columnHours',
  paidBy: 'columnPaidBy',
  firstStep: 'columnFirstStep',
  followUp: 'columnFollowUp',
  lesson: 'columnLesson',
  cost: 'columnCost',
  group: 'columnGroup',
  body: 'columnBody',
} as const

type Field = keyof typeof columns
type Column = (typeof columns)[Field]

describe('the fields of the report', () => {
  it.each([
    ['da', deskDa, reportDa],
    ['en', deskEn, reportEn],
    ['nb', deskNb, reportNb],
    ['sv', deskSv, reportSv],
  ] as const)(
    'are called what its columns are called, in %s',
    (_language, fields: Record<Field, string>, heads: Record<Column, string>) => {
      const called = (key: Field) => [key, heads[columns[key]]]
      const all = Object.entries(fields).filter((entry): entry is [Field, string] => entry[0] in columns)
      expect(all).toHaveLength(Object.keys(columns).length)
      for (const [key, words] of all) expect([key, words]).toEqual(called(key))
    },
  )
})
