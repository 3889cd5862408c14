import * as v from 'valibot'
import { dateOrders, encodings, missingMarks, type TableField, tableFields, tablePeriods } from '../../model/table.ts'
import {
  cellLeaf,
  idLeaf,
  type LeafSchema,
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
    return [field, v.optional(column(what, examples))] as const
  }),
) as Record<TableField, v.OptionalSchema<ReturnType<typeof column>, undefined>>

const idsByCode = (of: 'indicator' | 'area') =>
  v.pipe(
    v.record(
      v.pipe(v.string(), v.title('code'), v.description(`A code in the column of ${of}s.`)),
      idLeaf(
        of === 'area'
          ? 'The id of an area; `whole`: all areas together; `skip`: such rows are passed over.'
          : `The id of an ${of}; \`skip\`: such rows are passed over.`,
      ),
    ),
    v.description(
      `The id of an ${of} by the code that stands in its column. Another cell has to hold the name of an ${of}, or its id where no code stands for one.`,
    ),
  )

/** One leaf, or a list of such. */
const oneOrMore = (leaf: LeafSchema, title: string) => v.union([leaf, v.pipe(v.array(leaf), v.title(title))])

/** Where in the name of a sheet or a file something stands. */
const pattern = (example: string) =>
  v.optional(
    textLeaf(
      'What the name looks like: places in braces (`{area}`, `{year}`, `{half}`, `{quarter}`, `{month}`, `{months}`), and `*` for anything.',
      { examples: [example] },
    ),
  )

/** Results that stand in the rows of a table. */
export const tableSchema = v.pipe(
  v.strictObject({
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
    sheet: v.optional(
      v.pipe(
        oneOrMore(textLeaf('The name of a sheet, or a pattern.', { examples: ['2018', 'T*'] }), 'list of sheets'),
        v.description(
          'The sheets of an Excel workbook: a name, a pattern (`T*`, `*` for all), or a list; without it the first one.',
        ),
        v.metadata({ examples: ['2018', 'T*'] }),
      ),
    ),
    header: v.optional(
      v.pipe(
        oneOrMore(
          wholeNumberLeaf(null, 'The number of a row, as a spreadsheet or an editor counts.', { examples: [5] }),
          'rows',
        ),
        v.description(
          'The row that holds the names of the columns, `5`, or two, `[4, 5]`, whose names are joined: `2018 / Actual`; without it the first that is not empty.',
        ),
        v.metadata({ examples: [5] }),
      ),
    ),
    encoding: v.optional(wordsLeaf(encodings, 'How text is encoded that is in neither UTF-8 nor UTF-16.')),
    columns: v.optional(
      v.pipe(
        v.strictObject(columnEntries),
        v.description('The names of the columns, by what they hold; those that are not named are passed over.'),
        v.metadata({ name: 'columns' }),
      ),
    ),
    areas: v.optional(
      v.pipe(
        v.record(
          v.pipe(v.string(), v.title('column'), v.description('The name of a column.')),
          referenceLeaf('The id of the area whose figures stand in that column, or `whole`.', { examples: ['phu-ly'] }),
        ),
        v.description('For a table with one column an area: the id of the area by the name of its column.'),
      ),
    ),
    periods: v.optional(
      v.pipe(
        v.record(
          v.pipe(v.string(), v.title('column'), v.description('The name of a column.')),
          periodLeaf('The period whose figures stand in that column.'),
        ),
        v.description('For a table with one column a period: the period by the name of its column.'),
      ),
    ),
    area: v.optional(
      v.pipe(
        v.strictObject({
          from: wordsLeaf(['sheet', 'file'], 'What is called by the area: the sheet, or the file without its ending.'),
          pattern: pattern('Bieu {area}'),
        }),
        v.description('For a table an area: the area by the name of its sheet or file.'),
        v.metadata({ name: 'area' }),
      ),
    ),
    indicator: v.optional(referenceLeaf('The id of the indicator that all rows are of.', { examples: ['jobs'] })),
    period: v.optional(
      v.pipe(
        v.strictObject({
          from: v.optional(
            textLeaf('The name of the column of days or periods; or `sheet`, `file`: their names say the period.', {
              examples: ['ngay', 'sheet'],
            }),
          ),
          pattern: pattern('T{month}'),
          year: v.optional(wholeNumberLeaf(null, 'The year of periods that name none.', { examples: [2018] })),
          by: v.optional(wordsLeaf(tablePeriods, 'What a day is taken for; without it the column holds periods.')),
          dates: v.optional(
            wordsLeaf(dateOrders, 'How days are written; `2018-07-01` is always read.', { default: 'y-m-d' }),
          ),
        }),
        v.description('Where the period stands, and how: in a column of days, or in the name of a sheet or file.'),
        v.metadata({ name: 'period' }),
      ),
    ),
    within: v.optional(
      wordsOrPeriodLeaf(
        ['plan'],
        'Rows of other times are passed over: `plan`, than those of the plan; or a period, `2016/2020`. Without it they are a problem.',
      ),
    ),
    rows: v.optional(
      wordsLeaf(
        ['results', 'register'],
        'What a row is: a result (`results`), or a part of one, to be added up (`register`).',
        {
          default: 'results',
        },
      ),
    ),
    value: v.optional(wordsLeaf(['count'], '`count`: each row counts 1, whatever it holds.')),
    missing: v.optional(
      v.pipe(
        v.array(textLeaf('What a cell holds that has no figure.', { examples: ['-', 'N/A'] })),
        v.title('list of texts'),
        v.description(
          `Texts that say that nothing was reported. Without it, ${missingMarks
            .slice(0, 8)
            .map((mark) => `\`${mark}\``)
            .join(', ')} do, which is told.`,
        ),
      ),
    ),
    'written-by': v.optional(
      wordsLeaf(
        ['program'],
        '`program`: numbers are binary floats as programs write them, `6.8e+02`, `91.370000000000005`.',
      ),
    ),
    fractions: v.optional(
      yesOrNoLeaf(
        '`true`: rates are written as fractions of 1, 0.12 for 12%. `false`: they are per cent, however small. A cell with a `%` is per cent anyhow.',
      ),
    ),
    where: v.optional(
      v.pipe(
        v.array(
          v.pipe(
            v.strictObject({
              column: column('that is looked at', ['loai']),
              equals: v.optional(cellLeaf('What its cells have to hold, letter by letter; `""`: nothing.')),
              in: v.optional(
                v.pipe(
                  v.array(cellLeaf('One of the texts that its cells may hold.')),
                  v.title('list of texts'),
                  v.description('The texts of which its cells have to hold one.'),
                ),
              ),
              not: v.optional(
                v.pipe(
                  oneOrMore(cellLeaf('What its cells may not hold; `""`: they may not be empty.'), 'list of texts'),
                  v.description('What its cells may not hold: a text, or a list.'),
                ),
              ),
            }),
            v.metadata({ name: 'where' }),
          ),
        ),
        v.description('Only the rows that fulfil all of these conditions are read; the others are passed over.'),
      ),
    ),
    codes: v.optional(
      v.pipe(
        v.strictObject({ indicator: v.optional(idsByCode('indicator')), area: v.optional(idsByCode('area')) }),
        v.description('The ids that codes in the columns of indicators and areas stand for.'),
        v.metadata({ name: 'codes' }),
      ),
    ),
  }),
  v.title('table'),
  v.description('Results that stand in a table: CSV, TSV, JSON lines or Parquet.'),
  v.metadata({ name: 'table' }),
)
