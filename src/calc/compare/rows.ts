import type { Absence, ComparedRow, ComparedYear } from '../../model/compare.ts'
import type { CompletionLine, PlanReport } from '../../model/report.ts'
import { areasBefore, type EarlierAreas } from './areas.ts'
import { mergedOrder } from './order.ts'
import { comparedYear } from './year.ts'

/** The indicators of plans that follow one another, each with its years; the whole before its areas. */
export function comparedRows(plans: readonly PlanReport[]): readonly ComparedRow[] {
  const tables = plans.map(tableOf)
  const earlier = plans.map((report, index) => areasBefore(report.plan.areas, plans[index - 1]?.plan.areas ?? []))
  return mergedOrder(plans).flatMap(({ id, depth, section }) =>
    pathsOf(id, tables, earlier).flatMap((path): ComparedRow[] => {
      const lines = path.map(({ line }) => line)
      const newest = lines.findLast((line) => line !== null)
      const indicator = newest?.indicator
      return indicator
        ? [{ indicator, area: newest.area, section, depth, years: yearsOf(id, path, plans, tables) }]
        : []
    }),
  )
}

/** The lines of one plan by indicator, then by area; the whole is under null. */
type LineTable = ReadonlyMap<string, ReadonlyMap<string | null, CompletionLine>>

function tableOf({ lines }: PlanReport): LineTable {
  const table = new Map<string, Map<string | null, CompletionLine>>()
  for (const line of lines) {
    const byArea = table.get(line.indicator.id) ?? new Map<string | null, CompletionLine>()
    table.set(line.indicator.id, byArea.set(line.area?.id ?? null, line))
  }
  return table
}

/** What stands in one year of a row. */
interface Stop {
  readonly line: CompletionLine | null
  /** The areas that the one of this year was made of, where they are not one. */
  readonly madeOf: readonly string[]
}

const nowhere: Stop = { line: null, madeOf: [] }

/** The ways that the whole and each area take through the years: by id, or by the ids that an area had before. */
function pathsOf(id: string, tables: readonly LineTable[], earlier: readonly EarlierAreas[]): readonly Stop[][] {
  const paths: Stop[][] = []
  const ways = new Map<string | null, Stop[]>()
  for (let year = tables.length - 1; year >= 0; year--) {
    // A year without a figure does not end a path: the id is looked for in the years before as well.
    const here = new Map(ways)
    const byArea = tables[year]?.get(id)
    for (const [area, line] of byArea ?? []) {
      const path = ways.get(area) ?? newPath(paths, tables.length)
      const madeOf = area === null ? [] : (earlier[year]?.get(area) ?? [])
      path[year] = { line, madeOf: madeOf.length > 1 ? madeOf : [] }
      here.set(area, path)
    }
    ways.clear()
    for (const [area, path] of here) {
      const before = area === null ? [null] : (earlier[year]?.get(area) ?? [area])
      const [only] = before
      if (before.length === 1 && only !== undefined) ways.set(only, path)
    }
  }
  return paths
}

function newPath(paths: Stop[][], years: number): Stop[] {
  const path = Array<Stop>(years).fill(nowhere)
  paths.push(path)
  return path
}

function yearsOf(
  id: string,
  path: readonly Stop[],
  plans: readonly PlanReport[],
  tables: readonly LineTable[],
): readonly ComparedYear[] {
  return plans.map((report, year) => {
    const { line, madeOf } = path[year] ?? nowhere
    const before = plans[year - 1]
    const parts = madeOf.map((area) => tables[year - 1]?.get(id)?.get(area) ?? null)
    return comparedYear({
      line,
      absent: line ? null : absenceOf(id, report),
      plan: report.plan,
      before: before ? { plan: before.plan, line: path[year - 1]?.line ?? null, parts } : null,
    })
  })
}

function absenceOf(id: string, { leftOut }: PlanReport): Absence {
  return leftOut.includes(id) ? 'left-out' : 'not-in-plan'
}
