import { describe, expect, it } from 'vitest'
import { problem } from '../../../src/model/problem.ts'
import { renderCheckGithub, renderProblemsGithub } from '../../../src/render/pipeline/github.ts'
import { at, checkResult, finding } from '../../support/check.ts'
import { commandIn } from '../../support/machine-formats.ts'
import { jobs, jobsInPhuLy } from '../../support/missed-jobs.ts'
import { percent } from '../../support/report.ts'

const en = { lang: 'en' } as const

describe('problems as commands of GitHub', () => {
  it('stand at their place, with their code and what to write instead', () => {
    const ambiguous = problem('empty-file', at('plans/ha-nam/2018.yaml', 14, 13), {})
    expect(renderProblemsGithub([ambiguous], en)).toBe(
      '::error file=plans/ha-nam/2018.yaml,line=14,col=13,endColumn=19,title=empty-file::this file is empty%0A' +
        'Begin it with `kind: plan` or `kind: actuals`, or remove it.\n',
    )
  })

  it('are warnings where the fact is only doubted', () => {
    const doubted = problem('published-disagrees', at('a.yaml', 1, 1), {
      indicator: 'jobs',
      published: '120',
      computed: '118.3',
    })
    expect(commandIn(renderProblemsGithub([doubted], { lang: 'vi' }))).toEqual({
      name: 'warning',
      properties: { file: 'a.yaml', line: '1', col: '1', endColumn: '7', title: 'published-disagrees' },
      data: 'số đã công bố về `jobs` là 120%, nhưng tính từ số liệu được 118,3%\nKiểm tra lại kế hoạch, kết quả và số đã công bố.\n',
    })
  })

  it('escape what ends a property or a line, so that a path stays one path', () => {
    const file = 'ke hoach, 100%: 2018.yaml'
    const text = renderProblemsGithub([problem('empty-file', at(file, 1, 1), {})], en)
    expect(text).toContain('file=ke hoach%2C 100%25%3A 2018.yaml,')
    expect(commandIn(text)?.properties['file']).toBe(file)
  })

  it('keep the name of a file as its system has it, letters with loose marks too', () => {
    const file = 'kế hoạch.yaml'.normalize('NFD')
    expect(commandIn(renderProblemsGithub([problem('empty-file', at(file, 1, 1), {})], en))?.properties['file']).toBe(
      file,
    )
  })

  it('name the place in words where there is no file to show it in', () => {
    const text = renderProblemsGithub([problem('empty-file', at('<stdin>', 1, 1), {})], en)
    expect(text).toMatch(/^::error title=empty-file::<stdin>:1:1%0Athis file is empty%0A/)
    const nowhere = problem('nothing-to-do', null, { why: 'no-folder', where: 'plans' })
    expect(renderProblemsGithub([nowhere], en)).toMatch(/^::error title=nothing-to-do::no files were named/)
  })

  it('are nothing where there is no problem', () => {
    expect(renderProblemsGithub([], en)).toBe('')
  })
})

describe('findings as commands of GitHub', () => {
  it('say what was asked for, what was found and by how much they differ', () => {
    const min = { rule: 'below-min', severity: 'warn', expected: percent('100'), found: percent('98.43') } as const
    const text = renderCheckGithub(checkResult([finding(jobs), finding(jobs, min)]), [], en)
    expect(text.trimEnd().split('\n').map(commandIn)).toMatchObject([
      {
        name: 'error',
        properties: { file: 'plans/2018-actuals.yaml', line: '14', col: '13', endColumn: '19', title: 'missed' },
        data: 'Missed: New jobs: expected ≥ 16,250, found 15,995 (−255).',
      },
      { name: 'warning', data: 'Below the minimum: New jobs: expected 100%, found 98.4% (−1.6 pp).' },
      { name: 'notice', properties: { title: 'check' } },
    ])
  })

  it('come before the problems, and have no place where it is gone', () => {
    const gone = finding(jobsInPhuLy, { rule: 'vanished', line: null, expected: 'met', found: null, at: null })
    const problems = [problem('empty-file', at('a.yaml', 1, 1), {})]
    const [first, summary, second] = renderCheckGithub(checkResult([gone]), problems, en).split('\n')
    expect(first).toBe('::error title=vanished::No longer listed: jobs/phu-ly: before Met.')
    expect(summary).toMatch(/^::notice title=check::19 targets checked as of 31 December 2018: /)
    expect(second).toMatch(/^::error file=a.yaml/)
  })
})
