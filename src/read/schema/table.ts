import * as v from 'valibot'
import { confidenceLevels, observationStatuses } from '../../model/observation.ts'
import {
  dateOrders,
  encodings,
  hiddenCells,
  missingMarks,
  type PlanColumn,
  planColumns,
  planForms,
  type TableField,
  tableFields,
  tablePeriods,
  writers,
} from '../../model/table.ts'
import {
  cellLeaf,
  idKey,
  idLeaf,
  type LeafSchema,
  listOf,
  mapOf,
  periodLeaf,
  referenceLeaf,
  textLeaf,
  wholeNumberLeaf,
  wordsLeaf,
  wordsOrPeriodLeaf,
  yesOrNoLeaf,
} from './leaf.ts'

const column = (what: string, examples: readonly string[]) => textLeaf(`The name of the column ${what}.`, { examples })

const whatColumnsHold: Readonly<Record<TableField, readonly [what: string, ...examples: string[]]>> = {
  indicator: ['that says which indicator a row is of', 'indicator', 'ma_chi_tieu'],
  area: ['that says which area a row is of', 'area', 'huyen'],
  period: ['that says which period a row is of', 'period', 'ky'],
  provider: ['that says who gives a figure, by the id or name of a provider', 'provider', 'nguon_so_lieu'],
  basis: ['that says `increment` or `cumulative`', 'basis'],
  status: ['that says `final`, `provisional` or `estimate`', 'status'],
  standard: ['that names the poverty standard', 'standard'],
  measured: ['that says `households` or `persons`', 'measured'],
  method: ['that says how it was measured', 'method'],
  value: ['with the figures', 'value', 'so_luong'],
  rate: ['with the figures of rates: the same as `value`', 'rate', 'ty_le'],
  last_year: ['with the figures of the same time one year before', 'last_year', 'cung_ky'],
  cumulative: ['with running totals since the plan began', 'cumulative', 'luy_ke'],
  published: ['with printed completions', 'published'],
  standard_error: ['with the standard errors of rates of surveys, in points', 'standard_error', 'sai_so_chuan'],
  margin_of_error: [
    'with the half-widths of confidence intervals of rates of surveys, in points; `confidence` says of which level',
    'margin_of_error',
    'sai_so',
  ],
  mpi_headcount: ['with the headcounts of multidimensional indices, in per cent', 'mpi_headcount'],
  mpi_intensity: ['with the intensities of multidimensional indices, in per cent', 'mpi_intensity'],
  poor: ['with the numbers of the poor', 'poor', 'ho_ngheo'],
  households: ['with the numbers of all households or persons', 'households', 'tong_so_ho'],
  poor_change: ['with changes in the number of the poor', 'poor_change'],
  escaped: ['with how many escaped poverty', 'escaped', 'thoat_ngheo'],
  relapsed: ['with how many fell back into poverty', 'relapsed', 'tai_ngheo'],
  new: ['with how many became poor for the first time', 'new', 'ngheo_moi'],
  other: ['with other changes in the number of the poor', 'other'],
  source: ['that says where a figure was published', 'source'],
  note: ['with remarks', 'note', 'ghi_chu'],
}

const columnEntries = Object.fromEntries(
  tableFields.map((field) => {
    const [what, ...examples] = whatColumnsHold[field]
    return [field, column(what, examples)] as const
  }),
)

/** A map, or the id of a document that shares it. */
const shared = <Of extends v.GenericSchema>(map: Of, what: string) =>
  v.pipe(
    v.union([referenceLeaf(`The id of a document of \`kind: mapping\` that holds ${what}.`), map]),
    v.description(
      `${what[0]?.toUpperCase()}${what.slice(1)}, or the id of a document of \`kind: mapping\` that holds them.`,
    ),
  )

const idsByCode = (of: 'indicator' | 'area') =>
  v.pipe(
    v.record(
      v.pipe(v.string(), v.title('code'), v.description(`A code in the column of ${of}s.`)),
      idLeaf(
        `The id of an ${of}; \`skip\`: such rows are passed over.${of === 'area' ? ' `whole`: all areas together.' : ''}`,
      ),
    ),
    v.description(
      `The id of an ${of} by the code that stands in its column. Other cells hold the name of an ${of}, or its id where no code stands for one.`,
    ),
  )

/** One leaf, or a list of such. */
const oneOrMore = (leaf: LeafSchema, title: string, description: string, example: string | number) =>
  v.pipe(
    v.union([leaf, v.pipe(v.array(leaf), v.title(title))]),
    v.description(description),
    v.metadata({ examples: [example] }),
  )

/** Where in the name of a sheet or a file something stands. */
const pattern = (example: string) =>
  textLeaf(
    'What the name looks like: places in braces (`{area}`, `{year}`, `{half}`, `{quarter}`, `{month}`, `{months}`), and `*` for anything.',
    { examples: [example] },
  )

/** For a table with a column for each of some things: what by the name of its column. */
const byColumn = (value: LeafSchema, description: string) =>
  v.pipe(
    v.record(v.pipe(v.string(), v.title('column'), v.description('The name of a column.')), value),
    v.description(description),
  )

/** What is said of every table, beside its path. */
const commonEntries = {
  sheet: oneOrMore(
    textLeaf('The name of a sheet, or a pattern.', { examples: ['2018', 'T*'] }),
    'list of sheets',
    'The sheets of an Excel workbook: a name, a pattern (`T*`, `*` for all), or a list; without it the first one.',
    'T*',
  ),
  header: oneOrMore(
    wholeNumberLeaf(null, 'The number of a row, as a spreadsheet or an editor counts.', { examples: [5] }),
    'rows',
    'The row that holds the names of the columns, `5`, or two, `[4, 5]`, whose names are joined: `2018 / Actual`; without it the first that is not empty. `0`: none does, and columns are called `A`, `B`, … as in a spreadsheet.',
    5,
  ),
  encoding: wordsLeaf(encodings, 'How text is encoded that is in neither UTF-8 nor UTF-16.'),
  missing: listOf(
    textLeaf('What a cell holds that has no figure.', { examples: ['-', 'N/A'] }),
    `Texts that say that nothing was reported. Without it ${missingMarks.map((mark) => `\`${mark}\``).join(', ')} do, which is told.`,
  ),
  hidden: wordsLeaf(
    hiddenCells,
    'Of a workbook: what is hidden, also by a filter, counts like all else (`read`) or is passed over (`skip`).',
  ),
  where: listOf(
    v.pipe(
      mapOf(['column'], {
        column: column('that is looked at', ['loai']),
        equals: cellLeaf('What its cells have to hold, letter by letter; `""`: nothing.'),
        in: listOf(
          cellLeaf('One of the texts that its cells may hold.'),
          'The texts of which its cells have to hold one.',
        ),
        not: oneOrMore(
          cellLeaf('What its cells may not hold; `""`: they may not be empty.'),
          'list of texts',
          'What its cells may not hold: a text, or a list.',
          '',
        ),
      }),
      v.metadata({ name: 'where' }),
    ),
    'Only the rows that fulfil all of these conditions are read; the others are passed over.',
  ),
}

const codesSchema = v.pipe(
  mapOf([], { indicator: idsByCode('indicator'), area: idsByCode('area') }),
  v.description('The ids that codes in the columns of indicators and areas stand for.'),
  v.metadata({ name: 'codes' }),
)

const areasSchema = byColumn(
  referenceLeaf('The id of the area whose figures stand in that column, or `whole`.', { examples: ['phu-ly'] }),
  'The id of the area by the name of the column that holds its figures.',
)

/** What several tables share. */
export const mappingSchema = v.pipe(
  mapOf(['kind', 'id'], {
    kind: wordsLeaf(['mapping'], 'Says that this document holds what tables share.'),
    id: idLeaf('What tables call it: `codes: province`.', { examples: ['province'] }),
    codes: codesSchema,
    areas: areasSchema,
  }),
  v.title('pva mapping'),
  v.description('Codes and areas that several tables share.'),
  v.metadata({ name: 'mapping', needsOneOf: ['codes', 'areas'] }),
)

/** Results that stand in the rows of a table. */
export const tableSchema = v.pipe(
  mapOf([], {
    path: v.pipe(
      v.union([
        textLeaf(
          'The file of the table, from the folder of this file: CSV, TSV, JSON lines, Excel or Parquet; or a pattern.',
        ),
        v.pipe(v.array(textLeaf('The file of one table, or a pattern.')), v.title('list of files')),
      ]),
      v.description(
        'The file of the table, from the folder of this file: CSV, TSV, JSON lines, Excel (.xlsx) or Parquet, `.gz` too; a pattern like ' +
          '`2018-*.csv`, or a list. All of them have the same columns.',
      ),
      v.metadata({ examples: ['register-2018.csv', '2018-*.csv'] }),
    ),
    source: referenceLeaf('Instead of a file: the database that holds the table, by its name in `pva.sources.yaml`.', {
      examples: ['register'],
    }),
    name: textLeaf('The table of that database, with its schema.', { examples: ['public.vacancies'] }),
    ...commonEntries,
    columns: v.pipe(
      mapOf([], columnEntries),
      v.description('The names of the columns, by what they hold; those that are not named are passed over.'),
      v.metadata({ name: 'columns' }),
    ),
    indicators: byColumn(
      referenceLeaf('The id of the indicator whose figures stand in that column.', { examples: ['jobs'] }),
      'For a table with one column an indicator: the id of the indicator by the name of its column.',
    ),
    areas: shared(areasSchema, 'for a table with one column an area the id of the area by the name of its column'),
    periods: byColumn(
      periodLeaf('The period whose figures stand in that column.'),
      'For a table with one column a period: the period by the name of its column.',
    ),
    breakdowns: v.pipe(
      v.record(
        idKey('breakdown'),
        v.union([
          column('that says which group a row is of', ['gioi_tinh', 'sex']),
          v.pipe(
            mapOf([], {
              column: column('that says which group a row is of', ['gioi_tinh', 'sex']),
              codes: v.pipe(
                v.record(
                  v.pipe(v.string(), v.title('code'), v.description('A code in the column.')),
                  idLeaf('The id of a group; `whole`: all groups together; `skip`: such rows are passed over.'),
                ),
                v.description('The id of a group by the code that stands in its column.'),
              ),
              columns: byColumn(
                idLeaf('The id of the group whose figures stand in that column; `whole`: of all groups together.'),
                'For a table with one column a group: the id of the group by the name of its column.',
              ),
            }),
            v.metadata({ name: 'breakdown', needsOneOf: ['column', 'columns'], toldWithShape: true }),
          ),
        ]),
      ),
      v.description('The columns that say which group of a breakdown a row is of: `{ sex: gioi_tinh }`.'),
    ),
    levels: listOf(
      textLeaf('`indicator`, `area`, or a breakdown.', { examples: ['indicator', 'area'] }),
      'For a column that says in turn what rows are of: which of `indicator`, `area` and breakdowns, the outermost first. What a row says holds for those below it.',
    ),
    indicator: referenceLeaf('The id of the indicator that all rows are of.', { examples: ['jobs'] }),
    area: v.pipe(
      mapOf(['from'], {
        from: wordsLeaf(['sheet', 'file'], 'What is called by the area: the sheet, or the file without its ending.'),
        pattern: pattern('Bieu {area}'),
      }),
      v.description('For a table an area: the area by the name of its sheet or file.'),
      v.metadata({ name: 'area' }),
    ),
    period: v.pipe(
      mapOf([], {
        from: textLeaf('The name of the column of days or periods; or `sheet`, `file`: their names say the period.', {
          examples: ['ngay', 'sheet'],
        }),
        pattern: pattern('T{month}'),
        year: wholeNumberLeaf(null, 'The year of periods that name none.', { examples: [2018] }),
        by: wordsLeaf(tablePeriods, 'What a day is taken for; without it the column holds periods.'),
        dates: wordsLeaf(dateOrders, 'How days are written; `2018-07-01` is always read.', { default: 'y-m-d' }),
      }),
      v.description('Where the period stands, and how: in a column of days, or in the name of a sheet or file.'),
      v.metadata({ name: 'period' }),
    ),
    within: wordsOrPeriodLeaf(
      ['plan'],
      'Rows of other times are passed over: `plan`, than those of the plan; or a period, `2016/2020`. Without it they are a problem.',
    ),
    rows: wordsLeaf(
      ['results', 'register'],
      'What a row is: a result (`results`), or a part of one, to be added up (`register`).',
      {
        default: 'results',
      },
    ),
    value: wordsLeaf(['count'], '`count`: each row counts 1, whatever it holds.'),
    'written-by': wordsLeaf(
      writers,
      'Who writes the numbers. `program`: they are binary floats, `6.8e+02`, `91.370000000000005`. `accounts`: `(12)` is -12.',
    ),
    confidence: wordsLeaf(confidenceLevels, 'Of `margin_of_error`: how sure it is that the rate lies within it.'),
    dates: wordsLeaf(
      dateOrders,
      'How days are written, as values or in a column of periods; `2018-07-01` is always read.',
    ),
    flags: v.pipe(
      v.record(
        v.pipe(v.string(), v.title('mark'), v.description('The mark, `e`.')),
        wordsLeaf(observationStatuses, 'What it says of the figure.'),
      ),
      v.description('What marks behind figures say of them: `{ e: estimate, p: provisional }` of `12 e`.'),
    ),
    fractions: yesOrNoLeaf(
      '`true`: rates are written as fractions of 1, 0.12 for 12%. `false`: they are per cent, however small. A cell with a `%` is per cent anyhow.',
    ),
    codes: shared(codesSchema, 'the ids that codes in the columns of indicators and areas stand for'),
  }),
  v.title('table'),
  v.description('Results that stand in a table: CSV, TSV, JSON lines, Parquet, or a table of a database.'),
  v.metadata({ name: 'table', needsOneOf: ['path', 'source'] }),
)

const whatPlanColumnsHold: Readonly<Record<PlanColumn, readonly [what: string, ...examples: string[]]>> = {
  id: ['with the ids of the indicators; without it they are made from the names', 'id', 'ma'],
  no: ['with the numbers of the rows, `I`, `1`, `1.1`', 'TT', 'no'],
  name: ['with the names of the indicators', 'Chỉ tiêu', 'indicator'],
  unit: ['with the units', 'ĐVT', 'unit'],
  type: ['with the types of the indicators', 'type'],
  section: ['with the sections; without it headings between the rows are sections', 'Lĩnh vực', 'section'],
  parent: ['with the id, number or name of the indicator that a row is a part of', 'parent'],
  target: ['with the targets', 'Kế hoạch năm', 'target'],
  direction: ['that says `up` or `down`', 'direction'],
  baseline: ['with the figures that change is counted from', 'Thực hiện năm trước', 'baseline'],
  note: ['with remarks', 'Ghi chú', 'note'],
}

/** Indicators that stand in the rows of a table. */
export const planTableSchema = v.pipe(
  mapOf(['path'], {
    path: oneOrMore(
      textLeaf('The file of the table, from the folder of this file: CSV, TSV, JSON lines or Excel (.xlsx).', {
        examples: ['ke-hoach-2018.xlsx'],
      }),
      'files',
      'The file of the table, from the folder of this file; of forms one or several.',
      'ke-hoach-2018.xlsx',
    ),
    form: wordsLeaf(
      planForms,
      'The form that the table is, whose columns are known. `poverty-review`: the yearly review of poor and near-poor households; it holds the results as well.',
    ),
    last_year: oneOrMore(
      textLeaf('A file of the year before.', { examples: ['bieu-2023.xlsx'] }),
      'files of the year before',
      'The same forms of the year before: their ends are held against the starts of this year, and they say how many households there were.',
      'bieu-2023.xlsx',
    ),
    ...commonEntries,
    sheet: textLeaf(
      'The sheet of an Excel workbook, or a pattern; without it the first one, of forms all that are one.',
      {
        examples: ['2018'],
      },
    ),
    columns: v.pipe(
      mapOf(
        ['name'],
        Object.fromEntries(
          planColumns.map((field) => {
            const [what, ...examples] = whatPlanColumnsHold[field]
            return [field, column(what, examples)] as const
          }),
        ),
      ),
      v.description('The names of the columns, by what they hold; those that are not named are passed over.'),
      v.metadata({ name: 'columns' }),
    ),
    areas: shared(
      areasSchema,
      'for targets of areas in columns of their own the id of the area by the name of its column',
    ),
  }),
  v.title('table of a plan'),
  v.description('Indicators that stand in a table: CSV, TSV, JSON lines or a workbook.'),
  v.metadata({ name: 'table', needsOneOf: ['columns', 'form'], toldWithShape: true }),
)
