import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { operand, over } from '../../../src/model/derivation.ts'
import { problem } from '../../../src/model/problem.ts'
import { renderAuditCsv, renderAuditJson } from '../../../src/render/data/audit.ts'
import { formatOf } from '../../../src/render/figure/format.ts'
import { displayWidth } from '../../../src/render/figure/safe-text.ts'
import { renderAuditJunit } from '../../../src/render/pipeline/cases.ts'
import { renderAuditGithub } from '../../../src/render/pipeline/github.ts'
import { renderAuditSarif } from '../../../src/render/pipeline/sarif.ts'
import { judgementText } from '../../../src/render/view/audit/audit.ts'
import { reasonText } from '../../../src/render/view/audit/audit-reason.ts'
import {
  auditedClaim,
  auditOf,
  claim,
  everyReason,
  inputsOf,
  judgement,
  printed,
  reach,
  word,
} from '../../support/audit.ts'
import { at } from '../../support/check.ts'
import {
  commandIn,
  elementsOf,
  junitDocuments,
  linesOf,
  markdownTables,
  sarifFaults,
} from '../../support/machine-formats.ts'
import {
  renderAudit,
  renderAuditMarkdown,
  renderAuditSheets,
  renderAuditSheetsMarkdown,
} from '../../support/rendered.ts'
import { name, number, source } from '../../support/report.ts'
import { jsonSchemas } from '../../support/schemas.ts'

const en = { lang: 'en', width: 80, color: false, unicode: true, quiet: false, decimals: null } as const
const vi = { ...en, lang: 'vi' } as const
const english = formatOf('en', true, 'half-up')

const share = (value: string) => operand('completion', number(value), { shown: 'percentage' })

/** Hà Nam 2017 and the two figures of the seed, and what another publication got wrong (CALCULATION §7). */
const jobs = claim(
  { actual: '18923', completion: '118%' },
  {
    text: 'giải quyết việc làm mới cho 18.923 lao động đạt 118% kế hoạch năm',
    source: source(name('Báo Dân sinh')),
  },
)
const jobsJudged = judgement({
  verdict: 'implied',
  why: { kind: 'implied', others: [] },
  formula: 'attainment',
  impliedTarget: {
    low: number('18923').dividedBy(number('1.185')),
    lowOpen: true,
    high: number('18923').dividedBy(number('1.175')),
    highOpen: false,
    roundest: number('16000'),
    bounds: [
      over(operand('actual', number('18923')), share('1.185')),
      over(operand('actual', number('18923')), share('1.175')),
    ],
  },
  inputs: inputsOf(jobs, { actual: '[18923, 18923]' }),
})
const poverty = claim(
  { from: '4.24%', to: '3.28%', change: '-0.96%', completion: '120%' },
  { id: 'poverty-2017', at: at('claims.yaml', 12, 9) },
)
const povertyJudged = [
  judgement({
    verdict: 'implied',
    why: { kind: 'implied', others: [] },
    claimed: printed('120%'),
    targetUnit: 'points',
    formula: 'change',
    impliedTarget: { ...reach('(0.788381743, 0.811715481)'), roundest: number('0.8'), bounds: null },
  }),
  judgement({
    what: 'change',
    unit: 'points',
    verdict: 'wording',
    why: { kind: 'points-as-percent' },
    claimed: printed('-0.96%'),
    computed: number('-0.96'),
    interval: reach('(-0.97, -0.95)'),
  }),
]
const complaints = claim(
  { target: '80-90', actual: '92', completion: '113%' },
  { id: 'complaints', text: 'printed 113%' },
)
const complaintsJudged = judgement({
  verdict: 'inconsistent',
  why: { kind: 'differs', by: number('113').minus(number('9200').dividedBy(number('90'))), slip: null, other: null },
  claimed: printed('113%', at('claims.yaml', 20, 17)),
  computed: number('9200').dividedBy(number('90')),
  formula: 'range',
  derivation: over(operand('actual', number('92')), operand('highEnd', number('90'))),
  inputs: inputsOf(complaints, { actual: '[92, 92]', target: '[80, 90]' }),
})
const outcome = judgement({
  what: 'verdict',
  unit: 'number',
  verdict: 'undecided',
  why: { kind: 'not-exact', keys: ['target'] },
  claimed: word('Vượt', 'exceeded'),
})

const claims = [
  auditedClaim(jobs, [jobsJudged]),
  auditedClaim(poverty, povertyJudged),
  auditedClaim(complaints, [complaintsJudged, outcome]),
]
const audit = auditOf(claims)

describe('an audit as text', () => {
  it('lists the figures of each claim below its id, place and sentence, and how many have which verdict', () => {
    expect(`\n${renderAudit(audit, en)}`).toBe(`
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Claim         Printed  Computed  Verdict       Why
────────────────────────────────────────────────────────────────────────────────
jobs-2017  claims.yaml:5:9
  “giải quyết việc làm mới cho 18.923 lao động đạt 118% kế hoạch năm”
  Completion     118%         –  Implied       implied target 16,000;
                                               15,968.78 < t ≤ 16,104.68

poverty-2017  claims.yaml:12:9
  Completion     120%         –  Implied       implied target 0.8 pp; 0.788 < t
                                               < 0.812 pp
  Change       −0.96%  −0.96 pp  Wording       these are percentage points,
                                               printed as per cent

complaints  claims.yaml:5:9
  “printed 113%”
  Completion     113%   102.22%  Inconsistent  too high by 10.78 pp
  Outcome        Vượt         –  Undecided     target is rounded; the exact
                                               figure would settle it
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

5 figures in 3 claims: 1 inconsistent · 1 wrong in wording · 1 undecided ·
2 implied
`)
  })

  it('speaks Vietnamese, with figures as Vietnamese writes them', () => {
    const text = renderAudit(audit, { ...vi, width: 120 })
    expect(text).toContain('kế hoạch suy ra 16.000; 15.968,78 < t ≤ 16.104,68')
    expect(text).toContain('−0,96 điểm %')
    expect(text).toContain('cao hơn 10,78 điểm %')
    expect(text).toContain('5 kết quả trong 3 số liệu công bố: 1 không khớp')
  })

  it.each([40, 50, 60, 80, 100, 120, 200])('fits %i columns, whatever is found', (width) => {
    for (const lang of ['en', 'vi'] as const) {
      const lines = renderAudit(auditOf(everyReason()), { ...en, lang, width }).split('\n')
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([])
    }
  })

  it('says of a claim that it claims nothing, and of claims that were left out how many', () => {
    const text = renderAudit(auditOf([auditedClaim(claim({ actual: '5' }), [])], { unread: 2 }), en)
    expect(text).toContain('\n  no published figure\n')
    expect(text).toContain('0 figures in 1 claim.\n2 claims were left out: see the errors on standard error.\n')
  })

  it('is the table alone where it is quiet, and nothing without claims', () => {
    expect(renderAudit(audit, { ...en, quiet: true })).not.toContain('5 figures')
    expect(renderAudit(auditOf([]), en)).toBe('')
  })

  it('has signs of its own in ASCII where the terminal has no others', () => {
    const text = renderAudit(auditOf(everyReason()), { ...en, unicode: false, lang: 'en' })
    expect(text).not.toMatch(/[≤≥−–—→÷·×━─]/)
  })
})

describe('a computed figure', () => {
  const shown = (printedAs: string, computed: string, decimals: number | null = null) =>
    judgementText(judgement({ claimed: printed(printedAs), computed: number(computed) }), english, decimals).computed

  it('has two decimals more than were printed, or fewer where it ends before', () => {
    expect(shown('118%', '118.26875')).toBe('118.27%')
    expect(shown('107.0%', '107.047619')).toBe('107.048%')
    expect(shown('120%', '120')).toBe('120%')
    expect(shown('102%', '102.2')).toBe('102.2%')
  })

  it('never looks like the printed one unless it is', () => {
    expect(shown('118%', '118.0000123')).toBe('118.00001%')
    expect(shown('100%', '99.9999')).toBe('99.9999%')
  })

  it('has as many decimals as are asked for', () => {
    expect(shown('118%', '118.26875', 4)).toBe('118.2688%')
    expect(shown('118%', '118.26875', 0)).toBe('118.3%')
  })
})

describe('a reason', () => {
  it.each(everyReason().map(({ judgements: [first] }) => [first?.why.kind, first] as const))(
    'is told in both languages: %s',
    (_, judged) => {
      if (!judged) throw new Error('each has a judgement')
      const told = (['en', 'vi'] as const).map((lang) => reasonText(judged, formatOf(lang, true, 'half-up'), null))
      expect(told[0]).not.toBe('')
      expect(told[1]).not.toBe('')
      expect(told[0]).not.toBe(told[1])
      expect(told.join()).not.toMatch(/undefined|null|NaN|\[object/)
    },
  )

  const told = (given: Parameters<typeof judgement>[0]) =>
    reasonText(judgement(given), english, null).replaceAll('\u00a0', ' ')

  it('names bounds that are open and closed, and ends that there are not', () => {
    const interval = (text: string) => told({ why: { kind: 'not-exact', keys: ['target'] }, interval: reach(text) })
    expect(interval('[80, 90)')).toContain('80% ≤ x < 90%')
    expect(interval('(, 7.6)')).toContain('x < 7.6%')
    expect(interval('[1200, )')).toContain('x ≥ 1,200%')
    expect(interval('[5, 5]')).toContain('x = 5%')
    expect(interval('(0.00581, 0.00612)')).toContain('0.00581% < x < 0.00612%')
  })

  it('says what is meant where a percentage is off by 100', () => {
    const meant = (of: 'of-plan' | 'beyond-plan' | 'of-start', claimed: string, computed: string) =>
      told({
        verdict: 'wording',
        why: { kind: 'off-by-100', meant: of },
        claimed: printed(claimed),
        computed: number(computed),
      })
    expect(meant('of-plan', '117.62%', '17.62')).toBe('117.62% is the percentage of the plan; the excess is 17.62%')
    expect(meant('beyond-plan', '18%', '118')).toBe('18% is the excess over the plan; the completion is 118%')
    expect(meant('of-start', '100.56%', '0.56')).toBe(
      '100.56% is the percentage of the earlier figure; the change is 0.56%',
    )
  })

  it('names the slip that would make it right, with both numbers', () => {
    const correction = (key: 'actual' | 'completion', text: string, corrected: string) => {
      const number_ = printed(text)
      return {
        key,
        printed: number_,
        figure: number_.figure,
        corrected: number(corrected),
        decimals: corrected.split('.')[1]?.length ?? 0,
      }
    }
    const slip = (kind: 'decimal-shift' | 'swapped-inputs', corrections: readonly ReturnType<typeof correction>[]) =>
      told({
        verdict: 'inconsistent',
        why: { kind: 'differs', by: number('-5'), slip: { kind, corrections }, other: null },
      })
    expect(
      slip('decimal-shift', [correction('actual', '1892.3', '18923'), correction('completion', '11.8%', '118')]),
    ).toBe('too low by 5 pp; fits with the decimal mark shifted: actual 18,923 or completion 118%')
    expect(slip('swapped-inputs', [correction('actual', '5', '6'), correction('completion', '6', '5')])).toBe(
      'too low by 5 pp; fits with actual and completion swapped',
    )
  })
})

describe('a judgement worked out', () => {
  it('gives every number as printed and read, with place and what it may stand for, formula, rounding and verdict', () => {
    const sheet = renderAuditSheets(
      auditOf([auditedClaim(jobs, [jobsJudged]), claims[2] ?? auditedClaim(jobs, [])]),
      en,
    )
    expect(`\n${sheet}`).toBe(`
jobs-2017
claims.yaml:5:9 · source: Báo Dân sinh
“giải quyết việc làm mới cho 18.923 lao động đạt 118% kế hoạch năm”

Completion
  printed         118%
                  claims.yaml:8:17
  actual          18923, read as 18,923
                  taken as exact
                  claims.yaml:8:17
  formula         attainment
  implied target  actual ÷ completion
                  18,923 ÷ 118.5% = 15,968.776371…
                  18,923 ÷ 117.5% = 16,104.680851…
                  15,968.78 < t ≤ 16,104.68
                  the roundest number in it is 16,000
  verdict         Implied

complaints
claims.yaml:5:9
“printed 113%”

Completion
  printed  113%
           claims.yaml:20:17
  actual   92
           taken as exact
           claims.yaml:8:17
  target   80-90
           claims.yaml:8:17
  formula  range: actual ÷ upper end
           = 92 ÷ 90
           = 102.222222…%
  rounded  102%, rounded half-up to 0 decimals
  verdict  Inconsistent
           too high by 10.78 pp

Outcome
  printed  Vượt
           claims.yaml:8:17
  verdict  Undecided
           target is rounded; the exact figure would settle it

3 figures in 2 claims: 1 inconsistent · 1 undecided · 1 implied
`)
  })

  it('is the same in Markdown, and holds everything in Vietnamese', () => {
    const markdown = renderAuditSheetsMarkdown(audit, vi)
    expect(markdown).toContain('## complaints')
    expect(markdown).toContain('### % hoàn thành')
    expect(markdown).toContain('- **công thức** khoảng kế hoạch: thực hiện ÷ cận trên<br>= 92 ÷ 90<br>= 102,222222…%')
    expect(renderAuditSheets(auditOf(everyReason()), vi)).not.toMatch(/undefined|null|\[object/)
  })
})

const context = { problems: [], complete: true, inputs: [], lang: 'en' } as const

describe('an audit for programs', () => {
  it('is JSON with numbers digit for digit, as its schema says, for every reason', () => {
    const validate = new Ajv2020({ logger: false, allErrors: true }).compile(jsonSchemas.audit)
    for (const each of [audit, auditOf(everyReason(), { unread: 2 }), auditOf([])]) {
      validate(JSON.parse(String(renderAuditJson(each, context))))
      expect(validate.errors).toBe(null)
    }
    const text = String(renderAuditJson(audit, context))
    expect(text).toContain('"low": 15968.776371308017,')
    expect(text).toContain('"computed": 102.222222222222,')
    const [first, , third] = JSON.parse(text).claims
    expect(first).toMatchObject({ id: 'jobs-2017', source: 'Báo Dân sinh', line: 5, worst: 'implied' })
    expect(first.judgements[0]).toMatchObject({ claimed: 118, computed: null, unit: 'percent', reason: 'implied' })
    expect(third.judgements[1]).toMatchObject({ claimed: 'Vượt', reason: 'not-exact' })
  })

  it('counts judgements by verdict, and says what breaks it', () => {
    const json = JSON.parse(String(renderAuditJson(auditOf(claims, { failOn: ['undecided'] }), context)))
    expect(json.summary).toMatchObject({ implied: 2, wording: 1, undecided: 1, inconsistent: 1, consistent: 0 })
    expect([json.failOn, json.broken]).toEqual([['undecided'], true])
    expect(JSON.parse(String(renderAuditJson(auditOf(claims.slice(0, 2)), context))).broken).toBe(false)
  })

  it('is CSV with a row for each figure, and one for a claim without any', () => {
    const csv = renderAuditCsv(auditOf([...claims, auditedClaim(claim({}, { id: 'empty' }), [])]))
    const rows: Record<string, string>[] = parse(csv, { columns: true })
    expect(rows.map((row) => `${row['claim']} ${row['what']} ${row['verdict']}`)).toEqual([
      'jobs-2017 completion implied',
      'poverty-2017 completion implied',
      'poverty-2017 change wording',
      'complaints completion inconsistent',
      'complaints verdict undecided',
      'empty  ',
    ])
    expect(rows[0]).toMatchObject({
      ...{ claimed: '118', computed: '', unit: 'percent', target_roundest: '16000', target_high_open: 'false' },
      ...{ text: 'giải quyết việc làm mới cho 18.923 lao động đạt 118% kế hoạch năm', file: 'claims.yaml', line: '5' },
    })
    expect(rows[4]).toMatchObject({ claimed: 'Vượt', computed: '', unit: 'number' })
  })

  it('is Markdown with the sentence and the place in the first row of a claim', () => {
    const [table] = markdownTables(renderAuditMarkdown(audit, { lang: 'en', decimals: null }))
    expect(table?.columns).toBe(7)
    expect(table?.rows).toHaveLength(5)
    expect(renderAuditMarkdown(audit, { lang: 'en', decimals: null })).toContain('**Inconsistent**')
    expect(renderAuditMarkdown(auditOf([]), { lang: 'en', decimals: null })).toBe('')
  })

  it('is JUnit that is red where the audit is broken, and skips what could not be held against anything', async () => {
    const empty = auditedClaim(claim({}, { id: null }), [])
    const texts = [auditOf([...claims, empty]), auditOf(claims, { failOn: ['undecided', 'wording'] })].map((each) =>
      renderAuditJunit(each, { problems: [], lang: 'en' }),
    )
    const [usual, strict] = (await junitDocuments(texts)).map((document) =>
      elementsOf(document, 'testcase').map(({ attributes, children }) => `${attributes['name']}: ${children[0]?.name}`),
    )
    expect(usual).toEqual([
      ...['jobs-2017 completion: system-out', 'poverty-2017 completion: system-out'],
      ...['poverty-2017 change: system-out', 'complaints completion: failure', 'complaints verdict: skipped'],
      '5:9: skipped',
    ])
    expect(strict?.slice(2)).toEqual([
      'poverty-2017 change: failure',
      'complaints completion: system-out',
      'complaints verdict: failure',
    ])
  })

  it('annotates what breaks it as an error, and what else is doubtful as a warning, at the printed figure', () => {
    const wrong = problem('empty-file', at('b.yaml', 1, 1), {})
    const commands = linesOf(renderAuditGithub(audit, [wrong], { lang: 'en' }).trimEnd()).map(commandIn)
    expect(
      commands.map((command) => [command?.name, command?.properties['title'], command?.properties['line']]),
    ).toEqual([
      ['warning', 'wording', '8'],
      ['error', 'inconsistent', '20'],
      ['error', 'empty-file', '1'],
    ])
    const sarif = renderAuditSarif(audit, [wrong], { lang: 'vi', version: '1.2.3', inputs: [] })
    expect(sarifFaults(sarif)).toEqual([])
    const [{ results, tool }] = JSON.parse(sarif).runs
    expect(results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${level} ${ruleId}`)).toEqual([
      'warning wording',
      'error inconsistent',
      'error empty-file',
    ])
    expect(results[1].message.text).toBe(
      'complaints: Không khớp: % hoàn thành 113%: tính lại 102,22%; cao hơn 10,78 điểm %.\n“printed 113%”',
    )
    expect(tool.driver.rules).toHaveLength(3)
  })
})
