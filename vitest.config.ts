import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'apps/**/*.test.tsx',
      'tests/{architecture,bench,fuzz,methods}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', 'tests/bench/peers/**'],
    testTimeout: 30_000,
  },
})
