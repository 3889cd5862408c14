import { createColors } from 'picocolors'
import type { Language } from '../../model/figure.ts'
import { GLUE, inSigns } from '../figure/format.ts'
import { wrappedText } from '../figure/safe-text.ts'
import { wordsOf } from '../words/words.ts'
import { cardLines } from './cards.ts'
import type { TableStyle } from './completion-table.ts'
import { gridLines, type Layout, type Line, type Paint } from './grid.ts'

/** Where a text goes, and how it may look there. */
export interface StyleOptions {
  readonly lang: Language
  /** Columns of the terminal; no line is wider, down to 40. */
  readonly width: number
  readonly color: boolean
  /** false: the program's own signs in ASCII. */
  readonly unicode: boolean
}

export interface Style extends TableStyle {
  readonly width: number
  readonly warn: Paint
}

export function styleOf({ lang, width, color, unicode }: StyleOptions): Style {
  const colors = createColors(color)
  return {
    words: wordsOf(lang),
    unicode,
    width: Math.max(width, 40),
    bold: colors.bold,
    dim: colors.dim,
    warn: colors.yellow,
    tones: { good: colors.green, bad: colors.red, warning: colors.yellow, quiet: colors.dim },
  }
}

/** The lines of a table in the first layout that fits; where none does, each row as a block of lines. */
export function fitted<Row>(layouts: readonly Layout<Row>[], lines: readonly Line<Row>[], style: Style): string[] {
  const { width, unicode, bold, dim } = style
  const grid = gridLines(layouts, lines, { width, unicode, paintHead: bold, paintRule: dim })
  return grid ?? cardLines(layouts[layouts.length - 1]?.columns ?? [], lines, width)
}

/** Longer lines are hard to read. */
export const WIDEST_PARAGRAPH = 120

/** A text over the whole width, its further lines indented. */
export function paragraph(text: string, { width, unicode }: Style, hanging: number): string[] {
  const [first = '', ...rest] = wrappedText(inSigns(text, unicode), Math.min(width, WIDEST_PARAGRAPH) - hanging)
  return [first, ...rest.map((line) => ' '.repeat(hanging) + line)].map((line) => line.replaceAll(GLUE, ' ').trimEnd())
}
