import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@bordet/harvest'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { drawPins } from './drawPins.ts'
import { emptyReport } from './testing/emptyReport.ts'
import { loadImages } from './loadImages.ts'

const photo = 'a'.repeat(22)
const gone = 'b'.repeat(22)
const map = `${'c'.repeat(22)}.png`

function reportWith(pins: readonly (readonly [number, number])[], images: Report['images']): Report {
  const notes = pins.map((pin, index) => ({
    number: index + 1,
    id: `n${index}`,
    themes: [],
    quote: false,
    pin,
    text: 'Lapp',
    part: '',
    table: 1,
    round: 1,
    phase: '',
    dots: null,
    via: 'phone' as const,
    photo: false,
    writtenAt: 0,
  }))
  const zone = { zoneId: 'map', title: 'Kartan', kind: 'map' as const, fields: [], choices: [], notes }
  const question = {
    phaseId: 'p',
    kind: 'map' as const,
    name: '',
    question: '',
    round: null,
    vote: null,
    ranking: null,
    scoring: null,
    consent: null,
    groups: [],
    zones: [zone],
  }
  return {
    ...emptyReport,
    notes: notes.length,
    questions: [question],
    ...(images ? { images } : {}),
  }
}

it('makes photos as small as a page needs, draws the pins, and leaves out what is not there', async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-images-'))
  for (const kind of ['photos', 'images']) mkdirSync(join(folder.path, kind))
  const large = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#c01818' } })
  writeFileSync(join(folder.path, 'photos', photo), await large.jpeg().toBuffer())
  const ground = sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#dfe8d8' } })
  writeFileSync(join(folder.path, 'images', map), await ground.png().toBuffer())
  const report = reportWith(
    [
      [25, 50],
      [100, 0],
    ],
    {
      photos: { n0: photo, n1: gone, n2: '../../etc/passwd' },
      maps: { map: { name: map, alt: 'Byn' }, other: { name: 'no.png', alt: '' } },
    },
  )
  const { photos, maps } = await loadImages([report], folder.path)
  expect([...photos.keys()]).toEqual(['n0'])
  expect(photos.get('n0')).toMatchObject({ type: 'jpg', width: 600, height: 450 })
  expect([...maps.keys()]).toEqual(['map'])
  const drawn = maps.get('map')
  expect(drawn).toMatchObject({ width: 1400, height: 933, alt: 'Byn' })
  const pixels = await sharp(drawn?.bytes).raw().toBuffer()
  const colourAt = (x: number, y: number) => [...pixels.subarray((y * 1400 + x) * 3, (y * 1400 + x) * 3 + 3)]
  // On the pin but beside its digit, and on the ground.
  expect(Math.max(...colourAt(338, 466))).toBeLessThan(130)
  expect(Math.min(...colourAt(700, 466))).toBeGreaterThan(200)
})

it('has no pictures for a report without any, and asks no disk', async () => {
  const { photos, maps } = await loadImages([reportWith([], undefined)], '/nowhere')
  expect([photos.size, maps.size]).toEqual([0, 0])
})

it('draws a number for every pin with strokes alone', () => {
  const svg = drawPins(
    Array.from({ length: 120 }, () => [50, 50] as const),
    { width: 1000, height: 500 },
  )
  expect(svg.match(/<path /g)).toHaveLength(9 + 90 * 2 + 21 * 3)
  expect(svg).not.toMatch(/NaN|undefined|<text/)
})
