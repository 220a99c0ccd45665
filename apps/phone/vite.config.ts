/** Builds the participant's page for the phones people bring, some of them ten years old, and keeps it small. */
import { icons } from '@bordet/look'
import { defineConfig, type Plugin } from 'vite'

/** The icons stand in the page as symbols: they are pictures, and the script need not carry them. */
const iconSymbols: Plugin = {
  name: 'icon-symbols',
  transformIndexHtml(html) {
    const symbols = Object.entries(icons).map(
      ([name, shapes]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${shapes}</symbol>`,
    )
    return html.replace('<!-- icons -->', `<svg hidden>${symbols.join('')}</svg>`)
  },
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

export default defineConfig({
  plugins: [iconSymbols, plainImport],
  build: {
    // The oldest that know modules, import() and queueMicrotask: newer syntax is written out for them.
    target: ['es2019', 'chrome71', 'firefox69', 'safari12.1'],
    cssTarget: ['chrome71', 'firefox69', 'safari12.1'],
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
