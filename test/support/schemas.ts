import { join } from 'node:path'
import type { SchemaKind } from '../../src/cli/command/schema.ts'
import { actualsSchema } from '../../src/read/schema/actuals.ts'
import { claimsSchema } from '../../src/read/schema/claims.ts'
import { indicatorSchema, targetSchema } from '../../src/read/schema/indicator.ts'
import { planSchema } from '../../src/read/schema/plan.ts'
import { policySchema } from '../../src/read/schema/policy.ts'
import { sourcesSchema } from '../../src/read/schema/sources.ts'
import { mappingSchema } from '../../src/read/schema/table.ts'
import { auditSchema } from '../../src/render/data/audit.ts'
import { checkSchema } from '../../src/render/data/check.ts'
import { compareSchema } from '../../src/render/data/compare.ts'
import { problemsSchema, reportSchema } from '../../src/render/data/report.ts'
import { ROOT } from './folder.ts'
import { inReadingOrder, type Json, jsonSchemaOf } from './json-schema.ts'

/** Every JSON Schema that is shipped, made from its one source. */
export const jsonSchemas: Readonly<Record<SchemaKind, Json>> = {
  plan: jsonSchemaOf(planSchema, { indicator: indicatorSchema, target: targetSchema }),
  actuals: jsonSchemaOf(actualsSchema),
  claims: jsonSchemaOf(claimsSchema),
  policy: jsonSchemaOf(policySchema),
  mapping: jsonSchemaOf(mappingSchema),
  sources: jsonSchemaOf(sourcesSchema),
  report: inReadingOrder(reportSchema),
  check: inReadingOrder(checkSchema),
  audit: inReadingOrder(auditSchema),
  compare: inReadingOrder(compareSchema),
  problems: inReadingOrder(problemsSchema),
}

export function schemaFile(kind: SchemaKind): string {
  return join(ROOT, 'schemas', `${kind}.schema.json`)
}
