import { composed } from '../../model/text.ts'

export interface Token {
  readonly kind: 'word' | 'number' | 'sign'
  readonly text: string
  /** In small letters, composed: what phrases are known by. */
  readonly lower: string
  readonly start: number
  readonly end: number
}

/** Words, numbers and signs; what makes text bold in Markdown is none. `known`: words in small letters, for the next text. */
export function tokensOf(text: string, known = new Map<string, string>()): readonly Token[] {
  const tokens: Token[] = []
  let start = 0
  while (start < text.length) {
    let end = start + 1
    const first = kindOf(text, start)
    if (first === PASSED) {
      start = end
      continue
    }
    if (first === LETTER) while (end < text.length && isOfWord(kindOf(text, end))) end++
    else if (first === DIGIT) end = endOfNumber(text, end)
    else if (isHighSurrogate(text, start)) end = Math.min(text.length, start + 2)
    const written = text.slice(start, end)
    tokens.push({
      kind: first === LETTER ? 'word' : first === DIGIT ? 'number' : 'sign',
      text: written,
      lower: first === LETTER ? lowerOf(written, known) : written,
      start,
      end,
    })
    start = end
  }
  return withGroups(tokens, text)
}

/** `18.923,5`: behind a mark more digits go on with it. */
function endOfNumber(text: string, from: number): number {
  let end = from
  while (end < text.length) {
    if (kindOf(text, end) === DIGIT) end++
    else if ((text[end] === '.' || text[end] === ',') && end + 1 < text.length && kindOf(text, end + 1) === DIGIT)
      end += 2
    else break
  }
  return end
}

const [LETTER, MARK, DIGIT, PASSED, SIGN] = [1, 2, 3, 4, 5] as const

/** What each character is, once it was met: a text has few different ones, and Unicode's classes are slow to ask for. */
const kinds = new Uint8Array(0x10000)

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const kind = kinds[code] ?? 0
  if (kind !== 0) return kind
  const sign = text.slice(at, at + 1)
  const found = /\p{L}/u.test(sign)
    ? LETTER
    : /\p{M}/u.test(sign)
      ? MARK
      : /\d/.test(sign)
        ? DIGIT
        : /[\s*_`\u200b\ufeff]/u.test(sign)
          ? PASSED
          : SIGN
  kinds[code] = found
  return found
}

const isOfWord = (kind: number): boolean => kind === LETTER || kind === MARK

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00
}

/** Words behind which a number is a name: what follows it after a blank is another number. */
const NAMED: ReadonlySet<string> = new Set(
  [
    'ngày tháng năm quý tuần kỳ đợt lớp điều khoản số bảng trang chương day week quarter grade phase table page chapter',
    'section article no january february march april may june july august september october november december',
  ].flatMap((words) => words.split(' ')),
)
/** Nothing that is counted is longer. */
const MOST_GROUPS = 10
const BEGINS = /^\d{1,3}$/
const GOES_ON = /^\d{3}(?:[.,](?!\d{3}$)\d+)?$/

/** `18 923`, `18'923`: groups of digits that blanks of any kind or apostrophes set apart are one number. */
function withGroups(tokens: readonly Token[], text: string): readonly Token[] {
  const joined: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    if (token.kind !== 'number') {
      joined.push(token)
      continue
    }
    const before = joined.at(joined.at(-1)?.text === '.' ? -2 : -1)
    let whole = token
    if (BEGINS.test(token.text) && !NAMED.has(before?.lower ?? '')) {
      for (let groups = 1; groups < MOST_GROUPS && /^\d+$/.test(whole.text); groups++) {
        const next = tokens[index + 1]
        const isApart = next?.start === whole.end && /^['’]$/.test(next.text)
        const group = isApart ? tokens[index + 2] : next
        const isNear = isApart
          ? group?.start === next.end
          : group?.start === whole.end + 1 && /[ \u00a0\u2009\u202f]/.test(text[whole.end] ?? '')
        if (!group || !isNear || !GOES_ON.test(group.text)) break
        const digits = whole.text + group.text
        whole = { ...whole, text: digits, lower: digits, end: group.end }
        index += isApart ? 2 : 1
      }
    }
    joined.push(whole)
  }
  return joined
}

/** A text has few different words. */
function lowerOf(word: string, known: Map<string, string>): string {
  const lower = known.get(word) ?? composed(word).toLowerCase()
  if (known.size < MOST_KNOWN) known.set(word, lower)
  return lower
}

const MOST_KNOWN = 10_000

/** The tokens of each sentence. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = []
  let sentence: Token[] = []
  tokens.forEach((token, index) => {
    sentence.push(token)
    if (endsSentence(tokens, index)) {
      sentences.push(sentence)
      sentence = []
    }
  })
  return sentence.length > 0 ? [...sentences, sentence] : sentences
}

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (token?.kind !== 'sign' || !/[.!?…]/u.test(token.text)) return false
  if (!next || token.text === '?' || token.text === '!') return true
  const isApart = next.start > token.end
  const beginsLarge = /^[\p{Lu}\d"“‘'«(–-]/u.test(next.text)
  if (token.text === '…') return isApart && beginsLarge
  // `TP. Hồ Chí Minh`, `U.S. Army`, `Rs. 12`
  const isShortened = before !== undefined && before.end === token.start && abbreviations.has(before.lower)
  const isInitial = before?.text.length === 1 && /\p{Lu}/u.test(before.text)
  if (isShortened || isInitial) return false
  return beginsLarge && (isApart || (before?.kind === 'word' && /^\p{Lu}/u.test(next.text)))
}

const abbreviations = new Set([
  'tp',
  'tx',
  'tt',
  'ts',
  'ths',
  'gs',
  'pgs',
  'rs',
  'no',
  'mr',
  'mrs',
  'dr',
  'st',
  'vs',
  'gen',
  'co',
  'inc',
])

/** Whether a text is Vietnamese: by the letters that English has not. */
export function isVietnamese(text: string): boolean {
  const letters = text.slice(0, 2000)
  const marked = letters.match(/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]|[\u0300-\u0323]/gu)?.length ?? 0
  return marked * 20 > letters.length
}
