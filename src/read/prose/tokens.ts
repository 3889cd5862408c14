import { composed } from '../../model/text.ts'

export interface Token {
  readonly kind: 'word' | 'number' | 'sign'
  readonly text: string
  /** In small letters, composed: what phrases are known by. */
  readonly lower: string
  readonly start: number
  readonly end: number
}

/** Words behind which a number is a name: what follows it after a blank is another number. */
const NAMED = [
  'ngày|tháng|năm|quý|tuần|kỳ|đợt|lớp|điều|khoản|số|bảng|trang|chương',
  'day|week|quarter|grade|phase|table|page|chapter|section|article|no',
  'january|february|march|april|may|june|july|august|september|october|november|december',
].join('|')
/** `18 923`, `18'923`: groups of digits, set apart by blanks of any kind or apostrophes. */
const GROUPED = String.raw`(?<!(?<!\p{L})(?:${NAMED})\.? )\d{1,3}(?:['’ \u00a0\u2009\u202f]\d{3}(?!\d))+(?:[.,]\d+)?`
const TOKEN = new RegExp(
  String.raw`(\p{L}[\p{L}\p{M}]*)|(${GROUPED}|\d+(?:[.,]\d+)*)|[^\s\p{L}\d*_\x60\u200b\ufeff]`,
  'giu',
)

/** Words, numbers and signs; what makes text bold in Markdown is none. */
export function tokensOf(text: string): readonly Token[] {
  const known = new Map<string, string>()
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [written, word, number] = match
    const kind = word ? 'word' : number ? 'number' : 'sign'
    tokens.push({
      kind,
      text: number ? written.replaceAll(/[^\d.,]/g, '') : written,
      lower: word ? lowerOf(word, known) : written,
      start: match.index,
      end: match.index + written.length,
    })
  }
  return tokens
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
