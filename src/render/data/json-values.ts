import type { Exact } from '../../model/exact.ts'
import { cellOf, type Name, type Place } from '../../model/figure.ts'
import { isChangeTarget, isRange, type StatedTarget } from '../../model/indicator.ts'
import type { Change, ChangeEnd, Interval } from '../../model/poverty-rate.ts'
import { machineNumber, machinePercentage } from '../figure/machine-number.ts'
import { type JsonValue, jsonNumber } from './json-text.ts'

/** Values of the model as they stand in every JSON output; null is not known, never 0. */

export function nameJson(name: Name | null): JsonValue {
  return name && { vi: name.vi, en: name.en }
}

/** Where something stands; all null: it is about no place. */
export function placeJson(at: Place | null) {
  return {
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    sheet: at?.sheet ?? null,
    cell: at && cellOf(at),
  }
}

/** `apartFrom`: numbers it is compared with, which its rounding must not make it equal to. */
export function numberJson(value: Exact | null | undefined, apartFrom: readonly Exact[] = []): JsonValue {
  return value ? jsonNumber(machineNumber(value, apartFrom)) : null
}

export function percentageJson(ratio: Exact | null): JsonValue {
  return ratio && jsonNumber(machinePercentage(ratio))
}

export function intervalJson(interval: Interval | null, bound: (value: Exact) => JsonValue): JsonValue {
  return (
    interval && {
      low: bound(interval.low),
      lowOpen: interval.lowOpen,
      high: bound(interval.high),
      highOpen: interval.highOpen,
    }
  )
}

export function targetJson(stated: StatedTarget | null): JsonValue {
  if (!stated) return null
  const { target } = stated
  if (target.kind === 'done') return { kind: target.kind }
  if (target.kind === 'between') {
    const { low, high } = target.range
    return { kind: target.kind, value: [numberJson(low), numberJson(high)], direction: target.direction }
  }
  if (!isChangeTarget(target)) return { kind: target.kind, value: numberJson(target.value) }
  return {
    kind: target.kind,
    value: isRange(target.by) ? [numberJson(target.by.low), numberJson(target.by.high)] : numberJson(target.by),
    ...(target.perYear ? { per: 'year' } : {}),
    ...(target.ofBaseline ? { of: 'baseline' } : {}),
  }
}

export function changeEndJson(end: ChangeEnd, apartFrom: readonly Exact[]) {
  return {
    period: end.period?.text ?? null,
    value: numberJson(end.value, apartFrom),
    poor: numberJson(end.poor),
    households: numberJson(end.households),
    standard: end.standard,
    measured: end.measured,
    method: end.method,
  }
}

/** A planned change with its sign; the two ends of a range. */
export function plannedJson(planned: Change['planned']): JsonValue {
  const [low, high] = planned ?? []
  return high ? [numberJson(low), numberJson(high)] : numberJson(low)
}
