/**
 * Fetches what only the bench needs, once: the peers, which are compiled, and Lighthouse. Under the Node that runs the bench and against its own
 * headers where they came along with it, so that nothing is compiled for another.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'

const folder = join(import.meta.dirname, '../peers')

export function installPeers(): void {
  installFrom(folder, 'The peers')
}

/** A package of its own beside the bench, as its lock file says. */
export function installFrom(folder: string, title: string): void {
  const stampFile = join(folder, 'node_modules/.installed-for')
  // What is compiled is for one version of the native interface.
  const stamp = `${process.versions.modules}\n${readFileSync(join(folder, 'package-lock.json'), 'utf8')}`
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  process.stdout.write(`Installing: ${title} (npm ci in ${relative(process.cwd(), folder)}) …\n`)
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
  if (status !== 0) throw new Error(`${title} could not be installed.`)
  writeFileSync(stampFile, stamp)
}
