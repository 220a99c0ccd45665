import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  all: 'Print pack',
  tableCards: 'Table cards',
  routeCards: 'Route cards',
  noteSheets: 'Paper notes',

  table: 'Table {n}',
  foldHere: 'fold here',
  scan: 'Scan and write from your phone',
  orType: 'or type the code at',
  noAccount:
    'You do not need an account or an app. Would you rather say it? The table host can write for you.',
  tableQr: 'QR code to the meeting, table {n}: {address}',

  hostTitle: 'Host of table {n}',
  host1: 'You stay when the others change tables.',
  host2: 'Welcome the group. Let everyone say their first name.',
  host3: 'Say in one minute what the last group talked about. Keep it short, not everything.',
  host4: 'Read the question aloud. Ask: Who would like to start?',
  host5: 'Help everyone get something written down. You may write for others.',
  host6: 'You do not chair a debate, and you do not have to defend anything.',
  host7: 'With two minutes left, ask what is most important to take forward.',
  host8: 'Press “Help” if the table needs the facilitator.',
  mannersTitle: 'How we talk together',
  manner1: 'Talk about what matters to you.',
  manner2: 'Share what you know and think.',
  manner3: 'Listen to understand. It is fine to disagree.',
  manner4: 'Build on each other’s ideas.',
  manner5: 'Write, draw, stick it up. One thought per note.',
  manner6: 'Make room so that everyone gets to speak.',
  manner7: 'Look together for patterns and new questions.',

  routeTitle: 'Where you sit',
  card: 'Card {n}',
  backHome: 'back to your first table',
  hostStays: 'you are the host and stay here',
  stays: 'you stay here',
  routeHelp:
    'This card works without a phone. Would you like to write from your phone? Scan the code. You need not give your name.',
  joinQr: 'QR code to the meeting: {address}',

  plan: 'Plan of the hall',
  planStage: 'Stage',
  planDoor: 'Entrance',
  planCoffee: 'Coffee',
  planWindow: 'Windows',

  oneThought: 'One thought per note.',
  sheetHelp:
    'Write clearly, and do not write about other people’s private lives. Give the note to the table host or a helper – they type it onto the board word for word.',
  noteMark: 'Table {table} · {phase} · {n}',
  spareMark: 'Table ____ · {phase} · {n}',
  spareTable: 'Write the table’s number in the circle.',
} as const satisfies Translation<typeof sv>
