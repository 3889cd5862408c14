import { defineConfig } from 'vitest/config'

/** The tests that are asked to notice a mutant: fast ones that call the mutated code themselves. */
export default defineConfig({
  test: {
    include: ['test/model/**/*.test.ts', 'test/calc/**/*.test.ts'],
    // Mutants that never end are ended by Stryker, which knows how long each test takes.
    testTimeout: 300_000,
    runner: './test/support/mutation-runner.ts',
  },
})
