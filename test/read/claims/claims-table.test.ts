import { describe, expect, it } from 'vitest'
import type { Notation } from '../../../src/model/notation.ts'
import { claimsFromTable, isClaimsTable } from '../../../src/read/claims/claims-table.ts'
import { placed } from '../support.ts'

const PUBLISHED = `id,text,actual,completion,source
jobs-2017,"giải quyết việc làm mới cho 18.923 lao động, đạt 118% kế hoạch năm",18.923,118%,Báo Dân sinh
export-2017,,1.124,107%,
`

describe('a table of claims', () => {
  it('holds a claim in each row, whose cells know their places', () => {
    const { claims, problems } = read(PUBLISHED, 'vi')
    expect(problems).toEqual([])
    const [jobs, second] = claims
    expect(jobs?.text).toBe('giải quyết việc làm mới cho 18.923 lao động, đạt 118% kế hoạch năm')
    expect(jobs?.at).toMatchObject({ file: 'claims.csv', line: 2, column: 1, length: 9 })
    expect(jobs?.figures.actual?.figure.value.toString()).toBe('18923')
    expect(jobs?.figures.actual?.at).toMatchObject({ line: 2, column: 80, length: 6 })
    expect(jobs?.source?.title.vi).toBe('Báo Dân sinh')
    expect([second?.id, second?.text, second?.source]).toEqual(['export-2017', null, null])
  })

  it('may hold every column that a document of claims has a key for', () => {
    const { claims, problems } = read(
      'id\ttext\tbaseline\tfrom\tto\ttarget\tactual\tunit\tdirection\tformula\tcompletion\texceeds_by\tchange\t' +
        'relative_change\tpoor_change\tnumerator\tdenominator\trate\tparts\ttotal\tprevious\tgrowth\tverdict\t' +
        'rounded\tsource\n' +
        'a\tb\t1\t2\t3\t80-90\t~92\tước\tbetween\trange\t113%\t13%\t1\t50%\t-5\t1\t2\t50%\t1 + 2\t3\t2\t50%\t' +
        'Vượt\ttarget actual\tBáo\n',
      'plain',
      'claims.tsv',
    )
    expect(problems).toEqual([])
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({
      ...{ direction: 'between', formula: 'range', unit: { vi: 'ước' }, verdict: { word: 'exceeded' } },
      ...{ figures: { target: { form: 'range' }, actual: { form: 'about' } }, parts: [{}, {}] },
      rounded: new Set(['target', 'actual']),
    })
  })

  it('asks on the command line, not in the table, how its numbers are written', () => {
    const { claims, unreadClaims, problems } = read(PUBLISHED, null)
    expect(placed(problems)).toEqual(['2:80 ambiguous-number', '3:14 ambiguous-number'])
    expect(problems.map(({ args }) => args)).toEqual([
      expect.objectContaining({ written: '18.923', table: true }),
      expect.objectContaining({ written: '1.124', table: true }),
    ])
    expect([claims.length, unreadClaims]).toEqual([0, 2])
  })

  it('passes over columns of others, and asks about one that nearly has the name of a key', () => {
    const { claims, unreadClaims, problems } = read('id,Actual,compeltion,ghi chú\na,5,118%,x\n', 'plain')
    expect(placed(problems)).toEqual(['1:4 unknown-column', '1:11 unknown-column'])
    const told = problems.map(({ args }) => args as { suggestion: string | null })
    expect(told.map(({ suggestion }) => suggestion)).toEqual(['actual', 'completion'])
    expect([claims.length, unreadClaims]).toEqual([0, 1])
  })

  it('passes over what a spreadsheet leaves behind: empty rows, and columns without name and cells', () => {
    const { claims, problems } = read('id,actual,,\na,5,,\n,,,\n\nb,6,,\n', 'plain')
    expect(problems).toEqual([])
    expect(claims.map(({ id, at }) => `${id} ${at.line}`)).toEqual(['a 2', 'b 5'])
  })

  it.each([
    ['id,id,actual\na,b,5\n', ['1:4 duplicate-column'], 1],
    ['id,actual\na,5,6\nb,7\n', ['2:1 ragged-row'], 1],
    ['id,actual\na,5\na,6\n', ['3:1 duplicate-id'], 0],
    ['id,actual\nA B,5\nb,n/a\nc,5\n', ['2:1 bad-value', '3:3 not-a-number'], 2],
    ['id,direction,verdict,rounded\na,up,good,actuall\n', ['2:3 bad-value', '2:6 bad-value', '2:11 bad-value'], 1],
    ['id,actual\n"a,5\n', ['2:1 table-syntax'], 0],
    ['', ['1:1 table-syntax'], 0],
  ])('tells what is wrong in %j', (text, expected, unread) => {
    const { unreadClaims, problems } = read(text, 'plain')
    expect(placed(problems)).toEqual(expected)
    expect(unreadClaims).toBe(unread)
  })
})

describe('a text of which nobody says what it is', () => {
  it.each([
    [PUBLISHED, true],
    ['id;actual;completion\na;5;118%\n', true],
    ['\ufeffid\tactual\n', true],
    ['kind: claims\nclaims: []\n', false],
    ['{"kind":"claims","claims":[{"actual":1,"completion":2}]}', false],
    ['claims:\n  - { id: a, actual: 5, completion: 118% }\n', false],
    ['id,actual,compeltion,target\n', true],
    ['indicator,value\njobs,5\n', false],
    ['indicator,unit,source,rate\njobs,5,a,b\n', false],
    ['id,period,value\njobs,2018,5\n', false],
    ['id\n', false],
    ['', false],
    ['"', false],
  ])('%j is a table of claims: %s', (text, expected) => {
    expect(isClaimsTable(new TextEncoder().encode(text))).toBe(expected)
  })

  it('may be the UTF-16 of a spreadsheet', () => {
    expect(isClaimsTable(Buffer.from('\ufeffid\tactual\na\t5\n', 'utf16le'))).toBe(true)
  })
})

function read(text: string, notation: Notation | null, file = 'claims.csv') {
  return claimsFromTable(file, new TextEncoder().encode(text), notation)
}
