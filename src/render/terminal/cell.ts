import { GLUE, inSigns } from '../figure/format.ts'
import { sparkline } from '../figure/sparkline.ts'
import type { Column, Drawing, Line } from '../view/document.ts'
import { bar } from './bar.ts'
import type { Paint, Style } from './style.ts'

/** A cell as a terminal shows it. */
export interface Shown {
  readonly text: string
  /** Marks of footnotes, kept in a gutter of their own; behind a text they are part of it. */
  readonly mark: string
  readonly indent: number
  readonly paint: Paint | undefined
}

export function shownCell<Row>(column: Column<Row>, row: Row, { unicode, tones, partsUnits }: Style): Shown {
  const { text, marks = '', depth = 0, tone } = column.cell(row)
  const drawing = column.drawing?.(row)
  const paint = drawing?.kind === 'progress' ? tones[drawing.tone] : tone && tones[tone]
  const signs = drawing ? drawn(drawing, unicode) : inSigns(text, unicode)
  const shown = partsUnits ? signs.replace(UNIT_AT_END, ' ') : signs
  const isBehind = column.align === 'left' && marks !== ''
  return { text: isBehind ? `${shown}${GLUE}${marks}` : shown, mark: isBehind ? '' : marks, indent: depth * 2, paint }
}

/** The blank between a number and what it is counted in: `0,3 điểm %`, `(−0.16 pp)`. */
const UNIT_AT_END = /(?<=\d)\u00a0(?=\p{L}+(?:\u00a0%)?\)?$)/gmu

function drawn(drawing: Drawing, unicode: boolean): string {
  switch (drawing.kind) {
    case 'progress':
      return drawing.achievement ? bar(drawing.achievement, unicode, drawing.expected).replaceAll(' ', GLUE) : ''
    case 'steps':
      return sparkline(drawing.steps, unicode).replaceAll(' ', GLUE)
    default:
      return ''
  }
}

/** How a text over all columns looks. */
export function lookOf<Row>(
  { role, prominent = 0 }: Extract<Line<Row>, { kind: 'text' }>,
  { bold, dim }: Style,
): Paint {
  if (role === 'heading') return bold
  if (role === 'plain') return (text) => text
  return prominent === 0 ? dim : (text) => bold(text.slice(0, prominent)) + dim(text.slice(prominent))
}
