import { describe, expect, it } from 'vitest'
import { type ReadFile, readInput } from '../../src/read/input.ts'
import { actualsText, placed, planText, read } from './support.ts'

const plan = planText('- { id: jobs, name: Jobs, target: 5 }')

function found(text: string | Uint8Array, path = 'input.yaml'): ReadFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return readInput({ path, bytes, named: false })
}

const codes = ({ problems }: ReadFile) => problems.map(({ code }) => code)

describe('a file', () => {
  it('may hold plans and results together', () => {
    const { plans, observations, problems } = read(`${plan}---\n${actualsText('results: { jobs: 4 }')}`)
    expect(problems).toEqual([])
    expect([plans.length, observations.length]).toEqual([1, 1])
  })

  it('may be JSON, whose numbers follow JSON whatever is declared', () => {
    const text = JSON.stringify({
      kind: 'actuals',
      plan: 'p',
      period: '2018',
      numbers: 'vi',
      results: { a: 16.25, b: '16.250', c: null, d: 0 },
    }).replace('"d":0', '"d":2.5e3')
    const { observations, problems } = read(text, 'results.json')
    expect(problems).toEqual([])
    expect(observations.map(({ value }) => String(value?.value))).toEqual(['16.25', '16250', '2500'])
  })

  it('reads the same with a byte-order mark and with Windows line ends', () => {
    const { plans, problems } = read(`\ufeff${plan.replaceAll('\n', '\r\n')}`)
    expect(problems).toEqual([])
    expect(plans[0]).toMatchObject({ at: { line: 2, column: 5 } })
  })

  it('has its places counted in the text as it is, with Windows line ends and decomposed letters', () => {
    const text = planText('- { id: jobs, name: "Việc làm", target: x }').normalize('NFD').replaceAll('\n', '\r\n')
    // Decomposed, "Việc làm" has three code units more than composed, where x is in column 43.
    expect(placed(read(text).problems)).toEqual(['7:46 not-a-number'])
  })

  it.each([
    ['', 'empty-file'],
    ['# nothing yet\n\n', 'empty-file'],
    ['---\n---\n', 'empty-file'],
    ['[1, 2]', 'bad-value'],
    ['just text', 'bad-value'],
    ['title: x', 'missing-key'],
    ['kind: register', 'bad-value'],
    ['kind: [plan]', 'bad-value'],
    ['kind: plan\u0000', 'yaml-syntax'],
    ['kind: "plan', 'yaml-syntax'],
    ['['.repeat(100), 'too-deep'],
  ])('named on the command line has to be ours: %j', (text, code) => {
    const file = read(text)
    expect(codes(file)).toEqual([code])
    expect(file.skipped).toBe(false)
  })

  it('suggests the kind that was meant', () => {
    expect(read('kind: actual').problems).toMatchObject([
      { code: 'bad-value', at: { line: 1, column: 7 }, args: { written: 'actual', suggestion: 'actuals' } },
    ])
  })

  it('says at which byte it is no UTF-8', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x6b, 0x00])
    expect(readInput({ path: 'f', bytes: utf16, named: true }).problems).toMatchObject([
      { code: 'not-utf8', args: { byte: 0 } },
    ])
  })
})

describe('a file found in a folder', () => {
  it.each([
    ['version: 3\nservices: {}', 'another kind of YAML'],
    ['{"name": "package"}', 'another kind of JSON'],
    ['kind: Deployment', 'another kind'],
    ['[1, 2]', 'no map'],
    ['{{ .Values.name }}: [', 'no YAML at all'],
    ['['.repeat(100), 'nested too deeply'],
  ])('is skipped without a problem: %j, %s', (text) => {
    expect(found(text)).toMatchObject({ skipped: true, problems: [] })
  })

  it.each([
    ['kind: plan\nid: [', 'yaml-syntax'],
    ['# Kế hoạch\n"kind": "actuals"\nx: \u0000', 'yaml-syntax'],
    ['', 'empty-file'],
  ])('is not skipped where it was meant for us: %j', (text, code) => {
    expect(codes(found(text))).toEqual([code])
  })

  it('is not skipped where it was meant for us and is no UTF-8', () => {
    expect(codes(found(Uint8Array.from([...new TextEncoder().encode('kind: plan\ntitle: '), 0xff])))).toEqual([
      'not-utf8',
    ])
    expect(found(Uint8Array.from([0xff, 0xd8, 0xff]))).toMatchObject({ skipped: true })
  })

  it('with one document of ours has to be ours throughout', () => {
    expect(codes(found(`${plan}---\nkind: other\n`))).toEqual(['bad-value'])
  })
})

describe('a document that is not YAML', () => {
  it('leaves what it speaks of known: the plan is unread, not unknown', () => {
    const { plans, unreadPlans, problems } = read(`${plan}note: "open\n`)
    expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax'])
    expect([plans, unreadPlans]).toEqual([[], ['p']])
  })

  it('leaves its results unread, not unreported', () => {
    const { observations, unreadResults, references, problems } = read(
      actualsText('results:\n  jobs: 5\n  more: !!int 6'),
    )
    expect(problems.map(({ code }) => code)).toEqual(['yaml-refused'])
    expect(observations).toEqual([])
    expect(unreadResults.map(({ indicator }) => indicator)).toEqual(['jobs', 'more'])
    expect(references).toMatchObject([{ plan: 'p' }])
  })

  it('does not keep the others of its file from being read', () => {
    const { plans, problems } = read(`kind: actuals\nresults: {\n---\n${plan}`)
    expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax'])
    expect(plans).toHaveLength(1)
  })
})

describe('a file found in a folder that is full of slips', () => {
  it.each(['"\n', '---\n]\n', 'kind: \n"'])(
    'is passed over in no time to speak of, two hundred thousand characters of %j',
    (flood) => {
      expect(found(flood.repeat(Math.floor(200_000 / flood.length)))).toMatchObject({ skipped: true, problems: [] })
    },
    30_000,
  )
})

describe('aliases', () => {
  it('repeat what they stand for', () => {
    const { plans, problems } = read(
      planText('- { id: a, name: &n Name, target: &t { at_least: 5 } }\n- { id: b, name: *n, target: *t }'),
    )
    expect(problems).toEqual([])
    expect(plans[0]?.indicators[1]).toMatchObject({ name: { en: 'Name' }, target: { target: { kind: 'at_least' } } })
  })

  it('that explode are one problem, found at once', () => {
    const levels = Array.from({ length: 15 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    )
    expect(codes(read(`kind: plan\n${levels.join('\n')}\n`))).toEqual(['alias-bomb'])
  })
})
