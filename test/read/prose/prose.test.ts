import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Claim } from '../../../src/model/claim.ts'
import { lexiconEn } from '../../../src/read/prose/lexicon-en.ts'
import { lexiconVi } from '../../../src/read/prose/lexicon-vi.ts'
import { ROOT } from '../../support/folder.ts'
import {
  fieldLine,
  fieldMeasure,
  fieldsOf,
  nameMeasure,
  pagesIn,
  readProse,
  verdictMeasure,
} from '../../support/prose-truth.ts'

const docs = readFileSync(join(ROOT, 'docs/audit.md'), 'utf8')

describe.each([
  ['vi', lexiconVi],
  ['en', lexiconEn],
] as const)('a phrase of the lexicon: %s', (notation, { phrases }) => {
  const each = phrases.flatMap(([role, same, example, reads]) =>
    same.split(', ').map((phrase) => [`${phrase} (${role})`, example.replace('{}', phrase), reads, example] as const),
  )
  it.each(each)('does in its example what it says: %s', (_, written, reads, example) => {
    expect(example).toContain('{}')
    const fields = readProse(written, { notation }).claims.flatMap(fieldsOf)
    if (reads === '') expect(fields).toEqual([])
    else expect(fields).toEqual(expect.arrayContaining([...wanted(reads)]))
  })
})

/** `parts 8,5 4` are two. */
function wanted(reads: string): readonly string[] {
  const [key = '', ...values] = reads.split(' ')
  const names: Readonly<Record<string, string>> = { to: 'actual', previous: 'from' }
  if (key === 'parts') return values.map((value) => `parts ${value}`)
  return [`${names[key] ?? key} ${values.join(' ')}`]
}

describe('printed statements', () => {
  const [seen, unseen, later] = [pagesIn('prose-seen.yaml'), pagesIn('prose-unseen.yaml'), pagesIn('prose-later.yaml')]

  it('are read into the fields labelled by hand as well as docs/audit.md says', () => {
    const lines = docs.split('\n')
    expect(lines).toContain(fieldLine('written with', fieldMeasure(seen)))
    expect(lines).toContain(fieldLine('put aside', fieldMeasure(unseen)))
    expect(lines).toContain(fieldLine('gathered later', fieldMeasure(later)))
  })

  it('are right in at least 98 of 100 fields, and find at least 85, where the grammar had not seen them', () => {
    const { found, labelled, right } = fieldMeasure(unseen)
    expect(right / found).toBeGreaterThanOrEqual(0.98)
    expect(right / labelled).toBeGreaterThanOrEqual(0.85)
  })

  it('are judged as docs/audit.md says: none of them wrongly accused, most accused once a figure is changed', () => {
    const lines = docs.split('\n')
    const halves = [
      ['written with', verdictMeasure('seen')],
      ['put aside', verdictMeasure('unseen')],
      ['gathered later', verdictMeasure('later')],
    ] as const
    for (const [half, { right, changed }] of halves) {
      const row = ({ judged, wrong, calledWrong, rightly }: typeof right) =>
        [judged, wrong, calledWrong, rightly].join(' | ')
      expect(lines).toContain(`| ${half}, as printed | ${row(right)} |`)
      expect(lines).toContain(`| ${half}, one figure changed | ${row(changed)} |`)
    }
  })

  it('are about what they say, in nearly all of them', () => {
    for (const pages of [seen, unseen, later]) {
      const { subjects, named, units, counted } = nameMeasure(pages)
      expect(subjects / named).toBeGreaterThan(0.85)
      expect(units / counted).toBeGreaterThan(0.95)
    }
  })

  it('are at least 80, from public pages with their sources, half of them Vietnamese', () => {
    const pages = [...seen, ...unseen, ...later]
    expect(pages.every(({ source }) => /https?:/.test(source))).toBe(true)
    const texts = pages.flatMap(({ statements }) => statements.map(({ text }) => text))
    expect(texts.length).toBeGreaterThanOrEqual(80)
    const vietnamese = texts.filter((text) => /[ăâđêôơưạ-ỹ]/.test(text)).length
    expect(Math.abs(vietnamese - texts.length / 2)).toBeLessThan(texts.length / 8)
  })
})

it.each(parse(readFileSync(join(ROOT, 'test/data/prose-without-statements.yaml'), 'utf8')) as readonly string[])(
  'makes no claim of telephone numbers, dates, decrees, pages, prices and scores: %s',
  (text) => {
    for (const notation of ['vi', 'en'] as const) expect(readProse(text, { notation }).claims.map(fieldsOf)).toEqual([])
  },
)

describe('the interview of docs/audit.md', () => {
  const text = /^```text ha-nam-interview\.txt\n(.*?)^```$/ms.exec(docs)?.[1] ?? ''
  const { claims, prose } = readProse(text)
  const of = (is: (claim: Claim) => boolean) => claims.filter(is).map(fieldsOf)

  it('has four results of 2017 with their completion, and one change of a rate', () => {
    expect(of(({ figures }) => figures.completion !== undefined)).toEqual([
      ['actual 18.923', 'completion 118%', 'period 2017'],
      ['actual 1.124', 'completion 107%', 'period 2017'],
      ['change -0,96%', 'from 4,24%', 'actual 3,28%', 'poor_change -2.527', 'completion 120%', 'period 2017'],
      ['actual 20.234', 'completion 119%', 'period 2017'],
    ])
  })

  it('has thirteen targets of 2018, and no other figure', () => {
    const targets = claims.filter(({ figures }) => figures.target)
    expect(targets.map(({ figures }) => figures.target?.text)).toEqual(
      '16.250 1.000 0,3% 9.500 30 200 35 20.500 51% 1.450 300 3,81% 100%'.split(' '),
    )
    expect(claims.length).toBe(17)
    expect(prose?.unread).toEqual([])
  })
})

describe('the notation of a text', () => {
  it.each([
    ['Thu 18.923 đồng, đạt 4,24% kế hoạch.', ['actual 18.923', 'completion 4,24%']],
    ['Visits were 18,923, up 4.24% from last year.', ['actual 18,923', 'growth 4.24%']],
  ])('is what one of its numbers says: %s', (text, fields) => {
    expect(readProse(text).claims.flatMap(fieldsOf)).toEqual(fields)
  })

  it.each(['Thu 18.923 đồng, đạt 118% kế hoạch.', 'Thu 18.923,5 đồng, bằng 101.86% kế hoạch.'])(
    'is asked for where nothing decides: %s',
    (text) => {
      const { claims, problems } = readProse(text)
      expect([claims, problems.map(({ code }) => code)]).toEqual([[], ['ambiguous-number']])
      expect(readProse(text, { notation: 'vi' }).problems).toEqual([])
    },
  )

  it('leaves a number of the other notation unread', () => {
    const text =
      'Thu 18.923,5 đồng, đạt 99,5% kế hoạch; chi 2,5 đồng, đạt 98,5% kế hoạch; có 5.093,5 lượt, đạt 101.86% kế hoạch.'
    expect(readProse(text).prose?.unread.map(({ text: figure }) => figure)).toContain('101.86')
  })
})

describe('what is not understood', () => {
  it.each([
    [
      'several figures in the order of other words',
      'Doanh thu đạt 113,6 tỷ và lãi 4,9 tỷ đồng, lần lượt tăng 14% và 73% so với cùng kỳ.',
    ],
    [
      'a figure of the plan of another year',
      'Công ty phấn đấu năm 2022 tăng 20% doanh thu, bằng 15,6% kế hoạch năm 2021.',
    ],
    ['an excess without a plan', 'Doanh thu 12,5 tỷ đồng, vượt 5%.'],
  ])('is listed, and is no field: %s', (_, text) => {
    const { claims, prose } = readProse(text, { notation: 'vi' })
    expect(claims.flatMap(fieldsOf).filter((field) => /growth|completion|exceeds/.test(field))).toEqual([])
    expect(prose?.unread.length).toBeGreaterThan(0)
  })

  it('a change behind another subject is none of the figure in front', () => {
    const { claims } = readProse('Doanh thu đạt 12,5 tỷ đồng, đạt 98% kế hoạch, lợi nhuận tăng 21% so với cùng kỳ.')
    expect(claims.map(fieldsOf)).toEqual([['actual 12,5', 'completion 98%'], ['growth 21%']])
  })
})

describe('a figure belongs to what it is said of', () => {
  it.each([
    [
      'another thing behind a conjunction',
      'Xã mua 76 máy sau khi giá mỗi máy giảm 20% so với kế hoạch.',
      ['exceeds_by -20%'],
    ],
    [
      'what brackets behind a plan hold',
      'Thu đạt 55% kế hoạch 5 năm (6.864 tỷ đồng).',
      ['completion 55%', 'target 6.864'],
    ],
    ['a share of something else for a plan', 'Có 23 nước đóng góp đủ 2% GDP cho mục tiêu chung.', []],
    ['a figure behind brackets', 'Thưởng theo tỷ lệ đã đạt (26% kế hoạch) là 128,5 triệu đồng.', ['completion 26%']],
    ['a part named last', 'Bán 600.000 tấn ống và còn lại là tôn mạ kẽm, vượt 10% kế hoạch.', ['exceeds_by 10%']],
    [
      'a plan that is set over an older one',
      'Năm nay, mục tiêu đạt 2.603 tỷ đồng, tăng 18,3% so với kế hoạch năm 2017.',
      ['target 2.603'],
    ],
    ['a verb with its adverb', 'Thu 12,5 tỷ đồng, tăng đột biến 7,2% so với cùng kỳ.', []],
    [
      'a target that is only aimed beyond',
      'Sales are expected to exceed the target of 12.5 million dollars.',
      ['target 12.5'],
    ],
    [
      'what was planned before',
      'The goal was 12.5 million dollars, and the town brought in 13.5 million dollars.',
      ['target 12.5'],
    ],
  ])('%s: %s', (_, text, fields) => {
    const notation = /^[A-Z][a-z ]*[a-z]+ /.test(text) && !/[ăâđêôơưạ-ỹ]/.test(text) ? 'en' : 'vi'
    expect(
      readProse(text, { notation })
        .claims.flatMap(fieldsOf)
        .filter((field) => !field.startsWith('period')),
    ).toEqual(fields)
  })
})

describe('figures in different magnitudes', () => {
  it('are told in units together, and count as rounded as they were', () => {
    const [claim] = readProse('The park had 1,274,593 visits, exceeding the target of 1.25 million visits.').claims
    expect(claim?.figures.target?.figure.value.toDecimal()).toBe('1250000')
    expect(claim?.figures.target?.text).toBe('1,250,000')
    expect(claim?.steps.get('target')?.toDecimal()).toBe('10000')
  })
})
