/** Builds the four pages that the server hands out; see the brief of each entry's main.tsx. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // The CSP allows no data: fonts or scripts, and tldraw's assets must be files of ours.
  build: {
    target: 'es2022',
    assetsDir: 'assets-web',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // tldraw does not say that its modules do nothing when merely loaded; without its interface, which the board
      // does not use, the canvas is 324 instead of 456 kB gzip.
      treeshake: {
        moduleSideEffects: [
          { test: /node_modules\/(@tldraw|tldraw|@radix-ui|radix-ui)\/.*\.m?js$/, sideEffects: false },
        ],
      },
      input: {
        organise: 'organise.html',
        facilitate: 'facilitate.html',
        screen: 'screen.html',
        board: 'board.html',
      },
    },
  },
})
