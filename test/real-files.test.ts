import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Exact } from '../src/model/exact.ts'
import { csvTable } from '../src/read/table/csv.ts'
import { ROOT } from './support/folder.ts'
import { outcomeOf } from './support/pva.ts'

/*
 * Tables as they lie in public repositories, and what was said of each: test/real-files/README.md tells where they come from.
 * The figures that are expected were taken from the files, and added up, without this program.
 */

const FOLDER = join(ROOT, 'test/real-files')
const cases = readdirSync(FOLDER).filter((name) => /^\d\d-/.test(name))
const run = (command: string) =>
  outcomeOf({
    command,
    folder: FOLDER,
    env: {},
    today: '2025-01-01',
    stdin: Buffer.alloc(0),
    terminal: { isTTY: false, columns: 80 },
  })

interface Line {
  readonly id: string
  readonly area: string | null
  readonly target: { readonly value?: number } | null
  readonly actual: number | null
}

/** Lines of indicator, area, target and actual; the last one says how many rows the table has. */
const expectedOf = (name: string) =>
  csvTable('expected.txt', readFileSync(join(FOLDER, name, 'expected.txt'))).rows.map(({ texts }) => texts)

describe('a real file is read as it is', () => {
  it.each(cases)('%s', async (name) => {
    const { stdout } = await run(`pva report ${name} --format json`)
    const lines = (JSON.parse(stdout) as { plans: { indicators: Line[] }[] }).plans.flatMap(
      ({ indicators }) => indicators,
    )
    const found = new Map(lines.map((line) => [`${line.id} ${line.area ?? ''}`, line]))
    const figuresOf = expectedOf(name).filter(([id]) => id !== 'rows')
    for (const texts of figuresOf) {
      const [id, area, target = '', actual = ''] = texts
      const line = found.get(`${id} ${area}`)
      const figures = (figure: number | null | undefined) =>
        figure === null || figure === undefined ? '' : exact(figure)
      expect({
        id,
        area,
        target: target === '' ? '' : figures(line?.target?.value),
        actual: figures(line?.actual),
      }).toEqual({
        id,
        area,
        target: target === '' ? '' : Exact.parse(target).toDecimal(),
        actual: actual === '' ? '' : Exact.parse(actual).toDecimal(),
      })
    }
    expect(figuresOf.length).toBeGreaterThan(0)
  })

  it.each(cases)('%s: rows read, passed over and refused are all of its rows', async (name) => {
    const { stderr } = await run(`pva report ${name} --verbose --format json`)
    const number = (text = '') => Number(text.replaceAll(',', ''))
    const rows = number(/: ([\d,]+) rows:/.exec(stderr)?.[1])
    const told = [...stderr.matchAll(/([\d,]+) (?:read|passed over|refused)\b/g)].map(([, count]) => number(count))
    const [, , , expected] = expectedOf(name).find(([id]) => id === 'rows') ?? []
    expect({ rows, sum: told.reduce((sum, count) => sum + count, 0) }).toEqual({
      rows: Number(expected),
      sum: Number(expected),
    })
  })
})

/** As JSON writes it. */
const exact = (number: number): string => Exact.parse(String(number)).toDecimal()

it('what was said of a file is at most 15 lines in at least 16 of them', () => {
  const short = cases.filter(
    (name) =>
      readFileSync(join(FOLDER, name, 'results.yaml'), 'utf8')
        .trim()
        .split('\n').length <= 15,
  )
  expect(short.length).toBeGreaterThanOrEqual(16)
})
