import { type Expression, operand } from '../../model/derivation.ts'
import type { LineRole } from '../../model/report.ts'
import { expressionText } from './expression.ts'
import type { Sheet } from './written.ts'

/** A formula as it is called, then with its numbers, then with its differences worked out. */
export interface FormulaText {
  readonly symbols: string
  readonly substitutions: readonly string[]
}

/** How the achievement of a line is calculated. */
export function formulaText(achievement: Expression<LineRole>, sheet: Sheet): FormulaText {
  if (achievement.kind === 'literal') return { symbols: sheet.say.insideRange, substitutions: [] }
  const { symbols, figures } = textOf(achievement, sheet)
  return { symbols, substitutions: [...new Set([figures, calculationText(workedOut(achievement), sheet)])] }
}

/** A calculation with its numbers: `7,350 ÷ (181 ÷ 365)`. */
export function calculationText(calculated: Expression<LineRole>, sheet: Sheet): string {
  return textOf(calculated, sheet).figures
}

function textOf(calculated: Expression<LineRole>, sheet: Sheet) {
  return expressionText(calculated, (role) => sheet.say.symbols[role], sheet)
}

/** The same with one number for each sum, difference and size inside it. */
function workedOut(calculated: Expression<LineRole>): Expression<LineRole> {
  if (!('left' in calculated)) return calculated
  return { ...calculated, left: asOne(calculated.left), right: asOne(calculated.right) }
}

function asOne(part: Expression<LineRole>): Expression<LineRole> {
  const isNumber = part.kind === 'plus' || part.kind === 'minus' || part.kind === 'size'
  return isNumber ? operand('change', part.value) : workedOut(part)
}
