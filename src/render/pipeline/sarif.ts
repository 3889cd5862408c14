import type { CheckResult, Finding, FindingRule } from '../../model/check.ts'
import type { ClaimVerdict } from '../../model/claim.ts'
import type { Language, Place } from '../../model/figure.ts'
import { formatDay } from '../../model/period.ts'
import type { Problem, ProblemCode } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import { jsonString } from '../data/escaped.ts'
import { formatOf } from '../figure/format.ts'
import { placeText, positionText } from '../figure/place-text.ts'
import { problemMessage } from '../problem/problems.ts'
import { type Audit, claimName, type Doubt, doubtsIn, judgementMessage, sentenceOf } from '../view/audit/audit.ts'
import { findingMessage } from '../view/check/finding-text.ts'
import { ruleTexts } from '../words/rule-texts.ts'

export interface SarifOptions {
  readonly lang: Language
  /** Of this program. */
  readonly version: string
  readonly inputs: readonly InputFile[]
}

/** Problems as a SARIF 2.1.0 log of one run; without problems the run has no results. */
export function renderProblemsSarif(problems: readonly Problem[], options: SarifOptions): string {
  return log(
    problems.map((problem) => problemResult(problem, options.lang)),
    options,
  )
}

/** What breaks the policy, and then the problems, as a SARIF 2.1.0 log of one run. */
export function renderCheckSarif(result: CheckResult, problems: readonly Problem[], options: SarifOptions): string {
  const { lang } = options
  const findings = result.findings.map((finding) => findingResult(finding, lang))
  const asOf = result.policies.map(({ plan, asOf: day }) => [plan, day === null ? null : formatDay(day)])
  const properties = { asOf: Object.fromEntries(asOf) }
  return log([...findings, ...problems.map((problem) => problemResult(problem, lang))], options, properties)
}

/** What is doubtful in an audit, and then the problems, as a SARIF 2.1.0 log of one run. */
export function renderAuditSarif(audit: Audit, problems: readonly Problem[], options: SarifOptions): string {
  const { lang } = options
  const doubts = doubtsIn(audit).map((doubt) => doubtResult(doubt, lang))
  return log([...doubts, ...problems.map((problem) => problemResult(problem, lang))], options)
}

interface Result {
  readonly rule: ProblemCode | FindingRule | ClaimVerdict
  readonly level: 'error' | 'warning'
  readonly text: string
  readonly at: Place | null
}

function problemResult(problem: Problem, lang: Language): Result {
  const { message, remedy } = problemMessage(problem, lang)
  return { rule: problem.code, level: problem.severity, text: `${message}\n${remedy}`, at: problem.at }
}

function findingResult(finding: Finding, lang: Language): Result {
  return {
    rule: finding.rule,
    level: finding.severity === 'warn' ? 'warning' : 'error',
    text: `${findingMessage(finding, formatOf(lang, true, 'half-up'))}.`,
    at: finding.at,
  }
}

function doubtResult({ claim, judgement, level }: Doubt, lang: Language): Result {
  const format = formatOf(lang, true, 'half-up')
  const message = `${claimName(claim)}: ${judgementMessage(judgement, format)}.`
  const text = [message, sentenceOf(claim, format)].filter((part) => part !== '').join('\n')
  return { rule: judgement.verdict, level, text, at: judgement.claimed.at }
}

/** `properties`: what of the run SARIF has no word for. */
function log(
  results: readonly Result[],
  { lang, version, inputs }: SarifOptions,
  properties?: { readonly [name: string]: unknown },
): string {
  const rules = [...new Set(results.map(({ rule }) => rule))].sort()
  const indexes = new Map(rules.map((rule, index) => [rule, index]))
  return `${jsonString({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'pva',
            fullName: 'plan-vs-actual',
            version,
            semanticVersion: version,
            rules: rules.map((rule) => ruleJson(rule, lang)),
          },
        },
        language: lang,
        columnKind: 'utf16CodeUnits',
        artifacts: inputs.map(artifactJson),
        results: results.map((result) => resultJson(result, indexes)),
        ...(properties && { properties }),
      },
    ],
  })}\n`
}

function ruleJson(rule: Result['rule'], lang: Language) {
  const [what, help] = ruleTexts[lang][rule]
  return {
    id: rule,
    shortDescription: { text: plainMessage(what) },
    fullDescription: { text: plainMessage(`${what} ${help}`) },
    help: { text: plainMessage(help) },
  }
}

function artifactJson({ file, sha256, bytes }: InputFile) {
  return { location: { uri: uriOf(file) }, length: bytes, hashes: { 'sha-256': sha256 } }
}

function resultJson({ rule, level, text, at }: Result, indexes: ReadonlyMap<string, number>) {
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level,
    // No viewer goes to a cell of a workbook: its place is said.
    message: { text: plainMessage(at?.sheet === undefined ? text : `${placeText(at)}\n${text}`) },
    locations: at ? [locationJson(at)] : [],
  }
}

function locationJson(at: Place) {
  const { file, line, column, length, sheet } = at
  const artifactLocation = { uri: uriOf(file) }
  if (sheet === undefined) {
    const region = { startLine: line, startColumn: column, endColumn: column + length }
    return { physicalLocation: { artifactLocation, region } }
  }
  // A region is of text, or of bytes.
  return { physicalLocation: { artifactLocation }, logicalLocations: [{ fullyQualifiedName: positionText(at) }] }
}

/** A path as a URI reference: relative to where `pva` ran, or absolute. Standard input is `%3Cstdin%3E`. */
function uriOf(file: string): string {
  const drive = /^[A-Za-z]:(?=\/)/.exec(file)?.[0] ?? ''
  const parts = file.slice(drive.length).split('/')
  const encoded = parts.map((part) => encodeURIComponent(wellFormed(part))).join('/')
  if (drive) return `file:///${drive}${encoded}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}

/** Half a surrogate pair has no encoding. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}

/** Text of a message in which nothing is a link, `[text](target)`, or a placeholder, `{0}` (SARIF 3.11.5 and 3.11.6). */
function plainMessage(text: string): string {
  return text.replaceAll('](', '] (').replace(/\{(\d+)\}/g, '{{$1}}')
}
