import { describe, expect, it } from 'vitest'
import { indicatorProblems, onlyIndicator, placed, planText, read, readPlan } from '../support.ts'

const jobs = '- { id: jobs, name: Jobs, target: 5 }'

describe('the keys of a plan', () => {
  it('are all read', () => {
    const keys = [
      'numbers: plain',
      'source: { title: { vi: Quyết định, en: Decision }, url: "https://example.org/a", page: 3, date: 2018-01-02 }',
      'note: Remark',
      'decimals: 2',
      'rounding: half-even',
      'tolerance: 90%',
      'policy: { min: 95.5% }',
      'areas: [{ id: a, name: A, from: 2018-01-01, until: 2018-06-30, was: [old] }, { id: b, name: B, parent: a }]',
      'sections: [{ id: s, name: { en: S } }]',
    ].join('\n')
    const { plan, problems } = readPlan('- { id: jobs, name: Jobs, section: s, target: 5 }', keys)
    expect(problems).toEqual([])
    expect(plan).toMatchObject({
      source: { title: { vi: 'Quyết định', en: 'Decision' }, url: 'https://example.org/a', page: '3' },
      note: { vi: 'Remark', en: 'Remark' },
      decimals: 2,
      rounding: 'half-even',
      areas: [
        { id: 'a', parent: null, from: 17532, until: 17712, was: ['old'] },
        { id: 'b', parent: 'a', from: null, until: null, was: [] },
      ],
      sections: [{ id: 's', name: { vi: 'S', en: 'S' } }],
      file: 'input.yaml',
      at: { line: 2, column: 5 },
    })
    expect(String(plan?.tolerance)).toBe('0.9')
    expect(String(plan?.policy.min)).toBe('0.955')
  })

  it('have usual values where they are not written', () => {
    const { plan } = readPlan(jobs)
    expect(plan).toMatchObject({
      decimals: 1,
      rounding: 'half-up',
      tolerance: null,
      policy: {},
      areas: [],
      source: null,
    })
  })

  it.each([
    ['decimals: 21', '5:11 bad-value'],
    ['decimals: 1.5', '5:11 bad-value'],
    ['rounding: halfup', '5:11 bad-value'],
    ['tolerance: 0.95', '5:12 percent-or-ratio'],
    ['tolerance: 95', '5:12 bad-value'],
    ['policy: { min: 0 }', '5:16 bad-value'],
    ['policy: { min: 1.9 }', '5:16 percent-or-ratio'],
    ['tolerance: 0%', '5:12 bad-value'],
    ['numbers: vn', '5:10 bad-value'],
    ['policy: { min: -1% }', '5:16 bad-value'],
    ['source: { title: T, url: "javascript:alert(1)" }', '5:26 bad-value'],
    ['source: { url: "https://example.org" }', '5:9 missing-key'],
    ['areas: [{ id: A b, name: X }]', '5:15 bad-value'],
    ['areas: [{ id: a, name: A, parent: c }]', '5:35 bad-value'],
    ['areas: [{ id: a, name: A, parent: a }]', '5:35 bad-value'],
    ['areas: [{ id: a, name: A }, { id: a, name: B }]', '5:35 duplicate-id'],
    ['sections: [{ id: s, name: S }, { id: s, name: T }]', '5:38 duplicate-id'],
    ['areas: none', '5:8 bad-value'],
    ['title: Again', '5:1 duplicate-key'],
    ['titel: Again', '5:1 unknown-key'],
  ])('%s stops the whole plan', (keys, expected) => {
    const { plans, unreadPlans, problems } = read(planText(jobs, keys))
    expect(placed(problems)).toEqual([expected])
    expect([plans, unreadPlans]).toEqual([[], ['p']])
  })

  it('are missed where they are needed', () => {
    const { problems, unreadPlans } = read('kind: plan\n')
    expect(problems.map(({ args }) => 'key' in args && args.key)).toEqual(['id', 'title', 'period', 'indicators'])
    expect(unreadPlans).toEqual([])
  })

  it('include a period of the calendar', () => {
    expect(placed(read(planText(jobs).replace('2018', '2018-13')).problems)).toEqual(['4:9 bad-period'])
  })

  it('that are misspelt are suggested', () => {
    const { problems } = read(planText(jobs, 'tolerence: 95%'))
    expect(problems).toMatchObject([{ code: 'unknown-key', args: { key: 'tolerence', suggestion: 'tolerance' } }])
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('do not include %s', (key) => {
    expect(placed(read(planText(jobs, `${key}: 1`)).problems)).toEqual(['5:1 unknown-key'])
    expect(indicatorProblems(`target: 5\n${key}: 1`)).toMatchObject([{ code: 'unknown-key', args: { key } }])
    expect(indicatorProblems(`target: { ${key}: 1, at_least: 5 }`)).toMatchObject([{ code: 'unknown-key' }])
  })
})

describe('an indicator', () => {
  it('has all of its keys read', () => {
    const found = onlyIndicator(
      [
        'no: 1',
        'unit: { vi: người, en: persons }',
        'type: stock',
        'target: { reduce_by: 5 }',
        'baseline: { period: 2017, value: 100, method: survey, source: Yearbook, areas: { a: { value: 40 } } }',
        'targets_by_area: { a: { reduce_by: 2 } }',
        'formula: change',
        'tolerance: 90%',
        'min: 80%',
        'decimals: 0',
        'severity: off',
        'standard: 2016-2020',
        'measured: persons',
        'responsible: Division',
        'note: Remark',
        'source: Decision',
        'revisions: [{ date: 2018-09-01, target: { reduce_by: 7 } }, { date: 2018-06-01, target: 110, decision: D }]',
      ].join('\n'),
      'areas: [{ id: a, name: A }]',
    )
    expect(found).toMatchObject({
      no: '1',
      unit: { vi: 'người', en: 'persons' },
      formula: 'change',
      decimals: 0,
      severity: 'off',
      standard: '2016-2020',
      measured: 'persons',
      responsible: { en: 'Division' },
      baseline: { period: { text: '2017' }, method: 'survey', standard: '2016-2020', measured: 'persons' },
      revisions: [{ decision: 'D' }, { decision: null }],
      at: { line: 7, column: 9 },
    })
    expect([String(found.tolerance), String(found.min)]).toEqual(['0.9', '0.8'])
    expect(found.baseline?.value?.source?.title.en).toBe('Yearbook')
    expect(String(found.baselinesByArea.get('a')?.value?.value)).toBe('40')
    expect(found.targetsByArea.get('a')?.target).toMatchObject({ kind: 'reduce_by' })
  })

  it.each([
    ['id is missing', '- { name: I, target: 5 }', '8:5 missing-key', []],
    ['id is none', '- { id: Việc làm, name: I, target: 5 }', '8:11 bad-value', ['Việc làm']],
    ['target is missing', '- { id: i, name: I }', '8:5 missing-key', ['i']],
    ['target is left empty', '- { id: i, name: I, target: }', '8:31 not-a-number', ['i']],
    ['number is ambiguous', '- { id: i, name: I, target: "1.250" }', '8:31 ambiguous-number', ['i']],
    ['number is broken by a comma', '- { id: i, name: I, target: 0,5 }', '8:31 comma-in-braces', ['i']],
    ['section is unknown', '- { id: i, name: I, target: 5, section: s }', '8:43 bad-value', ['i']],
    ['area is unknown', '- { id: i, name: I, target: 5, targets_by_area: { x: 1 } }', '8:53 unknown-area', ['i']],
    ['it is a text', '- jobs', '8:5 bad-value', []],
  ])('stands aside alone when its %s', (_, indicator, expected, unread) => {
    const { plans, problems } = read(planText(`${jobs}\n${indicator}`, 'note: No notation'))
    expect(placed(problems)).toEqual([expected])
    expect(plans[0]?.indicators.map(({ id }) => id)).toEqual(['jobs'])
    expect(plans[0]?.unread).toEqual(unread)
  })

  it('that stands twice stands aside both times', () => {
    const { plan, problems } = readPlan(
      `${jobs}\n- { id: other, name: O, target: 1 }\n- { id: jobs, name: J, target: 6 }`,
    )
    expect(problems).toMatchObject([
      {
        code: 'duplicate-id',
        at: { line: 9, column: 11 },
        args: { id: 'jobs', what: 'indicator', first: { line: 7 } },
      },
    ])
    expect(plan?.indicators.map(({ id }) => id)).toEqual(['other'])
    expect(plan?.unread).toEqual(['jobs'])
  })

  it.each([
    'baseline: { value: 1 }',
    'phasing: linear',
    'formula: ratio',
    'direction: up',
    'tolerance: 95%',
    'min: 100%',
  ])('that is a task has no %s', (key) => {
    const [name = ''] = key.split(':')
    expect(indicatorProblems(`type: task\ntarget: done\n${key}`)).toMatchObject([
      { code: 'key-not-for-type', args: { key: name, type: 'task' } },
    ])
  })

  it('of an unknown type is not read further', () => {
    expect(indicatorProblems('type: counts\ntarget: 5%')).toEqual([
      {
        code: 'bad-value',
        args: {
          written: 'counts',
          expected: ['count', 'stock', 'level', 'rate', 'poverty-rate', 'growth', 'index', 'date', 'task', 'text'],
          suggestion: 'count',
        },
      },
    ])
  })
})

describe('a baseline', () => {
  it.each([
    ['baseline: { value: 1 }', 'type: poverty-rate', []],
    ['baseline: { rate: 3.28%, poor: 9, households: 100 }', 'type: poverty-rate', []],
    ['baseline: { rate: 1, value: 1 }', 'type: rate', ['duplicate-key']],
    ['baseline: { rate: 1 }', 'type: count', ['key-not-for-type']],
    ['baseline: { value: 1, poor: 1 }', 'type: rate', ['key-not-for-type']],
    ['baseline: { period: 2017 }', 'type: rate', ['missing-key']],
    ['baseline: { rate: 100.1 }', 'type: poverty-rate', ['bad-value']],
    ['baseline: { rate: -1 }', 'type: poverty-rate', ['bad-value']],
    ['baseline: { poor: 11, households: 10 }', 'type: poverty-rate', ['bad-value']],
    ['baseline: { poor: -1, households: 10 }', 'type: poverty-rate', ['bad-value']],
    ['baseline: { rate: 5, households: 10% }', 'type: poverty-rate', ['unit-mismatch']],
    ['baseline: { value: -5 }', 'type: growth', []],
    ['baseline: { value: 1, when: 2017 }', 'type: level', ['unknown-key']],
    ['baseline: 5', 'type: rate', ['bad-value']],
    ['baseline: { value: 1, areas: { nowhere: { value: 2 } } }', 'type: rate', ['unknown-area']],
  ])('%s with %s: %j', (baseline, type, codes) => {
    expect(indicatorProblems(`${type}\ntarget: none\n${baseline}`).map(({ code }) => code)).toEqual(codes)
  })
})

describe('the standard of a baseline', () => {
  const of = (period: string, standard: string, own = '') =>
    onlyIndicator(`type: poverty-rate\nstandard: ${standard}\ntarget: none\nbaseline: { ${period}rate: 5${own} }`)
      .baseline?.standard

  it('is that of the indicator from the year before its first one on', () => {
    // The plan is of 2018: without a year of its own the baseline is of 2017.
    expect(of('period: 2022, ', '2022-2025')).toBe('2022-2025')
    expect(of('period: 2021, ', '2022-2025')).toBe('2022-2025')
    expect(of('period: 2020, ', '2022-2025')).toBeNull()
    expect(of('period: 2020, ', 'chuẩn 2022–2025')).toBeNull()
    expect(of('', '2022-2025')).toBeNull()
    expect(of('', '2016-2020')).toBe('2016-2020')
    expect(of('period: 2020, ', '2022-2025', ', standard: 2016-2020')).toBe('2016-2020')
    expect(of('period: 2010, ', 'multidimensional')).toBe('multidimensional')
    // The year of a decision is no year of a standard.
    expect(of('period: 2010, ', '07/2021/NĐ-CP')).toBe('07/2021/NĐ-CP')
  })
})

describe('parts', () => {
  it('may have parts, and take over unit, type and section', () => {
    const { plan, problems } = readPlan(
      [
        '- id: a',
        '  name: A',
        '  type: stock',
        '  unit: beds',
        '  section: s',
        '  target: 10',
        '  of_which:',
        '    - { id: b, name: B, target: 4, of_which: [{ id: c, name: C, target: 1, unit: cots }] }',
        '    - { id: d, name: D, target: none }',
        '- { id: e, name: E, target: 1 }',
      ].join('\n'),
      'sections: [{ id: s, name: S }]',
    )
    expect(problems).toEqual([])
    expect(
      plan?.indicators.map(({ id, parent, type, section, unit, parts }) => [
        id,
        parent,
        type,
        section,
        unit?.en,
        parts,
      ]),
    ).toEqual([
      ['a', null, 'stock', 's', 'beds', ['b', 'd']],
      ['b', 'a', 'stock', 's', 'beds', ['c']],
      ['c', 'b', 'stock', 's', 'cots', []],
      ['d', 'a', 'stock', 's', 'beds', []],
      ['e', null, 'count', null, undefined, []],
    ])
  })

  it('have the phasing, the tolerance and the nature of their whole, unless they state their own', () => {
    const { plan, problems } = readPlan(
      [
        '- id: a',
        '  name: A',
        '  target: 10',
        '  phasing: linear',
        '  tolerance: 90%',
        '  can_fall: true',
        '  of_which:',
        '    - { id: b, name: B, target: 4, of_which: [{ id: c, name: C, target: 1 }] }',
        '    - { id: d, name: D, target: 4, phasing: none, tolerance: 95%, can_fall: false }',
        // Of another type: how a count is spread over time says nothing of it.
        '    - { id: e, name: E, type: stock, target: 4 }',
      ].join('\n'),
    )
    expect(problems).toEqual([])
    expect(
      plan?.indicators.map(({ id, phasing, tolerance, canFall }) => [id, phasing, String(tolerance), canFall]),
    ).toEqual([
      ['a', 'linear', '0.9', true],
      ['b', 'linear', '0.9', true],
      ['c', 'linear', '0.9', true],
      ['d', 'none', '0.95', false],
      ['e', null, '0.9', false],
    ])
  })

  it.each([
    ['12', '10', '', true],
    ['10', '10', '', false],
    ['{ at_most: 12 }', '10', '', false],
    ['{ at_least: 12 }', '{ at_most: 10 }', '', true],
    ['{ between: [11, 12] }', '10', '', true],
    ['{ between: [9, 12] }', '10', '', false],
    // Net numbers: what falls elsewhere may outweigh it.
    ['12', '10', 'can_fall: true, ', false],
  ])('with a target of %s in a whole of %s (%s): warned of %j', (part, whole, given, isWarned) => {
    const { problems } = readPlan(
      `- { id: a, name: A, ${given}target: ${whole}, of_which: [{ id: b, name: B, target: ${part} }] }`,
    )
    expect(problems.map(({ code }) => code)).toEqual(isWarned ? ['part-exceeds-whole'] : [])
  })

  it('stay when their whole cannot be read', () => {
    const { plan } = readPlan('- { id: a, name: A, target: x, of_which: [{ id: b, name: B, target: 4 }] }')
    expect(plan?.unread).toEqual(['a'])
    expect(plan?.indicators).toMatchObject([{ id: 'b', parent: 'a' }])
  })

  it('that are all of it sum to their whole, or a warning says so', () => {
    const parts = (second: string) =>
      `- { id: a, name: A, target: 10, exhaustive: true, of_which: [{ id: b, name: B, target: 4 }, { id: c, name: C, target: ${second} }] }`
    expect(readPlan(parts('6')).problems).toEqual([])
    expect(readPlan(parts('5')).problems).toMatchObject([
      {
        code: 'parts-do-not-sum',
        severity: 'warning',
        args: { indicator: 'a', what: 'targets', whole: '10', parts: '9' },
      },
    ])
    expect(readPlan(parts('none')).problems).toEqual([])
    expect(readPlan(parts('{ at_most: 5 }')).problems).toEqual([])
    expect(readPlan(parts('5').replace('true', 'false')).problems).toEqual([])
  })
})

describe('areas that lie in one another', () => {
  const nested = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      index === 0 ? '  - { id: a-0, name: A }' : `  - { id: a-${index}, name: A, parent: a-${index - 1} }`,
    )

  it('are read as deep as anything is, and no deeper', () => {
    expect(readPlan(jobs, ['areas:', ...nested(65)].join('\n')).problems).toEqual([])
    const { problems } = readPlan(jobs, ['areas:', ...nested(70)].join('\n'))
    expect(placed(problems)[0]).toBe('71:34 too-deep')
    expect(problems.map(({ code }) => code)).toEqual(Array(5).fill('too-deep'))
  })

  it('are not all listed where one of very many is named wrongly', () => {
    const areas = Array.from({ length: 30 }, (_, index) => `  - { id: a-${index}, name: A }`)
    const { problems } = readPlan(jobs, ['areas:', ...areas, '  - { id: b, name: B, parent: a-299 }'].join('\n'))
    expect(problems.map(({ args }) => args)).toEqual([
      { written: 'a-299', expected: 'area-of-plan', suggestion: expect.stringMatching(/^a-2/) },
    ])
  })
})

describe('a rate of two indicators', () => {
  const counts =
    '- { id: poor, name: Poor, type: stock, target: none }\n- { id: all, name: All, type: stock, target: none }'
  const rate = (of: string, type = 'rate') =>
    `${counts}\n- { id: r, name: R, type: ${type}, target: none, rate_of: ${of} }`

  it('names counts or stocks of the same plan, written before or after it', () => {
    const { plan, problems } = readPlan(rate('{ numerator: poor, denominator: all }'))
    expect(problems).toEqual([])
    expect(plan?.indicators[2]?.rateOf).toEqual({ numerator: 'poor', denominator: 'all' })
  })

  it.each([
    ['{ numerator: por, denominator: all }', 'bad-value'],
    ['{ numerator: poor, denominator: r }', 'bad-value'],
    ['{ numerator: poor }', 'missing-key'],
  ])('%s is bad', (of, code) => {
    expect(readPlan(rate(of)).problems.map((each) => each.code)).toEqual([code])
  })

  it('is a rate', () => {
    expect(readPlan(rate('{ numerator: poor, denominator: all }', 'level')).problems).toMatchObject([
      { code: 'key-not-for-type', args: { key: 'rate_of', type: 'level' } },
    ])
  })
})

it('no area has the word for all of them together as its id, now or formerly', () => {
  const areas = 'areas: [{ id: whole, name: W }, { id: a, name: A, was: [whole] }]'
  const { problems } = read(`kind: plan\nid: p\ntitle: P\nperiod: 2018\n${areas}\nindicators: []\n`)
  expect(problems.map(({ code, at }) => [code, at?.line, at?.column])).toEqual([
    ['bad-value', 5, 15],
    ['bad-value', 5, 57],
  ])
})
