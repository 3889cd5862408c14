import type {
  AuditedClaim,
  ClaimExpression,
  ClaimInput,
  ClaimRole,
  ClaimVerdict,
  Judgement,
  PrintedNumber,
} from '../../model/claim.ts'
import { Exact, type RoundingMode } from '../../model/exact.ts'
import type { Source } from '../../model/figure.ts'
import { unitOfMark } from '../../model/unit.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { inNotation } from '../figure/number.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { sourceText } from '../figure/source-text.ts'
import {
  type Audit,
  type AuditChoice,
  type JudgementText,
  judgementText,
  sentenceOf,
  summaryOf,
} from '../view/audit/audit.ts'
import {
  impliedTexts,
  intervalText,
  otherTargetTexts,
  printedText,
  reachText,
  withUnit,
} from '../view/audit/audit-reason.ts'
import { understoodText } from '../view/audit/prose.ts'
import type { Document, Sheet, SheetEntry } from '../view/document.ts'
import { auditWordsOf } from '../words/words.ts'
import { type ExpressionText, expressionText } from './expression.ts'
import { exactText } from './written.ts'

/**
 * How each claimed figure was judged, as a worked sheet: every number as printed and as read, with its place, source and
 * what it may stand for; the formula with the numbers, the exact result, the rounding, and the verdict with its reason.
 */
export function auditSheets(audit: Audit, { lang, unicode, decimals }: AuditChoice): Document {
  const format = formatOf(lang, unicode, 'half-up')
  const sheets = audit.claims.map((claim) => sheetOf(claim, format, decimals))
  return { title: sheets[0]?.title ?? '', parts: [sheets.length === 0 ? [] : [...sheets, summaryOf(audit, format)]] }
}

function sheetOf({ claim, judgements }: AuditedClaim, format: Format, decimals: number | null): Sheet {
  const { sheet, nothingClaimed } = auditWordsOf(format.words.lang)
  const source = claim.source && `${sheet.source}: ${safeText(sourceText(claim.source, format.words.lang))}`
  const place = placeText(claim.at)
  const facts = [claim.id === null ? null : place, source].filter((fact) => fact !== null).join(' · ')
  const lines = [
    facts,
    sentenceOf(claim, format),
    understoodText(claim, format),
    judgements.length === 0 ? nothingClaimed : '',
  ]
  return {
    kind: 'sheet',
    title: claim.id === null ? place : safeText(claim.id),
    subtitles: lines.filter((line) => line !== ''),
    sections: judgements.map((judgement) => {
      const text = judgementText(judgement, format, decimals)
      return { title: text.what, entries: entriesOf(judgement, claim, text, format) }
    }),
  }
}

function entriesOf(
  judgement: Judgement,
  claim: AuditedClaim['claim'],
  text: JudgementText,
  format: Format,
): readonly SheetEntry[] {
  const say = auditWordsOf(format.words.lang)
  const { claimed, computed, interval, impliedTarget, formula } = judgement
  const unit = judgement.unit
  const derivation = judgement.derivation && derivationText(judgement.derivation, format)
  const formulaName = formula && format.words.formulas[formula]
  const step = (label: string, ...lines: readonly string[]): SheetEntry => ({
    label,
    lines: lines.map((line) => ({ text: line, quiet: false })),
  })
  const exact = computed instanceof Exact ? withUnit(exactText(computed, format), unit, format) : null
  const formulaLines = [
    ...(derivation
      ? [formulaName ? `${formulaName}: ${derivation.symbols}` : derivation.symbols]
      : formulaName
        ? [formulaName]
        : []),
    ...(derivation && exact ? [`= ${derivation.figures}`, `= ${exact}`] : exact ? [`= ${exact}`] : []),
  ]
  const printed = 'word' in claimed ? null : claimed
  return [
    printedEntry(judgement, format),
    ...judgement.inputs.map((input) => inputEntry(input, claim.source, format)),
    ...(formulaLines.length > 0 ? [step(say.sheet.steps.formula, ...formulaLines)] : []),
    ...(interval ? [step(say.sheet.steps.interval, intervalText(judgement, format))] : []),
    ...(computed instanceof Exact && printed ? roundingSteps(computed, printed, judgement, format) : []),
    ...(impliedTarget ? [impliedEntry(judgement, format)] : []),
    { ...step(say.sheet.steps.verdict, text.verdict, ...verdictLines(judgement, text, format)), tone: text.tone },
  ]
}

function printedEntry({ claimed }: Judgement, format: Format): SheetEntry {
  const { sheet } = auditWordsOf(format.words.lang)
  const shown = 'word' in claimed ? null : printedText(claimed, format)
  return {
    label: sheet.steps.printed,
    lines: [
      { text: asWritten(claimed.text, shown, format), quiet: false },
      { text: placeText(claimed.at), quiet: true },
    ],
  }
}

function inputEntry({ key, printed, reach }: ClaimInput, source: Source | null, format: Format): SheetEntry {
  const { inputs } = auditWordsOf(format.words.lang)
  const own = printed.figure.source
  return {
    label: inputs[key],
    lines: [
      { text: asWritten(printed.text, printedText(printed, format), format), quiet: false },
      ...standsFor({ key, printed, reach }, format).map((text) => ({ text, quiet: false })),
      { text: placeText(printed.at), quiet: true },
      // The claim's own source stands above.
      ...(own && own !== source ? [{ text: safeText(sourceText(own, format.words.lang)), quiet: true }] : []),
    ],
  }
}

function asWritten(written: string, shown: string | null, format: Format): string {
  const text = safeText(written)
  const isAlike = shown === null || plainSigns(shown) === plainSigns(text)
  return isAlike ? text : `${text}, ${auditWordsOf(format.words.lang).sheet.readAs(shown)}`
}

const plainSigns = (text: string) => text.replace(/[−–]/g, '-').replace(/\s/g, '')

/** What a number may have been before it was rounded. A range or bound to reach is what it is. */
function standsFor({ key, printed: { form, figure }, reach }: ClaimInput, format: Format): readonly string[] {
  if (key === 'target' && form !== 'number' && form !== 'about') return []
  const { sheet } = auditWordsOf(format.words.lang)
  if (reach.low && reach.high && reach.low.equals(reach.high)) return [sheet.isExact]
  return [sheet.mayBe(reachText(reach, 'x', unitOfMark(figure.mark), format, figure.decimals + 1))]
}

/** Of an implied target only what it could be besides: it stands above. */
function verdictLines({ why, targetUnit }: Judgement, text: JudgementText, format: Format): readonly string[] {
  if (why.kind === 'implied') return otherTargetTexts(why.others, targetUnit, format)
  return text.why === '' ? [] : [text.why]
}

/** As the printed figure is rounded, half-up; by the rounding that gives it where that is another. */
function roundingSteps(
  computed: Exact,
  { form, figure }: PrintedNumber,
  { what, verdict, unit }: Judgement,
  format: Format,
): readonly SheetEntry[] {
  const { decimals } = figure
  const isRounded = computed.decimals === undefined || computed.decimals > decimals
  // What households come to was not printed.
  if (form !== 'number' || what === 'base' || !isRounded) return []
  const { sheet } = auditWordsOf(format.words.lang)
  const rounded = (mode: RoundingMode) => {
    const text = withUnit(inNotation(computed.toFixed(decimals, mode), format.notation), unit, format)
    return { text: sheet.roundedTo(mode, decimals, text), quiet: false }
  }
  const other = otherRoundings[verdict]
  return [{ label: sheet.steps.rounding, lines: [rounded('half-up'), ...(other ? [rounded(other)] : [])] }]
}

const otherRoundings: Partial<Record<ClaimVerdict, RoundingMode>> = {
  'consistent-truncated': 'truncate',
  'consistent-half-even': 'half-even',
}

function derivationText(expression: ClaimExpression, format: Format): ExpressionText {
  const { inputs, sheet } = auditWordsOf(format.words.lang)
  const nameOf = (role: ClaimRole) =>
    role === 'lowEnd' || role === 'highEnd' || role === 'sumOfParts' ? sheet[role] : inputs[role]
  return expressionText(expression, nameOf, format)
}

function impliedEntry(judgement: Judgement, format: Format): SheetEntry {
  const { sheet } = auditWordsOf(format.words.lang)
  const { impliedTarget, targetUnit } = judgement
  const texts = impliedTarget ? impliedTexts(impliedTarget, targetUnit, format) : { interval: '', roundest: null }
  const bounds = (impliedTarget?.bounds ?? []).map((bound) => ({ ...derivationText(bound, format), bound }))
  const lines = [
    ...bounds.slice(0, 1).map(({ symbols }) => symbols),
    ...bounds.map(({ figures, bound }) => `${figures} = ${exactText(bound.value, format)}`),
    texts.interval,
    ...(texts.roundest === null ? [] : [sheet.roundest(texts.roundest)]),
  ]
  return { label: sheet.steps.target, lines: lines.map((text) => ({ text, quiet: false })) }
}
