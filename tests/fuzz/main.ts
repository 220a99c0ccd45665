/** `npm run fuzz -- [--frames 100000] [--seed 1] [--only <pattern of names>]`; exits with 1 when anything took harm. */
import { parseArgs } from 'node:util'
import { attacks } from './attacks.ts'
import { openFuzz, type AttackResult } from './openFuzz.ts'

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})
const { only } = values
const startedAt = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)

say(row(['attack', 'frames', 'stall', 'turn', 'memory', 'connections ended']))
const chosen = attacks.filter(({ name }) => new RegExp(only).test(name))
await using fuzz = await openFuzz({
  attacks: chosen,
  seed: Number(values.seed),
  frames: Number(values.frames),
  notes: 1000,
  stallMs: 250,
  growthBytes: 20 * 1024 * 1024,
  settleMs: 60_000,
  restart: 'each',
  repeats: 3,
})
const results: AttackResult[] = []
for (const attack of chosen) {
  const result = await fuzz.carryOut(attack)
  describe(result).forEach(say)
  results.push(result)
}
const harmful = results.filter(({ wrongs }) => wrongs.length > 0)
const sent = results.reduce((sum, result) => sum + result.sent, 0)
const seconds = Math.round((performance.now() - startedAt) / 1000)
say(
  `${sent} frames in ${seconds} s, seed ${values.seed}: ${harmful.length} of ${results.length} attacks did harm.`,
)
process.exitCode = harmful.length > 0 ? 1 : 0

function describe({ name, sent, ends, stallMs, turnMs, growthBytes, wrongs }: AttackResult): string[] {
  const endings = Object.entries(ends).map(([how, times]) => `${how} × ${times}`)
  const memory = `${(growthBytes / 1024 / 1024).toFixed(1)} MB`
  const figures = [
    name,
    String(sent),
    `${Math.round(stallMs)} ms`,
    `${Math.round(turnMs)} ms`,
    memory,
    endings.join(', ') || '–',
  ]
  return [row(figures), ...new Set(wrongs.map((wrong) => `    HARM: ${wrong}`))]
}

function row([
  name = '',
  frames = '',
  stall = '',
  turn = '',
  memory = '',
  ends = '',
]: readonly string[]): string {
  return `${name.padEnd(46)} ${frames.padStart(7)} ${stall.padStart(8)} ${turn.padStart(8)} ${memory.padStart(9)}  ${ends}`
}
