import { dirname, relative, resolve } from 'node:path'
import type { Language } from '../../model/figure.ts'
import type { Notation } from '../../model/notation.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { FileToRead } from '../../read/input.ts'
import { reviewFormIn } from '../../read/plan/review/head.ts'
import { headIn, MOST_DRAFT_COLUMNS, MOST_DRAFT_ROWS, sheetDraft } from '../../read/table/draft.ts'
import { sheetNames } from '../../read/table/xlsx/workbook.ts'
import type { DraftKind } from '../../render/draft/draft.ts'
import { type DraftForm, formDraftOf, tableDraftOf } from '../../render/draft/table-draft.ts'
import { namedTable } from './table-files.ts'
import { inflate, tableText } from './table-text.ts'

/** Drafts a plan and its results from a table, of which each sheet is looked at; a problem where no head can be found. */
export async function tableDraft(
  { path, bytes }: FileToRead,
  as: DraftKind | null,
  notation: Notation | null,
  lang: Language,
  { cwd, output }: { readonly cwd: string; readonly output: string | undefined },
): Promise<{ readonly text: string } | Problem> {
  const none = problem('nothing-to-do', null, { why: 'no-head', where: path })
  const absolute = resolve(cwd, path)
  const file = namedTable({ path, absolute, named: true })
  if (as === 'claims' || file.isPacked || file.format === 'parquet') return none
  const names = file.format === 'xlsx' ? sheetNames(bytes, await inflate()) : []
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const sheets = []
  const passed: string[] = []
  const forms: DraftForm[] = []
  for (const sheet of names.length > 0 ? names : [null]) {
    const of = { ...file, sheet: sheet === null ? null : { name: sheet, at: null } }
    const asIs = await tableText(of, bytes)
    const [fault] = asIs.problems
    if (fault && asIs.firstRows.length === 0) return fault
    const isGrid = asIs.firstRows.length > 0
    const form = isGrid ? reviewFormIn(await tableText({ ...of, header: [0] }, bytes)) : null
    if (form) {
      forms.push({ ...form, notation: notation ?? form.notation })
      continue
    }
    const header = isGrid ? headIn(asIs.firstRows) : null
    if ((isGrid && header === null) || asIs.header.length > MOST_DRAFT_COLUMNS || asIs.rows.length > MOST_DRAFT_ROWS) {
      passed.push(sheet ?? path)
      continue
    }
    const isFirst = header?.length === 1 && header[0] === asIs.firstRows[0]?.number
    const table = isFirst ? asIs : await tableText({ ...of, header }, bytes)
    if (table.problems[0]) return table.problems[0]
    sheets.push(sheetDraft(table, header, { sheet, file: base }, notation))
  }
  const folder = output === undefined || output === '-' ? cwd : dirname(resolve(cwd, output))
  const shown = relative(folder, absolute).replaceAll('\\', '/')
  const [form] = forms
  if (form) return { text: formDraftOf(form, { file: path, path: shown }, lang) }
  const text = tableDraftOf(as, { file: path, path: shown, sheets, passed }, lang)
  return text === '' || sheets.length === 0 ? none : { text }
}
