import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas } from '../../model/indicator.ts'
import { sameSpan } from '../../model/period.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { type CompletionLine, placeOfLine } from '../../model/report.ts'

/**
 * What is wrong between wholes and their parts (CALCULATION §4): a part larger than its whole over the same
 * period, and parts said to be all of it whose actuals do not sum to it. Parts are never added to the whole.
 */
export function partProblems(lines: readonly CompletionLine[]): readonly Problem[] {
  const byKey = new Map(lines.map((line) => [keyOf(line.indicator.id, line), line]))
  const problems: Problem[] = []
  for (const whole of lines) {
    const { indicator } = whole
    if (!addsUpOverAreas(indicator.type)) continue
    const parts = indicator.parts.flatMap((id) => byKey.get(keyOf(id, whole)) ?? [])
    for (const part of parts) for (const added of excess(part, whole)) problems.push(added)
    // A part that an error keeps out has no line.
    const areAll = indicator.exhaustive && parts.length > 0 && parts.length === indicator.parts.length
    if (areAll) for (const added of wrongSum(parts, whole)) problems.push(added)
  }
  return problems
}

function keyOf(id: string, { area }: CompletionLine): string {
  return `${id}\n${area?.id ?? ''}`
}

function excess(part: CompletionLine, whole: CompletionLine): readonly Problem[] {
  if (!part.actual || !whole.actual || part.indicator.type !== whole.indicator.type) return []
  // What falls elsewhere may outweigh it.
  if (whole.indicator.canFall) return []
  // What is still missing from the whole may be in the part.
  if (!coversTheSame(part, whole) || whole.partial || !part.actual.isAbove(whole.actual)) return []
  return [
    problem('part-exceeds-whole', placeOfLine(part), {
      what: 'actuals',
      part: part.indicator.id,
      whole: whole.indicator.id,
      partValue: part.actual.toDecimal(),
      wholeValue: whole.actual.toDecimal(),
    }),
  ]
}

function wrongSum(parts: readonly CompletionLine[], whole: CompletionLine): readonly Problem[] {
  const actuals = parts.map(({ actual }) => actual)
  if (!whole.actual || !actuals.every((actual) => actual !== null)) return []
  if (!parts.every((part) => coversTheSame(part, whole) && part.partial === null) || whole.partial) return []
  const sum = Exact.sum(actuals)
  if (sum.equals(whole.actual)) return []
  return [
    problem('parts-do-not-sum', placeOfLine(whole), {
      indicator: whole.indicator.id,
      what: 'actuals',
      whole: whole.actual.toDecimal(),
      parts: sum.toDecimal(),
    }),
  ]
}

function coversTheSame(a: CompletionLine, b: CompletionLine): boolean {
  return a.actualPeriod !== null && b.actualPeriod !== null && sameSpan(a.actualPeriod, b.actualPeriod)
}
