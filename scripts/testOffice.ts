/**
 * `npm run test:office`: opens every office file of a harvest in LibreOffice and has it made a PDF. A file that would
 * ask to be repaired, or that loses a note on the way, fails. Installs LibreOffice where it may (Debian, as root);
 * fails where it may not, for then nothing was checked.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportFile } from '../packages/harvest/src/index.ts'
import { everyNote } from '../packages/harvest/src/composeSections.ts'
import { markedReport } from '../packages/harvest/src/testing/trappedReport.ts'
import { readPdf } from '../packages/print/src/testing/readPdf.ts'

const formats = ['docx', 'odt', 'xlsx', 'pptx'] as const
/** Holds every note; a deck is a choice of them. */
const whole: ReadonlySet<string> = new Set(['docx', 'odt', 'xlsx'])

if (!hasOffice()) install()
const folder = mkdtempSync(join(tmpdir(), 'bordet-office-'))
const report = markedReport()
let failed = false
for (const format of formats) {
  const { bytes } = await exportFile(report, format, 'sv')
  const file = join(folder, `harvest.${format}`)
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
    timeout: 180_000,
  })
  const pdf = await readPdf(new Uint8Array(readFileSync(join(folder, 'harvest.pdf'))))
  rmSync(join(folder, 'harvest.pdf'))
  const text = flat(pdf.pages.map((page) => page.text).join(' '))
  const expected = [
    report.title,
    ...report.themes.slice(0, 3).map(({ name }) => name),
    ...(whole.has(format) ? [report.owner, ...everyNote(report).map((note) => note.text)] : []),
  ]
  const lost = expected.filter((words) => isPlain(words) && !text.includes(flat(words)))
  failed ||= lost.length > 0 || pdf.pages.length === 0
  process.stdout.write(
    `${format}: ${pdf.pages.length} pages, ${lost.length} of ${expected.length} texts lost\n`,
  )
  for (const words of lost.slice(0, 5)) process.stdout.write(`  ${JSON.stringify(words)}\n`)
}
rmSync(folder, { recursive: true, force: true })
process.exit(failed ? 1 : 0)

function hasOffice(): boolean {
  return spawnSync('soffice', ['--version']).status === 0
}

function install(): void {
  const packages = [
    'libreoffice-writer',
    'libreoffice-calc',
    'libreoffice-impress',
    'fonts-crosextra-carlito',
  ]
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch {
    process.stdout.write('LibreOffice is not here and could not be installed: nothing was checked.\n')
    process.exit(1)
  }
}

/** Where a line was broken on paper is no part of the words. */
function flat(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '')
}

/** What every font has letters for and no page break can part from its next line. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e\u00a0-\u017f–”’\n]*$/.test(text) && text.length < 300
}
