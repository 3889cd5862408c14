import type { CheckResult, Finding } from '../../model/check.ts'
import type { Language, Place } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import { formatOf } from '../figure/format.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText, visibleText } from '../figure/safe-text.ts'
import { problemMessage } from '../problem/problems.ts'
import { type Audit, claimName, type Doubt, doubtsIn, judgementMessage, sentenceOf } from '../view/audit/audit.ts'
import { checkSummary } from '../view/check/check.ts'
import { findingMessage } from '../view/check/finding-text.ts'

export interface GithubOptions {
  readonly lang: Language
}

/** Problems as workflow commands, one a line: GitHub shows each at its place in the file. */
export function renderProblemsGithub(problems: readonly Problem[], { lang }: GithubOptions): string {
  return problems.map((problem) => problemCommand(problem, lang)).join('')
}

/** What breaks the policy, what the check comes to, and then the problems, as workflow commands. */
export function renderCheckGithub(result: CheckResult, problems: readonly Problem[], { lang }: GithubOptions): string {
  const findings = result.findings.map((finding) => findingCommand(finding, lang))
  const summary = checkSummary(result, formatOf(lang, true, 'half-up'))
  const notice = result.policies.length > 0 ? command('notice', 'check', [summary], null) : ''
  return findings.join('') + notice + renderProblemsGithub(problems, { lang })
}

/** What is doubtful in an audit, and then the problems, as workflow commands. */
export function renderAuditGithub(audit: Audit, problems: readonly Problem[], { lang }: GithubOptions): string {
  return (
    doubtsIn(audit)
      .map((doubt) => doubtCommand(doubt, lang))
      .join('') + renderProblemsGithub(problems, { lang })
  )
}

function problemCommand(problem: Problem, lang: Language): string {
  const { message, remedy } = problemMessage(problem, lang)
  return command(problem.severity, problem.code, [message, remedy], problem.at)
}

function findingCommand(finding: Finding, lang: Language): string {
  const level = finding.severity === 'warn' ? 'warning' : 'error'
  const message = findingMessage(finding, formatOf(lang, true, 'half-up'))
  return command(level, finding.rule, [`${message}.`], finding.at)
}

function doubtCommand({ claim, judgement, level }: Doubt, lang: Language): string {
  const format = formatOf(lang, true, 'half-up')
  const message = `${claimName(claim)}: ${judgementMessage(judgement, format)}.`
  const sentence = sentenceOf(claim, format)
  return command(level, judgement.verdict, [message, ...(sentence === '' ? [] : [sentence])], judgement.claimed.at)
}

function command(
  level: 'error' | 'warning' | 'notice',
  title: string,
  lines: readonly string[],
  at: Place | null,
): string {
  const isFile = at !== null && !isStandardInput(at.file)
  const isText = isFile && at.sheet === undefined
  const place = isFile
    ? {
        file: visibleText(at.file),
        ...(isText && { line: at.line, col: at.column, endColumn: at.column + at.length }),
      }
    : {}
  const properties = Object.entries({ ...place, title }).map(([key, value]) => `${key}=${property(String(value))}`)
  // There is no line of a file to show it at, but a reader can still find it.
  const first = at && !isText ? [placeText(at)] : []
  return `::${level} ${properties.join(',')}::${data([...first, ...lines].join('\n'))}\n`
}

/** No path is written like this: what was read from standard input. */
function isStandardInput(file: string): boolean {
  return file === '<stdin>'
}

/** Text behind the command, as GitHub documents its escapes. */
function data(text: string): string {
  const lines = text.split('\n').map(safeText)
  return lines.join('\n').replace(/[%\r\n]/g, percentEncoded)
}

function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, percentEncoded)
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
