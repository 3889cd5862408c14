import { describe, expect, it } from 'vitest'
import type { Observation } from '../../src/model/observation.ts'
import type { Problem } from '../../src/model/problem.ts'
import { mappingByNames } from '../../src/read/table/columns.ts'
import { csvTable } from '../../src/read/table/csv.ts'
import { jsonLinesTable } from '../../src/read/table/json-lines.ts'
import { observationsFrom, refusedCount, type TableRead } from '../../src/read/table/results.ts'
import { tableRead } from '../../src/read/table/rows.ts'
import { actualsText, placed, read } from './support.ts'

const options = { plans: ['p'], notation: null, isRegister: false, period: null, basis: null, known: null }

describe('a table whose columns are called as the keys of a result', () => {
  it('has one result a row, whose figure stands where it stands', () => {
    const { observations } = named('indicator,period,area,value,status,note\njobs,2018,a,18923,estimate,so far\n')
    expect(observations).toHaveLength(1)
    expect(observations[0]).toMatchObject({
      plans: ['p'],
      indicator: 'jobs',
      area: 'a',
      period: { text: '2018' },
      status: 'estimate',
      note: { vi: 'so far' },
      value: { text: '18923', at: { file: 't.csv', line: 2, column: 13, length: 5 } },
      at: { line: 2, column: 1 },
      areaAt: { line: 2, column: 11 },
      periodAt: { line: 2, column: 6 },
    })
    expect(observations[0]?.rows).toBeUndefined()
  })

  it('reads the counts of a poverty rate, and `rate` as its value', () => {
    const { observations } = named('indicator,period,rate,poor,households\npoverty,2018,2.73,273,10000\n')
    expect(valuesOf(observations[0])).toEqual({ value: '2.73', poor: '273', households: '10000' })
  })

  it('takes the state of a task for what it is', () => {
    const { observations } = named('indicator,period,value\ntask,2018,done\n')
    expect(observations[0]?.state).toMatchObject({ text: 'done' })
  })

  it.each(['', '~', 'null', 'NULL'])('has nothing reported where a cell holds %j', (cell) => {
    expect(named(`indicator,period,value\njobs,2018,${cell}\n`).observations).toEqual([])
  })

  it('takes the whole for the word `whole`, and refuses a row whose area is left empty', () => {
    expect(named('indicator,period,area,value\njobs,2018,whole,1\n').observations[0]?.area).toBeNull()
    expect(placed(refusalsOf('indicator,period,area,value\njobs,2018,,1\n'))).toEqual(['2:11 missing-area'])
  })

  it.each([
    ['indicator,period\njobs,2018\n', '1:1 missing-column'],
    ['period,value\n2018,1\n', '1:1 missing-column'],
    ['indicator,value\njobs,1\n', '1:1 missing-column'],
    ['indicator,period,value,aera\njobs,2018,1,a\n', '1:24 unknown-column'],
    ['indicator,period,value,rate\njobs,2018,1,1\n', '1:24 bad-table'],
    ['indicator,period,value,period\njobs,2018,1,2019\n', '1:24 duplicate-column'],
  ])('says what keeps %j from being read', (text, expected) => {
    expect(placed(named(text).problems)).toEqual([expected])
  })

  it('passes over columns that have no meaning', () => {
    expect(named('stt,indicator,period,value,\n1,jobs,2018,5,\n').observations).toHaveLength(1)
  })
})

describe('a number in a table', () => {
  it.each([
    ['1e3', 'not-a-number'],
    ['"1 000"', 'not-a-number'],
    ['16.250', 'ambiguous-number'],
    ['0.3 pp', 'unit-mismatch'],
    ['0.3pp', 'unit-mismatch'],
  ])('is refused where it is written %j', (written, code) => {
    expect(placed(refusalsOf(`indicator,period,value\njobs,2018,${written}\n`))).toEqual([`2:11 ${code}`])
  })

  it.each([
    ['123456789012345678', '123456789012345678'],
    ['123456789012.123456', '123456789012.123456'],
    ['-0.96', '-0.96'],
    ['−1', '-1'],
    ['16_250', '16250'],
    ['3.28%', '3.28'],
    ['" 7 "', '7'],
    ['6.8127104216437', '6.8127104216437'],
    ['123456789012345.123456789012345', '123456789012345.123456789012345'],
    ['€ 979.56', '979.56'],
    ['979.5€', '979.5'],
  ])('is exact, of up to 40 digits: %s', (written, value) => {
    const { observations } = named(`indicator,period,value\njobs,2018,${written}\n`)
    expect(observations[0]?.value?.value.toDecimal()).toBe(value)
  })

  it.each([
    ['poor,households\n5,4\n', 'bad-value'],
    ['poor,households\n-5,4\n', 'bad-value'],
    ['poor,households\n5%,40\n', 'unit-mismatch'],
  ])('is refused where it cannot be: %j', (rest, code) => {
    const [header = '', cells = ''] = rest.split('\n')
    expect(refusalsOf(`indicator,period,${header}\npoverty,2018,${cells}\n`).map((each) => each.code)).toEqual([code])
  })
})

describe('a register', () => {
  const register = 'indicator,period,area,value\njobs,2018,a,1.5\njobs,2018,b,7\njobs,2018,a,2.25\n'

  it('adds up the rows that are about the same, and says how many they are', () => {
    const { observations } = named(register, { isRegister: true })
    expect(observations.map((each) => [each.area, valuesOf(each).value, each.rows])).toEqual([
      ['a', '3.75', { reported: 2, expected: 2 }],
      ['b', '7', undefined],
    ])
    expect(observations[0]?.value).toMatchObject({ text: '3.75', decimals: 2, at: { line: 2, column: 13 } })
  })

  it('leaves each row a result of its own where it is none', () => {
    expect(named(register).observations).toHaveLength(3)
  })

  it('says that a sum is not whole where a row reports nothing', () => {
    const { observations } = named(`${register}jobs,2018,a,\n`, { isRegister: true })
    expect(observations[0]?.rows).toEqual({ reported: 2, expected: 3 })
  })

  it('says of every sum that a refused row may belong to that it is not whole', () => {
    const rows = [
      'jobs,2018,a,x', // of a
      'jobs,2018,b,x', // of b
      'jobs,20l8,a,1', // of a, whenever
      'jobs,2018', // of anything
    ]
    const { observations, refused } = named(`${register}${rows.join('\n')}\n`, { isRegister: true })
    expect(refused).toBe(4)
    expect(observations.map((each) => [each.area, each.rows])).toEqual([
      ['a', { reported: 2, expected: 5 }],
      ['b', { reported: 1, expected: 3 }],
    ])
  })

  it('refuses a row without an area, which would pass for the whole', () => {
    const text = 'indicator,period,area,value\njobs,2018,a,1\njobs,2018,,1\n'
    expect(placed(refusalsOf(text, { isRegister: true }))).toEqual(['3:11 missing-area'])
  })

  it('does not add figures in per cent to others', () => {
    const text = 'indicator,period,value\njobs,2018,1\njobs,2018,2%\n'
    expect(named(text, { isRegister: true }).observations).toHaveLength(2)
  })
})

describe('JSON lines', () => {
  it('are read by the names of their keys, in any order', () => {
    const text =
      '{"value":1260,"indicator":"jobs","period":"2018","x":[1,{"y":"}"}]}\n\n{"indicator":"t","period":2019,"value":"2"}'
    const { observations } = lines(text)
    expect(observations.map((each) => [each.indicator, each.period.text, valuesOf(each).value])).toEqual([
      ['jobs', '2018', '1260'],
      ['t', '2019', '2'],
    ])
    expect(observations[0]?.value?.at).toEqual({ file: 't.jsonl', line: 1, column: 10, length: 4 })
  })

  it.each([
    ['0.1', '0.1'],
    ['123456789012.123456', '123456789012.123456'],
    ['9007199254740993', '9007199254740993'],
    ['1.5e3', '1500'],
    ['16.250', '16.25'],
  ])('hold numbers digit by digit: %s', (token, value) => {
    const { observations } = lines(`{"indicator":"jobs","period":"2018","value":${token}}`)
    expect(valuesOf(observations[0]).value).toBe(value)
  })

  it.each([
    ['{"indicator":"jobs"', '2:19 not-json'],
    ['[1]', '2:1 not-json'],
    ['{"a":1,"a":2}', '2:8 not-json'],
    ['{"a":.5}', '2:6 not-json'],
    ['{"a":1} x', '2:9 not-json'],
    ['{"a":"\\x"}', '2:6 not-json'],
    ['{"indicator":"jobs","period":"2018","value":1e50}', '2:45 not-a-number'],
  ])('are refused a line at a time: %s', (line, expected) => {
    const { refusals } = lines(`{"indicator":"jobs","period":"2018","value":1}\n${line}\n`)
    expect(placed(refusals)).toEqual([expected])
  })

  it('may hold texts of megabytes, and lists as deep as they like', () => {
    const [long, deep] = ['x\\\\'.repeat(5_000_000), '['.repeat(1_000_000)]
    const rest = '"indicator":"jobs","period":"2018","value":1}'
    expect(valuesOf(lines(`{"a":"${long}",${rest}`).observations[0]).value).toBe('1')
    expect(placed(lines(`{${rest}\n{"a":${deep},${rest}`).refusals)).toEqual(['2:6 not-json'])
  })

  it('are told of one by one where not a single one can be read', () => {
    const { problems, header } = jsonLinesTable('t.jsonl', bytesOf('{"a"\n[1]\n'))
    expect([placed(problems), header]).toEqual([['1:4 not-json', '2:1 not-json'], []])
  })
})

describe('the key `table`', () => {
  const [wide] = [
    'table:\n  path: t.csv\n  indicator: jobs\n  areas: { "Phủ Lý": phu-ly, "Duy Tiên": duy-tien }\n  rows: register',
  ]

  it('reads a column an area', () => {
    const { observations } = byTable(wide, 'Phủ Lý,Duy Tiên\n1,2\n3,\n')
    expect(observations.map((each) => [each.area, valuesOf(each).value, each.rows])).toEqual([
      ['phu-ly', '4', { reported: 2, expected: 2 }],
      ['duy-tien', '2', { reported: 1, expected: 2 }],
    ])
  })

  it('finds columns and codes whose letters are made of parts', () => {
    expect(byTable(wide, 'Phủ Lý,Duy Tiên\n1,2\n'.normalize('NFD')).observations).toHaveLength(2)
  })

  it('counts rows', () => {
    const table = 'table: { path: t.csv, indicator: jobs, value: count, rows: register, columns: { area: xa } }'
    const { observations } = byTable(table, 'ten,xa\nA,a\nB,a\nC,b\n')
    expect(observations.map((each) => [each.area, valuesOf(each).value])).toEqual([
      ['a', '2'],
      ['b', '1'],
    ])
  })

  it('passes over rows that differ from what is asked for, whatever they hold', () => {
    const table =
      'table: { path: t.csv, indicator: jobs, columns: { value: v }, where: [{ column: a, equals: x }, { column: b, equals: y }] }'
    const { observations, refused } = byTable(table, 'a,b,v\nx,y,1\nx,z,no number\nX,y,3\n')
    expect([observations.length, refused]).toEqual([1, 0])
  })

  it.each([
    ['day', '2018-08-15'],
    ['month', '2018-08'],
    ['quarter', '2018-Q3'],
    ['half', '2018-H2'],
    ['year', '2018'],
  ])('takes a day for its %s', (by, period) => {
    const table = `table: { path: t.csv, indicator: jobs, columns: { value: v }, period: { from: d, by: ${by} } }`
    const { observations } = byTable(table, 'd,v\n2018-08-15 23:59:59,1\n2018-08-15,1\n2018-08-15T00:00:00Z,1\n')
    expect(observations.map((each) => each.period.text)).toEqual([period, period, period])
  })

  it.each([
    ['d/m/y', '3/4/2018', '2018-04-03'],
    ['m/d/y', '3/4/2018', '2018-03-04'],
    ['d/m/y', '03.04.2018', '2018-04-03'],
    ['d/m/y', '2018-04-03', '2018-04-03'],
  ])('reads days as %s: %s', (dates, written, day) => {
    const table = `table: { path: t.csv, indicator: jobs, columns: { value: v }, period: { from: d, by: day, dates: ${dates} } }`
    expect(byTable(table, `d,v\n${written},1\n`).observations[0]?.period.text).toBe(day)
  })

  it.each([
    ['3/4/2018', 'ambiguous-date'],
    ['25/12/2018', 'ambiguous-date'],
    ['2018-02-30', 'bad-value'],
    ['', 'bad-value'],
  ])('refuses the day %j where nothing says how days are written', (written, code) => {
    const table = 'table: { path: t.csv, indicator: jobs, columns: { value: v }, period: { from: d, by: day } }'
    const text = actualsText(table).replace('period: 2018\n', '')
    expect(byTable('', `d,v\n${written},1\n`, text).refusals.map((each) => each.code)).toEqual([code])
  })

  it('takes a plan of several, the basis and the source from its document', () => {
    const text =
      'kind: actuals\nplan: [p, q]\nperiod: 2018-02\nbasis: increment\nstatus: estimate\nsource: Office\ntable: { path: t.csv, indicator: jobs, columns: { value: v } }\n'
    expect(byTable('', 'v\n1\n', text).observations[0]).toMatchObject({
      plans: ['p', 'q'],
      basis: 'increment',
      status: 'estimate',
      source: { title: { en: 'Office' } },
      period: { text: '2018-02' },
    })
  })

  it('that says too little leaves nothing of its plan for "not reported"', () => {
    const { problems, unreadResults, tables } = read(actualsText('table: { path: t.csv }'))
    expect(placed(problems)).toEqual(['5:8 missing-key', '5:8 missing-key'])
    expect(unreadResults).toMatchObject([{ plans: ['p'], indicator: null, because: problems[0] }])
    expect(tables).toEqual([])
  })
})

interface Outcome {
  readonly observations: readonly Observation[]
  readonly problems: readonly Problem[]
  readonly refusals: readonly Problem[]
  readonly refused: number
}

function named(text: string, more: Partial<typeof options> = {}): Outcome {
  return outcome(csvTable('t.csv', bytesOf(text)), more)
}

function lines(text: string): Outcome {
  return outcome(jsonLinesTable('t.jsonl', bytesOf(text)), {})
}

function outcome(table: ReturnType<typeof csvTable>, more: Partial<typeof options>): Outcome {
  const { mapping, problems } = mappingByNames(table, { ...options, ...more })
  if (!mapping) return { observations: [], problems, refusals: [], refused: 0 }
  return outcomeOf(tableRead(table, mapping), mapping)
}

function byTable(table: string, csv: string, text = actualsText(table)): Outcome {
  const { tables, problems } = read(text)
  const [request] = tables
  if (!request) throw new Error(JSON.stringify(problems))
  return outcomeOf(tableRead(csvTable('t.csv', bytesOf(csv)), request.mapping), request.mapping)
}

function outcomeOf(found: TableRead, mapping: Parameters<typeof observationsFrom>[1]): Outcome {
  return {
    observations: observationsFrom(found, mapping),
    problems: found.problems,
    refusals: found.refusals.flatMap(({ problems }) => problems),
    refused: refusedCount(found),
  }
}

function refusalsOf(text: string, more: Partial<typeof options> = {}): readonly Problem[] {
  return named(text, more).refusals
}

function valuesOf(observation: Observation | undefined): Record<string, string> {
  const figures = { ...(observation?.value && { value: observation.value }), ...observation?.counts }
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, figure.value.toDecimal()]))
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
