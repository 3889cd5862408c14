import {
  type Claim,
  type ClaimFigureKey,
  claimDirections,
  claimFigureKeys,
  claimWords,
  type PrintedNumber,
  type PrintedWord,
} from '../../model/claim.ts'
import type { Place, Source } from '../../model/figure.ts'
import { formulaNames } from '../../model/indicator.ts'
import { nameAt, scalarAt, sourceAt, textAt, wordAt } from '../document/fields.ts'
import { hasErrors, type Scope } from '../document/scope.ts'
import { reportShape } from '../document/shape.ts'
import { ListNode, type MapNode, type Node, Scalar } from '../document/tree.ts'
import type { Expected } from '../number/figures.ts'
import { printedNumberFrom } from '../number/printed-number.ts'
import { claimSchema } from '../schema/claims.ts'
import { wordsIn } from '../schema/leaf.ts'
import { notInText, stepsOf } from './sentence.ts'

/** Reads one claim; null with its problems in `scope` when something in it cannot be read: half a sentence says another thing. */
export function claimFrom(node: Node, around: Source | null, scope: Scope): Claim | null {
  reportShape(node, claimSchema, scope)
  if (!isMap(node)) return null
  const source = sourceAt(node, 'source') ?? around
  const printed = {
    text: textAt(node, 'text'),
    figures: figuresIn(node, source, scope),
    parts: partsIn(node, source, scope),
    unit: nameAt(node, 'unit'),
  }
  const claim: Claim = {
    id: textAt(node, 'id'),
    ...printed,
    steps: stepsOf(printed),
    direction: wordAt(node, 'direction', claimDirections),
    formula: wordAt(node, 'formula', formulaNames),
    verdict: verdictIn(node),
    rounded: roundedIn(node),
    source,
    at: placeOf(node),
  }
  if (hasErrors(scope)) return null
  for (const added of notInText(claim)) scope.problems.push(added)
  return claim
}

const isMap = (node: Node): node is MapNode => 'entries' in node

/** Where its id stands, else where it begins. */
const placeOf = (map: MapNode): Place => scalarAt(map, 'id')?.at ?? { ...map.at, length: 1 }

/** What each number may be marked with. A change may be printed in points, or in per cent by mistake: the audit tells. */
const expectedMarks: Readonly<Record<ClaimFigureKey, Expected>> = {
  baseline: 'percent',
  from: 'percent',
  to: 'percent',
  target: null,
  actual: null,
  completion: 'percent',
  exceeds_by: null,
  change: null,
  relative_change: 'percent',
  poor_change: 'number',
  numerator: 'number',
  denominator: 'number',
  rate: 'percent',
  total: 'percent',
  previous: 'percent',
  growth: 'percent',
}

function figuresIn(map: MapNode, source: Source | null, scope: Scope): Claim['figures'] {
  const figures: Partial<Record<ClaimFigureKey, PrintedNumber>> = {}
  for (const key of claimFigureKeys) {
    const node = map.get(key)
    const printed = node && printedNumberFrom(node, expectedMarks[key], source, scope)
    if (printed) figures[key] = printed
  }
  return figures
}

/** A list, or one text with `+` between the parts, else with blanks. */
function partsIn(map: MapNode, source: Source | null, scope: Scope): readonly PrintedNumber[] {
  const node = map.get('parts')
  const nodes = node instanceof ListNode ? node.items : node instanceof Scalar && !node.isNull ? partNodes(node) : []
  return nodes.flatMap((part) => printedNumberFrom(part, 'percent', source, scope) ?? [])
}

function partNodes(node: Scalar): readonly Scalar[] {
  const { text, at, jsonNumber } = node
  if (jsonNumber) return [node]
  const parts = text.includes('+') ? text.split('+') : text.trim().split(/\s+/)
  return parts.map((part) => new Scalar(part.trim() === '' ? text : part.trim(), at))
}

const words: Readonly<Record<(typeof claimWords)[number], PrintedWord['word']>> = {
  met: 'met',
  exceeded: 'exceeded',
  missed: 'missed',
  đạt: 'met',
  vượt: 'exceeded',
  'không đạt': 'missed',
  Đạt: 'met',
  Vượt: 'exceeded',
  'Không đạt': 'missed',
}

function verdictIn(map: MapNode): PrintedWord | null {
  const word = wordAt(map, 'verdict', claimWords)
  const at = scalarAt(map, 'verdict')?.at
  return word && at ? { word: words[word], text: word, at } : null
}

/** A list of keys, or one text with blanks or commas between. */
function roundedIn(map: MapNode): ReadonlySet<ClaimFigureKey> {
  const node = map.get('rounded')
  const items = node instanceof ListNode ? node.items : node ? [node] : []
  const written = new Set(items.flatMap((item) => (item instanceof Scalar ? wordsIn(item.text) : [])))
  return new Set(claimFigureKeys.filter((key) => written.has(key)))
}
