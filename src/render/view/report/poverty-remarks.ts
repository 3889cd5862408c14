import { Exact } from '../../../model/exact.ts'
import type { Period } from '../../../model/period.ts'
import type { Plan } from '../../../model/plan.ts'
import type {
  Change,
  Estimate,
  ImpliedShares,
  Interval,
  Movements,
  SharedBase,
  Split,
} from '../../../model/poverty-rate.ts'
import type { CompletionLine } from '../../../model/report.ts'
import { countText, DECIMALS_OF_COUNTED_RATES, type Format, percentText, valueText } from '../../figure/format.ts'
import { formatNumber, formatSigned, inNotation, roundedApart } from '../../figure/number.ts'
import { periodText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { Span } from '../../words/poverty-en.ts'
import { povertyWordsOf } from '../../words/words.ts'
import { columnsOf, layout, rowLines, type Table } from '../document.ts'
import { depthsIn } from './poverty-table.ts'

interface RemarkOptions {
  /** Standards and the interval of each completion as well. */
  readonly detail: boolean
  /** How the change is split by area. */
  readonly split?: AreaSplitName | undefined
  /** Whether a table tells the movements. */
  readonly movementsApart?: boolean | undefined
}

export type AreaSplitName = 'shapley' | 'ravallion-huppi'

/** Sentences about one change, below the poverty table: breaks, split, movements, what the figures imply. */
export function changeRemarks(line: CompletionLine, format: Format, options: RemarkOptions): string[] {
  const { change, indicator } = line
  const { words } = format
  if (!change) return []
  const remarks: string[] = []
  const { from, to } = change
  if (change.differsIn && from.period && to.period) {
    remarks.push(words.change.brokenSeries(periodText(from.period, words), periodText(to.period, words)))
  } else if (options.detail && (to.standard ?? indicator.standard) !== null) {
    remarks.push(words.change.standard(safeText(to.standard ?? indicator.standard ?? '')))
  }
  for (const split of change.splits) if (isAskedFor(split, options)) remarks.push(splitText(split, change, format))
  if (change.impliedShares)
    for (const added of impliedSharesTexts(change.impliedShares, change, format)) remarks.push(added)
  if (change.movements && !options.movementsApart)
    for (const added of movementTexts(change.movements, format)) remarks.push(added)
  if (change.sharedBase) for (const added of togetherTexts(change.sharedBase, change, format)) remarks.push(added)
  const implied = impliedBaseText(change, format)
  if (implied !== null) remarks.push(implied)
  if (options.detail && line.achievementInterval) {
    const { low, high } = line.achievementInterval
    remarks.push(words.change.interval(percentText(low, 2, format), percentText(high, 2, format)))
  }
  return remarks
}

function isAskedFor({ kind }: Split, { split = 'shapley' }: RemarkOptions): boolean {
  return kind === 'counts' || kind === (split === 'shapley' ? 'areas' : 'ravallion-huppi')
}

function splitText(split: Split, change: Change, format: Format): string {
  const { words } = format
  const say = povertyWordsOf(words.lang)
  const sum = printedSum(change.absolute ?? Exact.ZERO, effectsOf(split), format)
  const [first = '', second = '', third = ''] = sum.parts
  const sentence = {
    mpi: () => words.change.splitMpi(sum.total, first, second),
    counts: () => words.change.splitCounts(sum.total, first, second),
    areas: () => words.change.splitAreas(sum.total, first, second),
    'ravallion-huppi': () => say.splitRavallionHuppi(sum.total, first, second, third),
  }[split.kind]()
  return sum.isAdjusted ? `${sentence} ${say.adjusted}` : sentence
}

function effectsOf(split: Split): readonly Exact[] {
  if (split.kind === 'counts') return [split.countEffect, split.baseEffect]
  if (split.kind === 'mpi') return [split.headcountEffect, split.intensityEffect]
  return [split.within, split.shift, ...(split.kind === 'areas' ? [] : [split.interaction])]
}

const FEWEST_DECIMALS_OF_SPLITS = 3
const MOST_DECIMALS_OF_SPLITS = 6

/** A total and its parts as they are printed. */
interface PrintedSum {
  readonly total: string
  readonly parts: readonly string[]
  /** A part was rounded the other way, since the parts would not sum to the total at any number of decimals. */
  readonly isAdjusted: boolean
}

/**
 * With the fewest decimals at which the parts also sum as they are printed: whoever adds them up finds the total. Where
 * rounding never lets them (−34/15 of −503/360 and −313/360), the part that is nearest to the other way goes there.
 */
function printedSum(total: Exact, parts: readonly Exact[], format: Format): PrintedSum {
  const { mode } = format
  for (let decimals = FEWEST_DECIMALS_OF_SPLITS; decimals <= MOST_DECIMALS_OF_SPLITS; decimals++) {
    const text = (value: Exact) => value.toFixed(decimals, mode)
    if (Exact.sum(parts.map(text).map(Exact.parse)).equals(Exact.parse(text(total)))) {
      const points = (value: Exact) => pointsText(text(value), format)
      return { total: points(total), parts: parts.map(points), isAdjusted: false }
    }
  }
  const rounded = (value: Exact) => Exact.parse(value.toFixed(FEWEST_DECIMALS_OF_SPLITS, mode))
  const printed = parts.map(rounded)
  const rest = rounded(total).minus(Exact.sum(printed))
  const missed = parts.map((part, index) => part.minus(printed[index] ?? part).times(Exact.of(BigInt(rest.sign))))
  const most = missed.reduce((best, each, index) => (each.isAbove(missed[best] ?? each) ? index : best), 0)
  const points = (value: Exact) => pointsText(value.toFixed(FEWEST_DECIMALS_OF_SPLITS), format)
  return {
    total: points(rounded(total)),
    parts: printed.map((value, index) => points(index === most ? value.plus(rest) : value)),
    isAdjusted: true,
  }
}

function pointsText(plain: string, { words, notation }: Format): string {
  return `${plain.startsWith('-') || /^[0.]*$/.test(plain) ? '' : '+'}${inNotation(plain, notation)} ${words.points}`
}

function impliedSharesTexts(
  { area, from, to, within, shift }: ImpliedShares,
  change: Change,
  format: Format,
): readonly string[] {
  const { words, notation } = format
  const say = povertyWordsOf(words.lang)
  const share = ({ value, interval }: Estimate, period: Period | null) => ({
    ...spanTexts(value.times(Exact.HUNDRED), percentages(interval), 2, '%', format),
    period: period ? periodText(period, words) : words.notes.baselinePeriod,
  })
  const points = ({ value, interval }: Estimate) => spanTexts(value, interval, 3, ` ${words.points}`, format)
  const total = `${formatSigned(change.absolute ?? Exact.ZERO, notation)} ${words.points}`
  return [
    say.impliedShares(safeText(area.name[words.lang]), share(from, change.from.period), share(to, change.to.period)),
    say.impliedSplit(total, points(within), points(shift)),
  ]
}

function percentages({ low, high, ...open }: Interval): Interval {
  return { low: low.times(Exact.HUNDRED), high: high.times(Exact.HUNDRED), ...open }
}

/** A value as printed, its bounds rounded outwards so that what lies between them is never shut out. */
function spanTexts(value: Exact, { low, high }: Interval, decimals: number, mark: string, format: Format): Span {
  const { notation, mode } = format
  const scale = Exact.of(10n ** BigInt(decimals))
  const down = (bound: Exact) => Exact.of(bound.times(scale).floor).dividedBy(scale)
  const up = (bound: Exact) => Exact.of(bound.times(scale).ceiling).dividedBy(scale)
  const isSigned = mark !== '%'
  const text = (number: Exact, plain: string) =>
    `${isSigned && number.sign > 0 ? '+' : ''}${inNotation(plain, notation)}${mark}`
  return {
    value: text(value, value.toFixed(decimals, mode)),
    low: text(down(low), down(low).toFixed(decimals)),
    high: text(up(high), up(high).toFixed(decimals)),
  }
}

function togetherTexts({ indicator, rate, poor, households }: SharedBase, change: Change, format: Format): string[] {
  if (!rate) return []
  const { words, notation } = format
  const counts = change.to.printedDecimals ?? DECIMALS_OF_COUNTED_RATES
  return [
    povertyWordsOf(words.lang).together({
      name: safeText(indicator.name[words.lang]),
      rate: valueText(rate, 'poverty-rate', format, [], counts),
      poor: poor && formatNumber(poor, notation),
      low: households && countText(households.low.floor, format),
      high: households && countText(households.high.ceiling, format),
      persons: (change.to.measured ?? indicator.measured) === 'persons',
    }),
  ]
}

function movementTexts(movements: Movements, format: Format): string[] {
  const { words, notation } = format
  const number = (value: Exact) => formatNumber(value, notation)
  const { start, escaped, relapsed, newlyPoor, other, end, gap } = movements
  const signed = (value: Exact) => `${value.sign < 0 ? '−' : '+'} ${number(value.abs())}`
  const steps = [
    ...(start ? [words.change.start(number(start))] : []),
    ...(escaped ? [words.change.escaped(`− ${number(escaped)}`)] : []),
    ...(relapsed ? [words.change.relapsed(`+ ${number(relapsed)}`)] : []),
    ...(newlyPoor ? [words.change.newlyPoor(`+ ${number(newlyPoor)}`)] : []),
    ...(other ? [words.change.other(signed(other))] : []),
  ].join(' ')
  // An equals sign is printed only where the two sides are equal.
  const link = gap?.isZero ? ' = ' : '; '
  const sum = end ? steps + (steps === '' ? '' : link) + words.change.end(number(end)) : steps
  const texts = sum === '' ? [] : [words.change.movements(sum)]
  if (gap && !gap.isZero) texts.push(words.change.gap(formatSigned(gap, notation)))
  return texts
}

/** `2,527 ÷ 0.96% ≈ 263,229`, with bounds rounded outwards so that what lies between them is never shut out. */
function impliedBaseText({ impliedBase, absolute, poor, reportedPoorChange }: Change, format: Format): string | null {
  const change = poor ?? reportedPoorChange?.value
  if (!impliedBase || !absolute || !change) return null
  const { value, interval } = impliedBase
  const { notation, words } = format
  return words.change.impliedBase(
    formatNumber(change.abs(), notation),
    `${formatNumber(absolute.abs(), notation)}%`,
    inNotation(roundedApart(value, { decimals: 0, mode: format.mode }, []), notation),
    countText(interval.low.floor - (interval.low.isInteger && !interval.lowOpen ? 1n : 0n), format),
    countText(interval.high.ceiling + (interval.high.isInteger && !interval.highOpen ? 1n : 0n), format),
  )
}

const movementKeys = ['start', 'escaped', 'relapsed', 'newlyPoor', 'other', 'end', 'gap'] as const

/** What a rate counts: two indicators have names of their own, and others may have one: near-poor households. */
export function poorName({ indicator, change }: CompletionLine, plan: Plan, { words }: Format): string {
  const numerator = plan.indicators.find(({ id }) => id === indicator.rateOf?.numerator)
  const name = numerator?.name ?? indicator.counted
  if (name) return safeText(name[words.lang])
  return isOfPersons({ indicator, change }) ? words.poverty.poorPersons : words.poverty.poorHouseholds
}

export const isOfPersons = ({ indicator, change }: Pick<CompletionLine, 'indicator' | 'change'>): boolean =>
  (change?.to.measured ?? change?.from.measured ?? indicator.measured) === 'persons'

/** Where several areas told how their poor moved, one table that says more than a sentence each; else null. */
export function movementTable(
  lines: readonly CompletionLine[],
  plan: Plan,
  format: Format,
): Table<CompletionLine> | null {
  const telling = lines.filter(({ movements }) => movements)
  if (!telling.some(({ area }) => area !== null)) return null
  const { words, notation } = format
  const { title, columns: heads } = povertyWordsOf(words.lang).movements
  const depthOf = depthsIn(plan)
  const { left, right } = columnsOf<CompletionLine>()
  const name = left('name', heads.area, 40, (line) => ({
    text: line.area ? safeText(line.area.name[words.lang]) : poorName(line, plan, format),
    depth: depthOf(line.area),
  }))
  const signs = { start: '', escaped: '−', relapsed: '+', newlyPoor: '+', end: '' }
  const text = (key: (typeof movementKeys)[number], movements: Movements | null | undefined) => {
    const value = movements?.[key]
    if (!value) return '–'
    if (key === 'other' || key === 'gap') return formatSigned(value, notation)
    return (value.isZero ? '' : signs[key]) + formatNumber(value, notation)
  }
  // Nobody reported what stands in no row, and a balance needs no column.
  const isShown = (key: (typeof movementKeys)[number]) =>
    telling.some(({ movements }) => {
      const value = movements?.[key]
      return value && !(key === 'gap' && value.isZero)
    })
  const numbers = movementKeys
    .filter(isShown)
    .map((key) => right(key, heads[key], 16, ({ movements }) => text(key, movements)))
  const columns = [name, ...numbers]
  return {
    key: 'movements',
    title,
    name: title,
    lines: rowLines(telling),
    columns,
    layouts: [layout(columns, 16, false), layout(columns, 10)],
    lead: name,
  }
}
