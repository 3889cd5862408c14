import { expect, it } from 'vitest'
import { suitesIn, tallied } from './suites.ts'

/** Two directives of one kind before a document. */
const TOLERATED = ['SF5V: no YAML, and read']

it.each(suitesIn(null).map((suite) => [suite.name, suite] as const))(
  'reads or refuses each case of %s, none of them wrongly',
  async (_, suite) => {
    const { faults } = await tallied(suite)
    expect(faults.filter((fault) => !TOLERATED.includes(fault))).toEqual([])
  },
)
