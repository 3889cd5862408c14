import { createColors } from 'picocolors'
import { GLUE, inSigns } from '../figure/format.ts'
import { wrappedText } from '../figure/safe-text.ts'
import type { Tone } from '../figure/verdict-text.ts'

/** Where a text goes, and how it may look there. */
export interface StyleOptions {
  /** Columns of the terminal; no line is wider, down to 40. */
  readonly width: number
  readonly color: boolean
  /** false: the program's own signs in ASCII. */
  readonly unicode: boolean
}

export type Paint = (text: string) => string

export interface Style {
  readonly width: number
  readonly unicode: boolean
  /** A number may stand on another line than its unit. */
  readonly partsUnits?: true
  readonly tones: Readonly<Record<Tone, Paint>>
  readonly bold: Paint
  readonly dim: Paint
  readonly warn: Paint
}

export function styleOf({ width, color, unicode }: StyleOptions): Style {
  const colors = createColors(color)
  return {
    unicode,
    width: Math.max(width, 40),
    bold: colors.bold,
    dim: colors.dim,
    warn: colors.yellow,
    tones: { good: colors.green, bad: colors.red, warning: colors.yellow, quiet: colors.dim },
  }
}

/** Longer lines are hard to read. */
export const WIDEST_PARAGRAPH = 120

/** A text over the whole width, its further lines indented. */
export function paragraph(text: string, { width, unicode }: Style, hanging: number): string[] {
  const [first = '', ...rest] = wrappedText(inSigns(text, unicode), Math.min(width, WIDEST_PARAGRAPH) - hanging)
  return [first, ...rest.map((line) => ' '.repeat(hanging) + line)].map((line) => line.replaceAll(GLUE, ' ').trimEnd())
}
