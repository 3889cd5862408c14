import { cellOf, type Place } from '../../model/figure.ts'
import { safeText } from './safe-text.ts'

/** A place as it is told of: `plan.yaml:12:3`, `register.xlsx!T1:D3`. */
export function placeText(at: Place): string {
  return `${safeText(at.file)}${at.sheet === undefined ? ':' : '!'}${positionText(at)}`
}

/** The same without its file. */
export function positionText(at: Place): string {
  const cell = cellOf(at)
  return cell === null ? `${at.line}:${at.column}` : `${safeText(at.sheet ?? '')}:${cell}`
}
