import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { achievement, usualFormula } from '../src/calc/target/achievement.ts'
import { type Expecting, expectationOf } from '../src/calc/target/expectation.ts'
import { Exact } from '../src/model/exact.ts'
import { type FormulaName, formulaNames, type IndicatorType, type Target } from '../src/model/indicator.ts'
import { parseDay } from '../src/model/period.ts'
import type { PlannedChange } from '../src/model/target.ts'
import { readInput } from '../src/read/input.ts'

/*
 * The worked tables under "Completion" of docs/formulas.md, row by row. Nothing there may be a figure that
 * we would not print.
 */

type Row = Readonly<Record<string, string>>

const reasons: Readonly<Record<string, string>> = {
  'the target is 0': 'zero-target',
  'the actual is 0': 'zero-actual',
  'the target equals the baseline': 'target-equals-baseline',
  'there is no baseline': 'no-baseline',
}

const sections = completionSections()

describe('worked tables of docs/formulas.md', () => {
  it('are there for every formula', () => {
    const shown = sections.flatMap(({ rows, title }) => rows.map((row) => row.formula ?? title))
    expect(new Set(shown)).toEqual(new Set(formulaNames))
  })

  for (const { title, rows } of sections) {
    it.each(rows.map((row) => [JSON.stringify(row), row] as const))(`${title}: %s`, (_, row) => {
      const formula = (row.formula ?? title) as FormulaName
      const target = targetOf(row.target ?? '')
      const baseline = row.baseline && row.baseline !== 'none' ? exact(row.baseline) : null
      const found = achievement(formula, { target, actual: exact(row.actual ?? ''), baseline, planned: planOf(target) })
      expectPrinted(typeof found === 'string' ? found : found.value, row.completion ?? '')
    })
  }

  it('stand under the formula that is usual for their targets', () => {
    for (const { title, rows } of sections) {
      if (title !== 'attainment' && title !== 'change' && title !== 'range') continue
      for (const row of rows) expect(usualFormula(targetOf(row.target ?? ''), 'level')).toBe(title)
    }
  })
})

describe('the table of docs/formulas.md on what is expected to date', () => {
  const rows = sectionRows('Expected to date', 'expected')

  it.each(rows.map((row) => [JSON.stringify(row), row] as const))('%s', (_, row) => {
    const found = expectationOf(expectingOf(row))
    expectPrinted(found?.expected.value.dividedBy(Exact.HUNDRED) ?? 'none', row['expected'] ?? '')
    if (row['pace'] === 'none') expect(found?.pace).toBeNull()
    else expectPrinted(found?.pace?.value ?? 'none', row['pace'] ?? '')
    expect(found?.onTrack ? 'on track' : 'behind').toBe(row['verdict'])
  })

  it('has a row for each sort of phasing, target and verdict', () => {
    expect(rows.length).toBeGreaterThan(8)
  })
})

/** Read by the reader itself, out of a plan of 2018. */
function expectingOf(row: Row): Expecting {
  const [phasing = '', tolerance = '100%'] = (row['phasing'] ?? '').split(', tolerance ')
  const shares = phasing.replaceAll(/(Q\d) /g, '2018-$1: ')
  const plan = ['kind: plan', 'id: p', 'title: P', 'period: 2018', 'indicators:', '  - id: a', '    name: A'].concat(
    '    target: none',
    `    phasing: ${phasing === 'linear' ? phasing : `{ ${shares} }`}`,
    `    tolerance: ${tolerance}`,
  )
  const bytes = new TextEncoder().encode(`${plan.join('\n')}\n`)
  const { plans, problems } = readInput({ path: 'plan.yaml', bytes, named: true })
  expect(problems).toEqual([])
  const [read] = plans
  const [indicator] = read?.indicators ?? []
  const asOf = parseDay(row['as of'] ?? '')
  if (!read || !indicator || asOf === undefined) throw new Error('the row is no plan')
  const target = targetOf(row['target'] ?? '')
  return {
    indicator: { ...indicator, type: row['type'] as IndicatorType },
    target,
    actual: exact(row['actual'] ?? ''),
    baseline: row['baseline'] === 'none' ? null : exact(row['baseline'] ?? ''),
    planned: planOf(target),
    period: read.period,
    span: read.period,
    asOf,
    reached: asOf,
    tolerance: indicator.tolerance,
    since: null,
  }
}

function expectPrinted(found: Exact | string, printed: string): void {
  const [, reason] = /^undefined: (.+)$/.exec(printed) ?? []
  if (reason) {
    expect(found).toBe(reasons[reason])
    return
  }
  if (typeof found === 'string') throw new Error(`undefined (${found}) where ${printed} is shown`)
  const percentage = found.times(Exact.HUNDRED)
  const plain = printed.replace('−', '-').replace('%', '')
  if (!plain.endsWith('…')) {
    expect(percentage.toDecimal()).toBe(plain)
    return
  }
  const digits = plain.replace('…', '')
  const decimals = digits.split('.')[1]?.length ?? 0
  expect(percentage.toFixed(decimals, 'truncate')).toBe(digits)
  expect(percentage.decimals ?? decimals + 1).toBeGreaterThan(decimals)
}

function targetOf(text: string): Exclude<Target, { kind: 'done' }> {
  const threshold = /^(at least|at most) (\S+)$/.exec(text)
  if (threshold) return { kind: threshold[1] === 'at least' ? 'at_least' : 'at_most', value: exact(threshold[2] ?? '') }
  const between = /^between (\S+) and ([^\s,]+)(?:, (up|down))?$/.exec(text)
  if (between) {
    const direction = between[3] === 'up' || between[3] === 'down' ? between[3] : null
    return { kind: 'between', range: { low: exact(between[1] ?? ''), high: exact(between[2] ?? '') }, direction }
  }
  const change = /^reduce by (\S+?)(?: to (\S+))?$/.exec(text)
  if (!change) throw new Error(`not a target: ${text}`)
  const low = exact(change[1] ?? '')
  const by = change[2] ? { low, high: exact(change[2]) } : low
  return { kind: 'reduce_by', by, ofBaseline: false, perYear: false }
}

function planOf(target: Target): PlannedChange | null {
  if (target.kind !== 'reduce_by') return null
  return target.by instanceof Exact ? [target.by] : [target.by.low, target.by.high]
}

function exact(text: string): Exact {
  return Exact.parse(text.replace('−', '-').replaceAll(',', ''))
}

/** The rows of the tables under a heading that have this column. */
function sectionRows(heading: string, column: string): readonly Row[] {
  const text = readFileSync(new URL('../docs/formulas.md', import.meta.url), 'utf8')
  const part = text.split('\n## ').find((each) => each.startsWith(`${heading}\n`)) ?? ''
  return tables(part).flatMap((table) => rowsOf(table, column))
}

/** The tables with a column `completion`, by the formula whose heading they stand under. */
function completionSections(): readonly { readonly title: string; readonly rows: readonly Row[] }[] {
  const text = readFileSync(new URL('../docs/formulas.md', import.meta.url), 'utf8')
  const completion = text.split('\n## ').find((part) => part.startsWith('Completion\n')) ?? ''
  return completion
    .split('\n### ')
    .slice(1)
    .map((part) => ({
      title: part.split('\n', 1)[0] ?? '',
      rows: tables(part).flatMap((table) => rowsOf(table, 'completion')),
    }))
}

function tables(part: string): readonly string[] {
  return part.match(/(?:^\|.*\|$\n?)+/gm) ?? []
}

function rowsOf(table: string, column: string): readonly Row[] {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  const [header = '', , ...lines] = table.trim().split('\n')
  const columns = cells(header)
  if (!columns.includes(column)) return []
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [columns[index] ?? '', cell])))
}
