/** A dialogue with a map, and notes with photos: one with words, one without, one that is quoted. */
import type { HarvestImage, HarvestImages } from '../images.ts'
import type { Report, ReportNote, ReportQuestion } from '../model.ts'
import { trappedReport } from './trappedReport.ts'

/** 48 × 32 pixels of red, and 64 × 64 of blue. */
const red =
  '/9j/2wBDABAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////2wBDARAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////wgARCAAgADADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWAQEBAQAAAAAAAAAAAAAAAAAABAb/2gAMAwEAAhADEAAAAIgh1QAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAABA/9oACAEBAAE/AEf/xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/AF//xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAEDAQE/AF//2Q=='
const blue =
  '/9j/2wBDABAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////2wBDARAQEBAREBIUFBIZGxgbGSUiHx8iJTgoKygrKDhVNT41NT41VUtbSkVKW0uHal5eaoecg3yDnL2pqb3u4u7/////wgARCABAAEADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVAQEBAAAAAAAAAAAAAAAAAAAABf/aAAwDAQACEAMQAAAAjFKYAAAAAAAAAAAAAAB//8QAFBABAAAAAAAAAAAAAAAAAAAAYP/aAAgBAQABPwAB/8QAFBEBAAAAAAAAAAAAAAAAAAAAQP/aAAgBAgEBPwAH/8QAFBEBAAAAAAAAAAAAAAAAAAAAQP/aAAgBAwEBPwAH/9k='

const jpeg = (base64: string, width: number, height: number): HarvestImage => ({
  bytes: new Uint8Array(Buffer.from(base64, 'base64')),
  type: 'jpg',
  width,
  height,
})

export function illustratedReport(): { report: Report; images: HarvestImages } {
  const note = (id: string, change: Partial<ReportNote>): ReportNote => ({
    number: 1,
    id,
    themes: [],
    quote: false,
    pin: null,
    text: id,
    part: '',
    table: 1,
    round: null,
    phase: '',
    dots: null,
    via: 'phone',
    photo: false,
    writtenAt: 0,
    ...change,
  })
  const question: ReportQuestion = {
    phaseId: 'p',
    kind: 'round',
    name: 'Var rör du dig?',
    question: '',
    round: 1,
    vote: null,
    ranking: null,
    scoring: null,
    consent: null,
    groups: [],
    zones: [
      {
        zoneId: 'map',
        title: 'Kartan',
        kind: 'map',
        fields: [],
        choices: [],
        notes: [
          note('p1', { text: 'Badplatsen', pin: [20, 30], part: 'Gärna' }),
          note('p2', { text: 'Utan plats' }),
          note('p3', { text: 'Torget & <b>', pin: [70, 40], part: 'Gärna', photo: true }),
        ],
      },
      {
        zoneId: 'proud',
        title: 'Stolthet',
        kind: 'notes',
        fields: [],
        choices: [],
        notes: [note('q1', { text: '', photo: true })],
      },
    ],
  }
  const report: Report = {
    ...trappedReport(),
    templateId: 'citizen-dialogue-map-hosting',
    questions: [question],
    themes: [],
    texts: {},
    answers: {},
    notes: 4,
  }
  const photo = jpeg(red, 48, 32)
  return {
    report,
    images: {
      photos: new Map([
        ['p3', photo],
        ['q1', jpeg(red, 48, 32)],
      ]),
      maps: new Map([['map', { ...jpeg(blue, 64, 64), alt: 'Karta över Lindåsa.' }]]),
    },
  }
}
