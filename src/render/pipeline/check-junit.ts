import type { CheckResult, Finding } from '../../model/check.ts'
import type { CompletionLine, Report } from '../../model/report.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { checkSummary, warningLimit } from '../view/check/check.ts'
import { findingMessage, verdictMessage } from '../view/check/finding-text.ts'
import { junitWords } from '../words/junit-words.ts'
import { checkWordsOf } from '../words/words.ts'
import { junitText, type Outcome, type TestCase, type TestSuite } from './junit.ts'
import { problemSuites } from './problems-junit.ts'
import { type JunitOptions, planSuite, withPlace } from './report-junit.ts'

/**
 * What a check comes to as JUnit XML: one suite a plan, one case an indicator and area. Findings are failures; what is
 * only warned of passes and says what of. Skipped is what was held against nothing: not checked, not reported where
 * that is let pass, not comparable, without a target. What is gone since an earlier report has a case as well.
 *
 * Where the policy limits warnings, their number is a case of a suite of its own. So the whole of it is red exactly
 * when the check is broken or a problem is an error.
 */
export function renderCheckJunit(result: CheckResult, report: Report, { problems, lang }: JunitOptions): string {
  const findings = findingsByPlan(result.findings)
  const offByPlan = new Map(result.policies.map(({ plan, indicators }) => [plan, indicators]))
  const suites = report.plans.map((plan) => {
    const { id, rounding } = plan.plan
    const format = formatOf(lang, true, rounding)
    const byLine: FindingsByLine = findings.get(id) ?? new Map()
    findings.delete(id)
    const suite = planSuite(plan, format, (line) => {
      const key = keyOf(line.indicator.id, line.area?.id ?? null)
      const found = byLine.get(key) ?? []
      byLine.delete(key)
      const isOff = offByPlan.get(id)?.get(line.indicator.id)?.severity === 'off'
      return found.length > 0 ? brokenOutcome(found, format) : unbrokenOutcome(line, isOff, format)
    })
    return { ...suite, cases: [...suite.cases, ...goneCases(byLine, format)] }
  })
  const format = formatOf(lang, true, 'half-up')
  return junitText('pva check', [
    ...suites,
    ...[...findings].map(([plan, byLine]) => ({ name: plan, cases: goneCases(byLine, format) })),
    ...warningSuite(result, format),
    ...problemSuites(problems, lang),
  ])
}

/** What there is of a plan; a line that is told of is taken out. */
type FindingsByLine = Map<string, Finding[]>

function findingsByPlan(findings: readonly Finding[]): Map<string, FindingsByLine> {
  const byPlan = new Map<string, FindingsByLine>()
  for (const finding of findings) {
    const byLine: FindingsByLine = byPlan.get(finding.plan) ?? new Map()
    byPlan.set(finding.plan, byLine)
    const key = keyOf(finding.indicator, finding.area)
    const found = byLine.get(key)
    if (found) found.push(finding)
    else byLine.set(key, [finding])
  }
  return byPlan
}

const keyOf = (indicator: string, area: string | null) => JSON.stringify([indicator, area])

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
  if (verdict === null) return { kind: 'skipped', why: words.noTarget }
  if (verdict === 'not-reported' || verdict === 'not-comparable') {
    return { kind: 'skipped', why: verdictMessage(line, verdict, format) }
  }
  return { kind: 'passed' }
}

/** What is left: lines of which the report has none any more. */
function goneCases(byLine: FindingsByLine, format: Format): TestCase[] {
  return [...byLine.values()].map((found) => goneCase(found, format))
}

function goneCase(found: readonly Finding[], format: Format): TestCase {
  const [first] = found
  const id = [first?.indicator, first?.area].filter((part) => part).join('/')
  return { classname: first?.plan ?? '', name: id, outcome: brokenOutcome(found, format) }
}

function warningSuite(result: CheckResult, format: Format): TestSuite[] {
  const limit = warningLimit(result)
  const isBrokenByWarnings = result.broken && !result.findings.some(({ severity }) => severity === 'error')
  if (limit === null && !isBrokenByWarnings) return []
  const tooMany = isBrokenByWarnings || (limit !== null && result.warnings > limit)
  const message = checkSummary(result, format)
  const outcome: Outcome = tooMany
    ? { kind: 'failure', type: 'max-warnings', message, body: message }
    : { kind: 'passed' }
  return [{ name: 'policy', cases: [{ name: junitWords[format.words.lang].warnings, classname: 'policy', outcome }] }]
}
