import { createColors } from 'picocolors'
import type { Language, Place } from '../../model/figure.ts'
import { pushTo } from '../../model/lists.ts'
import type { Problem } from '../../model/problem.ts'
import { inNotation } from '../figure/number.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText, wrappedText } from '../figure/safe-text.ts'
import { problemsEn } from '../words/problems/problems-en.ts'
import { problemsVi } from '../words/problems/problems-vi.ts'
import { excerptAround } from './excerpt.ts'
import type { ProblemDictionary, ProblemWords, Row, Speaker } from './problem-words.ts'

export interface ProblemStyle {
  readonly lang: Language
  readonly color: boolean
  /** false: ASCII only around the words. */
  readonly unicode: boolean
  /** Columns of the terminal; null: not a terminal, so that each message and remedy is one line. */
  readonly width: number | null
  /** A line of an input file as it stands there, without its line break; `undefined` when it cannot be had. */
  readonly excerpt: (file: string, line: number) => string | undefined
}

/**
 * Problems for people: each with its place, its line with the words in question underlined, and the remedy; an empty
 * line between two of them. Empty when there are none.
 *
 * The first hundred of a kind in a file are listed, the others counted: nobody corrects more one by one.
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

function floodBlock({ at, severity, code }: Problem, count: number, style: ProblemStyle): string {
  const { message, remedy } = FLOOD_WORDS[style.lang]
  const words = message(inNotation(String(count), { lang: style.lang, unicode: true }))
  return blockOf(at === null ? '' : safeText(at.file), severity, `${code}: ${words}`, [], remedy, style)
}

const FLOOD_WORDS = {
  en: {
    message: (count: string) => `and ${count} more of this kind`,
    remedy: 'They often share one cause. `pva validate --format json` lists them all.',
  },
  vi: {
    message: (count: string) => `và ${count} trường hợp khác cùng loại`,
    remedy: 'Các trường hợp này thường có chung một nguyên nhân. `pva validate --format json` liệt kê từng trường hợp.',
  },
} as const

function problemBlock(problem: Problem, style: ProblemStyle): string {
  const { at, severity, code } = problem
  const { message, remedy } = problemMessage(problem, style.lang)
  const line = at && style.excerpt(at.file, at.line)
  const shown = at === null || line === null || line === undefined ? [] : excerptLines(line, at, severity, style)
  return blockOf(at === null ? '' : placeText(at), severity, `${code}: ${message}`, shown, remedy, style)
}

/** The line that is meant, and the marks below it. */
function excerptLines(line: string, at: Place, severity: Problem['severity'], style: ProblemStyle): readonly string[] {
  const { dim } = createColors(style.color)
  const { shown, before, under } = excerptAround(line, at, style.unicode)
  const number = String(at.line)
  return [
    `${dim(`   ${number} |`)} ${shown}`.trimEnd(),
    `${dim(`   ${' '.repeat(number.length)} |`)} ${' '.repeat(before)}${alarmOf(severity, style)('^'.repeat(under))}`,
  ]
}

/** `file:1:2 error code: message`, the excerpt, and the remedy; in a terminal folded to its width below a hanging indent. */
function blockOf(
  place: string,
  severity: Problem['severity'],
  said: string,
  shown: readonly string[],
  remedy: string,
  style: ProblemStyle,
): string {
  const word = severityWord(severity, style.lang)
  const lead = place === '' ? word : `${place} ${word}`
  const painted = [...(place === '' ? [] : [createColors(style.color).bold(place)]), alarmOf(severity, style)(word)]
  const [first = '', ...rest] = folded(`${lead} ${said}`, style)
  // A place that is itself broken stays unpainted.
  const head = first.startsWith(lead) ? painted.join(' ') + first.slice(lead.length) : first
  const below = [...rest.map((text) => `   ${text}`), ...shown, ...folded(remedy, style).map((text) => `   ${text}`)]
  return `${[head, ...below].join('\n')}\n`
}

function folded(text: string, { width }: ProblemStyle): readonly string[] {
  return width === null ? [text] : wrappedText(text, width - 3)
}

function alarmOf(severity: Problem['severity'], { color }: ProblemStyle): (text: string) => string {
  const { red, yellow } = createColors(color)
  return severity === 'error' ? red : yellow
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
