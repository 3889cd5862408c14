import { wrappedText } from '../../render/figure/safe-text.ts'

/** The pages of the docs, which are shipped, in the order in which a topic is looked for in them. */
export const pages = [
  ...['tutorial', 'workbooks', 'vi', 'files', 'formulas', 'commands', 'audit', 'ci', 'library', 'exchange'],
  ...['problems', 'performance', 'scale', 'testing', 'designs', 'decisions'],
  ...['files', 'keys', 'numbers', 'plans', 'poverty', 'results', 'tables', 'yaml'].map((name) => `problems/${name}`),
]

interface Line {
  readonly kind: 'code' | 'fence' | 'heading' | 'row' | 'item' | 'text' | 'blank'
  readonly text: string
  /** Of a heading: how many signs stand before it. */
  readonly level: number
}

function linesOf(markdown: string): readonly Line[] {
  let fence = ''
  return markdown.split('\n').map((line) => {
    const text = line.trim()
    if (fence === '' ? text.startsWith('```') : text === fence) {
      fence = fence === '' ? text.replace(/[^`].*/, '') : ''
      return { kind: 'fence', text, level: 0 }
    }
    if (fence !== '') return { kind: 'code', text: line, level: 0 }
    const level = text.split(' ', 1)[0]?.length ?? 0
    if (/^#{1,4} /.test(text)) return { kind: 'heading', text: plain(text.slice(level + 1)), level }
    const kind = text === '' || /^(?:<!--|!\[)/.test(text) ? 'blank' : text.startsWith('|') ? 'row' : 'text'
    return { kind: /^(?:[-*]|\d{1,2}\.) /.test(text) ? 'item' : kind, text: line, level }
  })
}

const plain = (text: string) =>
  text.replaceAll(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1').replaceAll(/\*\*([^*`]{1,200})\*\*/g, '$1')

export const titlesIn = (markdown: string): readonly string[] =>
  linesOf(markdown).flatMap(({ kind, text }) => (kind === 'heading' ? [text.replaceAll('`', '')] : []))

/** What stands under a heading, with all below it; null: there is none of that name. */
export function sectionOf(markdown: string, name: string): string | null {
  const lines = linesOf(markdown)
  const wanted = name.toLowerCase()
  const isNamed = ({ kind, text }: Line) => kind === 'heading' && text.replaceAll('`', '').toLowerCase() === wanted
  const start = lines.findIndex(isNamed)
  if (start < 0) return null
  const level = lines[start]?.level ?? 0
  const end = lines.findIndex((line, index) => index > start && line.kind === 'heading' && line.level <= level)
  return `${markdown
    .split('\n')
    .slice(start, end < 0 ? undefined : end)
    .join('\n')
    .trimEnd()}\n`
}

/** Markdown for a terminal: folded to its width, a table as a list of its rows. `strong` makes a heading stand out. */
export function pageText(markdown: string, width: number, strong: (text: string) => string): string {
  const folded = (text: string, first: string) =>
    wrappedText(plain(text), width - first.length).map(
      (line, index) => (index ? ' '.repeat(first.length) : first) + line,
    )
  const out: string[] = []
  let heads: readonly string[] | null = null
  let paragraph: Line | null = null
  const end = () => {
    if (!paragraph) return
    const { kind, level, text } = paragraph
    const bullet = kind === 'item' ? text.slice(0, text.length - text.trimStart().length + level + 1) : ''
    for (const line of folded(text.slice(bullet.length), bullet)) out.push(line)
    paragraph = null
  }
  for (const line of linesOf(markdown)) {
    if (paragraph && line.kind === 'text') {
      paragraph = { ...(paragraph as Line), text: `${(paragraph as Line).text} ${line.text.trim()}` }
      continue
    }
    end()
    if (line.kind !== 'row') heads = null
    if (line.kind === 'item' || line.kind === 'text') paragraph = line
    else if (line.kind === 'heading') out.push(strong(line.text))
    else if (line.kind === 'code') out.push(line.text === '' ? '' : `    ${line.text}`)
    else if (line.kind === 'blank' && out.at(-1) !== '') out.push('')
    else if (line.kind === 'row') {
      const cells = line.text
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|'))
      const [first = '', ...rest] = cells
      if (heads === null) heads = cells
      else if (/[^-: ]/.test(cells.join(''))) {
        for (const text of folded(first, '  ')) out.push(text)
        rest.forEach((cell, index) => {
          const named = rest.length > 1 ? `${heads?.[index + 1]}: ${cell}` : cell
          if (cell !== '') for (const text of folded(named, '      ')) out.push(text)
        })
      }
    }
  }
  end()
  return `${out.join('\n').trim()}\n`
}
