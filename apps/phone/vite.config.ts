/** Builds the participant's page for the phones people bring, also those of 2016, and keeps it small. */
import { icons } from '@bordet/look'
import type { Refusal } from '@bordet/workshop'
import { defineConfig, type Plugin } from 'vite'

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

/** Vite's helper for import() preloads stylesheets of chunks; this page has one stylesheet. */
const plainImport: Plugin = {
  name: 'plain-import',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
}

/** Of all the sentences for a no, only those that a participant's phone can be told. */
const phoneRefusals: Plugin = {
  name: 'phone-refusals',
  transform: {
    filter: { id: /text\/src\/refusals\/\w+\.ts$/ },
    handler(code) {
      const kept = code.split('\n').filter((line) => {
        const key = /^ {2}(\w+): '.*',$/.exec(line)?.[1]
        return key === undefined || told.has(key)
      })
      return { code: kept.join('\n'), map: null }
    },
  },
  enforce: 'pre',
}
const told: ReadonlySet<string> = new Set<Refusal>([
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
  'notMoving',
  'tableUnknown',
  'personUnknown',
])

export default defineConfig({
  plugins: [iconSymbols, plainImport, phoneRefusals],
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
