// Browser tests use Debian's Chromium; as root on Debian it is installed here when it is missing. Elsewhere
// Playwright's own download does, if the network lets it.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (!existsSync('/usr/bin/chromium')) {
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  const [command, ...rest] = isDebianRoot
    ? [
        'sh',
        '-c',
        'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core',
      ]
    : ['npx', 'playwright', 'install', 'chromium']
  console.log('Installing Chromium for the browser tests …')
  try {
    execFileSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch {
    console.error(
      'The browser tests need Chromium. On Debian: run them as root, or apt-get install chromium first.',
    )
    process.exit(1)
  }
}
