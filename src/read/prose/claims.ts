import type { Claim, ClaimFigureKey, ClaimInputKey, PrintedNumber, ReadProse, SaidClaim } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Place } from '../../model/figure.ts'
import { type Notation, signsOf } from '../../model/notation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { composed } from '../../model/text.ts'
import { placeOfByte } from '../document/position.ts'
import { decodedText } from '../document/utf8.ts'
import type { Inflate } from '../table/xlsx/zip.ts'
import { docxPassages } from './docx.ts'
import { htmlPassages } from './html.ts'
import { notationOf } from './numerals.ts'
import { type Passage, textPassages } from './passage.ts'
import { type Sentence, sentencesIn } from './prose.ts'
import type { Field, Statement } from './statements.ts'

/** What is read as prose, by the ending of its name. */
export const proseKinds = ['txt', 'md', 'html', 'docx'] as const
export type ProseKind = (typeof proseKinds)[number]

/** A text, taken apart into sentences; or the problem with it. */
export interface ReadText {
  readonly sentences: readonly Sentence[]
  readonly notation: Notation
  readonly file: string
}

/** Reads what a file says; `notation` null: as its own numbers say, or a problem that asks. */
export function textIn(
  file: string,
  bytes: Uint8Array,
  kind: ProseKind,
  asked: Notation | null,
  inflate: Inflate,
): ReadText | Problem {
  const passages = passagesIn(file, bytes, kind, inflate)
  if ('code' in passages) return passages
  const notation = asked ?? notationOf(passages.map(({ text }) => text))
  if (typeof notation === 'object') {
    const { index, start, number } = notation
    const passage = passages[index]
    const at = { file, ...(passage?.place(start) ?? { line: 1, column: 1 }), length: number.length }
    return problem('ambiguous-number', at, { written: number, readings: readingsOf(number), table: true })
  }
  return { sentences: sentencesIn(passages, notation), notation, file }
}

function passagesIn(file: string, bytes: Uint8Array, kind: ProseKind, inflate: Inflate): readonly Passage[] | Problem {
  const start = { file, line: 1, column: 1, length: 0 }
  if (kind === 'docx') {
    const passages = docxPassages(bytes, inflate)
    return typeof passages === 'string' ? problem('bad-document', start, { why: passages }) : passages
  }
  const decoded = decodedText(bytes)
  if ('badByte' in decoded) {
    return problem('not-utf8', placeOfByte(file, bytes, decoded.badByte), { byte: decoded.badByte })
  }
  return kind === 'html' ? htmlPassages(decoded.text) : textPassages(decoded.text, kind === 'md')
}

/** What both notations read, without marks of groups. */
function readingsOf(number: string) {
  return (['vi', 'en'] as const).map((notation) => ({ notation, number: plainDigits(number, notation) }))
}

function plainDigits(number: string, notation: Notation): string {
  const { groups, decimals } = signsOf(notation)
  const digits = [...groups].reduce((text, group) => text.replaceAll(group, ''), number)
  return digits.replace(decimals[0] ?? '.', '.')
}

/** The claims of a text, and what of it was read. */
export function claimsOfText({ sentences, notation, file }: ReadText): {
  readonly claims: readonly Claim[]
  readonly prose: ReadProse
} {
  const indexes = new Map(
    sentences.flatMap(({ statements }) => statements).map((statement, index) => [statement, index]),
  )
  const claims = sentences.flatMap((sentence) => {
    if (sentence.statements.length === 0) return []
    const text = sentenceText(sentence)
    const shown = { text, marks: marksIn(sentence, text) }
    return sentence.statements.map((statement) =>
      claimOf(
        statement,
        sentence,
        { ...shown, whole: (statement.among && indexes.get(statement.among)) ?? null },
        notation,
        file,
      ),
    )
  })
  const withFigures = sentences.filter(({ figures }) => figures > 0)
  const figures = withFigures.reduce((sum, sentence) => sum + sentence.figures, 0)
  const unread = withFigures.reduce((sum, sentence) => sum + sentence.unread.length, 0)
  return {
    claims,
    prose: {
      sentences: withFigures.length,
      figures,
      read: figures - unread,
      unread: unreadFigures(withFigures, file),
      tasks: sentences.flatMap((sentence) =>
        sentence.tasks.map(({ start, end }) => ({
          text: plainText(sentence.passage.text.slice(start, end)),
          at: placeIn(sentence, start, end, file),
        })),
      ),
    },
  }
}

/** More are counted, and not listed. */
const MOST_UNREAD = 1000

function unreadFigures(sentences: readonly Sentence[], file: string): ReadProse['unread'] {
  const found: ReadProse['unread'][number][] = []
  for (const sentence of sentences) {
    for (const { start, end } of sentence.unread) {
      if (found.length === MOST_UNREAD) return found
      const text = plainText(sentence.passage.text.slice(start, end))
      found.push({ text, sentence: sentenceText(sentence), at: placeIn(sentence, start, end, file) })
    }
  }
  return found
}

const LONGEST_SHOWN = 1000

function sentenceText({ passage, start, end }: Sentence): string {
  const text = plainText(passage.text.slice(start, Math.min(end, start + LONGEST_SHOWN)))
  return end - start > LONGEST_SHOWN ? `${text}…` : text
}

function plainText(text: string): string {
  return composed(text).replace(/\s+/g, ' ').trim()
}

function placeIn({ passage }: Sentence, start: number, end: number, file: string): Place {
  return { file, ...passage.place(start), length: end - start }
}

function claimOf(
  statement: Statement,
  sentence: Sentence,
  shown: Pick<SaidClaim, 'marks' | 'whole'> & { readonly text: string },
  notation: Notation,
  file: string,
): Claim {
  const { subject, object, unit, period, direction, verdict, fields } = statement
  const scale = scaleOf(fields)
  const printed = (field: Field) =>
    printedNumber(field, scale.isMixed, notation, placeIn(sentence, field.start, field.end, file))
  const byKey = (key: Field['key']) => fields.filter((field) => field.key === key)
  const figures: Partial<Record<ClaimFigureKey, PrintedNumber>> = {}
  for (const field of fields) if (field.key !== 'ratio' && field.key !== 'parts') figures[field.key] = printed(field)
  const ratio = byKey('ratio').map(printed)[0] ?? null
  const { actual, previous } = figures
  if (ratio && actual && previous) Object.assign(figures, { numerator: actual, denominator: previous, rate: ratio })
  const steps = new Map(fields.flatMap((field) => stepOf(field, scale)))
  if (figures.rate === ratio) for (const [key, of] of RATIO) if (steps.has(of)) steps.set(key, steps.get(of) as Exact)
  const name = [scale.currency, scale.isMixed ? '' : scale.magnitude, unit].filter((part) => part !== '').join(' ')
  const [first] = fields
  return {
    id: null,
    text: shown.text,
    figures,
    parts: byKey('parts').map(printed),
    unit: name === '' ? null : { vi: name, en: name },
    steps,
    direction: direction === 'between' ? null : direction,
    formula: null,
    verdict: verdict && {
      word: verdict.word,
      text: plainText(sentence.passage.text.slice(verdict.start, verdict.end)),
      at: placeIn(sentence, verdict.start, verdict.end, file),
    },
    rounded: new Set(),
    source: null,
    said: {
      subject: nameOf({ subject, object, unit }),
      period,
      ratio: figures.rate === ratio ? null : ratio,
      isAim: statement.isAim,
      perYear: fields.some(({ numeral }) => numeral.perYear),
      whole: shown.whole,
      marks: shown.marks,
      targetOf: null,
    },
    at: placeIn(sentence, first?.start ?? sentence.start, first?.end ?? sentence.end, file),
  }
}

const RATIO = [
  ['numerator', 'actual'],
  ['denominator', 'previous'],
] as const

/** The step that a figure in thousands or more is counted in: of 1,455 billion one, where the unit says billions. */
function stepOf({ key, numeral }: Field, { isMixed, magnitude }: Scale): readonly (readonly [ClaimInputKey, Exact])[] {
  const { mark, power, decimals } = numeral
  if (key === 'ratio' || mark !== 'none' || (isMixed ? power === 0 : magnitude === '')) return []
  const step = (isMixed ? power : 0) - decimals
  const size = Exact.of(10n ** BigInt(Math.abs(step)))
  return [[key, step < 0 ? Exact.ONE.dividedBy(size) : size]]
}

/** What the statement is about: the words in front of its figure, else those behind it. */
function nameOf({ subject, object, unit }: Pick<Statement, 'subject' | 'object' | 'unit'>): string {
  if (subject !== '')
    return plainText(object === '' || subject.length > LONG_ENOUGH ? subject : `${subject} ${unit} ${object}`)
  return plainText(object.startsWith(unit) ? object : `${unit} ${object}`)
}

const LONG_ENOUGH = 24

/** Where the figures stand in the sentence as it is shown. */
function marksIn({ passage, start, statements }: Sentence, shown: string): SaidClaim['marks'] {
  const fields = statements.flatMap((statement) => statement.fields).sort((a, b) => a.start - b.start)
  const marks: { start: number; end: number }[] = []
  let [from, length] = [start, 0]
  for (const field of fields) {
    if (field.start < from) continue
    const before = shownLength(passage.text.slice(from, field.start)) + length
    length = before + shownLength(passage.text.slice(field.start, field.end))
    from = field.end
    if (length <= shown.length) marks.push({ start: before, end: length })
  }
  return marks
}

function shownLength(text: string): number {
  return composed(text).replace(/\s+/g, ' ').length
}

interface Scale {
  readonly currency: string
  readonly magnitude: string
  /** Its figures are in different magnitudes, and told in units. */
  readonly isMixed: boolean
}

function scaleOf(fields: readonly Field[]): Scale {
  const counted = fields.filter(
    ({ numeral, key }) => numeral.mark === 'none' && !numeral.isTimes && key !== 'denominator',
  )
  const powers = new Set(counted.map(({ numeral }) => numeral.power))
  const [first] = counted.map(({ numeral }) => numeral).filter(({ power }) => power > 0)
  return {
    currency: counted.map(({ numeral }) => numeral.currency).find((each) => each !== '') ?? '',
    magnitude: first?.magnitude ?? '',
    isMixed: powers.size > 1,
  }
}

function printedNumber(field: Field, isMixed: boolean, notation: Notation, at: Place): PrintedNumber {
  const { numeral, isNegative, form } = field
  const power = isMixed && numeral.mark === 'none' ? numeral.power : 0
  const isBelow = isNegative || numeral.sign === '-'
  const figure = (value: Exact, digits: string): PrintedNumber['figure'] => {
    const scaled = power === 0 ? value : value.times(Exact.of(10n ** BigInt(power)))
    const size = power === 0 ? digits : grouped(scaled, notation)
    const mark = numeral.mark === 'percent' ? '%' : numeral.mark === 'points' ? ' pp' : ''
    return {
      value: isBelow ? Exact.ZERO.minus(scaled) : scaled,
      mark: numeral.mark,
      text: `${isBelow ? '-' : ''}${size}${mark}`,
      decimals: Math.max(0, numeral.decimals - power),
      at,
      source: null,
    }
  }
  const low = figure(numeral.value, numeral.digits)
  if (numeral.high !== null && numeral.highValue) {
    const high = figure(numeral.highValue, numeral.high)
    const [from, to] = isBelow ? [high, low] : [low, high]
    return { form: 'range', figure: from, high: to, text: `${from.text}..${to.text}`, at }
  }
  return { form: boundForm(form, isBelow), figure: low, text: `${FORM_SIGNS[boundForm(form, isBelow)]}${low.text}`, at }
}

/** A fall of more than 5 is a change below −5. */
function boundForm(form: Field['form'], isBelow: boolean): Field['form'] {
  if (!isBelow || form === 'number' || form === 'about') return form
  return form === 'above' ? 'below' : 'above'
}

const FORM_SIGNS = { number: '', about: '~', above: '>', below: '<' } as const

function grouped(value: Exact, notation: Notation): string {
  const [whole = '', decimals] = value.toDecimal().split('.')
  const {
    groups: [group = ''],
    decimals: [mark],
  } = signsOf(notation)
  const first = whole.length % 3 || 3
  const others = Array.from({ length: Math.ceil((whole.length - first) / 3) }, (_, at) =>
    whole.slice(first + at * 3, first + at * 3 + 3),
  )
  const groups = [whole.slice(0, first), ...others].join(group)
  return decimals === undefined ? groups : `${groups}${mark}${decimals}`
}
