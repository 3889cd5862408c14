import { brief, code, type ProblemDictionary, type Speaker } from '../../problem/problem-words.ts'

const writeAnew = 'Write it again, with another program if that does not help, or as CSV.'

const hiddenRemedy = `Unhide what is meant, or say under ${code('table:')} whether hidden cells count: ${code('hidden: read')} or ${code('hidden: skip')}.`

const install = (name: string) =>
  `${code(`npm install ${name}`)}; with ${code('-g')} if pva is installed for all projects`

export const tableProblemsEn = {
  'table-syntax/empty': ['this table is empty', 'Write the column names in the first line, and the rows below.'],
  'table-syntax/no-head': ({ row }) => [
    `nothing stands in row ${row}, which should hold the names of the columns`,
    `Correct ${code('header:')}. Rows are counted as an editor or a spreadsheet does, empty ones too.`,
  ],
  'table-syntax/no-objects': [
    'this JSON Lines file has no objects',
    'Write one object a line: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
  ],
  'table-syntax/open-quote': [
    'this quote is never closed, so the rows cannot be told apart',
    'Close it at the end of the cell; double a quote that is part of the text: `""`.',
  ],
  'table-syntax/after-quote': [
    'text follows the closing quote of this cell',
    'Put the whole cell in quotes, and write a quote that is part of the text twice: `""`.',
  ],
  'table-syntax/stray-quote': [
    'a quote inside an unquoted cell',
    'Put the whole cell in quotes, and write a quote that is part of the text twice: `""`.',
  ],
  'ragged-row': ({ cells, columns }, { number }) => [
    `this row has ${number(cells)} ${cells === 1 ? 'cell' : 'cells'}; the table has ${number(columns)} columns`,
    cells > columns
      ? 'Remove the extra cells; quote a cell that contains the separator.'
      : 'Add the missing cells, even if empty, or remove the row.',
  ],
  'duplicate-column': ({ column, first }, { written, place }) => [
    `two columns are named ${code(written(column))}, the first at ${place(first)}`,
    'Rename one of them.',
  ],
  'missing-column': ({ column, tables, suggestion, columns, option, heads, sheets }, { written }) => [
    `${tablesMeant(tables, 'this table', written)} no column ${code(written(column))}`,
    heads.length > 0
      ? `The column names may be further down: ${heads.map(({ rows, names }) => `${code(headerKey(rows))} (${brief(names.map(written))})`).join('; ')}. Add that under ${code('table:')}.`
      : suggestion === null
        ? `${columns.length > 0 ? `${firstOf(tables, written)} has ${brief(columns.map(written))}. ` : ''}Rename a column${option === null ? '' : `, or set it for all rows with ${code(option)}`}, or name the column under ${code('columns:')} in a file of results.${sheets.length > 0 ? ` Or name another sheet under ${code('sheet:')}: ${brief(sheets.map(written))}.` : ''}`
        : tables.length > 1
          ? `${firstOf(tables, written)} has ${code(written(suggestion))}. Did you mean that?`
          : `Did you mean ${code(written(suggestion))}?`,
  ],
  'unknown-column': ({ column, suggestion }, { written }) => [
    `unknown column ${code(written(column))}; did you mean ${code(suggestion)}?`,
    `Rename it to ${code(suggestion)}, or to a name that is less like it.`,
  ],
  'bad-table/two-indicators': [
    'the indicator is given twice: as a column, as a column for each, or for all rows',
    `Keep one of ${code('indicator:')}, ${code('indicators:')} and ${code('columns: { indicator }')}.`,
  ],
  'bad-table/no-confidence': ({ written: key }) => [
    `nothing says how sure ${code(key)} is`,
    `Add ${code('confidence: 95%')} under ${code('table:')}, or 90% or 99%, as it was published.`,
  ],
  'bad-table/two-values': ({ written: key }) => [
    `the figures are given twice, also as ${code(key)}`,
    `Keep one of ${code('value')}, ${code('rate')} and ${code('value: count')}.`,
  ],
  'bad-table/two-periods': [
    'the period is given twice: as a column of periods, and as a column of days',
    `Keep ${code('period: { from, by }')} or ${code('columns: { period }')}.`,
  ],
  'bad-table/two-areas': [
    'the areas are given twice: as one column, and as a column for each',
    `Keep ${code('areas:')} or ${code('columns: { area }')}.`,
  ],
  'bad-table/wide': ({ written: key }) => [
    `${code(key)} does not apply to a table with a column for each indicator, area, period or group`,
    `Remove ${code(key)}, or use a table with one column of figures.`,
  ],
  'bad-table/order': ({ written: key }) => [
    `${code(key)} does not apply to a table whose rows say by their order what they are of`,
    `Remove ${code(key)}, or ${code('levels:')}.`,
  ],
  'bad-table/two-places': [
    'the table is said to be a file and in a database',
    `Keep ${code('path:')}, or ${code('source:')} and ${code('name:')}.`,
  ],
  'bad-table/form': ({ written: key }) => [
    `${code(key)} does not apply to a form, whose columns are known`,
    `Remove ${code(key)}, or ${code('form:')}.`,
  ],
  'bad-table/format': ({ written: key }) => [
    `${code(key)} does not apply to this kind of file`,
    `Remove it: ${code('header')} is for CSV and workbooks, ${code('encoding')} for CSV, ${code('sheet')} and ${code('hidden')} for workbooks, ${code('levels')} for all but Parquet and databases.`,
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
  'plan-not-stated': ({ plans, table }, { written }) => [
    plans.length === 0 ? 'this is a table, and a plan is needed' : 'the plan of this table is not stated',
    plans.length === 0
      ? `Name the file of the plan as well, or draft one from the table: ${code(`pva draft ${written(table)} -o plan.yaml`)}.`
      : `Add ${code(`--table-plan ${written(plans[0] ?? '')}`)}; the plans are ${brief(plans.map(written))}.`,
  ],
  'unknown-code': ({ written: text, column, field, isGroup, isShared }, { written }) => [
    isShared
      ? `${code(written(text))} in the column ${code(written(column))} is the name of several ${field}s of the plan`
      : `${text === '' ? 'an empty cell' : code(written(text))} in the column ${code(written(column))} is neither listed under ${code('codes:')} nor the name of ${isGroup ? `a group of ${code(written(field))}` : `an ${field}`}`,
    isShared && field === 'indicator'
      ? `Put the row below its whole, or below a heading called like its section, or let a column hold ids.`
      : `Add it under ${code(isGroup ? `breakdowns: { ${written(field)}: { column, codes: … } }` : `codes: { ${field}: … }`)}, as ${code('skip')} if such rows do not count, or correct the row.`,
  ],
  'missing-area': ({ column, said }, { written }) => [
    `this row has no area: the column ${code(written(column))} is empty`,
    said === 'options'
      ? `Name the area, or write ${code('whole')} for all areas together. If no row has an area, remove the column.`
      : `Name the area, or write ${code('whole')} for all areas together. If an empty cell means that, add ${code('codes: { area: { "": whole } }')}.`,
  ],
  'ambiguous-date': ({ written: text }, { written }) => [
    `${written(text)} can be read with the day or the month first`,
    `Add ${code('dates: d/m/y')} or ${code('dates: m/d/y')} under ${code('table:')}, or write days as 2018-07-01.`,
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
    'Save the sheet as CSV, which may have any size.',
  ],
  'bad-workbook/broken': [
    'this workbook is damaged, or contains something that no spreadsheet program writes',
    'Open it in a spreadsheet program and save it again, or save the sheet as CSV.',
  ],
  'bad-workbook/no-sheet': ({ tables, wanted, sheets }, { written }) => [
    `${tablesMeant(tables, 'this workbook', written)} no sheet${wanted === null ? '' : ` ${code(written(wanted))}`}`,
    sheets.length > 0
      ? `${firstOf(tables, written)} has ${brief(sheets.map(written))}.`
      : 'Save the table as a separate sheet.',
  ],
  'bad-workbook/too-far': [
    'a cell of this workbook is beyond the last possible row or column',
    'Open it in a spreadsheet program and save it again.',
  ],
  'bad-workbook/too-many-cells': [
    'this sheet has more than 200,000 cells',
    'Save the sheet as CSV, which may have any size.',
  ],
  'not-json/not-closed': ['the object in this line is never closed', 'Write each object on one line.'],
  'not-json/not-an-object': [
    'this line does not begin with an object',
    'Write one object a line: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
  ],
  'not-json/not-an-array': [
    'this file does not begin with an array of objects',
    'Write the rows as one array: `[{ "indicator": "jobs", "period": "2018", "value": 1260 }]`. Remove what stands around it.',
  ],
  'not-json/twice': ['this key appears twice in one object', 'Keep one of the two.'],
  'not-json/other': ['invalid JSON from here on', 'Correct it, or generate the file with a JSON library.'],
  'rows-refused': ({ refused, rows, shown, allowed }, { number }) => [
    `${rowsOf(refused, rows, number)} cannot be read${shownOf(shown, refused, number)}${allowed === null ? '' : `, more than the ${allowed} that may be left out`}`,
    `Correct them${refused > shown ? `, see all with ${code('--rejects FILE')}` : ''}, or leave them out with ${code(`--allow-rejects ${refused}`)}.`,
  ],
  'rows-left-out': ({ refused, rows, shown }, { number }) => [
    `${rowsOf(refused, rows, number)} cannot be read and ${refused === 1 ? 'is' : 'are'} skipped${shownOf(shown, refused, number)}`,
    'Totals that they belong to, or may belong to, are marked as partial.',
  ],
  'equal-rows': ({ rows }, { number }) => [
    rows === 1
      ? 'this row is identical to an earlier row of the register; both are added up'
      : `${number(rows)} rows of this register are identical to an earlier row; all are added up. This is the first`,
    'Remove accidental copies. If the rows are different cases, add a column that tells them apart.',
  ],
  'hidden-cells/sheet': ({ which }, { written }) => [
    `the first sheet, ${code(written(which))}, is hidden in the workbook, and its figures count`,
    `Name the sheet that is meant with ${code('sheet:')} under ${code('table:')}, or unhide this one.`,
  ],
  'hidden-cells/columns': ({ count, which }, { written }) => [
    `${count === 1 ? 'a column is' : `${count} columns are`} hidden in the workbook and read: ${written(which)}`,
    hiddenRemedy,
  ],
  'hidden-cells/rows': ({ count, which }, { number }) => [
    count === 1
      ? `a row is hidden in the workbook, or by a filter, and its figures count: ${which}`
      : `${number(count)} rows are hidden in the workbook, or by a filter, and their figures count: ${which}`,
    hiddenRemedy,
  ],
  'cannot-be-summed': ({ indicator, type, rows }, { number, written }) => [
    `${code(written(indicator))} has ${number(rows)} rows, and figures of type ${code(type)} cannot be added up`,
    type === 'poverty-rate' || type === 'rate'
      ? `Give its counts instead of rates: ${code('poor')} and ${code('households')}, or the parts of ${code('rate_of:')}.`
      : 'Keep one row for each area and period.',
  ],
  'table-not-read/no-engine': ({ detail }) => [
    'tables of more than 32 MiB, and Parquet, need DuckDB, which is not installed',
    `Install it where pva is installed: ${install(detail)}.`,
  ],
  'table-not-read/engine-broken': ({ detail, found }, { written }) => [
    `DuckDB, which reads large tables and Parquet, is installed but does not start: ${written(found ?? '')}`,
    `Install it again where pva is installed, for this computer and this version of Node: ${install(detail)}.`,
  ],
  'table-not-read/engine-version': ({ detail, found }, { written }) => [
    `version ${written(found ?? '?')} of DuckDB is installed; pva needs another`,
    `Install it where pva is installed: ${install(detail)}.`,
  ],
  'table-not-read/other-format': ({ detail }, { written }) => [
    `this is ${FORMATS.get(detail.slice(detail.lastIndexOf('.') + 1)) ?? 'another kind of file'}, despite its name`,
    `Rename it to end in ${code(`.${written(detail)}`)}.`,
  ],
  'table-not-read/not-parquet': [
    'this is not a Parquet file, despite its name',
    'Correct the ending of its name, or write it as Parquet.',
  ],
  'table-not-read/parquet-encrypted': ['this Parquet file is encrypted', 'Write it without encryption, or as CSV.'],
  'table-not-read/parquet-broken-off': ['this Parquet file is incomplete', 'Copy or write it again.'],
  'table-not-read/parquet-rows': ['the parts of this Parquet file disagree on its number of rows', writeAnew],
  'table-not-read/parquet-other': ({ detail }, { written }) => [
    `this Parquet file cannot be read: ${written(detail)}`,
    writeAnew,
  ],
  'table-not-read/memory': [
    'adding up this table needs more memory than allowed',
    `Allow more with ${code('--memory 4GB')}, or name fewer columns.`,
  ],
  'table-not-read/disk': ({ detail }, { written }) => [
    `not enough disk space for this table in the folder for temporary files, ${code(written(detail))}`,
    `Free some space, or set ${code('TMPDIR')} to a folder on another disk.`,
  ],
  'table-not-read/temporary-missing': ({ detail }, { written }) => [
    `the folder for temporary files, ${code(written(detail))}, does not exist`,
    `Set ${code('TMPDIR')} to a folder that you may write in.`,
  ],
  'table-not-read/temporary-refused': ({ detail }, { written }) => [
    `cannot write to the folder for temporary files, ${code(written(detail))}`,
    `Set ${code('TMPDIR')} to a folder that you may write in.`,
  ],
  'table-not-read/too-many-groups': [
    'this table has more than 2,000,000 combinations of indicator, area and period',
    'Check the columns: one that differs in every row cannot be the indicator, area or period.',
  ],
  'table-not-read/rows-lost': ({ rows }, { number }) => [
    `this file has ${number(String(rows?.all))} rows, but ${number(String(rows?.read))} were read and ${number(String(rows?.refused))} refused`,
    'The file was not used. Write it again with one kind of line ending; if the problem persists, report it as a bug.',
  ],
  'table-not-read/row-too-long': ({ detail }, { number }) => [
    `this row has more than ${number(detail)} bytes, the limit for large tables`,
    'Check the line endings and quotes of the file, and remove columns that are not needed.',
  ],
  'table-not-read/changed': [
    'this file was changed while it was read',
    'Run pva again once the file is no longer being written.',
  ],
  'table-not-read/several-plans': ({ detail }, { written }) => [
    `the plan is in several tables: ${written(detail)}`,
    `Name one file under ${code('path:')}.`,
  ],
  'table-not-read/packed-plan': [
    'a plan is not read from Parquet or a packed file',
    'Write the table as CSV or as an Excel workbook (.xlsx).',
  ],
  'secret-in-file': ({ key, variable }, { written }) => [
    `a password may not stand in a file: ${code(written(key))}`,
    `Remove it, change the password if others may have seen it, and give it in the environment as ${code(variable)}, in a file that ${code(`${variable}_FILE`)} names, or in ${code('~/.pgpass')}.`,
  ],
  'source-not-read/no-sources': ({ source, detail }, { written }) => [
    `${code(written(source))} is in a database, and no file says where that is`,
    `Write ${code(written(detail))} at the top of the repository, or name a file with ${code('--sources FILE')}.`,
  ],
  'source-not-read/no-tls': ({ detail }, { written }) => [
    `the connection to ${code(written(detail))} would not be encrypted`,
    `Remove ${code('tls: false')}: only a server on this computer may do without.`,
  ],
  'source-not-read/secret-mode': ({ detail }, { written }) => [
    `others can read the file that holds the password, ${code(written(detail))}`,
    `Let nobody else read it: ${code(`chmod 600 ${written(detail)}`)}.`,
  ],
  'source-not-read/secret-inside': ({ detail }, { written }) => [
    `the file that holds the password, ${code(written(detail))}, is in the repository`,
    'Move it to another folder, and change the password if others may have seen it.',
  ],
  'source-not-read/secret-missing': ({ detail }, { written }) => [
    `cannot read the file that should hold the password, ${code(written(detail))}`,
    'Correct its path in the environment, or its permissions.',
  ],
  'source-not-read/no-package': ({ detail }) => [
    'tables in PostgreSQL need a package that is not installed',
    `Install it where pva is installed: ${install(detail)}.`,
  ],
  'source-not-read/version': ({ source, detail }, { written }) => [
    `${code(written(source))}: ${written(detail)} is too old`,
    'PostgreSQL 13 is the oldest that is read.',
  ],
  'source-not-read/encoding': ({ source, detail }, { written }) => [
    `${code(written(source))}: the database is encoded in ${written(detail)}, not in UTF-8`,
    'Copy the table to a database with `ENCODING UTF8`.',
  ],
  'source-not-read/connection': ({ source, detail }, { written }) => [
    `${code(written(source))}: the server cannot be reached: ${written(detail)}`,
    'Check host and port in the file of sources, and that the server is running.',
  ],
  'source-not-read/login': ({ source, detail }, { written }) => [
    `${code(written(source))}: the server refuses this user or password: ${written(detail)}`,
    'Check the user in the file of sources, and the password in the environment or in `~/.pgpass`.',
  ],
  'source-not-read/tls': ({ source, detail }, { written }) => [
    `${code(written(source))}: no connection that is encrypted and proves who the server is: ${written(detail)}`,
    `Name the certificate that vouches for the server under ${code('ca:')}; on a server that has no TLS, turn it on.`,
  ],
  'source-not-read/no-table': ({ source }, { written }) => [
    `${code(written(source))}: the database has no such table, or this user does not see it`,
    `Check ${code('name:')}, with its schema: ${code('public.vacancies')}.`,
  ],
  'source-not-read/no-permission': ({ source, detail }, { written }) => [
    `${code(written(source))}: this user may not read it: ${written(detail)}`,
    `Grant the user ${code('SELECT')} on all rows of the table; a profile of ClickHouse needs ${code('readonly = 2')}.`,
  ],
  'source-not-read/time-out': ({ source }, { written }) => [
    `${code(written(source))}: the answer took longer than allowed`,
    `Allow more seconds with ${code('timeout:')} in the file of sources.`,
  ],
  'source-not-read/cancelled': ({ source }, { written }) => [
    `${code(written(source))}: the query was cancelled on the server`,
    'Run pva again.',
  ],
  'source-not-read/broken-off': ({ source, detail }, { written }) => [
    `${code(written(source))}: the answer broke off${detail === '' ? '' : `: ${written(detail)}`}`,
    'Nothing of the table was used. Run pva again once all servers are running.',
  ],
  'source-not-read/changed': ({ source }, { written }) => [
    `${code(written(source))} changed while it was read`,
    'Nothing of the table was used. Run pva again while nobody writes to it.',
  ],
  'source-not-read/server': ({ source, detail }, { written }) => [
    `${code(written(source))}: the server says: ${written(detail)}`,
    'Nothing of the table was used. Ask whoever runs the server.',
  ],
  'source-not-read/float': ({ column = '', detail: type }, { written }) => [
    `${code(written(column))} holds binary floats (${code(written(type))}), whose sums are not exact`,
    `Store it as ${code('numeric')} or ${code('Decimal')}, or read a view that rounds it: ${code('round(x::numeric, 2)')}.`,
  ],
  'source-not-read/instant': ({ column = '', detail: type }, { written }) => [
    `${code(written(column))} holds moments (${code(written(type))}), whose day depends on the time zone`,
    `Read a view that says which day is meant: ${code("(x AT TIME ZONE 'Asia/Ho_Chi_Minh')::date")}, in ClickHouse ${code("toDate(x, 'Asia/Ho_Chi_Minh')")}.`,
  ],
  'path-outside': ({ path, folder }, { written }) => [
    `${code(written(path))} is outside ${code(written(folder))}`,
    `Move the table below the folder of this file, or allow a folder above both with ${code('--root FOLDER')}.`,
  ],
  'more-duplicates': ({ shown }, { number }) => [
    `more duplicate results follow; the first ${number(shown)} are shown`,
    `If the rows are parts to be added up, add ${code('rows: register')}, or ${code('--rows register')} on the command line.`,
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
    gz: 'a gzip file',
    xlsx: 'an Excel workbook or another zip file',
  }),
)
