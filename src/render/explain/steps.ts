import type { Expression } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import { addsUpOverAreas, type ChangeTarget, isChangeTarget, isNumeric, isRange } from '../../model/indicator.ts'
import { wholeYears } from '../../model/period.ts'
import { type CompletionLine, type Input, type InputField, type LineRole, noResults } from '../../model/report.ts'
import { isAcrossZero, periodTargetsAround } from '../../model/target.ts'
import { countText, percentText, variationNotes } from '../figure/format.ts'
import { formatNumber, inNotation } from '../figure/number.ts'
import { periodText } from '../figure/period-text.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { providerTexts, writtenDecimals } from '../view/report/actual.ts'
import { coverageText } from '../view/report/completion-notes.ts'
import { changeSteps } from './change.ts'
import { calculationText, formulaText } from './formula.ts'
import { besideSteps, timeSteps } from './time.ts'
import { verdictStep } from './verdict.ts'
import {
  amount,
  exactText,
  percentage,
  type Sheet,
  type Step,
  signedAmount,
  step,
  targetWords,
  term,
  value,
} from './written.ts'

/** The calculation of one line, in the order in which a reviewer would write it down. */
export function explainedSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const { say, words } = sheet
  const { indicator, target, area } = line
  const isNumber = isNumeric(indicator.type)
  const hasActual = isNumber || indicator.type === 'date'
  const none = area ? (area.of ? say.noTargetOfGroup : say.noTargetHere) : say.noTarget
  return [
    ...step(say.steps.target, [target ? targetWords(target.target, sheet) : none, ...periodTargetLines(line, sheet)]),
    ...plannedSteps(line, sheet),
    ...(hasActual ? actualSteps(line, sheet) : []),
    ...changeSteps(line, sheet),
    ...varianceSteps(line, sheet),
    ...(isNumber ? completionSteps(line, sheet) : []),
    ...timeSteps(line, sheet),
    verdictStep(line, sheet),
    ...besideSteps(line, sheet),
    ...providerSteps(line, sheet),
    // What the plan says of it, such as that a target was not printed but follows from other figures.
    ...step(say.steps.note, [indicator.note && safeText(indicator.note[words.lang])]),
  ]
}

/** Whose figure it is, and how those of the others stand to it, with where they are written. */
function providerSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const [judged, ...others] = providerTexts(line, sheet.decimals, sheet)
  const lines = others.flatMap((text, index) => {
    const { line: own, beside } = line.otherProviders[index] ?? {}
    const figures = own && [own, line].map((each) => term(each.actual ?? Exact.ZERO, sheet, writtenDecimals(each)))
    const places = (own?.inputs ?? []).flatMap(({ field, at }) => (noResults.has(field) ? [] : [placeText(at)]))
    return [
      text,
      figures && beside?.absolute && `${figures.join(' − ')} = ${signedAmount(beside.absolute, sheet)}`,
      [...new Set(places)].join(', '),
    ]
  })
  return step(sheet.say.steps.providers, [judged, ...lines])
}

/** Of which part of the plan the target is, and what is to be reached by the end of all of it. */
function periodTargetLines({ target, indicator }: CompletionLine, sheet: Sheet): string[] {
  if (!target?.period) return []
  const whole = indicator.accumulates ? periodTargetsAround(indicator, target).at(-1) : null
  const words = whole && whole.period.end > target.period.end ? targetWords(whole.target, sheet) : null
  return [sheet.say.targetOf(periodText(target.period, sheet.words), words)]
}

/** What a planned change comes to: over the years, of the baseline, and the value that it leads to. */
function plannedSteps({ target, change }: CompletionLine, sheet: Sheet): readonly Step[] {
  const stated = target?.target
  if (!stated || !isChangeTarget(stated) || !change?.planned) return []
  const bys = isRange(stated.by) ? [stated.by.low, stated.by.high] : [stated.by]
  const baseline = change.from.value
  const lines = change.planned.flatMap((planned, index) => {
    const product = plannedProduct(stated, bys[index] ?? planned.abs(), baseline, sheet)
    const sign = planned.sign < 0 ? '−' : '+'
    const sum = `${exactText(baseline, sheet)} ${sign} ${exactText(planned.abs(), sheet)}`
    return [
      ...(product === null ? [] : [`${product} = ${amount(planned.abs(), sheet)}`]),
      `${sum} = ${value(baseline.plus(planned), sheet)}`,
    ]
  })
  return step(sheet.say.steps.planned, lines)
}

/** `5% of 31,537 × 3 years`; null where the planned change stands as it is written. */
function plannedProduct(target: ChangeTarget, by: Exact, baseline: Exact, sheet: Sheet): string | null {
  const { say } = sheet
  const years = target.perYear ? wholeYears(sheet.plan.period) : undefined
  const times = years === undefined || years === 1 ? '' : ` × ${say.years(countText(years, sheet))}`
  if (target.ofBaseline) return say.ofBaseline(`${exactText(by, sheet)}%`, value(baseline, sheet)) + times
  return times === '' ? null : exactText(by, sheet) + times
}

/** The longest sum that is written out. */
const MOST_TERMS = 12

/** How the actual came about, where it is not one reported figure as it stands. */
function actualSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const { say, words } = sheet
  const { actual, partial, partialTarget, origin, actualPeriod, superseded } = line
  if (!actual) return step(say.steps.actual, [words.notReported])
  return step(say.steps.actual, [
    ...originLines(line, actual, sheet),
    partial && say.partial(coverageText(partial, sheet)),
    partialTarget &&
      say.partialTarget(
        `${value(actual, sheet)} ÷ ${value(partialTarget, sheet)}`,
        percentage(actual.dividedBy(partialTarget), sheet),
      ),
    ...variationNotes(actual, line.standardError, sheet),
    origin === 'accumulated' && actualPeriod && say.sinceStart(periodText(actualPeriod, words)),
    ...superseded.map(
      ({ value: figure, status }) => figure && say.replaced(words.statuses[status], value(figure.value, sheet)),
    ),
  ])
}

function originLines(line: CompletionLine, actual: Exact, sheet: Sheet): string[] {
  const shown = value(actual, sheet)
  if (line.origin === 'reported') return [shown]
  const parts = figuresOf(line.inputs, ['actual', 'cumulative'])
  if (addsUpOverAreas(line.indicator.type)) return [parts.length > 1 ? `${sumText(parts, sheet)} = ${shown}` : shown]
  const [headcount, intensity] = figuresOf(line.inputs, ['headcount', 'intensity'])
  if (headcount && intensity) return [`${exactText(headcount, sheet)}% × ${exactText(intensity, sheet)}% = ${shown}`]
  const fraction = fractionOf(line)
  if (!fraction) return [shown]
  const { numerators, denominators } = fraction
  const [numerator, denominator] = [Exact.sum(numerators), Exact.sum(denominators)]
  return [
    ...[numerators, denominators]
      .filter((figures) => figures.length > 1)
      .map((figures) => `${sumText(figures, sheet)} = ${exactText(Exact.sum(figures), sheet)}`),
    `${term(numerator, sheet)} ÷ ${term(denominator, sheet)} × 100`,
    `= ${shown}`,
  ]
}

/** The counts behind a rate, where they give it. */
function fractionOf({ inputs, actual }: CompletionLine): { numerators: Exact[]; denominators: Exact[] } | null {
  for (const [above, below] of [
    ['numerator', 'denominator'],
    ['poor', 'households'],
  ] as const) {
    const numerators = figuresOf(inputs, [above])
    const denominators = figuresOf(inputs, [below])
    const divisor = Exact.sum(denominators)
    if (numerators.length === 0 || divisor.isZero) continue
    const rate = Exact.sum(numerators).times(Exact.HUNDRED).dividedBy(divisor)
    if (actual?.equals(rate)) return { numerators, denominators }
  }
  return null
}

function figuresOf(inputs: readonly Input[], fields: readonly InputField[]): Exact[] {
  return inputs.flatMap(({ field, figure }) => (figure && fields.includes(field) ? [figure.value] : []))
}

function sumText(figures: readonly Exact[], sheet: Sheet): string {
  if (figures.length > MOST_TERMS) return sheet.say.sumOf(countText(figures.length, sheet))
  return figures.map((figure, index) => (index === 0 ? exactText(figure, sheet) : term(figure, sheet))).join(' + ')
}

function varianceSteps({ variance, favourable, derivation }: CompletionLine, sheet: Sheet): readonly Step[] {
  if (!variance) return []
  const { say } = sheet
  const side = favourable === null ? '' : `, ${favourable ? say.favourable : say.unfavourable}`
  const { variance: sum } = derivation
  const isDays = sheet.type === 'date' && sum?.kind === 'minus'
  const worked = isDays
    ? `${value(sum.left.value, sheet)} − ${value(sum.right.value, sheet)}`
    : sum && calculationText(sum, sheet)
  return step(say.steps.variance, [`${worked ? `${worked} = ` : ''}${signedAmount(variance, sheet)}${side}`])
}

function completionSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const { formula, undefinedReason: reason, derivation } = line
  const { say, words } = sheet
  const label = say.steps.completion
  const { achievement, used, progress } = derivation
  const worked = (calculated: Expression<LineRole>) =>
    `${calculationText(calculated, sheet)} = ${percentage(calculated.value, sheet)}`
  if (!achievement || !formula) {
    if (!reason || reason === 'not-comparable') return []
    return step(label, [say.undefined(words.undefinedReasons[reason]), used && say.usedUp(worked(used))])
  }
  const { symbols, substitutions } = formulaText(achievement, sheet)
  const results = [...substitutions, ...resultTexts(achievement.value, sheet)]
  const lines = [`${words.formulas[formula]}: ${symbols}`, ...results.map((text) => `= ${text}`)]
  return [
    ...step(label, [...lines, progress && (isAcrossZero(line) ? say.acrossZero : say.progress)(worked(progress))]),
    ...roundingSteps(line, sheet),
    ...printedSteps(achievement.value, sheet),
  ]
}

/** `118.26875%`; a result that never ends also as a fraction: `562/525 = 107.047619047619…%`. */
function resultTexts(achievement: Exact, sheet: Sheet): string[] {
  const percent = percentage(achievement, sheet)
  if (achievement.decimals !== undefined) return [percent]
  const fraction = `${countText(achievement.numerator, sheet)}/${countText(achievement.denominator, sheet)}`
  return [`${fraction} = ${percent}`]
}

/** What the rounding of printed rates leaves open. */
function roundingSteps(line: CompletionLine, sheet: Sheet): readonly Step[] {
  const interval = line.achievementInterval
  if (!interval) return []
  const { say } = sheet
  const bound = (ratio: Exact) =>
    `${formatNumber(ratio.times(Exact.HUNDRED), sheet.notation, 'half-up', [Exact.HUNDRED])}%`
  const lines = [
    ...roundedInputs(line).map(([rate, decimals]) => {
      const printed = inNotation(rate.toFixed(decimals), sheet.notation)
      return say.standsFor(`${printed}%`, printed, exactText(Exact.halfUnit(decimals), sheet))
    }),
    say.bounds(bound(interval.low), interval.lowOpen, bound(interval.high), interval.highOpen),
  ]
  const isOpen = interval.low.isBelow(Exact.ONE) && interval.high.isAbove(Exact.ONE)
  return step(say.steps.rounding, [...lines, isOpen && say.undecidedByRounding])
}

/** Rates that are known only as printed, with their decimals. */
function roundedInputs({ change, inputs }: CompletionLine): (readonly [Exact, number])[] {
  const ends = change
    ? [change.from, change.to].map((end) => [end.value, end.printedDecimals ?? 0] as const)
    : inputs.flatMap(({ field, figure }) =>
        field === 'actual' && figure ? [[figure.value, figure.decimals] as const] : [],
      )
  return ends.filter(([, decimals]) => decimals > 0)
}

/** The percentage as the tables print it, and why with more decimals than asked. */
function printedSteps(achievement: Exact, sheet: Sheet): readonly Step[] {
  const { say, notation, mode, decimals } = sheet
  const printed = percentText(achievement, decimals, sheet)
  const asked = `${inNotation(achievement.times(Exact.HUNDRED).toFixed(decimals, mode), notation)}%`
  const places = printed.slice(0, -1).split(notation.lang === 'vi' ? ',' : '.')[1]?.length ?? 0
  const near = achievement.isZero ? '0%' : exactOf(asked)
  return step(say.steps.printed, [
    `${printed}, ${say.roundedTo(mode, places)}`,
    printed !== asked && say.keptApart(asked, near),
  ])
}

const exactOf = (asked: string) => (/[1-9]/.test(asked) ? '100%' : '0%')
