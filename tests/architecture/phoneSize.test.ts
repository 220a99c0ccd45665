/** Holds the weight of the participant's page: it must open on a full hall's Wi-Fi, also on an old phone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../apps/phone/dist/assets-phone')
const languages = ['sv', 'da', 'nb', 'en']
/** Script before anything can be seen; and all that is ever fetched, with looks, words and the page itself. */
const limitBytes = { firstView: 25_000, all: 60_000 } as const

const gzipBytes = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

describe('the phone page', () => {
  it('is built before it is weighed (npm run build)', () => {
    expect(existsSync(folder)).toBe(true)
  })

  const scripts = () => readdirSync(folder).filter((file) => file.endsWith('.js'))

  const weigh = (files: Iterable<string>) =>
    [...files].map((file) => gzipBytes(file)).reduce((sum, bytes) => sum + bytes, 0)

  it('loads at most 25 kB of script for the first view, and 60 kB in all, gzipped', () => {
    const first = scriptsOfFirstView()
    expect(first.size).toBeGreaterThan(0)
    expect(weigh(first)).toBeLessThanOrEqual(limitBytes.firstView)
    const looks = readdirSync(folder).filter((file) => file.endsWith('.css'))
    const words = languages.map((language) => weigh(wordFiles(language)))
    const page = weigh([...scripts(), ...looks, '../index.html']) + Math.max(...words)
    expect(page).toBeLessThanOrEqual(limitBytes.all)
  })

  it('fetches the words of one language as data', () => {
    for (const language of languages) {
      expect(wordFiles(language)).toHaveLength(1)
    }
  })

  it('carries no Yjs, no zod, no tldraw and no React', () => {
    const all = scripts()
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    for (const trace of ['__ $YJS$ __', 'ZodError', 'tldraw', 'react.element'])
      expect(all).not.toContain(trace)
  })

  it('has no inline script, which the content security policy would stop', () => {
    const page = readFileSync(join(folder, '../index.html'), 'utf8')
    for (const [tag] of page.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(' src=')
  })
})

function wordFiles(language: string): string[] {
  return readdirSync(folder).filter((file) => new RegExp(`^${language}-.*\\.json$`).test(file))
}

/** What the page names, and what that imports before it runs. */
function scriptsOfFirstView(): Set<string> {
  const page = readFileSync(join(folder, '../index.html'), 'utf8')
  const waiting = [...page.matchAll(/<script\b[^>]* src="[^"]*?([\w.-]+\.js)"/g)].map(([, file = '']) => file)
  const found = new Set<string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    found.add(file)
    const script = readFileSync(join(folder, file), 'utf8')
    for (const [, imported = ''] of script.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      waiting.push(imported)
  }
  return found
}
