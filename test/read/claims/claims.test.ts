import { describe, expect, it } from 'vitest'
import { type Claim, claimFigureKeys, claimWords, type PrintedNumber } from '../../../src/model/claim.ts'
import type { Figure } from '../../../src/model/figure.ts'
import { type ReadFile, readInput } from '../../../src/read/input.ts'
import { placed } from '../support.ts'

describe('documents of claims', () => {
  it('are of a kind of ours, also where a file of a folder holds nothing else', () => {
    const { skipped, claims, claimDocuments, problems } = read('kind: claims\nclaims: []\n', 'claims.yaml', false)
    expect({ skipped, claims, claimDocuments, problems }).toEqual({
      ...{ skipped: false, claims: [], claimDocuments: 1, problems: [] },
    })
  })

  it('give each claim with its place, and the source of the document where it names none', () => {
    const { claims } = read(`kind: claims
numbers: vi
source: Báo Dân sinh
claims:
  - id: jobs-2017
    text: giải quyết việc làm mới cho 18.923 lao động đạt 118% kế hoạch năm
    actual: 18.923
    completion: 118%
  - actual: 1.124
    source: { title: Niên giám, page: 21 }
`)
    const [jobs, other] = claims
    expect(jobs?.id).toBe('jobs-2017')
    expect(jobs?.text).toMatch(/^giải quyết .* kế hoạch năm$/)
    expect(jobs?.at).toMatchObject({ file: 'claims.yaml', line: 5, column: 9 })
    expect(jobs?.source?.title.vi).toBe('Báo Dân sinh')
    expect(jobs?.figures.completion?.figure.source?.title.vi).toBe('Báo Dân sinh')
    expect(jobs?.figures.actual).toMatchObject({ text: '18.923', at: { line: 7, column: 13, length: 6 } })
    expect([other?.id, other?.at.line, other?.source?.page]).toEqual([null, 9, '21'])
  })

  it('give numbers as they were printed: exact, about, bounds and ranges, in the notation of the file', () => {
    const printed: Readonly<Record<string, string>> = {
      '18.923': 'number 18923',
      '-0,96%': 'number -0.96 percent',
      '−0,96 điểm %': 'number -0.96 points',
      '2,10': 'number 2.1 (2 decimals)',
      '~4': 'about 4',
      'khoảng 4': 'about 4',
      'about 4': 'about 4',
      'xấp xỉ 4,5': 'about 4.5',
      '"<7,6"': 'below 7.6',
      'dưới 4': 'below 4',
      'under 4%': 'below 4 percent',
      '">1.200"': 'above 1200',
      '"> 1.200"': 'above 1200',
      'trên 1.200': 'above 1200',
      'Trên 1.200': 'above 1200',
      'over 4': 'above 4',
      'hơn 4': 'above 4',
      'more than 4': 'above 4',
      'less than 4': 'below 4',
      '≈ 4': 'about 4',
      '6,6-6,8': 'range 6.6 to 6.8',
      '6,6 – 6,8': 'range 6.6 to 6.8',
      '6,6..6,8': 'range 6.6 to 6.8',
      '80–90%': 'range 80 percent to 90 percent',
      '80% - 90%': 'range 80 percent to 90 percent',
      '80%-90': 'range 80 percent to 90 percent',
      '"-3 - -2"': 'range -3 to -2',
      '1-1,5 điểm %': 'range 1 points to 1.5 points',
    }
    const given = Object.keys(printed).map((number) => onlyClaim(`target: ${number}`, 'numbers: vi').figures.target)
    expect(given.map(told)).toEqual(Object.values(printed))
  })

  it('take what is left empty for not printed', () => {
    const { figures, parts, text } = onlyClaim('target:\n    completion: ~\n    parts:\n    text:')
    expect({ figures, parts, text }).toEqual({ figures: {}, parts: [], text: null })
  })

  it('may hold every key that a printed sentence can fill', () => {
    const claim = onlyClaim(
      [
        ...['id: jobs-2017', 'text: đạt 118%', 'baseline: 1', 'from: 4.24%', 'to: 3.28%', 'target: 1', 'actual: 2'],
        ...['unit: { vi: hộ, en: households }', 'direction: at_most', 'formula: level', 'completion: 118%'],
        ...['exceeds_by: 18%', 'change: -0.96%', 'relative_change: -22.6%', 'poor_change: -2527', 'numerator: 1'],
        ...['denominator: 2', 'rate: 50%', 'parts: 1 + 2', 'total: 3', 'previous: 1', 'growth: 100%', 'verdict: Đạt'],
        ...['rounded: target', 'source: a newspaper'],
      ].join('\n    '),
    )
    expect(Object.keys(claim.figures).sort()).toEqual([...claimFigureKeys].sort())
    expect(claim).toMatchObject({ direction: 'at_most', formula: 'level', unit: { vi: 'hộ', en: 'households' } })
  })

  it.each([
    ['1200 + 340+75', ['number 1200', 'number 340', 'number 75']],
    ['1200 340', ['number 1200', 'number 340']],
    ['[1200, ~340, "<5"]', ['number 1200', 'about 340', 'below 5']],
    ['1200', ['number 1200']],
    ['60% + 40%', ['number 60 percent', 'number 40 percent']],
  ])('take %s for parts of a total', (parts, printed) => {
    expect(onlyClaim(`parts: ${parts}`).parts.map(told)).toEqual(printed)
  })

  it('take the words of publications for one of three verdicts', () => {
    const words = claimWords.map((word) => onlyClaim(`verdict: ${word}`).verdict)
    expect(words.map((verdict) => `${verdict?.text}: ${verdict?.word}`)).toEqual([
      ...['met: met', 'exceeded: exceeded', 'missed: missed', 'đạt: met', 'vượt: exceeded', 'không đạt: missed'],
      ...['Đạt: met', 'Vượt: exceeded', 'Không đạt: missed'],
    ])
    expect(words[0]?.at).toMatchObject({ line: 3, column: 14 })
  })

  it.each(['target actual', 'target, actual', '[target, actual]'])('name with %s which numbers are rounded', (keys) => {
    expect([...onlyClaim(`rounded: ${keys}`).rounded].sort()).toEqual(['actual', 'target'])
  })

  it('may be JSON, whose numbers are numbers of JSON', () => {
    const json = '{"kind":"claims","claims":[{"actual":18.923,"completion":"118%","parts":[1,2.5]}]}'
    const { claims, problems } = read(json, 'claims.json')
    expect(problems).toEqual([])
    expect(told(claims[0]?.figures.actual)).toBe('number 18.923 (3 decimals)')
    expect(claims[0]?.parts.map(told)).toEqual(['number 1', 'number 2.5'])
  })

  it('are told, with the place, what they get wrong, and lose no other claim by it', () => {
    const wrong = `kind: claims
claims:
  - id: Jobs 2017
    actual: 18.923
    completion: all
    complation: 118%
    direction: up
    verdict: good
    parts: [1, two]
    rounded: target, actuall
  - id: right
    actual: 5
  - not a map
`
    const { claims, unreadClaims, problems } = read(wrong)
    expect(placed(problems)).toEqual([
      '3:9 bad-value',
      '4:13 ambiguous-number',
      '5:17 not-a-number',
      '6:5 unknown-key',
      '7:16 bad-value',
      '8:14 bad-value',
      '9:16 not-a-number',
      '10:14 bad-value',
      '13:5 bad-value',
    ])
    expect(claims.map(({ id }) => id)).toEqual(['right'])
    expect(unreadClaims).toBe(2)
  })

  it.each([
    ['target: 90-80', '3:13 bad-value', 'a range whose ends are the wrong way round'],
    ['target: 80-80', '3:13 bad-value', 'a range of one number'],
    ['target: 1%-2 pp', '3:13 unit-mismatch', 'a range of two units'],
    ['target: 16.250-18', '3:13 ambiguous-number', 'an end of two readings'],
    ['target: 80-9o', '3:13 not-a-number', 'an end that is none'],
    ['target: gần 4', '3:13 not-a-number', 'a word that is not known'],
    ['target: ">=4"', '3:13 not-a-number', 'a bound that belongs under direction'],
    ['target: khoảng 60-62', '3:13 not-a-number', 'a range and about it'],
    ['target: 12 người', '3:13 not-a-number', 'a unit behind a number'],
    ['parts: 1 + + 2', '3:12 not-a-number', 'a part that is missing'],
    ['poor_change: -5%', '3:18 unit-mismatch', 'households in per cent'],
    ['completion: 5 pp', '3:17 unit-mismatch', 'a completion in points'],
    ['target: [80, 90]', '3:13 bad-value', 'a list for a range'],
    ['rounded: [actuall]', '3:15 bad-value', 'a rounded key that there is not'],
  ])('with %s have the problem %s: %s', (key, expected) => {
    const { claims, unreadClaims, problems } = read(`kind: claims\nclaims:\n  - ${key}\n`)
    expect(placed(problems)).toEqual([expected])
    expect([claims.length, unreadClaims]).toEqual([0, 1])
  })

  it('have each id once, and keep both claims', () => {
    const { claims, problems } = read('kind: claims\nclaims:\n  - id: a\n  - id: b\n  - id: a\n')
    expect(placed(problems)).toEqual(['5:9 duplicate-id'])
    expect(claims).toHaveLength(3)
  })

  it('give no claim where something at the top is wrong, since it may be the notation', () => {
    const { claims, unreadClaims, problems } = read('kind: claims\nnumber: vi\nclaims:\n  - actual: 16250\n')
    expect(placed(problems)).toEqual(['2:1 unknown-key'])
    expect([claims.length, unreadClaims]).toEqual([0, 1])
  })

  it('tell of an unknown notation once, not of each number', () => {
    const { claims, problems } = read('kind: claims\nnumbers: fr\nclaims:\n  - actual: 16.250\n  - target: 0,5\n')
    expect(placed(problems)).toEqual(['2:10 bad-value'])
    expect(claims).toEqual([])
  })

  it('need a list of claims', () => {
    expect(placed(read('kind: claims\n').problems)).toEqual(['1:1 missing-key'])
    expect(placed(read('kind: claims\nclaims: 118%\n').problems)).toEqual(['2:9 bad-value'])
  })

  it('are read in time that grows with their length', () => {
    const withBlanks = (count: number) => `kind: claims\nclaims:\n  - target: "1${' '.repeat(count)}x"\n`
    expect(placed(read(withBlanks(4000)).problems)).toEqual(['3:13 not-a-number'])
    expect(placed(read(withBlanks(200_000)).problems)).toEqual(['3:13 text-too-long'])
  })
})

describe('an id', () => {
  it('that is null is told, and not taken for one that was left out', () => {
    const plan = 'kind: plan\nid: null\ntitle: t\nperiod: 2018\nindicators: []\n'
    const actuals = 'kind: actuals\nplan: ~\nperiod: 2018\nobservations:\n  - { indicator: null, value: 1 }\n'
    expect(placed(read(plan).problems)).toEqual(['2:5 bad-value'])
    expect(placed(read(actuals).problems)).toEqual(['2:7 bad-value', '5:18 bad-value'])
  })
})

/** The only claim of a document, which has to be without errors. */
function onlyClaim(keys: string, notation = 'source: a newspaper'): Claim {
  const { claims, problems } = read(`kind: claims\nclaims:\n  - ${keys}\n${notation}\n`)
  const [claim] = claims
  if (!claim || problems.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(problems))
  return claim
}

/** `range 1 points to 1.5 points`; decimals where the number does not show them. */
function told(printed: PrintedNumber | undefined): string {
  if (!printed) return 'nothing'
  const { form, figure } = printed
  const figures = printed.form === 'range' ? [figure, printed.high] : [figure]
  return `${form} ${figures.map(numberTold).join(' to ')}`
}

function numberTold({ value, mark, decimals }: Figure): string {
  const lost = decimals > 0 && decimals !== 1 && mark === 'none' ? ` (${decimals} decimals)` : ''
  return `${value}${mark === 'none' ? '' : ` ${mark}`}${lost}`
}

function read(text: string, path = 'claims.yaml', named = true): ReadFile {
  return readInput({ path, bytes: new TextEncoder().encode(text), named })
}
