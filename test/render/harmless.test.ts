import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedPlans } from '../../src/calc/compare/compare.ts'
import { type Problem, problem } from '../../src/model/problem.ts'
import type { Report } from '../../src/model/report.ts'
import { renderAuditCsv, renderAuditJson } from '../../src/render/data/audit.ts'
import { renderCheckCsv, renderCheckJson } from '../../src/render/data/check.ts'
import { renderCompareCsv, renderCompareJson } from '../../src/render/data/compare.ts'
import { renderProblemsJson, renderReportCsv, renderReportJson } from '../../src/render/data/report.ts'
import { safeText } from '../../src/render/figure/safe-text.ts'
import {
  renderAuditJunit,
  renderCheckJunit,
  renderProblemsJunit,
  renderReportJunit,
} from '../../src/render/pipeline/cases.ts'
import { renderAuditGithub, renderCheckGithub, renderProblemsGithub } from '../../src/render/pipeline/github.ts'
import { renderAuditSarif, renderCheckSarif, renderProblemsSarif } from '../../src/render/pipeline/sarif.ts'
import { renderProblems } from '../../src/render/problem/problems.ts'
import { loneText } from '../../src/render/view/compare/compare-text.ts'
import { auditedClaim, auditOf, claim, judgement, printed, reach } from '../support/audit.ts'
import { at, checkResult, finding, policy } from '../support/check.ts'
import {
  commandIn,
  elementsOf,
  htmlElements,
  junitDocuments,
  linesOf,
  markdownTables,
  sarifFaults,
  shownText,
} from '../support/machine-formats.ts'
import {
  renderAudit,
  renderAuditMarkdown,
  renderAuditSheets,
  renderAuditSheetsMarkdown,
  renderCheck,
  renderCheckMarkdown,
  renderCompare,
  renderCompareMarkdown,
  renderExplanation,
  renderExplanationMarkdown,
  renderMarkdown,
  renderTable,
} from '../support/rendered.ts'
import {
  area,
  change,
  changeBy,
  changeEnd,
  comparison,
  day,
  figure,
  indicator,
  line,
  name,
  number,
  percent,
  period,
  plan,
  planReport,
  source,
  threshold,
} from '../support/report.ts'

/** What a name may hold in order to be taken for something else. */
const hostileNames = {
  'a column of Markdown': 'Jobs | 100% | **met**',
  code: '`Jobs` ``` ~~~',
  'markup of HTML': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  quotes: `"Jobs" and 'more' "`,
  'line breaks': 'Jobs\r\n::error::injected\nEvil',
  'a command': '::error file=a.yaml,line=1::injected',
  'a command behind a word': 'Giải quyết việc làm ::set-output name=a::b ::add-mask::x ::stop-commands::y',
  'a command of former days': 'Jobs ##[error]injected ##vso[task.setvariable variable=a]b',
  'encoded line breaks': 'Jobs%0A::error::injected%0D%25',
  'a formula': '=cmd|"/C calc"!A0',
  'a formula of another sign': '+1+cmd()',
  'a formula behind blanks': ' \t-1+cmd()',
  'a formula behind a semicolon': 'Jobs;=cmd()',
  'a full-width formula': '＝cmd()',
  'an address': '@SUM(1+1)*cmd',
  'the end of a section': 'Jobs ]]> more <![CDATA[ x <?xml?> <!-- -->',
  entities: '&lt;b&gt; &amp; &#x1b; &bogus;',
  'escape codes': '\u001b[31mJobs\u001b]0;title\u0007\u009b1m',
  'changes of direction': 'Jobs \u202egnp.exe\u202c \u2066x\u2069',
  'halves of pairs': 'Jobs \ud800 \udc00',
  'separators and invisible signs': 'a\u2028b\u2029c\u0085d\u200be\ufefff\u0000g',
  'what XML does not allow': 'Jobs \ufffe \uffff \u000b',
  'a link': '[Jobs](javascript:alert(1)) ![x](http://x.example/y.png) <http://x.example>',
  'a placeholder': '{0} {1} {{2}} %s $1 $& $jobs',
  'a mark of a list': '- Jobs',
  'a numbered heading': '1. # Jobs\n---\n> x',
  'a mention': '@someone #1 GH-1 someone/repository#1',
  mathematics: '$\\frac{1}{2}$ and $`x`$',
} as const

const languages = ['en', 'vi'] as const
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u

function reportOf(text: string): Report {
  const hostile = name(text)
  const jobs = indicator('jobs', {
    no: text,
    section: 'all',
    name: hostile,
    unit: hostile,
    note: hostile,
    responsible: hostile,
    target: threshold('at_least', '16250'),
    revisions: [{ ...threshold('at_least', '16250'), date: day('2018-04-01'), decision: text }],
  })
  const rate = indicator('poverty-rate', {
    name: hostile,
    type: 'poverty-rate',
    standard: text,
    target: changeBy('reduce_by', '0.3'),
  })
  const input = {
    field: 'actual',
    text,
    at: at(text, 14, 13),
    source: source(hostile, text),
    period: period('2018'),
    area: text,
    status: 'final',
    figure: null,
    note: hostile,
  } as const
  const lines = [
    line(jobs, {
      actual: number('15995'),
      variance: number('-255'),
      favourable: false,
      formula: 'attainment',
      achievement: percent('98.5'),
      actualPeriod: period('2018'),
      status: 'final',
      verdict: 'missed',
      originalTarget: threshold('at_least', '16000'),
      expected: number('16000'),
      pace: percent('99.96875'),
      forecast: number('15995'),
      required: { value: number('255'), per: 'months', left: 1 },
      published: { figure: figure('98'), agrees: false },
      lastYear: comparison('2017', '15000', { absolute: number('995'), relative: percent('6.6') }),
      inPeriod: {
        period: period('2018-11'),
        value: number('95'),
        status: 'estimate',
        partial: null,
        lastYear: null,
        previous: null,
      },
      inputs: [input],
    }),
    line(jobs, { area: area('phu-ly', { name: hostile }), target: threshold('at_least', '5') }),
    line(rate, {
      verdict: 'not-comparable',
      undefinedReason: 'not-comparable',
      actual: number('2.73'),
      change: change(changeEnd('3.28', { standard: text }), changeEnd('2.73', { standard: `${text}2` }), {
        differsIn: 'standard',
      }),
    }),
  ]
  const of = plan('ha-nam-2018', {
    title: hostile,
    note: hostile,
    source: source(hostile),
    sections: [{ id: 'all', name: hostile }],
  })
  return { plans: [planReport(of, lines, { asOf: day('2018-11-30') })] }
}

/** The plan of the report above, followed by itself a year later. */
function comparedOf(text: string) {
  const [before] = reportOf(text).plans
  if (!before) throw new Error('the report above has a plan')
  const later = { ...before.plan, id: 'ha-nam-2019', follows: before.plan.id, period: period('2019') }
  const lone = { ...before.plan, id: 'ha-nam-2020', follows: text }
  const plans = [before, { ...before, plan: later, leftOut: [text] }, { ...before, plan: lone }]
  return comparedPlans({ plans })
}

function problemsOf(text: string): Problem[] {
  return [
    problem('bad-value', at(text, 3, 5), { written: text, expected: [text], suggestion: text }),
    problem('duplicate-key', at('plans/plan.yaml', 4, 1), { key: text, first: at(text, 2, 1) }),
    problem('published-disagrees', null, { indicator: text, published: text, computed: '107' }),
    problem('not-comparable', at(text, 9, 9), { indicator: text, what: 'standard', from: text, to: '' }),
  ]
}

function checkOf(text: string) {
  const report = reportOf(text)
  const [missed, inArea] = report.plans[0]?.lines ?? []
  if (!missed || !inArea) throw new Error('the report above has lines')
  return {
    report,
    result: checkResult(
      [
        finding(missed, { at: at(text, 14, 13) }),
        finding(missed, { rule: 'below-min', severity: 'warn', expected: percent('100'), found: percent('98.5') }),
        finding(inArea, { rule: 'not-reported' }),
        finding(missed, { rule: 'vanished', indicator: 'gone', line: null, expected: 'met', found: null, at: null }),
      ],
      { policies: [policy('ha-nam-2018', { refused: [{ indicator: 'jobs', key: 'min' }] })] },
    ),
  }
}

function auditOfText(text: string) {
  const words = { text, at: at(text, 8, 17) }
  const of = claim(
    { actual: '18923', target: '16000' },
    { id: text, text, unit: name(text), source: source(name(text), text), at: at(text, 5, 9) },
  )
  const input = { ...printed('18923'), ...words }
  const judged = judgement({
    verdict: 'inconsistent',
    why: { kind: 'differs', by: number('1'), slip: null, other: null },
    claimed: { ...printed('118%'), ...words },
    computed: number('118.26875'),
    inputs: [{ key: 'actual', printed: input, reach: reach('[18923, 18923]') }],
  })
  const range = judgement({ verdict: 'undecided', claimed: { ...printed('80-90'), ...words } })
  const outcome = judgement({ what: 'verdict', verdict: 'wording', claimed: { word: 'met', ...words } })
  return auditOf([auditedClaim(of, [judged, range, outcome]), auditedClaim({ ...of, text: null }, [])])
}

const inputsOf = (text: string) => [{ file: text, sha256: 'a'.repeat(64), bytes: 9 }]

/** Every format of everything that names, paths and figures of an input go into. */
function outputsOf(text: string, lang: 'vi' | 'en') {
  const { report, result } = checkOf(text)
  const compared = comparedOf(text)
  const audit = auditOfText(text)
  const problems = problemsOf(text)
  const inputs = inputsOf(text)
  const look = { lang, width: 72, color: false, unicode: true, decimals: null, byArea: true, quiet: false } as const
  const sections = ['completion', 'poverty'] as const
  const json = { problems, complete: true, inputs, lang }
  const sarif = { lang, version: '1.2.3', inputs }
  return {
    table: [
      renderTable(report, { ...look, sections, detail: true, forecast: true }),
      renderTable(report, { ...look, sections, width: 200 }),
      renderTable(report, { ...look, sections, width: 40 }),
      renderCheck(result, look),
      renderCheck(result, { ...look, width: 40 }),
      renderProblems(problems, { ...look, excerpt: () => text.replaceAll(/[\r\n]/g, ' ') }),
      renderExplanation(report.plans, look),
      renderAudit(audit, look),
      renderAudit(audit, { ...look, width: 40 }),
      renderAuditSheets(audit, look),
      renderCompare(compared, look),
      renderCompare(compared, { ...look, width: 40 }),
      `${compared.alone.map((lone) => loneText(lone, lang)).join('\n')}\n`,
    ],
    markdown: [
      renderMarkdown(report, { ...look, sections, detail: true }),
      renderCheckMarkdown(result, { lang }),
      renderExplanationMarkdown(report.plans, look),
      renderCompareMarkdown(compared, look),
      renderAuditMarkdown(audit, look),
      renderAuditSheetsMarkdown(audit, look),
    ],
    csv: [
      renderReportCsv(report).toString(),
      renderCheckCsv(result),
      renderCompareCsv(compared),
      renderAuditCsv(audit),
    ],
    json: [
      String(renderReportJson(report, json)),
      String(renderCheckJson(result, json)),
      String(renderProblemsJson(problems, json)),
      String(renderCompareJson(compared, json)),
      String(renderAuditJson(audit, json)),
    ],
    junit: [
      renderReportJunit(report, { problems, lang }),
      renderCheckJunit(result, report, { problems, lang }),
      renderProblemsJunit(problems, { lang, files: [text, 'plans/plan.yaml'] }),
      renderAuditJunit(audit, { problems, lang }),
    ],
    github: [
      renderProblemsGithub(problems, { lang }),
      renderCheckGithub(result, problems, { lang }),
      renderAuditGithub(audit, problems, { lang }),
    ],
    sarif: [
      renderProblemsSarif(problems, sarif),
      renderCheckSarif(result, problems, sarif),
      renderAuditSarif(audit, problems, sarif),
    ],
  }
}

describe.each(Object.entries(hostileNames))('%s in a name, a path or a figure', (_, text) => {
  const outputs = languages.map((lang) => outputsOf(text, lang))

  it('leaves nothing in any output that acts on a terminal or is not seen', () => {
    for (const formats of outputs) {
      for (const output of Object.values(formats).flat()) {
        expect(output.replaceAll('\n', '')).not.toMatch(UNSEEN)
        expect(output.endsWith('\n')).toBe(true)
      }
    }
  })

  it('gives no command to what reads the log', () => {
    for (const { github: _own, ...others } of outputs) {
      const lines = Object.values(others).flat().flatMap(linesOf)
      expect(lines.filter((each) => commandIn(each) || each.includes('##vso['))).toEqual([])
    }
  })

  it('adds no command and no property to those of GitHub', () => {
    for (const { github } of outputs) {
      const [problems, check, audit] = github.map((output) => linesOf(output.trimEnd()).map(commandIn))
      expect(problems?.map((command) => [command?.name, command?.properties['title']])).toEqual([
        ['error', 'bad-value'],
        ['error', 'duplicate-key'],
        ['warning', 'published-disagrees'],
        ['warning', 'not-comparable'],
      ])
      expect(check?.map((command) => command?.name).slice(0, 4)).toEqual(['error', 'warning', 'error', 'error'])
      expect(check).toHaveLength(9)
      expect(audit?.map((command) => command?.properties['title']).slice(0, 2)).toEqual(['inconsistent', 'wording'])
      expect(audit).toHaveLength(6)
      for (const command of [...(problems ?? []), ...(check ?? []), ...(audit ?? [])]) {
        expect(['file,line,col,endColumn,title', 'title']).toContain(Object.keys(command?.properties ?? {}).join())
      }
    }
  })

  it('makes no cell of a CSV a formula, and no other cell', () => {
    for (const output of outputs.flatMap(({ csv }) => csv)) {
      const rows: string[][] = parse(output, { relax_column_count: false })
      for (const cell of rows.flat()) {
        expect(/^\s*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell), cell).toBe(false)
        expect(cell).not.toMatch(/;\s*[=+\-@＝＋－＠]/)
      }
    }
  })

  it('becomes no markup in Markdown, and no column', () => {
    const ours = ['blockquote', 'br', 'em', 'h2', 'h3', 'hr', 'li', 'ol', 'p', 'strong', 'sup', 'table', 'tbody', 'td']
    for (const output of outputs.flatMap(({ markdown }) => markdown)) {
      const elements = htmlElements(output)
      expect(elements.filter((each) => ![...ours, 'code', 'th', 'thead', 'tr', 'ul'].includes(each))).toEqual([])
      for (const { columns, rows } of markdownTables(output)) {
        for (const row of rows) expect(row).toHaveLength(columns)
      }
    }
    for (const { markdown } of outputs) {
      expect(shownText(markdown[0] ?? '')).toContain(safeText(text).trim())
      expect(shownText(markdown[1] ?? '')).toContain(safeText(text).trim())
    }
  })

  it('stays what it is in JSON', () => {
    for (const { json } of outputs) {
      const [report, , problems] = json.map((output) => JSON.parse(output))
      expect(report.plans[0].indicators[0].name).toEqual({ vi: text, en: text })
      expect(problems.problems[0].file).toBe(text)
      const [claimed] = JSON.parse(json.at(-1) ?? '').claims
      expect([claimed.id, claimed.text, claimed.source, claimed.file]).toEqual([text, text, text, text])
    }
  })

  it('is valid SARIF', () => {
    for (const output of outputs.flatMap(({ sarif }) => sarif)) {
      expect(sarifFaults(output)).toEqual([])
      const messages: { message: { text: string } }[] = JSON.parse(output).runs[0].results
      for (const { message } of messages) {
        expect(message.text).not.toMatch(/\]\(/)
        expect(message.text).not.toMatch(/(?<!\{)\{\d+\}(?!\})/)
      }
    }
  })
})

it('is text in JUnit XML and nothing else, whatever it is', async () => {
  const texts = Object.values(hostileNames)
  const documents = await junitDocuments(texts.flatMap((text) => outputsOf(text, 'en').junit))
  expect(documents).toHaveLength(texts.length * 4)
  texts.forEach((text, index) => {
    const [report, check, problems, audit] = documents
      .slice(index * 4)
      .map((document) => elementsOf(document, 'testcase').map(({ attributes }) => attributes['name']))
    expect(report).toHaveLength(3 + 4)
    expect(check).toHaveLength(4 + 4)
    expect(problems).toHaveLength(4)
    expect(audit).toHaveLength(4 + 4)
    const shown = safeText(text).replaceAll('\ufffe', '\\u{fffe}').replaceAll('\uffff', '\\u{ffff}')
    expect(report?.[0]).toBe(`${shown} [jobs]`)
  })
})

describe('any text at all', () => {
  it('leaves nothing that acts on a terminal, and gives no command', () => {
    const text = fc.string({
      unit: fc.constantFrom(...':#[]|=<>&"\'`\n\r\u001b\u202e\u2028\ud800a %0A,;'.split(/(?:)/u)),
    })
    fc.assert(
      fc.property(text, (any) => {
        const { github, ...others } = outputsOf(any, 'vi')
        for (const output of Object.values(others).flat()) {
          expect(output.replaceAll('\n', '')).not.toMatch(UNSEEN)
          expect(linesOf(output).filter(commandIn)).toEqual([])
        }
        expect(linesOf(github[1]?.trimEnd() ?? '').map((each) => commandIn(each)?.name)).toHaveLength(9)
      }),
      { numRuns: 30 },
    )
  })
})
