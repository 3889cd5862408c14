import type { Exact, RoundingMode } from '../../../model/exact.ts'
import { isChangeTarget, unitOf } from '../../../model/indicator.ts'
import { type CompletionLine, type OtherProvider, otherVerdictOf } from '../../../model/report.ts'
import {
  amountText,
  DECIMALS_OF_COUNTED_RATES,
  type Format,
  percentText,
  stateText,
  valueText,
} from '../../figure/format.ts'
import { plainNumber } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { shownVerdict } from '../../figure/verdict-text.ts'
import { coverageText, measuredText } from './completion-notes.ts'

/** What was reached, as it is printed. */
export function actualText(line: CompletionLine, format: Format): string {
  if (line.state) return stateText(line.state, format)
  if (line.actual === null) return '–'
  return valueText(line.actual, line.indicator.type, format, thresholdsOf(line), writtenDecimals(line))
}

/** Plain decimal text of the actual as it is printed; null: there is no number. */
export function plainActual(line: CompletionLine, mode: RoundingMode): string | null {
  return line.actual && plainNumber(line.actual, mode, thresholdsOf(line), writtenDecimals(line))
}

/** What an actual must not be printed equal to, unless it is. */
function thresholdsOf({ target: stated }: CompletionLine): readonly Exact[] {
  const target = stated?.target ?? null
  if (target === null || target.kind === 'done' || isChangeTarget(target)) return []
  return target.kind === 'between' ? [target.range.low, target.range.high] : [target.value]
}

/** A rate printed as 3.30 is not shown as 3.3. */
export function writtenDecimals(line: CompletionLine): number {
  const { indicator, origin, change } = line
  const counted = indicator.type === 'poverty-rate' ? DECIMALS_OF_COUNTED_RATES : 0
  if (change) return change.to.printedDecimals ?? counted
  return origin === 'reported' ? (line.inputs.find(({ field }) => field === 'actual')?.figure?.decimals ?? 0) : counted
}

/**
 * Whose figure is judged, and what each of the others gives: the figure, by how much it is more or less, and the verdict where it
 * would be another one. Nothing for a figure that one gives.
 */
export function providerTexts(line: CompletionLine, decimals: number, format: Format): readonly string[] {
  const { words } = format
  const { indicator, otherProviders } = line
  // Of areas it is said where there is something beside.
  if (!indicator.providers || (line.area && otherProviders.length === 0)) return []
  const judge = safeText(indicator.providers.judge.name[words.lang])
  const say = words.providers
  if (line.actual === null) return otherProviders.length === 0 ? [] : [say.nothing(judge), ...others()]
  return [say.judged(judge), ...others()]

  function others() {
    return otherProviders.map((other) => {
      const { provider, line: own, beside } = other
      const name = safeText(provider.name[words.lang])
      const isOfOwnTime = beside === null && own.actualPeriod
      const asides = [
        isOfOwnTime && periodText(own.actualPeriod, words),
        own.status && own.status !== 'final' && words.statuses[own.status],
        own.partial && coverageText(own.partial, format),
      ].filter((aside) => typeof aside === 'string')
      const figure = actualText(own, format) + (asides.length > 0 ? ` (${asides.join(', ')})` : '')
      const verdict = otherVerdictOf(line, other) && words.verdictCounts[shownVerdict(own) ?? 'open']
      return say.other(name, figure, differenceOf(line, other, decimals, format), verdict)
    })
  }
}

/** The same as one footnote, or none. */
export function providerNotes(...of: Parameters<typeof providerTexts>): readonly string[] {
  const texts = providerTexts(...of)
  return texts.length > 0 ? [texts.join(' ')] : []
}

/** `0.42 pp more`, `120 (4.5%) less`; null: they cannot be subtracted, or one is missing. */
function differenceOf(line: CompletionLine, { beside, line: own }: OtherProvider, decimals: number, format: Format) {
  const { words } = format
  const { type } = line.indicator
  if (beside?.differsIn) {
    const [ofOwn, judged] = [own, line].map((each) =>
      measuredText(beside.differsIn ?? 'method', each.measurement, format),
    )
    return words.providers.differs(words.notes.notComparableWhat[beside.differsIn], ofOwn ?? '', judged ?? '')
  }
  const { absolute, relative } = beside ?? {}
  if (!absolute) return null
  if (absolute.isZero) return words.providers.same
  const written = Math.min(writtenDecimals(line), writtenDecimals(own))
  const share = relative && unitOf(type) === 'number' ? ` (${percentText(relative.abs(), decimals, format)})` : ''
  const amount = amountText(absolute.abs(), type, format, written) + share
  return absolute.sign > 0 ? words.providers.more(amount) : words.providers.less(amount)
}
