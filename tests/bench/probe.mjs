/**
 * Preloaded into every server that is measured, ours too (`node --expose-gc --import probe.mjs`): on SIGUSR2 it
 * collects garbage and writes to BENCH_PROBE_FILE what is left; on SIGTERM it ends, so that a profile is written.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env['BENCH_PROBE_FILE']

if (isMainThread && file !== undefined) {
  process.on('SIGUSR2', () => {
    globalThis.gc?.()
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    writeFileSync(`${file}.new`, JSON.stringify({ heapUsed, external }))
    renameSync(`${file}.new`, file)
  })
  process.on('SIGTERM', () => process.exit(0))
}
