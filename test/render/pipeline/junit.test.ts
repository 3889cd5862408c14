import { describe, expect, it } from 'vitest'
import { type Problem, problem } from '../../../src/model/problem.ts'
import { renderCheckJunit, renderProblemsJunit, renderReportJunit } from '../../../src/render/pipeline/cases.ts'
import { at, checkResult, finding, policy } from '../../support/check.ts'
import { elementsOf, type JunitElement, junitDocuments } from '../../support/machine-formats.ts'
import { jobs, jobsInPhuLy, missedJobs, trainees } from '../../support/missed-jobs.ts'
import { percent } from '../../support/report.ts'

const en = { problems: [] as Problem[], lang: 'en' } as const
const empty = problem('empty-file', at('plans/plan.yaml', 1, 1), {})
const doubted = problem('published-disagrees', at('plans/plan.yaml', 9, 5), {
  indicator: 'jobs',
  published: '120',
  computed: '118.3',
})

/** The one document that a text is; it also holds to Jenkins' schema, or this throws. */
async function documentOf(text: string): Promise<JunitElement> {
  const [document] = await junitDocuments([text])
  if (!document) throw new Error('there is no document')
  return document
}

/** What became of each case, by its name. */
function outcomesOf(document: JunitElement): Record<string, string> {
  const cases = elementsOf(document, 'testcase')
  return Object.fromEntries(
    cases.map(({ attributes, children }) => [attributes['name'], children[0]?.name ?? 'passed']),
  )
}

describe('a report as JUnit XML', () => {
  const document = documentOf(renderReportJunit(missedJobs, en))

  it('is one suite a plan and one case an indicator and area, named in the words of the plan and by id', async () => {
    expect(outcomesOf(await document)).toEqual({
      'New jobs [jobs]': 'failure',
      'New jobs, Phủ Lý [jobs/phu-ly]': 'skipped',
      'Poverty rate [poverty-rate]': 'failure',
      'Vocational training [trainees]': 'failure',
      'Child-protection project [project]': 'failure',
      'care [care]': 'passed',
      'beds [beds]': 'passed',
      'households [households]': 'skipped',
      'Poverty rate of the highlands [old-rate]': 'failure',
      unread: 'skipped',
    })
    const [suite, ...more] = elementsOf(await document, 'testsuite')
    expect(more).toEqual([])
    expect(suite?.attributes).toEqual({ name: 'ha-nam-2018', tests: '10', failures: '5', errors: '0', skipped: '3' })
    expect((await document).attributes).toEqual({ name: 'pva report', tests: '10', failures: '5', errors: '0' })
    const cases = elementsOf(await document, 'testcase')
    expect(new Set(cases.map(({ attributes }) => attributes['classname']))).toEqual(new Set(['ha-nam-2018']))
  })

  it('says of a failure what the target is, what was reached and where that stands', async () => {
    const failures = elementsOf(await document, 'failure')
    expect(failures.map(({ attributes }) => [attributes['type'], attributes['message']])).toEqual([
      ['missed', 'Missed: New jobs: expected ≥ 16,250, found 15,995 (−255)'],
      ['missed', 'Missed: Poverty rate: expected reduce by 0.3 pp, found −0.18 pp (+0.12 pp)'],
      ['behind', 'Behind: Vocational training: expected 5,125, found 4,812.5 (−312.5)'],
      ['missed', 'Missed: Child-protection project: expected done, found In progress'],
      [
        'not-comparable',
        'Poverty rate of the highlands: Not comparable: standard 2011-2015 in the baseline, 2016-2020 in the result',
      ],
    ])
    expect(failures[0]?.text).toBe(`${failures[0]?.attributes['message']}\nplans/2018-actuals.yaml:14:13`)
  })

  it('has the plan and the date in its properties, and no time, so that the same input gives the same text', async () => {
    const properties = elementsOf(await document, 'property').map(({ attributes }) => Object.values(attributes))
    expect(properties).toEqual([
      ['title', 'Targets of 2018'],
      ['period', '2018'],
      ['as-of', '2018-12-31'],
    ])
    expect(renderReportJunit(missedJobs, en)).not.toMatch(/time/)
  })

  it('has problems as a suite of their own: errors fail, warnings pass and say what of', async () => {
    const withProblems = await documentOf(renderReportJunit(missedJobs, { ...en, problems: [empty, doubted] }))
    const [, suite] = elementsOf(withProblems, 'testsuite')
    expect(suite?.attributes).toEqual({ name: 'problems', tests: '2', failures: '0', errors: '1', skipped: '0' })
    expect(suite && outcomesOf(suite)).toEqual({ 'empty-file 1:1': 'error', 'published-disagrees 9:5': 'system-out' })
  })

  it('is well-formed where there is nothing at all', async () => {
    expect((await documentOf(renderReportJunit({ plans: [] }, en))).attributes).toMatchObject({ tests: '0' })
  })
})

describe('a check as JUnit XML', () => {
  it('fails where a finding breaks the policy and nowhere else', async () => {
    const document = await documentOf(renderCheckJunit(checkResult([finding(jobs)]), missedJobs, en))
    expect(outcomesOf(document)).toMatchObject({
      'New jobs [jobs]': 'failure',
      'Poverty rate [poverty-rate]': 'passed',
      'New jobs, Phủ Lý [jobs/phu-ly]': 'skipped',
      'households [households]': 'skipped',
      'Poverty rate of the highlands [old-rate]': 'skipped',
    })
    expect(document.attributes).toMatchObject({ tests: '10', failures: '1', errors: '0' })
  })

  it('tells of what is not reported as a failure where the policy asks for it', async () => {
    const findings = [finding(jobsInPhuLy, { rule: 'not-reported' })]
    const document = await documentOf(renderCheckJunit(checkResult(findings), missedJobs, en))
    expect(outcomesOf(document)).toMatchObject({ 'New jobs, Phủ Lý [jobs/phu-ly]': 'failure' })
  })

  it('counts several findings of one indicator as one failure that names them all', async () => {
    const both = [
      finding(jobs),
      finding(jobs, { rule: 'achievement-fell', expected: percent('107'), found: percent('98.43') }),
    ]
    const document = await documentOf(renderCheckJunit(checkResult(both), missedJobs, en))
    expect(document.attributes).toMatchObject({ failures: '1' })
    const [failure] = elementsOf(document, 'failure')
    expect(failure?.text).toContain('Missed: New jobs')
    expect(failure?.text).toContain('Completion fell: New jobs: before 107.0%, now 98.4% (−8.6 pp)')
  })

  it('lets warnings pass until there are more than the policy allows', async () => {
    const warned = [finding(jobs, { severity: 'warn' })]
    const policies = [policy('ha-nam-2018', { maxWarnings: 1 })]
    const within = await documentOf(renderCheckJunit(checkResult(warned, { policies }), missedJobs, en))
    expect(outcomesOf(within)).toMatchObject({ 'New jobs [jobs]': 'system-out', warnings: 'passed' })
    const beyond = checkResult(warned, { policies, warnings: 2, broken: true })
    expect(outcomesOf(await documentOf(renderCheckJunit(beyond, missedJobs, en)))).toMatchObject({
      warnings: 'failure',
    })
  })

  it('skips what the policy does not look at', async () => {
    const off = { severity: 'off', min: null, failOn: [] } as const
    const policies = [policy('ha-nam-2018', { indicators: new Map([['trainees', off]]) })]
    const document = await documentOf(renderCheckJunit(checkResult([], { policies }), missedJobs, en))
    expect(outcomesOf(document)).toMatchObject({ 'Vocational training [trainees]': 'skipped' })
    expect(trainees.verdict).toBe('behind')
  })

  it('has a case for what has gone since an earlier report, its plan gone or not', async () => {
    const gone = { rule: 'vanished', line: null, expected: 'met', found: null, at: null } as const
    const findings = [
      finding(jobs, { ...gone, indicator: 'old' }),
      finding(jobs, { ...gone, plan: 'ha-nam-2017', area: 'phu-ly' }),
    ]
    const document = await documentOf(renderCheckJunit(checkResult(findings), missedJobs, en))
    expect(outcomesOf(document)).toMatchObject({ old: 'failure', 'jobs/phu-ly': 'failure' })
    expect(elementsOf(document, 'testsuite').map(({ attributes }) => attributes['name'])).toEqual([
      'ha-nam-2018',
      'ha-nam-2017',
    ])
  })
})

describe('problems as JUnit XML', () => {
  it('is one suite a file, those without a problem too, and one case a code and place', async () => {
    const again = problem('unknown-key', at('plans/plan.yaml', 3, 1), { key: 'a', suggestion: null })
    const twice = problem('unknown-key', at('plans/plan.yaml', 3, 1), { key: 'b', suggestion: null })
    const nowhere = problem('nothing-to-do', null, { why: 'no-plan', where: 'plans' })
    const files = ['plans/actuals.yaml', 'plans/plan.yaml']
    const text = renderProblemsJunit([empty, again, twice, doubted, nowhere], { lang: 'vi', files })
    const suites = elementsOf(await documentOf(text), 'testsuite')
    expect(suites.map((suite) => [suite.attributes['name'], outcomesOf(suite)])).toEqual([
      ['plans/actuals.yaml', { 'không có vấn đề nào': 'passed' }],
      [
        'plans/plan.yaml',
        { 'empty-file 1:1': 'error', 'unknown-key 3:1': 'error', 'published-disagrees 9:5': 'system-out' },
      ],
      ['input', { 'nothing-to-do': 'error' }],
    ])
    const [, unknown] = elementsOf(await documentOf(text), 'error')
    expect(unknown?.attributes).toEqual({ type: 'unknown-key', message: 'không có khoá `a`' })
    expect(unknown?.text).toBe(
      'plans/plan.yaml:3:1 lỗi unknown-key: không có khoá `a`\nBỏ khoá này.\n\n' +
        'plans/plan.yaml:3:1 lỗi unknown-key: không có khoá `b`\nBỏ khoá này.',
    )
  })
})
