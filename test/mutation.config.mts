import { defineConfig } from 'vitest/config'

/** The tests that are asked to notice a mutant: fast ones that call the mutated code themselves. */
export default defineConfig({
  test: {
    include: ['test/model/**/*.test.ts', 'test/calc/**/*.test.ts'],
    runner: './test/support/mutation-runner.ts',
  },
})
