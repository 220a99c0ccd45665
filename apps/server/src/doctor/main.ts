/** `npm run doctor [-- --data DIR] [--salvage NEW_DIR]`. Ends with 0 when all is well, 1 with problems, 2 when it could not look. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openDamagedFile } from './damagedFile.ts'
import { examine, type Examination } from './examine.ts'
import { salvage, withoutWorkshop } from './salvage.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function report({ problems, workshops, boards }: Examination): void {
  const notes = boards.reduce((sum, board) => sum + board.notes, 0)
  say(`${workshops.length} workshops, ${boards.length} boards, ${notes} notes can be read.`)
  for (const problem of problems) say(`- ${problem}`)
  say(problems.length === 0 ? 'All is well.' : `${problems.length} problems.`)
}

function run(): number {
  const { values } = parseArgs({ options: { data: { type: 'string' }, salvage: { type: 'string' } } })
  const read = readConfig(process.env)
  if (!values.data && 'wrong' in read) {
    say(read.wrong)
    return 2
  }
  const dataDir = resolve(values.data ?? ('wrong' in read ? '' : read.config.dataDir))
  const dataFile = join(dataDir, 'bordet.sqlite')
  if (!existsSync(dataFile)) {
    say(`There is no ${dataFile}. Name the folder with --data DIR.`)
    return 2
  }
  say(`Looking at a copy of ${dataFile}. Stop the server first: what it writes meanwhile would look torn.`)
  const file = openDamagedFile(dataFile)
  try {
    const found = examine(file)
    report(found)
    if (values.salvage !== undefined) {
      const toDir = resolve(values.salvage)
      const { workshops, boards, notes, unplaced, leftOut } = salvage(found, dataDir, toDir)
      say(
        `Saved to ${toDir}: ${workshops} workshops, ${boards} boards, ${notes} notes; ${leftOut} rows had no place any more.`,
      )
      if (unplaced > 0)
        say(`${unplaced} boards belong to no workshop any more: ${join(toDir, withoutWorkshop)}`)
      say(`Start with it: DATA_DIR=${toDir} npm start`)
    } else if (found.problems.length > 0) {
      say('Restore a backup, or save what can be read: npm run doctor -- --salvage NEW_DIR')
    }
    return found.problems.length === 0 ? 0 : 1
  } finally {
    file.close()
  }
}

try {
  process.exitCode = run()
} catch (error) {
  say(
    `It cannot be read at all (${error instanceof Error ? error.message : String(error)}). Restore a backup.`,
  )
  process.exitCode = 2
}
