import { describe, expect, it } from 'vitest'
import type { Language, Place } from '../../../src/model/figure.ts'
import {
  type ExpectedPhrase,
  type Problem,
  type ProblemArguments,
  type ProblemCode,
  problem,
  problemSeverities,
} from '../../../src/model/problem.ts'
import { problemCount, problemMessage, renderProblems } from '../../../src/render/problem/problems.ts'

const HOSTILE = 'a\u001b[31m\u202eb\u0007\u2028\nc'

const first: Place = { file: `plans/${HOSTILE}.yaml`, line: 3, column: 5, length: 2 }

/** Arguments of every code, with hostile text wherever text of an input may stand. */
const everyProblem: { readonly [Code in ProblemCode]: readonly ProblemArguments[Code][] } = {
  'nothing-to-do': (
    [
      'no-folder',
      'no-files',
      'no-plan',
      'nothing-to-check',
      'no-poverty-rate',
      'no-chain',
      'no-plan-of-period',
      'no-head',
    ] as const
  ).map((why) => ({ why, where: HOSTILE })),
  unreadable: (
    ['missing', 'no-permission', 'not-a-file', 'is-folder', 'not-regular', 'damaged', 'no-match', 'other'] as const
  ).map((why) => ({
    why,
    detail: HOSTILE,
  })),
  'too-large': [{ bytes: 70_000_000, limit: 67_108_864 }],
  'not-utf8': [{ byte: 1234 }],
  'empty-file': [{}],
  'bad-document': (['not-a-zip', 'encrypted', 'too-large', 'broken'] as const).map((why) => ({ why })),
  'left-open': [{ key: HOSTILE }],
  'yaml-syntax': (
    [
      'open-quote',
      'open-bracket',
      'second-colon',
      'no-colon',
      'tab',
      'first-character',
      'unknown-alias',
      'control-character',
      'other',
    ] as const
  ).map((why) => ({ why, detail: HOSTILE })),
  'yaml-refused': (['tag', 'merge-key'] as const).map((why) => ({ why, written: HOSTILE })),
  'too-deep': [{ limit: 64 }],
  'alias-bomb': [{ limit: 10_000 }],
  'text-too-long': [{ length: 1_000_000, limit: 5000 }],
  'too-many': (['plans', 'plans-in-a-row', 'breakdowns', 'lines', 'policies', 'sources'] as const).map((why) => ({
    why,
    limit: 500_000,
  })),
  'not-a-report': [
    { found: HOSTILE, detail: null, expected: 'pva.report/1' },
    { found: null, detail: HOSTILE, expected: 'pva.report/1' },
    { found: null, detail: null, expected: 'pva.report/1' },
  ],
  'table-syntax': (['empty', 'no-objects', 'open-quote', 'after-quote', 'stray-quote'] as const).map((why) => ({
    why,
  })),
  'ragged-row': [
    { cells: 1, columns: 8 },
    { cells: 9, columns: 8 },
  ],
  'duplicate-column': [{ column: HOSTILE, first }],
  'missing-column': [
    {
      column: HOSTILE,
      tables: [],
      suggestion: HOSTILE,
      columns: [HOSTILE],
      option: null,
      heads: [{ rows: [4, 5], names: [HOSTILE] }],
      sheets: [],
    },
    {
      column: HOSTILE,
      tables: [HOSTILE, 'b'],
      suggestion: HOSTILE,
      columns: [HOSTILE],
      option: null,
      heads: [{ rows: [4, 5], names: [HOSTILE] }],
      sheets: [],
    },
    {
      column: HOSTILE,
      tables: [HOSTILE, 'b'],
      suggestion: null,
      columns: [HOSTILE],
      option: null,
      heads: [{ rows: [4, 5], names: [HOSTILE] }],
      sheets: [],
    },
    {
      column: 'period',
      tables: [],
      suggestion: null,
      columns: [],
      option: '--table-period',
      heads: [],
      sheets: [HOSTILE],
    },
  ],
  'unknown-column': [{ column: HOSTILE, suggestion: 'area' }],
  'bad-table': (
    [
      'two-indicators',
      'two-values',
      'no-confidence',
      'two-periods',
      'two-areas',
      'two-conditions',
      'wide',
      'format',
      'form',
    ] as const
  ).map((why) => ({
    why,
    written: 'value',
  })),
  'unread-name': (['no-match', 'no-year'] as const).map((why) => ({
    name: HOSTILE,
    from: 'sheet',
    pattern: HOSTILE,
    tells: 'period',
    why,
  })),
  'plan-not-stated': [
    { plans: [], table: HOSTILE },
    { plans: [HOSTILE, 'p'], table: HOSTILE },
  ],
  'unknown-code': (['indicator', 'area'] as const).map((field) => ({ written: HOSTILE, column: HOSTILE, field })),
  'missing-area': (['keys', 'options'] as const).map((said) => ({ column: HOSTILE, said })),
  'ambiguous-date': [{ written: HOSTILE }],
  'bad-workbook': (
    ['not-a-zip', 'old-format', 'encrypted', 'too-large', 'broken', 'no-sheet', 'too-far', 'too-many-cells'] as const
  ).map((why) => ({ why, tables: [HOSTILE], wanted: '2019', sheets: ['2017', '2018'] })),
  'not-json': (['not-closed', 'not-an-object', 'not-an-array', 'twice', 'other'] as const).map((why) => ({ why })),
  'rows-refused': [
    { refused: 1, rows: 1, shown: 1, allowed: null },
    { refused: 30, rows: 1200, shown: 20, allowed: '1%' },
  ],
  'rows-left-out': [
    { refused: 1, rows: 7, shown: 1 },
    { refused: 30, rows: 1200, shown: 20 },
  ],
  'hidden-cells': [
    { why: 'sheet', count: 1, which: 'T1' },
    { why: 'columns', count: 1, which: 'value' },
    { why: 'columns', count: 2, which: 'a, b' },
    { why: 'rows', count: 1, which: '5' },
    { why: 'rows', count: 12, which: '5–9, 12' },
  ],
  'equal-rows': [{ rows: 1 }, { rows: 3 }],
  'cannot-be-summed': (['rate', 'poverty-rate', 'level', 'growth'] as const).map((type) => ({
    indicator: HOSTILE,
    type,
    rows: 3,
  })),
  'table-not-read': [
    ...(['no-engine', 'not-parquet', 'memory', 'disk', 'too-many-groups', 'several-plans'] as const).map((why) => ({
      why,
      detail: HOSTILE,
    })),
    { why: 'rows-lost', detail: '', rows: { read: 9, refused: 1, all: 11 } },
    { why: 'row-too-long', detail: '4194304', rows: { read: 9, refused: 1, all: 11 } },
  ],
  'secret-in-file': [{ key: HOSTILE, variable: 'PVA_REGISTER_PASSWORD' }],
  'source-not-read': (
    [
      ...(['no-sources', 'no-tls', 'secret-mode', 'secret-inside', 'secret-missing', 'no-package'] as const),
      ...(['version', 'encoding', 'connection', 'login', 'tls', 'no-table', 'no-permission', 'time-out'] as const),
      ...(['cancelled', 'broken-off', 'changed', 'float', 'instant', 'server'] as const),
    ] as const
  ).map((why) => ({ why, source: HOSTILE, detail: HOSTILE, column: HOSTILE })),
  'path-outside': [{ path: HOSTILE, folder: HOSTILE }],
  'more-duplicates': [{ shown: 20 }],
  'unknown-key': [
    { key: HOSTILE, suggestion: 'target' },
    { key: HOSTILE, suggestion: ['id', 'name'] },
    { key: HOSTILE, suggestion: null },
  ],
  'missing-key': [{ key: 'id', of: HOSTILE }],
  'duplicate-key': [{ key: HOSTILE, first }],
  'duplicate-id': (['plan', 'indicator', 'area', 'section'] as const).map((what) => ({ id: HOSTILE, what, first })),
  'bad-value': [
    ...(
      [
        'text',
        'map',
        'list',
        'text-or-map',
        'number-or-map',
        'id',
        'date',
        'url',
        'whole-number-0-20',
        'whole-number',
        'yes-or-no',
        'task-state',
        'not-negative',
        'rate-0-100',
        'above-zero',
        'number',
        'percentage',
        'at-most-households',
        'area-outside',
        'name',
      ] satisfies ExpectedPhrase[]
    ).map((expected) => ({ written: HOSTILE, expected, suggestion: null })),
    { written: '', expected: ['final', 'estimate'], suggestion: null },
    { written: HOSTILE, expected: ['final', 'estimate'], suggestion: 'final' },
  ],
  'percent-or-ratio': [{ written: HOSTILE, percent: '95' }],
  'low-tolerance': [{ written: HOSTILE, slack: '95' }],
  'key-not-for-type': [{ key: 'poor', type: 'rate' }],
  'ambiguous-number': [{ written: HOSTILE, readings: [{ notation: 'vi', number: '0.96' }] }],
  'not-in-text': [{ key: 'actual', written: HOSTILE }],
  'not-a-number': (
    ['groups', 'spaces', 'exponent', 'leading-zero', 'too-long', 'digits', 'words', 'no-result', 'other'] as const
  ).map((why) => ({
    written: HOSTILE,
    notation: null,
    why,
  })),
  'comma-in-braces': (['number', 'text'] as const).map((why) => ({ why, written: HOSTILE })),
  'percent-or-points': [{ written: HOSTILE, number: '0.3' }],
  'unit-mismatch': (['number', 'percent', 'points'] as const).map((expected) => ({
    written: HOSTILE,
    found: 'percent',
    expected,
  })),
  'bad-period': [{ written: HOSTILE }, { written: '' }],
  'bad-target': (
    [
      'two-kinds',
      'no-kind',
      'not-above-zero',
      'range-order',
      'range-ends',
      'task-needs-done',
      'done-needs-task',
      'per-year',
      'direction-conflict',
      'bound',
      'hidden',
    ] as const
  ).map((why) => ({ why, written: HOSTILE })),
  'direction-not-stated': [{ written: HOSTILE, type: 'rate' }],
  'no-baseline': (['target', 'formula'] as const).map((needs) => ({ indicator: HOSTILE, needs })),
  'bad-phasing': (['sum', 'falls', 'last', 'outside', 'order', 'mixed'] as const).map((why) => ({
    why,
    found: HOSTILE,
    whole: '21243',
  })),
  'no-profile': [{ indicator: HOSTILE, period: '2017' }],
  'follows-no-earlier': [
    { plan: HOSTILE, period: '2018', follows: 'b', followsPeriod: '2018' },
    { plan: HOSTILE, period: '2018', follows: HOSTILE, followsPeriod: '2018' },
  ],
  'target-behind-baseline': [{ indicator: HOSTILE, target: '64', baseline: '70' }],
  'parts-do-not-sum': (['targets', 'actuals'] as const).map((what) => ({
    indicator: HOSTILE,
    what,
    whole: '1000',
    parts: '980',
  })),
  'area-targets-do-not-sum': [null, HOSTILE].map((area) => ({
    indicator: HOSTILE,
    area,
    target: '9000',
    sum: '9100',
  })),
  'mpi-disagrees': [{ indicator: HOSTILE, printed: '0.06', computed: '0.0515', headcount: '12.5', intensity: '41.2' }],
  'households-disagree': [null, HOSTILE].flatMap((period) =>
    ['423000', '424000'].map((high) => ({
      period,
      indicator: HOSTILE,
      low: '423000',
      high,
      other: HOSTILE,
      otherLow: '425000',
      otherHigh: '425000',
    })),
  ),
  'unknown-plan': [
    { plan: HOSTILE, suggestion: null },
    { plan: HOSTILE, suggestion: 'ha-nam' },
  ],
  'unknown-indicator': [
    { indicator: HOSTILE, plan: HOSTILE, suggestion: null },
    { indicator: HOSTILE, plan: HOSTILE, suggestion: 'jobs' },
  ],
  'unknown-group': [null, HOSTILE].map((group) => ({ plan: HOSTILE, breakdown: HOSTILE, group, suggestion: null })),
  'unknown-provider': (['unknown', 'not-stated', 'none-named'] as const).map((why) => ({
    indicator: HOSTILE,
    why,
    provider: HOSTILE,
    known: [],
    suggestion: null,
  })),
  'unknown-area': [
    { area: HOSTILE, plan: HOSTILE, suggestion: null },
    { area: HOSTILE, plan: HOSTILE, suggestion: 'phu-ly' },
  ],
  'period-outside-plan': [
    { period: HOSTILE, plan: HOSTILE, planPeriod: '2018' },
    { period: HOSTILE, plan: HOSTILE, planPeriod: '2018', isPartly: true },
  ],
  'basis-not-stated': [{ period: '2018-Q2', planPeriod: '2018' }],
  'duplicate-observation': [
    { indicator: HOSTILE, area: HOSTILE, period: '2018', first },
    { indicator: HOSTILE, area: null, period: '2018', first },
  ],
  'overlapping-periods': (['increments', 'one-day'] as const).map((why) => ({
    indicator: HOSTILE,
    why,
    period: '2018-Q1',
    other: '2018-03',
    first,
  })),
  'cumulative-disagrees': [{ indicator: HOSTILE, stated: '1530', computed: '1520' }],
  'falling-cumulative': [{ indicator: HOSTILE, from: '1530', to: '1520', first }],
  'part-exceeds-whole': (['targets', 'actuals', 'rate'] as const).map((what) => ({
    what,
    part: HOSTILE,
    whole: HOSTILE,
    partValue: '1124',
    wholeValue: '1050',
  })),
  'total-disagrees': [
    { indicator: HOSTILE, reported: '18923', sum: '18900' },
    { indicator: HOSTILE, reported: '18923', sum: '18900', column: HOSTILE },
  ],
  'rate-disagrees': [
    { indicator: HOSTILE, printed: '3.28', computed: '3.31', numerator: '8700', denominator: '263229' },
  ],
  'movements-do-not-balance': [{ indicator: HOSTILE, start: '8631', end: '6104', expected: '6100', by: '4' }],
  'start-disagrees': [{ indicator: HOSTILE, start: '8631', end: '8600', first }],
  'poor-change-disagrees': [{ indicator: HOSTILE, stated: '-2527', computed: '-2500' }],
  'fraction-or-percent': (
    [
      ['target', 'table'],
      ['baseline', 'results'],
      ['actual', 'plan'],
    ] as const
  ).map(([against, of]) => ({
    of,
    indicator: HOSTILE,
    written: HOSTILE,
    percent: '0.12',
    asFraction: '12',
    against,
    value: '13.5',
  })),
  'not-comparable': (['standard', 'measured', 'method'] as const).map((what) => ({
    indicator: HOSTILE,
    what,
    from: HOSTILE,
    to: '',
  })),
  'standard-not-stated': (['baseline', 'actual'] as const).map((side) => ({
    indicator: HOSTILE,
    side,
    standard: HOSTILE,
  })),
  'published-disagrees': [{ indicator: HOSTILE, published: '113', computed: '102.22' }],
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const ACTS_ON_A_TERMINAL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/

const codes = Object.keys(problemSeverities) as ProblemCode[]

function examplesOf(code: ProblemCode): Problem[] {
  return everyProblem[code].map((args) => problem(code, { file: 'plan.yaml', line: 1, column: 1, length: 1 }, args))
}

function rendered(problems: readonly Problem[], lang: Language, line: string, unicode = true): string {
  return renderProblems(problems, { lang, color: false, unicode, width: null, excerpt: () => line })
}

describe.each(['en', 'vi'] as const)('the words of every problem in %s', (lang) => {
  it.each(codes)('%s states the fact and the remedy, and nothing of the input acts on a terminal', (code) => {
    for (const example of examplesOf(code)) {
      const { message, remedy } = problemMessage(example, lang)
      expect(message.length).toBeGreaterThan(5)
      expect(remedy).toMatch(/[.?]$/)
      expect(message + remedy).not.toMatch(/undefined|null|\[object|NaN/)
      expect(message + remedy).not.toMatch(ACTS_ON_A_TERMINAL)
    }
  })
})

describe('the two languages', () => {
  it.each(codes)('%s is translated', (code) => {
    for (const example of examplesOf(code)) {
      expect(problemMessage(example, 'vi').message).not.toBe(problemMessage(example, 'en').message)
      expect(problemMessage(example, 'vi').remedy).not.toBe(problemMessage(example, 'en').remedy)
    }
  })
})

const ambiguous = problem(
  'ambiguous-number',
  { file: 'plans/ha-nam-2018.yaml', line: 14, column: 13, length: 6 },
  {
    written: '16.250',
    readings: [
      { notation: 'plain', number: '16.25' },
      { notation: 'vi', number: '16250' },
      { notation: 'en', number: '16.25' },
    ],
  },
)

describe('a problem for people', () => {
  it('has its place, the line with what is meant underlined, and the remedy', () => {
    expect(rendered([ambiguous], 'en', '    target: 16.250')).toBe(`\
plans/ha-nam-2018.yaml:14:13 error ambiguous-number: 16.250 could be 16.25 or 16,250
   14 |     target: 16.250
      |             ^^^^^^
   Add \`numbers: vi\` at the top to read it as 16,250, \`numbers: plain\` to read it as 16.25, or write 16250 or 16.25.
`)
  })

  it('is written in Vietnamese notation in Vietnamese, and still says what can be typed into the file', () => {
    expect(rendered([ambiguous], 'vi', '    target: 16.250')).toBe(`\
plans/ha-nam-2018.yaml:14:13 lỗi ambiguous-number: 16.250 có thể là 16,25 hoặc 16.250
   14 |     target: 16.250
      |             ^^^^^^
   Thêm \`numbers: vi\` ở đầu tệp để đọc là 16.250, \`numbers: plain\` để đọc là 16,25, hoặc viết 16250 hoặc 16.25.
`)
  })

  it('advises no number that would be ambiguous again', () => {
    const readings = [
      { notation: 'plain', number: '3.125' },
      { notation: 'vi', number: '3125' },
    ] as const
    const { remedy } = problemMessage(problem('ambiguous-number', null, { written: '3.125', readings }), 'en')
    expect(remedy).toContain('write 3125 or 3.1250')
  })

  it('underlines by what a terminal shows: wide characters, marks on letters, tabs and escaped characters', () => {
    const line = '\tname: 省 Hà Nam \u001b: 16.250'
    const column = line.indexOf('16.250') + 1
    const at = { file: 'a.yaml', line: 2, column, length: 6 }
    const [, shown = '', carets = ''] = rendered([{ ...ambiguous, at }], 'en', line).split('\n')
    expect(shown).toBe('   2 |   name: 省 Hà Nam \\u{1b}: 16.250')
    // 省 takes two columns of one character.
    expect(carets.indexOf('^')).toBe(shown.indexOf('16.250') + 1)
    expect(carets.match(/\^+/)?.[0]).toHaveLength(6)
  })

  it('shows a window around the place of a line that is too long', () => {
    const line = `${'x'.repeat(5000)}16.250${'y'.repeat(5000)}`
    const at = { file: 'a.json', line: 1, column: 5001, length: 6 }
    const [, shown = '', carets = ''] = rendered([{ ...ambiguous, at }], 'en', line).split('\n')
    expect(shown.length).toBeLessThanOrEqual(80)
    expect(shown).toMatch(/\| …x+16\.250y+…$/)
    expect(carets.indexOf('^')).toBe(shown.indexOf('16.250'))
    expect(rendered([{ ...ambiguous, at }], 'en', line, false)).toMatch(/\| \.\.\.x+16\.250y+\.\.\.\n/)
  })

  it('points behind the end of a line when what is missing would stand there', () => {
    const at = { file: 'a.yaml', line: 1, column: 99, length: 0 }
    expect(rendered([problem('missing-key', at, { key: 'id', of: 'plan' })], 'en', 'kind: plan')).toContain(
      '   1 | kind: plan\n     |           ^\n',
    )
  })

  it('says where the other place is', () => {
    const first = { file: 'a.yaml', line: 4, column: 7, length: 4 }
    const { message } = problemMessage(problem('duplicate-key', null, { key: 'name', first }), 'en')
    expect(message).toBe('`name` is given twice, first at a.yaml:4:7')
  })

  it('does without an excerpt where the line cannot be had, and without a place where it has none', () => {
    const nowhere = problem('nothing-to-do', null, { why: 'no-folder', where: 'plans' })
    const style = { lang: 'en', color: false, unicode: true, width: null, excerpt: () => undefined } as const
    expect(
      renderProblems([problem('empty-file', { file: 'a.yaml', line: 1, column: 1, length: 0 }, {}), nowhere], style),
    ).toBe(`\
a.yaml:1:1 error empty-file: this file is empty
   Begin it with \`kind: plan\` or \`kind: actuals\`, or remove it.

error nothing-to-do: no files were named, and there is no folder \`plans\` here
   Name the files or folders to read: \`pva report FILE…\`. To begin, \`pva init\` writes a plan; \`pva --help\` lists the commands.
`)
  })

  it('is folded to the width of a terminal, and loses nothing; piped, a message is one line', () => {
    const key = { key: 'year', suggestion: ['id', 'title', 'period', 'numbers', 'rounding'] }
    const long = problem('unknown-key', { file: 'plans/a.yaml', line: 6, column: 1, length: 4 }, key)
    const style = { lang: 'en', color: false, unicode: true, excerpt: () => 'year: 2018' } as const
    expect(renderProblems([long], { ...style, width: 40 })).toBe(`\
plans/a.yaml:6:1 error unknown-key:
   unknown key \`year\`
   6 | year: 2018
     | ^^^^
   Use one of id, title, period,
   numbers, rounding, or remove it.
`)
    expect(renderProblems([long], { ...style, width: null }).split('\n')).toHaveLength(5)
  })

  it('is coloured only when asked', () => {
    const style = { lang: 'en', unicode: true, width: null, excerpt: () => 'target: 16.250' } as const
    expect(renderProblems([ambiguous], { ...style, color: true })).toContain('\u001b[')
    expect(renderProblems([ambiguous], { ...style, color: false })).not.toContain('\u001b[')
  })
})

describe('a flood of problems', () => {
  const style = { lang: 'en', color: false, unicode: true, width: null, excerpt: () => undefined } as const
  const tag = (file: string, line: number) =>
    problem('yaml-refused', { file, line, column: 1, length: 2 }, { why: 'tag', written: '!a' })
  const tags = (file: string, count: number) => Array.from({ length: count }, (_, index) => tag(file, index + 1))
  const heads = (problems: readonly Problem[], lang: Language = 'en') =>
    renderProblems(problems, { ...style, lang })
      .split('\n')
      .filter((line) => /yaml-refused|empty-file/.test(line))

  it('has the first hundred of each kind in each file told, and how many more there are', () => {
    const empty = problem('empty-file', { file: 'b.yaml', line: 9, column: 1, length: 1 }, {})
    const told = heads([...tags('a.yaml', 12_345), ...tags('b.yaml', 100), empty])
    expect(told).toHaveLength(202)
    expect(told[99]).toMatch(/^a\.yaml:100:1 /)
    expect(told[100]).toBe('a.yaml error yaml-refused: and 12,245 more of this kind')
    expect(told[101]).toMatch(/^b\.yaml:1:1 /)
    expect(told[201]).toMatch(/^b\.yaml:9:1 error empty-file/)
    expect(heads(tags('a.yaml', 1234), 'vi').at(-1)).toBe('a.yaml lỗi yaml-refused: và 1.134 trường hợp khác cùng loại')
  })

  it('is told of where it ends, so that it hides no other problem', () => {
    const empty = problem('empty-file', { file: 'a.yaml', line: 1, column: 2, length: 1 }, {})
    const told = heads([tag('a.yaml', 1), empty, ...tags('a.yaml', 101)])
    expect(told[1]).toContain('empty-file')
    expect(told.at(-1)).toContain('and 2 more')
  })
})

describe('the closing count', () => {
  const error = problem('empty-file', null, {})
  const warning = problem('total-disagrees', null, { indicator: 'jobs', reported: '2', sum: '1' })

  it('counts errors and warnings, each in its number', () => {
    expect(problemCount([error, warning, error], 'en')).toBe('2 errors, 1 warning')
    expect(problemCount([error, warning, warning], 'vi')).toBe('1 lỗi, 2 cảnh báo')
  })

  it('leaves out what there is none of', () => {
    expect(problemCount([warning], 'en')).toBe('1 warning')
    expect(problemCount([], 'en')).toBe('')
  })
})
