import type { Notation } from '../../model/notation.ts'
import { isRole } from './around.ts'
import { type Element, elementsOf } from './elements.ts'
import type { Passage } from './passage.ts'
import { isAimSentence, type Statement, statementsIn } from './statements.ts'
import { isVietnamese, sentencesOf, type Token, tokensOf } from './tokens.ts'

/** A sentence with what was read in it. */
export interface Sentence {
  readonly passage: Passage
  /** In its passage. */
  readonly start: number
  readonly end: number
  readonly statements: readonly Statement[]
  /** Figures that no statement holds. */
  readonly unread: readonly Pick<Element, 'start' | 'end'>[]
  readonly figures: number
  /** What a plan asks for without a number. */
  readonly tasks: readonly Pick<Element, 'start' | 'end'>[]
}

/** What a text says, sentence by sentence; only those with figures or tasks. */
export function sentencesIn(passages: readonly Passage[], notation: Notation): readonly Sentence[] {
  const sentences: Sentence[] = []
  let inAim = false
  let before: Statement | null = null
  const known = new Map<string, string>()
  for (const passage of passages) {
    const { text } = passage
    const language = isVietnamese(text) ? 'vi' : 'en'
    const split = sentencesOf(tokensOf(text, known))
    for (const tokens of split) {
      const [first, last] = [tokens[0], tokens.at(-1)]
      if (!first || !last) continue
      const isLong = tokens.length > MOST_TOKENS
      const elements = isLong ? numbersIn(tokens) : elementsOf(tokens, notation, language)
      const isHeading = split.length === 1 && isHead(tokens, text)
      const aims = isAimSentence(elements)
      // A heading or question that sets a plan tells what the text below is about, until the next one.
      if (isHeading) inAim = aims || isAskedFor(elements)
      else if (!aims && elements.some((each) => isRole(each, 'done') || PAST.has(textOf(each)))) inAim = false
      const statements: readonly Statement[] = isHeading ? [] : statementsIn(elements, text, inAim, before)
      before = statements.at(-1) ?? null
      if (aims && textOf(elements.at(-1)) === ':') inAim = true
      const tasks = !isHeading && inAim ? tasksIn(elements) : []
      const figures = elements.filter(({ kind }) => kind === 'number' || kind === 'unread')
      if (figures.length === 0 && tasks.length === 0) continue
      const read = new Set(statements.flatMap(({ fields }) => fields.map(({ start }) => start)))
      sentences.push({
        passage,
        start: first.start,
        end: last.end,
        statements,
        unread: figures.filter(({ start }) => !read.has(start)),
        figures: figures.length,
        tasks,
      })
    }
  }
  return sentences
}

/** English for what was done. */
const PAST = new Set('was were had rose grew climbed increased fell dropped declined decreased'.split(' '))

/** What is longer is no sentence. */
const MOST_TOKENS = 2000

function numbersIn(tokens: readonly Token[]): readonly Element[] {
  return tokens.flatMap(({ kind, start, end }) => (kind === 'number' ? [{ kind: 'unread', start, end }] : []))
}

/** A question, or a line without an end. */
function isHead(tokens: readonly Token[], text: string): boolean {
  const last = tokens.at(-1)?.text ?? ''
  return last === '?' || (text.length < 90 && !/^[.;!…]$/.test(last) && !tokens.some(({ kind }) => kind === 'number'))
}

function isAskedFor(elements: readonly Element[]): boolean {
  return (
    elements.some((each, index) => isRole(each, 'plan') && !/^(?:trên|này|đó)$/.test(textOf(elements[index + 1]))) &&
    !elements.some((each) => isRole(each, 'done'))
  )
}

function textOf(element: Element | undefined): string {
  return element && 'text' in element ? element.text : ''
}

/** The parts of a sentence that begin with what is to be done and hold no figure. */
function tasksIn(elements: readonly Element[]): Sentence['tasks'] {
  const parts: Element[][] = [[]]
  for (const element of elements) {
    if (textOf(element) === ';') parts.push([])
    else parts.at(-1)?.push(element)
  }
  return parts.flatMap((part) => {
    const first = part.findIndex(({ kind }) => kind !== 'filler' && kind !== 'sign')
    const [begin, last] = [part[first], part.findLast((each) => each.kind !== 'sign' || textOf(each) === ')')]
    const isTask = isTaskWord(begin) && part.every(({ kind }) => kind !== 'number' && kind !== 'unread')
    return isTask && begin && last ? [{ start: begin.start, end: last.end }] : []
  })
}

function isTaskWord(element: Element | undefined): boolean {
  return (
    element?.kind === 'task' ||
    (element?.kind === 'phrase' && element.role === 'reach' && ['hoàn thành', 'thực hiện'].includes(element.text))
  )
}
