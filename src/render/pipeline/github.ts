import type { CheckResult } from '../../model/check.ts'
import type { Language, Place } from '../../model/figure.ts'
import type { Problem } from '../../model/problem.ts'
import { formatOf } from '../figure/format.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText, visibleText } from '../figure/safe-text.ts'
import type { Audit } from '../view/audit/audit.ts'
import { checkSummary } from '../view/check/check.ts'
import { auditFindings, checkFindings, type Finding, problemFindings } from './finding.ts'

export interface GithubOptions {
  readonly lang: Language
}

/** Problems as workflow commands, one a line: GitHub shows each at its place in the file. */
export function renderProblemsGithub(problems: readonly Problem[], { lang }: GithubOptions): string {
  return commands(problemFindings(problems, lang))
}

/** What breaks the policy, what the check comes to, and then the problems. */
export function renderCheckGithub(result: CheckResult, problems: readonly Problem[], { lang }: GithubOptions): string {
  const summary = checkSummary(result, formatOf(lang, true, 'half-up'))
  const notice = result.policies.length > 0 ? command('notice', 'check', [summary], null) : ''
  return commands(checkFindings(result, lang)) + notice + commands(problemFindings(problems, lang))
}

/** What is doubtful in an audit, and then the problems. */
export function renderAuditGithub(audit: Audit, problems: readonly Problem[], { lang }: GithubOptions): string {
  return commands([...auditFindings(audit, lang), ...problemFindings(problems, lang)])
}

function commands(findings: readonly Finding[]): string {
  return findings.map(({ level, rule, lines, at }) => command(level, rule, lines, at)).join('')
}

function command(
  level: Finding['level'] | 'notice',
  title: string,
  lines: readonly string[],
  at: Place | null,
): string {
  // No path is written like this: what was read from standard input.
  const isFile = at !== null && at.file !== '<stdin>'
  const isText = isFile && at.sheet === undefined
  const place = isFile && {
    file: visibleText(at.file),
    ...(isText && { line: at.line, col: at.column, endColumn: at.column + at.length }),
  }
  const properties = Object.entries({ ...place, title }).map(([key, value]) => `${key}=${property(String(value))}`)
  // There is no line of a file to show it at, but a reader can still find it.
  const first = at && !isText ? [placeText(at)] : []
  return `::${level} ${properties.join(',')}::${data([...first, ...lines].join('\n'))}\n`
}

/** Text behind the command, as GitHub documents its escapes. */
function data(text: string): string {
  return text
    .split('\n')
    .map(safeText)
    .join('\n')
    .replace(/[%\r\n]/g, percentEncoded)
}

function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, percentEncoded)
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
