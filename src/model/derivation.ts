import { Exact } from './exact.ts'

/**
 * How a number was calculated: built by whoever calculates it, carried along with it, and put into words where it is
 * explained. `Role` is what a number is in the calculation: `actual`, `target`. Every part has its exact value.
 */
export type Expression<Role extends string> =
  | Operand<Role>
  | { readonly kind: 'literal'; readonly value: Exact }
  | {
      /** `size`: without its sign. */
      readonly kind: 'negated' | 'size'
      readonly of: Expression<Role>
      readonly value: Exact
    }
  | {
      readonly kind: 'plus' | 'minus' | 'times' | 'over'
      readonly left: Expression<Role>
      readonly right: Expression<Role>
      readonly value: Exact
    }
  | {
      /** Any number of terms, which have one name together. */
      readonly kind: 'sum'
      readonly role: Role
      readonly terms: readonly Expression<Role>[]
      readonly value: Exact
    }

/** A number with a name. */
export interface Operand<Role extends string> {
  readonly kind: 'operand'
  readonly role: Role
  readonly value: Exact
  /** How many decimals it is shown with at least: those that were written. */
  readonly decimals: number
  /** `percentage`: the value is a share, 0.2, that is written as 20%. */
  readonly shown: 'number' | 'percentage'
}

export function operand<Role extends string>(
  role: Role,
  value: Exact,
  { decimals = 0, shown = 'number' }: Partial<Pick<Operand<Role>, 'decimals' | 'shown'>> = {},
): Operand<Role> {
  return { kind: 'operand', role, value, decimals, shown }
}

/** The 1 and the 100 of a formula. */
export const literal = (value: Exact): Expression<never> => ({ kind: 'literal', value })

export function plus<Role extends string>(left: Expression<Role>, right: Expression<Role>): Expression<Role> {
  return { kind: 'plus', left, right, value: left.value.plus(right.value) }
}

export function minus<Role extends string>(left: Expression<Role>, right: Expression<Role>): Expression<Role> {
  return { kind: 'minus', left, right, value: left.value.minus(right.value) }
}

export function times<Role extends string>(left: Expression<Role>, right: Expression<Role>): Expression<Role> {
  return { kind: 'times', left, right, value: left.value.times(right.value) }
}

/** Throws a RangeError when `right` is zero. */
export function over<Role extends string>(left: Expression<Role>, right: Expression<Role>): Expression<Role> {
  return { kind: 'over', left, right, value: left.value.dividedBy(right.value) }
}

export function negated<Role extends string>(of: Expression<Role>): Expression<Role> {
  return { kind: 'negated', of, value: of.value.negated() }
}

/** Without its sign, where it has one. */
export function sizeOf<Role extends string>(of: Expression<Role>): Expression<Role> {
  return of.value.sign < 0 ? { kind: 'size', of, value: of.value.abs() } : of
}

export function sumOf<Role extends string>(role: Role, terms: readonly Expression<Role>[]): Expression<Role> {
  return { kind: 'sum', role, terms, value: Exact.sum(terms.map(({ value }) => value)) }
}

/** The number that has a name in a calculation; null: none has. */
export function operandIn<Role extends string>(expression: Expression<Role>, role: Role): Exact | null {
  switch (expression.kind) {
    case 'operand':
      return expression.role === role ? expression.value : null
    case 'literal':
      return null
    case 'negated':
    case 'size':
      return operandIn(expression.of, role)
    case 'sum':
      return expression.role === role ? expression.value : null
    default:
      return operandIn(expression.left, role) ?? operandIn(expression.right, role)
  }
}
