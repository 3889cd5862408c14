import { type Problem, problem } from '../../model/problem.ts'
import { plansOf, type ReadFile } from '../../read/input.ts'
import type { PlanTable } from '../../read/plan/plan-table.ts'
import { contentOf } from '../input/files.ts'
import { requestedTables } from './table-files.ts'
import { tableText } from './table-text.ts'

interface PlansInTables extends Pick<ReadFile, 'plans' | 'unreadPlans' | 'problems'> {
  readonly contents: ReadonlyMap<string, Uint8Array>
  readonly paths: readonly string[]
}

/** The plans whose indicators stand in tables, each of which lies below the folder of its document or below `root`. */
export async function plansInTables(
  plans: readonly PlanTable[],
  absoluteOf: (file: string) => string,
  cwd: string,
  root: string | undefined,
): Promise<PlansInTables> {
  const contents = new Map<string, Uint8Array>()
  const paths: string[] = []
  const read: ReturnType<typeof plansOf>[] = []
  for (const { id, request, planWith } of plans) {
    const unread = (problems: readonly Problem[]) => read.push(plansOf({ plan: null, id, problems }))
    const { tables, problems } = await requestedTables(request, absoluteOf, cwd, root)
    const [table, ...others] = tables
    if (!table || problems.length > 0) {
      unread(problems)
      continue
    }
    paths.push(table.absolute)
    const at = table.namedAt ?? { file: table.path, line: 1, column: 1, length: 1 }
    if (others.length > 0 || table.isPacked || table.format === 'parquet') {
      const why = others.length > 0 ? 'several-plans' : 'packed-plan'
      unread([problem('table-not-read', at, { why, detail: tables.map(({ path }) => path).join(', ') })])
      continue
    }
    const content = contentOf({ path: table.path, absolute: table.absolute, named: true })
    if ('code' in content) {
      unread([content])
      continue
    }
    contents.set(table.path, content)
    const sheet = request.sheets?.[0] ?? null
    read.push(plansOf(planWith(await tableText({ ...table, sheet }, content))))
  }
  return {
    contents,
    paths,
    plans: read.flatMap((each) => each.plans),
    unreadPlans: read.flatMap((each) => each.unreadPlans),
    problems: read.flatMap((each) => each.problems),
  }
}
