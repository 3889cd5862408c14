import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

export default defineConfig({
  define: { PVA_VERSION: JSON.stringify(version) },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/own-width.ts'],
    // What is expected changes only when asked for: `npm run scenarios:update`, `npm run docs:update`.
    update: 'none',
    // Tests that start processes are slow where others work too.
    testTimeout: 60_000,
    // Files share a process, so that what they import is read once: a third of the time. No module keeps anything.
    isolate: false,
    maxWorkers: '100%',
    coverage: {
      include: ['src/**/*.ts'],
      // Runs only as a process of its own, where coverage does not look: test/command.test.ts.
      exclude: ['src/cli/run.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 95 },
    },
  },
})
