/**
 * Fetches and compiles the peers, once, into tests/bench/peers. Under the Node that runs the bench and against its own
 * headers where they came along with it, so that nothing is compiled for another.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

const folder = join(import.meta.dirname, '../peers')

export function installPeers(): void {
  const stampFile = join(folder, 'node_modules/.installed-for')
  // What is compiled is for one version of the native interface.
  const stamp = `${process.versions.modules}\n${readFileSync(join(folder, 'package-lock.json'), 'utf8')}`
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  process.stdout.write('Installing the peers (npm ci in tests/bench/peers) …\n')
  const binFolder = dirname(realpathSync(process.execPath))
  const nodeFolder = dirname(binFolder)
  const hasHeaders = existsSync(join(nodeFolder, 'include/node/node_version.h'))
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${binFolder}${delimiter}${process.env['PATH'] ?? ''}`,
      ...(hasHeaders && { npm_config_nodedir: nodeFolder }),
    },
  })
  if (status !== 0) throw new Error('The peers could not be installed; --only ours,relay does without them.')
  writeFileSync(stampFile, stamp)
}
