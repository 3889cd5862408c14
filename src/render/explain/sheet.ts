import { createColors } from 'picocolors'
import { GLUE, inSigns } from '../figure/format.ts'
import { displayWidth, wrappedText } from '../figure/safe-text.ts'
import type { Tone } from '../figure/verdict-text.ts'

/** A worked sheet before any layout: labels with their lines, under headings. */
export interface Sheet {
  readonly title: string
  readonly subtitles: readonly string[]
  readonly sections: readonly SheetSection[]
}

interface SheetSection {
  readonly title: string
  readonly entries: readonly SheetEntry[]
  /** What stands there when there are none. */
  readonly ifNone?: string
}

export interface SheetEntry {
  readonly label: string
  readonly lines: readonly { readonly text: string; readonly quiet: boolean }[]
  readonly tone?: Tone | undefined
}

export interface SheetStyle {
  readonly color: boolean
  /** false: ASCII signs. */
  readonly unicode: boolean
  /** Columns of the output. */
  readonly width: number
}

const MARGIN = '  '
const GAP = '  '

/** The sheet for a terminal, all of its labels of one width. */
export function renderSheet({ title, subtitles, sections }: Sheet, style: SheetStyle): string {
  const colors = createColors(style.color)
  const entries = sections.flatMap((section) => section.entries)
  const indent = Math.max(0, ...entries.map(({ label }) => displayWidth(label))) + MARGIN.length + GAP.length
  const lines = [
    ...wrappedText(title, style.width).map(colors.bold),
    ...subtitles.flatMap((subtitle) => wrappedText(subtitle, style.width)).map(colors.dim),
    ...sections.flatMap((section) => [
      '',
      colors.bold(section.title),
      ...(section.entries.length === 0 && section.ifNone ? [MARGIN + colors.dim(section.ifNone)] : []),
      ...section.entries.flatMap((entry) => entryLines(entry, indent, style)),
    ]),
    '',
  ]
  return inSigns(lines.join('\n'), style.unicode).replaceAll(GLUE, ' ')
}

/** The label once, and its lines wrapped beside it. */
function entryLines({ label, lines, tone }: SheetEntry, indent: number, style: SheetStyle): string[] {
  const colors = createColors(style.color)
  const tones = { good: colors.green, bad: colors.red, warning: colors.yellow, quiet: colors.dim }
  const room = Math.max(style.width - indent, 20)
  const laid = lines.flatMap(({ text, quiet }, index) =>
    wrappedText(text, room).map((piece) => {
      if (quiet) return colors.dim(piece)
      return tone && index === 0 ? tones[tone](piece) : piece
    }),
  )
  return laid.map((piece, index) => {
    const head = index === 0 ? MARGIN + label : ''
    return head + ' '.repeat(indent - displayWidth(head)) + piece
  })
}
