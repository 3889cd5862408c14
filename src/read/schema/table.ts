import * as v from 'valibot'
import { dateOrders, hiddenCells, type TableField, tableFields, tablePeriods } from '../../model/table.ts'
import { cellLeaf, idLeaf, listOf, mapOf, referenceLeaf, textLeaf, wordsLeaf, yesOrNoLeaf } from './leaf.ts'

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
    return [field, column(what, examples)] as const
  }),
)

const idsByCode = (of: 'indicator' | 'area') =>
  v.pipe(
    v.record(
      v.pipe(v.string(), v.title('code'), v.description(`A code in the column of ${of}s.`)),
      idLeaf(of === 'area' ? 'The id of an area, or `whole`: all areas together.' : `The id of an ${of}.`),
    ),
    v.description(
      `The id of an ${of} by the code that stands in its column; a code that is not named here is refused.`,
    ),
  )

/** Results that stand in the rows of a table. */
export const tableSchema = v.pipe(
  mapOf(['path'], {
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
    sheet: textLeaf('The sheet of an Excel workbook, for example `2018`; without it the first one.', {
      examples: ['2018'],
    }),
    columns: v.pipe(
      mapOf([], columnEntries),
      v.description('The names of the columns, by what they hold; those that are not named are passed over.'),
      v.metadata({ name: 'columns' }),
    ),
    areas: v.pipe(
      v.record(
        v.pipe(v.string(), v.title('column'), v.description('The name of a column.')),
        referenceLeaf('The id of the area whose figures stand in that column.', { examples: ['phu-ly'] }),
      ),
      v.description('For a table with one column an area: the id of the area by the name of its column.'),
    ),
    indicator: referenceLeaf('The id of the indicator that all rows are of.', { examples: ['jobs'] }),
    period: v.pipe(
      mapOf(['from', 'by'], {
        from: column('of days', ['ngay', 'date']),
        by: wordsLeaf(tablePeriods, 'What a day is taken for.'),
        dates: wordsLeaf(dateOrders, 'How days are written; `2018-07-01` is always read.', { default: 'y-m-d' }),
      }),
      v.description('For a table with a column of days: the period that each day is taken for.'),
      v.metadata({ name: 'period' }),
    ),
    rows: wordsLeaf(
      ['results', 'register'],
      'What a row is: a result (`results`), or a part of one, to be added up (`register`).',
      {
        default: 'results',
      },
    ),
    value: wordsLeaf(['count'], '`count`: each row counts 1, whatever it holds.'),
    fractions: yesOrNoLeaf(
      '`true`: rates are written as fractions of 1, 0.12 for 12%. `false`: they are per cent, however small. A cell with a `%` is per cent anyhow.',
    ),
    hidden: wordsLeaf(
      hiddenCells,
      'Of a workbook: what is hidden, also by a filter, counts like all else (`read`) or is passed over (`skip`).',
    ),
    where: listOf(
      v.pipe(
        mapOf(['column', 'equals'], {
          column: column('that is looked at', ['loai']),
          equals: cellLeaf('What its cells have to hold, letter by letter; `""`: nothing.'),
        }),
        v.metadata({ name: 'where' }),
      ),
      'Only the rows in which each of these columns holds this text are read; the others are passed over.',
    ),
    codes: v.pipe(
      mapOf([], { indicator: idsByCode('indicator'), area: idsByCode('area') }),
      v.description('The ids that codes in the columns of indicators and areas stand for.'),
      v.metadata({ name: 'codes' }),
    ),
  }),
  v.title('table'),
  v.description('Results that stand in a table: CSV, TSV, JSON lines or Parquet.'),
  v.metadata({ name: 'table' }),
)
