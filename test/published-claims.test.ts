import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Exact } from '../src/model/exact.ts'
import {
  expectedIn,
  figureOf,
  isCalledWrong,
  judgedIn,
  judgedText,
  measured,
  measureLine,
  nameOf,
} from './support/audit-truth.ts'
import { ROOT } from './support/folder.ts'
import { claimsDocument, madeUpClaims, madeUpPlans } from './support/made-up-claims.ts'

/*
 * Is a published figure wrong? The audit is held to lists that were written by hand, with arithmetic of their own, before
 * it was run on the figures.
 */

const docs = readFileSync(join(ROOT, 'docs/audit.md'), 'utf8')
const files = ['ha-nam', 'viet-nam', 'provinces', 'elsewhere'].map((name) => `plans/published/${name}.yaml`)
const sets = {
  published: { title: '`plans/published`', judged: judgedIn(files), expected: expectedIn('published-verdicts.tsv') },
  unseen: {
    title: 'gathered afterwards',
    judged: judgedIn(['test/data/unseen-claims.yaml']),
    expected: expectedIn('unseen-verdicts.tsv'),
  },
  otherFields: {
    title: 'of other fields',
    judged: judgedIn(['test/data/other-fields-claims.yaml']),
    expected: expectedIn('other-fields-verdicts.tsv'),
  },
}

describe.each(Object.entries(sets))('%s figures', (_, { title, judged, expected }) => {
  it('are judged in all that they claim, and in nothing else', () => {
    expect(judged.map(nameOf).sort()).toEqual(expected.map(nameOf).sort())
  })

  it.each(expected.map((row) => [nameOf(row), row] as const))('get the verdict found by hand: %s', (name, row) => {
    const found = judged.find((each) => nameOf(each) === name)
    expect([found?.verdict, found?.slip ?? '']).toEqual([row.verdict, row.slip])
    if (found && row.figure) expect(figureOf(found)).toBe(row.figure)
  })

  it('were judged by hand with a reason each, and a correction says what was there before and why', () => {
    expect(expected.filter(({ reasoning }) => reasoning.length < 5)).toEqual([])
    expect(expected.filter(({ wrong }) => !['yes', 'no', 'undecidable'].includes(wrong))).toEqual([])
    expect(expected.filter(({ corrected }) => corrected && !/^was \S+: .{10,}/.test(corrected))).toEqual([])
  })

  it('are told right from wrong as well as docs/audit.md says', () => {
    const wrong = new Set(expected.filter((row) => row.wrong === 'yes').map(nameOf))
    expect(docs.split('\n')).toContain(measureLine(title, measured(judged, wrong)))
  })
})

describe('made-up figures', () => {
  const claims = madeUpClaims(400, 1)
  const judged = judgedText(new TextEncoder().encode(claimsDocument(claims)), 'made-up.yaml')
  const called = new Set(judged.filter(isCalledWrong).map(({ claim }) => claim))

  it('are called wrong when a slip was made, and only then', () => {
    const misjudged = claims.filter(({ id, wrong }) => called.has(id) !== wrong)
    expect(misjudged).toEqual([])
  })

  it('hold slips of every sort, and as many figures without one', () => {
    const sorts = ['none', 'digits swapped', 'decimal shifted', 'upside down', 'another number']
    const counts = sorts.map((sort) => claims.filter(({ slip }) => slip === sort).length)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(20)
    expect(counts.reduce((sum, count) => sum + count)).toBe(claims.length)
  })

  const plans = madeUpPlans(200, 2)
  const found = judgedText(new TextEncoder().encode(claimsDocument(plans)), 'made-up.yaml')

  it('imply the plan that they were calculated from', () => {
    const outside = plans.filter(({ plan }, index) => {
      const implied = found[index]?.impliedTarget
      const exact = Exact.of(BigInt(plan))
      // Without a bound above: 79 are 0% of anything large.
      return !implied || implied.low?.isAbove(exact) || implied.high?.isBelow(exact)
    })
    expect(outside).toEqual([])
  })

  it('have the plan itself for the roundest as often as docs/audit.md says', () => {
    const isPlan = plans.map(({ plan }, at) => found[at]?.impliedTarget?.roundest?.equals(Exact.of(BigInt(plan))))
    expect(docs).toContain(`the roundest was the plan itself for ${isPlan.filter(Boolean).length} of ${plans.length}`)
  })
})
