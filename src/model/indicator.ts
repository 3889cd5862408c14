import { Exact } from './exact.ts'
import type { Figure, Name, Place, Source } from './figure.ts'
import { type TaskState, taskStates } from './observation.ts'
import type { Period } from './period.ts'
import { composed } from './text.ts'
import type { Unit } from './unit.ts'

export const indicatorTypes = [
  'count',
  'stock',
  'level',
  'rate',
  'poverty-rate',
  'growth',
  'index',
  'date',
  'task',
  'text',
] as const
export type IndicatorType = (typeof indicatorTypes)[number]

/** What the values of each type are counted in. */
export function unitOf(type: IndicatorType): Unit {
  return type === 'rate' || type === 'poverty-rate' || type === 'growth' ? 'percent' : 'number'
}

/** Tasks, dates and texts are no numbers, and have none of what is calculated from them. */
export const isNumeric = (type: IndicatorType): boolean => type !== 'task' && type !== 'date' && type !== 'text'

/** Only flows and stocks may be added over areas, and hold parts that cannot exceed the whole. */
export const addsUpOverAreas = (type: IndicatorType): boolean => type === 'count' || type === 'stock'

export const thresholdKinds = ['at_least', 'at_most', 'above', 'below'] as const
export type ThresholdKind = (typeof thresholdKinds)[number]

/** A bound as plans print it, `≤ 3%` or `<21%`: its key and its number. */
export function boundIn(text: string): { readonly kind: ThresholdKind; readonly number: string } | null {
  const [, sign = '', number] = /^(≤|<=|<|≥|>=|>)\s{0,9}(?=\d)(.+)$/.exec(text) ?? []
  const kind = BOUNDS.get(sign)
  return kind && number !== undefined ? { kind, number } : null
}

const BOUNDS: ReadonlyMap<string, ThresholdKind> = new Map([
  ['≤', 'at_most'],
  ['<=', 'at_most'],
  ['<', 'below'],
  ['≥', 'at_least'],
  ['>=', 'at_least'],
  ['>', 'above'],
])
export const changeKinds = ['reduce_by', 'increase_by'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Poverty rates, and rates of the same households beside them. */
export function isPovertyRate({ type, sameBaseAs }: Pick<Indicator, 'type' | 'sameBaseAs'>): boolean {
  return type === 'poverty-rate' || sameBaseAs !== null
}

/** Rates of a part in a whole, which lie between 0 and 100. */
function isShareOfWhole(indicator: Pick<Indicator, 'type' | 'sameBaseAs' | 'rateOf'>): boolean {
  return isPovertyRate(indicator) || indicator.rateOf !== null
}

/** The range that values of this indicator cannot leave; null: none. An index (P1, P2, Gini) is no percentage. */
export function boundsOf(
  indicator: Pick<Indicator, 'type' | 'sameBaseAs' | 'rateOf'>,
): 'rate-0-100' | 'index-0-1' | null {
  return indicator.type === 'index' ? 'index-0-1' : isShareOfWhole(indicator) ? 'rate-0-100' : null
}

/** Whether a figure lies in such a range; an index is never written in per cent. */
export const liesIn = (bounds: NonNullable<ReturnType<typeof boundsOf>>, { value, mark }: Figure): boolean =>
  value.sign >= 0 &&
  (bounds === 'index-0-1' ? mark === 'none' && !value.isAbove(Exact.ONE) : !value.isAbove(Exact.HUNDRED))

/** Below so many, one more or less is over 5%. */
const LEAST_BASE = Exact.of(20n)

/**
 * Whether per cent of a figure say little: a whole number of what is counted below 20, or a printed rate whose rounding alone
 * (half a unit of its last digit) is over 5% of it. `printedDecimals`: null where it is not rounded, or that is not known.
 */
export function isTinyBase(type: IndicatorType, base: Exact, printedDecimals: number | null): boolean {
  if (addsUpOverAreas(type)) return base.isInteger && base.isBelow(LEAST_BASE)
  return printedDecimals !== null && Exact.halfUnit(printedDecimals).times(LEAST_BASE).isAbove(base)
}

/**
 * Standard error ÷ rate, the coefficient of variation; null where there is none. Statistics offices print a rate with a
 * warning where it is above a fifth.
 */
export function variationOf(rate: Exact | null, standardError: Exact | null | undefined): Exact | null {
  return rate && standardError && rate.sign > 0 ? standardError.dividedBy(rate) : null
}

export const MOST_VARIATION = Exact.of(1n, 5n)

/** Which way is better. */
export const directions = ['up', 'down'] as const
export type Direction = (typeof directions)[number]

export interface Range {
  readonly low: Exact
  readonly high: Exact
}

export interface ThresholdTarget {
  readonly kind: ThresholdKind
  readonly value: Exact
}

export interface ChangeTarget {
  readonly kind: ChangeKind
  /** Planned change, above zero: one number, or the ends of a range. */
  readonly by: Exact | Range
  /** `by` is a percentage of the baseline (`5%`), not a number of the indicator's own unit or percentage points. */
  readonly ofBaseline: boolean
  /** `by` is meant for each year of the plan. */
  readonly perYear: boolean
}

export interface BetweenTarget {
  readonly kind: 'between'
  readonly range: Range
  /** Where beyond the range is better than inside it; null: beyond is missed on either side. */
  readonly direction: Direction | null
}

/** Met by a day or an earlier one. */
export interface DateTarget {
  readonly kind: 'by'
  /** Day number. */
  readonly value: Exact
}

export interface DoneTarget {
  readonly kind: 'done'
  /** The state of the plan's own that meets it, as those behind it do; of a text, what the plan says. */
  readonly state?: Name
}

/** How far a task is, in the words that all plans share or a plan's own; what a text says. */
export type State = TaskState | Name

/** What is reported by this text; undefined: none of the states of the indicator. Case makes no difference. */
export function stateOf({ type, states }: Pick<Indicator, 'type' | 'states'>, text: string): State | undefined {
  if (isBareNumber(text)) return undefined
  if (type === 'text') return { vi: text, en: text }
  const like = (name: string) => composed(name).toLowerCase() === composed(text).toLowerCase()
  return states ? states.find(({ vi, en }) => like(vi) || like(en)) : taskStates.find((state) => state === text)
}

/** Whether there are no words in a text, so that it would pass for a figure. */
const isBareNumber = (text: string): boolean => /^[-−+]?\d[\d.,\s]*%?$/.test(text)

/** The words that a task may be reported with. */
export const stateTexts = ({ states }: Pick<Indicator, 'states'>): readonly string[] =>
  states ? [...new Set(states.flatMap(({ vi, en }) => [vi, en]))] : taskStates

/** The place among the states of a plan's own, 1 the first; 0: it is none of them. */
export const placeOfState = ({ states = [] }: Pick<Indicator, 'states'>, state: State): number =>
  typeof state === 'string' ? 0 : states.indexOf(state) + 1

export type Target = ThresholdTarget | ChangeTarget | BetweenTarget | DateTarget | DoneTarget

/** A target as it stands in a plan. */
export interface StatedTarget {
  readonly target: Target
  readonly text: string
  readonly at: Place
  readonly source: Source | null
  /** The part of the plan by whose end it is to be reached; absent: all of it. */
  readonly period?: Period
}

/** The target of a part of the plan: running totals of what adds up over it. */
export type PeriodTarget = StatedTarget & { readonly period: Period }

/** A target that replaces the former one from a date on. */
export interface Revision extends StatedTarget {
  /** Absent: it states none. */
  readonly targetsByPeriod?: readonly PeriodTarget[]
  /** Day number. */
  readonly date: number
  readonly decision: string | null
}

/** What a poverty rate counts. */
export const countedThings = ['households', 'persons'] as const

/** What a rate is measured under; rates that differ in any of these are never subtracted. */
export interface Measurement {
  readonly standard: string | null
  readonly measured: (typeof countedThings)[number] | null
  readonly method: string | null
}

/** Share of the poor in per cent, and mean share of deprivations among them: the index is their product (Alkire and Foster). */
export interface MpiParts<Of = Exact> {
  readonly headcount: Of
  readonly intensity: Of
}

/** H × A, both in per cent, between 0 and 1. */
export const mpiOf = ({ headcount, intensity }: MpiParts): Exact =>
  headcount.times(intensity).dividedBy(Exact.HUNDRED).dividedBy(Exact.HUNDRED)

/** What a change is counted from. Counts (`poor` of `households`) win over a printed `value`. */
export interface Baseline extends Measurement {
  readonly period: Period | null
  readonly value: Figure | null
  readonly poor: Figure | null
  readonly households: Figure | null
  /** Of a survey, in percentage points; absent: none is stated. */
  readonly standardError?: Exact
  /** Of a multidimensional index; absent: not stated. */
  readonly mpi?: MpiParts<Figure>
  readonly at: Place
}

/**
 * Who gives figures of an indicator: a ministry by its review, a statistics office by its survey. Of one that does not judge also
 * what its own figures started from.
 */
export interface Provider extends Pick<Indicator, 'baseline' | 'baselinesByArea'> {
  readonly id: string
  readonly name: Name
}

/** Of a figure that several give. */
export interface Providers {
  /** Its figures are the actuals that are judged. */
  readonly judge: Provider
  /** Their figures stand beside. */
  readonly others: readonly Provider[]
}

/** An indicator as another provider measures it: what it is called is the id of no indicator. */
function asProvided({ providers: _, ...indicator }: Indicator, { id, baseline, baselinesByArea }: Provider): Indicator {
  return { ...indicator, id: providedId(indicator.id, id), baseline, baselinesByArea, rateOf: null, sameBaseAs: null }
}

/** The indicator as those who do not judge measure it, in their order. */
export const othersOf = (indicator: Indicator): readonly Indicator[] =>
  indicator.providers?.others.map((provider) => asProvided(indicator, provider)) ?? []

export const providedId = (indicator: string, provider: string): string => `${indicator}/${provider}`

export const formulaNames = ['attainment', 'change', 'range', 'progress', 'level', 'ratio', 'inverse'] as const
export type FormulaName = (typeof formulaNames)[number]

/** The formulas that can be asked for where a target is of this kind; the first is the usual one. */
export function formulasFor(target: Target, type: IndicatorType): readonly FormulaName[] {
  if (target.kind === 'done' || target.kind === 'by') return []
  if (target.kind === 'between') return ['range']
  const growthOnly: readonly FormulaName[] = type === 'growth' ? ['level'] : []
  if (!isChangeTarget(target)) return ['attainment', 'progress', 'ratio', 'inverse', ...growthOnly]
  return isRange(target.by) ? ['range'] : ['change', 'attainment', 'progress', 'ratio', 'inverse', ...growthOnly]
}

export function isChangeTarget(target: Target): target is ChangeTarget {
  return target.kind === 'reduce_by' || target.kind === 'increase_by'
}

export const isRange = (by: Exact | Range): by is Range => 'low' in by

export const severities = ['off', 'warn', 'error'] as const
export type Severity = (typeof severities)[number]

/** Share of the target expected by the end of each period: `2018-Q2: 45%`. */
export interface Milestone {
  readonly period: Period
  /** 1 is the whole target. */
  readonly share: Exact
}

/** How a target is spread over the plan's period; milestones are running totals. */
export type Phasing = 'linear' | 'none' | readonly Milestone[]

export interface Indicator extends Measurement {
  readonly id: string
  /** The number in the plan's own table, `I.1`. */
  readonly no: string | null
  readonly section: string | null
  /** The id of the whole that this is a part of ("of which"). */
  readonly parent: string | null
  readonly name: Name
  readonly unit: Name | null
  readonly type: IndicatorType
  /** null: followed without a target (`target: none`). */
  readonly target: StatedTarget | null
  readonly targetsByArea: ReadonlyMap<string, StatedTarget>
  /** In order, the last one that of the whole plan; empty where none is stated. Of what does not accumulate, every year. */
  readonly targetsByPeriod: readonly PeriodTarget[]
  readonly baseline: Baseline | null
  readonly baselinesByArea: ReadonlyMap<string, Baseline>
  /** The formula asked for; null: the one that is usual for the target. */
  readonly formula: FormulaName | null
  /** null: not stated. What is spread as last year is `none` until the profile of last year is known. */
  readonly phasing: Phasing | null
  /** The indicator, itself or its whole, as whose figures of last year it is spread. */
  readonly lastYearOf?: string | undefined
  /** What its milestones were taken from. */
  readonly profile?: { readonly period: Period; readonly total: Exact } | undefined
  /** Of a count: whether its years are added up; else each is held against a target of its own. */
  readonly accumulates: boolean
  /** Of a count: whether its running total may fall, so that what is reached is not final before the end. */
  readonly canFall: boolean
  /** Share of the expected figure that still counts as on track, 0.95; null: not stated. */
  readonly tolerance: Exact | null
  /** Decimals of the printed percentage; null: the plan's. */
  readonly decimals: number | null
  readonly severity: Severity | null
  /** The achievement that `check` asks for, 1 is 100%; null: not stated. */
  readonly min: Exact | null
  /** null as the denominator: that of `sameBaseAs`. */
  readonly rateOf: { readonly numerator: string; readonly denominator: string | null } | null
  /** The poverty rate whose households it is a rate of as well: near-poor beside poor; null: not stated. */
  readonly sameBaseAs: string | null
  /** What `poor` counts, as tables call it: near-poor households; absent: poor households or persons. */
  readonly counted?: Name
  /** Ids of the parts, in written order. */
  readonly parts: readonly string[]
  /** Whether tables leave it out: it is there for what is calculated from it, and has no target. */
  readonly hidden?: boolean
  /** Whether the parts are the whole of it. */
  readonly exhaustive: boolean
  /** Of a task: states of the plan's own, the first one furthest from its end; absent: done, in progress, not started. */
  readonly states?: readonly Name[]
  /** Absent: nobody says whose its figures are. */
  readonly providers?: Providers
  readonly revisions: readonly Revision[]
  readonly responsible: Name | null
  readonly note: Name | null
  readonly source: Source | null
  /** Where its `id` stands. */
  readonly at: Place
}
