import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areEquallyLong,
  civilDate,
  commonGrain,
  contains,
  dayCount,
  formatDay,
  grainCount,
  overlaps,
  type Period,
  parseAskedPeriod,
  parseDay,
  parsePeriod,
  partsOf,
  periodBefore,
  periodFrom,
  periodIn,
  sameSpan,
  wholeYears,
  yearBefore,
} from '../../src/model/period.ts'

const MILLISECONDS_A_DAY = 86_400_000
/** 1896 and 2104 are leap years on either side of 1900 and 2100, which are not. */
const firstDay = Date.UTC(1896, 0, 1) / MILLISECONDS_A_DAY
const lastDay = Date.UTC(2104, 11, 31) / MILLISECONDS_A_DAY
const days = fc.integer({ min: firstDay, max: lastDay })

describe('a day', () => {
  it('is written and read as the calendar has it, every day from 1896 to 2104', () => {
    const wrong: string[] = []
    for (let day = firstDay; day <= lastDay; day++) {
      const written = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
      if (formatDay(day) !== written || parseDay(written) !== day) wrong.push(written)
    }
    expect(wrong).toEqual([])
    expect(lastDay - firstDay + 1).toBe(209 * 365 + 51)
  })

  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2018-01-01', 17_532],
    ['0000-03-01', -719_468],
    ['0000-01-01', -719_528],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, day) => {
    expect(parseDay(text)).toBe(day)
    expect(formatDay(day)).toBe(text)
  })

  it('is taken apart into year, month and day', () => {
    expect(civilDate(17_532)).toEqual({ year: 2018, month: 1, dayOfMonth: 1 })
    expect(civilDate(17_532 - 1)).toEqual({ year: 2017, month: 12, dayOfMonth: 31 })
    expect(civilDate(11_016)).toEqual({ year: 2000, month: 2, dayOfMonth: 29 })
  })

  it.each(['1904-02-29', '1996-02-29', '2000-02-29', '2024-02-29', '2400-02-29'])('%s exists', (text) => {
    expect(parseDay(text)).toBeDefined()
  })

  it.each([
    ['1900-02-29', 'a century that is no leap year'],
    ['2100-02-29', 'a century that is no leap year'],
    ['2018-02-29', 'no leap year'],
    ['2024-02-30', 'February has 29 days at most'],
    ['2018-04-31', 'April has 30 days'],
    ['2018-06-31', 'June has 30 days'],
    ['2018-09-31', 'September has 30 days'],
    ['2018-11-31', 'November has 30 days'],
    ['2018-01-32', 'no month has 32 days'],
    ['2018-12-32', 'no month has 32 days'],
    ['2018-01-00', 'days count from 1'],
    ['2018-03-99', 'no month has 99 days'],
    ['2018-00-10', 'months count from 1'],
    ['2018-13-01', 'a year has 12 months'],
    ['2018-1-1', 'two digits each'],
    ['2018-01-001', 'two digits each'],
    ['18-01-01', 'four digits of a year'],
    ['12018-01-01', 'four digits of a year'],
    ['2018/01/01', 'dashes'],
    ['2018-01', 'a month is no day'],
    ['01/02/2018', 'another order'],
    [' 2018-01-01', 'nothing before it'],
    ['2018-01-01T00:00', 'nothing behind it'],
    ['', 'nothing'],
  ])('%j is no day: %s', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })
})

describe('a period as written', () => {
  it.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-H1', '2018-01-01', '2018-06-30'],
    ['2018-H2', '2018-07-01', '2018-12-31'],
    ['2018-Q1', '2018-01-01', '2018-03-31'],
    ['2018-Q2', '2018-04-01', '2018-06-30'],
    ['2018-Q3', '2018-07-01', '2018-09-30'],
    ['2018-Q4', '2018-10-01', '2018-12-31'],
    ['2018-01', '2018-01-01', '2018-01-31'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2018-04', '2018-04-01', '2018-04-30'],
    ['2018-12', '2018-12-01', '2018-12-31'],
    ['2018-03-15', '2018-03-15', '2018-03-15'],
    ['2018-01/2018-09', '2018-01-01', '2018-09-30'],
    ['2018-01-15/2018-03-31', '2018-01-15', '2018-03-31'],
    ['2016/2020', '2016-01-01', '2020-12-31'],
    ['2018-Q2/2019-H1', '2018-04-01', '2019-06-30'],
    ['2018-11/2018-11', '2018-11-01', '2018-11-30'],
    ['2018-05-01/2018-05-01', '2018-05-01', '2018-05-01'],
  ])('%s runs from %s to %s', (text, start, end) => {
    expect(parsePeriod(text)).toEqual({ start: parseDay(start), end: parseDay(end), text })
  })

  it('has each of its months, quarters and halves follow the one before', () => {
    for (const year of [1899, 1900, 1999, 2000, 2018, 2020]) {
      for (const grain of [
        ['H1', 'H2'],
        ['Q1', 'Q2', 'Q3', 'Q4'],
        ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'],
      ]) {
        const spans = grain.map((part) => period(`${year}-${part}`))
        expect(spans[0]?.start).toBe(period(String(year)).start)
        expect(spans.at(-1)?.end).toBe(period(String(year)).end)
        spans.slice(1).forEach((span, index) => {
          expect(span.start).toBe((spans[index]?.end ?? 0) + 1)
        })
      }
    }
  })

  it.each([
    '',
    '18',
    '20180',
    '2018-',
    '2018-H0',
    '2018-H3',
    '2018-Q0',
    '2018-Q5',
    '2018-q1',
    '2018-00',
    '2018-13',
    '2018-1',
    '2018-001',
    '2018-02-30',
    '2018-13-01',
    '2018-Q1-01',
    '2018/2017',
    '2018-09/2018-01',
    '2018-05-02/2018-05-01',
    '2018/',
    '/2018',
    '2018/2019/2020',
    '2018/2019/',
    '2018 / 2019',
    '2018-Q1/x',
    'x/2018',
    ' 2018',
    '2018 ',
    'Q1-2018',
    '03/2018',
  ])('%j is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })
})

describe('periods against each other', () => {
  it('contain what lies in them, to the day', () => {
    const year = period('2018')
    expect(contains(year, year)).toBe(true)
    expect(contains(year, period('2018-H1'))).toBe(true)
    expect(contains(year, period('2018-H2'))).toBe(true)
    expect(contains(year, period('2017-12-31/2018-12-31'))).toBe(false)
    expect(contains(year, period('2018-01-01/2019-01-01'))).toBe(false)
    expect(contains(period('2018-H1'), year)).toBe(false)
  })

  it('overlap when they share one day', () => {
    const year = period('2018')
    expect(overlaps(period('2018-Q1'), period('2018-Q2'))).toBe(false)
    expect(overlaps(period('2018-Q2'), period('2018-Q1'))).toBe(false)
    expect(overlaps(period('2018-Q1'), period('2018-03-31'))).toBe(true)
    expect(overlaps(period('2018-03-31/2018-04-30'), period('2018-Q1'))).toBe(true)
    expect(overlaps(year, period('2018-05'))).toBe(true)
    expect(overlaps(period('2018-05'), year)).toBe(true)
  })

  it('overlap, contain and coincide as their days do', () => {
    fc.assert(
      fc.property(spans(), spans(), (a, b) => {
        const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1
        expect(overlaps(a, b)).toBe(shared > 0)
        expect(contains(a, b)).toBe(shared === dayCount(b))
        expect(sameSpan(a, b)).toBe(contains(a, b) && contains(b, a))
      }),
    )
  })

  it('are the same however they are written', () => {
    const year = period('2018')
    expect(sameSpan(year, period('2018-01/2018-12'))).toBe(true)
    expect(sameSpan(year, period('2018-01-02/2018-12-31'))).toBe(false)
    expect(sameSpan(year, period('2018-01-01/2018-12-30'))).toBe(false)
  })
})

describe('dayCount', () => {
  it.each([
    ['2018', 365],
    ['2020', 366],
    ['1900', 365],
    ['2000', 366],
    ['2018-Q1', 90],
    ['2020-Q1', 91],
    ['2018-H2', 184],
    ['2018-05-01', 1],
    ['2016/2020', 1827],
  ])('%s has %i days, both ends counted', (text, count) => {
    expect(dayCount(period(text))).toBe(count)
  })
})

describe('wholeYears', () => {
  it.each([
    ['2018', 1],
    ['2020', 1],
    ['2016/2020', 5],
    ['2018-01/2018-12', 1],
    ['2018-07/2019-06', 1],
    ['2018-H2/2020-H1', 2],
    ['2018-04-15/2020-04-14', 2],
    ['2016-03-01/2020-02-29', 4],
    ['2020-02-29/2021-02-27', undefined],
    ['2018-H1', undefined],
    ['2018-05', undefined],
    ['2018-01-01', undefined],
    ['2018-01-02/2018-12-31', undefined],
    ['2018-01-01/2018-12-30', undefined],
    ['2018-01/2019-06', undefined],
    ['2018-01-01/2019-01-14', undefined],
    ['2018-02-01/2019-02-01', undefined],
  ])('%s covers %s', (text, years) => {
    expect(wholeYears(period(text))).toBe(years)
  })

  it('counts from any first day of a month to the day before it, years later', () => {
    const months = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1896, max: 2090 }),
        months,
        fc.integer({ min: 1, max: 12 }),
        (from, month, years) => {
          const start = Date.UTC(from, month - 1, 1) / MILLISECONDS_A_DAY
          const end = Date.UTC(from + years, month - 1, 1) / MILLISECONDS_A_DAY - 1
          expect(wholeYears({ start, end, text: '' })).toBe(years)
          expect(wholeYears({ start, end: end + 1, text: '' })).toBeUndefined()
          expect(wholeYears({ start: start + 1, end, text: '' })).toBeUndefined()
        },
      ),
    )
  })
})

describe('the grain of periods', () => {
  it.each([
    [['2018'], 'years'],
    [['2016/2020', '2018'], 'years'],
    [['2018', '2018-H1'], 'halves'],
    [['2018-H2/2019-H1'], 'halves'],
    [['2018', '2018-Q1', '2018-Q3'], 'quarters'],
    [['2018-H1', '2018-Q4'], 'quarters'],
    [['2018', '2018-05'], 'months'],
    [['2018-Q1', '2018-02/2018-04'], 'months'],
    [['2018', '2018-02-01/2018-02-27'], 'days'],
    [['2018-01-02/2018-12-31'], 'days'],
    [['2018-01-02/2019-01-01'], 'days'],
  ] as const)('%j is the largest at whose borders all begin and end: %s', (texts, grain) => {
    expect(commonGrain(texts.map(period))).toBe(grain)
  })

  it.each([
    ['2018', 'years', 1],
    ['2016/2020', 'years', 5],
    ['2018', 'halves', 2],
    ['2018-H2/2019-H1', 'halves', 2],
    ['2018-Q1/2018-Q3', 'quarters', 3],
    ['2016/2020', 'quarters', 20],
    ['2017-Q4/2018-Q1', 'quarters', 2],
    ['2018', 'months', 12],
    ['2018-11/2019-02', 'months', 4],
    ['2018-05', 'months', 1],
    ['2018', 'days', 365],
    ['2018-03-01/2018-03-02', 'days', 2],
  ] as const)('%s has, in %s, %i', (text, grain, count) => {
    expect(grainCount(period(text), grain)).toBe(count)
  })
})

describe('a period from day to day', () => {
  it.each([
    ['2018', '2018'],
    ['2018-01/2018-12', '2018'],
    ['2016/2020', '2016/2020'],
    ['2018-01/2018-06', '2018-H1'],
    ['2018-07/2018-12', '2018-H2'],
    ['2018-01/2018-03', '2018-Q1'],
    ['2018-Q2', '2018-Q2'],
    ['2018-07-01/2018-09-30', '2018-Q3'],
    ['2018-10/2018-12', '2018-Q4'],
    ['2018-Q1/2018-Q3', '2018-01/2018-09'],
    ['2018-H2/2019-H1', '2018-07/2019-06'],
    ['2018-02-01/2018-02-28', '2018-02'],
    ['2018-02/2018-05', '2018-02/2018-05'],
    ['2018-01-15/2018-03-31', '2018-01-15/2018-03-31'],
    ['2018-03-15/2018-03-15', '2018-03-15'],
  ])('%s is written in its shortest: %s', (written, shortest) => {
    const { start, end } = period(written)
    expect(periodFrom(start, end)).toEqual({ start, end, text: shortest })
  })

  it('is read back as it was', () => {
    fc.assert(
      fc.property(spans(), ({ start, end }) => {
        const made = periodFrom(start, end)
        expect(parsePeriod(made.text)).toEqual(made)
      }),
    )
  })
})

describe('one year before', () => {
  it.each([
    ['2018', '2017'],
    ['2018-H1', '2017-H1'],
    ['2018-Q1', '2017-Q1'],
    ['2018-06', '2017-06'],
    ['2018-01/2018-09', '2017-01/2017-09'],
    ['2018-11/2019-02', '2017-11/2018-02'],
    ['2016/2018', '2015/2017'],
    ['2018-06-30', '2017-06-30'],
    ['2018-01-15/2018-03-20', '2017-01-15/2017-03-20'],
    // The last of February is the last of February.
    ['2020-02', '2019-02'],
    ['2021-02', '2020-02'],
    ['2021-01-01/2021-02-28', '2020-01/2020-02'],
    ['2020-02-29', '2019-02-28'],
    ['2021-02-28', '2020-02-29'],
    ['2020-02-28', '2019-02-28'],
    ['2020-02-29/2020-03-15', '2019-02-28/2019-03-15'],
    ['2020-01-10/2020-02-29', '2019-01-10/2019-02-28'],
  ])('than %s is %s', (text, expected) => {
    const before = yearBefore(period(text))
    expect(sameSpan(before, period(expected))).toBe(true)
    expect(before.text).toBe(periodFrom(before.start, before.end).text)
  })
})

describe('the period before', () => {
  it.each([
    ['2018', '2017'],
    ['2018-H2', '2018-H1'],
    ['2018-Q1', '2017-Q4'],
    ['2018-03', '2018-02'],
    ['2018-01', '2017-12'],
    ['2018-04/2018-09', '2017-10/2018-03'],
    ['2018-06-30', '2018-06-29'],
    ['2018-01-15/2018-01-24', '2018-01-05/2018-01-14'],
  ])('%s is %s, of the same length', (text, expected) => {
    expect(sameSpan(periodBefore(period(text)), period(expected))).toBe(true)
    expect(areEquallyLong(periodBefore(period(text)), period(text))).toBe(true)
  })
})

describe('two periods are equally long', () => {
  it.each([
    // 31 and 28 days, and one month both.
    ['2018-01', '2018-02', true],
    ['2018-Q1', '2018-04/2018-06', true],
    ['2018-H1', '2018-Q1', false],
    ['2018-06-30', '2018-05-31', true],
    ['2018-01-15/2018-01-24', '2018-03-01/2018-03-10', true],
    // 31 days on either side, of which only one is a month.
    ['2018-01', '2018-01-15/2018-02-14', true],
    ['2018-02', '2018-01-15/2018-02-14', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(areEquallyLong(period(a), period(b))).toBe(expected)
    expect(areEquallyLong(period(b), period(a))).toBe(expected)
  })
})

describe('the parts of a span', () => {
  it.each([
    ['2018-Q1', 'months', ['2018-01', '2018-02', '2018-03']],
    ['2018-01/2018-09', 'quarters', ['2018-Q1', '2018-Q2', '2018-Q3']],
    ['2018', 'halves', ['2018-H1', '2018-H2']],
    ['2017/2018', 'years', ['2017', '2018']],
    ['2017-11/2018-02', 'months', ['2017-11', '2017-12', '2018-01', '2018-02']],
  ] as const)('%s in %s', (text, grain, expected) => {
    expect(partsOf(period(text), grain).map((part) => part.text)).toEqual(expected)
  })

  it('tile it', () => {
    const texts = ['2016/2020', '2018', '2018-H2', '2019-11/2020-04']
    fc.assert(
      fc.property(fc.constantFrom(...texts), (text) => {
        const parts = partsOf(period(text), 'months')
        expect(parts[0]?.start).toBe(period(text).start)
        expect(parts.at(-1)?.end).toBe(period(text).end)
        parts.slice(1).forEach((part, index) => {
          expect(part.start).toBe((parts[index]?.end ?? 0) + 1)
        })
      }),
    )
  })
})

describe('a reporting period', () => {
  it.each([
    ['6m', '2018', '2018-01/2018-06'],
    ['9m', '2018', '2018-01/2018-09'],
    ['12m', '2018', '2018'],
    ['6m', '2016/2020', '2016-H1'],
    ['3m', '2018-04/2019-03', '2018-Q2'],
    ['1m', '2018-01-31/2018-12-31', '2018-01-31/2018-02-27'],
    ['2018-06', '2018', '2018-06'],
    ['2018-H1', '2017', '2018-H1'],
  ])('%s in a plan of %s is %s', (text, plan, expected) => {
    const asked = parseAskedPeriod(text)
    expect(asked?.text).toBe(text)
    expect(asked && sameSpan(periodIn(period(plan), asked), period(expected))).toBe(true)
  })

  it.each(['0m', '06m', 'm', '6M', '-6m', '1000m', '6 m', '6m/9m', '2018-13', ''])('%s is none', (text) => {
    expect(parseAskedPeriod(text)).toBeUndefined()
  })
})

function period(text: string): Period {
  const read = parsePeriod(text)
  if (!read) throw new Error(`not a period: ${text}`)
  return read
}

function spans(): fc.Arbitrary<Period> {
  const length = fc.integer({ min: 0, max: 40 })
  const near = days.map((day) => firstDay + (day % 60))
  return fc.tuple(near, length).map(([start, extra]) => ({ start, end: start + extra, text: '' }))
}
