import fc from 'fast-check'
import { columnLetters } from '../../src/model/figure.ts'
import { type Period, parsePeriod } from '../../src/model/period.ts'
import {
  dateOrders,
  type KnownNames,
  keyColumns,
  type NamedColumn,
  type TableField,
  type TableFigure,
  type TableKeyField,
  type TableMapping,
  tablePeriods,
} from '../../src/model/table.ts'
import { splitColumns } from '../../src/read/table/columns.ts'
import { likeness } from '../../src/read/table/known.ts'

/*
 * Tables as spreadsheets and programs write them, with everything that a mapping can say of them, and among their rows such
 * as cannot be read: small enough to be looked at, and with few words, so that rows often are about the same.
 */

/** What a mapping says; columns are called by the field that they hold. */
export interface Choice {
  readonly notation: TableMapping['notation']
  readonly said: TableMapping['said']
  readonly isRegister: boolean
  readonly isCounted: boolean
  /** Columns of keys besides the indicator. */
  readonly keys: readonly Exclude<TableKeyField, 'indicator'>[]
  /** Columns of figures; in a wide table there are none. */
  readonly figures: readonly TableFigure[]
  readonly isWide: boolean
  /** What the columns of a wide table are of. */
  readonly wideBy: 'indicator' | 'area' | 'period' | 'group'
  /** Beside the values stand those of the year before. */
  readonly hasLastYear: boolean
  /** One indicator holds for all rows. */
  readonly isOneIndicator: boolean
  readonly remarks: readonly ('source' | 'note')[]
  /** `empty`: a cell in which nothing stands is a code as well; `skip`: some are passed over. */
  readonly codes: {
    readonly indicator: boolean
    readonly area: boolean
    readonly empty: boolean
    readonly skip: boolean
  }
  readonly fractions: boolean | null
  readonly periodBy: TableMapping['periodBy']
  readonly dates: TableMapping['dates']
  readonly writtenBy: TableMapping['writtenBy']
  readonly flags: TableMapping['flags']
  readonly missing: readonly string[] | null
  readonly within: string | null
  /** The plan is known, with its names and units. */
  readonly isKnown: boolean
  readonly where: readonly { readonly column: string; readonly texts: readonly string[]; readonly isNot: boolean }[]
  readonly statedArea: string | null
  /** The column `kind` tells the group of a breakdown. */
  readonly hasGroups: boolean
  readonly lacks: TableField | null
  readonly isTwice: TableField | null
}

const groupCodes = new Map([
  ['1', 'm'],
  ['', 'whole'],
  ['cũ', 'skip'],
])

const period = (text: string) => parsePeriod(text) as Period

/** A mapping under which each column is called by its field, areas of a wide table `north` and `south`. */
export function mappingOf(choice: Choice, calledBy = (name: string) => name): TableMapping {
  const named = (name: string): NamedColumn => ({ name: calledBy(name), at: null })
  const columns = new Map<TableField, NamedColumn>()
  for (const field of fieldsOf(choice)) columns.set(field, named(field))
  const { columns: others, values } = splitColumns(columns)
  const wide = {
    indicator: [{ indicator: 'jobs' }, { indicator: 'rate' }],
    area: [{ area: 'one' }, { area: choice.codes.skip ? null : 'two' }],
    period: [{ period: period('2018-01') }, { period: period('2019') }],
    group: [{ group: 'sex=f' }, { group: choice.codes.skip ? null : 'sex=m' }],
  }[choice.wideBy]
  const skip = choice.codes.skip
  return {
    plans: ['p'],
    notation: choice.notation,
    said: choice.said,
    columns: others,
    values: [
      ...(choice.isWide ? ['north', 'south'] : []).map((name, index) => ({ column: named(name), ...wide[index] })),
      ...values,
    ],
    writtenBy: choice.writtenBy,
    flags: choice.flags,
    confidence: '95%',
    dates: choice.dates,
    missing: choice.missing,
    within: choice.within === null || choice.within === 'plan' ? choice.within : period(choice.within),
    known: choice.isKnown ? known : null,
    isRegister: choice.isRegister,
    isCounted: choice.isCounted,
    fractions: choice.fractions,
    hidden: null,
    levels: [],
    breakdowns: new Map(
      choice.hasGroups && !(choice.isWide && choice.wideBy === 'group')
        ? [['sex', { column: named('kind'), codes: choice.codes.area ? groupCodes : null }]]
        : [],
    ),
    where: choice.where.map((each) => ({
      ...each,
      column: named(each.column),
      texts: each.texts.map((text) => text.normalize('NFC')),
    })),
    periodBy: choice.keys.includes('period') ? choice.periodBy : null,
    codes: {
      indicator: choice.codes.indicator
        ? new Map([
            ['x', 'jobs'],
            ['y', 'jobs'],
            ['ế', 'rate'],
            ...(skip ? ([['01', 'skip']] as const) : ([['01', 'poverty']] as const)),
            ...(choice.codes.empty ? ([['', 'jobs']] as const) : []),
          ])
        : skip
          ? new Map([['y', 'skip']])
          : null,
      area:
        choice.codes.area || choice.codes.empty
          ? new Map([
              ...(choice.codes.area
                ? ([
                    ['x', 'one'],
                    ['01', skip ? 'skip' : 'two'],
                  ] as const)
                : []),
              ...(choice.codes.empty ? ([['', 'whole']] as const) : []),
            ])
          : null,
    },
    stated: {
      indicator: choice.isOneIndicator && !(choice.isWide && choice.wideBy === 'indicator') ? 'jobs' : null,
      area: choice.isWide && choice.wideBy === 'area' ? null : choice.statedArea,
      period:
        (choice.keys.includes('period') && choice.periodBy === null) || (choice.isWide && choice.wideBy === 'period')
          ? null
          : period('2018'),
      basis: 'increment',
      status: 'final',
      source: null,
    },
  }
}

/** The fields that a mapping of this choice has columns for. */
function fieldsOf({
  isOneIndicator,
  isWide,
  wideBy,
  hasLastYear,
  isCounted,
  keys,
  figures,
  remarks,
}: Choice): readonly TableField[] {
  return [
    ...(isOneIndicator || (isWide && wideBy === 'indicator') ? [] : (['indicator'] as const)),
    ...keys.filter((key) => !(isWide && key === wideBy)),
    ...(isWide ? [] : figures.filter((field) => !(isCounted && field === 'value'))),
    ...(hasLastYear && !isWide && !isCounted ? (['last_year'] as const) : []),
    ...remarks,
  ]
}

const KEYS = ['area', 'period', 'provider', 'basis', 'status', 'standard', 'measured', 'method'] as const
const FIGURES = [
  'value',
  'cumulative',
  'published',
  'poor',
  'households',
  'poor_change',
  'escaped',
  'relapsed',
  'new',
  'other',
  'standard_error',
  'margin_of_error',
  'mpi_headcount',
  'mpi_intensity',
] as const

/** Signs that have no name together. */
const pairs = ['{ group: " ", decimal: "," }', `{ group: "'", decimal: "," }`, '{ group: "", decimal: "," }'] as const

const choices: fc.Arbitrary<Choice> = fc
  .record({
    notation: fc.constantFrom(null, null, 'plain', 'vi', 'vi', 'en', 'si', 'ch', 'in', ...pairs),
    said: fc.constantFrom('keys', 'options'),
    isRegister: fc.boolean(),
    isCounted: fc.boolean(),
    keys: fc.subarray([...KEYS]),
    figures: fc.oneof(
      fc.constant<readonly TableFigure[]>(['value']),
      fc.subarray<TableFigure>([...FIGURES], { minLength: 1 }),
    ),
    isWide: often(false),
    wideBy: fc.constantFrom('indicator', 'area', 'period', 'group'),
    hasLastYear: often(false),
    isOneIndicator: often(false),
    remarks: fc.subarray(['source', 'note'] as ('source' | 'note')[]),
    codes: fc.record({ indicator: fc.boolean(), area: fc.boolean(), empty: often(false), skip: often(false) }),
    writtenBy: fc.constantFrom(null, null, null, null, 'program', 'accounts'),
    flags: fc.constantFrom(
      new Map(),
      new Map(),
      new Map([
        ['e', 'estimate'],
        ['*', 'final'],
      ] as const),
    ),
    missing: rarely(fc.constantFrom(['-'], ['x', '…'], ['12'])),
    within: rarely(fc.constantFrom('plan', '2018', '2018-01/2018-06')),
    isKnown: fc.boolean(),
    fractions: fc.constantFrom(null, true, false),
    dates: fc.constantFrom(null, null, ...dateOrders),
    periodBy: fc.option(
      fc.record({
        period: fc.constantFrom(null, ...tablePeriods),
        dates: fc.constantFrom(null, ...dateOrders),
        year: fc.constantFrom(null, 2018),
      }),
    ),
    where: fc.oneof(
      fc.constant<Choice['where']>([]),
      fc.array(
        fc.record({
          column: fc.constantFrom('kind', 'kind', 'place', 'standard'),
          texts: fc.array(fc.constantFrom('mới', 'mo\u031b\u0301i', '', '1'), { minLength: 1, maxLength: 2 }),
          isNot: often(false),
        }),
        { maxLength: 2 },
      ),
    ),
    statedArea: fc.constantFrom(null, 'one'),
    hasGroups: often(false),
    lacks: rarely(fc.constantFrom('indicator', 'area', 'value', 'period')),
    isTwice: rarely(fc.constantFrom('indicator', 'value', 'period')),
  })
  // A wide table holds no figures but those of its areas, and a table in which nothing is counted has some.
  .map((choice) => ({
    ...choice,
    isCounted: choice.isCounted && !choice.isWide,
    where: choice.where.filter(({ column }) => column !== 'standard' || choice.keys.includes('standard')),
  }))

function often<T>(usual: T): fc.Arbitrary<boolean> {
  return fc.constantFrom(...Array(4).fill(usual), !usual)
}

function rarely<T>(what: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(what, { freq: 30 })
}

/** What the plan of the tables calls things. */
const known: KnownNames = {
  indicators: new Map([
    ['jobs', 'jobs'],
    ['x', 'x'],
    [likeness('Việc làm'), 'jobs'],
    [likeness('Hoà'), 'rate'],
    [likeness('Tên chung'), null],
  ]),
  shared: new Map([
    [
      likeness('Tên chung'),
      [
        { id: 'x', whole: 'jobs', sections: [] },
        { id: 'poverty', whole: 'rate', sections: [likeness('Kim Bảng')] },
      ],
    ],
  ]),
  wholes: new Map([...['jobs', 'rate'].map((id) => [id, null] as const), ['x', 'jobs'], ['poverty', 'rate']]),
  areas: new Map([
    [likeness('Kim Bảng'), 'one'],
    ['x', 'x'],
  ]),
  groups: new Map([['sex', new Map([[likeness('mới'), 'f']])]]),
  units: new Map([['jobs', ['người', likeness('triệu đồng')].map(likeness)]]),
  latest: new Set(['rate']),
  worded: new Set(['y']),
  periods: [period('2018')],
}

const ids = fc.constantFrom('whole', 'x', 'x', 'x', 'y', 'ế', 'e\u0302\u0301', '01', 'jobs', 'poverty')
const oddIds = fc.constantFrom(
  ...['', 'x,1', 'a;b', "'; DROP TABLE t; --", 'q"q', 'l\nl', 'r\r\nr', 'c\rc', ' x', 'x ', 'x\u00a0', '\u200bx', '~'],
  ...['Việc làm', 'VIỆC  LÀM', 'hòa', 'Hoà', 'Tên chung', 'kim bảng', 'skip', 'Cộng'],
  ...['null', 'NULL', 'constructor', '__proto__', '🙂', '\u0000', '"', '""', '|', 'a\tb', 'X'],
)

const usualNumbers = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map(String),
  fc.integer({ min: -2000, max: 200_000 }).map(String),
  fc.tuple(fc.nat(2000), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('', '', '1.5', '0.25', '12', '12', '7'),
)
const oddNumbers = fc.constantFrom(
  ...['~', 'null', 'Null', 'NULL', 'nULL', '0', '007', '00', '1e3', '1E3', ' 7 ', ' 7', '7 ', '1 000', '1\u00a0000'],
  ...['\u200b7', '7\u200b', '\ufeff7', '16.250', '16,250', '1.234,5', '1,234.5', '1,000.5', '1.000,5', '0,96', '3.28%'],
  ...['12%', '12 %', '-3%', '−1', '-1', '+5', '-0', '1_000', '1_00', '0.125', '1.123456', '1.1234567', '1,1234567'],
  ...['123456789012345678', '1234567890123456789', '123456789012.5', '123456789012.123456', '1234567890123.123456'],
  ...['999999999999.999999', '-999999999999.999999', '99999999999999.999999', '-999999999999999999', 'NaN', 'Infinity'],
  ...['done', 'in-progress', 'not-started', 'Done', 'x', '٣', '１２', '0.3pp', '0,3 điểm %', '1.000.000', '1,000,000'],
  ...['-', '–', '…', '..', 'N/A', 'NaN', '6.8e+02', '91.370000000000005', '0.30000000000000004', '12345678901234.567'],
  ...[
    '(5)',
    '(1,000.5)',
    '( 7 )',
    '(12%)',
    '($7)',
    '(-3)',
    '()',
    '12 e',
    '7e',
    '5*',
    '… e',
    'e',
    '(5) *',
    '-3 e',
    '12 e e',
  ],
  ...[
    '12 người',
    ...['13/9/2008', '3.4.2008', '9-13-2008', '2008-09-13', '30/2/2008'],
    '5 triệu',
    '5 triệu đồng',
    '€5',
    '5 €',
    '$7',
    '1 234',
    '1’234.5',
    '1,23,456',
    '16\u00a0250,5',
    '1 234.5',
  ],
  ...['.5', '5.', ',5', '5,', '--1', '- 1', '1,00', '1.00', '10.000', '010.000', '12 người', 'khoảng 300', '5\n', '\n'],
)
const numbers = fc.oneof({ arbitrary: usualNumbers, weight: 5 }, { arbitrary: oddNumbers, weight: 1 })

const usualDays = fc.constantFrom('2018-01-31', '2018-02-28', '2018-06-30', '2018-07-01', '2018-12-31')
const oddDays = fc.constantFrom(
  ...['2018-02-30', '2018-02-28 12:00', '2018-12-31T00:00', '2018-12-31T00:00:00+07:00', '3/4/2018', '31/12/2018'],
  ...['12/31/2018', '3.4.2018', '3-4-2018', '03/04/2018 7:30', '2018-1-1', '', '0999-01-01', '29/2/2018', '29/2/2020'],
  ...[
    'x',
    '2018-06-30x',
    '2018-06-30\n',
    '00/01/2018',
    '1/13/2018',
    '2018/01/31',
    '9999-12-31',
    '2018-13-01',
    ' 3/4/2018',
  ],
)
const usualPeriods = fc.constantFrom('2018', '2018', '2018-Q1', '2018-01', '2018-H1', '2018-01/2018-06')
const oddPeriods = fc.constantFrom(
  '',
  '20l8',
  '2018-13',
  '2018-Q5',
  ' 2018',
  '2019',
  '2018-01-01/2018-03-31',
  '2016/2020',
  ...['06/2018', 'tháng 6/2018', 'Quý II/2018', '6 tháng 2018', 'Tháng 3', 'T4', '2018.0', 'Q2 2018', 'June 2018'],
)

const words = {
  basis: fc.constantFrom('', 'increment', 'increment', 'cumulative', 'Increment', 'x'),
  status: fc.constantFrom('', 'final', 'final', 'estimate', 'provisional', 'finla'),
  standard: fc.constantFrom('', '2016-2020', '2016–2020', 'mới', 'mo\u031b\u0301i'),
  measured: fc.constantFrom('', 'households', 'persons', 'house'),
  method: fc.constantFrom('', 'survey', 'a,b'),
  provider: fc.constantFrom('', 'review', 'Khảo sát', 'Kha\u0309o sát'),
  kind: fc.constantFrom('mới', 'mo\u031b\u0301i', 'cũ', '', '1'),
  place: fc.constantFrom('mới', '', '1', '01'),
  source: fc.constantFrom('', 'Báo cáo', 'Báo cáo', 'Ba\u0301o ca\u0301o', 's"s'),
  note: fc.constantFrom('', 'n', 'n\nn'),
}

function withOdd(usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ arbitrary: usual, weight: 8 }, { arbitrary: odd, weight: 1 })
}

/** The cells of a row, by column. */
export function rowFor(
  columns: readonly string[],
  { periodBy }: Pick<Choice, 'periodBy'>,
): fc.Arbitrary<readonly string[]> {
  const cellOf = (column: string): fc.Arbitrary<string> => {
    if (column in words) return words[column as keyof typeof words]
    if (column === 'indicator' || column === 'area') return withOdd(ids, oddIds)
    if (column === 'period') return periodBy ? withOdd(usualDays, oddDays) : withOdd(usualPeriods, oddPeriods)
    return numbers
  }
  return fc.tuple(...columns.map(cellOf))
}

/** A table before it is written in any way. */
export interface MadeUp {
  readonly choice: Choice
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const madeUpTables: fc.Arbitrary<MadeUp> = choices
  .chain((choice) => {
    const asked = fieldsOf(choice).filter((field) => field !== choice.lacks)
    const areas = choice.isWide ? ['north', 'south'] : []
    const twice = choice.isTwice ? [choice.isTwice] : []
    const columns = [...asked, ...areas, 'kind', 'place', ...twice]
    return fc.record({
      choice: fc.constant(choice),
      columns: fc.constant(columns),
      rows: fc.array(rowFor(columns, choice), { maxLength: 14 }),
      /** Rows that stand a second time further below or above. */
      again: fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 2 }),
    })
  })
  .map(({ again, rows, ...others }) => {
    const more = [...rows]
    for (const [row, to] of rows.length > 0 ? again : [])
      more.splice(to, 0, rows[row % rows.length] as (typeof rows)[number])
    return { ...others, rows: more }
  })

/** How a table of text is written, and what has befallen it. */
const csvManners = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  /** One, or several in turn. */
  lineEnds: fc.oneof(
    fc.constantFrom(['\n'], ['\r\n'], ['\r']),
    fc.array(fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '\n\n'), { minLength: 1, maxLength: 4 }),
  ),
  hasMark: fc.boolean(),
  /** Lines above the header, and whether its names stand in two rows. */
  above: rarely(fc.array(fc.constantFrom('Biểu 1', 'a "b', '', ';;,', '"x'), { maxLength: 3 })),
  isTwoRows: often(false),
  /** All columns have names, or all but the first, or none has. */
  names: fc.constantFrom('all', 'all', 'all', 'all', 'but-the-first', 'none'),
  /** Cells in quotes that need none: one of so many, 1 for all. */
  quotes: fc.constantFrom(0, 0, 1, 2, 3),
  endsLine: fc.boolean(),
  damages: fc.array(
    fc.record({
      row: fc.nat(14),
      how: fc.constantFrom(
        'short',
        'long',
        'empty',
        'blank',
        'separators',
        'empty-quotes',
        'bare',
        'blanks',
        'drawn',
        'lines',
      ),
    }),
    { maxLength: 2 },
  ),
  /** A quote or a byte at some place of the file. */
  accident: rarely(
    fc.record({ at: fc.nat(), what: fc.constantFrom('"', ' "', '"x', '\xff', '\xe1\xba', '\x80', '\r', '\n') }),
  ),
})

export const csvTables: fc.Arbitrary<{
  readonly bytes: Buffer
  readonly mapping: TableMapping
  /** The lines that hold the names of the columns. */
  readonly header: readonly number[] | null
}> = fc.tuple(madeUpTables, csvManners).map(([{ choice, columns, rows }, manners]) => {
  const { delimiter, lineEnds, hasMark, above, isTwoRows, names, quotes, endsLine, damages, accident } = manners
  const head = columns.map((name, index) => (names === 'all' || (names === 'but-the-first' && index > 0) ? name : ''))
  const isNameless = names === 'none' && above === null
  let cells = 0
  const quoted = (cell: string) =>
    (quotes > 0 && cells++ % quotes === 0) || cell.includes(delimiter) || /["\r\n]/.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell
  const lines = [...(isNameless ? [] : [head]), ...rows].map((each) => each.map(quoted).join(delimiter))
  for (const { row, how } of damages) {
    const at = row % Math.max(1, lines.length)
    if (lines.length === 0) break
    if (how === 'empty') lines[at] += lineEnds[0]
    if (how === 'blank') lines[at] += `${lineEnds[0]}  `
    if (at === 0) continue
    if (how === 'short') lines[at] = quoted('x')
    if (how === 'long') lines[at] += `${delimiter}${quoted('1')}`
    if (how === 'separators') lines[at] += delimiter.repeat(2)
    if (how === 'bare') lines[at] = delimiter.repeat(Math.max(1, columns.length - (row % 2) * 2))
    if (how === 'drawn') lines[at] = quoted(['=====', ' ---', '——', '***', '-=-', '–––'][row % 6] ?? '')
    if (how === 'lines') lines[at] = ['---', '', '==='].slice(row % 3).join(delimiter)
    if (how === 'blanks') lines[at] = columns.map(() => ' ').join(delimiter)
    if (how === 'empty-quotes') lines[at] += `${delimiter}""`
  }
  const ends = (index: number) => lineEnds[index % lineEnds.length] ?? '\n'
  const text = lines.map((line, index) => (index + 1 < lines.length || endsLine ? line + ends(index) : line)).join('')
  // The upper of two rows of names is left empty, so that the lower one names the columns.
  const upper = isTwoRows ? [columns.map(() => '').join(delimiter)] : []
  const top = above === null ? [] : [...above, ...upper]
  const bytes = Buffer.from((hasMark ? '\ufeff' : '') + top.map((line) => `${line}\n`).join('') + text)
  const header = isNameless ? [0] : above === null ? null : [above.length + 1, top.length + 1]
  const calledBy = (name: string) => {
    const column = columns.indexOf(name)
    return column < 0 || head[column] !== '' ? name : columnLetters(column + 1)
  }
  const damaged = accident && above === null ? inserted(bytes, accident.at, accident.what) : bytes
  return { bytes: damaged, mapping: mappingOf(choice, calledBy), header }
})

function inserted(bytes: Buffer, at: number, what: string): Buffer {
  const place = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(what, 'latin1'), bytes.subarray(place)])
}

const jsonManners = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  hasMark: fc.boolean(),
  blanks: fc.constantFrom('', ' '),
  endsLine: fc.boolean(),
  /** Cells that look like numbers of JSON are written as such in so many of ten. */
  numbers: fc.constantFrom(0, 5, 10),
  absent: fc.constantFrom('null', 'empty', 'left-out'),
  escapes: fc.boolean(),
  damages: fc.array(
    fc.record({
      row: fc.nat(14),
      how: fc.constantFrom('cut', 'list', 'twice', 'behind', 'empty', 'blank', 'nested', 'nothing', 'tab', 'exponent'),
    }),
    { maxLength: 3 },
  ),
  accident: rarely(fc.record({ at: fc.nat(), what: fc.constantFrom('"', '\\', '\xff', '\xe1\xba', '{', '\r') })),
})

export const jsonTables: fc.Arbitrary<{ readonly bytes: Buffer; readonly mapping: TableMapping }> = fc
  .tuple(madeUpTables, jsonManners)
  .map(([{ choice, columns, rows }, manners]) => {
    const { lineEnd, hasMark, blanks, endsLine, absent, escapes, damages, accident } = manners
    const written = (cell: string, place: number) => {
      if (cell === '' && absent !== 'empty') return absent === 'null' ? 'null' : null
      const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE]\d+)?$/.test(cell)
      if (isNumber && (place * 7 + cell.length) % 10 < manners.numbers) return cell
      const text = JSON.stringify(cell)
      return escapes
        ? text.replace(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : text
    }
    const lines = rows.map((cells) => {
      const pairs = [...new Set(columns)].flatMap((column, place) => {
        const value = written(cells[place] ?? '', place)
        return value === null ? [] : [`${JSON.stringify(column)}:${blanks}${value}`]
      })
      return `{${pairs.join(`,${blanks}`)}}`
    })
    for (const { row, how } of lines.length > 0 ? damages : []) {
      const at = row % lines.length
      const line = lines[at] ?? ''
      if (how === 'cut') lines[at] = line.slice(0, -1)
      if (how === 'list') lines[at] = `[${line}]`
      if (how === 'twice') lines[at] = line.replace('{', '{"kind":"mới","kind":1,')
      if (how === 'behind') lines[at] = `${line} x`
      if (how === 'empty') lines[at] += lineEnd
      if (how === 'blank') lines[at] += `${lineEnd} \t`
      if (how === 'nested') lines[at] = line.replace('{', '{"extra":[1,{"a":"]"}],')
      if (how === 'nothing') lines[at] = '{}'
      if (how === 'tab') lines[at] = line.replace('"', '"\t')
      if (how === 'exponent') lines[at] = line.replace(/(":\s*)(\d)(,|\})/, '$1$2e2$3')
    }
    const bytes = Buffer.from((hasMark ? '\ufeff' : '') + lines.join(lineEnd) + (endsLine ? lineEnd : ''))
    return { bytes: accident ? inserted(bytes, accident.at, accident.what) : bytes, mapping: mappingOf(choice) }
  })

/** A table as workbooks and Parquet files hold it: cells are numbers, texts or empty. */
export interface StoredCells {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | string | null)[])[]
}

export interface StoredTable extends StoredCells {
  readonly mapping: TableMapping
  /** Rows that a spreadsheet hides. */
  readonly hidden: ReadonlySet<number>
  /** Whether cells that are one below the other and say the same are merged where they say what rows are about. */
  readonly isMerged: boolean
}

/** Texts that are a number to every program alike. */
const STORED_NUMBER = /^(?:0|-?[1-9]\d{0,8}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9])$/

export const storedTables: fc.Arbitrary<StoredTable> = fc
  .tuple(
    madeUpTables,
    fc.record({
      numbers: fc.constantFrom(0, 5, 10),
      hiding: fc.constantFrom(null, 'read', 'skip'),
      hidden: fc.array(fc.nat(14), { maxLength: 2 }),
      isMerged: fc.boolean(),
    }),
  )
  .map(([{ choice, columns: named, rows }, { numbers, hiding, hidden, isMerged }]) => {
    const columns = [...new Set(named)]
    const stored = (cell: string, place: number) => {
      const isNumber = STORED_NUMBER.test(cell) && (place * 7 + cell.length) % 10 < numbers
      return cell === '' ? null : isNumber ? Number(cell) : cell
    }
    return {
      columns,
      rows: rows.map((cells) => columns.map((_, place) => stored(cells[place] ?? '', place))),
      mapping: { ...mappingOf(choice), hidden: hiding },
      hidden: new Set(hidden),
      isMerged,
    }
  })

/** The same table as JSON, one object a row. */
export function jsonRows({ columns, rows }: StoredCells): readonly string[] {
  return rows.map((cells) => JSON.stringify(Object.fromEntries(columns.map((column, place) => [column, cells[place]]))))
}

/** The same table as a sheet of a workbook: what stands in `<sheetData>`, and the ranges that are merged. */
export function sheetRows({ columns, rows, hidden, isMerged, mapping }: StoredCells & Partial<StoredTable>) {
  const keys = isMerged && mapping ? keyColumns(mapping).map(({ column }) => column.name) : []
  const merges = new Set(keys.length > 0 ? ['kind', ...keys] : [])
  const merged: string[] = []
  const isAbove = (row: number, column: number) =>
    row > 0 &&
    merges.has(columns[column] ?? '') &&
    typeof rows[row]?.[column] === 'string' &&
    rows[row]?.[column] === rows[row - 1]?.[column] &&
    // A row in which nothing else stands would be none.
    [row, row - 1].every((each) => rows[each]?.some((cell, at) => cell !== null && !merges.has(columns[at] ?? '')))
  for (const column of columns.keys()) {
    for (let row = 1; row < rows.length; row++) {
      const first = row - 1
      while (row < rows.length && isAbove(row, column)) row++
      const letters = columnLetters(column + 1)
      if (row - 1 > first) merged.push(`${letters}${first + 2}:${letters}${row + 1}`)
    }
  }
  const text = (cell: string) =>
    cell
      .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
      .replace(/[\0\r]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
      .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const cellAt = (cell: number | string | null, at: string) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`
  }
  const rowAt = (cells: StoredTable['rows'][number], number: number, isHidden: boolean) =>
    `<row r="${number}"${isHidden ? ' hidden="1"' : ''}>${cells.map((cell, column) => cellAt(cell, `${columnLetters(column + 1)}${number}`)).join('')}</row>`
  const own = rows.map((cells, row) => cells.map((cell, column) => (isAbove(row, column) ? null : cell)))
  return {
    merged,
    rows: [rowAt(columns, 1, false), ...own.map((cells, row) => rowAt(cells, row + 2, hidden?.has(row) === true))].join(
      '',
    ),
  }
}

/** The same table as Parquet, in SQL: a column of numbers alone is stored as one of these types. */
export function parquetQuery({ columns, rows }: StoredCells, type: 'DOUBLE' | 'DECIMAL(38,6)' | 'VARCHAR'): string {
  const literal = (cell: number | string | null) =>
    cell === null ? 'NULL' : `'${String(cell).replaceAll("'", "''").replaceAll('\0', "' || chr(0) || '")}'`
  const selected = columns.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? null)
    const isNumber = cells.every((cell) => cell === null || typeof cell === 'number')
    return `CAST(c${column} AS ${isNumber && cells.some((cell) => cell !== null) ? type : 'VARCHAR'}) AS "${name}"`
  })
  const values = (rows.length > 0 ? rows : [columns.map(() => null)]).map((row) => `(${row.map(literal).join(', ')})`)
  const names = columns.map((_, column) => `c${column}`)
  return `SELECT ${selected.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(${names.join(', ')})${rows.length > 0 ? '' : ' WHERE false'}`
}
