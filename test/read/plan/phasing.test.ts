import { describe, expect, it } from 'vitest'
import { indicatorProblems, onlyIndicator } from '../support.ts'

/** Milestones in short, `2018-Q1 20%`. */
function phasing(entries: string): unknown {
  const found = onlyIndicator(`target: 5\nphasing: ${entries}`).phasing
  return Array.isArray(found) ? found.map(({ period, share }) => `${period.text} ${share}`) : found
}

function fault(entries: string): unknown {
  const problems = indicatorProblems(`target: 5\nphasing: ${entries}`)
  return problems.map(({ code, args }) => ('why' in args ? `${code} ${args.why}` : code))
}

describe('phasing', () => {
  it('is linear or none, or not stated', () => {
    expect(phasing('linear')).toBe('linear')
    expect(phasing('none')).toBe('none')
    expect(onlyIndicator('target: 5').phasing).toBeNull()
  })

  it('by running totals is as written', () => {
    expect(phasing('{ 2018-Q1: 20%, 2018-Q2: 45%, 2018-Q3: 75%, 2018-Q4: 100% }')).toEqual([
      '2018-Q1 0.2',
      '2018-Q2 0.45',
      '2018-Q3 0.75',
      '2018-Q4 1',
    ])
  })

  it('by shares is added up to running totals', () => {
    expect(phasing('{ 2018-Q1: 10%, 2018-Q2: 20%, 2018-Q3: 30%, 2018-Q4: 40% }')).toEqual([
      '2018-Q1 0.1',
      '2018-Q2 0.3',
      '2018-Q3 0.6',
      '2018-Q4 1',
    ])
  })

  it('stands still where shares leave a gap', () => {
    expect(phasing('{ 2018-Q2: 60%, 2018-10: 40% }')).toEqual([
      '2018-01-01/2018-03-31 0',
      '2018-Q2 0.6',
      '2018-07-01/2018-09-30 0.6',
      '2018-10 1',
      '2018-11-01/2018-12-31 1',
    ])
  })

  it('of one whole is both', () => {
    expect(phasing('{ 2018: 100% }')).toEqual(['2018 1'])
    expect(phasing('{ 2018-H1: 0%, 2018-H2: 100% }')).toEqual(['2018-H1 0', '2018-H2 1'])
  })

  it('of a count may be figures of its target, running or of each period', () => {
    const shares = ['2018-Q1 0.2', '2018-Q2 0.2', '2018-Q3 0.8', '2018-Q4 1']
    expect(phasing('{ 2018-Q1: 1, 2018-Q2: 0, 2018-Q3: 3, 2018-Q4: 1 }')).toEqual(shares)
    expect(phasing('{ 2018-Q1: 1, 2018-Q2: 1, 2018-Q3: 4, 2018-Q4: 5 }')).toEqual(shares)
    const rate = 'type: rate\ntarget: { at_least: 5 }\nphasing: { 2018-H1: 3, 2018-H2: 2 }'
    expect(indicatorProblems(rate).map(({ code }) => code)).toEqual(['bad-phasing', 'bad-phasing'])
  })

  it.each([
    ['{ 2018-H1: 2, 2018-H2: 2 }', 'bad-phasing sum'],
    ['{ 2018-H1: 0.5, 2018-H2: 0.6 }', 'bad-phasing sign', 'bad-phasing sign'],
    ['{ 2018-H1: 40%, 2018-H2: 50% }', 'bad-phasing sum'],
    ['{ 2018-Q1: 25%, 2018-Q2: 25%, 2018-Q3: 25%, 2018-Q4: 26% }', 'bad-phasing sum'],
    ['{}', 'bad-phasing sum'],
    ['{ 2018-Q1: 50%, 2018-Q2: 45%, 2018-Q4: 100% }', 'bad-phasing falls'],
    ['{ 2018-Q1: 20%, 2018-Q2: 45%, 2018-Q4: 95% }', 'bad-phasing last'],
    ['{ 2018-Q1: 20%, 2018-Q2: 45%, 2018-Q3: 100% }', 'bad-phasing end'],
    ['{ 2018-H1: 40%, 2019-H1: 60% }', 'bad-phasing outside'],
    ['{ 2018-H2: 40%, 2018-H1: 60% }', 'bad-phasing order'],
    ['{ 2018-Q1: 60%, 2018-H1: 40% }', 'bad-phasing mixed'],
    ['{ spring: 100% }', 'bad-period'],
    ['{ 2018: 100 }', 'bad-phasing sign'],
    ['{ 2018-H1: -10%, 2018-H2: 110% }', 'bad-value'],
    ['evenly', 'bad-value'],
  ])('%s is bad: %s', (entries, ...expected) => {
    expect(fault(entries)).toEqual(expected)
  })
})
