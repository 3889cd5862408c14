import type { Exact } from '../../model/exact.ts'
import type { Language } from '../../model/figure.ts'
import { type Baseline, type Indicator, isChangeTarget } from '../../model/indicator.ts'
import { formatDay } from '../../model/period.ts'
import type { Change, Estimate, Movements, Split } from '../../model/poverty-rate.ts'
import type { Problem } from '../../model/problem.ts'
import {
  type CompletionLine,
  type Input,
  type InputFile,
  type PlanReport,
  type Report,
  verdicts,
} from '../../model/report.ts'
import { sourceText } from '../figure/source-text.ts'
import { problemMessage } from '../problem/problems.ts'
import { seriesJson } from './json-series.ts'
import { type JsonValue, jsonText } from './json-text.ts'
import { timeAndPlaceJson } from './json-time.ts'
import {
  changeEndJson,
  intervalJson,
  nameJson,
  numberJson,
  percentageJson,
  placeJson,
  plannedJson,
  targetJson,
} from './json-values.ts'

export interface JsonContext {
  readonly problems: readonly Problem[]
  /** false when an error kept something out of the report. */
  readonly complete: boolean
  readonly inputs: readonly InputFile[]
  /** Of the problems' words and of sources; names are always in both languages. */
  readonly lang: Language
}

/**
 * The report as one JSON object, `"format": "pva.report/1"`.
 *
 * Every row has every key; what is not known or does not apply is null, which is never 0. Numbers are exact: digit
 * for digit, and to 12 decimals where they never end. `achievement`, `used`, `progress`, `pace`, `published`, `shortfallShare`, what is
 * `relative` and the ends of `interval` are percentages. A row of an area has the area's id in `area` and follows the
 * row of its total.
 *
 * - `target`: `kind` and `value`; `value` is `[low, high]` for `between`, which also has its `direction`, and for a
 *   range of changes. `"per": "year"` and `"of": "baseline"` are there only when set. A task's is `{"kind": "done"}`.
 * - `actual` of a task is its state: `done`, `in-progress`, `not-started`.
 * - `interval`: what the achievement may be, given that the printed rates behind it are rounded.
 * - `verdict` is null for an indicator followed without a target.
 * - `change.split` has `counts` and `areas`, each null where it cannot be calculated; `change.planned` is `[low, high]`
 *   for a range; `change.differsIn` says why two rates are not subtracted.
 */
export function renderReportJson(report: Report, context: JsonContext): string {
  return jsonText({
    format: 'pva.report/1',
    complete: context.complete,
    plans: report.plans.map((plan) => planJson(plan, context.lang)),
    problems: context.problems.map((problem) => problemJson(problem, context.lang)),
    inputs: context.inputs.map(inputFileJson),
  })
}

export interface ProblemsJsonContext {
  readonly inputs: readonly InputFile[]
  readonly lang: Language
}

/** Problems alone, `"format": "pva.problems/1"`: in the form they have in a report. */
export function renderProblemsJson(problems: readonly Problem[], { inputs, lang }: ProblemsJsonContext): string {
  return jsonText({
    format: 'pva.problems/1',
    problems: problems.map((problem) => problemJson(problem, lang)),
    inputs: inputs.map(inputFileJson),
  })
}

function planJson(report: PlanReport, lang: Language): JsonValue {
  const { plan, asOf, asOfFrom, period, targets, lines, summary, leftOut, leftOutBecause, series } = report
  return {
    id: plan.id,
    title: nameJson(plan.title),
    period: plan.period.text,
    asOf: asOf === null ? null : formatDay(asOf),
    asOfFrom,
    indicators: lines.map((line) => rowJson(line, asOf, lang)),
    summary: Object.fromEntries(verdicts.map((verdict) => [verdict, summary[verdict]])),
    leftOut,
    leftOutBecause: leftOut.map((id) => leftOutJson(id, leftOutBecause.get(id) ?? null)),
    targets,
    reportingPeriod: period?.text ?? null,
    note: nameJson(plan.note),
    sections: plan.sections.map(({ id, name }) => ({ id, name: nameJson(name) })),
    areas: plan.areas.map(({ id, name, parent }) => ({ id, name: nameJson(name), parent })),
    series: series.map(seriesJson),
  }
}

/** An indicator that a problem kept out, and where that stands; the problem itself is among `problems`. */
export function leftOutJson(id: string, because: Problem | null): { readonly [key: string]: JsonValue } {
  const at = because?.at
  return {
    id,
    code: because?.code ?? null,
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
  }
}

function rowJson(line: CompletionLine, asOf: number | null, lang: Language): JsonValue {
  const { indicator } = line
  const compared = comparedNumbers(line)
  return {
    id: indicator.id,
    no: indicator.no,
    section: indicator.section,
    parent: indicator.parent,
    type: indicator.type,
    name: nameJson(indicator.name),
    unit: nameJson(indicator.unit),
    area: line.area?.id ?? null,
    standard: indicator.standard,
    measured: indicator.measured,
    method: indicator.method,
    target: targetJson(line.target),
    originalTarget: targetJson(line.originalTarget),
    baseline: baselineJson(baselineOf(line)),
    actual: indicator.type === 'task' ? line.state : numberJson(line.actual, compared),
    actualPeriod: line.actualPeriod?.text ?? null,
    status: line.status,
    partial: line.partial && { of: line.partial.of, reported: line.partial.reported, expected: line.partial.expected },
    variance: numberJson(line.variance),
    favourable: line.favourable,
    formula: line.formula,
    achievement: percentageJson(line.achievement),
    interval: intervalJson(line.achievementInterval, percentageJson),
    undefined: line.undefinedReason,
    used: percentageJson(line.used),
    progress: percentageJson(line.progress),
    verdict: line.verdict,
    standing: line.standing,
    expected: numberJson(line.expected, line.actual ? [line.actual] : []),
    pace: percentageJson(line.pace),
    forecast: numberJson(line.forecast, compared),
    change: changeJson(line.change),
    inputs: line.inputs.map((input) => inputJson(input, lang)),
    ...timeAndPlaceJson(line, asOf),
  }
}

/** The numbers that an actual is compared with, from which its rounding must keep it apart. */
function comparedNumbers({ target, change }: CompletionLine): readonly Exact[] {
  const from = change ? [change.from.value] : []
  if (!target || target.target.kind === 'done' || isChangeTarget(target.target)) return from
  return target.target.kind === 'between'
    ? [target.target.range.low, target.target.range.high, ...from]
    : [target.target.value, ...from]
}

function baselineOf({ indicator, area }: { indicator: Indicator; area: { id: string } | null }): Baseline | null {
  return area ? (indicator.baselinesByArea.get(area.id) ?? null) : indicator.baseline
}

function baselineJson(baseline: Baseline | null): JsonValue {
  return (
    baseline && {
      period: baseline.period?.text ?? null,
      value: numberJson(baseline.value?.value ?? null),
      poor: numberJson(baseline.poor?.value ?? null),
      households: numberJson(baseline.households?.value ?? null),
      standard: baseline.standard,
      measured: baseline.measured,
      method: baseline.method,
    }
  )
}

function changeJson(change: Change | null): JsonValue {
  if (!change) return null
  return {
    from: changeEndJson(change.from, [change.to.value]),
    to: changeEndJson(change.to, [change.from.value]),
    differsIn: change.differsIn,
    absolute: numberJson(change.absolute, change.planned ?? []),
    relative: numberJson(change.relative),
    planned: plannedJson(change.planned),
    poor: numberJson(change.poor ?? change.reportedPoorChange?.value),
    split: splitJson(change.splits),
    movements: movementsJson(change.movements),
    impliedBase: estimateJson(change.impliedBase, numberJson),
    impliedShares: change.impliedShares && {
      area: change.impliedShares.area.id,
      from: estimateJson(change.impliedShares.from, percentageJson),
      to: estimateJson(change.impliedShares.to, percentageJson),
      within: estimateJson(change.impliedShares.within, numberJson),
      shift: estimateJson(change.impliedShares.shift, numberJson),
    },
    sharedBase: change.sharedBase && {
      with: change.sharedBase.indicator.id,
      rate: numberJson(change.sharedBase.rate),
      poor: numberJson(change.sharedBase.poor),
      households: intervalJson(change.sharedBase.households, numberJson),
    },
  }
}

const splitKeys = { counts: 'counts', areas: 'areas', 'ravallion-huppi': 'ravallionHuppi' } as const

function splitJson(splits: readonly Split[]): JsonValue {
  if (splits.length === 0) return null
  const json: Record<(typeof splitKeys)[Split['kind']], JsonValue> = { counts: null, areas: null, ravallionHuppi: null }
  for (const split of splits) {
    json[splitKeys[split.kind]] =
      split.kind === 'counts'
        ? { countEffect: numberJson(split.countEffect), baseEffect: numberJson(split.baseEffect) }
        : {
            within: numberJson(split.within),
            shift: numberJson(split.shift),
            ...(split.kind === 'areas' ? {} : { interaction: numberJson(split.interaction) }),
          }
  }
  return json
}

function estimateJson(estimate: Estimate | null, bound: (value: Exact) => JsonValue): JsonValue {
  return estimate && { value: bound(estimate.value), interval: intervalJson(estimate.interval, bound) }
}

function movementsJson(movements: Movements | null): JsonValue {
  return (
    movements && {
      start: numberJson(movements.start),
      escaped: numberJson(movements.escaped),
      relapsed: numberJson(movements.relapsed),
      new: numberJson(movements.newlyPoor),
      other: numberJson(movements.other),
      end: numberJson(movements.end),
      gap: numberJson(movements.gap),
    }
  )
}

function inputJson(input: Input, lang: Language): JsonValue {
  return {
    field: input.field,
    ...placeJson(input.at),
    area: input.area,
    written: input.text,
    rows: input.rows ?? null,
    source: input.source && sourceText(input.source, lang),
    note: nameJson(input.note),
  }
}

export function problemJson(problem: Problem, lang: Language): JsonValue {
  const { message, remedy } = problemMessage(problem, lang)
  return {
    code: problem.code,
    severity: problem.severity,
    ...placeJson(problem.at),
    message,
    remedy,
  }
}

export function inputFileJson({ file, sha256, bytes }: InputFile): JsonValue {
  return { file, sha256, bytes }
}
