import type { DraftColumn, DraftFigure, DraftLine, DraftRole, SheetDraft } from '../../model/draft.ts'
import { boundIn } from '../../model/indicator.ts'
import type { Notation } from '../../model/notation.ts'
import type { Period } from '../../model/period.ts'
import { isFault, numberFrom, storedNumberFrom } from '../number/number-text.ts'
import { isNothing } from './cells.ts'
import { joinedNames } from './columns.ts'
import { BETWEEN, type FirstRow, type Table, type TableRow } from './grid.ts'
import { isNumbering, outlineOf, type RowText } from './outline.ts'
import { periodNamed, withoutMarks } from './periods.ts'

/** What the names of columns say that they hold, the more particular before the more general; without marks over letters. */
const ROLES: readonly (readonly [RegExp, DraftRole | 'aside'])[] = [
  [/^(?:tt|stt|so tt|so thu tu|no\.?|number|#)$/, 'no'],
  [/^(?:id|code|ma|ma so|ma chi tieu)$/, 'id'],
  [/^(?:dvt|don vi tinh|don vi|unit|units)$/, 'unit'],
  [
    /^(?:(?:ten )?chi tieu|noi dung|nhiem vu|hang muc|indicators?|measure|name|kpi|description)(?![a-z])(?!.*%)/,
    'name',
  ],
  [/^(?=.*(?:%|ty le|ti le|so voi|so sanh|percent)).*(?:cung ky|nam truoc|last year|previous)/, 'aside'],
  [
    /^(?=.*(?:%|ty le|ti le|so voi|so sanh|percent)).*(?:ke hoach|kh(?![a-z])|muc tieu|target|plan)|hoan thanh|completion/,
    'published',
  ],
  [/%|so voi|so sanh|percent/, 'aside'],
  [/cung ky|last year/, 'last_year'],
  [/ke hoach|^kh(?![a-z])|muc tieu|^target|^plan|planned|approved/, 'target'],
  [/luy ke|cumulative|year to date|tu dau nam/, 'cumulative'],
  [/thuc hien|ket qua|^th(?![a-z])|actual|results?$|achieved/, 'value'],
  [/ghi chu|notes?$|remarks?$/, 'note'],
]

/** Of a name in two rows, the one below that means all areas together. */
const WHOLE_AREA = /^(?:toan (?:tinh|huyen|thanh pho|quoc)|tong so|tong cong|cong|chung|total|all)$/
const AREA_GROUP = /huyen|dia ban|dia phuong|thanh pho|district|area|region/
const AREA_NAME = /^(?:huyen|thi xa|thanh pho|quan|xa|phuong|h\.|tp\.?|tx\.?|district of) ?\S/
/** Of a name in two rows, the one below that is a time. */
const TIME = /^(?:trong |ca )?(?:thang|quy|ky|nam|month|quarter|period|year)(?![a-z])|bao cao/
const TITLE = /bao cao|bieu|ke hoach|chi tieu|plan|report|targets/
const TOTAL = /^(?:cong|tong cong|tong so|total)$/

/** Longer texts name no column and no period. */
const LONGEST_NAME = 200

/** More columns and rows than these no office reads: they are a register. */
export const MOST_DRAFT_COLUMNS = 300
export const MOST_DRAFT_ROWS = 5000

/** Rows that hold the names of the columns: those of whose names most say what they hold; null: none names indicators and figures. */
export function headIn(firstRows: readonly FirstRow[]): readonly number[] | null {
  const single = firstRows.map(({ number, texts }) => ({
    rows: [number],
    names: Array.from(texts, (text) => text ?? ''),
    isNeeded: false,
  }))
  const pairs = firstRows.slice(0, -1).map((upper, index) => {
    const joined = joinedNames(upper, firstRows[index + 1] as FirstRow)
    return {
      rows: joined.numbers,
      names: joined.names,
      isNeeded: isSecondOfHead(upper, firstRows[index + 1] as FirstRow),
    }
  })
  let best: readonly number[] | null = null
  let most = 0
  for (const { rows, names, isNeeded } of [...single, ...pairs]) {
    const roles = names.flatMap((name) => roleOf(name) ?? [])
    const distinct = new Set(roles)
    const isHead =
      distinct.has('name') && (distinct.has('target') || distinct.has('value') || distinct.has('cumulative'))
    const isBetter = distinct.size > most || (isNeeded && distinct.size === most && best?.at(-1) === rows[0])
    if (!isHead || roles.filter((role) => role === 'name').length > 1 || !isBetter) continue
    most = distinct.size
    best = rows
  }
  return best
}

/** Below a name that stands over several columns, which all but the first have only there. */
function isSecondOfHead(upper: FirstRow, { texts }: FirstRow): boolean {
  const names = texts.filter((text) => text?.trim())
  const isOwn = (text: string | undefined, column: number) => text?.trim() && !upper.texts[column]?.trim()
  return texts.some(isOwn) && names.every((text) => /\p{L}{2}/u.test(text))
}

function roleOf(name: string): DraftRole | 'aside' | null {
  if (name.length > LONGEST_NAME) return null
  const plain = withoutMarks(name)
  return plain === '' ? null : (ROLES.find(([pattern]) => pattern.test(plain))?.[1] ?? null)
}

/** What a table says whose head was found; `names` are those of its sheet and file, `above` is what stands above its head. */
export function sheetDraft(
  table: Table,
  header: readonly number[] | null,
  names: { readonly sheet: string | null; readonly file: string },
  asked: Notation | null,
): SheetDraft {
  const above = table.firstRows
    .filter(({ number }) => header !== null && number < (header[0] ?? 0))
    .flatMap(({ texts }) => texts.filter((text) => text?.trim()))
  const year = yearIn([...table.header.map(({ text }) => text), ...above, names.sheet ?? '', names.file])
  const { columns, aside } = columnsIn(
    table.header.map(({ text }) => text),
    year,
  )
  const found = [names.sheet ?? '', ...above, names.file].map((text) => periodIn(text, year))
  const period = found.find((each) => each !== null) ?? null
  const indexes = new Map(table.header.map(({ text }, index) => [text, index]))
  const textOf = (row: TableRow, column: DraftColumn | undefined) => {
    const index = indexes.get(column?.name ?? '') ?? -1
    return (row.texts[index] ?? '').trim()
  }
  const plainColumns = columns.filter(({ area, period: of }) => area === null && !of)
  const byRole = new Map(plainColumns.map((column) => [column.role, column]))
  const inRole = (role: DraftRole) => byRole.get(role)
  const figures = columns.filter(({ role }) => FIGURES.has(role))
  const asRow = (row: TableRow): Row => ({
    of: row,
    no: textOf(row, inRole('no')),
    name: textOf(row, inRole('name')),
    unit: textOf(row, inRole('unit')),
    figures: figures.map((column) => textOf(row, column)),
  })
  const rows = table.rows.map(asRow)
  const [first] = rows
  const isTotal = ({ name }: Row) => TOTAL.test(withoutMarks(name))
  const outlined = outlineOf(rows.filter((row) => !isTotal(row)))
  const texts = outlined.flatMap(({ row }) =>
    figures.flatMap((column) => {
      const isStored = row.of.stored?.has(indexes.get(column.name) ?? -1)
      return isStored || isNothing(textOf(row.of, column), { missing: null }) ? [] : [textOf(row.of, column)]
    }),
  )
  const notation = asked ?? notationOf(texts)
  const figureIn = (row: TableRow, column: DraftColumn | undefined): DraftFigure | null => {
    const text = textOf(row, column)
    if (!column || isNothing(text, { missing: null })) return null
    const index = indexes.get(column.name) ?? -1
    const bound = boundIn(text)
    const number = bound?.number ?? text
    const read = row.stored?.has(index) ? storedNumberFrom(number) : numberFrom(number, notation)
    const plain = isFault(read) ? null : `${read.value.toDecimal()}${read.mark === 'percent' ? '%' : ''}`
    return { text, plain, bound: bound?.kind ?? null, at: row.cell(index).at }
  }
  const places = new Map(outlined.map(({ row }, index) => [row, index]))
  const lines = outlined.map(({ row, section, whole }): DraftLine => {
    const [value, cumulative] = [figureIn(row.of, inRole('value')), figureIn(row.of, inRole('cumulative'))]
    const isBoth = value?.plain != null && cumulative?.plain != null
    return {
      ...{ no: row.no, name: row.name, unit: row.unit },
      id: textOf(row.of, inRole('id')),
      section: section?.name ?? null,
      whole: whole && (places.get(whole) ?? null),
      at: row.of.at(),
      target: figureIn(row.of, inRole('target')),
      baseline: figureIn(row.of, inRole('baseline')),
      byArea: columns.flatMap((column) => {
        const figure = column.role === 'target' && column.area !== null ? figureIn(row.of, column) : null
        return figure && column.area !== null ? [{ area: column.area, figure }] : []
      }),
      addsUp: isBoth && isBeyondFirstMonth(period) ? value.plain !== cumulative.plain : null,
    }
  })
  return {
    sheet: names.sheet,
    header,
    columns,
    aside: [...aside, ...table.raggedRows.map(({ text }) => text.slice(0, LONGEST_NAME))],
    title:
      above.find((text) => TITLE.test(withoutMarks(text))) ??
      above.find((text) => /\p{L}{2}/u.test(text)) ??
      names.file,
    year,
    period,
    isNamedByPeriod: found[0] !== null,
    notation,
    lines,
    totals: [...new Set(rows.filter(isTotal).map(({ name }) => name))],
    numbering: first && isNumbering(first) ? first.name : null,
  }
}

interface Row extends RowText {
  readonly of: TableRow
}

const FIGURES: ReadonlySet<DraftRole> = new Set(['target', 'value', 'cumulative', 'last_year', 'baseline', 'published'])

/** In January the year to date is the month. */
function isBeyondFirstMonth(period: Period | null): boolean {
  return period !== null && !/-(?:01|Q1|H1)$/.test(period.text) && /-\d\d$|-Q/.test(period.text)
}

function columnsIn(names: readonly string[], year: number | null) {
  const columns: DraftColumn[] = []
  const aside: string[] = []
  const taken = new Set<string>()
  const roles = names.map(roleOf)
  const hasValues = roles.includes('value') || roles.includes('cumulative')
  for (const [index, name] of names.entries()) {
    if (name === '') continue
    const parts = name.split(BETWEEN)
    const below = parts.at(-1) ?? name
    const role = roles[index] ?? null
    const isBefore = role === 'value' && year !== null && withoutMarks(name).includes(String(year - 1))
    const own = isBefore ? 'baseline' : role
    const period = own === null || own === 'value' ? periodIn(below, year) : null
    const isArea =
      parts.length > 1 && own !== null && roleOf(below) === null && !period && !TIME.test(withoutMarks(below))
    const area = isArea && !WHOLE_AREA.test(withoutMarks(below)) ? below : null
    const add = (column: DraftColumn) => {
      const key = `${column.role}/${column.area}/${column.period?.text}`
      if (taken.has(key)) aside.push(name)
      else columns.push(column)
      taken.add(key)
    }
    const isOfAreas = AREA_NAME.test(withoutMarks(below)) || AREA_GROUP.test(withoutMarks(parts.slice(0, -1).join(' ')))
    if (own === 'aside') aside.push(name)
    else if (own === null && period && period.text.length > 4) add({ role: 'value', name, area: null, period })
    else if (own === null && isOfAreas && !hasValues) add({ role: 'target', name, area: below, period: null })
    else if (own === null) aside.push(name)
    else if ((own === 'target' || own === 'value') && area !== null) add({ role: own, name, area, period: null })
    else
      add({ role: own, name, area: null, period: period && parts.length > 1 && year !== null ? monthOf(period) : null })
  }
  return { columns, aside }
}

/** A column of a single month beside others; one of the whole year is what all columns are of. */
function monthOf(period: Period): Period | null {
  return period.text.length > 4 ? period : null
}

function yearIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const target = roleOf(text) === 'target' ? /(?:19|20)\d{2}/.exec(text)?.[0] : undefined
    if (target !== undefined) return Number(target)
  }
  const years = texts.flatMap((text) => /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0] ?? [])
  return years[0] === undefined ? null : Number(years[0])
}

/** The period that is named in a text, `Kết quả 6 tháng đầu năm 2018`, with the year where it names none. */
function periodIn(text: string, year: number | null): Period | null {
  if (text.length > LONGEST_NAME) return null
  const whole = periodNamed(text, year)
  if (whole && whole !== 'no-year') return whole
  const plain = withoutMarks(text)
  const piece =
    /(?:thang|quy|month|quarter|\d{1,2} thang|\d{1,2} months)(?: dau)? ?(?:\d{1,2}|i{1,3}|iv)?(?: dau)? ?(?:[/,-]|nam|cua nam|of)? ?(?:[12]\d{3})?/.exec(
      plain,
    )
  const found = piece && periodNamed(piece[0].trim(), year)
  return found && found !== 'no-year' ? found : null
}

/** The notation in which all numbers of a table can be read, where there is one, or it makes no difference. */
export function notationOf(texts: readonly string[]): Notation | null {
  const numbers = texts.map((text) => boundIn(text)?.number ?? text).filter((text) => /^[-+−]?\d/.test(text))
  const fits = (['plain', 'vi', 'en'] as const).filter((each) =>
    numbers.every((text) => !isFault(numberFrom(text, each))),
  )
  const differ = fits.some((each) => numbers.some((text) => valueIn(text, each) !== valueIn(text, fits[0] ?? 'plain')))
  return fits[0] !== undefined && !differ ? fits[0] : fits.length === 1 ? (fits[0] ?? null) : null
}

function valueIn(text: string, notation: Notation): string {
  const read = numberFrom(text, notation)
  return isFault(read) ? '' : read.value.toDecimal()
}
