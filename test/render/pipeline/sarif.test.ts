import { describe, expect, it } from 'vitest'
import { findingRules } from '../../../src/model/check.ts'
import { claimVerdicts } from '../../../src/model/claim.ts'
import { type ProblemCode, problem, problemSeverities } from '../../../src/model/problem.ts'
import { renderCheckSarif, renderProblemsSarif } from '../../../src/render/pipeline/sarif.ts'
import { ruleTexts } from '../../../src/render/words/problems/rule-texts.ts'
import { at, checkResult, finding } from '../../support/check.ts'
import { sarifFaults } from '../../support/machine-formats.ts'
import { jobs } from '../../support/missed-jobs.ts'

const options = { lang: 'en', version: '1.2.3', inputs: [] } as const
const runOf = (text: string) => JSON.parse(text).runs[0]

const empty = problem('empty-file', at('plans/ha-nam/2018.yaml', 14, 13), {})
const doubted = problem('published-disagrees', null, { indicator: 'jobs', published: '120', computed: '118.3' })

describe('a SARIF log', () => {
  it('is valid by the official schema, with problems and without, findings too', () => {
    const inputs = [{ file: 'plans/ha-nam/2018.yaml', sha256: 'ab'.repeat(32), bytes: 9 }]
    for (const lang of ['en', 'vi'] as const) {
      expect(sarifFaults(renderProblemsSarif([], { ...options, lang }))).toEqual([])
      expect(sarifFaults(renderProblemsSarif([empty, doubted], { ...options, lang, inputs }))).toEqual([])
      expect(sarifFaults(renderCheckSarif(checkResult([finding(jobs)]), [empty], { ...options, lang }))).toEqual([])
    }
  })

  it('names the program, its version, and how columns are counted', () => {
    const { tool, columnKind, results } = runOf(renderProblemsSarif([], options))
    expect(tool.driver).toMatchObject({ name: 'pva', version: '1.2.3', rules: [] })
    expect(columnKind).toBe('utf16CodeUnits')
    expect(results).toEqual([])
  })

  it('has each problem at its place, with the remedy in its message', () => {
    const { results } = runOf(renderProblemsSarif([empty, doubted], options))
    expect(results).toMatchObject([
      {
        ruleId: 'empty-file',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'this file is empty\nBegin it with `kind: plan` or `kind: actuals`, or remove it.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'plans/ha-nam/2018.yaml' },
              region: { startLine: 14, startColumn: 13, endColumn: 19 },
            },
          },
        ],
      },
      { ruleId: 'published-disagrees', ruleIndex: 1, level: 'warning', locations: [] },
    ])
  })

  it('describes each rule that occurs, once', () => {
    const { tool } = runOf(renderCheckSarif(checkResult([finding(jobs)]), [empty, empty], options))
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['empty-file', 'missed'])
    for (const { shortDescription, fullDescription, help } of tool.driver.rules) {
      expect([shortDescription.text, fullDescription.text, help.text].every((text) => text.length > 0)).toBe(true)
    }
  })

  it('takes findings for results of their severity', () => {
    const { results } = runOf(renderCheckSarif(checkResult([finding(jobs, { severity: 'warn' })]), [], options))
    expect(results).toMatchObject([
      {
        ruleId: 'missed',
        level: 'warning',
        message: { text: 'Missed: New jobs: expected ≥ 16,250, found 15,995 (−255).' },
      },
    ])
  })

  it.each([
    ['kế hoạch/Hà Nam 2018.yaml', 'k%E1%BA%BF%20ho%E1%BA%A1ch/H%C3%A0%20Nam%202018.yaml'],
    ['a:b/100%#1?.yaml', 'a%3Ab/100%25%231%3F.yaml'],
    ['../plan.yaml', '../plan.yaml'],
    ['/srv/plans/plan.yaml', 'file:///srv/plans/plan.yaml'],
    ['C:/plans/plan.yaml', 'file:///C:/plans/plan.yaml'],
    ['<stdin>', '%3Cstdin%3E'],
    ['half \ud800.yaml', 'half%20%EF%BF%BD.yaml'],
  ])('writes the path %s as the URI %s', (file, uri) => {
    const text = renderProblemsSarif([problem('empty-file', at(file, 1, 1), {})], options)
    expect(runOf(text).results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
    expect(sarifFaults(text)).toEqual([])
  })

  it('lists the files that were read', () => {
    const inputs = [{ file: 'a b.yaml', sha256: 'ab'.repeat(32), bytes: 9 }]
    expect(runOf(renderProblemsSarif([], { ...options, inputs })).artifacts).toEqual([
      { location: { uri: 'a%20b.yaml' }, length: 9, hashes: { 'sha-256': 'ab'.repeat(32) } },
    ])
  })
})

describe('the description of rules', () => {
  const codes: readonly string[] = [
    ...(Object.keys(problemSeverities) as ProblemCode[]),
    ...findingRules,
    ...claimVerdicts,
  ]

  it.each(['en', 'vi'] as const)('has full sentences for every code in %s', (lang) => {
    for (const [code, [what, help]] of Object.entries(ruleTexts[lang])) {
      expect(codes).toContain(code)
      for (const text of [what, help]) expect(text, code).toMatch(/^[\p{Lu}].*\.$/u)
    }
    expect(Object.keys(ruleTexts[lang])).toHaveLength(codes.length)
  })
})
