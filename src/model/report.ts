import type { Expression } from './derivation.ts'
import type { Exact } from './exact.ts'
import type { Figure, Name, Place, Source } from './figure.ts'
import type { FormulaName, Indicator, Measurement, Provider, State, StatedTarget } from './indicator.ts'
import type { Observation, ObservationStatus } from './observation.ts'
import { type AskedPeriod, type Grain, grains, type Period } from './period.ts'
import type { Area, Plan } from './plan.ts'
import type { Change, Interval, Movements, measurementKeys } from './poverty-rate.ts'
import type { Problem } from './problem.ts'
import type { PovertySeries } from './series.ts'
import type { DatabaseRead } from './source.ts'

export const verdicts = [
  'exceeded',
  'met',
  'missed',
  'on-track',
  'behind',
  'open',
  'not-reported',
  'not-comparable',
] as const
export type Verdict = (typeof verdicts)[number]

/** On which side of its target the newest figure is, whatever the pace. */
export const targetSides = ['on-target', 'off-target'] as const
export type TargetSide = (typeof targetSides)[number]

/** Of a figure that covers the whole period, or that nothing later can change. */
export const finalVerdicts: ReadonlySet<Verdict | null> = new Set<Verdict | null>(['exceeded', 'met', 'missed'])

/** Why there is no achievement although there is an actual and a target. */
export const undefinedReasons = [
  'zero-target',
  'zero-actual',
  'target-equals-baseline',
  'no-baseline',
  'not-comparable',
  'no-number',
  /** What a ceiling leaves unused is known at the end: until then a running total says only what is used up. */
  'running-ceiling',
] as const
export type UndefinedReason = (typeof undefinedReasons)[number]

export const partialUnits = ['areas', 'groups', ...grains, 'rows'] as const

/** How much of what should have been reported was. */
export interface Partial {
  readonly of: (typeof partialUnits)[number]
  readonly reported: number
  readonly expected: number
}

/** One value that a line was calculated from. */
export interface Input {
  readonly field: InputField
  readonly text: string
  readonly at: Place
  readonly source: Source | null
  readonly period: Period | null
  /** The id of the area that it is of, which a sum over areas takes it from; null: of the whole. */
  readonly area: string | null
  readonly status: ObservationStatus | null
  readonly figure: Figure | null
  /** What was said of the figure where it was reported. */
  readonly note: Name | null
  /** How many rows of a table it is the sum of; absent: it stands there as it is. */
  readonly rows?: number
}

export const inputFields = [
  'target',
  'original-target',
  'baseline',
  'baseline-poor',
  'baseline-households',
  'baseline-headcount',
  'baseline-intensity',
  'actual',
  'cumulative',
  'poor',
  'households',
  'poor-change',
  'escaped',
  'relapsed',
  'new',
  'other',
  'numerator',
  'denominator',
  'headcount',
  'intensity',
  'superseded',
] as const
export type InputField = (typeof inputFields)[number]

/** What the plan states, and what a better figure replaced. */
export const noResults: ReadonlySet<InputField> = new Set([
  ...inputFields.filter((field) => field.includes('target') || field.startsWith('baseline')),
  'superseded',
])

/** How the actual came about, for whoever explains it. */
export type ActualOrigin =
  /** One reported figure as it stands. */
  | 'reported'
  /** Increments and running totals added up. */
  | 'accumulated'
  /** Added up from areas. */
  | 'areas'
  /** Poor of households, a numerator and a denominator, or headcount and intensity. */
  | 'counts'

/** A figure beside the same figure of another time. */
export interface Comparison {
  /** The id of the plan that the other figure was reported for. */
  readonly plan: string
  readonly period: Period
  readonly value: Exact
  /** How much of the other figure was reported; null: all of it. */
  readonly partial: Partial | null
  /** In what the two differ, so that they are not subtracted; null: comparable. */
  readonly differsIn: (typeof measurementKeys)[number] | null
  /** This figure − the other: in the unit, percentage points for rates; null where not comparable. */
  readonly absolute: Exact | null
  /** `absolute` of the other, 1 is 100%; null for growth, where the other is not above zero, or not comparable. */
  readonly relative: Exact | null
  /** There where the other is so small that `relative` says little. */
  readonly tinyBase?: true
}

/** What was reached in the reporting period alone, for what adds up: in June, beside the total from January to June. */
export interface PeriodFigure {
  readonly period: Period
  readonly value: Exact
  readonly status: ObservationStatus
  /** How much of what should have been reported was; null: all of it. */
  readonly partial: Partial | null
  /** The same months one year before. */
  readonly lastYear: Comparison | null
  /** The period of the same length right before. */
  readonly previous: Comparison | null
}

/** One step of a running total; null: not reported. */
export interface Increment {
  readonly period: Period
  readonly value: Exact | null
}

/** What is still to be reached, spread evenly over the time left. */
export interface RequiredRate {
  /** In the unit, each `per`. */
  readonly value: Exact
  readonly per: Grain
  /** How many of them are left. */
  readonly left: number
}

/** What a number is in the calculation of a line. */
export type LineRole =
  | 'actual'
  | 'target'
  | 'baseline'
  | 'plannedReduction'
  | 'plannedIncrease'
  | 'change'
  | 'lowEnd'
  | 'highEnd'
  | 'expected'
  | 'before'
  | 'share'
  | 'daysPassed'
  | 'days'
  | 'timeLeft'

/** How the figures of a line were calculated; null where it has no such figure, or it stands as it was given. */
export interface LineDerivation {
  readonly variance: Expression<LineRole> | null
  readonly achievement: Expression<LineRole> | null
  readonly used: Expression<LineRole> | null
  readonly progress: Expression<LineRole> | null
  readonly expected: Expression<LineRole> | null
  readonly pace: Expression<LineRole> | null
  readonly forecast: Expression<LineRole> | null
  readonly required: Expression<LineRole> | null
  /**
   * What the achievement would be, were the actual what is expected to date: where its mark stands on a scale of
   * achievements. null also for formulas whose scale is not even.
   */
  readonly atExpected: Exact | null
}

/** The same figure as another provider gives it. */
export interface OtherProvider {
  readonly provider: Provider
  /** What the line would be by its figures. */
  readonly line: CompletionLine
  /** This figure beside the one that judges, both of one time; null: one of the two is missing. */
  readonly beside: Pick<Comparison, 'differsIn' | 'absolute' | 'relative'> | null
}

/** The verdict by the figures of another, where it is known and another one. */
export function otherVerdictOf({ verdict }: CompletionLine, { line: own }: OtherProvider): Verdict | null {
  const isKnown = own.verdict !== null && own.verdict !== 'not-comparable' && own.verdict !== 'not-reported'
  return isKnown && own.verdict !== verdict ? own.verdict : null
}

/** A line held against another target than the one in force. */
export interface OtherJudgement
  extends Pick<LineJudgement, 'variance' | 'favourable' | 'formula' | 'achievement' | 'undefinedReason' | 'verdict'> {
  readonly target: StatedTarget
  readonly derivation: LineDerivation
}

/** The place of an area among its like by achievement, 1 the best; equals share a place. */
export interface Rank {
  readonly place: number
  readonly of: number
}

/**
 * What of a line is calculated when it is read. Accessors of a class, which no object is of, since a copy of a line by
 * spreading (`{ ...line }`) would be without them and the compiler then says so. `lineWith` copies them.
 */
declare abstract class CalculatedLate {
  /** null where it would repeat the actual, or is not known. */
  abstract get inPeriod(): PeriodFigure | null
  /** The actual beside the same figure one year before. */
  abstract get lastYear(): Comparison | null
  /** Of what does not add up: the actual beside the last figure before it of a period as long. */
  abstract get previous(): Comparison | null
  /** The steps of the running total from the plan's start, all of one grain; empty where they are not known. */
  abstract get increments(): readonly Increment[]
  /** Every value that the line was calculated from: the target, the baseline, then the results. */
  abstract get inputs(): readonly Input[]
  abstract get derivation(): LineDerivation
}

/** What a target makes of a line. */
export interface LineJudgement {
  /** In the unit, percentage points for rates; change targets: actual change − planned change. */
  readonly variance: Exact | null
  /** Whether the variance is to the good; null where there is none or it is zero. */
  readonly favourable: boolean | null
  readonly formula: FormulaName | null
  /** 1 is 100%. */
  readonly achievement: Exact | null
  /** What the achievement may be, given that printed rates are rounded; null where all inputs are exact. */
  readonly achievementInterval: Interval | null
  readonly undefinedReason: UndefinedReason | null
  /** Of a ceiling that a running total may still pass: how much of it is used up, 1 is all of it; null for all else. */
  readonly used: Exact | null
  /** Beside another formula, the share of the way from the baseline to a threshold or to the other side of zero; 1 is all. */
  readonly progress: Exact | null
  /** null: followed without a target, or in words. */
  readonly verdict: Verdict | null
  /** null: a running total has still to reach its target, a task has no figure, or nothing can be compared. */
  readonly standing: TargetSide | null
  /** What the phasing expects to date; null without one. */
  readonly expected: Exact | null
  /** actual / expected, 1 is 100%. */
  readonly pace: Exact | null
  /** The actual carried on at the same pace to the end of the plan, in the unit. */
  readonly forecast: Exact | null
  /** null: nothing is left to reach, no time is left, or the type does not add up. */
  readonly required: RequiredRate | null
}

/** One indicator held against its target, in the whole or in one area. */
export interface CompletionLine extends CalculatedLate, LineJudgement {
  readonly indicator: Indicator
  readonly area: Area | null
  /** What the target is for: the plan's period, the part of it that the target is of, or as long as the area exists. */
  readonly span: Period
  /** The target in force as of the report; null: none. */
  readonly target: StatedTarget | null
  /** The first target, where a revision replaced it. */
  readonly originalTarget: StatedTarget | null
  readonly actual: Exact | null
  readonly origin: ActualOrigin | null
  /** Of a task, or what a text says. */
  readonly state: State | null
  /** From the plan's start to the end of the newest figure for what adds up, else the newest figure's own. */
  readonly actualPeriod: Period | null
  readonly status: ObservationStatus | null
  readonly partial: Partial | null
  /** Of a sum over only some areas: what the targets of just these come to; null: not known. */
  readonly partialTarget: Exact | null
  /** What the actual was measured under: as reported with it, else as the indicator has it. */
  readonly measurement: Measurement
  /** Of the actual, where a survey gave it, in percentage points; null: none is stated. */
  readonly standardError: Exact | null
  /** What the line would be under the first target, where a revision replaced it. */
  readonly original: OtherJudgement | null
  /** Of an area among those beside it; null for totals and where there is no achievement. */
  readonly rank: Rank | null
  /** Of an area: its share of what is missing in all areas that fall short, 1 is all of it; null where it does not fall short. */
  readonly shortfallShare: Exact | null
  /** The completion that was printed about the actual, in per cent, and whether it is the calculated one as printed. */
  readonly published: { readonly figure: Figure; readonly agrees: boolean | null } | null
  readonly change: Change | null
  /** How the poor moved, those of `change` where there is one; null: nothing is known of it. */
  readonly movements: Movements | null
  /** What others than the one that judges give, where they have a figure; empty: nothing. */
  readonly otherProviders: readonly OtherProvider[]
  /** Figures of the same period that a better one replaced. */
  readonly superseded: readonly Observation[]
}

/** A line that has all its parts in itself, so that it can be copied. */
export type WholeLine = { readonly [Part in keyof CompletionLine]: CompletionLine[Part] }

/** A line with other parts than its own. */
export function lineWith(
  line: CompletionLine,
  parts: { readonly [Part in keyof CompletionLine]?: CompletionLine[Part] },
): WholeLine {
  const { inPeriod, lastYear, previous, increments, inputs, derivation } = line
  return { ...line, inPeriod, lastYear, previous, increments, inputs, derivation, ...parts }
}

/** The targets that a report holds the actuals against: the first ones, or those that revisions made of them. */
export const targetChoices = ['revised', 'original'] as const
export type TargetChoice = (typeof targetChoices)[number]

/** A plan held against its observations. */
export interface PlanReport {
  readonly plan: Plan
  /** Day number: as asked, else the end of the newest period reported; null when nothing was reported. */
  readonly asOf: number | null
  /** The id of the indicator whose figure is the newest, where no day was asked for; null: a day was, or nothing was reported. */
  readonly asOfFrom: string | null
  /** The period that was asked for; null: what the newest figures cover. */
  readonly period: Period | null
  readonly targets: TargetChoice
  /** In the plan's order, a total before its areas. */
  readonly lines: readonly CompletionLine[]
  /** Totals only, by verdict. */
  readonly summary: Readonly<Record<Verdict, number>>
  /** Ids of indicators that a problem kept out. */
  readonly leftOut: readonly string[]
  /** The first problem that kept each of them out; null: not known. */
  readonly leftOutBecause: ReadonlyMap<string, Problem | null>
  /** Poverty rates from year to year, a total before its areas. */
  readonly series: readonly PovertySeries[]
  /** Whether any result says where it was published; looking through all inputs takes longer than all else. */
  readonly hasSources: boolean
}

export interface Report {
  readonly plans: readonly PlanReport[]
}

/** What a report is asked for. */
export interface Asked {
  /** Day number; null: for each plan the end of the newest period reported, or of the period asked for. */
  readonly asOf: number | null
  /** Days that a figure may come late: of each plan the day is that of its newest figure, or so many before `asOf` where that is later. */
  readonly lag?: number | null
  /** null: what the newest figures cover. */
  readonly period: AskedPeriod | null
  readonly targets: TargetChoice
  /** Ids of the plans to report on; the others are compared with. Absent: all. */
  readonly plans?: readonly string[] | undefined
}

/** What an input file was when it was read. */
export interface InputFile {
  readonly file: string
  /** null, as its bytes: it is a table of a database. */
  readonly sha256: string | null
  readonly bytes: number | null
  readonly database?: DatabaseRead
}

/** Where a line is about in the files: the newest figure, else the target. */
export function placeOfLine({ inputs, target, indicator }: CompletionLine): Place {
  const figure = inputs.find(({ field }) => field === 'actual' || field === 'cumulative')
  return figure?.at ?? target?.at ?? indicator.at
}

/** Id of an indicator and of an area; null: the whole. */
export const lineKey = (indicator: string, area: string | null): string => `${indicator}\n${area ?? ''}`
