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

/** Crockford's base 32: no letter can be taken for another or for a digit. */
const shortSigns = '0123456789abcdefghjkmnpqrstvwxyz'

/** 60 bits that only this server can make for these parts, to be typed off paper: `k7mq-3vxp-9tda`. */
export function deriveShortKey(secret: string, ...parts: readonly (string | number)[]): string {
  const bytes = createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
  const signs = Array.from({ length: 12 }, (_, i) => shortSigns[(bytes[i] ?? 0) % 32]).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/** As it was made, however it was typed. */
export function readShortKey(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
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
