import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/model/problem.ts'
import { readInput } from '../../src/read/input.ts'

describe('claims', () => {
  it('are of a kind of ours, also where a file of a folder holds nothing else', () => {
    const { skipped, claims, problems } = read('kind: claims\nclaims: []\n', false)
    expect({ skipped, claims, problems }).toEqual({ skipped: false, claims: 1, problems: [] })
  })

  it('may hold numbers as they are printed: exact, about, bounds and ranges, in the notation of the file', () => {
    const printed = ['18.923', '-0,96%', '~4', 'khoảng 4', '"<7,6"', '">1.200"', 'trên 1.200', 'dưới 4', '6,6-6,8']
    const more = ['6,6..6,8', '80–90%', '"-3 - -2"', '~', '']
    for (const number of [...printed, ...more]) {
      expect(problemsOf(`kind: claims\nnumbers: vi\nclaims:\n  - actual: ${number}\n`)).toEqual([])
    }
  })

  it('may hold every key that a printed sentence can fill', () => {
    const claim = [
      ...['id: jobs-2017', 'text: đạt 118%', 'baseline: 1', 'from: 4.24%', 'to: 3.28%', 'target: 1', 'actual: 2'],
      ...['unit: { vi: hộ, en: households }', 'direction: at_most', 'formula: level', 'completion: 118%'],
      ...['exceeds_by: 18%', 'change: -0.96%', 'relative_change: -22.6%', 'poor_change: -2527', 'numerator: 1'],
      ...['denominator: 2', 'rate: 50%', 'parts: 1 + 2', 'total: 3', 'previous: 1', 'growth: 100%', 'verdict: Đạt'],
      ...['rounded: target', 'source: a newspaper'],
    ]
    expect(problemsOf(`kind: claims\nclaims:\n  - ${claim.join('\n    ')}\n`)).toEqual([])
  })

  it('are told, with the place, what they get wrong', () => {
    const wrong = `kind: claims
claims:
  - id: Jobs 2017
    actual: 18.923
    completion: all
    complation: 118%
    direction: up
    verdict: good
    parts: [1, two]
`
    expect(problemsOf(wrong)).toEqual([
      '3:9 bad-value',
      '4:13 ambiguous-number',
      '5:17 not-a-number',
      '6:5 unknown-key',
      '7:16 bad-value',
      '8:14 bad-value',
      '9:16 not-a-number',
    ])
  })

  it('need a list of claims', () => {
    expect(problemsOf('kind: claims\n')).toEqual(['1:1 missing-key'])
    expect(problemsOf('kind: claims\nclaims: 118%\n')).toEqual(['2:9 bad-value'])
  })
})

describe('an id', () => {
  it('that is null is told, and not taken for one that was left out', () => {
    const plan = 'kind: plan\nid: null\ntitle: t\nperiod: 2018\nindicators: []\n'
    const actuals = 'kind: actuals\nplan: ~\nperiod: 2018\nobservations:\n  - { indicator: null, value: 1 }\n'
    expect(problemsOf(plan)).toEqual(['2:5 bad-value'])
    expect(problemsOf(actuals)).toEqual(['2:7 bad-value', '5:18 bad-value'])
  })
})

function problemsOf(text: string): readonly string[] {
  return [...read(text).problems].sort(byPlace).map(({ code, at }) => `${at?.line}:${at?.column} ${code}`)
}

function byPlace(a: Problem, b: Problem): number {
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)
}

function read(text: string, named = true) {
  return readInput({ path: 'claims.yaml', bytes: Buffer.from(text), named })
}
