import { code, type ProblemDictionary } from '../problem-words.ts'
import type { TableProblemCode } from './table-problems.ts'

export const tableProblemsVi: Pick<ProblemDictionary, TableProblemCode> = {
  'table-syntax': ({ why }) =>
    ({
      empty: {
        message: 'bảng này trống',
        remedy: 'Ghi tên các cột ở dòng đầu và các dòng số liệu bên dưới.',
      },
      'open-quote': {
        message: 'dấu nháy kép mở ở đây chưa được đóng nên không xác định được chỗ kết thúc của dòng',
        remedy: 'Đóng dấu nháy ở cuối ô. Dấu nháy thuộc nội dung ô phải viết hai lần: `""`.',
      },
      'after-quote': {
        message: 'sau dấu nháy đóng của ô vẫn còn nội dung',
        remedy: 'Đặt cả ô trong dấu nháy kép; dấu nháy thuộc nội dung ô phải viết hai lần: `""`.',
      },
      'stray-quote': {
        message: 'có dấu nháy kép trong một ô không đặt trong dấu nháy',
        remedy: 'Đặt cả ô trong dấu nháy kép; dấu nháy thuộc nội dung ô phải viết hai lần: `""`.',
      },
    })[why],
  'ragged-row': ({ cells, columns }, { number }) => ({
    message: `dòng này có ${number(String(cells))} ô trong khi bảng có ${number(String(columns))} cột`,
    remedy:
      cells > columns
        ? 'Bỏ các ô thừa; ô có chứa dấu phân cách phải đặt trong dấu nháy kép.'
        : 'Thêm các ô còn thiếu (kể cả ô trống) hoặc bỏ dòng này.',
  }),
  'duplicate-column': ({ column, first }, { written, place }) => ({
    message: `có hai cột cùng tên ${code(written(column))}, cột đầu ở ${place(first)}`,
    remedy: 'Đổi tên một trong hai cột để biết rõ cột nào được dùng.',
  }),
}
