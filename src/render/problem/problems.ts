import { createColors } from 'picocolors'
import { cellOf, type Language, type Place } from '../../model/figure.ts'
import { pushTo } from '../../model/lists.ts'
import type { Problem } from '../../model/problem.ts'
import { inNotation } from '../figure/number.ts'
import { safeText } from '../figure/safe-text.ts'
import { problemsEn } from '../words/problems-en.ts'
import { problemsVi } from '../words/problems-vi.ts'
import { excerptAround } from './excerpt.ts'
import type { ProblemDictionary, ProblemWords, Row, Speaker } from './problem-words.ts'

export interface ProblemStyle {
  readonly lang: Language
  readonly color: boolean
  /** false: ASCII only around the words. */
  readonly unicode: boolean
  /** A line of an input file as it stands there, without its line break; `undefined` when it cannot be had. */
  readonly excerpt: (file: string, line: number) => string | undefined
}

/**
 * Problems for people: each with its place, the line it is on with what is meant underlined, and the remedy
 * (FORMATS §3); an empty line between two of them. Empty when there are none.
 *
 * Of one kind in one file the first hundred are told, and how many more there are: nobody corrects more one by one.
 */
export function renderProblems(problems: readonly Problem[], style: ProblemStyle): string {
  const flood = floodOf(problems)
  const blocks = problems.flatMap((problem) => {
    const more = flood.get(problem)
    if (more === undefined) return [problemBlock(problem, style)]
    return more === 0 ? [] : [floodBlock(problem, more, style)]
  })
  return blocks.join('\n')
}

/** `2 errors, 1 warning`; empty when there are none. */
export function problemCount(problems: readonly Problem[], lang: Language): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return [errors > 0 && countOf('error', errors, lang), warnings > 0 && countOf('warning', warnings, lang)]
    .filter(Boolean)
    .join(', ')
}

/** The words of a problem, without anything that acts on a terminal, whatever its input holds. */
export function problemMessage({ code, args }: Problem, lang: Language): ProblemWords {
  const key = ('why' in args ? `${code}/${args.why}` : code) as keyof ProblemDictionary
  // A problem's arguments belong to its row; the compiler cannot follow that through a record.
  const row = (lang === 'vi' ? problemsVi : problemsEn)[key] as Row | ((args: unknown, say: Speaker) => Row)
  const [message, remedy] = typeof row === 'function' ? row(args, speakerOf(lang)) : row
  return { message: safeText(message), remedy: safeText(remedy) }
}

/** `error`, or `lỗi`. */
export const severityWord = (severity: Problem['severity'], lang: Language): string => SEVERITY_WORDS[lang][severity]

const SEVERITY_WORDS = {
  en: { error: 'error', warning: 'warning' },
  vi: { error: 'lỗi', warning: 'cảnh báo' },
} as const

function countOf(severity: Problem['severity'], count: number, lang: Language): string {
  const number = inNotation(String(count), { lang, unicode: true })
  return `${number} ${severityWord(severity, lang)}${lang === 'en' && count !== 1 ? 's' : ''}`
}

/** Problems of one kind in one file that are told one by one. */
const MOST_TOLD = 100

/** Those that are not told: the last of each kind in each file with how many they are, the others with 0. */
function floodOf(problems: readonly Problem[]): ReadonlyMap<Problem, number> {
  const kinds = new Map<string, Problem[]>()
  for (const problem of problems) {
    const kind = `${problem.code} ${problem.at?.file ?? ''}`
    pushTo(kinds, kind, problem)
  }
  const flood = new Map<Problem, number>()
  for (const alike of kinds.values()) {
    const rest = alike.slice(MOST_TOLD)
    for (const [index, problem] of rest.entries()) flood.set(problem, index === rest.length - 1 ? rest.length : 0)
  }
  return flood
}

function floodBlock({ at, severity, code }: Problem, count: number, { lang, color }: ProblemStyle): string {
  const colors = createColors(color)
  const number = inNotation(String(count), { lang, unicode: true })
  const { message, remedy } = FLOOD_WORDS[lang]
  const word = severityWord(severity, lang)
  const place = at ? `${colors.bold(safeText(at.file))} ` : ''
  const alarm = severity === 'error' ? colors.red(word) : colors.yellow(word)
  return `${place}${alarm} ${code}: ${message(number)}\n   ${remedy}\n`
}

const FLOOD_WORDS = {
  en: {
    message: (count: string) => `and ${count} more of this kind`,
    remedy: 'Often one cause is behind them all. `pva validate --format json` tells each of them.',
  },
  vi: {
    message: (count: string) => `và ${count} trường hợp khác cùng loại`,
    remedy: 'Các trường hợp này thường có chung một nguyên nhân. `pva validate --format json` liệt kê từng trường hợp.',
  },
} as const

function problemBlock(problem: Problem, style: ProblemStyle): string {
  const colors = createColors(style.color)
  const { message, remedy } = problemMessage(problem, style.lang)
  const alarm = (text: string) => (problem.severity === 'error' ? colors.red(text) : colors.yellow(text))
  const place = problem.at ? `${colors.bold(placeText(problem.at))} ` : ''
  const severity = alarm(severityWord(problem.severity, style.lang))
  const lines = [`${place}${severity} ${problem.code}: ${message}`]
  const line = problem.at && style.excerpt(problem.at.file, problem.at.line)
  if (problem.at && line !== null && line !== undefined) {
    const { shown, before, under } = excerptAround(line, problem.at, style.unicode)
    const number = String(problem.at.line)
    lines.push(
      `${colors.dim(`   ${number} |`)} ${shown}`.trimEnd(),
      `${colors.dim(`   ${' '.repeat(number.length)} |`)} ${' '.repeat(before)}${alarm('^'.repeat(under))}`,
    )
  }
  lines.push(`   ${remedy}`)
  return `${lines.join('\n')}\n`
}

/** `plans/ha-nam.yaml:14:13`, or `register.xlsx!T1:D3` in a workbook. */
export function placeText(at: Place): string {
  return `${safeText(at.file)}${at.sheet === undefined ? ':' : '!'}${positionText(at)}`
}

/** The same without its file. */
export function positionText(at: Place): string {
  const cell = cellOf(at)
  return cell === null ? `${at.line}:${at.column}` : `${safeText(at.sheet ?? '')}:${cell}`
}

/** The longest text of an input that a message repeats: what is meant stands in the excerpt. */
const LONGEST = 60

function speakerOf(lang: Language): Speaker {
  return {
    // A hyphen for the minus: readers copy these numbers into their files.
    number: (plain) => {
      const [, number, sign = ''] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(String(plain)) ?? []
      return number === undefined ? String(plain) : inNotation(number, { lang, unicode: false }) + sign
    },
    written: (text) => {
      const characters = [...text]
      return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
    },
    place: placeText,
  }
}
