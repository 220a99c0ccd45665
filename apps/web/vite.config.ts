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
      input: {
        organise: 'organise.html',
        facilitate: 'facilitate.html',
        screen: 'screen.html',
        board: 'board.html',
      },
    },
  },
})
