import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'yaml'
import { audited } from '../../src/calc/audit/audit.ts'
import type { Claim, PrintedNumber, ReadProse } from '../../src/model/claim.ts'
import type { Notation } from '../../src/model/notation.ts'
import type { Problem } from '../../src/model/problem.ts'
import { claimsOfText, type ProseKind, textIn } from '../../src/read/prose/claims.ts'
import { isCalledWrong, type Measure } from './audit-truth.ts'
import { ROOT } from './folder.ts'

export interface ReadText {
  readonly claims: readonly Claim[]
  readonly prose: ReadProse | null
  readonly problems: readonly Problem[]
}

/** Reads prose as a file of that kind. */
export function readProse(
  text: string | Uint8Array,
  { kind = 'txt', notation = null }: { kind?: ProseKind; notation?: Notation | null } = {},
): ReadText {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const read = textIn(`text.${kind}`, bytes, kind, notation, (packed, most) => {
    try {
      return inflateRawSync(packed, { maxOutputLength: most })
    } catch {
      return null
    }
  })
  return 'code' in read ? { claims: [], prose: null, problems: [read] } : { ...claimsOfText(read), problems: [] }
}

/** `completion 118%`, `period 2017`, as the labels of test/data write them; by-ways of saying the same have one name. */
export function fieldsOf({ figures, parts, direction, verdict, said }: Claim): readonly string[] {
  const { numerator, denominator, rate, ...others } = figures
  const isRatio = rate !== undefined && rate.figure.mark === 'none'
  const kept = isRatio ? others : { ...others, numerator, denominator, rate }
  const ratio = said?.ratio ?? (isRatio ? rate : null)
  return [
    ...Object.entries(kept).flatMap(([key, printed]) => (printed ? [`${sameKey(key)} ${written(printed)}`] : [])),
    ...parts.map((part) => `parts ${written(part)}`),
    ...(ratio ? [`ratio ${written(ratio)}`] : []),
    ...(said?.period ? [`period ${said.period}`] : []),
    ...(direction ? [`direction ${direction}`] : []),
    ...(verdict ? [`verdict ${verdict.word}`] : []),
  ]
}

/** A figure is the later of two whether it is called `to` or `actual`. */
function sameKey(key: string): string {
  return ({ to: 'actual', previous: 'from', baseline: 'from' } as Record<string, string>)[key] ?? key
}

const FORMS = { number: '', about: '~', above: '>', below: '<', range: '' }

function written(printed: PrintedNumber): string {
  const { text, form } = printed
  const [sign, size] = text.replace(/^[~<>]/, '').startsWith('-')
    ? ['-', text.replace(/^[~<>]?-/, '')]
    : ['', text.replace(/^[~<>]/, '')]
  // A fall of about 5 is written as about −5.
  const isTurned = sign === '-' && (form === 'above' || form === 'below')
  return `${sign}${isTurned ? FORMS[form === 'above' ? 'below' : 'above'] : FORMS[form]}${size.replace('..', '-').replace('%-', '-')}`
}

/** A claim as somebody labelled it: `subject; unit people; actual 18.923; completion 118%`. */
interface Label {
  readonly subject: string
  readonly unit: string | null
  readonly fields: readonly string[]
}

function labelFrom(text: string): Label {
  const [subject = '', ...rest] = text.split('; ')
  const pairs = rest.map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const)
  return {
    subject,
    unit: pairs.find(([key]) => key === 'unit')?.[1] ?? null,
    fields: pairs.flatMap(([key, value]) => {
      if (key === 'unit') return []
      return key === 'parts' ? value.split(' ').map((part) => `parts ${part}`) : [`${sameKey(key)} ${value}`]
    }),
  }
}

interface Page {
  readonly source: string
  readonly statements: readonly { readonly text: string; readonly claims: readonly string[] }[]
}

export function pagesIn(name: string): readonly Page[] {
  return parse(readFileSync(join(ROOT, 'test/data', name), 'utf8'))
}

export interface FieldMeasure {
  readonly sentences: number
  /** Fields labelled by hand, found, and both. */
  readonly labelled: number
  readonly found: number
  readonly right: number
  /** `sentence: what is missing, + what is too much`. */
  readonly differences: readonly string[]
}

/** The statements of a page as one text; where its few numbers do not tell their notation, it is answered. */
function readPage(statements: Page['statements']): ReadText {
  const text = statements.map((statement) => statement.text).join('\n\n')
  const read = readProse(text)
  return read.problems.length === 0 ? read : readProse(text, { notation: /[ăâđêôơưạ-ỹ]/.test(text) ? 'vi' : 'en' })
}

/** Holds the fields that are read of each page, as one text, against its labels. */
export function fieldMeasure(pages: readonly Page[]): FieldMeasure {
  let [labelled, found, right, sentences] = [0, 0, 0, 0]
  const differences: string[] = []
  for (const { statements } of pages) {
    const { claims } = readPage(statements)
    statements.forEach(({ text, claims: labels }, index) => {
      sentences++
      const left = claims.filter(({ at }) => at.line === index * 2 + 1)
      for (const label of labels.map(labelFrom)) {
        const [best] = left
          .map((claim) => ({ claim, fields: fieldsOf(claim) }))
          .sort((a, b) => common(b.fields, label.fields) - common(a.fields, label.fields))
        const read = best && common(best.fields, label.fields) > 0 ? best : null
        if (read) left.splice(left.indexOf(read.claim), 1)
        // The period of a statement may be told elsewhere.
        const isCounted = (field: string) =>
          !field.startsWith('period') || label.fields.some((each) => each.startsWith('period'))
        const fields = (read?.fields ?? []).filter(isCounted)
        labelled += label.fields.length
        found += fields.length
        right += common(fields, label.fields)
        note(text, label.fields, fields)
      }
      for (const claim of left) {
        const fields = fieldsOf(claim).filter((field) => !field.startsWith('period'))
        found += fields.length
        note(text, [], fields)
      }
    })
  }
  return { sentences, labelled, found, right, differences }

  function note(text: string, wanted: readonly string[], fields: readonly string[]): void {
    const missing = wanted.filter((field) => !fields.includes(field))
    const extra = fields.filter((field) => !wanted.includes(field)).map((field) => `+ ${field}`)
    if (missing.length + extra.length > 0) differences.push(`${text}: ${[...missing, ...extra].join(', ')}`)
  }
}

function common(some: readonly string[], others: readonly string[]): number {
  return some.filter((each) => others.includes(each)).length
}

/** How many statements have the subject and the unit that somebody labelled, or a longer form of it. */
export function nameMeasure(pages: readonly Page[]): {
  readonly subjects: number
  readonly units: number
  readonly named: number
  readonly counted: number
} {
  let [subjects, units, named, counted] = [0, 0, 0, 0]
  for (const { statements } of pages) {
    const { claims } = readPage(statements)
    statements.forEach(({ claims: labels }, index) => {
      const read = claims.filter(({ at }) => at.line === index * 2 + 1)
      for (const label of labels.map(labelFrom)) {
        const [best] = [...read].sort((a, b) => common(fieldsOf(b), label.fields) - common(fieldsOf(a), label.fields))
        const said = `${best?.said?.subject ?? ''} ${best?.unit?.vi ?? ''}`.toLowerCase()
        const words = label.subject.toLowerCase().split(' ')
        named++
        if (words.filter((word) => said.includes(word)).length * 2 >= words.length) subjects++
        if (label.unit === null) continue
        counted++
        const unit = best?.unit?.vi ?? ''
        if (unit !== '' && (label.unit.includes(unit) || unit.includes(label.unit))) units++
      }
    })
  }
  return { subjects, units, named, counted }
}

/** As docs/audit.md says it. */
export function fieldLine(
  title: string,
  { sentences, labelled, found, right }: Omit<FieldMeasure, 'differences'>,
): string {
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`
  return `| ${title} | ${sentences} | ${labelled} | ${found} | ${right} | ${percent(right, found)} | ${percent(right, labelled)} |`
}

/** A verdict by hand: of the sentence as it is, or wrong once `printed` in it is replaced. */
interface ExpectedVerdict {
  readonly half: string
  readonly sentence: string
  readonly what: string
  readonly verdict: string
  readonly printed: string
  readonly instead: string
}

function verdictsIn(name: string): readonly ExpectedVerdict[] {
  const text = readFileSync(join(ROOT, 'test/data', name), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [half = '', sentence = '', what = '', verdict = '', printed = '', instead = ''] = line.split('\t')
      return { half, sentence, what, verdict, printed, instead }
    })
}

/** Verdicts of the statements of one set as they were printed, then with one of their figures changed at a time. */
export function verdictMeasure(half: 'seen' | 'unseen' | 'later'): {
  readonly right: Measure
  readonly changed: Measure
  readonly differences: readonly string[]
} {
  const pages = pagesIn(`prose-${half}.yaml`)
  const expected = verdictsIn('prose-verdicts.tsv').filter((each) => each.half === half)
  const asPrinted = pages.flatMap(({ statements }) => judgedBySentence(statements))
  const differences = expected.flatMap(({ sentence, what, verdict }) => {
    const found = asPrinted.filter((each) => each.text.includes(sentence) && each.what === what)
    const fits = found.some((each) => each.verdict.startsWith(verdict))
    return fits ? [] : [`${sentence}, ${what}: ${found.map((each) => each.verdict).join(' ') || 'not judged'}`]
  })
  const wrong = expected.filter(isCalledWrong)
  const accused = asPrinted.filter(isCalledWrong)
  const isWrong = ({ text, what }: { readonly text: string; readonly what: string }) =>
    wrong.some((each) => text.includes(each.sentence) && what === each.what)
  for (const each of accused) if (!isWrong(each)) differences.push(`${each.text}: ${each.what} ${each.verdict}`)
  const alterations = expected.filter(({ printed }) => printed !== '')
  const found = alterations.map(({ sentence, what, printed, instead }) => {
    const page = pages.find(({ statements }) => statements.some(({ text }) => text.includes(sentence)))
    const isIt = (text: string) => text.includes(sentence)
    const statements = (page?.statements ?? []).map((each) =>
      isIt(each.text) ? { ...each, text: each.text.replace(printed, instead) } : each,
    )
    const at = (page?.statements ?? []).findIndex(({ text }) => isIt(text))
    const called = judgedBySentence(statements).filter((each) => each.index === at && isCalledWrong(each))
    if (!called.some((each) => each.what === what)) differences.push(`${sentence}, ${instead}: ${what} not accused`)
    return { called: called.length, rightly: called.some((each) => each.what === what) ? 1 : 0 }
  })
  const sum = (key: 'called' | 'rightly') => found.reduce((total, each) => total + each[key], 0)
  return {
    right: {
      judged: asPrinted.length,
      wrong: wrong.length,
      calledWrong: accused.length,
      rightly: accused.filter(isWrong).length,
    },
    changed: { judged: found.length, wrong: found.length, calledWrong: sum('called'), rightly: sum('rightly') },
    differences,
  }
}

function judgedBySentence(statements: Page['statements']) {
  return audited(readPage(statements).claims).flatMap(({ claim, judgements }) => {
    const index = (claim.at.line - 1) / 2
    return judgements.map(({ what, verdict }) => ({ index, text: statements[index]?.text ?? '', what, verdict }))
  })
}
