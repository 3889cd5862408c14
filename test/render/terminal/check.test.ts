import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { problem } from '../../../src/model/problem.ts'
import { renderCheckCsv, renderCheckJson } from '../../../src/render/data/check.ts'
import { displayWidth } from '../../../src/render/figure/safe-text.ts'
import { at, checkResult, finding, policy } from '../../support/check.ts'
import { markdownTables } from '../../support/machine-formats.ts'
import { jobs, jobsInPhuLy, met, povertyRate, project, trainees } from '../../support/missed-jobs.ts'
import { renderCheck, renderCheckMarkdown } from '../../support/rendered.ts'
import { number, percent } from '../../support/report.ts'

const en = { lang: 'en', width: 80, color: false, unicode: true, quiet: false } as const
const vi = { ...en, lang: 'vi' } as const

const belowMin = { rule: 'below-min', expected: percent('100'), found: percent('98.43') } as const
const gone = { rule: 'vanished', indicator: 'old', line: null, expected: 'met', found: null, at: null } as const

const everyRule = [
  finding(jobs),
  finding(jobsInPhuLy, { rule: 'not-reported' }),
  finding(povertyRate),
  finding(trainees, { rule: 'behind' }),
  finding(project),
  finding(jobs, belowMin),
  finding(jobs, { rule: 'no-longer-met', severity: 'warn', expected: 'met', found: 'missed' }),
  finding(jobs, { rule: 'achievement-fell', expected: percent('98.43'), found: percent('98.42') }),
  finding(jobs, { rule: 'revised', expected: number('16001'), found: number('15995') }),
  finding(jobs, gone),
]

const clean = checkResult([])

describe('a check as text', () => {
  it('prints the policy in force, what breaks it with both figures and the place, and one line that sums up', () => {
    expect(`\n${renderCheck(checkResult(everyRule), en)}`).toBe(`
Policy of ha-nam-2018: fails on missed, behind, not reported

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Indicator                 Finding              Expected        Found  Difference
────────────────────────────────────────────────────────────────────────────────
New jobs                  Missed               ≥ 16,250       15,995        −255
  plans/2018-actuals.yaml:14:13
New jobs, Phủ Lý          Not reported          ≥ 3,500            –
  plans/2018-actuals.yaml:14:13
Poverty rate              Missed              reduce by     −0.18 pp    +0.12 pp
                                                 0.3 pp
  plans/2018-actuals.yaml:14:13
Vocational training       Behind                  5,125      4,812.5      −312.5
  plans/2018-actuals.yaml:14:13
Child-protection project  Missed                   done  In progress
  plans/2018-actuals.yaml:14:13
New jobs                  Below the                100%        98.4%     −1.6 pp
                          minimum
  plans/2018-actuals.yaml:14:13
New jobs                  No longer met             Met       Missed
                          (warning)                         (15,995)
  plans/2018-actuals.yaml:14:13
New jobs                  Completion fell        98.43%       98.42%    −0.01 pp
  plans/2018-actuals.yaml:14:13
New jobs                  Revised for the        16,001       15,995          −6
                          worse
  plans/2018-actuals.yaml:14:13
old                       No longer listed          Met            –
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

19 targets checked as of 31 December 2018: 9 errors, 1 warning. Check failed.
`)
  })

  it('speaks Vietnamese as reports do', () => {
    const findings = [finding(jobs), finding(jobs, belowMin), finding(trainees, { rule: 'behind' })]
    expect(`\n${renderCheck(checkResult(findings), vi)}`).toBe(`
Quy định kiểm tra của ha-nam-2018: tính là lỗi khi không đạt, chậm tiến độ,
  chưa có số liệu

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Chỉ tiêu                 Đánh giá             Yêu cầu  Thực tế   Chênh lệch
───────────────────────────────────────────────────────────────────────────
Giải quyết việc làm mới  Không đạt           ≥ 16.250   15.995         −255
  plans/2018-actuals.yaml:14:13
Giải quyết việc làm mới  Dưới mức tối thiểu      100%    98,4%  −1,6 điểm %
  plans/2018-actuals.yaml:14:13
Đào tạo nghề             Chậm tiến độ           5.125  4.812,5       −312,5
  plans/2018-actuals.yaml:14:13
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

Đã kiểm tra 19 chỉ tiêu, tính đến 31/12/2018: 3 lỗi. Không đáp ứng quy định.
`)
  })

  it('never shows a figure that falls short as what was asked for', () => {
    const close = finding(jobs, { ...belowMin, found: percent('99.96875') })
    expect(renderCheck(checkResult([close]), en)).toMatch(/100% +99\.97% +−0\.03 pp/)
    const high = finding(jobs, { ...belowMin, expected: percent('97.25'), found: percent('97.249') })
    expect(renderCheck(checkResult([high]), en)).toMatch(/97\.25% +97\.249% +−0\.001 pp/)
  })

  it('says in one line that there are no findings, and with quiet nothing', () => {
    expect(renderCheck(clean, en)).toBe(
      'Policy of ha-nam-2018: fails on missed, behind, not reported\n\n19 targets checked as of 31 December 2018: no findings.\n',
    )
    expect(renderCheck({ ...clean, checked: 1 }, { ...vi, quiet: true })).toBe('')
  })

  it('tells warnings from errors, and how many are let pass when there are more', () => {
    const warned = [finding(jobs, { severity: 'warn' })]
    expect(renderCheck(checkResult(warned), en)).toContain(
      '19 targets checked as of 31 December 2018: 1 warning. Check passed.',
    )
    const policies = [policy('ha-nam-2018', { maxWarnings: 0 })]
    const tooMany = checkResult(warned, { policies, warnings: 3, broken: true })
    expect(renderCheck(tooMany, en)).toContain('31 December 2018: 3 warnings (at most 0). Check failed.')
    expect(renderCheck(tooMany, vi)).toContain(
      'Đã kiểm tra 19 chỉ tiêu, tính đến 31/12/2018: 3 cảnh báo (tối đa 0). Không đáp\nứng quy định.',
    )
  })

  it('prints what is asked of single indicators, and what a plan was not granted', () => {
    const failOn = ['behind', 'not-reported'] as const
    const general = { severity: 'error', min: percent('95'), failOn } as const
    const indicators = new Map([
      ['beds', { ...general, severity: 'off' as const }],
      ['jobs', { ...general, min: percent('99.5') }],
      ['care', { ...general, severity: 'warn' as const, min: null, failOn: [] }],
    ])
    const refused = [
      { indicator: null, key: 'min' },
      { indicator: 'jobs', key: 'severity' },
    ] as const
    const policies = [policy('ha-nam-2018', { general, indicators, refused, maxWarnings: 1 })]
    expect(renderCheck({ ...clean, policies }, en).split('\n\n')[0]).toBe(
      [
        'Policy of ha-nam-2018: fails on behind, not reported; completion at least 95%;',
        '  at most 1 warning',
        '  beds: not checked',
        '  jobs: completion at least 99.5%',
        '  care: only a warning, no minimum, no verdict fails',
        '  Ignored, because the policy file is stricter than the plan: min',
        '  Ignored, because the policy file is stricter than the plan: severity (jobs)',
      ].join('\n'),
    )
  })

  it('names the plan of each finding where there are several, and plans of one policy together', () => {
    const policies = [policy('ha-nam-2017'), policy('ha-nam-2018'), policy('quang-nam-2019', { maxWarnings: 0 })]
    const findings = [finding(jobs, { plan: 'ha-nam-2017' }), finding(jobs)]
    const text = renderCheck(checkResult(findings, { policies }), en)
    expect(text).toMatch(
      /^Policy of ha-nam-2017, ha-nam-2018: .*\nPolicy of quang-nam-2019: .*; at most 0\n {2}warnings\n/,
    )
    expect(text).toMatch(/\nha-nam-2017\nNew jobs .*\n {2}plans.*\n\nha-nam-2018\nNew jobs /)
  })

  it.each([40, 60, 80, 200])('keeps to %i columns, but never breaks a place that is copied or clicked on', (width) => {
    const long = `plans/${'a very long folder '.repeat(6)}plan.yaml`
    const findings = everyRule.map((each) => ({ ...each, at: each.at && at(long, 140, 13) }))
    for (const lang of ['en', 'vi'] as const) {
      const text = renderCheck(checkResult(findings), { ...en, lang, width })
      const lines = text.trimEnd().split('\n')
      expect(lines.filter((line) => displayWidth(line) > width && !line.includes(long))).toEqual([])
      expect(lines.filter((line) => line.trim() === `${long}:140:13`)).toHaveLength(9)
    }
  })

  it('uses no sign beyond ASCII of its own where the terminal cannot show it', () => {
    expect(renderCheck(checkResult([finding(jobs)]), { ...en, unicode: false })).toMatch(/^[\x20-\x7e\n]+$/)
  })
})

describe('a check as Markdown', () => {
  it('begins with what it comes to, and shows every finding in a table of as many columns', () => {
    const text = renderCheckMarkdown(checkResult(everyRule), { lang: 'en' })
    expect(text.startsWith('**19 targets checked as of 31 December 2018: 9 errors, 1 warning. Check failed.**\n')).toBe(
      true,
    )
    const [table, ...more] = markdownTables(text)
    expect(more).toEqual([])
    expect(table?.columns).toBe(6)
    expect(table?.rows).toHaveLength(everyRule.length)
    expect(table?.rows[0]).toEqual([
      'New jobs',
      '**Missed**',
      '≥ 16,250',
      '15,995',
      '−255',
      'plans/2018-actuals.yaml:14:13',
    ])
    expect(table?.rows[6]?.[1]).toBe('No longer met (warning)')
  })

  it('has a column for the plan where there are several', () => {
    const policies = [policy('ha-nam-2017'), policy('ha-nam-2018')]
    const [table] = markdownTables(renderCheckMarkdown(checkResult([finding(jobs)], { policies }), { lang: 'vi' }))
    expect(table?.rows[0]?.[0]).toBe('ha-nam-2018')
    expect(table?.columns).toBe(7)
  })

  it('is the summary and the policy alone where nothing breaks it', () => {
    expect(renderCheckMarkdown(clean, { lang: 'vi' })).toBe(
      '**Đã kiểm tra 19 chỉ tiêu, tính đến 31/12/2018: không có vi phạm.**\n\n' +
        '- Quy định kiểm tra của ha-nam-2018: tính là lỗi khi không đạt, chậm tiến độ, chưa có số liệu\n',
    )
  })
})

describe('a check as JSON', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../schemas/check.schema.json', import.meta.url), 'utf8'))
  const isCheck = new Ajv2020({ allErrors: true, strict: false }).compile(schema)
  const context = { problems: [], complete: true, inputs: [], lang: 'en' } as const
  const jsonOf = (...args: Parameters<typeof checkResult>) =>
    JSON.parse(String(renderCheckJson(checkResult(...args), context)))

  it('holds to its schema, whatever breaks the policy', () => {
    const min = { severity: 'warn', min: percent('99.5'), failOn: [] } as const
    const policies = [
      policy('ha-nam-2018', {
        maxWarnings: 2,
        indicators: new Map([['jobs', min]]),
        refused: [{ indicator: null, key: 'max-warnings' }],
      }),
    ]
    const problems = [problem('empty-file', at('a.yaml', 1, 1), {})]
    const inputs = [{ file: 'a.yaml', sha256: 'ab'.repeat(32), bytes: 9 }]
    for (const result of [clean, checkResult(everyRule, { policies })]) {
      isCheck(JSON.parse(String(renderCheckJson(result, { ...context, complete: false, problems, inputs }))))
      expect(isCheck.errors ?? []).toEqual([])
    }
  })

  it('has what was asked for and found as numbers or verdicts, percentages as percentages', () => {
    const { findings } = jsonOf([
      finding(jobs, { expected: number('16250'), found: number('15995') }),
      finding(jobs, { rule: 'below-min', expected: percent('100'), found: percent('118.26875') }),
      finding(jobs, gone),
    ])
    expect(findings).toEqual([
      {
        plan: 'ha-nam-2018',
        indicator: 'jobs',
        area: null,
        rule: 'missed',
        severity: 'error',
        expected: 16250,
        found: 15995,
        file: 'plans/2018-actuals.yaml',
        line: 14,
        column: 13,
        sheet: null,
        cell: null,
      },
      expect.objectContaining({ expected: 100, found: 118.26875 }),
      expect.objectContaining({ indicator: 'old', expected: 'met', found: null, file: null, line: null }),
    ])
  })

  it('keeps a figure that never ends apart from what was asked for', () => {
    const third = percent('100').dividedBy(number('3'))
    const { findings } = jsonOf([
      finding(jobs, { rule: 'below-min', expected: percent('33.333333333333'), found: third }),
    ])
    expect(findings[0].found).not.toBe(findings[0].expected)
  })

  it('counts what was checked, and says whether the policy is broken', () => {
    const { summary } = jsonOf([finding(jobs), finding(met, { severity: 'warn' })])
    expect(summary).toEqual({ checked: 19, errors: 1, warnings: 1, broken: true })
  })
})

describe('a check as CSV', () => {
  it('has a header and a row a finding, numbers plain', () => {
    const rows = parse(renderCheckCsv(checkResult([finding(jobsInPhuLy, belowMin), finding(jobs, gone)])), {
      columns: true,
    })
    expect(rows).toEqual([
      {
        plan: 'ha-nam-2018',
        indicator: 'jobs',
        area: 'phu-ly',
        rule: 'below-min',
        severity: 'error',
        expected: '100',
        found: '98.43',
        file: 'plans/2018-actuals.yaml',
        line: '14',
        column: '13',
        name_vi: 'Giải quyết việc làm mới',
        name_en: 'New jobs',
        verdict: 'not-reported',
        as_of: '2018-12-31',
        sheet: '',
        cell: '',
      },
      expect.objectContaining({ indicator: 'old', expected: 'met', found: '', file: '', line: '', verdict: '' }),
    ])
  })

  it('is the header alone where there are no findings', () => {
    expect(renderCheckCsv(clean)).toBe(
      'plan,indicator,area,rule,severity,expected,found,file,line,column,name_vi,name_en,verdict,as_of,sheet,cell\n',
    )
  })
})
