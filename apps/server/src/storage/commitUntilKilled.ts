/**
 * For the crash test: commits for ever, with a snapshot now and then, and says each number once it is durable. Run as a
 * process of its own.
 */
import { openSqlite } from './sqlite.ts'

const storage = openSqlite(process.argv[2] ?? '')

async function commitFrom(first: number): Promise<void> {
  for (let version = first; ; version++) {
    const actor = { role: 'participant', personId: null, table: null } as const
    const command = {
      workshopId: 'w1',
      version,
      opId: `op-${version}`,
      actor,
      at: 0,
      command: {},
      answer: {},
    }
    const bytes = Uint8Array.of(version & 255, version >> 8)
    // Several are on their way at once, as with many phones.
    const saved = storage.commit({ command, updates: [{ boardId: 'w1-hall', bytes }] })
    const told = saved.then(() => process.stdout.write(`${version}\n`))
    if (version % 7 === 0) await told
    if (version % 42 === 0) saved.then(() => storage.saveSnapshot('w1-hall', version, bytes)).catch(fail)
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
}

await commitFrom(1)
