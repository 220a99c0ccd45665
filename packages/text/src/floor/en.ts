import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  hallTitle: 'The hall, or the meeting online',
  hallText: 'None of this is needed: without a plan the tables are shown in even rows.',
  planButton: 'Draw the floor plan',
  planText:
    'Where the tables stand. Shown on the big screen, on phones when people change tables, and on route cards.',
  planTitle: 'Floor plan',
  intro:
    'Press a table, then the place where it stands. With the keyboard: arrows, Enter, Delete. You can also drag.',
  tools: 'What are you doing?',
  move: 'Move',
  stage: 'Stage',
  door: 'Entrance',
  coffee: 'Coffee',
  window: 'Windows',
  columns: 'Columns',
  rows: 'Rows',
  less: 'Fewer: {what}',
  more: 'More: {what}',
  size: '{columns} columns and {rows} rows',
  sizeKept: 'Something stands there. Move it first.',
  gridLabel: 'The hall from above',
  table: 'Table {n}',
  place: 'row {row}, place {column}',
  free: 'empty',
  lifted: '{what} is lifted. Press the place where it should stand.',
  letGo: 'Left where it was.',
  standsNow: '{what} now stands at {place}.',
  gone: '{what} is gone from {place}.',
  nothingHere: 'Nothing stands here. Choose stage, entrance, coffee or windows to put something up.',
  tableHere: '{what} stands here. Move the table first.',
  tableStays: 'A table cannot be taken away here, only moved.',
  even: 'Even rows',
  evenDone: 'The tables stand in even rows.',
  save: 'Save',
  remove: 'Remove the plan',
  close: 'Close',
  meetButton: 'Meeting links',
  meetText:
    'For meetings online: one address for each table. Shown on phones and on the board of those who sit there.',
  meetTitle: 'Meeting links for the tables',
  meetIntro:
    'Any service will do, as long as the address begins with https://. Paste several lines and the fields fill from the top down.',
  meetWrong: 'Type the whole address, with https:// first.',
} as const satisfies Translation<typeof sv>
