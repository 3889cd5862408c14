import { code, type ProblemDictionary } from '../problem/problem-words.ts'

export const tableNotReadEn: ProblemDictionary['table-not-read'] = (
  { why, detail, found, rows },
  { number, written },
) => {
  const install = `${code(`npm install ${detail}`)}; with ${code('-g')} if pva is installed for all projects`
  const writeAnew = 'Write it anew, with another program if it stays so, or as CSV.'
  return {
    'no-engine': {
      message: 'tables of more than 32 MiB, and Parquet, are read by DuckDB, which is not installed beside pva',
      remedy: `Install it where pva is installed: ${install}.`,
    },
    'engine-broken': {
      message: `DuckDB, which reads large tables and Parquet, is installed beside pva but does not start: ${written(found ?? '')}`,
      remedy: `Install it anew where pva is installed, for this computer and this Node: ${install}.`,
    },
    'engine-version': {
      message: `version ${written(found ?? '?')} of DuckDB is installed beside pva, which reads tables with another one`,
      remedy: `Install that where pva is installed: ${install}.`,
    },
    'other-format': {
      message: `this is ${FORMATS.get(detail.slice(detail.lastIndexOf('.') + 1)) ?? 'another kind of file'}, whatever its name says`,
      remedy: `Rename it, so that its name ends in ${code(`.${written(detail)}`)}.`,
    },
    'not-parquet': {
      message: 'this is no Parquet file, whatever its name says',
      remedy: 'Rename it by what it is, or write it as Parquet.',
    },
    'parquet-encrypted': {
      message: 'this Parquet file is encrypted',
      remedy: 'Write it without encryption, or as CSV.',
    },
    'parquet-broken-off': {
      message: 'this Parquet file breaks off before its end',
      remedy: 'Copy or write it anew.',
    },
    'parquet-rows': {
      message: 'the parts of this Parquet file do not agree about how many rows it has',
      remedy: writeAnew,
    },
    'parquet-other': { message: `this Parquet file cannot be read: ${written(detail)}`, remedy: writeAnew },
    memory: {
      message: 'adding up this table needs more memory than it may use',
      remedy: `Allow more with ${code('--memory 4GB')}, or name fewer columns.`,
    },
    disk: {
      message: `the disk of the folder for temporary files, ${code(written(detail))}, has no room for this table`,
      remedy: `Free some, or set ${code('TMPDIR')} to a folder on another disk.`,
    },
    'temporary-missing': {
      message: `there is no folder for temporary files at ${code(written(detail))}`,
      remedy: `Set ${code('TMPDIR')} to a folder that you may write in.`,
    },
    'temporary-refused': {
      message: `nothing can be written in the folder for temporary files, ${code(written(detail))}`,
      remedy: `Set ${code('TMPDIR')} to a folder that you may write in.`,
    },
    'too-many-groups': {
      message: 'this table gives more than 2,000,000 sums, each of an indicator, an area and a period',
      remedy: 'Check which columns are named: one that differs in every row is no indicator, area or period.',
    },
    'rows-lost': {
      message: `this file has ${number(String(rows?.all))} rows, but ${number(String(rows?.read))} were read and ${number(String(rows?.refused))} refused`,
      remedy: 'Nothing of it is used. Write it anew, with one kind of line end, and report this if it stays.',
    },
    'row-too-long': {
      message: `this row has more than the ${number(detail)} bytes that rows of large tables may have`,
      remedy: 'Check that the lines of the file end where its rows do, and leave out columns that nobody needs.',
    },
    changed: {
      message: 'this file was changed while it was read',
      remedy: 'Run it again when nothing writes to the file any more.',
    },
  }[why]
}

/** By the ending that belongs to them. */
const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parquet: 'a Parquet file',
    gz: 'a file packed by gzip',
    xlsx: 'an Excel workbook or another packed file',
  }),
)
