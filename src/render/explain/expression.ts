import type { Expression } from '../../model/derivation.ts'
import { Exact } from '../../model/exact.ts'
import type { Format } from '../figure/format.ts'
import { exactText } from './written.ts'

/** A formula as it is called, and with its numbers: `actual ÷ target` and `18,923 ÷ 16,000`. */
export interface ExpressionText {
  readonly symbols: string
  readonly figures: string
}

/** `nameOf` says what a number is called in the formula. */
export function expressionText<Role extends string>(
  expression: Expression<Role>,
  nameOf: (role: Role) => string,
  format: Pick<Format, 'notation'>,
): ExpressionText {
  const textOf = (each: Expression<Role>) => expressionText(each, nameOf, format)
  switch (expression.kind) {
    case 'operand': {
      const { value, decimals, shown } = expression
      const isShare = shown === 'percentage'
      const text = exactText(isShare ? value.times(Exact.HUNDRED) : value, format, decimals) + (isShare ? '%' : '')
      return { symbols: nameOf(expression.role), figures: value.sign < 0 ? `(${text})` : text }
    }
    case 'literal': {
      const text = exactText(expression.value, format)
      return { symbols: text, figures: text }
    }
    case 'negated':
      return both(textWithin(expression.of, isAlone, textOf), (text) => `−${text}`)
    case 'size':
      return both(textOf(expression.of), (text) => `|${text.replace(/^\(([^()]*)\)$/, '$1')}|`)
    case 'sum':
      return {
        symbols: nameOf(expression.role),
        figures: expression.terms.map((each) => textWithin(each, isAlone, textOf).figures).join(' + '),
      }
    default: {
      const { kind } = expression
      const isSum = kind === 'plus' || kind === 'minus'
      const left = textWithin(expression.left, isSum ? isAny : isAlone, textOf)
      const right = textWithin(expression.right, isSum ? isProduct : isAlone, textOf)
      const written = (a: string, b: string) => `${a} ${SIGNS[kind]} ${b}`
      return { symbols: written(left.symbols, right.symbols), figures: written(left.figures, right.figures) }
    }
  }
}

const SIGNS = { plus: '+', minus: '−', times: '×', over: '÷' } as const

type Kind = Expression<string>['kind']

const isAny = () => true
const isAlone = (kind: Kind) => kind === 'operand' || kind === 'literal' || kind === 'size'
const isProduct = (kind: Kind) => isAlone(kind) || kind === 'times' || kind === 'over'

/** In parentheses unless it can stand there without. A sum that has a name needs them for its terms alone. */
function textWithin<Role extends string>(
  expression: Expression<Role>,
  canStand: (kind: Kind) => boolean,
  textOf: (expression: Expression<Role>) => ExpressionText,
): ExpressionText {
  const text = textOf(expression)
  if (canStand(expression.kind)) return text
  const within = both(text, (each) => `(${each})`)
  return expression.kind === 'sum' ? { ...within, symbols: text.symbols } : within
}

function both({ symbols, figures }: ExpressionText, change: (text: string) => string): ExpressionText {
  return { symbols: change(symbols), figures: change(figures) }
}
