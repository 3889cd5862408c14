import type { Language, Place } from '../../model/figure.ts'
import { formatDay } from '../../model/period.ts'
import type { Problem } from '../../model/problem.ts'
import type { CompletionLine, PlanReport, Report } from '../../model/report.ts'
import { type Format, formatOf } from '../figure/format.ts'
import { placeText } from '../figure/place-text.ts'
import { lineName, verdictMessage } from '../view/check/finding-text.ts'
import { leftOutText } from '../view/report/report-head.ts'
import { junitText, type Outcome, type TestCase, type TestSuite } from './junit.ts'
import { problemSuites } from './problems-junit.ts'

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
export function renderReportJunit(report: Report, { problems, lang }: JunitOptions): string {
  const suites = report.plans.map((plan) => {
    const format = formatOf(lang, true, plan.plan.rounding)
    return planSuite(plan, format, (line) => outcomeOf(line, format))
  })
  return junitText('pva report', [...suites, ...problemSuites(problems, lang)])
}

/** A suite of all lines of a plan, and of the indicators that a problem kept out of it. */
export function planSuite(report: PlanReport, format: Format, outcome: (line: CompletionLine) => Outcome): TestSuite {
  const { plan, asOf, lines, leftOut, leftOutBecause } = report
  const { lang } = format.words
  const kept = lines.map((line): TestCase => {
    const { indicator, area } = line
    const id = area ? `${indicator.id}/${area.id}` : indicator.id
    // With its id a name is the same in every run and no other's, whatever it is called.
    return { classname: plan.id, name: `${lineName(line, format)} [${id}]`, outcome: outcome(line) }
  })
  const out = leftOut.map((id): TestCase => {
    const why = leftOutText({ leftOut: [id], leftOutBecause }, format) ?? ''
    return { classname: plan.id, name: id, outcome: { kind: 'skipped', why } }
  })
  return {
    name: plan.id,
    properties: {
      title: plan.title[lang],
      period: plan.period.text,
      ...(asOf === null ? {} : { 'as-of': formatDay(asOf) }),
    },
    cases: [...kept, ...out],
  }
}

function outcomeOf(line: CompletionLine, format: Format): Outcome {
  const { verdict } = line
  switch (verdict) {
    case null:
      return { kind: 'skipped', why: format.words.noTarget }
    case 'not-reported':
      return { kind: 'skipped', why: verdictMessage(line, verdict, format) }
    case 'missed':
    case 'behind':
    case 'not-comparable': {
      const message = verdictMessage(line, verdict, format)
      return { kind: 'failure', type: verdict, message, body: withPlace(message, newestPlace(line)) }
    }
    default:
      return { kind: 'passed' }
  }
}

export function withPlace(message: string, at: Place | null): string {
  return at ? `${message}\n${placeText(at)}` : message
}

/** Where the newest figure stands, else the target, else the indicator. */
function newestPlace({ inputs, target, indicator }: CompletionLine): Place {
  const newest = inputs.findLast(({ status, field }) => status !== null && field !== 'superseded')
  return (newest ?? target ?? indicator).at
}
