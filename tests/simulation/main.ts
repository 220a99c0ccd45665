/** `npm run simulate -- --seeds 10000 [--from 1]`, or `--seed 17` for one with its whole story. */
import { parseArgs } from 'node:util'
import { runSeed } from '../../packages/sync/src/simulation/runSeed.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
})

process.stdout.on('error', () => process.exit())
const first = Number(values.seed ?? values.from)
const count = values.seed === undefined ? Number(values.seeds) : 1
const startedAt = performance.now()
let failed = 0
for (let seed = first; seed < first + count; seed += 1) {
  const { violations, story } = await runSeed(seed)
  if (values.seed !== undefined) process.stdout.write(`${story.join('\n')}\n`)
  if (violations.length > 0) {
    failed += 1
    process.stdout.write(`seed ${seed} (npm run simulate -- --seed ${seed} tells its story):\n`)
    for (const violation of new Set(violations)) process.stdout.write(`  ${violation}\n`)
  }
  if (seed % 1000 === 0) process.stdout.write(`… ${seed}\n`)
}
const seconds = (performance.now() - startedAt) / 1000
process.stdout.write(`${count} seeds in ${seconds.toFixed(0)} s: ${failed} with violations.\n`)
process.exitCode = failed > 0 ? 1 : 0
