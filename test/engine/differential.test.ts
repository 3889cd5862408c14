import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largeTableRead } from '../../src/cli/large-tables.ts'
import { duckdbEngine } from '../../src/engine/duckdb.ts'
import { Exact } from '../../src/model/exact.ts'
import { parsePeriod } from '../../src/model/period.ts'
import { type Problem, sortedProblems } from '../../src/model/problem.ts'
import type { TableField, TableMapping } from '../../src/model/table.ts'
import { csvTable } from '../../src/read/csv-rows.ts'
import { observationsFrom, type RowGroup, type TableRead } from '../../src/read/table-results.ts'
import { groupText, tableRead } from '../../src/read/table-rows.ts'
import { inFreshFolder } from '../support/folder.ts'

/*
 * Small tables are read cell by cell, large ones by an engine. Which way a table is read must make no difference but to
 * the places of sums.
 */
describe('a table that is read in both ways', () => {
  it('comes to the same figures, refused rows and problems', async () => {
    await fc.assert(fc.asyncProperty(tables, sameInBothWays), { numRuns: 150 })
  }, 120_000)

  it.each([
    ['', 'nothing'],
    ['a,b,v\n', 'a header alone'],
    ['a,b,v', 'a header without a line end'],
    ['\n\na,b,v\nx,y,1\n', 'empty lines first'],
    ['\ufeffa,b,v\r\nx,y,1\r\n', 'a byte-order mark'],
    ['a,b,v\rx,y,1\rx,y,2\r', 'line ends of old Macintoshes'],
    ['a,b,v\r\r\nx,y,1\r\r\nx,y,2\r\r\n', 'line ends that were converted twice'],
    ['a,b,v\nx,y,1\r\nx,y,2\rx,y,3\n\r\n', 'line ends of every sort'],
    ['a,b,v\nx,y,1,\nx,y,2,,,\nx,y,3,""\n', 'separators at the ends of rows'],
    ['a,b,v\n"x\n1",y,1\n\n"x\r\n1",y,z\nx\n', 'quoted line breaks before a refused row'],
    ['"a\n1",b,v\nx,y,z\n', 'a line break in the header'],
    ['a,b,v\nx,"y,1\nx,y,2\n', 'a quote that is not closed'],
    ['a,b,v\nx,"y"y,1\n', 'text behind a quote'],
    ['a,b,v\nx,ấm "y",1\n', 'a quote inside'],
    ['a,b,v\nx,y,1\nx, "y",2\n', 'a blank before a quote'],
    ['a,b,v\nx,y,\0\nx\0,y,1\n', 'zero bytes'],
    ['a,b,v\nx,y,1234567890123456.78\nx,y,-999999999999999999\nx,y,0.000001\n', 'numbers of 18 digits'],
    ['a,b,v\n"x","y","1"\n"","",""\n', 'quotes around everything'],
  ])('%j: %s', (text) => sameInBothWays({ text, mapping: mappingOf({ ...plainChoice, isRegister: true }) }))

  it('that is no UTF-8 is refused at the same byte', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b,v\nx,ế,1\nx,'), Buffer.from([0xe1, 0xba]), Buffer.from(',2\n')])
    await sameInBothWays({ text: bytes, mapping: mappingOf(plainChoice) })
    await sameInBothWays({ text: bytes.subarray(0, -3), mapping: mappingOf(plainChoice) })
  })
})

interface Case {
  readonly text: string | Uint8Array
  readonly mapping: TableMapping
}

async function sameInBothWays({ text, mapping }: Case): Promise<void> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  await inFreshFolder(async (folder) => {
    const absolute = join(folder, 't.csv')
    await writeFile(absolute, bytes)
    const small = tableRead(csvTable('t.csv', bytes), mapping)
    for (const isPlaced of [true, false]) {
      const large = await largeTableRead(
        { path: 't.csv', absolute, format: 'csv' },
        {
          engineFor: (paths) => duckdbEngine({ paths, memory: '256MB', folder: join(folder, 'spill') }),
          folder,
          mappingOf: () => ({ mapping, problems: [] }),
          isPlaced,
          mostShown: null,
          onProgress: () => {},
        },
      )
      expect(told(large)).toEqual(told(small))
      if (isPlaced) expect(observed(large, mapping)).toEqual(observed(small, mapping))
    }
  })
}

/** What each result says and where, in their order; of results that are given again, as far as one is told of. */
function observed(read: TableRead, mapping: TableMapping) {
  return JSON.parse(
    JSON.stringify(observationsFrom(read, mapping), (_, value) => (value instanceof Exact ? value.toDecimal() : value)),
  )
}

/** What a table came to, without the places of its figures. */
function told({ groups, refused, refusals, rows, problems }: TableRead) {
  const lost = new Map<string, number>()
  for (const { indicator, area, period, rows: count } of refused) {
    const key = JSON.stringify([indicator, area === undefined ? '?' : area, period?.text ?? '?'])
    lost.set(key, (lost.get(key) ?? 0) + count)
  }
  return {
    problems: sortedProblems(problems),
    rows,
    groups: groups.map(groupTold).sort(),
    lost: [...lost].sort(),
    refusals: sortedProblems(refusals.flat()).map(problemTold),
  }
}

function groupTold(group: RowGroup): string {
  const figures = [...group.figures].map(([field, { value, decimals, text, count }]) => {
    return [field, value.toDecimal(), decimals, text, count]
  })
  return JSON.stringify([groupText(group), group.rows, group.source, figures.sort()])
}

function problemTold({ code, at, args }: Problem) {
  return { code, at, args }
}

interface Choice {
  readonly notation: TableMapping['notation']
  readonly isRegister: boolean
  readonly isCounted: boolean
  readonly hasCodes: boolean
  readonly isWide: boolean
  readonly days: TableMapping['periodBy']
  readonly asks: boolean
  readonly poverty: boolean
}

const plainChoice: Choice = {
  notation: null,
  isRegister: true,
  isCounted: false,
  hasCodes: false,
  isWide: false,
  days: null,
  asks: false,
  poverty: false,
}

/** Columns a (indicators), b (areas), v (figures), d (days), w, x (conditions and counts). */
function mappingOf(choice: Choice): TableMapping {
  const named = (name: string) => ({ name, at: null })
  const columns = new Map<TableField, { name: string; at: null }>([['indicator', named('a')]])
  if (!choice.isWide) columns.set('area', named('b'))
  if (!choice.isWide && !choice.isCounted) columns.set('value', named('v'))
  if (choice.days) columns.set('period', named('d'))
  if (choice.poverty) columns.set('poor', named('w')).set('households', named('x'))
  return {
    plans: ['p'],
    notation: choice.notation,
    said: 'keys',
    columns,
    areaColumns: choice.isWide
      ? new Map([
          ['one', named('b')],
          ['two', named('v')],
        ])
      : new Map(),
    isRegister: choice.isRegister,
    isCounted: choice.isCounted,
    where: choice.asks ? [{ column: named('w'), equals: 'mới' }] : [],
    periodBy: choice.days,
    codes: {
      indicator: choice.hasCodes
        ? new Map([
            ['x', 'jobs'],
            ['y', 'jobs'],
            ['ế', 'trained'],
          ])
        : null,
      area: null,
    },
    stated: {
      indicator: null,
      area: null,
      period: choice.days ? null : (parsePeriod('2018') ?? null),
      basis: null,
      status: 'final',
      source: null,
    },
  }
}

const texts = fc.constantFrom(
  'x',
  'y',
  'ế',
  'e\u0302\u0301',
  '',
  'x,1',
  'a;b',
  "'; DROP TABLE t; --",
  'q"q',
  'l\nl',
  ' x',
)
const numbers = fc.oneof(
  fc.integer({ min: -2000, max: 200_000 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 1_000_000 })).map(([a, b]) => `${a}.${b}`),
  fc.constantFrom(
    ...[
      '',
      '',
      '~',
      'null',
      '0',
      '007',
      '1e3',
      ' 7 ',
      '1 000',
      '16.250',
      '16,250',
      '1.234,5',
      '1,234.5',
      '0,96',
      '3.28%',
      '12%',
    ],
    ...[
      '−1',
      '+5',
      '1_000',
      '0.125',
      '1.1234567',
      '123456789012345678',
      '1234567890123456789',
      '123456789012.5',
      'NaN',
    ],
    ...[
      'done',
      'in-progress',
      'x',
      '٣',
      '0.3pp',
      '-0',
      '1.000.000',
      '1,000,000',
      '99999999999999.999999',
      '.5',
      '5.',
      '--1',
    ],
  ),
)
const days = fc.constantFrom(
  ...[
    '2018-01-31',
    '2018-02-30',
    '2018-02-28 12:00',
    '2018-12-31T00:00',
    '3/4/2018',
    '31/12/2018',
    '12/31/2018',
    '3.4.2018',
  ],
  ...['2018-1-1', '', '0999-01-01', '2018-06-30', '2018-07-01', 'x'],
)
const others = fc.constantFrom('mới', 'mo\u031b\u0301i', 'cũ', '5', '12', '3', '', '-1', '1e1')

const choices = fc.record<Choice>({
  notation: fc.constantFrom(null, 'plain', 'vi', 'en'),
  isRegister: fc.boolean(),
  isCounted: fc.boolean(),
  hasCodes: fc.boolean(),
  isWide: fc.boolean(),
  days: fc.option(
    fc.record({
      period: fc.constantFrom('day', 'month', 'quarter', 'half', 'year'),
      dates: fc.constantFrom(null, 'y-m-d', 'd/m/y', 'm/d/y'),
    }),
  ),
  asks: fc.boolean(),
  poverty: fc.boolean(),
})

/** Tables as spreadsheets and programs write them, with rows that cannot be read among the others. */
const tables = fc
  .record({
    choice: choices,
    rows: fc.array(fc.tuple(texts, texts, numbers, days, others, others), { maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    hasMark: fc.boolean(),
    damages: fc.array(fc.record({ row: fc.nat(12), how: fc.constantFrom('short', 'long', 'empty', 'separators') }), {
      maxLength: 2,
    }),
    quotesAll: fc.boolean(),
    endsLine: fc.boolean(),
  })
  .map(({ choice, rows, delimiter, lineEnd, hasMark, damages, quotesAll, endsLine }): Case => {
    const quoted = (cell: string) =>
      quotesAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    const lines = [['a', 'b', 'v', 'd', 'w', 'x'], ...rows].map((cells) => cells.map(quoted).join(delimiter))
    for (const { row, how } of damages) {
      const at = row % lines.length
      if (at === 0 && how !== 'empty') continue
      if (how === 'short') lines[at] = quoted('x')
      if (how === 'long') lines[at] += `${delimiter}${quoted('1')}`
      if (how === 'separators') lines[at] += delimiter.repeat(2)
      if (how === 'empty') lines[at] += lineEnd
    }
    const text = (hasMark ? '\ufeff' : '') + lines.join(lineEnd) + (endsLine ? lineEnd : '')
    // A wide table holds no figures but those of its areas.
    const mapping = mappingOf(choice.isWide ? { ...choice, poverty: false, isCounted: false } : choice)
    return { text, mapping }
  })
