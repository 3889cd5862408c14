import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

/** What takes longest is begun first, so that no processor waits for it in the end. */
const LONGEST = [
  ...['engine/differential', 'engine/large-tables', 'browser/program', 'browser/page', 'cli/pipeline', 'ci-docs'],
  ...[
    'ci-files',
    'cli/large-fields',
    'cli/interrupt',
    'without-engine',
    'torture/torture',
    'docs',
    'cli/hostile-names',
  ],
  ...['engine/locked', 'json-outputs', 'regular-expressions', 'cli/completion', 'package', 'render/xlsx/workbook'],
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  define: { PVA_VERSION: JSON.stringify(version) },
  test: {
    include: ['test/**/*.test.ts'],
    sequence: { sequencer: LongestFirst },
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
