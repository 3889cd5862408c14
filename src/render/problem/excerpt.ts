import type { Place } from '../../model/figure.ts'
import { displayWidth, safeText } from '../figure/safe-text.ts'

/** Part of an input line fit for a terminal, and which columns of it are meant. */
export interface Excerpt {
  readonly shown: string
  /** Columns before what is meant. */
  readonly before: number
  /** Columns of what is meant; 1 where nothing stands there. */
  readonly under: number
}

/** The widest excerpt: with its line number it fits into 80 columns. */
const WIDEST = 70
/** Columns shown before what is meant, in a line that is too long to be shown in full. */
const CONTEXT = 30

/** The line a place is on, or a window of it around the place where it is long. */
export function excerptAround(line: string, { column, length }: Place, unicode: boolean): Excerpt {
  const start = Math.min(column - 1, line.length)
  const end = Math.min(start + length, line.length)
  // A character takes four units at most: what is longer is not measured in full for every problem in it.
  if (line.length <= WIDEST * 4) {
    const whole = excerpt(line.slice(0, start), line.slice(start, end), line.slice(end))
    if (displayWidth(whole.shown) <= WIDEST) return whole
  }

  const ellipsis = unicode ? '…' : '...'
  const head = lastColumns(fitForTerminal(nearest(line.slice(0, start), 'end')), CONTEXT, ellipsis)
  const meant = firstColumns(fitForTerminal(nearest(line.slice(start, end), 'start')), WIDEST - CONTEXT, ellipsis)
  const room = WIDEST - displayWidth(head) - displayWidth(meant)
  const tail = firstColumns(fitForTerminal(nearest(line.slice(end), 'start')), room, ellipsis)
  return excerpt(head, meant, tail)
}

/** What two parts make together may have to be written out, so that each is measured with what stands before it. */
function excerpt(before: string, meant: string, after: string): Excerpt {
  const head = displayWidth(fitForTerminal(before))
  return {
    shown: fitForTerminal(before + meant + after),
    before: head,
    under: Math.max(1, displayWidth(fitForTerminal(before + meant)) - head),
  }
}

/** A tab takes two columns wherever it stands, so that what is below it stays below it. */
const fitForTerminal = (text: string): string => safeText(text.replaceAll('\t', '  '))

/** Of a line of megabytes, no more than may be shown is made fit. */
function nearest(text: string, side: 'start' | 'end'): string {
  const units = WIDEST * 4
  return side === 'start' ? text.slice(0, units) : text.slice(-units)
}

function firstColumns(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text
  return columnsOf([...text], width - ellipsis.length).join('') + ellipsis
}

function lastColumns(text: string, width: number, ellipsis: string): string {
  if (displayWidth(text) <= width) return text
  return (
    ellipsis +
    columnsOf([...text].reverse(), width - ellipsis.length)
      .reverse()
      .join('')
  )
}

function columnsOf(characters: readonly string[], width: number): string[] {
  const kept: string[] = []
  let used = 0
  for (const character of characters) {
    used += displayWidth(character)
    if (used > width) break
    kept.push(character)
  }
  return kept
}
