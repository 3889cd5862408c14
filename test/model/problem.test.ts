import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/model/figure.ts'
import { type Problem, problem, problemSeverities, sortedProblems } from '../../src/model/problem.ts'

const at = (file: string, line: number, column: number): Place => ({ file, line, column, length: 1 })
const badPeriod = (place: Place | null, written = 'x') => problem('bad-period', place, { written })

describe('a problem', () => {
  it('has the severity of its code', () => {
    expect(badPeriod(at('a.yaml', 1, 1), '2018-13')).toEqual({
      code: 'bad-period',
      severity: 'error',
      at: at('a.yaml', 1, 1),
      args: { written: '2018-13' },
    })
    expect(problem('total-disagrees', null, { indicator: 'jobs', reported: '5', sum: '6' }).severity).toBe('warning')
  })

  it('is an error or a warning, nothing else', () => {
    expect(new Set(Object.values(problemSeverities))).toEqual(new Set(['error', 'warning']))
  })

  it('is a warning only where the figures are readable but doubtful', () => {
    const warnings = Object.entries(problemSeverities).filter(([, severity]) => severity === 'warning')
    expect(warnings.map(([code]) => code)).toEqual(
      expect.arrayContaining([
        'part-exceeds-whole',
        'parts-do-not-sum',
        'rate-disagrees',
        'total-disagrees',
        'movements-do-not-balance',
        'falling-cumulative',
        'follows-no-earlier',
        'target-behind-baseline',
        'published-disagrees',
      ]),
    )
    for (const code of ['ambiguous-number', 'unknown-key', 'no-baseline', 'yaml-syntax', 'basis-not-stated'] as const) {
      expect(problemSeverities[code]).toBe('error')
    }
  })
})

describe('problems are sorted', () => {
  it('by file, then line, then column, as numbers', () => {
    const expected = [
      badPeriod(at('a.yaml', 2, 1)),
      badPeriod(at('a.yaml', 10, 3)),
      badPeriod(at('a.yaml', 10, 20)),
      badPeriod(at('b.yaml', 1, 1)),
    ]
    expect(sortedProblems([expected[3], expected[2], expected[0], expected[1]] as Problem[])).toEqual(expected)
    expect(sortedProblems(expected.toReversed())).toEqual(expected)
  })

  it('by sheet in a workbook, before line and column', () => {
    const inSheet = (sheet: string, line: number) => badPeriod({ ...at('a.xlsx', line, 1), sheet })
    const expected = [inSheet('T1', 9), inSheet('T2', 1), inSheet('T2', 2)]
    expect(sortedProblems(expected.toReversed())).toEqual(expected)
  })

  it('by code where they stand in one place', () => {
    const place = at('a.yaml', 1, 1)
    const bad = badPeriod(place)
    const empty = problem('empty-file', place, {})
    const unreadable = problem('unreadable', place, { why: 'missing', detail: '' })
    expect(sortedProblems([unreadable, empty, bad])).toEqual([bad, empty, unreadable])
    expect(sortedProblems([bad, unreadable, empty])).toEqual([bad, empty, unreadable])
  })

  it('with those of no place last, in the order they came', () => {
    const nowhere = [badPeriod(null, 'first'), badPeriod(null, 'second')]
    const somewhere = badPeriod(at('z.yaml', 99, 1))
    expect(sortedProblems([...nowhere, somewhere])).toEqual([somewhere, ...nowhere])
    expect(sortedProblems([nowhere[0], somewhere, nowhere[1]] as Problem[])).toEqual([somewhere, ...nowhere])
  })

  it('in the order they came where place and code are the same', () => {
    const place = at('a.yaml', 1, 1)
    const [first, second] = [badPeriod(place, 'first'), badPeriod(place, 'second')]
    expect(sortedProblems([first, second])).toEqual([first, second])
    expect(sortedProblems([second, first])).toEqual([second, first])
  })

  it('in one way, in whatever order files were read, and each once', () => {
    fc.assert(
      fc.property(fc.array(anyProblems(), { maxLength: 150, size: 'max' }), (problems) => {
        const sorted = sortedProblems(problems)
        for (const [index, next] of sorted.slice(1).entries()) {
          expect(orderKey(sorted[index] as Problem) < orderKey(next)).toBe(true)
        }
        expect(sortedProblems(problems.toReversed())).toEqual(sorted)
        const texts = sorted.map((found) => JSON.stringify(found))
        expect(new Set(texts)).toEqual(new Set(problems.map((found) => JSON.stringify(found))))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the same problem', () => {
  it('is told once, however much of its line each underlines', () => {
    const at = { file: 'a.yaml', line: 1, column: 1, length: 1 }
    const told = [problem('empty-file', at, {}), problem('empty-file', { ...at, length: 5 }, {})]
    expect(sortedProblems(told)).toHaveLength(1)
  })

  it('of two sheets of a workbook is told of both, in order', () => {
    const at = { file: 'a.xlsx', line: 1, column: 1, length: 1 }
    const told = ['T2', 'T1'].map((sheet) => problem('empty-file', { ...at, sheet }, {}))
    expect(sortedProblems(told).map((each) => each.at?.sheet)).toEqual(['T1', 'T2'])
  })

  it('is told once, though it was found twice', () => {
    const found = () => badPeriod(at('a.yaml', 1, 1))
    expect(sortedProblems([found(), found()])).toEqual([found()])
    expect(sortedProblems([badPeriod(null), badPeriod(null)])).toHaveLength(1)
  })

  it('is another when its place or what it says differs', () => {
    const place = at('a.yaml', 1, 1)
    expect(sortedProblems([badPeriod(place, 'x'), badPeriod(place, 'y')])).toHaveLength(2)
    expect(sortedProblems([badPeriod(place), badPeriod(at('a.yaml', 1, 2))])).toHaveLength(2)
    expect(sortedProblems([badPeriod(place), badPeriod(null)])).toHaveLength(2)
  })
})

it('the list that was given stays as it was', () => {
  const given = Object.freeze([badPeriod(at('b.yaml', 1, 1)), badPeriod(at('a.yaml', 1, 1))])
  expect(sortedProblems(given)).not.toBe(given)
  expect(given[0]?.at?.file).toBe('b.yaml')
})

function anyProblems(): fc.Arbitrary<Problem> {
  const places = fc.record({
    file: fc.constantFrom('a.yaml', 'b.yaml', 'a/c.yaml'),
    line: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 12 }),
    length: fc.constant(1),
  })
  const placed = fc
    .tuple(places, fc.boolean())
    .map(([place, empty]) => (empty ? problem('empty-file', place, {}) : badPeriod(place)))
  return fc.oneof({ arbitrary: placed, weight: 20 }, { arbitrary: fc.constant(badPeriod(null)), weight: 1 })
}

function orderKey({ at: place, code }: Problem): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return place ? `${place.file} ${two(place.line)} ${two(place.column)} ${code}` : '~'
}
