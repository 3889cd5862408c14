import type {
  AuditedClaim,
  ClaimInput,
  Correction,
  Judgement,
  PrintedNumber,
  PrintedWord,
  Reach,
} from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { formatOf, GLUE } from '../figure/format.ts'
import { machineNumber } from '../figure/machine-number.ts'
import { type Audit, isBroken, verdictCounts } from '../view/audit/audit.ts'
import { claimedMachineText, reasonText } from '../view/audit/audit-reason.ts'
import { inputFileJson, type JsonContext, problemJson } from './json.ts'
import { type JsonValue, jsonNumber, jsonText } from './json-text.ts'

/**
 * What an audit comes to as one JSON object, `"format": "pva.audit/1"`.
 *
 * - `claimed` is a number, or text where a word, a range, a bound or about a number was printed; `computed`, `interval`
 *   and `impliedTarget` are in the same terms, which `unit` names: percentages, percentage points, or numbers.
 * - `reason` is why a verdict was given, as a word; `why` says it in the language of the run.
 * - `otherwise` is what an unmarked number that fits in neither way comes to in the other: `computed` and its `unit`.
 * - `corrections` are the numbers that would make a wrong figure right by a single slip.
 */
export function renderAuditJson(audit: Audit, { problems, complete, inputs, lang }: JsonContext): string {
  return jsonText({
    format: 'pva.audit/1',
    complete,
    claims: audit.claims.map((claim) => claimJson(claim, lang)),
    summary: { ...verdictCounts(audit.claims) },
    unread: audit.unread,
    failOn: audit.failOn,
    broken: isBroken(audit),
    problems: problems.map((problem) => problemJson(problem, lang)),
    inputs: inputs.map(inputFileJson),
  })
}

function claimJson({ claim, judgements, worst }: AuditedClaim, lang: JsonContext['lang']): JsonValue {
  const { id, text, at, source } = claim
  return {
    id,
    text,
    file: at.file,
    line: at.line,
    column: at.column,
    source: source?.title[lang] ?? null,
    judgements: judgements.map((judgement) => ({
      ...judgementJson(judgement),
      unit: judgement.unit,
      reason: judgement.why.kind,
      why: reasonText(judgement, formatOf(lang, true, 'half-up'), null).replaceAll(GLUE, ' '),
      otherwise: otherwiseOf(judgement),
      corrections: correctionsOf(judgement).map(correctionJson),
      inputs: judgement.inputs.map(inputJson),
    })),
    worst,
  }
}

function judgementJson({ what, verdict, claimed, computed, formula, interval, impliedTarget, slip }: Judgement) {
  const apartFrom = claimedNumber(claimed)
  const bound = (value: Exact | null) => value && jsonNumber(machineNumber(value))
  const ends = (reach: Reach) => ({
    low: bound(reach.low),
    lowOpen: reach.lowOpen,
    high: bound(reach.high),
    highOpen: reach.highOpen,
  })
  return {
    what,
    verdict,
    claimed: claimedJson(claimed),
    computed: computed instanceof Exact ? jsonNumber(machineNumber(computed, apartFrom)) : computed,
    formula,
    interval: interval && ends(interval),
    impliedTarget: impliedTarget && { ...ends(impliedTarget), roundest: bound(impliedTarget.roundest) },
    slip,
  }
}

function claimedJson(claimed: PrintedNumber | PrintedWord): JsonValue {
  const text = claimedMachineText(claimed)
  return 'form' in claimed && claimed.form === 'number' ? jsonNumber(text) : text
}

/** A rounded number must not look like the printed one unless it is. */
function claimedNumber(claimed: PrintedNumber | PrintedWord): readonly Exact[] {
  return 'figure' in claimed ? [claimed.figure.value] : []
}

function otherwiseOf({ why }: Judgement): JsonValue {
  const other = why.kind === 'differs' ? why.other : null
  return other && { computed: jsonNumber(machineNumber(other.computed)), unit: other.unit }
}

function correctionsOf({ why }: Judgement): readonly Correction[] {
  return why.kind === 'differs' ? (why.slip?.corrections ?? []) : []
}

function correctionJson({ key, figure, corrected }: Correction): JsonValue {
  return {
    field: key,
    printed: jsonNumber(machineNumber(figure.value)),
    corrected: jsonNumber(machineNumber(corrected)),
  }
}

function inputJson({ key, printed }: ClaimInput): JsonValue {
  const { text, at } = printed
  return { field: key, file: at.file, line: at.line, column: at.column, written: text }
}
