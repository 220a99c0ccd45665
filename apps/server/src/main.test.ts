/** The process as an operator meets it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestServer } from './testing/startTestServer.ts'

function runMain(env: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bordet-main-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
}

/** A process of its own that has said where it is. */
async function startMain(env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bordet-main-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const server = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  server.stderr.setEncoding('utf8')
  let stderr = ''
  server.stderr.on('data', (part: string) => (stderr += part))
  const said: unknown[] = await once(server.stdout, 'data')
  const port = Number(/^ready http:\/\/127\.0\.0\.1:(\d+)/.exec(String(said[0]))?.[1])
  return { server, port, dataDir, stderr: () => stderr }
}

describe('the process', () => {
  it('stops with status 0 within five seconds, though one client never ends its request', async () => {
    const { server, port, stderr } = await startMain({
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'bordet@example.org',
    })
    const dawdler = connect(port, '127.0.0.1')
    dawdler.on('error', () => {})
    dawdler.write(
      'POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"co',
    )
    const silent = connect(port, '127.0.0.1')
    silent.on('error', () => {})
    silent.write(
      'GET /api/workshops/w/events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    await once(silent, 'data')
    const asked = performance.now()
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
    expect(performance.now() - asked).toBeLessThan(5000)
    expect(stderr()).toBe(
      'PUBLIC_URL: links in mails will lead to this machine’s address in the local network.\n',
    )
  })

  it('refuses a wrong value with one line and status 1', () => {
    const { status, stdout, stderr } = runMain({ PORT: 'front door' })
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toBe('PORT: expected a port number from 0 to 65535 (0 takes a free one).\n')
  })

  it('names PORT when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { status, stderr } = runMain({ PORT: String(port), LOG_LEVEL: 'silent' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^PORT: \d+ is taken .*\n$/)
  })

  it('names DATA_DIR when that is no folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bordet-main-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, 'file'), '')
    const { status, stderr } = runMain({ DATA_DIR: join(folder, 'file') })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^DATA_DIR: .*\n$/)
  })

  it('keeps its keys to the owner of the files, and the same over a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bordet-main-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const first = await startTestServer({ dataDir })
    await first.close()
    for (const name of ['organiser-key', 'server-secret']) {
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600)
    }
    const second = await startTestServer({ dataDir })
    expect(second.organiserKey).toBe(first.organiserKey)
  })
})
