import { describe, expect, it } from 'vitest'
import { indicatorProblems, inShort, onlyIndicator, read, readPlan } from '../support.ts'

/** The target of an indicator in short. */
function target(keys: string, planKeys?: string): string {
  const { target: stated } = onlyIndicator(keys, planKeys)
  return stated ? inShort(stated.target) : 'none'
}

const rate = 'type: rate\nbaseline: { rate: 10 }\n'
const count = 'baseline: { value: 100 }\n'

describe('a bare number', () => {
  it.each([
    ['target: 16250', 'at_least 16250'],
    ['type: stock\ntarget: 12.5', 'at_least 12.5'],
    ['direction: down\ntarget: 30', 'at_most 30'],
    ['type: rate\ndirection: up\ntarget: 51%', 'at_least 51'],
    ['type: poverty-rate\ndirection: down\ntarget: 3', 'at_most 3'],
    ['type: growth\ndirection: up\ntarget: -2.7', 'at_least -2.7'],
  ])('%j is %s', (keys, expected) => {
    expect(target(keys)).toBe(expected)
  })

  it.each(['level', 'rate', 'poverty-rate', 'growth'] as const)('does not say which way is better for a %s', (type) => {
    expect(indicatorProblems(`type: ${type}\ntarget: 51`)).toEqual([
      { code: 'direction-not-stated', args: { written: '51', type } },
    ])
  })
})

describe('a target that says how', () => {
  it.each([
    ['type: rate\ntarget: { at_most: 3.81 }', 'at_most 3.81'],
    ['target: { above: 5 }', 'above 5'],
    ['type: rate\ntarget:\n  below: 7.6%', 'below 7.6'],
    ['type: growth\ntarget: { at_least: -50 }', 'at_least -50'],
    [`${rate}target: { reduce_by: 0.3 }`, 'reduce_by 0.3'],
    [`${rate}target: { reduce_by: 0.3 pp }`, 'reduce_by 0.3'],
    [`${rate}target: { increase_by: [1, 1.5] }`, 'increase_by 1..1.5'],
    [`${count}target: { reduce_by: 5% }`, 'reduce_by 5 of baseline'],
    [`${count}target: { reduce_by: [5%, 7%] }`, 'reduce_by 5..7 of baseline'],
    [`${count}target: { increase_by: 40, per: year }`, 'increase_by 40 per year'],
    ['type: rate\ntarget: { between: [6.6, 6.8] }', 'between 6.6..6.8 null'],
    ['type: rate\ntarget: { between: [80, 90], direction: up }', 'between 80..90 up'],
    // Exactly two.
    ['type: level\ntarget: { between: [2, 2] }', 'between 2..2 null'],
    ['type: rate\ndirection: down\ntarget: { between: [80, 90] }', 'between 80..90 down'],
    ['direction: up\ntarget: { at_least: 5 }', 'at_least 5'],
    ['target: none', 'none'],
    ['type: task\ntarget: done', 'done'],
    ['type: task\ntarget: none', 'none'],
  ])('%j is %s', (keys, expected) => {
    expect(target(keys)).toBe(expected)
  })

  it.each([
    ['target: {}', 'no-kind'],
    ['target: { per: year }', 'no-kind'],
    ['target: { at_least: 5, at_most: 9 }', 'two-kinds'],
    [`${count}target: { reduce_by: 0 }`, 'not-above-zero'],
    [`${count}target: { reduce_by: -5 }`, 'not-above-zero'],
    [`${count}target: { reduce_by: [0, 5] }`, 'not-above-zero'],
    [`${count}target: { reduce_by: [5, 3] }`, 'range-order'],
    ['target: { between: [5, 4] }', 'range-order'],
    ['target: { between: [5] }', 'range-ends'],
    ['target: { between: [5, 6, 7] }', 'range-ends'],
    ['type: task\ntarget: 5', 'task-needs-done'],
    ['type: task\ntarget: { at_least: 5 }', 'task-needs-done'],
    ['target: done', 'done-needs-task'],
    ['target: { at_least: 5, per: year }', 'per-year'],
    ['direction: down\ntarget: { at_least: 5 }', 'direction-conflict'],
    ['target: { at_most: 5, direction: up }', 'direction-conflict'],
    ['direction: up\ntarget: { between: [5, 6], direction: down }', 'direction-conflict'],
    [`direction: up\n${count}target: { reduce_by: 5 }`, 'direction-conflict'],
  ])('%j is bad: %s', (keys, why) => {
    expect(indicatorProblems(keys)).toMatchObject([{ code: 'bad-target', args: { why } }])
  })

  it('is meant per year only where the plan is of whole years', () => {
    const indicator = '  - { id: i, name: I, baseline: { value: 100 }, target: { reduce_by: 5, per: year } }'
    const plan = (period: string) => `kind: plan\nid: p\ntitle: P\nperiod: ${period}\nindicators:\n${indicator}\n`
    expect(read(plan('2016/2020')).problems).toEqual([])
    expect(read(plan('2018-H1')).problems).toMatchObject([{ code: 'bad-target', args: { why: 'per-year' } }])
  })

  it('takes a decimal comma in brackets for what it is', () => {
    expect(indicatorProblems('type: rate\ntarget: { between: [6,6, 6,8] }', 'numbers: vi')).toEqual([
      { code: 'comma-in-braces', args: { written: '6,6', why: 'number' } },
    ])
  })
})

describe('the unit of a target', () => {
  it('of a rate is per cent, and of its change points: per cent could be either', () => {
    expect(indicatorProblems(`${rate}target: { reduce_by: 0.3% }`)).toEqual([
      { code: 'percent-or-points', args: { written: '0.3%', number: '0.3' } },
    ])
    expect(indicatorProblems('type: rate\ntarget: { at_most: 3 pp }')).toEqual([
      { code: 'unit-mismatch', args: { written: '3 pp', found: 'points', expected: 'percent' } },
    ])
  })

  it.each([
    ['target: 5%', 'percent'],
    ['target: { at_least: 5 pp }', 'points'],
    [`${count}target: { reduce_by: 5 pp }`, 'points'],
    [`${count}target: { reduce_by: [5, 7%] }`, 'percent'],
    ['type: level\ntarget: { at_least: 5% }', 'percent'],
    ['target: 5\nbaseline: { value: 5% }', 'percent'],
  ])('of a number is that number: %j', (keys, found) => {
    expect(indicatorProblems(keys)).toMatchObject([{ code: 'unit-mismatch', args: { found, expected: 'number' } }])
  })

  it('of a poverty rate is from 0 to 100', () => {
    expect(indicatorProblems('type: poverty-rate\ntarget: { at_most: 101 }')).toMatchObject([
      { code: 'bad-value', args: { expected: 'rate-0-100' } },
    ])
    expect(target('type: rate\ntarget: { at_least: 105 }')).toBe('at_least 105')
    expect(target('type: growth\ntarget: { at_least: -4 }')).toBe('at_least -4')
  })

  it.each(['target: { at_most: -4 }', 'target: { at_least: 101 }', 'target: none\nbaseline: { rate: -4 }'])(
    'of a rate of a part in a whole is too: %s',
    (keys) => {
      const ratio = 'type: rate\nrate_of: { numerator: n, denominator: n }'
      const { problems } = readPlan(
        [
          '- { id: n, name: N, target: none }',
          '- id: i',
          ...`name: I\n${ratio}\n${keys}`.split('\n').map((line) => `  ${line}`),
        ].join('\n'),
      )
      expect(problems).toMatchObject([{ code: 'bad-value', args: { expected: 'rate-0-100' } }])
    },
  )

  it('of a poverty rate may be a whole of the range', () => {
    expect(target('type: poverty-rate\ntarget: { at_most: 100 }')).toBe('at_most 100')
  })
})

describe('a target and its baseline', () => {
  it.each(['reduce_by', 'increase_by'])('%s cannot do without one', (kind) => {
    const missing = [{ code: 'no-baseline', args: { indicator: 'i', needs: 'target' } }]
    expect(indicatorProblems(`target: { ${kind}: 5 }`)).toEqual(missing)
    expect(indicatorProblems(`type: poverty-rate\nbaseline: { poor: 5 }\ntarget: { ${kind}: 5 }`)).toEqual(missing)
  })

  it('neither can progress', () => {
    expect(indicatorProblems('target: 5\nformula: progress')).toEqual([
      { code: 'no-baseline', args: { indicator: 'i', needs: 'formula' } },
    ])
  })

  it('counts of poor and all households are one', () => {
    const keys = 'type: poverty-rate\nbaseline: { poor: 5, households: 100 }\ntarget: { reduce_by: 2 }'
    expect(target(keys)).toBe('reduce_by 2')
  })

  it.each([
    ['target: 64', '70', '64'],
    ['target: { at_most: 5 }', '4', '5'],
    ['target: { between: [5, 6], direction: up }', '7', '6'],
  ])('%j from %s is kept and warned of', (keys, baseline, worse) => {
    expect(indicatorProblems(`${keys}\nbaseline: { value: ${baseline} }`)).toEqual([
      { code: 'target-behind-baseline', args: { indicator: 'i', target: worse, baseline } },
    ])
  })

  it('as good as its baseline is not behind it', () => {
    expect(target('target: 70\nbaseline: { value: 70 }')).toBe('at_least 70')
  })
})

describe('a formula', () => {
  it('level is for growth only', () => {
    expect(indicatorProblems('target: 5\nformula: level')).toEqual([
      {
        code: 'bad-value',
        args: { written: 'level', expected: ['attainment', 'progress', 'ratio', 'inverse'], suggestion: null },
      },
    ])
    expect(onlyIndicator('type: growth\ntarget: { at_least: 2.7 }\nformula: level').formula).toBe('level')
  })

  it('compares with the target that it is for', () => {
    const fall = 'baseline: { value: 20 }\ntarget: { reduce_by: 5 }'
    expect(onlyIndicator(`${fall}\nformula: ratio`).formula).toBe('ratio')
    expect(indicatorProblems(`${fall}\nformula: range`)).toMatchObject([
      { code: 'bad-value', args: { expected: ['change', 'attainment', 'progress', 'ratio', 'inverse'] } },
    ])
    expect(indicatorProblems('target: 5\nformula: change')).toMatchObject([
      { code: 'bad-value', args: { written: 'change' } },
    ])
  })
})
