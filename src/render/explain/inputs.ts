import { nameOfCell } from '../../model/plan.ts'
import type { CompletionLine, Input, InputField } from '../../model/report.ts'
import { countText, stateText } from '../figure/format.ts'
import { dateText, periodText } from '../figure/period-text.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { sourceText } from '../figure/source-text.ts'
import { type ExplainedInput, exactText, type Sheet, targetWords, value } from './written.ts'

/** Everything that a figure was calculated from, as it was written and as it was read. */
export function explainedInputs(line: CompletionLine, sheet: Sheet): ExplainedInput[] {
  return line.inputs.map((input) => explainedInput(input, line, sheet))
}

function explainedInput(input: Input, line: CompletionLine, sheet: Sheet): ExplainedInput {
  const { words, say } = sheet
  const written = safeText(input.text)
  const read = readAs(input, line, sheet)
  const period = input.period && periodText(input.period, words)
  const rows = input.rows === undefined ? null : say.summedRows(countText(input.rows, sheet))
  const status = input.status && words.statuses[input.status]
  return {
    label: say.inputNames[input.field],
    written,
    read: read === null || withoutSign(read) === withoutSign(written) ? null : read,
    of: [areaOf(input, line, sheet), period, status, rows, revisionOf(input, sheet, line)]
      .filter((part) => part !== null)
      .join(' · '),
    place: placeOf(input),
    source: input.source && safeText(sourceText(input.source, words.lang)),
    note: input.note && safeText(input.note[words.lang]),
  }
}

/** The area of a figure that is of another than the line: what a sum was added up from. */
function areaOf({ area }: Input, line: CompletionLine, { plan, words }: Sheet): string | null {
  if (area === null || area === line.area?.id) return null
  return safeText(nameOfCell(plan, area)?.[words.lang] ?? area)
}

/** A sum over a large table stands nowhere in it. */
function placeOf({ at, rows }: Input): string {
  return rows !== undefined && at.length === 0 ? safeText(at.file) : placeText(at)
}

/** When and by what a target was set, where it is no longer the first. */
function revisionOf({ field, at }: Input, { say, words }: Sheet, line: CompletionLine): string | null {
  if (field !== 'target' || !line.originalTarget) return null
  const revision = line.indicator.revisions.find((each) =>
    [each, ...(each.targetsByPeriod ?? [])].some((stated) => stated.at === at),
  )
  if (!revision) return null
  return say.revised(dateText(revision.date, words), revision.decision === null ? null : safeText(revision.decision))
}

function readAs({ field, figure }: Input, line: CompletionLine, sheet: Sheet): string | null {
  if (field === 'target') return line.target && targetWords(line.target.target, sheet)
  if (field === 'original-target') return line.originalTarget && targetWords(line.originalTarget.target, sheet)
  if (!figure) return line.state && stateText(line.state, sheet)
  return IN_THE_UNIT.has(field) ? value(figure.value, sheet) : exactText(figure.value, sheet)
}

/** The others count households or persons, whatever the indicator is measured in. */
const IN_THE_UNIT: ReadonlySet<InputField> = new Set(['baseline', 'actual', 'cumulative', 'superseded'])

const withoutSign = (text: string) => (text.endsWith('%') ? text.slice(0, -1).trimEnd() : text).replace('-', '−')
