import type {
  ComparedPlans,
  ComparedRow,
  ComparedYear,
  PlanChain,
  PreviousFigure,
  Relation,
} from '../../model/compare.ts'
import { formatDay } from '../../model/period.ts'
import type { Partial, PlanReport } from '../../model/report.ts'
import { inputFileJson, type JsonContext, leftOutJson, problemJson } from './json.ts'
import { type JsonValue, jsonText } from './json-text.ts'
import { nameJson, numberJson, percentageJson, targetJson } from './json-values.ts'

/**
 * Plans and results of several years as one JSON object, `"format": "pva.compare/1"`.
 *
 * - `comparisons`: each with its `plans`, the oldest first, and its `indicators`, whose `years` are in that order.
 * - `planned`: the value that the target comes to; `previous`: the figure of the year before, and where it is from.
 * - `plannedOnPrevious`, `actualOnPlanned`, `actualOnPrevious`: `difference` in the unit or in percentage points,
 *   `ratio` a percentage. `identity` says whether the third is the product of the ratios or the sum of the differences.
 * - `alone`: plans that are in no comparison, or that follow one which is not there.
 */
export function renderCompareJson({ chains, alone }: ComparedPlans, context: JsonContext): string {
  const { problems, complete, inputs, lang } = context
  return jsonText({
    format: 'pva.compare/1',
    complete,
    comparisons: chains.map(chainJson),
    alone: alone.map(({ plan, why }) => ({ plan: plan.id, follows: plan.follows, why })),
    problems: problems.map((problem) => problemJson(problem, lang)),
    inputs: inputs.map(inputFileJson),
  })
}

function chainJson({ plans, rows }: PlanChain): JsonValue {
  return { plans: plans.map(planJson), indicators: rows.map((row) => rowJson(row, plans)) }
}

function planJson({ plan, asOf, leftOut, leftOutBecause }: PlanReport): JsonValue {
  return {
    id: plan.id,
    follows: plan.follows,
    title: nameJson(plan.title),
    period: plan.period.text,
    asOf: asOf === null ? null : formatDay(asOf),
    leftOut,
    leftOutBecause: leftOut.map((id) => leftOutJson(id, leftOutBecause.get(id) ?? null)),
  }
}

function rowJson({ indicator, area, section, years }: ComparedRow, plans: readonly PlanReport[]): JsonValue {
  return {
    id: indicator.id,
    parent: indicator.parent,
    section: section?.id ?? null,
    type: indicator.type,
    name: nameJson(indicator.name),
    unit: nameJson(indicator.unit),
    area: area?.id ?? null,
    years: years.map((year, index) => yearJson(year, plans[index]?.plan.id ?? '')),
  }
}

function yearJson(year: ComparedYear, plan: string): JsonValue {
  const { line, absent, planned, previous, plannedOnPrevious, actualOnPlanned, actualOnPrevious, identity } = year
  return {
    plan,
    area: line?.area?.id ?? null,
    absent,
    type: line?.indicator.type ?? null,
    name: nameJson(line?.indicator.name ?? null),
    unit: nameJson(line?.indicator.unit ?? null),
    standard: line?.measurement.standard ?? null,
    measured: line?.measurement.measured ?? null,
    method: line?.measurement.method ?? null,
    target: targetJson(line?.target ?? null),
    originalTarget: targetJson(line?.originalTarget ?? null),
    planned: numberJson(planned),
    actual: line?.state ?? numberJson(line?.actual, planned ? [planned] : []),
    actualPeriod: line?.actualPeriod?.text ?? null,
    status: line?.status ?? null,
    partial: partialJson(line?.partial ?? null),
    formula: line?.formula ?? null,
    achievement: percentageJson(line?.achievement ?? null),
    undefined: line?.undefinedReason ?? null,
    verdict: line?.verdict ?? null,
    previous: previousJson(previous),
    plannedOnPrevious: relationJson(plannedOnPrevious),
    actualOnPlanned: relationJson(actualOnPlanned),
    actualOnPrevious: relationJson(actualOnPrevious),
    identity,
  }
}

function previousJson(previous: PreviousFigure | null): JsonValue {
  return (
    previous && {
      origin: previous.origin,
      value: numberJson(previous.value),
      period: previous.period?.text ?? null,
      status: previous.status,
      partial: partialJson(previous.partial),
      otherBaseline: numberJson(previous.otherBaseline, [previous.value]),
    }
  )
}

function relationJson(relation: Relation | null): JsonValue {
  return (
    relation && {
      difference: numberJson(relation.difference),
      ratio: percentageJson(relation.ratio),
      ratioGap: relation.ratioGap,
      differsIn: relation.differsIn,
    }
  )
}

function partialJson(partial: Partial | null): JsonValue {
  return partial && { of: partial.of, reported: partial.reported, expected: partial.expected }
}
