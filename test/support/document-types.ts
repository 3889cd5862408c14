import type { Json } from './json-schema.ts'

/** TypeScript of what is written as JSON, from its JSON Schema: one interface a document, with the descriptions of its keys. */
export function documentTypes(schemas: Readonly<Record<string, Json>>): string {
  const written = Object.entries(schemas).map(
    ([name, schema]) => `/** ${schema['description']} */\nexport interface ${name} ${typeOf(schema, '')}\n`,
  )
  return `// Written by \`npm run schemas\` from what src/render/data says of each record.\n\n${written.join('\n')}`
}

function typeOf(schema: Json, indent: string): string {
  const { type, properties, items, prefixItems, anyOf, additionalProperties } = schema
  const words = 'const' in schema ? [schema['const']] : (schema['enum'] as readonly unknown[] | undefined)
  if (words) return words.map((word) => (word === null ? 'null' : `'${word}'`)).join(' | ')
  if (anyOf) return (anyOf as readonly Json[]).map((each) => typeOf(each, indent)).join(' | ')
  if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each }, indent)).join(' | ')
  if (prefixItems)
    return `readonly [${(prefixItems as readonly Json[]).map((each) => typeOf(each, indent)).join(', ')}]`
  if (type === 'array') return `readonly (${typeOf(items as Json, indent)})[]`
  if (type === 'object' && !properties)
    return `Readonly<Record<string, ${typeOf(additionalProperties as Json, indent)}>>`
  if (properties) {
    const required = new Set(schema['required'] as readonly string[])
    const keys = Object.entries(properties as Readonly<Record<string, Json>>).map(([key, value]) => {
      const about = value['description'] ? `${indent}  /** ${value['description']} */\n` : ''
      return `${about}${indent}  readonly ${/^\w+$/.test(key) ? key : `'${key}'`}${required.has(key) ? '' : '?'}: ${typeOf(value, `${indent}  `)}\n`
    })
    return `{\n${keys.join('')}${indent}}`
  }
  return type === 'integer' ? 'number' : String(type)
}
