import { brief, code, type ProblemDictionary, type Speaker } from '../problem/problem-words.ts'

const writeAnew = 'Write it anew, with another program if it stays so, or as CSV.'

const install = (name: string) =>
  `${code(`npm install ${name}`)}; with ${code('-g')} if pva is installed for all projects`

export const tableProblemsEn = {
  'table-syntax/empty': [
    'this table is empty',
    'Write the names of the columns in its first line, and the rows below.',
  ],
  'table-syntax/no-head': ({ row }) => [
    `nothing stands in row ${row}, which should hold the names of the columns`,
    `Correct ${code('header:')}. Rows are counted as an editor or a spreadsheet does, empty ones too.`,
  ],
  'table-syntax/no-objects': [
    'these JSON lines hold no object',
    'Write one object a line: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
  ],
  'table-syntax/open-quote': [
    'this quote is never closed, so the rows cannot be told apart',
    'Close it at the end of the cell. A quote that is part of the text is written twice: `""`.',
  ],
  'table-syntax/after-quote': [
    'the cell goes on behind the quote that closes it',
    'Put the whole cell in quotes, and write a quote that is part of the text twice: `""`.',
  ],
  'table-syntax/stray-quote': [
    'a quote stands inside a cell that is not in quotes',
    'Put the whole cell in quotes, and write a quote that is part of the text twice: `""`.',
  ],
  'ragged-row': ({ cells, columns }, { number }) => [
    `this row has ${number(cells)} ${cells === 1 ? 'cell' : 'cells'}, and the table ${number(columns)} columns`,
    cells > columns
      ? 'Remove the cells that are too many; put a cell that holds the separator in quotes.'
      : 'Add the cells that are missing, empty ones too, or remove the row.',
  ],
  'duplicate-column': ({ column, first }, { written, place }) => [
    `two columns are called ${code(written(column))}, the first at ${place(first)}`,
    'Rename one of them, so that it is clear which one is meant.',
  ],
  'missing-column': ({ column, tables, suggestion, columns, option, heads, sheets }, { written }) => [
    `${tablesMeant(tables, 'this table', written)} no column ${code(written(column))}`,
    heads.length > 0
      ? `The names of the columns may stand further down: ${heads.map(({ rows, names }) => `${code(headerKey(rows))} (${brief(names.map(written))})`).join('; ')}. Say so under ${code('table:')}.`
      : suggestion === null
        ? `${columns.length > 0 ? `${firstOf(tables, written)} has ${brief(columns.map(written))}. ` : ''}Rename a column${option === null ? '' : `, or give all rows one with ${code(option)}`}, or name it under ${code('columns:')} in a file of results.${sheets.length > 0 ? ` Or name another sheet under ${code('sheet:')}: ${brief(sheets.map(written))}.` : ''}`
        : tables.length > 1
          ? `${firstOf(tables, written)} has ${code(written(suggestion))}: is that meant?`
          : `Did you mean ${code(written(suggestion))}?`,
  ],
  'unknown-column': ({ column, suggestion }, { written }) => [
    `unknown column ${code(written(column))}; did you mean ${code(suggestion)}?`,
    `Rename it to ${code(suggestion)}, or to something that is not nearly the name of a column.`,
  ],
  'bad-table/two-indicators': [
    'the indicator is given twice: as a column, and as one for all rows',
    `Keep ${code('indicator:')} or ${code('columns: { indicator }')}.`,
  ],
  'bad-table/two-values': ({ written: key }) => [
    `the figures are given twice: ${code(key)} is another name of them`,
    `Keep one of ${code('value')}, ${code('rate')} and ${code('value: count')}.`,
  ],
  'bad-table/two-periods': [
    'the period is given twice: as a column of periods, and as one of days',
    `Keep ${code('period: { from, by }')} or ${code('columns: { period }')}.`,
  ],
  'bad-table/two-areas': [
    'the areas are given twice: as one column, and as columns of their own',
    `Keep ${code('areas:')} or ${code('columns: { area }')}.`,
  ],
  'bad-table/wide': ({ written: key }) => [
    `${code(key)} has no place in a table whose columns are areas or periods: these hold the figures`,
    `Remove ${code(key)}, or use a table with one column of figures.`,
  ],
  'bad-table/two-conditions': ({ written: key }) => [
    `${code(key)} stands beside another condition on the same column`,
    `Keep one of ${code('equals')}, ${code('in')} and ${code('not')}, and write a second condition as another entry of the list.`,
  ],
  'unread-name/no-year': ({ name, from }, { written }) => [
    `the name of this ${from}, ${code(written(name))}, says no year`,
    `Say it beside ${code('from:')}, ${code('year: 2018')}.`,
  ],
  'unread-name/no-match': ({ name, from, pattern, tells }, { written }) => [
    `the name of this ${from}, ${code(written(name))}, says no ${tells}${pattern === null ? '' : ` by the pattern ${code(written(pattern))}`}`,
    `Say beside ${code('from:')} what it looks like, ${code(tells === 'period' ? 'pattern: "T{month}"' : 'pattern: "Bieu {area}"')}${from === 'sheet' ? `, or name the sheets that are read under ${code('sheet:')}` : ''}.`,
  ],
  'plan-not-stated': ({ plans }, { written }) => [
    'it is not stated which plan this table reports on',
    plans.length === 0
      ? 'Name the file of the plan as well.'
      : `Add ${code(`--table-plan ${written(plans[0] ?? '')}`)}; the plans here are ${brief(plans.map(written))}.`,
  ],
  'unknown-code': ({ written: text, column, field }, { written }) => [
    `${code(written(text))} in the column ${code(written(column))} is neither a code under ${code('codes:')} nor the name of an ${field}`,
    `Add it under ${code(`codes: { ${field}: … }`)}, with ${code('skip')} if such rows are of nothing that counts, or correct the row.`,
  ],
  'missing-area': ({ column, said }, { written }) => [
    `this row names no area: nothing stands in the column ${code(written(column))}`,
    said === 'options'
      ? `Name the area, or write ${code('whole')} for all areas together. Where no row has an area, remove the column.`
      : `Name the area, or write ${code('whole')} for all areas together. Where an empty cell means that, say ${code('codes: { area: { "": whole } }')}.`,
  ],
  'ambiguous-date': ({ written: text }, { written }) => [
    `${written(text)} does not say whether the day or the month comes first`,
    `Add ${code('dates: d/m/y')} or ${code('dates: m/d/y')} beside ${code('from:')}, or write days as 2018-07-01.`,
  ],
  'bad-workbook/not-a-zip': [
    'this is not an Excel workbook (.xlsx), despite its name',
    'Open it and save it as an Excel workbook (.xlsx) or as CSV.',
  ],
  'bad-workbook/old-format': [
    'this is an old Excel workbook (.xls)',
    'Open it and save it as an Excel workbook (.xlsx) or as CSV.',
  ],
  'bad-workbook/encrypted': ['this workbook is encrypted', 'Save it without a password.'],
  'bad-workbook/too-large': [
    'this workbook unpacks to more than 32 MiB',
    'Save the sheet as CSV: tables of text may be of any size.',
  ],
  'bad-workbook/broken': [
    'this workbook is broken, or holds something that no spreadsheet writes',
    'Open it in a spreadsheet and save it anew, or save the sheet as CSV.',
  ],
  'bad-workbook/no-sheet': ({ tables, wanted, sheets }, { written }) => [
    `${tablesMeant(tables, 'this workbook', written)} no sheet${wanted === null ? '' : ` ${code(written(wanted))}`}`,
    sheets.length > 0
      ? `${firstOf(tables, written)} has ${brief(sheets.map(written))}.`
      : 'Save the table as a sheet of its own.',
  ],
  'bad-workbook/too-far': [
    'a cell of this workbook stands beyond the last row or column that a sheet can have',
    'Open it in a spreadsheet and save it anew.',
  ],
  'bad-workbook/too-many-cells': [
    'this sheet has more than 200,000 cells',
    'Save the sheet as CSV: tables of text may be of any size.',
  ],
  'not-json/not-closed': ['the object in this line does not end', 'Write each object on one line.'],
  'not-json/not-an-object': [
    'this line does not begin with an object',
    'Write one object a line: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
  ],
  'not-json/not-an-array': [
    'this file does not begin with an array of objects',
    'Write the rows as one array: `[{ "indicator": "jobs", "period": "2018", "value": 1260 }]`. Remove what stands around it.',
  ],
  'not-json/twice': ['this key stands twice in one object', 'Keep one of the two.'],
  'not-json/other': ['invalid JSON from here on', 'Correct it, or generate the file with a JSON library.'],
  'rows-refused': ({ refused, rows, shown, allowed }, { number }) => [
    `${rowsOf(refused, rows, number)} cannot be read${shownOf(shown, refused, number)}${allowed === null ? '' : `, more than the ${allowed} that may be left out`}`,
    `Correct them${refused > shown ? `, see all with ${code('--rejects FILE')}` : ''}, or leave them out with ${code(`--allow-rejects ${refused}`)}.`,
  ],
  'rows-left-out': ({ refused, rows, shown }, { number }) => [
    `${rowsOf(refused, rows, number)} cannot be read and ${refused === 1 ? 'is' : 'are'} left out${shownOf(shown, refused, number)}`,
    'The totals that they belong to, or may belong to, are marked as partial.',
  ],
  'equal-rows': ({ rows }, { number }) => [
    rows === 1
      ? 'this row of a register is equal to one before it, letter by letter; both are added up'
      : `${number(rows)} rows of this register are equal to one before them, letter by letter; all are added up. This is the first`,
    'Remove what stands twice by mistake. Where the rows are of different things, add a column that tells them apart.',
  ],
  'cannot-be-summed': ({ indicator, type, rows }, { number, written }) => [
    `${number(rows)} rows of ${code(written(indicator))} would be added up, and a ${code(type)} cannot be`,
    type === 'poverty-rate' || type === 'rate'
      ? `Give its counts instead of rates: ${code('poor')} and ${code('households')}, or the parts of ${code('rate_of:')}.`
      : 'Keep one row for each area and period.',
  ],
  'table-not-read/no-engine': ({ detail }) => [
    'tables of more than 32 MiB, and Parquet, are read by DuckDB, which is not installed beside pva',
    `Install it where pva is installed: ${install(detail)}.`,
  ],
  'table-not-read/engine-broken': ({ detail, found }, { written }) => [
    `DuckDB, which reads large tables and Parquet, is installed beside pva but does not start: ${written(found ?? '')}`,
    `Install it anew where pva is installed, for this computer and this Node: ${install(detail)}.`,
  ],
  'table-not-read/engine-version': ({ detail, found }, { written }) => [
    `version ${written(found ?? '?')} of DuckDB is installed beside pva, which reads tables with another one`,
    `Install that where pva is installed: ${install(detail)}.`,
  ],
  'table-not-read/other-format': ({ detail }, { written }) => [
    `this is ${FORMATS.get(detail.slice(detail.lastIndexOf('.') + 1)) ?? 'another kind of file'}, whatever its name says`,
    `Rename it, so that its name ends in ${code(`.${written(detail)}`)}.`,
  ],
  'table-not-read/not-parquet': [
    'this is no Parquet file, whatever its name says',
    'Rename it by what it is, or write it as Parquet.',
  ],
  'table-not-read/parquet-encrypted': ['this Parquet file is encrypted', 'Write it without encryption, or as CSV.'],
  'table-not-read/parquet-broken-off': ['this Parquet file breaks off before its end', 'Copy or write it anew.'],
  'table-not-read/parquet-rows': ['the parts of this Parquet file do not agree about how many rows it has', writeAnew],
  'table-not-read/parquet-other': ({ detail }, { written }) => [
    `this Parquet file cannot be read: ${written(detail)}`,
    writeAnew,
  ],
  'table-not-read/memory': [
    'adding up this table needs more memory than it may use',
    `Allow more with ${code('--memory 4GB')}, or name fewer columns.`,
  ],
  'table-not-read/disk': ({ detail }, { written }) => [
    `the disk of the folder for temporary files, ${code(written(detail))}, has no room for this table`,
    `Free some, or set ${code('TMPDIR')} to a folder on another disk.`,
  ],
  'table-not-read/temporary-missing': ({ detail }, { written }) => [
    `there is no folder for temporary files at ${code(written(detail))}`,
    `Set ${code('TMPDIR')} to a folder that you may write in.`,
  ],
  'table-not-read/temporary-refused': ({ detail }, { written }) => [
    `nothing can be written in the folder for temporary files, ${code(written(detail))}`,
    `Set ${code('TMPDIR')} to a folder that you may write in.`,
  ],
  'table-not-read/too-many-groups': [
    'this table gives more than 2,000,000 sums, each of an indicator, an area and a period',
    'Check which columns are named: one that differs in every row is no indicator, area or period.',
  ],
  'table-not-read/rows-lost': ({ rows }, { number }) => [
    `this file has ${number(String(rows?.all))} rows, but ${number(String(rows?.read))} were read and ${number(String(rows?.refused))} refused`,
    'Nothing of it is used. Write it anew, with one kind of line end, and report this if it stays.',
  ],
  'table-not-read/row-too-long': ({ detail }, { number }) => [
    `this row has more than the ${number(detail)} bytes that rows of large tables may have`,
    'Check that the lines of the file end where its rows do, and leave out columns that nobody needs.',
  ],
  'table-not-read/changed': [
    'this file was changed while it was read',
    'Run it again when nothing writes to the file any more.',
  ],
  'path-outside': ({ path, folder }, { written }) => [
    `${code(written(path))} lies outside ${code(written(folder))}`,
    `Put the table below the folder of this file, or name a folder above both with ${code('--root FOLDER')}.`,
  ],
  'more-duplicates': ({ shown }, { number }) => [
    `more duplicate results follow; the first ${number(shown)} are shown`,
    `Where rows are parts of a result, to be added up, say ${code('rows: register')}, or ${code('--rows register')} on the command line.`,
  ],
} satisfies Partial<ProblemDictionary>

/** `this table has`, `a.csv has`, or `a.csv, b.csv have`. */
function tablesMeant(tables: readonly string[], thisOne: string, written: Speaker['written']): string {
  return `${tables.length === 0 ? thisOne : brief(tables.map(written))} ${tables.length > 1 ? 'have' : 'has'}`
}

function firstOf([first, ...others]: readonly string[], written: Speaker['written']): string {
  return first !== undefined && others.length > 0 ? written(first) : 'It'
}

function rowsOf(refused: number, rows: number, number: Speaker['number']): string {
  return `${number(refused)} of ${number(rows)} ${rows === 1 ? 'row' : 'rows'}`
}

function shownOf(shown: number, refused: number, number: Speaker['number']): string {
  return shown < refused ? ` (the first ${number(shown)} are shown)` : ''
}

/** The line of a mapping that says in which rows the names of the columns stand. */
function headerKey(rows: readonly number[]): string {
  return `header: ${rows.length === 1 ? rows[0] : `[${rows.join(', ')}]`}`
}

/** By the ending that belongs to them. */
const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parquet: 'a Parquet file',
    gz: 'a file packed by gzip',
    xlsx: 'an Excel workbook or another packed file',
  }),
)
