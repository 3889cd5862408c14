import { type Problem, problem } from '../../model/problem.ts'
import { fileOfTable, type ReadFile } from '../../read/input.ts'
import type { PlanTable } from '../../read/plan/plan-table.ts'
import type { Table } from '../../read/table/grid.ts'
import type { TableRequest } from '../../read/table/mapping.ts'
import { contentOf } from '../input/files.ts'
import { sheetsOf } from './sheets.ts'
import { requestedTables } from './table-files.ts'
import { tableText } from './table-text.ts'

interface PlansInTables {
  /** What each of them holds. */
  readonly read: readonly ReadFile[]
  readonly contents: ReadonlyMap<string, Uint8Array>
  readonly paths: readonly string[]
}

/** The plans that stand in tables, each of which lies below the folder of its document or below `root`. */
export async function plansInTables(
  plans: readonly PlanTable[],
  absoluteOf: (file: string) => string,
  cwd: string,
  root: string | undefined,
): Promise<PlansInTables> {
  const contents = new Map<string, Uint8Array>()
  const paths: string[] = []
  const tablesOf = async (request: TableRequest, isForm: boolean): Promise<readonly Table[] | readonly Problem[]> => {
    const { tables, problems } = await requestedTables(request, absoluteOf, cwd, root)
    const [first] = tables
    if (!first || problems.length > 0) return problems
    for (const { absolute } of tables) paths.push(absolute)
    const place = { file: first.path, line: 1, column: 1, length: 1 }
    const unfit = tables.find(({ isPacked, format }) => isPacked || format === 'parquet')
    if (unfit || (!isForm && tables.length > 1)) {
      const why = !isForm && tables.length > 1 ? 'several-plans' : 'packed-plan'
      const detail = (unfit && why === 'packed-plan' ? [unfit] : tables).map(({ path }) => path).join(', ')
      return [problem('table-not-read', (unfit ?? first).namedAt ?? place, { why, detail })]
    }
    const found: Table[] = []
    for (const table of tables) {
      const content = contentOf({ path: table.path, absolute: table.absolute, named: true })
      if ('code' in content) return [content]
      contents.set(table.path, content)
      for (const sheet of await sheetsOf(table, isForm ? 'all' : 'first'))
        found.push(await tableText({ ...table, sheet }, content))
    }
    return found
  }
  const read: ReadFile[] = []
  for (const { id, request, before, planWith } of plans) {
    const tables = await tablesOf(request, before !== undefined)
    const earlier = before ? await tablesOf(before, true) : []
    const problems = [...tables, ...earlier].flatMap((each) => ('code' in each ? [each] : []))
    const isTable = (each: Table | Problem): each is Table => !('code' in each)
    const plan =
      problems.length > 0 || tables.length === 0
        ? { plan: null, id, problems }
        : planWith(tables.filter(isTable), earlier.filter(isTable))
    read.push(fileOfTable(plan, request.file))
  }
  return { read, contents, paths }
}
