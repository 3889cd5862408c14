import { toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import { idPattern, type LeafRule, leafRule, periodPattern } from '../../src/read/schema/leaf.ts'

/** JSON Schema as it is shipped. */
export type Json = { readonly [keyword: string]: unknown }

/**
 * A schema of ours as JSON Schema 2020-12.
 *
 * The reader sees text where an editor sees what YAML makes of it: `2018` is text to the one and a number to the other.
 * So a leaf takes numbers too whose text the reader takes; but not a bare `true`, which editors would then offer in
 * place of a name. What a schema cannot know is left to the reader: numbers in the notation of the file, ids that stand
 * elsewhere, days that no calendar has.
 */
export function jsonSchemaOf(
  schema: v.GenericSchema,
  definitions: Readonly<Record<string, v.GenericSchema>> = {},
): Json {
  const converted = toJsonSchema(schema, {
    target: 'draft-2020-12',
    definitions: { ...definitions },
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'metadata' ? (withMetadata(jsonSchema as Json) as typeof jsonSchema) : null,
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      overridden(valibotSchema as Converted, jsonSchema as Json) as typeof jsonSchema | null,
  })
  return inReadingOrder(converted as Json)
}

type Converted = v.GenericSchema & {
  readonly type: string
  readonly wrapped?: Converted
  readonly options?: readonly Converted[]
}

function overridden(schema: Converted, json: Json): Json | null {
  switch (schema.type) {
    case 'custom':
      // A leaf: its metadata, which follow, say what it is.
      return {}
    case 'union':
      return { ...json, anyOf: alternatives(json['anyOf'] as readonly Json[], schema.options ?? []) }
    case 'optional':
      return leftEmpty(schema.wrapped as Converted, json)
    // Editors ask it of the key `2018` as of a number.
    case 'record':
      return { ...json, propertyNames: without(json['propertyNames'] as Json, 'type') }
    case 'strict_object':
      return {
        ...((json['required'] as readonly string[]).length > 0 ? json : without(json, 'required')),
        patternProperties: { '^x-': { description: 'What other programs keep here; nothing of it is read.' } },
      }
    default:
      return null
  }
}

/** The union has a description of its own, which is the one to show; a title tells its options apart. */
function alternatives(options: readonly Json[], schemas: readonly Converted[]): readonly Json[] {
  return options.map((option, index) => {
    const kind = leafRule(schemas[index] as Converted)?.kind
    return { ...(kind ? { title: LEAF_TITLES[kind] } : {}), ...without(option, 'description') }
  })
}

const LEAF_TITLES: Partial<Record<LeafRule['kind'], string>> = {
  text: 'text',
  reference: 'id',
  number: 'number',
  'words-or-number': 'number',
  result: 'number',
  'claimed-number': 'number',
  words: 'word',
  'word-list': 'text',
}

/** Text that may be left out may also be left empty. */
function leftEmpty(schema: Converted, json: Json): Json {
  if (leafRule(schema)?.kind === 'text') return { ...json, ...emptyOrText }
  if (schema.type !== 'union') return json
  const options = json['anyOf'] as readonly Json[]
  return { ...json, anyOf: options.map((option, index) => leftEmpty(schema.options?.[index] as Converted, option)) }
}

/**
 * Of our metadata, which stand among the keywords: `rule` is a leaf's, `name` is what messages call a map. Of the keys
 * in `needsOneOf` it needs at least one, of those in `needsOnly` exactly one. `allPercentOrNone`: its values have a per cent
 * sign, or none has. `differ`: one of these two says what the other does not. `together`: neither of these two stands alone.
 */
function withMetadata({
  rule,
  name,
  needsOneOf,
  needsOnly,
  toldWithShape,
  allPercentOrNone,
  differ,
  together,
  ...json
}: Json): Json {
  return {
    ...(name ? { title: name } : {}),
    ...json,
    ...(rule ? leafKeywords(rule as LeafRule, json) : {}),
    ...(needsOneOf
      ? { anyOf: eachRequired(needsOneOf as readonly string[], toldWithShape === true && isOfTexts(json)) }
      : {}),
    ...(allPercentOrNone ? { anyOf: [valuesLike('string', '%'), valuesLike(['string', 'number'], '^[^%]*$')] } : {}),
    ...(differ ? { not: { anyOf: alike(json, differ as readonly [string, string]) } } : {}),
    ...(together ? { dependentRequired: eachNeedsOther(together as readonly [string, string]) } : {}),
    ...(needsOnly ? { oneOf: eachRequired(needsOnly as readonly string[]) } : {}),
  }
}

/** Both have the same of the words that either may have. */
function alike({ properties }: Json, [one, other]: readonly [string, string]): readonly Json[] {
  const words = ((properties as Json)[other] as Json)['enum'] as readonly string[]
  return words.map((word) => ({
    properties: { [one]: { const: word }, [other]: { const: word } },
    required: [one, other],
  }))
}

const eachNeedsOther = ([one, other]: readonly [string, string]): Json => ({ [one]: [other], [other]: [one] })

const valuesLike = (type: unknown, pattern: string): Json => ({ additionalProperties: { type, pattern } })

const isOfTexts = ({ properties }: Json) =>
  Object.values(properties as Json).every(
    (property) => !['array', 'object'].includes((property as Json)['type'] as string),
  )

/** `filled`: left empty, text does not count. */
function eachRequired(keys: readonly string[], filled = false): readonly Json[] {
  return keys.map((key) => ({ required: [key], ...(filled ? { properties: { [key]: someText } } : {}) }))
}

const NULLS = '~|null|Null|NULL'

const someText = { type: ['string', 'number'], pattern: String.raw`^(?!(?:${NULLS})$)[\s\S]*\S` }
/** Where there was a target, none cannot follow. */
const someTarget = { pattern: '^(?!none$)' }
const emptyOrText = { type: ['string', 'number', 'null'], pattern: String.raw`^$|\S` }

function leafKeywords({ kind, words, most }: LeafRule, { examples }: Json): Json {
  switch (kind) {
    case 'text':
      return someText
    case 'words-or-period':
      return { type: ['string', 'integer'], pattern: `^(?:${words.join('|')}|${periodPattern.source.slice(1, -1)})$` }
    case 'id':
      return { type: ['string', 'integer'], pattern: idPattern.source.replace('^', '^(?!null$)'), minimum: 0 }
    case 'reference':
      return { type: ['string', 'number'], pattern: `^(?!(?:${NULLS})?$)` }
    case 'number':
      return { type: ['string', 'number'] }
    case 'words-or-number':
      return { type: ['string', 'number'], examples: examples ?? words, ...(words.includes('none') ? {} : someTarget) }
    case 'percentage':
      return { type: 'string', pattern: String.raw`%\s*$` }
    case 'completion':
      return { type: ['string', 'number'], pattern: String.raw`%\s*$|^\s*(?:[2-9]|1\d)`, minimum: 2 }
    case 'cell':
      return { type: ['string', 'number', 'null'] }
    case 'result':
      return { type: ['string', 'number', 'null'], ...(words.length > 0 ? { examples: examples ?? words } : {}) }
    case 'claimed-number':
      return { type: ['string', 'number', 'null'] }
    case 'words':
    case 'sign':
      return { type: 'string', enum: words }
    case 'word-list':
      return {
        type: 'string',
        pattern: String.raw`^[\s,]*(?:${words.join('|')})(?:[\s,]+(?:${words.join('|')}))*[\s,]*$`,
      }
    case 'period':
      return { type: ['string', 'integer'], pattern: periodPattern.source, minimum: 1000, maximum: 9999 }
    case 'date':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }
    case 'url':
      return { type: 'string', pattern: String.raw`^[Hh][Tt][Tt][Pp][Ss]?://[^\s/]` }
    case 'whole-number':
      return {
        type: ['string', 'integer'],
        pattern: most === 20 ? '^(?:1?[0-9]|20)$' : String.raw`^(?:0|[1-9]\d{0,8})$`,
        minimum: 0,
        maximum: most ?? 999_999_999,
      }
    case 'yes-or-no':
      return { type: ['boolean', 'string'], pattern: `^(?:${words.join('|')})$` }
  }
}

const FIRST = [
  '$schema',
  '$comment',
  'title',
  'description',
  'type',
  '$ref',
  'enum',
  'const',
  'default',
  'examples',
  'required',
]
const LAST = ['properties', 'items', 'prefixItems', 'anyOf', 'oneOf', '$defs']

/** What it is before what is inside it. */
export function inReadingOrder(json: Json): Json {
  const keys = Object.keys(json).filter((key) => json[key] !== undefined)
  const middle = keys.filter((key) => !FIRST.includes(key) && !LAST.includes(key))
  const order = [...FIRST, ...middle, ...LAST].filter((key) => keys.includes(key))
  return Object.fromEntries(order.map((key) => [key, orderedValue(key, json[key])]))
}

function orderedValue(key: string, value: unknown): unknown {
  if (key === 'properties' || key === '$defs') {
    return Object.fromEntries(Object.entries(value as Json).map(([name, inner]) => [name, orderedValue('', inner)]))
  }
  if (key === 'examples' || key === 'default' || key === 'enum') return value
  if (Array.isArray(value)) return value.map((item) => orderedValue('', item))
  return typeof value === 'object' && value !== null ? inReadingOrder(value as Json) : value
}

function without(json: Json, key: string): Json {
  return Object.fromEntries(Object.entries(json).filter(([each]) => each !== key))
}
