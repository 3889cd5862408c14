import type { Revision } from '../../model/indicator.ts'
import type { CompletionLine } from '../../model/report.ts'

/** The revision that set the target in force on a day; null where it is still the first, or which one is not known. */
export function revisionInForce(
  { originalTarget, indicator }: Pick<CompletionLine, 'originalTarget' | 'indicator'>,
  asOf: number | null,
): Revision | null {
  if (!originalTarget) return null
  const decided = indicator.revisions.filter(({ date }) => asOf === null || date <= asOf)
  return decided.reduce<Revision | null>((newest, each) => (newest && newest.date > each.date ? newest : each), null)
}
