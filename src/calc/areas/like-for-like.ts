import { Exact } from '../../model/exact.ts'
import type { CompletionLine } from '../../model/report.ts'
import type { AreasBelow } from './areas.ts'

/**
 * Of each sum over only some areas what just these areas were to reach: their targets together; lines are those of one
 * indicator. Nothing where one of them has no target that adds up with that of the whole, or has reported an older day.
 */
export function targetsOfReported<Line extends CompletionLine>(
  lines: readonly Line[],
  below: AreasBelow,
): ReadonlyMap<Line, Exact> {
  const byArea = new Map(lines.map((line) => [line.area?.id ?? null, line]))
  const found = new Map<Line, Exact>()
  for (const line of lines) {
    const { origin, partial, target, span, actualPeriod } = line
    if (origin !== 'areas' || partial?.of !== 'areas' || !target || !('value' in target.target)) continue
    if (target.period || !actualPeriod || line.indicator.type === 'poverty-rate') continue
    const { kind } = target.target
    const end = Math.min(actualPeriod.end, span.end)
    const sum = sumIn(line.area?.id ?? null)
    if (sum?.sign) found.set(line, sum)

    function sumIn(area: string | null): Exact | null {
      const sums = (below.get(area) ?? []).flatMap(({ id }): (Exact | null)[] => {
        const each = byArea.get(id)
        if (!each?.actual) return []
        if (each.partial) return [each.origin === 'areas' ? sumIn(id) : null]
        const own = each.target?.target
        const isToDate = (each.actualPeriod?.end ?? 0) >= Math.min(end, each.span.end)
        return [own && 'value' in own && own.kind === kind && isToDate ? own.value : null]
      })
      return sums.every((each) => each !== null) ? Exact.sum(sums) : null
    }
  }
  return found
}
