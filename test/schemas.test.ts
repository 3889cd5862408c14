import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { type SchemaKind, schemaKinds } from '../src/cli/command/schema.ts'
import { documentTypes } from './support/document-types.ts'
import { ROOT } from './support/folder.ts'
import type { Json } from './support/json-schema.ts'
import { jsonSchemas, schemaFile } from './support/schemas.ts'

describe.each(schemaKinds)('schemas/%s.schema.json', (kind) => {
  it('is what its source says; `npm run schemas` writes it', async () => {
    await expect(`${JSON.stringify(jsonSchemas[kind], null, 2)}\n`).toMatchFileSnapshot(schemaFile(kind))
  })

  it('is JSON Schema 2020-12 without keywords of others', () => {
    expect(() => new Ajv2020({ logger: false }).compile(jsonSchemas[kind])).not.toThrow()
  })

  it('explains every key', () => {
    const silent = [...objectsIn(jsonSchemas[kind])].flatMap(({ path, properties }) =>
      Object.entries(properties).flatMap(([key, value]) => (explanation(value, kind) ? [] : [`${path}.${key}`])),
    )
    expect(silent).toEqual([])
  })

  it('refuses keys that are not described', () => {
    const open = [...objectsIn(jsonSchemas[kind])].filter(({ additionalProperties }) => additionalProperties !== false)
    expect(open.map(({ path }) => path)).toEqual([])
  })
})

it('schemas/documents.d.ts is what its source says; `npm run schemas` writes it', async () => {
  const types = documentTypes({ ReportDocument: jsonSchemas.report, AuditDocument: jsonSchemas.audit })
  await expect(types).toMatchFileSnapshot(join(ROOT, 'schemas/documents.d.ts'))
})

interface ObjectSchema {
  readonly path: string
  readonly properties: Readonly<Record<string, Json>>
  readonly additionalProperties: unknown
}

/** Every object with keys of its own, however deep. */
function* objectsIn(schema: unknown, path = ''): Generator<ObjectSchema> {
  if (typeof schema !== 'object' || schema === null) return
  const { type, properties, additionalProperties } = schema as Json
  if (properties && type) yield { path, properties: properties as ObjectSchema['properties'], additionalProperties }
  for (const [key, value] of Object.entries(schema)) yield* objectsIn(value, path ? `${path}.${key}` : key)
}

/** A sentence or more, of its own or of the definition that it refers to. */
function explanation({ description, $ref }: Json, kind: SchemaKind): boolean {
  const definitions = jsonSchemas[kind]['$defs'] as Readonly<Record<string, Json>> | undefined
  const text = description ?? definitions?.[String($ref).replace('#/$defs/', '')]?.['description']
  return typeof text === 'string' && /^\S.{8,}[.`)]$/.test(text)
}
