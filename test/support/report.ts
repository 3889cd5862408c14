import { nothingReported } from '../../src/calc/results/reported.ts'
import { atExpected, type Case, judgement, termsIn } from '../../src/calc/target/judgement.ts'
import { Exact } from '../../src/model/exact.ts'
import type { Figure, Name, Place, Source } from '../../src/model/figure.ts'
import type { ChangeKind, Indicator, StatedTarget, Target, ThresholdKind } from '../../src/model/indicator.ts'
import { formatDay, type Period, parseDay, parsePeriod } from '../../src/model/period.ts'
import type { Area, Plan } from '../../src/model/plan.ts'
import type { Change, ChangeEnd } from '../../src/model/poverty-rate.ts'
import {
  type Comparison,
  type CompletionLine,
  type LineDerivation,
  type PlanReport,
  type Verdict,
  verdicts,
  type WholeLine,
} from '../../src/model/report.ts'

/*
 * Builders of reports, made up by hand. Every figure of a line is stated by the test, so that a renderer is held
 * against what is written there and not against another part of the program. Only how a figure comes about is
 * calculated: nobody would write that down by hand.
 */

export const number = (text: string): Exact => Exact.parse(text)

/** A percentage as an achievement: `118.26875` is 1.1826875. */
export const percent = (text: string): Exact => number(text).dividedBy(Exact.HUNDRED)

export function period(text: string): Period {
  const parsed = parsePeriod(text)
  if (!parsed) throw new RangeError(`not a period: ${text}`)
  return parsed
}

export function day(text: string): number {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** One text in both languages, or each its own. */
export function name(vi: string, en = vi): Name {
  return { vi, en }
}

export const place: Place = { file: 'plan.yaml', line: 1, column: 1, length: 1 }

export function source(title: Name, page: string | null = null): Source {
  return { title, url: null, page, date: null }
}

export function figure(text: string): Figure {
  const decimals = text.split('.')[1]?.length ?? 0
  return { value: number(text), mark: 'none', text, decimals, at: place, source: null }
}

export function stated(target: Target): StatedTarget {
  return { target, text: '', at: place, source: null }
}

export const threshold = (kind: ThresholdKind, value: string): StatedTarget => stated({ kind, value: number(value) })

export const changeBy = (kind: ChangeKind, by: string, high?: string): StatedTarget =>
  stated({
    kind,
    by: high === undefined ? number(by) : { low: number(by), high: number(high) },
    ofBaseline: false,
    perYear: false,
  })

export const between = (low: string, high: string, direction: 'up' | 'down' | null): StatedTarget =>
  stated({ kind: 'between', range: { low: number(low), high: number(high) }, direction })

export const done: StatedTarget = stated({ kind: 'done' })

export function indicator(id: string, given: Partial<Indicator> = {}): Indicator {
  return {
    id,
    no: null,
    section: null,
    parent: null,
    name: name(id),
    unit: null,
    type: 'count',
    target: null,
    targetsByArea: new Map(),
    targetsByPeriod: [],
    accumulates: true,
    baseline: null,
    baselinesByArea: new Map(),
    formula: null,
    phasing: null,
    canFall: false,
    tolerance: null,
    decimals: null,
    severity: null,
    min: null,
    rateOf: null,
    sameBaseAs: null,
    parts: [],
    exhaustive: false,
    revisions: [],
    responsible: null,
    note: null,
    source: null,
    standard: null,
    measured: null,
    method: null,
    at: place,
    ...given,
  }
}

/** A line without a result, until it is given one. */
export function line(of: Indicator, given: Partial<WholeLine> = {}): WholeLine {
  const bare = {
    indicator: of,
    area: null,
    span: given.actualPeriod ? period(formatDay(given.actualPeriod.end).slice(0, 4)) : period('2018'),
    target: of.target,
    originalTarget: null,
    actual: null,
    origin: null,
    state: null,
    actualPeriod: null,
    status: null,
    partial: null,
    measurement: { standard: of.standard, measured: of.measured, method: of.method },
    standardError: null,
    variance: null,
    favourable: null,
    formula: null,
    achievement: null,
    achievementInterval: null,
    undefinedReason: null,
    verdict: 'not-reported',
    standing: null,
    expected: null,
    pace: null,
    forecast: null,
    required: null,
    original: null,
    inPeriod: null,
    lastYear: null,
    previous: null,
    increments: [],
    rank: null,
    shortfallShare: null,
    partialTarget: null,
    otherProviders: [],
    published: null,
    change: null,
    movements: null,
    inputs: [],
    superseded: [],
    used: null,
    progress: null,
    ...given,
  } satisfies Omit<WholeLine, 'derivation'>
  return { ...bare, derivation: derivationOf(bare) }
}

/** How the figures of a line come about in a plan, as of the end of its newest figure; of what it has no figure nothing does. */
export function derivationOf(
  { indicator: of, target, ...made }: Omit<WholeLine, 'derivation'>,
  within: Plan = plan('p'),
): LineDerivation {
  const { actual, actualPeriod, partial, change, expected, achievement } = made
  const formula = made.formula ?? of.formula
  const given: Case = {
    plan: within,
    indicator: { ...of, formula },
    span: within.period,
    since: null,
    reported: { ...nothingReported, actual, period: actualPeriod, partial },
    baseline: change?.from.value ?? null,
    change,
    asOf: actualPeriod?.end ?? day('2018-06-30'),
  }
  const terms = termsIn(given, target?.target ?? null)
  const { derivation } = judgement(given, target?.target ?? null)
  return {
    variance: made.variance && derivation.variance,
    achievement: achievement && derivation.achievement,
    used: made.used && derivation.used,
    progress: made.progress && derivation.progress,
    expected: expected && derivation.expected,
    pace: made.pace && derivation.pace,
    forecast: made.forecast && derivation.forecast,
    required: made.required && derivation.required,
    atExpected: achievement && expected && formula && terms ? atExpected(formula, terms, expected) : null,
  }
}

/** A figure of another time, with nothing known to be wrong with it. */
export function comparison(of: string, value: string, given: Partial<Comparison> = {}): Comparison {
  return {
    plan: 'p',
    period: period(of),
    value: number(value),
    partial: null,
    differsIn: null,
    absolute: null,
    relative: null,
    ...given,
  }
}

export function area(id: string, given: Partial<Area> = {}): Area {
  return { id, name: name(id), parent: null, from: null, until: null, was: [], ...given }
}

export function changeEnd(value: string, given: Partial<ChangeEnd> = {}): ChangeEnd {
  return {
    period: null,
    value: number(value),
    printedDecimals: value.split('.')[1]?.length ?? 0,
    poor: null,
    households: null,
    standard: null,
    measured: null,
    method: null,
    ...given,
  }
}

export function change(from: ChangeEnd, to: ChangeEnd, given: Partial<Change> = {}): Change {
  return {
    from,
    to,
    differsIn: null,
    absolute: null,
    relative: null,
    planned: null,
    poor: null,
    reportedPoorChange: null,
    splits: [],
    movements: null,
    impliedBase: null,
    impliedShares: null,
    sharedBase: null,
    ...given,
  }
}

export function plan(id: string, given: Partial<Plan> = {}): Plan {
  return {
    id,
    title: name(id),
    period: period('2018'),
    follows: null,
    source: null,
    note: null,
    decimals: 1,
    rounding: 'half-up',
    tolerance: null,
    policy: {},
    areas: [],
    breakdowns: [],
    sections: [],
    indicators: [],
    unread: [],
    file: 'plan.yaml',
    at: place,
    ...given,
  }
}

/** A report of these lines; the summary counts their verdicts. */
export function planReport(
  of: Plan,
  lines: readonly CompletionLine[],
  given: Partial<Omit<PlanReport, 'lines'>> = {},
): PlanReport {
  const indicators = [...new Set(lines.map((each) => each.indicator))]
  const summary = Object.fromEntries(
    verdicts.map((verdict) => [verdict, lines.filter((each) => !each.area && each.verdict === verdict).length]),
  ) as Record<Verdict, number>
  return {
    plan: { ...of, indicators },
    asOf: of.period.end,
    period: null,
    asOfFrom: null,
    targets: 'revised',
    lines,
    summary,
    leftOut: [],
    leftOutBecause: new Map(),
    series: [],
    hasSources: true,
    ...given,
  }
}
