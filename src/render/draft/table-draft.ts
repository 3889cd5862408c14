import type { DraftFigure, DraftLine, SheetDraft } from '../../model/draft.ts'
import type { Language } from '../../model/figure.ts'
import { pushTo } from '../../model/lists.ts'
import type { Notation } from '../../model/notation.ts'
import { decomposed, idFromName, idsOfRows } from '../../model/text.ts'
import { placeText } from '../figure/place-text.ts'
import { safeText } from '../figure/safe-text.ts'
import { draftEn } from '../words/draft-en.ts'
import { draftVi } from '../words/draft-vi.ts'
import { idsOf, OPEN, quoted } from './draft.ts'

export interface DraftTable {
  readonly file: string
  /** From the folder in which the draft will lie. */
  readonly path: string
  /** Those whose head says what it holds. */
  readonly sheets: readonly SheetDraft[]
  /** Names of the others. */
  readonly passed: readonly string[]
}

type Say = typeof draftEn

/**
 * A plan and its results from a table that holds both, in YAML: targets with their places, and a mapping that reads the
 * results where they stand. `'?'` stands where a person has to decide.
 */
export function tableDraftOf(as: 'plan' | 'results' | null, table: DraftTable, lang: Language): string {
  const say = lang === 'vi' ? draftVi : draftEn
  const planned = table.sheets.find(({ lines }) => lines.some(({ target, byArea }) => target || byArea.length > 0))
  const reported = table.sheets.filter(({ columns }) =>
    columns.some(({ role }) => role === 'value' || role === 'cumulative'),
  )
  const [sheet] = table.sheets
  if (!sheet) return ''
  const id = [idFromName(baseOf(table.file)), sheet.year ?? ''].filter((part) => part !== '').join('-')
  const unique = id.endsWith(`-${sheet.year}-${sheet.year}`) ? id.slice(0, -`-${sheet.year}`.length) : id
  const documents = [
    ...(planned && as !== 'results' ? [planLines(planned, table, unique, say)] : []),
    ...(reported.length > 0 && as !== 'plan' ? [resultLines(reported, table, unique, say)] : []),
  ]
  return [
    `# ${say.headOfTable(safeText(table.file))}`,
    ...(table.passed.length > 0 ? [`# ${say.leftAside(table.passed.map(safeText).join('; '))}`] : []),
    ...documents.flatMap((each, at) => (at > 0 ? ['---', ...each] : each)),
    '',
  ].join('\n')
}

/** A form whose columns are known. */
export interface DraftForm {
  readonly title: string | null
  readonly year: string | null
  /** How its numbers are written; null: that is not clear. */
  readonly notation: Notation | null
}

/** The plan that a form of the yearly poverty review is, with its results, in YAML: the form says all but what is aimed at. */
export function formDraftOf(
  { title, year, notation }: DraftForm,
  { file, path }: Pick<DraftTable, 'file' | 'path'>,
  lang: Language,
): string {
  const say = lang === 'vi' ? draftVi : draftEn
  const id = idFromName(baseOf(file))
  return [
    `# ${say.headOfTable(safeText(file))}`,
    'kind: plan',
    `id: ${id === '' ? OPEN : year === null || id.endsWith(year) ? id : `${id}-${year}`}`,
    `title: ${quoted(title ?? baseOf(file))}`,
    `period: ${year ?? `${OPEN} # ${say.period}`}`,
    `numbers: ${notation ?? `${OPEN} # ${say.numbers}`}`,
    'table:',
    '  form: poverty-review',
    `  path: ${quoted(path)}`,
    '',
  ].join('\n')
}

function baseOf(file: string): string {
  const [base = ''] = file.split(/[/\\]/).slice(-1)
  return base.replace(/(?:\.\w+){1,2}$/, '')
}

function planLines(sheet: SheetDraft, { file, sheets }: DraftTable, id: string, say: Say): readonly string[] {
  const ids = idsOf(64)
  const areas = new Map<string, string>()
  const areaIds = idsOf()
  for (const { area } of sheet.columns) if (area !== null && !areas.has(area)) areas.set(area, areaIds(area))
  const sections = new Map<string, string>()
  const sectionIds = idsOf()
  for (const { section } of sheet.lines) {
    if (section !== null && !sections.has(section)) sections.set(section, sectionIds(section))
  }
  const parts = new Map<number, number[]>()
  for (const [index, { whole }] of sheet.lines.entries()) {
    if (whole !== null) pushTo(parts, whole, index)
  }
  const addUp = new Set(sheets.flatMap((each) => each.lines.flatMap(({ name, addsUp }) => (addsUp ? [name] : []))))
  const lines: string[] = []
  const idOf = idsOfRows(sheet.lines.map(({ name }) => name))
  const add = (line: DraftLine, index: number, indent: string, whole: string | null) => {
    const put = (text: string) => lines.push(`${indent}  ${text}`)
    const id = idPattern.test(line.id) ? line.id : ids(idOf(line.name, whole ?? line.section ?? ''))
    lines.push(`${indent}- id: ${id}`)
    if (line.no !== '') put(`no: ${quoted(line.no)}`)
    put(`name: ${quoted(line.name)}`)
    const around = line.whole === null ? null : (sheet.lines[line.whole] as DraftLine)
    const isLike = around?.unit === line.unit
    if (line.unit !== '' && !isLike) put(`unit: ${quoted(line.unit)}`)
    if (line.section !== null && indent === '  ') put(`section: ${sections.get(line.section)}`)
    for (const text of targetLines(line, isLike, addUp, areas, say)) put(text)
    const own = parts.get(index) ?? []
    if (own.length > 0) put('of_which:')
    for (const at of own) add(sheet.lines[at] as DraftLine, at, `${indent}    `, id)
  }
  for (const [index, line] of sheet.lines.entries()) if (line.whole === null) add(line, index, '  ', null)
  const left = [...sheet.aside, ...sheet.totals]
  return [
    'kind: plan',
    `id: ${id || OPEN}`,
    `title: ${quoted(sheet.title)}`,
    sheet.year === null ? `period: ${OPEN} # ${say.period}` : `period: ${sheet.year}`,
    'numbers: plain',
    `source: ${quoted(safeText(file))}`,
    ...(left.length > 0 ? [`# ${say.leftAside(left.map(safeText).join('; '))}`] : []),
    ...(areas.size > 0
      ? ['areas:', ...[...areas].map(([name, area]) => `  - { id: ${area}, name: ${quoted(name)} }`)]
      : []),
    ...(sections.size > 0
      ? ['sections:', ...[...sections].map(([name, section]) => `  - { id: ${section}, name: ${quoted(name)} }`)]
      : []),
    lines.length === 0 ? 'indicators: []' : 'indicators:',
    ...lines,
  ]
}

const idPattern = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** `isLike`: it is a part that is counted like its whole, and has the type of that. */
function targetLines(
  line: DraftLine,
  isLike: boolean,
  addUp: ReadonlySet<string>,
  areas: ReadonlyMap<string, string>,
  say: Say,
): readonly string[] {
  const { target, baseline, byArea, at } = line
  const { type, question } = typeOf(line, addUp)
  const isAddedUp = type === 'count' || type === 'stock'
  const asked = type === null ? [`type: ${OPEN} # ${say.type(question)}`] : type === 'count' ? [] : [`type: ${type}`]
  const own = isLike ? [] : asked
  const asksWay = (!isAddedUp && type !== null) || mayFall(line.name)
  const isAsked = asksWay || (type === null && question === 'per-cent')
  // What holds for many targets is asked once.
  const isAskedOnce = isAsked && byArea.some(({ figure }) => figure.bound === null && figure.plain !== null)
  const told = (figure: DraftFigure) =>
    `# ${placeText(figure.at)}${figure.plain === null ? `: ${safeText(figure.text)}` : ''}`
  const stated = ({ bound, plain }: DraftFigure) => (bound === null ? plain : `{ ${bound}: ${plain} }`)
  const targets = () => {
    if (!target)
      return [
        `target: ${byArea.length > 0 ? 'none' : OPEN} # ${placeText(at)}${byArea.length > 0 ? '' : `: ${say.noTarget}`}`,
      ]
    if (target.plain === null) return [`target: ${OPEN} ${told(target)}`]
    if (target.bound === null && isAsked && !isAskedOnce) {
      return [
        `target: ${OPEN} ${told(target)}: ${say.wayOf(`{ at_least: ${target.plain} }`, `{ at_most: ${target.plain} }`)}`,
      ]
    }
    return [`target: ${stated(target)} ${told(target)}`]
  }
  const ofAreas = byArea.map(({ area, figure }) => {
    return `  ${areas.get(area)}: ${figure.plain === null ? OPEN : stated(figure)} ${told(figure)}`
  })
  return [
    ...own,
    ...(isAskedOnce ? [`direction: ${OPEN} # ${say.wayOf('up', 'down')}`] : []),
    ...(baseline ? [`baseline: { value: ${baseline.plain ?? OPEN} } ${told(baseline)}`] : []),
    ...targets(),
    ...(ofAreas.length > 0 ? ['targets_by_area:', ...ofAreas] : []),
  ]
}

type Question = 'per-cent' | 'number'

/** Of what type an indicator is, as far as its unit, its name and its figures say; null: a person does. */
function typeOf(
  { name, unit }: DraftLine,
  addUp: ReadonlySet<string>,
): { readonly type: string | null; readonly question: Question } {
  const plain = plainOf(name)
  if (unit.trim() === '%') {
    if (/toc do tang|tang truong|growth/.test(plain)) return { type: 'growth', question: 'per-cent' }
    if (/^(?:ty le|ti le) ho (?:can )?ngheo|poverty rate/.test(plain))
      return { type: 'poverty-rate', question: 'per-cent' }
    return { type: /^(?:ty le|ti le)|rate$|^share/.test(plain) ? 'rate' : null, question: 'per-cent' }
  }
  if (/binh quan|per capita|average/.test(plain)) return { type: 'level', question: 'number' }
  return { type: addUp.has(name) ? 'count' : null, question: 'number' }
}

/** Names of what a plan may want less of. */
function mayFall(name: string): boolean {
  return /giam|ngheo|tai nan|that nghiep|vi pham|tu vong|sinh|ton dong|no xau|reduc|accident|death|unemploy|poor/.test(
    plainOf(name),
  )
}

const plainOf = (name: string) => decomposed(name).replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

function resultLines(
  sheets: readonly SheetDraft[],
  { path, sheets: all }: DraftTable,
  plan: string,
  say: Say,
): readonly string[] {
  const [first] = sheets as [SheetDraft]
  const roles = ['value', 'cumulative', 'last_year', 'published', 'note'] as const
  const name = first.columns.find(({ role }) => role === 'name')
  const plainColumns = roles.flatMap((role) => {
    const column = first.columns.find((each) => each.role === role && each.area === null && !each.period)
    return column ? [`    ${role}: ${quoted(column.name)}`] : []
  })
  const byArea = first.columns.filter(({ role, area }) => role === 'value' && area !== null)
  const byPeriod = first.columns.filter(({ period }) => period !== null)
  const wide = byArea.length > 0 || byPeriod.length > 0
  const isNamed = sheets.every((each) => each.isNamedByPeriod) && first.sheet !== null
  const names = sheets.flatMap(({ sheet }) => sheet ?? [])
  const prefix = /^\D+/.exec(names[0] ?? '')?.[0] ?? ''
  const others = all.flatMap(({ sheet }) => (sheet !== null && !names.includes(sheet) ? [sheet] : []))
  const isPattern =
    prefix !== '' && names.every((each) => each.startsWith(prefix)) && others.every((each) => !each.startsWith(prefix))
  const sheet =
    names.length === 1 ? quoted(names[0] ?? '') : isPattern ? quoted(`${prefix}*`) : `[${names.map(quoted).join(', ')}]`
  const hasMonth = first.columns.some(({ role }) => role === 'value')
  const hasToDate = first.columns.some(({ role }) => role === 'cumulative')
  const isPlain = hasMonth && !hasToDate && byPeriod.length === 0
  // A year in a title is that of the plan: the figures may be of a part of it.
  const isYear = isPlain && first.period?.text.length === 4
  const period = first.period === null || isYear ? `${OPEN} # ${say.period}` : first.period.text
  const seen = new Set<string>()
  // Those of one whole or section cannot be told apart.
  const repeated = first.lines.flatMap(({ name, whole, section }) => {
    const key = JSON.stringify([name, whole ?? section])
    const isAgain = seen.has(key)
    seen.add(key)
    return isAgain ? [name] : []
  })
  return [
    'kind: actuals',
    `plan: ${plan || OPEN}`,
    ...(isNamed || byPeriod.length > 0 ? [] : [`period: ${period}`]),
    `numbers: ${first.notation ?? `${OPEN} # ${say.numbers}`}`,
    ...(hasMonth && !isPlain ? ['basis: increment'] : []),
    ...(isPlain && !isYear ? [`basis: ${OPEN} # ${say.basis}`] : []),
    'table:',
    `  path: ${quoted(path)}`,
    ...(first.sheet === null ? [] : [`  sheet: ${sheet}`]),
    ...(first.header === null
      ? []
      : [`  header: ${first.header.length === 1 ? first.header[0] : `[${first.header.join(', ')}]`}`]),
    '  columns:',
    `    indicator: ${name ? quoted(name.name) : OPEN}`,
    ...plainColumns.filter((line) => !wide || !/^ {4}(?:value|cumulative|published|last_year):/.test(line)),
    ...(byArea.length > 0 ? ['  areas:', ...areaLines(byArea)] : []),
    ...(byPeriod.length > 0 && byArea.length === 0
      ? ['  periods:', ...byPeriod.map((each) => `    ${quoted(each.name)}: ${each.period?.text}`)]
      : []),
    ...(isNamed ? [`  period: { from: sheet${first.year === null ? '' : `, year: ${first.year}`} }`] : []),
    ...(first.numbering !== null && name
      ? [`  where: [{ column: ${quoted(name.name)}, not: ${quoted(first.numbering)} }]`]
      : []),
    ...(first.totals.length > 0
      ? ['  codes:', `    indicator: { ${first.totals.map((each) => `${quoted(each)}: skip`).join(', ')} }`]
      : []),
    ...(repeated.length > 0 ? [`# ${say.repeated([...new Set(repeated)].map(safeText).join('; '))}`] : []),
  ]
}

function areaLines(columns: SheetDraft['columns']): readonly string[] {
  const ids = idsOf()
  return columns.map(({ name, area }) => `    ${quoted(name)}: ${ids(area ?? '')}`)
}
