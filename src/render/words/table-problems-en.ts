import { brief, code, type ProblemDictionary } from '../problem/problem-words.ts'
import { tableNotReadEn } from './table-not-read-en.ts'
import type { TableProblemCode } from './table-problems.ts'

export const tableProblemsEn: Pick<ProblemDictionary, TableProblemCode> = {
  'table-syntax': ({ why }) =>
    ({
      empty: {
        message: 'this table is empty',
        remedy: 'Write the names of the columns in its first line, and the rows below.',
      },
      'no-objects': {
        message: 'these JSON lines hold no object',
        remedy: 'Write one object a line: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
      },
      'open-quote': {
        message: 'the quote that opens here is not closed, so that nobody can tell where the rows end',
        remedy: 'Close it at the end of the cell. A quote that is part of the text is written twice: `""`.',
      },
      'after-quote': {
        message: 'the cell goes on behind the quote that closes it',
        remedy: 'Put the whole cell in quotes, and write a quote that is part of the text twice: `""`.',
      },
      'stray-quote': {
        message: 'a quote stands inside a cell that is not in quotes',
        remedy: 'Put the whole cell in quotes, and write a quote that is part of the text twice: `""`.',
      },
    })[why],
  'ragged-row': ({ cells, columns }, { number }) => ({
    message: `this row has ${number(String(cells))} ${cells === 1 ? 'cell' : 'cells'}, and the table ${number(String(columns))} columns`,
    remedy:
      cells > columns
        ? 'Remove the cells that are too many; put a cell that holds the separator in quotes.'
        : 'Add the cells that are missing, empty ones too, or remove the row.',
  }),
  'duplicate-column': ({ column, first }, { written, place }) => ({
    message: `two columns are called ${code(written(column))}, the first at ${place(first)}`,
    remedy: 'Rename one of them, so that it is clear which one is meant.',
  }),
  'missing-column': ({ column, tables, suggestion, columns, option }, { written }) => ({
    message: `${tablesMeant(tables, 'this table', written)} no column ${code(written(column))}`,
    remedy:
      suggestion === null
        ? `${columns.length > 0 ? `${firstOf(tables, written)} has ${brief(columns.map(written))}. ` : ''}Rename a column${option === null ? '' : `, or give all rows one with ${code(option)}`}, or name it under ${code('columns:')} in a file of results.`
        : `${tables.length > 1 ? `${firstOf(tables, written)} has ${code(written(suggestion))}: is that meant?` : `Did you mean ${code(written(suggestion))}?`}`,
  }),
  'unknown-column': ({ column, suggestion }, { written }) => ({
    message: `the column ${code(written(column))} has no meaning here, but nearly the name of one that has`,
    remedy: `Rename it to ${code(suggestion)} if that is meant, else to something else.`,
  }),
  'bad-table': ({ why, written: key }) =>
    ({
      'two-indicators': {
        message: 'the indicator is given twice: as a column, and as one for all rows',
        remedy: `Keep ${code('indicator:')} or ${code('columns: { indicator }')}.`,
      },
      'two-values': {
        message: `the figures are given twice: ${code(key)} is another name of them`,
        remedy: `Keep one of ${code('value')}, ${code('rate')} and ${code('value: count')}.`,
      },
      'two-periods': {
        message: 'the period is given twice: as a column of periods, and as one of days',
        remedy: `Keep ${code('period: { from, by }')} or ${code('columns: { period }')}.`,
      },
      'two-areas': {
        message: 'the areas are given twice: as one column, and as columns of their own',
        remedy: `Keep ${code('areas:')} or ${code('columns: { area }')}.`,
      },
      wide: {
        message: `${code(key)} has no place in a table whose columns are areas: these hold the figures`,
        remedy: `Remove ${code(key)}, or use a table with one column of areas.`,
      },
    })[why],
  'plan-not-stated': ({ plans }, { written }) => ({
    message: 'nothing says which plan the rows of this table answer',
    remedy:
      plans.length === 0
        ? 'Name the file of the plan as well.'
        : `Add ${code(`--table-plan ${written(plans[0] ?? '')}`)}; the plans here are ${brief(plans.map(written))}.`,
  }),
  'unknown-code': ({ written: text, column, field }, { written }) => ({
    message: `${code(written(text))} in the column ${code(written(column))} is none of the codes under ${code('codes:')}`,
    remedy: `Add it under ${code(`codes: { ${field}: … }`)}, or correct the row.`,
  }),
  'missing-area': ({ column, said }, { written }) => ({
    message: `this row names no area: nothing stands in the column ${code(written(column))}`,
    remedy:
      said === 'options'
        ? `Name the area, or write ${code('whole')} for all areas together. Where no row has an area, remove the column.`
        : `Name the area, or write ${code('whole')} for all areas together. Where an empty cell means that, say ${code('codes: { area: { "": whole } }')}.`,
  }),
  'ambiguous-date': ({ written: text }, { written }) => ({
    message: `${written(text)} does not say whether the day or the month comes first`,
    remedy: `Add ${code('dates: d/m/y')} or ${code('dates: m/d/y')} beside ${code('from:')}, or write days as 2018-07-01.`,
  }),
  'bad-workbook': ({ why, tables, wanted, sheets, row }, { written }) =>
    ({
      'not-a-zip': {
        message: 'this is no Excel workbook (.xlsx), whatever its name says',
        remedy: 'Open it and save it as an Excel workbook (.xlsx) or as CSV.',
      },
      'old-format': {
        message: 'this is an old Excel workbook (.xls)',
        remedy: 'Open it and save it as an Excel workbook (.xlsx) or as CSV.',
      },
      title: {
        message: 'the first row with something in it holds a title, not the names of the columns',
        remedy: `Delete the rows above the names of the columns${row === null ? '' : `, which seem to stand in row ${row}`}, or save the table as a sheet of its own.`,
      },
      encrypted: { message: 'this workbook is encrypted', remedy: 'Save it without a password.' },
      'too-large': {
        message: 'this workbook unpacks to more than 32 MiB',
        remedy: 'Save the sheet as CSV: tables of text may be of any size.',
      },
      broken: {
        message: 'this workbook is broken, or holds something that no spreadsheet writes',
        remedy: 'Open it in a spreadsheet and save it anew, or save the sheet as CSV.',
      },
      'no-sheet': {
        message: `${tablesMeant(tables, 'this workbook', written)} no sheet${wanted === null ? '' : ` ${code(written(wanted))}`}`,
        remedy:
          sheets.length > 0
            ? `${firstOf(tables, written)} has ${brief(sheets.map(written))}.`
            : 'Save the table as a sheet of its own.',
      },
      'too-far': {
        message: 'a cell of this workbook stands beyond the last row or column that a sheet can have',
        remedy: 'Open it in a spreadsheet and save it anew.',
      },
      'too-many-cells': {
        message: 'this sheet has more than 200,000 cells',
        remedy: 'Save the sheet as CSV: tables of text may be of any size.',
      },
    })[why],
  'not-json': ({ detail }) =>
    ({
      'not-closed': { message: 'the object in this line does not end', remedy: 'Write each object on one line.' },
      'not-an-object': {
        message: 'this line does not begin with an object',
        remedy: 'Write one object a line: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
      },
      twice: { message: 'this key stands twice in one object', remedy: 'Keep one of the two.' },
      other: { message: 'from here on this line is not JSON', remedy: 'Correct it, or write the file with a program.' },
    })[detail],
  'rows-refused': ({ refused, rows, shown, allowed }, { number }) => ({
    message: `${rowsOf(refused, rows, number)} cannot be read${shownOf(shown, refused, number)}${allowed === null ? '' : `, more than the ${allowed} that may be left out`}`,
    remedy: `Correct them${refused > shown ? `, see all with ${code('--rejects FILE')}` : ''}, or leave them out with ${code(`--allow-rejects ${refused}`)}.`,
  }),
  'rows-left-out': ({ refused, rows, shown }, { number }) => ({
    message: `${rowsOf(refused, rows, number)} cannot be read and ${refused === 1 ? 'is' : 'are'} left out${shownOf(shown, refused, number)}`,
    remedy: 'The totals that they belong to, or may belong to, are marked as partial.',
  }),
  'equal-rows': ({ rows }, { number }) => ({
    message:
      rows === 1
        ? 'this row of a register is equal to one before it, letter by letter; both are added up'
        : `${number(String(rows))} rows of this register are equal to one before them, letter by letter; all are added up. This is the first`,
    remedy:
      'Remove what stands twice by mistake. Where the rows are of different things, add a column that tells them apart.',
  }),
  'cannot-be-summed': ({ indicator, type, rows }, { number, written }) => ({
    message: `${number(String(rows))} rows of ${code(written(indicator))} would be added up, and a ${code(type)} cannot be`,
    remedy:
      type === 'poverty-rate' || type === 'rate'
        ? `Give its counts instead of rates: ${code('poor')} and ${code('households')}, or the parts of ${code('rate_of:')}.`
        : 'Keep one row for each area and period.',
  }),
  'table-not-read': tableNotReadEn,
  'path-outside': ({ path, folder }, { written }) => ({
    message: `${code(written(path))} lies outside ${code(written(folder))}`,
    remedy: `Put the table below the folder of this file, or name a folder above both with ${code('--root FOLDER')}.`,
  }),
  'more-duplicates': ({ shown }, { number }) => ({
    message: `from here on this table gives more results again; the first ${number(String(shown))} are shown`,
    remedy: `Where rows are parts of a result, to be added up, say ${code('rows: register')}, or ${code('--rows register')} on the command line.`,
  }),
}

/** `this table has`, `a.csv has`, or `a.csv and b.csv have`. */
function tablesMeant(tables: readonly string[], thisOne: string, written: (text: string) => string): string {
  return `${tables.length === 0 ? thisOne : brief(tables.map(written))} ${tables.length > 1 ? 'have' : 'has'}`
}

function firstOf([first, ...others]: readonly string[], written: (text: string) => string): string {
  return first !== undefined && others.length > 0 ? written(first) : 'It'
}

function rowsOf(refused: number, rows: number, number: (plain: string) => string): string {
  return `${number(String(refused))} of ${number(String(rows))} ${rows === 1 ? 'row' : 'rows'}`
}

function shownOf(shown: number, refused: number, number: (plain: string) => string): string {
  return shown < refused ? ` (the first ${number(String(shown))} are shown)` : ''
}
