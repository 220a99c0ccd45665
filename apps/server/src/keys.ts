/**
 * Keys of capability links. At rest only their hashes exist; the crew's keys can be shown again to the organiser
 * because they are derived from the server's secret, and a participant's because a repeated join must get the same.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256, base64url. The keys are random, so neither salt nor slowness would add anything. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

/** 192 bits that only this server can make for these parts. */
export function deriveKey(secret: string, ...parts: readonly (string | number)[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, 24)
    .toString('base64url')
}

/** An opaque id of 128 random bits. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** Reads a secret that the server made for itself, or makes it: 256 bits, readable by the owner alone. */
export function readOrMakeSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name)
  let file: number
  try {
    file = openSync(path, 'wx', 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length < 22) throw new Error(`${path} holds no key`, { cause: error })
    return secret
  }
  const secret = randomBytes(32).toString('base64url')
  writeSync(file, `${secret}\n`)
  fsyncSync(file)
  closeSync(file)
  return secret
}
