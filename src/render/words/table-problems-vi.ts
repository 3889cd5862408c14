import { brief, code, type ProblemDictionary } from '../problem/problem-words.ts'
import { tableNotReadVi } from './table-not-read-vi.ts'
import type { TableProblemCode } from './table-problems.ts'

export const tableProblemsVi: Pick<ProblemDictionary, TableProblemCode> = {
  'table-syntax': ({ why }) =>
    ({
      empty: {
        message: 'bảng này trống',
        remedy: 'Ghi tên các cột ở dòng đầu và các dòng số liệu bên dưới.',
      },
      'no-objects': {
        message: 'tệp JSON lines này không có đối tượng nào',
        remedy: 'Viết mỗi dòng một đối tượng: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
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
  'missing-column': ({ column, tables, suggestion, columns, option }, { written }) => ({
    message: `${tablesMeant(tables, 'bảng này', written)} không có cột ${code(written(column))}`,
    remedy:
      suggestion === null
        ? `${columns.length > 0 ? `${firstOf(tables, 'Bảng', written)} có các cột ${brief(columns.map(written))}. ` : ''}Đổi tên cột${option === null ? '' : `, dùng ${code(option)} cho mọi dòng`}, hoặc khai báo tên cột ở ${code('columns:')} trong tệp kết quả.`
        : `${tables.length > 1 ? `${firstOf(tables, 'Bảng', written)} có cột ${code(written(suggestion))}: có phải là cột này?` : `Có phải là ${code(written(suggestion))}?`}`,
  }),
  'unknown-column': ({ column, suggestion }, { written }) => ({
    message: `cột ${code(written(column))} không có ý nghĩa ở đây nhưng tên gần giống một cột được dùng`,
    remedy: `Đổi tên thành ${code(suggestion)} nếu đúng là cột đó, nếu không thì đặt tên khác hẳn.`,
  }),
  'bad-table': ({ why, written: key }) =>
    ({
      'two-indicators': {
        message: 'chỉ tiêu được khai báo hai lần: theo cột và chung cho mọi dòng',
        remedy: `Giữ ${code('indicator:')} hoặc ${code('columns: { indicator }')}.`,
      },
      'two-values': {
        message: `số liệu được khai báo hai lần: ${code(key)} cũng là cột số liệu`,
        remedy: `Chỉ giữ một trong ${code('value')}, ${code('rate')} và ${code('value: count')}.`,
      },
      'two-periods': {
        message: 'kỳ được khai báo hai lần: theo cột kỳ và theo cột ngày',
        remedy: `Giữ ${code('period: { from, by }')} hoặc ${code('columns: { period }')}.`,
      },
      'two-areas': {
        message: 'địa bàn được khai báo hai lần: theo một cột và theo các cột riêng',
        remedy: `Giữ ${code('areas:')} hoặc ${code('columns: { area }')}.`,
      },
      wide: {
        message: `bảng có mỗi địa bàn một cột nên không dùng ${code(key)}: số liệu nằm ở các cột đó`,
        remedy: `Bỏ ${code(key)}, hoặc dùng bảng có một cột địa bàn.`,
      },
    })[why],
  'plan-not-stated': ({ plans }, { written }) => ({
    message: 'chưa rõ các dòng của bảng này là kết quả của kế hoạch nào',
    remedy:
      plans.length === 0
        ? 'Nêu thêm tệp kế hoạch.'
        : `Thêm ${code(`--table-plan ${written(plans[0] ?? '')}`)}; ở đây có các kế hoạch ${brief(plans.map(written))}.`,
  }),
  'unknown-code': ({ written: text, column, field }, { written }) => ({
    message: `${code(written(text))} ở cột ${code(written(column))} không có trong các mã khai báo ở ${code('codes:')}`,
    remedy: `Thêm mã này vào ${code(`codes: { ${field}: … }`)} hoặc sửa dòng.`,
  }),
  'missing-area': ({ column, said }, { written }) => ({
    message: `dòng này không ghi địa bàn: ô ở cột ${code(written(column))} để trống`,
    remedy:
      said === 'options'
        ? `Ghi địa bàn, hoặc ghi ${code('whole')} nếu là số chung của mọi địa bàn. Nếu không dòng nào có địa bàn thì bỏ cột này.`
        : `Ghi địa bàn, hoặc ghi ${code('whole')} nếu là số chung của mọi địa bàn. Nếu ô trống có nghĩa như vậy thì khai báo ${code('codes: { area: { "": whole } }')}.`,
  }),
  'ambiguous-date': ({ written: text }, { written }) => ({
    message: `${written(text)} không cho biết ngày hay tháng đứng trước`,
    remedy: `Thêm ${code('dates: d/m/y')} hoặc ${code('dates: m/d/y')} cạnh ${code('from:')}, hoặc ghi ngày theo dạng 2018-07-01.`,
  }),
  'bad-workbook': ({ why, tables, wanted, sheets, row }, { written }) =>
    ({
      'not-a-zip': {
        message: 'đây không phải là tệp Excel (.xlsx), dù tên tệp ghi như vậy',
        remedy: 'Mở tệp rồi lưu lại dưới dạng Excel (.xlsx) hoặc CSV.',
      },
      'old-format': {
        message: 'đây là tệp Excel định dạng cũ (.xls)',
        remedy: 'Mở tệp rồi lưu lại dưới dạng Excel (.xlsx) hoặc CSV.',
      },
      title: {
        message: 'dòng đầu tiên có nội dung là tiêu đề, không phải tên các cột',
        remedy: `Xoá các dòng phía trên tên các cột${row === null ? '' : ` (có thể ở dòng ${row})`}, hoặc lưu bảng thành một trang tính riêng.`,
      },
      encrypted: { message: 'tệp Excel này có đặt mật khẩu', remedy: 'Lưu lại tệp không có mật khẩu.' },
      'too-large': {
        message: 'tệp Excel này giải nén ra hơn 32 MiB',
        remedy: 'Lưu trang tính dưới dạng CSV: bảng văn bản không giới hạn kích thước.',
      },
      broken: {
        message: 'tệp Excel này bị hỏng, hoặc chứa nội dung mà phần mềm bảng tính không bao giờ ghi',
        remedy: 'Mở bằng phần mềm bảng tính rồi lưu lại, hoặc lưu trang tính dưới dạng CSV.',
      },
      'no-sheet': {
        message: `${tablesMeant(tables, 'tệp Excel này', written)} không có trang tính ${wanted === null ? 'nào' : code(written(wanted))}`,
        remedy:
          sheets.length > 0
            ? `${firstOf(tables, 'Tệp', written)} có ${brief(sheets.map(written))}.`
            : 'Lưu bảng thành một trang tính riêng.',
      },
      'too-far': {
        message: 'tệp Excel này có một ô nằm ngoài dòng hoặc cột cuối cùng mà trang tính có thể có',
        remedy: 'Mở bằng phần mềm bảng tính rồi lưu lại.',
      },
      'too-many-cells': {
        message: 'trang tính này có hơn 200.000 ô',
        remedy: 'Lưu trang tính dưới dạng CSV: bảng văn bản không giới hạn kích thước.',
      },
    })[why],
  'not-json': ({ detail }) =>
    ({
      'not-closed': { message: 'đối tượng ở dòng này chưa kết thúc', remedy: 'Viết trọn mỗi đối tượng trên một dòng.' },
      'not-an-object': {
        message: 'dòng này không mở đầu bằng một đối tượng',
        remedy: 'Viết mỗi dòng một đối tượng: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
      },
      twice: { message: 'khóa này xuất hiện hai lần trong một đối tượng', remedy: 'Chỉ giữ một trong hai.' },
      other: {
        message: 'từ chỗ này, dòng không còn đúng cú pháp JSON',
        remedy: 'Sửa lại, hoặc dùng chương trình để xuất tệp.',
      },
    })[detail],
  'rows-refused': ({ refused, rows, shown, allowed }, { number }) => ({
    message: `không đọc được ${rowsOf(refused, rows, number)}${shownOf(shown, refused, number)}${allowed === null ? '' : `, nhiều hơn mức ${allowed} được phép bỏ qua`}`,
    remedy: `Sửa các dòng này${refused > shown ? `, xem đầy đủ bằng ${code('--rejects TỆP')}` : ''}, hoặc bỏ qua bằng ${code(`--allow-rejects ${refused}`)}.`,
  }),
  'rows-left-out': ({ refused, rows, shown }, { number }) => ({
    message: `không đọc được và bỏ qua ${rowsOf(refused, rows, number)}${shownOf(shown, refused, number)}`,
    remedy: 'Các số cộng có liên quan hoặc có thể liên quan đến những dòng này được ghi là chưa đầy đủ.',
  }),
  'equal-rows': ({ rows }, { number }) => ({
    message:
      rows === 1
        ? 'dòng này của sổ theo dõi giống hệt một dòng phía trên; cả hai đều được cộng'
        : `${number(String(rows))} dòng của sổ theo dõi giống hệt một dòng phía trên; tất cả đều được cộng. Đây là dòng đầu tiên`,
    remedy: 'Bỏ những dòng ghi trùng do nhầm lẫn. Nếu là các đối tượng khác nhau, hãy thêm một cột để phân biệt.',
  }),
  'cannot-be-summed': ({ indicator, type, rows }, { number, written }) => ({
    message: `${number(String(rows))} dòng của ${code(written(indicator))} lẽ ra phải cộng lại, nhưng loại ${code(type)} không cộng được`,
    remedy:
      type === 'poverty-rate' || type === 'rate'
        ? `Ghi số lượng thay cho tỷ lệ: ${code('poor')} và ${code('households')}, hoặc các thành phần của ${code('rate_of:')}.`
        : 'Chỉ giữ một dòng cho mỗi địa bàn và kỳ.',
  }),
  'table-not-read': tableNotReadVi,
  'path-outside': ({ path, folder }, { written }) => ({
    message: `${code(written(path))} nằm ngoài ${code(written(folder))}`,
    remedy: `Đặt bảng trong thư mục của tệp này, hoặc nêu thư mục chứa cả hai bằng ${code('--root THƯ_MỤC')}.`,
  }),
  'more-duplicates': ({ shown }, { number }) => ({
    message: `từ đây trở đi, bảng này còn nhiều kết quả bị lặp lại; chỉ nêu ${number(String(shown))} kết quả đầu`,
    remedy: `Nếu mỗi dòng chỉ là một phần cần cộng lại, hãy ghi ${code('rows: register')}, hoặc dùng ${code('--rows register')} trên dòng lệnh.`,
  }),
}

function tablesMeant(tables: readonly string[], thisOne: string, written: (text: string) => string): string {
  return tables.length === 0 ? thisOne : brief(tables.map(written))
}

function firstOf([first, ...others]: readonly string[], thisOne: string, written: (text: string) => string): string {
  return first !== undefined && others.length > 0 ? written(first) : thisOne
}

function rowsOf(refused: number, rows: number, number: (plain: string) => string): string {
  return `${number(String(refused))} trên ${number(String(rows))} dòng`
}

function shownOf(shown: number, refused: number, number: (plain: string) => string): string {
  return shown < refused ? ` (chỉ nêu ${number(String(shown))} dòng đầu)` : ''
}
