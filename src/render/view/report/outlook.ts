import { Exact } from '../../../model/exact.ts'
import { wholeYears } from '../../../model/period.ts'
import type { CompletionLine, PlanReport } from '../../../model/report.ts'
import { endOfLine } from '../../../model/target.ts'
import { countText, type Format, namedWithUnit, targetText } from '../../figure/format.ts'
import { inNotation } from '../../figure/number.ts'
import { dateText } from '../../figure/period-text.ts'
import type { TimeWords } from '../../words/time-en.ts'
import { timeWordsOf } from '../../words/words.ts'
import { type Block, columnsOf, layout, passage, rowLines, tableBlock } from '../document.ts'
import { actualText } from './actual.ts'
import type { RowOptions } from './completion-rows.ts'
import { decimalsBeside, isFloor, likeActual } from './time-cells.ts'

/** What is to be expected of the rest of the plan's period, or why nothing is: it is over, or nothing can be forecast. */
export function outlookBlock(report: PlanReport, { format, byArea, notes }: RowOptions): Block {
  const { plan, asOf } = report
  const say = timeWordsOf(format.words.lang).outlook
  if (asOf !== null && asOf >= plan.period.end) return passage('empty', [say.over])
  const lines = report.lines.filter((line) => (byArea || !line.area) && (line.forecast || line.required))
  if (lines.length === 0) return passage('empty', [say.none])
  const { columns: heads } = format.words
  const { left, right } = columnsOf<CompletionLine>()
  const name = left('name', heads.indicator, 64, (line) => ({
    text: namedWithUnit(line, format),
    depth: line.area ? 1 : 0,
    tone: line.area ? 'quiet' : undefined,
  }))
  const years = wholeYears(plan.period)
  const columns = [
    name,
    right('target', heads.target, 14, ({ target, indicator }) =>
      target ? targetText(target.target, indicator.type, format, years) : '–',
    ),
    right('actual', heads.actual, 14, (line) => actualText(line, format)),
    right('forecast', say.forecast, 14, (line) => forecastText(line, format)),
    left('required', say.required, 56, (line) => requiredText(line, say, format), { narrowest: 18 }),
  ]
  const title = say.title(dateText(plan.period.end, format.words))
  return tableBlock({
    key: 'outlook',
    title,
    name: title,
    lines: rowLines(lines),
    columns,
    layouts: [layout(columns, 30, false), layout(columns, 20), layout(columns, 14)],
    lead: name,
    remarks: [say.note],
    notes,
    isLesser: ({ area }) => area !== null,
  })
}

function forecastText(line: CompletionLine, format: Format): string {
  const end = endOfLine(line)
  return line.forecast ? likeActual(line.forecast, line, format, end ? [end] : []) : '–'
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
  return (floor ? say.needs : say.leaves)(amount, per, left, countText(left, { notation }))
}
