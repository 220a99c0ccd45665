/** Photos and maps in the files: where they stand, what they say to whoever does not see them. */
import { nodesOf, readPdf } from '@bordet/print/testing/readPdf'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { languages } from '@bordet/text'
import { composeDocument } from '../composeDocument.ts'
import { exportFile } from '../formats.ts'
import { illustratedReport } from '../testing/illustratedReport.ts'
import { elements, readParts } from '../testing/readDocx.ts'
import { writeDocx } from './writeDocx.ts'
import { writeHtml } from './writeHtml.ts'
import { writeJson } from './writeJson.ts'
import { writeMarkdown } from './writeMarkdown.ts'
import { writeOdt } from './writeOdt.ts'
import { writePdf } from './writePdf.ts'

const { report, images } = illustratedReport()
/** The map, then the quoted note's photo before the other, then both again in the appendix. */
const alts = [
  'Kartan med 2 nålar. Antalen står i tabellen efter bilden. Karta över Lindåsa.',
  'Foto på lappen: Torget & <b>',
  'Lappen är ett foto.',
  'Foto på lappen: Torget & <b>',
  'Lappen är ett foto.',
]

it('puts the map where its pins are told of, photos by their notes, and numbers where they lead', async () => {
  const { blocks } = await composeDocument(report, 'sv', images)
  const shown = blocks.flatMap((block) => {
    if (block.kind === 'image') return [block.image.alt]
    return (block.kind === 'note' || block.kind === 'quote') && block.photo ? [block.photo.alt] : []
  })
  expect(shown).toEqual(alts)
  const sources = blocks.flatMap((block) =>
    block.kind === 'note' ? [`${block.text}: ${block.source.split(' · ')[0]}`] : [],
  )
  expect(sources).toEqual([
    'Badplatsen: Nål 1',
    'Utan plats: Bord 1',
    'Torget & <b>: Nål 2',
    'Lappen är ett foto.: Bord 1',
  ])
  const map = blocks.findIndex(({ kind }) => kind === 'image')
  expect(blocks[map + 1]).toMatchObject({ kind: 'table', rows: expect.arrayContaining([['Gärna', '2']]) })
})

it('says nothing of pins where there is no picture of the map', async () => {
  const { blocks } = await composeDocument(report, 'sv')
  expect(blocks.some(({ kind }) => kind === 'image')).toBe(false)
  expect(JSON.stringify(blocks)).not.toContain('Nål 1')
})

it.each(languages)('has them in words in %s', async (language) => {
  const { blocks } = await composeDocument(report, language, images)
  const [map] = blocks.flatMap((block) => (block.kind === 'image' ? [block] : []))
  expect(map?.image.alt).toMatch(/^Kartan .*2 .*Karta över Lindåsa\.$/)
  expect(map?.caption).toMatch(/^Kartan\. /)
})

it('has figures with alternative texts in the tree of the PDF', async () => {
  const { pages } = await readPdf(await writePdf(report, 'sv', images))
  const figures = pages.flatMap(({ tree }) => nodesOf(tree, /^Figure$/))
  expect(figures.map(({ alt }) => alt)).toEqual(alts)
})

it('has descriptions in the Word document, and each picture', async () => {
  const bytes = await writeDocx(report, 'sv', images)
  const properties = elements(readParts(bytes)('word/document.xml'), 'wp:docPr')
  expect(properties.map((one) => one.getAttribute('descr'))).toEqual(alts)
  const files = unzipSync(bytes)
  const media = Object.keys(files).filter((path) => path.startsWith('word/media/'))
  expect(media.length).toBeGreaterThanOrEqual(2)
  for (const path of media) expect(files[path]?.subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8))
})

it('has descriptions in the OpenDocument text, and each picture once', async () => {
  const bytes = await writeOdt(report, 'sv', images)
  const part = readParts(bytes)
  const content = part('content.xml')
  expect(elements(content, 'svg:desc').map((one) => one.textContent)).toEqual(alts)
  const files = unzipSync(bytes)
  const listed = elements(part('META-INF/manifest.xml'), 'manifest:file-entry').map((one) =>
    one.getAttribute('manifest:full-path'),
  )
  const used = elements(content, 'draw:image').map((one) => one.getAttribute('xlink:href') ?? '')
  expect(used).toHaveLength(5)
  for (const path of used) {
    expect(listed).toContain(path)
    expect(files[path]?.subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8))
  }
  expect(Object.keys(files).filter((path) => path.startsWith('Pictures/'))).toHaveLength(3)
})

it('is one web page, with its pictures inside', async () => {
  const html = strFromU8(await writeHtml(report, 'sv', images))
  const found = [...html.matchAll(/<img [^>]*src="([^"]*)"[^>]* alt="([^"]*)">/g)]
  const words = (text = '') =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  expect(found.map(([, , alt]) => words(alt))).toEqual(alts)
  for (const [, source] of found) expect(source).toMatch(/^data:image\/jpeg;base64,\/9j\//)
})

it('says in Markdown what the map shows, and names no photo in JSON', async () => {
  expect(strFromU8(await writeMarkdown(report, 'sv'))).not.toContain('Kartan med 2')
  const named = { ...report, images: { photos: { p3: 'secret-name' }, maps: {} } }
  expect(strFromU8(writeJson(named))).not.toContain('secret-name')
})

it('packs what goes along into the ZIP, and goes on without what is gone', async () => {
  const { bytes } = await exportFile(report, 'zip', 'sv', undefined, {
    images,
    attached: [
      { name: 'boards/Bord 01.png', read: async () => Uint8Array.of(1, 2, 3) },
      { name: 'boards/Bord 02.png', read: async () => null },
    ],
  })
  const files = unzipSync(bytes)
  expect(files['boards/Bord 01.png']).toEqual(Uint8Array.of(1, 2, 3))
  expect(Object.keys(files).filter((name) => name.startsWith('boards/'))).toHaveLength(1)
})
