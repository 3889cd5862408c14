import type { CheckResult, Finding } from '../../model/check.ts'
import type { AuditedClaim, Judgement } from '../../model/claim.ts'
import type { Language, Place } from '../../model/figure.ts'
import { formatDay } from '../../model/period.ts'
import type { Problem } from '../../model/problem.ts'
import type { CompletionLine, PlanReport, Report } from '../../model/report.ts'
import { type Format, formatOf, GLUE } from '../figure/format.ts'
import { placeText, positionText } from '../figure/place-text.ts'
import { verdictText } from '../figure/verdict-text.ts'
import { problemMessage, severityWord } from '../problem/problems.ts'
import { type Audit, judgementMessage, sentenceOf } from '../view/audit/audit.ts'
import { checkSummary, warningLimit } from '../view/check/check.ts'
import { findingMessage, lineName, verdictMessage } from '../view/check/finding-text.ts'
import { leftOutText } from '../view/report/report-head.ts'
import { junitWords } from '../words/junit-words.ts'
import { auditWordsOf, checkWordsOf } from '../words/words.ts'
import { groupedBy, junitText, type Outcome, type TestCase } from './junit.ts'

export interface JunitOptions {
  readonly problems: readonly Problem[]
  readonly lang: Language
}

/**
 * The report as JUnit XML: one suite a plan, one case an indicator and area, the problems as a suite of their own.
 *
 * Missed, behind and not comparable are failures. What is not reported or has no target is skipped: it was not held
 * against anything. What is open passes, as nothing is known against it yet.
 */
export function renderReportJunit({ plans }: Report, { problems, lang }: JunitOptions): string {
  const cases = plans.flatMap((plan) => {
    const format = formatOf(lang, true, plan.plan.rounding)
    return planCases(plan, format, (line) => reportOutcome(line, format))
  })
  return junitText('pva report', [...cases, ...problemCases(problems, lang)], propertiesOf(plans, lang))
}

/**
 * What a check comes to: one suite a plan, one case an indicator and area. Findings are failures; what is only warned of
 * passes and says what of. Skipped is what was held against nothing: not checked, not reported where that is let pass, not
 * comparable, without a target. What is gone since an earlier report has a case as well.
 *
 * Where the policy limits warnings, their number is a case of a suite of its own. So the whole of it is red exactly
 * when the check is broken or a problem is an error.
 */
export function renderCheckJunit(result: CheckResult, { plans }: Report, { problems, lang }: JunitOptions): string {
  const found = groupedBy(result.findings, keyOf)
  const policies = new Map(result.policies.map(({ plan, indicators }) => [plan, indicators]))
  const plain = formatOf(lang, true, 'half-up')
  /** Of lines of which the report has none any more. */
  const gone = (plan: string, format: Format): TestCase[] =>
    [...found].flatMap(([key, findings]) => {
      const [first] = findings
      if (first?.plan !== plan) return []
      found.delete(key)
      const name = first.area ? `${first.indicator}/${first.area}` : first.indicator
      return [{ suite: plan, classname: plan, name, outcome: brokenOutcome(findings, format) }]
    })
  const cases = plans.flatMap((report) => {
    const { id, rounding } = report.plan
    const format = formatOf(lang, true, rounding)
    const lines = planCases(report, format, (line) => {
      const key = keyOf({ plan: id, indicator: line.indicator.id, area: line.area?.id ?? null })
      const findings = found.get(key)
      found.delete(key)
      const isOff = policies.get(id)?.get(line.indicator.id)?.severity === 'off'
      return findings ? brokenOutcome(findings, format) : unbrokenOutcome(line, isOff, format)
    })
    return [...lines, ...gone(id, format)]
  })
  const others = [...new Set([...found.values()].flatMap(([first]) => first?.plan ?? []))]
  const goneCases = others.flatMap((plan) => gone(plan, plain))
  return junitText(
    'pva check',
    [...cases, ...goneCases, ...warningCases(result, plain), ...problemCases(problems, lang)],
    propertiesOf(plans, lang),
  )
}

/**
 * What an audit comes to: one suite a file, one case a claimed figure. A verdict that breaks the audit is a failure; what
 * is undecided or undefined is skipped, since it was held against nothing; all else passes and says why.
 */
export function renderAuditJunit(audit: Audit, { problems, lang }: JunitOptions): string {
  const format = formatOf(lang, true, 'half-up')
  const cases = audit.claims.flatMap((claim) => auditCases(claim, audit, format))
  return junitText('pva audit', [...cases, ...problemCases(problems, lang)])
}

/**
 * Problems: one suite a file, one case a code and place. An error is an `error`; a case that is only warned of passes and
 * says what of, as the exit code does. A file without a problem has one case, which passes.
 */
export function renderProblemsJunit(
  problems: readonly Problem[],
  { lang, files }: { readonly lang: Language; readonly files: readonly string[] },
): string {
  const byFile = groupedBy(problems, fileOf)
  const cases = [...new Set([...files, ...byFile.keys()])].flatMap((file): readonly TestCase[] => {
    const found = byFile.get(file)
    if (found) return problemCases(found, lang, file)
    return [{ suite: file, classname: file, name: junitWords[lang].noProblems, outcome: { kind: 'passed' } }]
  })
  return junitText('pva validate', cases)
}

/** What is about no place in a file. */
const fileOf = ({ at }: Problem) => at?.file ?? 'input'

function problemCases(problems: readonly Problem[], lang: Language, suite = 'problems'): TestCase[] {
  const nameOf = ({ code, at }: Problem) => (at ? `${code} ${positionText(at)}` : code)
  const groups = groupedBy(problems, (problem) => `${problem.at?.file}\n${nameOf(problem)}`)
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const body = same.map((problem) => problemBody(problem, lang)).join('\n\n')
    const outcome: Outcome =
      first.severity === 'warning'
        ? { kind: 'passed', note: body }
        : { kind: 'error', type: first.code, message: problemMessage(first, lang).message, body }
    return [{ suite, classname: fileOf(first), name: nameOf(first), outcome }]
  })
}

function problemBody(problem: Problem, lang: Language): string {
  const { message, remedy } = problemMessage(problem, lang)
  const place = problem.at ? `${placeText(problem.at)} ` : ''
  return `${place}${severityWord(problem.severity, lang)} ${problem.code}: ${message}\n${remedy}`
}

/** All lines of a plan, and the indicators that a problem kept out of it. */
function planCases(report: PlanReport, format: Format, outcome: (line: CompletionLine) => Outcome): TestCase[] {
  const { plan, lines, leftOut, leftOutBecause } = report
  const of = { suite: plan.id, classname: plan.id }
  const kept = lines.map((line): TestCase => {
    const { indicator, area } = line
    const id = area ? `${indicator.id}/${area.id}` : indicator.id
    // With its id a name is the same in every run and no other's, whatever it is called.
    return { ...of, name: `${lineName(line, format)} [${id}]`, outcome: outcome(line) }
  })
  const out = leftOut.map((id): TestCase => {
    const why = leftOutText({ leftOut: [id], leftOutBecause }, format) ?? ''
    return { ...of, name: id, outcome: { kind: 'skipped', why } }
  })
  return [...kept, ...out]
}

function propertiesOf(plans: readonly PlanReport[], lang: Language) {
  return new Map(
    plans.map(({ plan, asOf }) => {
      const day = asOf === null ? {} : { 'as-of': formatDay(asOf) }
      return [plan.id, { title: plan.title[lang], period: plan.period.text, ...day }]
    }),
  )
}

function reportOutcome(line: CompletionLine, format: Format): Outcome {
  const { verdict, inputs, target, indicator } = line
  if (verdict !== 'missed' && verdict !== 'behind' && verdict !== 'not-comparable') {
    return verdict === null || verdict === 'not-reported' ? unbrokenOutcome(line, false, format) : { kind: 'passed' }
  }
  const message = verdictMessage(line, verdict, format)
  // Where the newest figure stands, else the target, else the indicator.
  const newest = inputs.findLast(({ status, field }) => status !== null && field !== 'superseded')
  return { kind: 'failure', type: verdict, message, body: withPlace(message, (newest ?? target ?? indicator).at) }
}

function withPlace(message: string, at: Place | null): string {
  return at ? `${message}\n${placeText(at)}` : message
}

const keyOf = ({ plan, indicator, area }: Pick<Finding, 'plan' | 'indicator' | 'area'>) =>
  JSON.stringify([plan, indicator, area])

/** Several findings of one line are one failure: a case fails once. */
function brokenOutcome(found: readonly Finding[], format: Format): Outcome {
  const body = found.map((finding) => withPlace(findingMessage(finding, format), finding.at)).join('\n\n')
  const error = found.find(({ severity }) => severity === 'error')
  if (!error) return { kind: 'passed', note: body }
  return { kind: 'failure', type: error.rule, message: findingMessage(error, format), body }
}

function unbrokenOutcome(line: CompletionLine, isOff: boolean, format: Format): Outcome {
  const { words } = format
  const { verdict } = line
  if (isOff) return { kind: 'skipped', why: checkWordsOf(words.lang).policy.off }
  if (verdict === null) return { kind: 'skipped', why: verdictText(line, format).replace(GLUE, ' ') }
  if (verdict === 'not-reported' || verdict === 'not-comparable') {
    return { kind: 'skipped', why: verdictMessage(line, verdict, format) }
  }
  return { kind: 'passed' }
}

function warningCases(result: CheckResult, format: Format): TestCase[] {
  const limit = warningLimit(result)
  const isBrokenByWarnings = result.broken && !result.findings.some(({ severity }) => severity === 'error')
  if (limit === null && !isBrokenByWarnings) return []
  const tooMany = isBrokenByWarnings || (limit !== null && result.warnings > limit)
  const message = checkSummary(result, format)
  const outcome: Outcome = tooMany
    ? { kind: 'failure', type: 'max-warnings', message, body: message }
    : { kind: 'passed' }
  return [{ suite: 'policy', classname: 'policy', name: junitWords[format.words.lang].warnings, outcome }]
}

function auditCases({ claim, judgements }: AuditedClaim, audit: Audit, format: Format): TestCase[] {
  const of = { suite: claim.at.file, classname: claim.at.file }
  const name = claim.id ?? positionText(claim.at)
  if (judgements.length === 0) {
    return [{ ...of, name, outcome: { kind: 'skipped', why: auditWordsOf(format.words.lang).nothingClaimed } }]
  }
  return judgements.map((judgement) => {
    const outcome = auditOutcome(judgement, sentenceOf(claim, format), audit, format)
    // The word of the model: it does not change with the language.
    return { ...of, name: `${name} ${judgement.what}`, outcome }
  })
}

function auditOutcome(judgement: Judgement, sentence: string, { failOn }: Audit, format: Format): Outcome {
  const { verdict, claimed } = judgement
  const message = judgementMessage(judgement, format)
  if (failOn.includes(verdict)) {
    const body = withPlace([message, sentence].filter((part) => part !== '').join('\n'), claimed.at)
    return { kind: 'failure', type: verdict, message, body }
  }
  if (verdict === 'undefined' || verdict === 'undecided') return { kind: 'skipped', why: message }
  return { kind: 'passed', note: message }
}
