import { civilDate, type Period } from '../../model/period.ts'
import type { Words } from '../words/en.ts'

/** A period as the reports of a language call it: `Q1 2018`, `quý I/2018`. */
export function periodText(period: Period, words: Words): string {
  const first = civilDate(period.start)
  const last = civilDate(period.end)
  const after = civilDate(period.end + 1)
  const months = (last.year - first.year) * 12 + last.month - first.month + 1
  if (first.dayOfMonth !== 1 || after.dayOfMonth !== 1) return days(period, words)
  if (months % 12 === 0 && first.month === 1) {
    return months === 12 ? words.period.year(first.year) : words.period.years(first.year, last.year)
  }
  if (first.year !== last.year) return days(period, words)
  if (months === 6 && first.month % 6 === 1) return words.period.half(first.month === 1 ? 1 : 2, first.year)
  if (months === 3 && first.month % 3 === 1) {
    return words.period.quarter(((first.month + 2) / 3) as 1 | 2 | 3 | 4, first.year)
  }
  if (months === 1) return words.period.month(first.month, first.year)
  return words.period.months(first.month, last.month, first.year)
}

/** A day number as a date of a language: `31 December 2018`, `31/12/2018`. */
export const dateText = (day: number, words: Words): string => words.date(civilDate(day))

function days(period: Period, words: Words): string {
  if (period.start === period.end) return dateText(period.start, words)
  return words.period.between(dateText(period.start, words), dateText(period.end, words))
}
