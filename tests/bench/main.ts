/** `npm run bench [scenario]`: measures the server as it ships and writes the figures to docs/performance.md. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { measureNoteToBoard } from './noteToBoard.ts'

export interface Figure {
  what: string
  value: string
}

const scenarios: Readonly<Record<string, { title: string; run: () => Promise<Figure[]> }>> = {
  'note-to-board': {
    title: 'A note from a phone until it is on the table’s board, while 150 phones at 25 tables write',
    run: () => measureNoteToBoard({ phones: 150, tables: 25, notes: 300, everyMs: 20 }),
  },
}

const wanted = process.argv.slice(2)
for (const name of wanted) {
  if (!scenarios[name]) {
    console.error(`There is no scenario ${name}. There are: ${Object.keys(scenarios).join(', ')}.`)
    process.exit(1)
  }
}

const parts: string[] = []
for (const [name, scenario] of Object.entries(scenarios)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`${scenario.title} …\n`)
  const figures = await scenario.run()
  const table = [
    '| What | Figure |',
    '|---|---|',
    ...figures.map(({ what, value }) => `| ${what} | ${value} |`),
  ].join('\n')
  process.stdout.write(`${table}\n\n`)
  parts.push(`## ${scenario.title}\n\n\`npm run bench ${name}\`\n\n${table}\n`)
}
const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`
const page = `# Measured figures\n\nWritten by \`npm run bench\` (${machine}, ${new Date().toISOString().slice(0, 10)}); never by hand.\n\n${parts.join('\n')}`
writeFileSync(join(import.meta.dirname, '../../docs/performance.md'), page)
