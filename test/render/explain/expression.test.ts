import { expect, it } from 'vitest'
import {
  type Expression,
  literal,
  minus,
  negated,
  operand,
  over,
  plus,
  sizeOf,
  sumOf,
  times,
} from '../../../src/model/derivation.ts'
import { Exact } from '../../../src/model/exact.ts'
import { expressionText } from '../../../src/render/explain/expression.ts'
import { formatOf } from '../../../src/render/figure/format.ts'

const number = (role: string, text: string) =>
  operand(role, Exact.parse(text), { decimals: text.split('.')[1]?.length ?? 0 })
const [a, b, t] = [number('a', '3.87'), number('b', '5.20'), number('t', '-4')]
const share = operand('p', Exact.parse('0.2'), { shown: 'percentage' })
const one = literal(Exact.ONE)

it.each<readonly [Expression<string>, string, string, string]>([
  [over(a, b), 'a ÷ b', '3.87 ÷ 5.20', '387/520'],
  [over(minus(a, b), sizeOf(t)), '(a − b) ÷ |t|', '(3.87 − 5.20) ÷ |−4|', '-0.3325'],
  [sizeOf(b), 'b', '5.20', '5.2'],
  [plus(one, over(minus(t, a), t)), '1 + (t − a) ÷ t', '1 + ((−4) − 3.87) ÷ (−4)', '2.9675'],
  [minus(over(a, b), one), 'a ÷ b − 1', '3.87 ÷ 5.20 − 1', '-133/520'],
  [minus(a, minus(b, a)), 'a − (b − a)', '3.87 − (5.20 − 3.87)', '2.54'],
  [over(a, times(share, b)), 'a ÷ (p × b)', '3.87 ÷ (20% × 5.20)', '387/104'],
  [over(negated(a), b), '(−a) ÷ b', '(−3.87) ÷ 5.20', '-387/520'],
  [negated(minus(a, b)), '−(a − b)', '−(3.87 − 5.20)', '1.33'],
  [over(sumOf('all', [a, b]), b), 'all ÷ b', '(3.87 + 5.20) ÷ 5.20', '907/520'],
])('a calculation has its value, its names and its numbers', (expression, symbols, figures, value) => {
  const format = formatOf('en', true, 'half-up')
  expect(expressionText(expression, (role) => role, format)).toEqual({ symbols, figures })
  expect(String(expression.value)).toBe(value)
})
