import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { calculated } from '../src/calc/report/report.ts'
import { Exact } from '../src/model/exact.ts'
import type { CompletionLine } from '../src/model/report.ts'
import { readInput } from '../src/read/input.ts'

/* The sample plans and results: what they must hold, and that nothing in them lacks a source. */

const folder = new URL('../plans/', import.meta.url)

describe('the samples', () => {
  it('are read and calculated without a problem', () => {
    const { files, problems } = samples()
    expect(files.flatMap((file) => file.problems)).toEqual([])
    expect(problems).toEqual([])
    expect(files.flatMap((file) => file.plans.map((plan) => plan.id))).toEqual([
      'ha-nam-2017',
      'ha-nam-2018',
      'quang-nam-2019',
    ])
  })

  it('give a source for every target, baseline and result', () => {
    const { files } = samples()
    const sourced = files.flatMap(({ plans, observations }) => [
      ...plans.flatMap(({ indicators }) => indicators.flatMap(({ target }) => (target ? [target.source] : []))),
      ...plans.flatMap(({ indicators }) => indicators.flatMap(({ baseline }) => baseline?.value?.source ?? [])),
      ...observations.map(({ source }) => source),
    ])
    // 24 targets, 6 baselines, 11 results.
    expect(sourced).toHaveLength(24 + 6 + 11)
    expect(sourced).not.toContain(null)
  })

  it('keep the ids of indicators over the years, so that years can be compared', () => {
    const [before, after] = samples().files.flatMap((file) => file.plans)
    const ids = after?.indicators.map(({ id }) => id)
    expect(before?.indicators.map(({ id }) => id)).toEqual(['jobs', 'labour-export', 'poverty-rate', 'enrolment'])
    expect(ids).toEqual(expect.arrayContaining(before?.indicators.map(({ id }) => id) ?? []))
  })
})

describe('Hà Nam', () => {
  it('came to 118, 107, 120 and 119 per cent in 2017, as Báo Dân sinh printed', () => {
    const lines = linesOf('ha-nam-2017')
    expect(lines.map(rounded)).toEqual(['jobs 118', 'labour-export 107', 'poverty-rate 120', 'enrolment 119'])
    expect(lines.every(({ verdict }) => verdict === 'exceeded')).toBe(true)
  })

  it('has one result in 2018; the other 12 indicators and 6 tasks are not reported, and none is 0', () => {
    const lines = linesOf('ha-nam-2018')
    const reported = lines.filter(({ verdict }) => verdict !== 'not-reported')
    expect(reported.map(rounded)).toEqual(['poverty-rate 183'])
    expect(lines.filter(({ indicator }) => indicator.type !== 'task')).toHaveLength(13)
    expect(lines.filter(({ indicator }) => indicator.type === 'task')).toHaveLength(6)
    expect(lines.filter(({ actual }) => actual !== null)).toHaveLength(1)
  })
})

describe('Quảng Nam', () => {
  it('lifted 117.62% of the planned households out of poverty in 2019, and planned no change of the rate', () => {
    const lines = linesOf('quang-nam-2019')
    const [households] = lines.filter(({ indicator }) => indicator.id === 'poor-households')
    expect(households?.achievement?.times(Exact.HUNDRED).toFixed(2)).toBe('117.62')
    const rates = lines.filter(({ indicator }) => indicator.id === 'poverty-rate')
    expect(rates.map(({ area, change }) => [area?.id, change?.absolute?.toDecimal()])).toEqual([
      [undefined, '-1.51'],
      ['lowland', '-0.77'],
      ['mountain', '-4.54'],
    ])
    expect(rates.map(({ verdict, achievement }) => [verdict, achievement])).toEqual(rates.map(() => [null, null]))
  })
})

function samples() {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  const files = paths.sort().map((path) => {
    const bytes = readFileSync(fileURLToPath(new URL(path, folder)))
    return readInput({ path, bytes, named: true })
  })
  const all = {
    plans: files.flatMap((file) => file.plans),
    observations: files.flatMap((file) => file.observations),
    references: files.flatMap((file) => file.references),
    unreadResults: files.flatMap((file) => file.unreadResults),
    unreadPlans: files.flatMap((file) => file.unreadPlans),
  }
  return { files, ...calculated(all, { asOf: null, period: null, targets: 'revised' }) }
}

function linesOf(plan: string): readonly CompletionLine[] {
  const found = samples().report.plans.find((each) => each.plan.id === plan)
  if (!found) throw new Error(`no plan ${plan}`)
  return found.lines
}

function rounded({ indicator, achievement }: CompletionLine): string {
  return `${indicator.id} ${achievement?.times(Exact.HUNDRED).toFixed(0)}`
}
