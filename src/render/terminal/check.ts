import type { CheckResult, Finding, PolicyInForce } from '../../model/check.ts'
import { type Format, formatOf, inSigns } from '../figure/format.ts'
import { safeText } from '../figure/safe-text.ts'
import { placeText } from '../problem/problems.ts'
import { checkSummary, leftOutTexts, type PolicyText, policyTexts } from '../view/check/check-text.ts'
import { type FindingText, findingText } from '../view/check/finding-text.ts'
import { checkWordsOf } from '../words/check-words.ts'
import type { Column, Layout, Line } from './grid.ts'
import { fitted, paragraph, type Style, type StyleOptions, styleOf } from './style.ts'

export interface CheckOptions extends StyleOptions {
  /** Only what breaks the policy. */
  readonly quiet: boolean
}

/**
 * What breaks the policy, for a terminal or a log: the policy in force, a table of findings with the place of each,
 * and one line that sums up. With `quiet` the table alone, and nothing where nothing breaks the policy.
 */
export function renderCheck(result: CheckResult, options: CheckOptions): string {
  const style = styleOf(options)
  // A finding does not know its plan's rounding; what is asked for is never printed as reached in any.
  const format = formatOf(options.lang, options.unicode, 'half-up')
  const blocks = [
    options.quiet ? [] : policyTexts(result.policies, format).flatMap((policy) => policyLines(policy, style)),
    findingTable(result, format, style),
    leftOutTexts(result, format).flatMap((text) => paragraph(text, style, 2).map(style.warn)),
    options.quiet ? [] : paragraph(checkSummary(result, format), style, 0).map(style.bold),
  ].filter(({ length }) => length > 0)
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function policyLines({ title, facts, exceptions }: PolicyText, style: Style): string[] {
  const indented = { ...style, width: style.width - 2 }
  return [
    ...paragraph(`${title}: ${facts.join('; ')}`, style, 2),
    ...exceptions.flatMap((exception) => paragraph(exception, indented, 2).map((line) => `  ${line}`)),
  ].map(style.dim)
}

interface Row {
  readonly text: FindingText
  readonly isWarning: boolean
}

function findingTable({ findings, policies }: CheckResult, format: Format, style: Style): string[] {
  if (findings.length === 0) return []
  return fitted(layoutsOf(style), linesOf(findings, plansNamed(findings, policies) > 1, format, style), style)
}

/** An earlier report may name plans that are gone. */
function plansNamed(findings: readonly Finding[], policies: readonly PolicyInForce[]): number {
  return new Set([...findings, ...policies].map(({ plan }) => plan)).size
}

function linesOf(findings: readonly Finding[], namesPlans: boolean, format: Format, style: Style): Line<Row>[] {
  const lines: Line<Row>[] = []
  let plan: string | null = null
  for (const finding of findings) {
    if (namesPlans && finding.plan !== plan) {
      plan = finding.plan
      if (lines.length > 0) lines.push({ kind: 'blank' })
      lines.push({ kind: 'text', text: safeText(plan), indent: 0, under: 'edge', paint: style.bold })
    }
    lines.push({
      kind: 'cells',
      row: { text: findingText(finding, format), isWarning: finding.severity === 'warn' },
    })
    if (!finding.at) continue
    lines.push({ kind: 'text', text: placeText(finding.at), indent: 2, under: 'edge', whole: true, paint: style.dim })
  }
  return lines
}

function layoutsOf({ words, unicode, tones }: Style): Layout<Row>[] {
  const { columns } = checkWordsOf(words.lang)
  const column = (
    head: string,
    align: 'left' | 'right',
    comfortable: number,
    textOf: (text: FindingText) => string,
  ): Column<Row> => ({ head, align, comfortable, cell: ({ text }) => ({ text: inSigns(textOf(text), unicode) }) })
  const name = column(columns.indicator, 'left', 64, (text) => text.name)
  const expected = column(columns.expected, 'right', 20, (text) => text.expected)
  const found = column(columns.found, 'right', 20, (text) => text.found || '–')
  const difference = column(columns.difference, 'right', 14, (text) => text.difference)
  const rule: Column<Row> = {
    ...column(columns.finding, 'left', 22, (text) => text.rule),
    narrowest: 12,
    cell: ({ text, isWarning }) => ({ text: text.rule, paint: isWarning ? tones.warning : tones.bad }),
  }
  const foundWithDifference = column(columns.found, 'right', 20, (text) =>
    text.difference === '' ? text.found || '–' : `${text.found}\n(${text.difference})`,
  )
  const full = [name, rule, expected, found, difference]
  return [
    { columns: full, growing: name, least: 24, squeezed: false },
    { columns: full, growing: name, least: 18, squeezed: true },
    { columns: [name, rule, expected, foundWithDifference], growing: name, least: 14, squeezed: true },
  ]
}
