import { Exact } from '../../../model/exact.ts'
import { wholeYears } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { endOfLine } from '../../../model/target.ts'
import { type Format, targetText } from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import { dateText } from '../../figure/period-text.ts'
import { safeText } from '../../figure/safe-text.ts'
import type { TimeWords } from '../../words/time-en.ts'
import { timeWordsOf } from '../../words/words.ts'
import { type Block, type Column, tableBlock } from '../document.ts'
import { actualText, type RowOptions } from './completion-rows.ts'
import { decimalsBeside, isFloor, likeActual } from './time-cells.ts'

/** One line carried on to the end of its plan, in words. */
interface OutlookRow {
  readonly depth: number
  readonly isArea: boolean
  /** With its unit. */
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly forecast: string
  /** `needs 1,250 a month for the 6 months left` */
  readonly required: string
}

/** What is to be expected of the rest of the plan's period, or why nothing is: it is over, or nothing can be forecast. */
export function outlookBlock(report: PlanReport, { format, byArea, notes }: RowOptions): Block {
  const { plan, asOf } = report
  const say = timeWordsOf(format.words.lang).outlook
  const isOver = asOf !== null && asOf >= plan.period.end
  const lines = isOver ? [] : report.lines.filter((line) => (byArea || !line.area) && isForecast(line))
  if (lines.length === 0) {
    return { kind: 'passage', role: 'empty', sentences: [{ text: isOver ? say.over : say.none }] }
  }
  const { columns: heads } = format.words
  const right = (key: string, head: string, of: (row: OutlookRow) => string): Column<OutlookRow> => ({
    key,
    head,
    align: 'right',
    comfortable: 14,
    cell: (row) => ({ text: of(row) }),
  })
  const name: Column<OutlookRow> = {
    key: 'name',
    head: heads.indicator,
    align: 'left',
    comfortable: 64,
    cell: (row) => ({ text: row.name, depth: row.depth, tone: row.isArea ? 'quiet' : undefined }),
  }
  const columns: readonly Column<OutlookRow>[] = [
    name,
    right('target', heads.target, ({ target }) => target),
    right('actual', heads.actual, ({ actual }) => actual),
    right('forecast', say.forecast, ({ forecast }) => forecast),
    { ...right('required', say.required, ({ required }) => required), align: 'left', comfortable: 56, narrowest: 18 },
  ]
  const title = say.title(dateText(plan.period.end, format.words))
  return tableBlock({
    key: 'outlook',
    title,
    name: title,
    lines: lines.map((line) => ({ kind: 'row', row: outlookRow(line, report, say, format) })),
    columns,
    layouts: [
      { columns, growing: name, least: 30, squeezed: false },
      { columns, growing: name, least: 20, squeezed: true },
      { columns, growing: name, least: 14, squeezed: true },
    ],
    lead: name,
    remarks: [say.note],
    notes,
    isLesser: ({ isArea }) => isArea,
  })
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
