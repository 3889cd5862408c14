import type { Notation } from '../../model/notation.ts'
import type { Lexicon, Role } from './lexicon.ts'
import { lexiconEn } from './lexicon-en.ts'
import { lexiconVi } from './lexicon-vi.ts'
import { isCurrencyOf, type Numeral, numeralAt } from './numerals.ts'
import { timeAt } from './times.ts'
import type { Token } from './tokens.ts'

/** What a sentence consists of. Places are indices of its passage. */
export type Element = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly numeral: Numeral; readonly unit: string }
  /** A number that cannot be read, or is read but counts nothing. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'phrase'; readonly role: Role; readonly text: string }
  | { readonly kind: 'filler' | 'word' | 'task'; readonly text: string }
  | { readonly kind: 'time'; readonly period: string | null }
  | { readonly kind: 'sign'; readonly text: string }
)

type Entry = Role | 'filler' | 'name' | 'measure' | 'unit' | 'task'

/** Phrases by their first word, the longest first. */
type Phrases = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly entry: Entry }[]>

interface Grammar {
  readonly phrases: Phrases
  readonly mostUnitWords: number
}

const grammars: Readonly<Record<'vi' | 'en', Grammar>> = { vi: grammarOf(lexiconVi), en: grammarOf(lexiconEn) }

function grammarOf({ phrases, fillers, names, measures, units, tasks, mostUnitWords }: Lexicon): Grammar {
  const listed = (list: string, entry: Entry) =>
    list === '' ? [] : list.split(', ').map((phrase) => [phrase, entry] as const)
  const all = [
    ...phrases.flatMap(([role, same]) => listed(same, role)),
    ...listed(fillers, 'filler'),
    ...listed(names, 'name'),
    ...listed(measures, 'measure'),
    ...listed(units, 'unit'),
    ...listed(tasks, 'task'),
  ]
  const byFirst = new Map<string, { words: readonly string[]; entry: Entry }[]>()
  for (const [phrase, entry] of all) {
    const words = phrase.split(/[ -]/)
    const [first = ''] = words
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, entry }])
  }
  for (const each of byFirst.values()) each.sort((a, b) => b.words.length - a.words.length)
  return { phrases: byFirst, mostUnitWords }
}

/** The longest phrase that begins at `index`, of these entries. */
function phraseAt({ phrases }: Grammar, tokens: readonly Token[], index: number, fits: (entry: Entry) => boolean) {
  const first = tokens[index]
  if (first?.kind !== 'word') return null
  for (const phrase of phrases.get(first.lower) ?? []) {
    const { words, entry } = phrase
    if (fits(entry) && words.every((word, offset) => tokens[index + offset]?.lower === word)) return phrase
  }
  return null
}

const isUnit = (entry: Entry): boolean => entry === 'unit'
const isMeasure = (entry: Entry): boolean => entry === 'measure'
const isOther = (entry: Entry): boolean => entry !== 'measure' && entry !== 'unit'

/** Takes a sentence apart into numbers, phrases, times and words. */
export function elementsOf(tokens: readonly Token[], notation: Notation, language: 'vi' | 'en'): readonly Element[] {
  const grammar = grammars[language]
  const elements: Element[] = []
  // What a name stands in front of is no figure, over signs as in `số: 12`, `No. 5`.
  let named = false
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as Token
    const { kind, text, start } = token
    if (isCurrencyOf(tokens, index)) {
      index++
      continue
    }
    const time = timeAt(tokens, index)
    // `after-tax` is no `after`.
    const isJoined = tokens[index + 1]?.text === '-' && tokens[index + 1]?.start === token.end
    const found = time ? null : phraseAt(grammar, tokens, index, isOther)
    const phrase = isJoined && found?.words.length === 1 ? null : found
    const numeral = time || kind !== 'number' ? null : numeralAt(tokens, index, notation)
    let count = time?.count ?? phrase?.words.length ?? 1
    const end = () => tokens[index + count - 1]?.end ?? token.end
    if (time) elements.push({ kind: 'time', period: time.period, start, end: end() })
    else if (phrase) {
      const { words, entry } = phrase
      const at = { text: words.join(' '), start, end: end() }
      if (entry === 'filler' || entry === 'task') elements.push({ kind: entry, ...at })
      else if (entry === 'name' || entry === 'measure' || entry === 'unit') elements.push({ kind: 'word', ...at })
      else elements.push({ kind: 'phrase', role: entry, ...at })
    } else if (numeral === 'unreadable' && !named) elements.push({ kind: 'unread', start, end: token.end })
    else if (numeral !== null && numeral !== 'unreadable' && !named) {
      count = numeral.count
      const measure = phraseAt(grammar, tokens, index + count, isMeasure)
      if (measure && numeral.mark === 'none' && numeral.power === 0) {
        count += measure.words.length
        elements.push({ kind: 'time', period: null, start, end: end() })
      } else {
        const unit = unitAt(grammar, tokens, index + count)
        count += unit.count
        elements.push({ kind: 'number', numeral, unit: unit.text, start, end: end() })
      }
    } else elements.push({ kind: kind === 'sign' ? 'sign' : 'word', text, start, end: token.end })
    named = phrase ? phrase.entry === 'name' : named && kind === 'sign' && '.:(+'.includes(text)
    index += count
  }
  return elements
}

/** What a number counts: a listed unit, else the words up to a phrase or sign. */
function unitAt(grammar: Grammar, tokens: readonly Token[], index: number): { text: string; count: number } {
  const listed = phraseAt(grammar, tokens, index, isUnit)
  const most = listed ? listed.words.length : grammar.mostUnitWords
  let count = 0
  while (count < most) {
    const token = tokens[index + count]
    const isWord = token?.kind === 'word' && (listed || !phraseAt(grammar, tokens, index + count, isOther))
    if (!isWord || timeAt(tokens, index + count)) break
    count++
  }
  const words = tokens.slice(index, index + count)
  return { text: words.map(({ text }) => text).join(' '), count }
}
