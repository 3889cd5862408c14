import { Exact } from '../../../model/exact.ts'
import { wholeYears } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { type Format, targetText } from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import { dateText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import { endOfLine } from '../../figure/target-end.ts'
import type { TimeWords } from '../../words/time-en.ts'
import { timeWordsOf } from '../../words/words.ts'
import { actualText, type RowOptions } from './completion-rows.ts'
import { decimalsBeside, isFloor, likeActual } from './time-cells.ts'

/** One line carried on to the end of its plan, in words. */
export interface OutlookRow {
  readonly depth: number
  readonly isArea: boolean
  /** With its unit. */
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly forecast: string
  /** `needs 1,250 a month for the 6 months left` */
  readonly required: string
  readonly line: CompletionLine
}

export interface Outlook {
  readonly title: string
  readonly rows: readonly OutlookRow[]
  /** What stands in place of rows, or below them. */
  readonly remark: string
}

/** What is to be expected of the rest of the plan's period; no rows where it is over, or nothing can be forecast. */
export function outlook(report: PlanReport, { format, byArea }: RowOptions): Outlook {
  const { plan, asOf } = report
  const say = timeWordsOf(format.words.lang).outlook
  const isOver = asOf !== null && asOf >= plan.period.end
  const lines = isOver ? [] : report.lines.filter((line) => (byArea || !line.area) && isForecast(line))
  return {
    title: say.title(dateText(plan.period.end, format.words)),
    rows: lines.map((line) => outlookRow(line, report, say, format)),
    remark: isOver ? say.over : lines.length === 0 ? say.none : say.note,
  }
}

const isForecast = ({ forecast, required }: CompletionLine) => forecast !== null || required !== null

function outlookRow(line: CompletionLine, { plan }: PlanReport, say: TimeWords['outlook'], format: Format): OutlookRow {
  const { indicator, area, target, forecast } = line
  const { lang } = format.words
  const end = endOfLine(line)
  const unit = indicator.unit && !area ? ` (${safeText(indicator.unit[lang])})` : ''
  return {
    depth: area ? 1 : 0,
    isArea: area !== null,
    name: safeText((area ?? indicator).name[lang]) + unit,
    target: target ? targetText(target.target, indicator.type, format, wholeYears(plan.period)) : '–',
    actual: actualText(line, format),
    forecast: forecast ? likeActual(forecast, line, format, end ? [end] : []) : '–',
    required: requiredText(line, say, format),
    line,
  }
}

/** What each month left has to bring, rounded up, or may bring under a ceiling, rounded down: either is enough. */
export function requiredText(line: CompletionLine, say: TimeWords['outlook'], { notation }: Format): string {
  const { required, verdict } = line
  if (!required) return verdict === 'met' || verdict === 'exceeded' ? say.reached : '–'
  const { value, per, left } = required
  // Of small numbers a tenth is worth telling.
  const most = decimalsBeside(line) + (value.isBelow(Exact.of(10n)) ? 1 : 0)
  const decimals = Math.min(most, value.decimals ?? most)
  const floor = isFloor(line)
  const down = Exact.parse(value.toFixed(decimals, 'truncate'))
  const step = floor && !down.equals(value) ? Exact.of(1n, 10n ** BigInt(decimals)) : Exact.ZERO
  const amount = inNotation(down.plus(step).toFixed(decimals), notation)
  return (floor ? say.needs : say.leaves)(amount, per, left, inNotation(String(left), notation))
}
