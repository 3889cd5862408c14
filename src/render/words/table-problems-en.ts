import { code, type ProblemDictionary } from '../problem-words.ts'
import type { TableProblemCode } from './table-problems.ts'

export const tableProblemsEn: Pick<ProblemDictionary, TableProblemCode> = {
  'table-syntax': ({ why }) =>
    ({
      empty: {
        message: 'this table is empty',
        remedy: 'Write the names of the columns in its first line, and the rows below.',
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
}
