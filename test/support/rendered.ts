import type { CheckResult } from '../../src/model/check.ts'
import type { ComparedPlans } from '../../src/model/compare.ts'
import type { Language } from '../../src/model/figure.ts'
import type { Problem } from '../../src/model/problem.ts'
import type { InputFile, PlanReport, Report } from '../../src/model/report.ts'
import { auditSheets } from '../../src/render/explain/audit-sheet.ts'
import { explainDocument } from '../../src/render/explain/explain.ts'
import { renderPage as pageOf } from '../../src/render/html/page.ts'
import { renderMarkdown as markdownOf } from '../../src/render/markdown/document.ts'
import { renderDocument } from '../../src/render/terminal/document.ts'
import type { Audit } from '../../src/render/view/audit/audit.ts'
import { type AuditChoice, auditDocument } from '../../src/render/view/audit/audit.ts'
import { checkDocument } from '../../src/render/view/check/check.ts'
import { type CompareChoice, compareDocument } from '../../src/render/view/compare/compare.ts'
import type { Document } from '../../src/render/view/document.ts'
import { bracketed, superscript } from '../../src/render/view/document.ts'
import { type ReportChoice, reportDocument } from '../../src/render/view/report/report.ts'
import { renderWorkbook as workbookOf } from '../../src/render/xlsx/document.ts'

/** Documents in each format, as the command line makes them. */

export interface Look {
  readonly lang: Language
  readonly width: number
  readonly color: boolean
  readonly unicode: boolean
  readonly quiet?: boolean
}

type Without<Choice> = Omit<Choice, 'lang' | 'unicode' | 'marks'>
export type TableOptions = Look & Without<ReportChoice>

const marksIn = (unicode: boolean) => ({ sign: unicode ? superscript : bracketed })
const inMarkdown = { unicode: true, marks: { sign: (number: number) => `<sup>${number}</sup>` } }

function inTerminal(document: Document, { quiet = false, ...look }: Look): string {
  return renderDocument(document, { ...look, quiet })
}

export const renderTable = (report: Report, options: TableOptions): string =>
  inTerminal(reportDocument(report, { ...options, marks: marksIn(options.unicode) }), options)

export type MarkdownOptions = { readonly lang: Language } & Without<ReportChoice>

export const renderMarkdown = (report: Report, options: MarkdownOptions): string =>
  markdownOf(reportDocument(report, { ...options, ...inMarkdown }))

export interface PageOptions extends Without<ReportChoice> {
  readonly languages: readonly [Language, ...Language[]]
  readonly problems: readonly Problem[]
  readonly inputs: readonly InputFile[]
  readonly version: string
  readonly sha256: (text: string) => string
}

export const renderPage = (report: Report, options: PageOptions): string =>
  pageOf(
    (lang) => reportDocument(report, { ...options, lang, unicode: true, marks: { sign: String, separator: ', ' } }),
    options,
  )

const inSheets = { unicode: true, marks: { sign: (_: number, text: string) => text, separator: '\n' } }

export type WorkbookOptions = {
  readonly lang: Language
  readonly problems: readonly Problem[]
  readonly decimals: number | null
} & Partial<Without<ReportChoice>>

export const renderWorkbook = (
  report: Report,
  {
    lang,
    problems,
    ...options
  }: { readonly lang: Language; readonly problems: readonly Problem[]; readonly decimals: number | null } & Partial<
    Without<ReportChoice>
  >,
): Promise<Uint8Array> =>
  workbookOf(
    reportDocument(report, {
      sections: ['completion', 'poverty', 'series'],
      byArea: false,
      detail: true,
      ...options,
      ...inSheets,
      lang,
      isWorkbook: true,
    }),
    { lang, problems },
  )

export type ExplainStyle = Look & { readonly decimals: number | null }

export const renderExplanation = (plans: readonly PlanReport[], style: ExplainStyle): string =>
  inTerminal(explainDocument(plans, style), style)

export const renderExplanationMarkdown = (plans: readonly PlanReport[], style: ExplainStyle): string =>
  markdownOf(explainDocument(plans, { ...style, unicode: true }))

export const renderCheck = (result: CheckResult, look: Look): string => inTerminal(checkDocument(result, look), look)

export const renderCheckMarkdown = (result: CheckResult, { lang }: { readonly lang: Language }): string =>
  markdownOf(checkDocument(result, { lang, unicode: true }))

export const renderAudit = (audit: Audit, look: Look & AuditChoice): string =>
  inTerminal(auditDocument(audit, look), look)

export const renderAuditMarkdown = (audit: Audit, choice: Omit<AuditChoice, 'unicode'>): string =>
  markdownOf(auditDocument(audit, { ...choice, unicode: true }))

export const renderAuditSheets = (audit: Audit, look: Look & AuditChoice): string =>
  inTerminal(auditSheets(audit, look), look)

export const renderAuditSheetsMarkdown = (audit: Audit, choice: AuditChoice): string =>
  markdownOf(auditSheets(audit, { ...choice, unicode: true }))

export const renderCompare = (
  compared: ComparedPlans,
  options: Look & Pick<CompareChoice, 'decimals' | 'byArea'>,
): string =>
  inTerminal(compareDocument(compared, { ...options, marks: marksIn(options.unicode), yearsPerTable: null }), options)

export const renderCompareMarkdown = (
  compared: ComparedPlans,
  options: Pick<CompareChoice, 'lang' | 'decimals' | 'byArea'>,
): string => markdownOf(compareDocument(compared, { ...options, ...inMarkdown, yearsPerTable: 2 }))
