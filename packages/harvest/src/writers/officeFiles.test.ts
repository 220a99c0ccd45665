/** What holds for every format that is a ZIP of XML files: Office refuses, or offers to repair, what is no XML. */
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportFile } from '../formats.ts'
import { readParts } from '../testing/readDocx.ts'
import { markedReport, markupSigns } from '../testing/trappedReport.ts'

const formats = ['docx', 'odt', 'pptx', 'xlsx'] as const

/** Paths of the parts that are XML. */
function xmlPaths(bytes: Uint8Array): string[] {
  return Object.keys(unzipSync(bytes)).filter((path) => /\.(?:xml|rels)$/.test(path))
}

describe.each(formats)('the %s file', (format) => {
  it('is XML in every part, whatever signs people wrote', async () => {
    const report = markedReport()
    const { bytes } = await exportFile(report, format, 'sv')
    const paths = xmlPaths(bytes)
    expect(paths.length).toBeGreaterThan(3)
    const part = readParts(bytes)
    const words = paths.map((path) => part(path).documentElement?.textContent ?? '').join('\n')
    for (const written of [report.title, report.owner, report.place]) expect(words).toContain(written)
    expect(words).not.toContain('&amp;')
    expect(report.title.endsWith(markupSigns)).toBe(true)
  })
})
