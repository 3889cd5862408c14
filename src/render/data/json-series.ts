import type { PovertySeries, SeriesChange } from '../../model/series.ts'
import type { JsonValue } from './json-text.ts'
import { partialJson } from './json-time.ts'
import { changeEndJson, numberJson, percentageJson, plannedJson } from './json-values.ts'

/** A poverty rate from year to year; every point has every key. */
export function seriesJson({ indicator, area, points }: PovertySeries): JsonValue {
  return {
    id: indicator.id,
    area: area?.id ?? null,
    points: points.map(({ plan, end, partial, restated, differsIn, sinceLast, sinceFirst }, index) => {
      const beside = [points[index - 1], points[index + 1]].flatMap((point) => point?.end.value ?? [])
      return {
        plan,
        ...changeEndJson(end, beside),
        partial: partialJson(partial),
        restated: numberJson(restated, [end.value]),
        differsIn,
        sinceLast: seriesChangeJson(sinceLast),
        sinceFirst: seriesChangeJson(sinceFirst),
      }
    }),
  }
}

function seriesChangeJson(change: SeriesChange | null): JsonValue {
  return (
    change && {
      absolute: numberJson(change.absolute, change.planned ?? []),
      relative: numberJson(change.relative),
      years: change.years,
      perYear: numberJson(change.perYear),
      poor: numberJson(change.poor),
      planned: plannedJson(change.planned),
      achievement: percentageJson(change.achievement),
    }
  )
}
