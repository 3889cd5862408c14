import { code, type ProblemDictionary } from '../problem/problem-words.ts'

export const tableNotReadVi: ProblemDictionary['table-not-read'] = (
  { why, detail, found, rows },
  { number, written },
) => {
  const install = `${code(`npm install ${detail}`)}; thêm ${code('-g')} nếu pva được cài cho mọi dự án`
  const writeAnew = 'Xuất lại tệp, bằng chương trình khác nếu vẫn lỗi, hoặc xuất sang CSV.'
  return {
    'no-engine': {
      message: 'bảng trên 32 MiB và tệp Parquet được đọc bằng DuckDB, nhưng DuckDB chưa được cài cùng pva',
      remedy: `Cài vào nơi đã cài pva: ${install}.`,
    },
    'engine-broken': {
      message: `DuckDB, phần mềm đọc bảng lớn và tệp Parquet, đã được cài cùng pva nhưng không chạy được: ${written(found ?? '')}`,
      remedy: `Cài lại vào nơi đã cài pva, đúng với máy và phiên bản Node này: ${install}.`,
    },
    'engine-version': {
      message: `phiên bản DuckDB cài cùng pva là ${written(found ?? '?')}, không phải phiên bản mà pva dùng để đọc bảng`,
      remedy: `Cài đúng phiên bản vào nơi đã cài pva: ${install}.`,
    },
    'other-format': {
      message: `thực chất đây là ${FORMATS.get(detail.slice(detail.lastIndexOf('.') + 1)) ?? 'tệp loại khác'}, không như tên tệp cho biết`,
      remedy: `Đổi tên tệp để có đuôi ${code(`.${written(detail)}`)}.`,
    },
    'not-parquet': {
      message: 'đây không phải là tệp Parquet như tên tệp cho biết',
      remedy: 'Đổi đuôi tệp cho đúng loại, hoặc xuất lại dưới dạng Parquet.',
    },
    'parquet-encrypted': {
      message: 'tệp Parquet này đã được mã hóa',
      remedy: 'Xuất lại không mã hóa, hoặc xuất sang CSV.',
    },
    'parquet-broken-off': {
      message: 'tệp Parquet này bị cắt cụt',
      remedy: 'Sao chép hoặc xuất lại tệp.',
    },
    'parquet-rows': {
      message: 'các phần của tệp Parquet này không khớp nhau về số dòng',
      remedy: writeAnew,
    },
    'parquet-other': { message: `không đọc được tệp Parquet này: ${written(detail)}`, remedy: writeAnew },
    memory: {
      message: 'cộng bảng này cần nhiều bộ nhớ hơn mức được dùng',
      remedy: `Cho phép dùng thêm bằng ${code('--memory 4GB')}, hoặc khai báo ít cột hơn.`,
    },
    disk: {
      message: `ổ đĩa của thư mục tệp tạm ${code(written(detail))} không đủ chỗ cho bảng này`,
      remedy: `Giải phóng dung lượng, hoặc đặt ${code('TMPDIR')} là thư mục trên ổ đĩa khác.`,
    },
    'temporary-missing': {
      message: `không có thư mục tệp tạm tại ${code(written(detail))}`,
      remedy: `Đặt ${code('TMPDIR')} là thư mục ghi được.`,
    },
    'temporary-refused': {
      message: `không ghi được vào thư mục tệp tạm ${code(written(detail))}`,
      remedy: `Đặt ${code('TMPDIR')} là thư mục ghi được.`,
    },
    'too-many-groups': {
      message: 'bảng này cho hơn 2.000.000 số cộng, mỗi số của một chỉ tiêu, một địa bàn và một kỳ',
      remedy: 'Kiểm tra các cột đã khai báo: cột mà mỗi dòng một khác thì không phải chỉ tiêu, địa bàn hay kỳ.',
    },
    'rows-lost': {
      message: `tệp này có ${number(String(rows?.all))} dòng nhưng đã đọc ${number(String(rows?.read))} dòng và loại ${number(String(rows?.refused))} dòng`,
      remedy: 'Không dùng số liệu nào của tệp. Xuất lại với một kiểu xuống dòng; nếu vẫn lỗi, hãy báo lại.',
    },
    'row-too-long': {
      message: `dòng này dài hơn ${number(detail)} byte, mức tối đa của một dòng trong bảng lớn`,
      remedy: 'Kiểm tra xem chỗ xuống dòng trong tệp có đúng là chỗ hết dòng của bảng không, và bỏ các cột không cần.',
    },
    changed: {
      message: 'tệp này bị thay đổi trong khi đang đọc',
      remedy: 'Chạy lại khi không còn chương trình nào ghi vào tệp.',
    },
  }[why]
}

/** By the ending that belongs to them. */
const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parquet: 'tệp Parquet',
    gz: 'tệp nén gzip',
    xlsx: 'bảng tính Excel hoặc một tệp nén khác',
  }),
)
