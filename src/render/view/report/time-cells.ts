import { Exact, type RoundingMode } from '../../../model/exact.ts'
import { addsUpOverAreas, isNumeric, isPovertyRate, unitOf } from '../../../model/indicator.ts'
import { commonGrain, type Grain, grainCount, type Period, sameSpan, wholeYears } from '../../../model/period.ts'
import type { Comparison, CompletionLine, PlanReport } from '../../../model/report.ts'
import { baselineOf, endOfLine, higherIsBetter } from '../../../model/target.ts'
import { countText, differenceText, type Format, GLUE, valueText } from '../../figure/format.ts'
import { inNotation, plainNumber, roundedApart } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import type { ExpectationBasis, TimeWords } from '../../words/time-en.ts'
import { timeWordsOf } from '../../words/words.ts'
import { baselineText, coverageText } from './completion-notes.ts'

/** What the lines of a report have in common in time, so that the heads of columns can say it once. */
export interface CommonTime {
  readonly say: TimeWords
  /** The plan's period has not ended: there is something to expect to date. */
  readonly isRunning: boolean
  /** What the newest figures of a period alone cover; null where no line has one. */
  readonly inPeriod: Period | null
  /** The grain that all of them have; null where they differ. */
  readonly grain: Grain | null
  /** What most of them are compared with one year before; null where no line is. */
  readonly lastYear: Period | null
  /** Whether so many lines state where they started from that it has a column. */
  readonly hasBaselines: boolean
  /** When all of these were measured; null: not stated, or at different times. */
  readonly baseline: Period | null
  /** How most of the expectations came about; null where there is none. */
  readonly basis: ExpectationBasis | null
}

export function commonTime({ plan, asOf }: PlanReport, lines: readonly CompletionLine[], format: Format): CommonTime {
  const isRunning = asOf !== null && asOf < plan.period.end
  const periods = lines.flatMap(({ inPeriod }) => (inPeriod ? [inPeriod.period] : []))
  const grainsOf = new Set(periods.map((period) => grainOf(period)))
  const [grain = null] = grainsOf
  const bases = isRunning ? lines.flatMap((line) => (line.expected ? [basisOf(line)] : [])) : []
  // The table of poverty rates has both ends.
  const started = lines.filter((line) => !isPovertyRate(line.indicator) && baselineText(line, format) !== '')
  const measured = started.map((line) => baselineOf(line)?.period ?? null)
  const [baseline = null] = measured
  return {
    hasBaselines: started.length > 0 && 3 * started.length >= lines.length,
    baseline: baseline && measured.every((each) => each && sameSpan(each, baseline)) ? baseline : null,
    say: timeWordsOf(format.words.lang),
    isRunning,
    inPeriod: periods.reduce<Period | null>((newest, each) => (newest && newest.end >= each.end ? newest : each), null),
    grain: grainsOf.size === 1 ? grain : null,
    lastYear: mostCommon(
      lines.flatMap(({ lastYear }) => (lastYear ? [lastYear.period] : [])),
      ({ start, end }) => `${start} ${end}`,
    ),
    basis: mostCommon(bases, (basis) => basis),
  }
}

/** What the column of changes on one year before is called. */
export function lastYearHead({ say, lastYear }: Pick<CommonTime, 'say' | 'lastYear'>): string {
  return say.onLastYear(lastYear !== null && wholeYears(lastYear) === 1)
}

/** What it is compared with, under the name of its column. */
export function onLastYearNote(other: Period, time: Pick<CommonTime, 'say' | 'lastYear'>, { words }: Format): string {
  return time.say.notes.onLastYear(lastYearHead(time), periodText(other, words))
}

/** `months` of one month; null for a span of several, such as nine months. */
function grainOf(period: Period): Grain | null {
  const grain = commonGrain([period])
  return grainCount(period, grain) === 1 ? grain : null
}

/** What there is most of, the first among equals; null of nothing. */
export function mostCommon<Value>(values: readonly Value[], key: (value: Value) => string): Value | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1)
  const [[most] = [null]] = [...counts].sort(([, a], [, b]) => b - a)
  return values.find((value) => key(value) === most) ?? null
}

export function basisOf({ indicator, target }: CompletionLine): ExpectationBasis {
  if (target?.period && indicator.accumulates) return 'targets'
  if (indicator.phasing === null) return 'unstated'
  if (indicator.profile) return 'last-year'
  return indicator.phasing === 'linear' ? 'linear' : 'shares'
}

/** A text and the footnotes that belong to it. */
export interface Told {
  readonly text: string
  readonly notes: readonly string[]
}

const nothing: Told = { text: '', notes: [] }
const dash: Told = { text: '–', notes: [] }

/** Where a line started from, with the time where the head does not say it: `58% (2016)`. */
export function baselineCell(line: CompletionLine, time: CommonTime, format: Format): string {
  const text = baselineText(line, format)
  const period = time.baseline ? null : baselineOf(line)?.period
  return text !== '' && period ? `${text}\n${periodText(period, format.words)}` : text
}

/** What is expected to date, with the sign of a ceiling: `595`, `≤ 19.8`. */
export function expectedCell(line: CompletionLine, time: CommonTime, format: Format): Told {
  const { type } = line.indicator
  if (!time.isRunning || !line.target || !isNumeric(type)) return nothing
  if (!line.expected) return dash
  const { kind } = line.target.target
  const isCeiling = kind === 'at_most' || kind === 'below'
  const text = likeActual(line.expected, line, format, line.actual ? [line.actual] : [])
  return {
    text: isCeiling ? `≤${GLUE}${text}` : text,
    notes: [
      // Whether the plan says "linear" or nothing, the figures come about in the same way.
      ...((isEven(basisOf(line)) ? isEven(time.basis) : basisOf(line) === time.basis)
        ? []
        : [time.say.notes.expectation[basisOf(line)]]),
    ],
  }
}

const isEven = (basis: ExpectationBasis | null) => basis === 'linear' || basis === 'unstated'

/** Whether there is more than one step to draw. */
export function hasSteps({ increments }: CompletionLine): boolean {
  return increments.filter(({ value }) => value !== null).length > 1
}

/** What was reached in the reporting period alone; a dash where it is not known of what adds up. */
export function inPeriodCell({ inPeriod, indicator, actual }: CompletionLine, time: CommonTime, format: Format): Told {
  const { words } = format
  if (!time.inPeriod) return nothing
  if (!inPeriod) return indicator.type === 'count' && actual ? dash : nothing
  const notes = [
    ...(inPeriod.partial ? [words.notes.partial(coverageText(inPeriod.partial, format))] : []),
    ...(inPeriod.status === 'estimate' ? [words.notes.estimate] : []),
    ...(inPeriod.status === 'provisional' ? [words.notes.provisional] : []),
    ...(sameSpan(inPeriod.period, time.inPeriod) ? [] : [words.notes.figureOf(periodText(inPeriod.period, words))]),
  ]
  return { text: valueText(inPeriod.value, indicator.type, format), notes }
}

/** The actual beside the same figure one year before: relative for numbers, in points for rates. */
export function lastYearCell(line: CompletionLine, time: CommonTime, decimals: number, format: Format): Told {
  const { lastYear } = line
  if (!lastYear) return nothing
  const told = comparisonCell(lastYear, line, time.say, decimals, format)
  if (time.lastYear && sameSpan(time.lastYear, lastYear.period)) return told
  return { ...told, notes: [onLastYearNote(lastYear.period, time, format), ...told.notes] }
}

export function comparisonCell(
  { absolute, relative, partial, differsIn, tinyBase, value }: Comparison,
  { indicator }: CompletionLine,
  say: TimeWords,
  decimals: number,
  format: Format,
): Told {
  if (!absolute) {
    const what = differsIn && format.words.notes.notComparableWhat[differsIn]
    return { text: '–', notes: what === null ? [] : [say.notes.othersDiffer(what)] }
  }
  const ofPartial = partial ? [say.notes.partialOther(coverageText(partial, format))] : []
  if (unitOf(indicator.type) === 'percent') {
    return { text: differenceText(absolute, indicator.type, format), notes: ofPartial }
  }
  if (!relative) {
    return { text: differenceText(absolute, indicator.type, format), notes: [say.notes.otherIsZero, ...ofPartial] }
  }
  const ofTiny = tinyBase ? [format.words.notes.tinyBase(valueText(value, indicator.type, format))] : []
  const sign = relative.sign > 0 ? '+' : ''
  const percent = roundedApart(relative.times(Exact.HUNDRED), { decimals, mode: format.mode }, [Exact.ZERO])
  return { text: `${sign}${inNotation(percent, format.notation)}%`, notes: [...ofTiny, ...ofPartial] }
}

/** The percentage that was printed, as it was printed, with a word where the calculated one is another. */
export function publishedText({ published }: CompletionLine, { say }: CommonTime, { notation }: Format): string {
  if (!published) return ''
  const { value, decimals } = published.figure
  const text = `${inNotation(value.toFixed(Math.max(decimals, value.decimals ?? 0)), notation)}%`
  return published.agrees === false ? `${text}\n${say.differs}` : text
}

/** `3/11` */
export function rankText({ rank }: CompletionLine, format: Format): string {
  return rank ? `${countText(rank.place, format)}/${countText(rank.of, format)}` : ''
}

/** A figure of the kind of the actual, with as many decimals as this and its target have, where that is enough. */
export function likeActual(value: Exact, line: CompletionLine, format: Format, apartFrom: readonly Exact[]): string {
  const percent = unitOf(line.indicator.type) === 'percent' ? '%' : ''
  return inNotation(plainLikeActual(value, line, format.mode, apartFrom), format.notation) + percent
}

/** The same as plain decimal text. */
export function plainLikeActual(
  value: Exact,
  line: CompletionLine,
  mode: RoundingMode,
  apartFrom: readonly Exact[],
): string {
  if (!addsUpOverAreas(line.indicator.type)) return plainNumber(value, mode, apartFrom)
  const most = decimalsBeside(line)
  return roundedApart(value, { decimals: Math.min(most, value.decimals ?? most), mode }, apartFrom)
}

/** How many decimals the actual and its target have, two at most. */
export function decimalsBeside(line: CompletionLine): number {
  const [actual = 0, end = 0] = [line.actual, endOfLine(line)].map((number) => number?.decimals ?? (number ? 2 : 0))
  return Math.min(2, Math.max(actual, end))
}

/** Whether what is left to reach is something to reach, or a room that is left. */
export const isFloor = ({ target }: CompletionLine): boolean => target !== null && higherIsBetter(target.target)
