import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { literal } from '../../src/engine/dialect.ts'
import { simpleNumber, wholeNumber } from '../../src/engine/sql-numbers.ts'
import type { TableFigure, TableMapping } from '../../src/model/table.ts'
import { figureFromCell } from '../../src/read/table/cells.ts'
import { mappingByNames } from '../../src/read/table/columns.ts'

/*
 * What the engine takes for a number by itself is never seen by whoever reads single cells, so that it must be the same
 * number there. What it does not take is handed on, and is slow: whatever is written as most numbers are it must take.
 */
const blanks = '{ group: " ", decimal: "," }'
const apostrophes = `{ group: "'", decimal: "." }`
const notations = ['plain', 'vi', 'en', 'si', 'ch', 'in', blanks, apostrophes, null] as const

describe.each(notations)('in the notation %s, a number that the engine takes by itself', (notation) => {
  it('is the same number cell by cell, whatever of these eleven characters it is written with', async () => {
    const taken = await takenOf(
      `SELECT ${'abcde'.split('').join(' || ')} AS v FROM ${everyText('0195.,_e- x')}`,
      notation,
    )
    expect(taken.size).toBeGreaterThan(100)
    for (const [text, number] of taken) expectSame(text, number, notation)
  })

  it('is the same number cell by cell, at the edges of what casts take', async () => {
    const texts = fc.stringMatching(
      /^[-+ −]?[0-9]{0,20}([.,][0-9]{0,8})?([.,_' ’][0-9]{3}){0,5}([eE][-+]?[0-9]{0,3})?[ %]?$/,
    )
    const others = fc.constantFrom(
      '0x12',
      '0xFFFFFFF',
      '0XFFFFF1',
      '0b111',
      '1e2',
      '15e4',
      '1.5e7',
      '٣',
      '１２',
      '1\0',
      'NaN',
    )
    const sample = [...fc.sample(texts, 2000), ...fc.sample(others, 50), ...edges]
    const taken = await takenOf(`SELECT unnest([${sample.map(literal).join(', ')}]) AS v`, notation)
    for (const [text, number] of taken) expectSame(text, number, notation)
  })

  it('is any whole number of up to twelve digits, and any decimal that only it reads', async () => {
    const wholes = [...fc.sample(fc.bigInt(-(10n ** 12n) + 1n, 10n ** 12n - 1n), 300).map(String), ...powers, '0', '-0']
    const decimals = fc.sample(fc.tuple(fc.nat(999_999), fc.integer({ min: 1, max: 99 })), 300).map(([whole, part]) => {
      return `${whole}${notation === 'vi' || notation === blanks ? ',' : '.'}${part}`
    })
    const sample = [...wholes, ...decimals]
    const taken = await takenOf(`SELECT unnest([${sample.map(literal).join(', ')}]) AS v`, notation)
    expect(sample.filter((text) => !taken.has(text))).toEqual([])
  })
})

it('a figure that cannot be below zero is none of the engine’s where it is', async () => {
  const taken = await takenOf(`SELECT unnest(['-1', '-0.5', '1', '150']) AS v`, 'plain', 'poor')
  expect([...taken.keys()]).toEqual(['1', '150'])
})

/** All numbers next to a power of ten. */
const powers = Array.from({ length: 12 }, (_, index) => 10n ** BigInt(index)).flatMap((power) => {
  return [power, power - 1n, power + 1n, -power, 15n * power].filter((each) => each < 10n ** 12n).map(String)
})

const edges = [
  ...['999999999999', '1000000000000', '-999999999999.999999', '999999999999.9999999', '0.0000001', '-0.000000'],
  ...[
    '1.000',
    '1,000',
    '1.000.000.000',
    '1,000,000,000',
    '1.000.000.000.000',
    '1.000,5',
    '1,000.5',
    '1.0000',
    '12.34.5',
  ],
]

let instance: DuckDBInstance
let connection: Awaited<ReturnType<DuckDBInstance['connect']>>

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:')
  connection = await instance.connect()
})

afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** Texts that the engine takes for numbers, and for which. */
async function takenOf(
  texts: string,
  notation: TableMapping['notation'],
  field: TableFigure = 'value',
): Promise<ReadonlyMap<string, string>> {
  const cell = { name: 'v', field, notation, isMarked: false, isFromProgram: false, missing: [] }
  const read = await connection.runAndReadAll(
    `SELECT v, CAST(number AS VARCHAR) FROM (SELECT v, ${simpleNumber(cell, 'w')} AS number
      FROM (SELECT v, ${wholeNumber(cell)} AS w FROM (${texts}))) WHERE number IS NOT NULL`,
  )
  return new Map(read.getRows().map(([text, number]) => [String(text), String(number)]))
}

/** Every text of up to five of these characters. */
function everyText(characters: string): string {
  const each = ['', ...characters].map(literal).join(', ')
  return 'abcde'
    .split('')
    .map((name) => `(SELECT unnest([${each}]) AS ${name})`)
    .join(' CROSS JOIN ')
}

function expectSame(text: string, number: string, notation: TableMapping['notation']): void {
  const { mapping } = mappingByNames(
    { header, firstRows: [] },
    { plans: [], notation, isRegister: true, period: null, basis: null, known: null },
  )
  const read = mapping && figureFromCell(text, 'value', mapping)
  if (!read || typeof read === 'function' || !('value' in read)) throw new Error(`${text} is no number, not ${number}`)
  // Compared first: one assertion for each of a hundred thousand would take a minute.
  if (read.mark !== 'none' || read.value.toFixed(6) !== number)
    expect([text, read.value.toFixed(6)]).toEqual([text, number])
}

const header = ['indicator', 'period', 'value'].map((text) => ({
  text,
  at: { file: 't.csv', line: 1, column: 1, length: 1 },
}))
