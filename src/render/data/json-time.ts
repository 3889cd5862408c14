import type { Exact } from '../../model/exact.ts'
import { formatDay } from '../../model/period.ts'
import type { Comparison, CompletionLine, OtherJudgement, Partial, PeriodFigure } from '../../model/report.ts'
import { revisionInForce } from '../figure/revision.ts'
import type { JsonValue } from './json-text.ts'
import { nameJson, numberJson, percentageJson, targetJson } from './json-values.ts'

/** The keys of a row that tell of other times, other targets, other areas, and of what was said and published. */
export function timeAndPlaceJson(line: CompletionLine, asOf: number | null): { readonly [key: string]: JsonValue } {
  const { required, rank, published, indicator } = line
  const revision = revisionInForce(line, asOf)
  return {
    required: required && { value: numberJson(required.value), per: required.per, left: required.left },
    revision: revision && { date: formatDay(revision.date), decision: revision.decision },
    original: originalJson(line.original),
    inPeriod: periodFigureJson(line.inPeriod),
    lastYear: comparisonJson(line.lastYear, line.actual),
    previous: comparisonJson(line.previous, line.actual),
    increments: line.increments.map(({ period, value }) => ({ period: period.text, value: numberJson(value) })),
    rank: rank && { place: rank.place, of: rank.of },
    shortfallShare: percentageJson(line.shortfallShare),
    published: published && { value: numberJson(published.figure.value), agrees: published.agrees },
    responsible: nameJson(indicator.responsible),
    note: nameJson(indicator.note),
  }
}

function originalJson(original: OtherJudgement | null): JsonValue {
  return (
    original && {
      target: targetJson(original.target),
      variance: numberJson(original.variance),
      favourable: original.favourable,
      formula: original.formula,
      achievement: percentageJson(original.achievement),
      undefined: original.undefinedReason,
      verdict: original.verdict,
    }
  )
}

function periodFigureJson(figure: PeriodFigure | null): JsonValue {
  return (
    figure && {
      period: figure.period.text,
      value: numberJson(figure.value),
      status: figure.status,
      partial: partialJson(figure.partial),
      lastYear: comparisonJson(figure.lastYear, figure.value),
      previous: comparisonJson(figure.previous, figure.value),
    }
  )
}

/** `value` of the other time, kept apart from the figure that is compared with it. */
function comparisonJson(comparison: Comparison | null, figure: Exact | null): JsonValue {
  if (!comparison) return null
  const { plan, period, value, partial, differsIn, absolute, relative } = comparison
  return {
    plan,
    period: period.text,
    value: numberJson(value, figure ? [figure] : []),
    partial: partialJson(partial),
    differsIn,
    absolute: numberJson(absolute),
    relative: percentageJson(relative),
  }
}

export function partialJson(partial: Partial | null): JsonValue {
  return partial && { of: partial.of, reported: partial.reported, expected: partial.expected }
}
