/** Builds the participant's page for the phones people bring, also those of 2016, and keeps it small. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { icons } from '@bordet/look'
import type { Refusal } from '@bordet/workshop'
import { defineConfig, type Plugin } from 'vite'
import * as da from './src/words/da.ts'
import * as en from './src/words/en.ts'
import * as nb from './src/words/nb.ts'
import * as sv from './src/words/sv.ts'

/** Of all the sentences for a no, those that a participant's phone can be told. */
const told = [
  'workshopNotOpen',
  'workshopClosed',
  'phaseOver',
  'phaseUnknown',
  'zoneNotOpen',
  'zoneFull',
  'noteUnknown',
  'notYourNote',
  'noteRemoved',
  'opIdTaken',
  'votingClosed',
  'phasePaused',
  'tooManyVotes',
  'voteTargetUnknown',
  'rankingClosed',
  'scoringClosed',
  'groupUnknown',
  'groupFull',
  'signUpClosed',
  'consentClosed',
  'notMoving',
  'tableUnknown',
  'personUnknown',
] as const satisfies readonly Refusal[]

/** The icons stand in the page as symbols: they are pictures, and the script need not carry them. */
const iconSymbols: Plugin = {
  name: 'icon-symbols',
  transformIndexHtml(html) {
    const symbols = Object.entries(icons).map(
      ([name, shapes]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${shapes}</symbol>`,
    )
    return html.replace(
      '<!-- icons -->',
      `<svg style="display: none">${symbols.join('')}${logoSymbol()}</svg>`,
    )
  },
}

/** A table seen from above and six seats, the host's square. */
function logoSymbol(): string {
  const seats = [60, 120, 180, 240, 300].map((degrees) => {
    const angle = ((degrees - 90) * Math.PI) / 180
    return `<circle cx="${(50 + 39 * Math.cos(angle)).toFixed(1)}" cy="${(50 + 39 * Math.sin(angle)).toFixed(1)}" r="8"/>`
  })
  const host = '<rect x="42" y="3" width="16" height="16" rx="3"/>'
  return `<symbol id="i-logo" viewBox="0 0 100 100">${host}${seats.join('')}<circle cx="50" cy="50" r="25"/></symbol>`
}

/** The words of a language are a file of data, fetched when it is spoken: the script carries none. */
const wordFiles = Object.fromEntries(
  Object.entries({ sv, da, nb, en }).map(([language, { phone, refusals }]) => {
    const sentences = Object.fromEntries(told.map((refusal) => [refusal, refusals[refusal]]))
    const text = JSON.stringify({ phone, refusals: sentences })
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
    return [language, { fileName: `assets-phone/${language}-${hash}.json`, text }]
  }),
)

const emitWords: Plugin = {
  name: 'emit-words',
  generateBundle() {
    for (const { fileName, text } of Object.values(wordFiles))
      this.emitFile({ type: 'asset', fileName, source: text })
  },
}

/** The service worker knows by name what belongs to this build. */
const emitServiceWorker: Plugin = {
  name: 'emit-service-worker',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle)
      .filter((name) => name.startsWith('assets-phone/'))
      .map((name) => `/${name}`)
      .sort()
    const version = createHash('sha256').update(files.join()).digest('base64url').slice(0, 10)
    const source = readFileSync(new URL('serviceWorker.js', import.meta.url), 'utf8')
    const head = `const VERSION = ${JSON.stringify(version)}\nconst FILES = ${JSON.stringify(files)}\n`
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + source })
  },
}

/** What the first script imports is asked for with it, not after it: one way to the server and back less. */
const preloadFirstView: Plugin = {
  name: 'preload-first-view',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { chunk }) {
      return (chunk?.imports ?? []).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}`, crossorigin: true },
        injectTo: 'head' as const,
      }))
    },
  },
}

/** Nothing is preloaded with what comes later, so an import can be a plain one: Vite's wrapper is 300 bytes. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
}

export default defineConfig({
  plugins: [plainImports, iconSymbols, emitWords, preloadFirstView, emitServiceWorker],
  define: {
    WORD_FILES: JSON.stringify(
      Object.fromEntries(
        Object.entries(wordFiles).map(([language, { fileName }]) => [language, `/${fileName}`]),
      ),
    ),
  },
  build: {
    // The first iPhone SE (2016) and Android 5 can still be updated to browsers that know this.
    target: 'es2020',
    cssTarget: ['chrome80', 'firefox74', 'safari13.1'],
    assetsDir: 'assets-phone',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } } },
  },
  oxc: {
    // A third shorter than the automatic runtime's calls.
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
})
