import {
  Composer,
  CST,
  type Document,
  isCollection,
  isNode,
  isScalar,
  Lexer,
  Parser,
  visit,
  type YAMLError,
} from 'yaml'
import { type Problem, type ProblemArguments, problem } from '../../model/problem.ts'
import { type PlaceOf, placesIn } from './position.ts'
import type { Node } from './tree.ts'
import { treeOf } from './yaml-tree.ts'

/** Deeper than any plan, and shallow enough for every function here to call itself once a level. */
export const DEEPEST = 64

export interface SourceDocument {
  /** null: the document is empty. */
  readonly root: Node | null
  /** What keeps it from being read, though `root` may hold part of it. */
  readonly problems: readonly Problem[]
}

export interface YamlSource {
  readonly documents: readonly SourceDocument[]
  /** What keeps the file as a whole from being read. */
  readonly problems: readonly Problem[]
}

/** Takes YAML text apart into documents whose every value and key knows its place. JSON is YAML, but for its numbers. */
export function readYaml(file: string, text: string, json: boolean): YamlSource {
  // Of the same length, so that no place moves.
  const lines = text.replace(/\r(?!\n)/g, '\n')
  const placeOf = placesIn(file, lines)

  const control = UNPRINTABLE.exec(lines)
  if (control) return refused(controlCharacter(control, placeOf))

  const { tokens, tags, tooDeep } = parsedTokens(lines)
  if (tooDeep !== null) return refused(problem('too-deep', placeOf(tooDeep, tooDeep + 1), { limit: DEEPEST }))

  let tag = 0
  const documents = composedDocuments(tokens).map((document) => {
    const end = Math.max(document.range[2], document.range[0] + 1)
    const first = tag
    while (tag < tags.length && (tags[tag]?.offset ?? 0) < end) tag++
    const tree = treeOf(document, { placeOf, source: lines, json })
    const problems = [
      ...syntaxProblems(document, placeOf),
      ...refusedTags(tags.slice(first, tag), placeOf),
      ...tree.problems,
    ]
    return { root: tree.root, problems }
  })
  return { documents, problems: [] }
}

/** Characters that YAML does not allow; the parser uses some of them as marks of its own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/
const refused = (why: Problem): YamlSource => ({ documents: [], problems: [why] })

function controlCharacter({ 0: character, index }: RegExpExecArray, placeOf: PlaceOf): Problem {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return problem('yaml-syntax', placeOf(index, index + 1), { why: 'control-character', detail: `U+${code}` })
}

interface Tag {
  readonly offset: number
  readonly written: string
}

interface ParsedTokens {
  readonly tokens: readonly CST.Token[]
  readonly tags: readonly Tag[]
  /** Where the nesting goes beyond what is read; nothing is parsed from there on. */
  readonly tooDeep: number | null
}

/**
 * Feeds the parser one lexeme at a time: its own way of closing levels recurses once for each of them, so that
 * the depth has to be watched while it grows.
 */
function parsedTokens(text: string): ParsedTokens {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  const tags: Tag[] = []
  let offset = 0
  let scalarFollows = false
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      // One of a row of errors is enough, and each costs the composer a stack trace.
      if (token.type !== 'error' || tokens.at(-1)?.type !== 'error') tokens.push(token)
    }
    if (parser.stack.length > DEEPEST && parser.stack.filter(CST.isCollection).length > DEEPEST) {
      return { tokens: [], tags: [], tooDeep: offset }
    }
    const type: CST.TokenType | null = scalarFollows ? null : CST.tokenType(lexeme)
    if (type === 'tag') tags.push({ offset, written: lexeme })
    scalarFollows = type === 'scalar'
    // These three are marks of the lexer's own and stand for no text.
    if (type !== 'scalar' && type !== 'doc-mode' && type !== 'flow-error-end') offset += lexeme.length
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens, tags, tooDeep: null }
}

function composedDocuments(tokens: readonly CST.Token[]): readonly Document.Parsed[] {
  // No tag makes anything else of a list than a list: all are refused by what is written.
  // Repeated keys are found in `treeOf`: here, each new key would be compared with every one before it.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, resolveKnownTags: false })
  // Nobody reads the stack of a syntax error, and in a file that is full of them they cost most of the time.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return [...composer.compose(tokens, true, 0)] as Document.Parsed[]
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** The first alone: one slip makes the parser stumble many times. */
function syntaxProblems(document: Document.Parsed, placeOf: PlaceOf): readonly Problem[] {
  const [first] = document.errors
  if (!first) return []
  const { why, detail } = syntaxFault(first)
  const [start, end] =
    (why === 'open-quote' || why === 'open-bracket' ? openedAt(document, first.pos) : null) ?? first.pos
  return [problem('yaml-syntax', placeOf(Math.max(0, start), end), { why, detail })]
}

type SyntaxFault = ProblemArguments['yaml-syntax']

/** What the parser's error mostly means in a file written by hand. */
function syntaxFault({ code, message }: YAMLError): SyntaxFault {
  const detail = message.replace(/\s+/g, ' ').trim().slice(0, 200)
  if (code === 'TAB_AS_INDENT') return { why: 'tab', detail: '' }
  if (code === 'BAD_SCALAR_START') return { why: 'first-character', detail: message.at(-1) ?? '' }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { why: 'second-colon', detail: '' }
  if (code === 'MULTILINE_IMPLICIT_KEY') return { why: 'no-colon', detail: '' }
  if (code === 'MISSING_CHAR' && /quote$/.test(message)) return { why: 'open-quote', detail: '' }
  const [, bracket] = /(?:must end with a|and end with a) ([\]}])/.exec(message) ?? []
  if (bracket) return { why: 'open-bracket', detail: bracket }
  return { why: 'other', detail }
}

/** What is not closed runs on to where that is noticed: what is meant is where it begins. */
function openedAt(document: Document.Parsed, [noticed]: [number, number]): [number, number] | null {
  let opened: number | null = null
  visit(document, (_, node) => {
    const isOpen = isScalar(node) ? /^QUOTE/.test(node.type ?? '') : isCollection(node) && node.flow === true
    if (!isOpen || !isNode(node) || !node.range) return
    const [start, end] = node.range
    if (start < noticed && noticed <= end) opened = start
  })
  return opened === null ? null : [opened, opened + 1]
}

function refusedTags(tags: readonly Tag[], placeOf: PlaceOf): readonly Problem[] {
  return tags.map(({ offset, written }) =>
    problem('yaml-refused', placeOf(offset, offset + written.length), { why: 'tag', written }),
  )
}
