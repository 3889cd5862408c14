import type { CheckResult } from '../../model/check.ts'
import type { Language, Place } from '../../model/figure.ts'
import { formatDay } from '../../model/period.ts'
import type { Problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import { jsonString } from '../data/escaped.ts'
import { placeText, positionText } from '../figure/place-text.ts'
import type { Audit } from '../view/audit/audit.ts'
import { ruleTexts } from '../words/problems/rule-texts.ts'
import { auditFindings, checkFindings, type Finding, problemFindings } from './finding.ts'

export interface SarifOptions {
  readonly lang: Language
  /** Of this program. */
  readonly version: string
  readonly inputs: readonly InputFile[]
}

/** Problems as a SARIF 2.1.0 log of one run; without problems the run has no results. */
export function renderProblemsSarif(problems: readonly Problem[], options: SarifOptions): string {
  return log(problemFindings(problems, options.lang), options)
}

/** What breaks the policy, and then the problems. */
export function renderCheckSarif(result: CheckResult, problems: readonly Problem[], options: SarifOptions): string {
  const asOf = result.policies.map(({ plan, asOf: day }) => [plan, day === null ? null : formatDay(day)])
  const findings = [...checkFindings(result, options.lang), ...problemFindings(problems, options.lang)]
  return log(findings, options, { asOf: Object.fromEntries(asOf) })
}

/** What is doubtful in an audit, and then the problems. */
export function renderAuditSarif(audit: Audit, problems: readonly Problem[], options: SarifOptions): string {
  return log([...auditFindings(audit, options.lang), ...problemFindings(problems, options.lang)], options)
}

/** `properties`: what of the run SARIF has no word for. */
function log(findings: readonly Finding[], { lang, version, inputs }: SarifOptions, properties?: object): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const indexes = new Map(rules.map((rule, index) => [rule, index]))
  const driver = {
    name: 'pva',
    fullName: 'plan-vs-actual',
    version,
    semanticVersion: version,
    rules: rules.map((rule) => ruleOf(rule, lang)),
  }
  const run = {
    tool: { driver },
    language: lang,
    columnKind: 'utf16CodeUnits',
    artifacts: inputs.map(({ file, sha256, bytes }) => ({
      location: { uri: uriOf(file) },
      ...(bytes !== null && { length: bytes }),
      ...(sha256 !== null && { hashes: { 'sha-256': sha256 } }),
    })),
    results: findings.map((finding) => resultOf(finding, indexes)),
    ...(properties && { properties }),
  }
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
  return `${jsonString({ $schema: schema, version: '2.1.0', runs: [run] })}\n`
}

function ruleOf(rule: Finding['rule'], lang: Language) {
  const [what, help] = ruleTexts[lang][rule]
  return {
    id: rule,
    shortDescription: { text: plainMessage(what) },
    fullDescription: { text: plainMessage(`${what} ${help}`) },
    help: { text: plainMessage(help) },
  }
}

function resultOf({ rule, level, lines, at }: Finding, indexes: ReadonlyMap<string, number>) {
  // No viewer goes to a cell of a workbook: its place is said.
  const place = at?.sheet === undefined ? [] : [placeText(at)]
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level,
    message: { text: plainMessage([...place, ...lines].join('\n')) },
    locations: at ? [locationOf(at)] : [],
  }
}

function locationOf(at: Place) {
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
