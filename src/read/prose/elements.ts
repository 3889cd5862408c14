import type { Notation } from '../number/number-text.ts'
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
    ...phrases.map(([role, phrase]) => [phrase, role] as const),
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

/** The phrase of one of these entries that begins at `index`. */
function phraseAt({ phrases }: Grammar, tokens: readonly Token[], index: number, fits: (entry: Entry) => boolean) {
  return phrases
    .get(tokens[index]?.lower ?? '')
    ?.find(({ words, entry }) => fits(entry) && words.every((word, offset) => tokens[index + offset]?.lower === word))
}

/** Takes a sentence apart into numbers, phrases, times and words. */
export function elementsOf(tokens: readonly Token[], notation: Notation, language: 'vi' | 'en'): readonly Element[] {
  const grammar = grammars[language]
  const elements: Element[] = []
  let named = false
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]
    if (!token) break
    const span = (count: number) => ({ start: token.start, end: tokens[index + count - 1]?.end ?? token.end })
    const time = timeAt(tokens, index)
    if (isCurrencyOf(tokens, index)) {
      index++
      continue
    }
    const phrase =
      token.kind === 'word'
        ? phraseAt(grammar, tokens, index, (entry) => entry !== 'measure' && entry !== 'unit')
        : null
    if (time) {
      elements.push({ kind: 'time', period: time.period, ...span(time.count) })
      index += time.count
      named = false
    } else if (phrase) {
      const { words, entry } = phrase
      const at = span(words.length)
      const text = words.join(' ')
      if (entry === 'filler' || entry === 'task') elements.push({ kind: entry, text, ...at })
      else if (entry === 'name' || entry === 'measure' || entry === 'unit') elements.push({ kind: 'word', text, ...at })
      else elements.push({ kind: 'phrase', role: entry, text, ...at })
      named = entry === 'name'
      index += words.length
    } else if (token.kind === 'number') {
      const numeral = numeralAt(tokens, index, notation)
      const count = numeral === null || numeral === 'unreadable' ? 1 : numeral.count
      const measure = phraseAt(grammar, tokens, index + count, (entry) => entry === 'measure')
      const isFigure =
        numeral !== null &&
        numeral !== 'unreadable' &&
        !named &&
        !(measure && numeral.mark === 'none' && numeral.power === 0)
      if (isFigure) {
        const unit = unitAt(grammar, tokens, index + count)
        elements.push({ kind: 'number', numeral, unit: unit.text, ...span(count + unit.count) })
        index += count + unit.count
      } else {
        // Ordinals, dates and codes are nothing that anyone would hold to a plan.
        elements.push(
          numeral === 'unreadable' && !named
            ? { kind: 'unread', ...span(1) }
            : { kind: 'word', text: token.text, ...span(1) },
        )
        index++
      }
      named = false
    } else {
      elements.push(
        token.kind === 'sign'
          ? { kind: 'sign', text: token.text, ...span(1) }
          : { kind: 'word', text: token.text, ...span(1) },
      )
      index++
      // `số: 12`, `No. 5`
      if (token.kind === 'word' || !/^[.:(+]$/.test(token.text)) named = false
    }
  }
  return elements
}

/** What a number counts: a listed unit, else the words up to a phrase or sign. */
function unitAt(grammar: Grammar, tokens: readonly Token[], index: number): { text: string; count: number } {
  const listed = phraseAt(grammar, tokens, index, (entry) => entry === 'unit')
  const most = listed ? listed.words.length : grammar.mostUnitWords
  let count = 0
  while (count < most) {
    const token = tokens[index + count]
    const isWord =
      token?.kind === 'word' &&
      (listed || !phraseAt(grammar, tokens, index + count, (entry) => entry !== 'unit' && entry !== 'measure'))
    if (!isWord || timeAt(tokens, index + count)) break
    count++
  }
  const words = tokens.slice(index, index + count)
  // A participle behind a noun is no part of what is counted.
  return { text: words.map(({ text }) => text).join(' '), count }
}
