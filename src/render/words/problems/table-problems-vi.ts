import { brief, code, type ProblemDictionary, type Speaker } from '../../problem/problem-words.ts'

const writeAnew = 'Xuất lại tệp, bằng chương trình khác nếu vẫn lỗi, hoặc xuất sang CSV.'

const hiddenRemedy = `Bỏ ẩn phần cần tính, hoặc nêu rõ trong ${code('table:')} ô ẩn có được tính hay không: ${code('hidden: read')} hoặc ${code('hidden: skip')}.`

const install = (name: string) => `${code(`npm install ${name}`)}; thêm ${code('-g')} nếu pva được cài cho mọi dự án`

export const tableProblemsVi = {
  'table-syntax/empty': ['bảng này trống', 'Ghi tên các cột ở dòng đầu và các dòng số liệu bên dưới.'],
  'table-syntax/no-head': ({ row }) => [
    `dòng ${row} phải ghi tên các cột nhưng để trống`,
    `Sửa ${code('header:')}. Số dòng tính như trong trang tính hoặc trình soạn thảo, kể cả dòng trống.`,
  ],
  'table-syntax/no-objects': [
    'tệp JSON lines này không có đối tượng nào',
    'Viết mỗi dòng một đối tượng: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
  ],
  'table-syntax/open-quote': [
    'dấu nháy kép mở ở đây chưa được đóng nên không xác định được chỗ kết thúc của dòng',
    'Đóng dấu nháy ở cuối ô. Dấu nháy thuộc nội dung ô phải viết hai lần: `""`.',
  ],
  'table-syntax/after-quote': [
    'sau dấu nháy đóng của ô vẫn còn nội dung',
    'Đặt cả ô trong dấu nháy kép; dấu nháy thuộc nội dung ô phải viết hai lần: `""`.',
  ],
  'table-syntax/stray-quote': [
    'có dấu nháy kép trong một ô không đặt trong dấu nháy',
    'Đặt cả ô trong dấu nháy kép; dấu nháy thuộc nội dung ô phải viết hai lần: `""`.',
  ],
  'ragged-row': ({ cells, columns }, { number }) => [
    `dòng này có ${number(cells)} ô trong khi bảng có ${number(columns)} cột`,
    cells > columns
      ? 'Bỏ các ô thừa; ô có chứa dấu phân cách phải đặt trong dấu nháy kép.'
      : 'Thêm các ô còn thiếu (kể cả ô trống) hoặc bỏ dòng này.',
  ],
  'duplicate-column': ({ column, first }, { written, place }) => [
    `có hai cột cùng tên ${code(written(column))}, cột đầu ở ${place(first)}`,
    'Đổi tên một trong hai cột.',
  ],
  'missing-column': ({ column, tables, suggestion, columns, option, heads, sheets }, { written }) => [
    `${tablesMeant(tables, 'bảng này', written)} không có cột ${code(written(column))}`,
    heads.length > 0
      ? `Tên các cột có thể ở dòng dưới: ${heads.map(({ rows, names }) => `${code(headerKey(rows))} (${brief(names.map(written))})`).join('; ')}. Khai báo ở ${code('table:')}.`
      : suggestion === null
        ? `${columns.length > 0 ? `${firstOf(tables, 'Bảng', written)} có các cột ${brief(columns.map(written))}. ` : ''}Đổi tên cột${option === null ? '' : `, dùng ${code(option)} cho mọi dòng`}, hoặc khai báo tên cột ở ${code('columns:')} trong tệp kết quả.${sheets.length > 0 ? ` Hoặc nêu trang tính khác ở ${code('sheet:')}: ${brief(sheets.map(written))}.` : ''}`
        : tables.length > 1
          ? `${firstOf(tables, 'Bảng', written)} có cột ${code(written(suggestion))}: có phải là cột này?`
          : `Có phải là ${code(written(suggestion))}?`,
  ],
  'unknown-column': ({ column, suggestion }, { written }) => [
    `không có cột ${code(written(column))}; có phải là ${code(suggestion)} không?`,
    `Đổi tên thành ${code(suggestion)}; nếu là cột khác thì đặt tên khác hẳn.`,
  ],
  'bad-table/two-indicators': [
    'chỉ tiêu được khai báo hai lần: theo một cột, theo các cột riêng hoặc chung cho mọi dòng',
    `Chỉ giữ một trong ${code('indicator:')}, ${code('indicators:')} và ${code('columns: { indicator }')}.`,
  ],
  'bad-table/no-confidence': ({ written: key }) => [
    `không nêu ${code(key)} ở mức tin cậy nào`,
    `Thêm ${code('confidence: 95%')} vào ${code('table:')}, hoặc 90%, 99%, như đã công bố.`,
  ],
  'bad-table/two-values': ({ written: key }) => [
    `số liệu được khai báo hai lần: ${code(key)} cũng là cột số liệu`,
    `Chỉ giữ một trong ${code('value')}, ${code('rate')} và ${code('value: count')}.`,
  ],
  'bad-table/two-periods': [
    'kỳ được khai báo hai lần: theo cột kỳ và theo cột ngày',
    `Giữ ${code('period: { from, by }')} hoặc ${code('columns: { period }')}.`,
  ],
  'bad-table/two-areas': [
    'địa bàn được khai báo hai lần: theo một cột và theo các cột riêng',
    `Giữ ${code('areas:')} hoặc ${code('columns: { area }')}.`,
  ],
  'bad-table/wide': ({ written: key }) => [
    `bảng có mỗi chỉ tiêu, địa bàn, kỳ hoặc nhóm một cột nên không dùng ${code(key)}: số liệu nằm ở các cột đó`,
    `Bỏ ${code(key)}, hoặc dùng bảng có một cột số liệu.`,
  ],
  'bad-table/order': ({ written: key }) => [
    `bảng xếp các dòng theo cấp nên không dùng ${code(key)}`,
    `Bỏ ${code(key)}, hoặc bỏ ${code('levels:')}.`,
  ],
  'bad-table/two-places': [
    'bảng được nêu vừa là tệp vừa nằm trong cơ sở dữ liệu',
    `Giữ ${code('path:')}, hoặc ${code('source:')} và ${code('name:')}.`,
  ],
  'bad-table/form': ({ written: key }) => [
    `${code(key)} không dùng cho biểu mẫu, vì các cột của biểu mẫu đã biết`,
    `Bỏ ${code(key)}, hoặc bỏ ${code('form:')}.`,
  ],
  'bad-table/format': ({ written: key }) => [
    `${code(key)} không dùng cho loại tệp này`,
    `Bỏ khoá này: ${code('header')} dùng cho CSV và sổ tính, ${code('encoding')} cho CSV, ${code('sheet')} và ${code('hidden')} cho sổ tính, ${code('levels')} cho mọi tệp trừ Parquet và cơ sở dữ liệu.`,
  ],
  'bad-table/two-conditions': ({ written: key }) => [
    `${code(key)} đứng cạnh một điều kiện khác cho cùng một cột`,
    `Chỉ giữ một trong ${code('equals')}, ${code('in')} và ${code('not')}; điều kiện thứ hai ghi thành một mục riêng.`,
  ],
  'unread-name/no-year': ({ name, from }, { written }) => [
    `tên ${NAMED[from]} ${code(written(name))} không ghi năm`,
    `Ghi năm cạnh ${code('from:')}, ${code('year: 2018')}.`,
  ],
  'unread-name/no-match': ({ name, from, pattern, tells }, { written }) => [
    `tên ${NAMED[from]} ${code(written(name))} không cho biết ${tells === 'period' ? 'kỳ' : 'địa bàn'}${pattern === null ? '' : ` theo mẫu ${code(written(pattern))}`}`,
    `Ghi mẫu của tên cạnh ${code('from:')}, ${code(tells === 'period' ? 'pattern: "T{month}"' : 'pattern: "Bieu {area}"')}${from === 'sheet' ? `, hoặc nêu các trang tính cần đọc ở ${code('sheet:')}` : ''}.`,
  ],
  'plan-not-stated': ({ plans, table }, { written }) => [
    plans.length === 0 ? 'đây là một bảng, còn thiếu kế hoạch' : 'chưa nêu kế hoạch của bảng này',
    plans.length === 0
      ? `Nêu thêm tệp kế hoạch, hoặc viết nháp kế hoạch từ bảng: ${code(`pva draft ${written(table)} -o plan.yaml`)}.`
      : `Thêm ${code(`--table-plan ${written(plans[0] ?? '')}`)}; có các kế hoạch ${brief(plans.map(written))}.`,
  ],
  'unknown-code': ({ written: text, column, field, isGroup, isShared }, { written }) => [
    isShared
      ? `${code(written(text))} ở cột ${code(written(column))} là tên chung của nhiều ${field === 'area' ? 'địa bàn' : 'chỉ tiêu'} trong kế hoạch`
      : `${text === '' ? 'ô trống' : code(written(text))} ở cột ${code(written(column))} không có trong các mã khai báo ở ${code('codes:')}, cũng không phải là tên ${isGroup ? `nhóm của ${code(written(field))}` : field === 'area' ? 'địa bàn' : 'chỉ tiêu'}`,
    isShared && field === 'indicator'
      ? 'Đặt dòng này ngay dưới chỉ tiêu chung của nó, hoặc dưới đề mục mang tên nhóm của nó, hoặc dùng một cột ghi mã.'
      : `Thêm vào ${code(isGroup ? `breakdowns: { ${written(field)}: { column, codes: … } }` : `codes: { ${field}: … }`)}, ghi ${code('skip')} nếu không tính các dòng này, hoặc sửa dòng.`,
  ],
  'missing-area': ({ column, said }, { written }) => [
    `dòng này không ghi địa bàn: ô ở cột ${code(written(column))} để trống`,
    said === 'options'
      ? `Ghi địa bàn, hoặc ghi ${code('whole')} nếu là số chung của mọi địa bàn. Nếu không dòng nào có địa bàn thì bỏ cột này.`
      : `Ghi địa bàn, hoặc ghi ${code('whole')} nếu là số chung của mọi địa bàn. Nếu ô trống có nghĩa như vậy thì khai báo ${code('codes: { area: { "": whole } }')}.`,
  ],
  'ambiguous-date': ({ written: text }, { written }) => [
    `${written(text)} có thể đọc ngày trước hoặc tháng trước`,
    `Thêm ${code('dates: d/m/y')} hoặc ${code('dates: m/d/y')} vào ${code('table:')}, hoặc ghi ngày theo dạng 2018-07-01.`,
  ],
  'bad-workbook/not-a-zip': [
    'đây không phải là tệp Excel (.xlsx), dù tên tệp ghi như vậy',
    'Mở tệp rồi lưu lại dưới dạng Excel (.xlsx) hoặc CSV.',
  ],
  'bad-workbook/old-format': [
    'đây là tệp Excel định dạng cũ (.xls)',
    'Mở tệp rồi lưu lại dưới dạng Excel (.xlsx) hoặc CSV.',
  ],
  'bad-workbook/encrypted': ['tệp Excel này có đặt mật khẩu', 'Lưu lại tệp không có mật khẩu.'],
  'bad-workbook/too-large': [
    'tệp Excel này giải nén ra hơn 32 MiB',
    'Lưu trang tính dưới dạng CSV: bảng văn bản không giới hạn kích thước.',
  ],
  'bad-workbook/broken': [
    'tệp Excel này bị hỏng, hoặc chứa nội dung mà phần mềm bảng tính không bao giờ ghi',
    'Mở bằng phần mềm bảng tính rồi lưu lại, hoặc lưu trang tính dưới dạng CSV.',
  ],
  'bad-workbook/no-sheet': ({ tables, wanted, sheets }, { written }) => [
    `${tablesMeant(tables, 'tệp Excel này', written)} không có trang tính ${wanted === null ? 'nào' : code(written(wanted))}`,
    sheets.length > 0
      ? `${firstOf(tables, 'Tệp', written)} có ${brief(sheets.map(written))}.`
      : 'Lưu bảng thành một trang tính riêng.',
  ],
  'bad-workbook/too-far': [
    'tệp Excel này có một ô nằm ngoài dòng hoặc cột cuối cùng mà trang tính có thể có',
    'Mở bằng phần mềm bảng tính rồi lưu lại.',
  ],
  'bad-workbook/too-many-cells': [
    'trang tính này có hơn 200.000 ô',
    'Lưu trang tính dưới dạng CSV: bảng văn bản không giới hạn kích thước.',
  ],
  'not-json/not-closed': ['đối tượng ở dòng này chưa kết thúc', 'Viết trọn mỗi đối tượng trên một dòng.'],
  'not-json/not-an-object': [
    'dòng này không mở đầu bằng một đối tượng',
    'Viết mỗi dòng một đối tượng: `{ "indicator": "jobs", "period": "2018", "value": 1260 }`.',
  ],
  'not-json/not-an-array': [
    'tệp này không mở đầu bằng một mảng đối tượng',
    'Viết các dòng thành một mảng: `[{ "indicator": "jobs", "period": "2018", "value": 1260 }]`. Bỏ phần bao bên ngoài.',
  ],
  'not-json/twice': ['khoá này xuất hiện hai lần trong một đối tượng', 'Chỉ giữ một trong hai.'],
  'not-json/other': ['từ chỗ này trở đi không đúng cú pháp JSON', 'Sửa lại, hoặc dùng chương trình để xuất tệp.'],
  'rows-refused': ({ refused, rows, shown, allowed }, { number }) => [
    `không đọc được ${rowsOf(refused, rows, number)}${shownOf(shown, refused, number)}${allowed === null ? '' : `, nhiều hơn mức ${allowed} được phép bỏ qua`}`,
    `Sửa các dòng này${refused > shown ? `, xem đầy đủ bằng ${code('--rejects TỆP')}` : ''}, hoặc bỏ qua bằng ${code(`--allow-rejects ${refused}`)}.`,
  ],
  'rows-left-out': ({ refused, rows, shown }, { number }) => [
    `không đọc được và bỏ qua ${rowsOf(refused, rows, number)}${shownOf(shown, refused, number)}`,
    'Các tổng có hoặc có thể có những dòng này được ghi là chưa đầy đủ.',
  ],
  'equal-rows': ({ rows }, { number }) => [
    rows === 1
      ? 'dòng này của sổ theo dõi giống hệt một dòng phía trên; cả hai đều được cộng'
      : `${number(rows)} dòng của sổ theo dõi giống hệt một dòng phía trên; tất cả đều được cộng. Đây là dòng đầu tiên`,
    'Bỏ những dòng ghi trùng do nhầm lẫn. Nếu là các đối tượng khác nhau, hãy thêm một cột để phân biệt.',
  ],
  'hidden-cells/sheet': ({ which }, { written }) => [
    `trang tính đầu tiên, ${code(written(which))}, đang bị ẩn trong tệp Excel nhưng số liệu của nó vẫn được tính`,
    `Ghi tên trang tính cần đọc bằng ${code('sheet:')} trong ${code('table:')}, hoặc bỏ ẩn trang này.`,
  ],
  'hidden-cells/columns': ({ count, which }, { written }) => [
    `${count} cột đang bị ẩn trong tệp Excel nhưng vẫn được đọc: ${written(which)}`,
    hiddenRemedy,
  ],
  'hidden-cells/rows': ({ count, which }, { number }) => [
    `${number(count)} dòng đang bị ẩn trong tệp Excel, hoặc bị lọc, nhưng số liệu vẫn được tính: ${which}`,
    hiddenRemedy,
  ],
  'cannot-be-summed': ({ indicator, type, rows }, { number, written }) => [
    `${code(written(indicator))} có ${number(rows)} dòng, nhưng số liệu loại ${code(type)} không cộng được`,
    type === 'poverty-rate' || type === 'rate'
      ? `Ghi số lượng thay cho tỷ lệ: ${code('poor')} và ${code('households')}, hoặc các thành phần của ${code('rate_of:')}.`
      : 'Chỉ giữ một dòng cho mỗi địa bàn và kỳ.',
  ],
  'table-not-read/no-engine': ({ detail }) => [
    'bảng trên 32 MiB và tệp Parquet cần DuckDB, nhưng DuckDB chưa được cài',
    `Cài vào nơi đã cài pva: ${install(detail)}.`,
  ],
  'table-not-read/engine-broken': ({ detail, found }, { written }) => [
    `DuckDB, phần mềm đọc bảng lớn và tệp Parquet, đã được cài nhưng không chạy được: ${written(found ?? '')}`,
    `Cài lại vào nơi đã cài pva, đúng với máy và phiên bản Node này: ${install(detail)}.`,
  ],
  'table-not-read/engine-version': ({ detail, found }, { written }) => [
    `DuckDB đã cài là phiên bản ${written(found ?? '?')}; pva cần phiên bản khác`,
    `Cài đúng phiên bản vào nơi đã cài pva: ${install(detail)}.`,
  ],
  'table-not-read/other-format': ({ detail }, { written }) => [
    `đây là ${FORMATS.get(detail.slice(detail.lastIndexOf('.') + 1)) ?? 'tệp loại khác'}, khác với đuôi tên tệp`,
    `Đổi tên tệp để có đuôi ${code(`.${written(detail)}`)}.`,
  ],
  'table-not-read/not-parquet': [
    'đây không phải là tệp Parquet, dù tên tệp ghi như vậy',
    'Đổi đuôi tệp cho đúng loại, hoặc xuất lại dưới dạng Parquet.',
  ],
  'table-not-read/parquet-encrypted': ['tệp Parquet này đã được mã hoá', 'Xuất lại không mã hoá, hoặc xuất sang CSV.'],
  'table-not-read/parquet-broken-off': ['tệp Parquet này bị cắt cụt', 'Sao chép hoặc xuất lại tệp.'],
  'table-not-read/parquet-rows': ['các phần của tệp Parquet này không khớp nhau về số dòng', writeAnew],
  'table-not-read/parquet-other': ({ detail }, { written }) => [
    `không đọc được tệp Parquet này: ${written(detail)}`,
    writeAnew,
  ],
  'table-not-read/memory': [
    'cộng bảng này cần nhiều bộ nhớ hơn mức cho phép',
    `Cho phép dùng thêm bằng ${code('--memory 4GB')}, hoặc khai báo ít cột hơn.`,
  ],
  'table-not-read/disk': ({ detail }, { written }) => [
    `ổ đĩa của thư mục tệp tạm ${code(written(detail))} không đủ chỗ cho bảng này`,
    `Giải phóng dung lượng, hoặc đặt ${code('TMPDIR')} là thư mục trên ổ đĩa khác.`,
  ],
  'table-not-read/temporary-missing': ({ detail }, { written }) => [
    `không có thư mục tệp tạm tại ${code(written(detail))}`,
    `Đặt ${code('TMPDIR')} là thư mục ghi được.`,
  ],
  'table-not-read/temporary-refused': ({ detail }, { written }) => [
    `không ghi được vào thư mục tệp tạm ${code(written(detail))}`,
    `Đặt ${code('TMPDIR')} là thư mục ghi được.`,
  ],
  'table-not-read/too-many-groups': [
    'bảng này có hơn 2.000.000 tổ hợp chỉ tiêu, địa bàn và kỳ',
    'Kiểm tra các cột đã khai báo: cột có giá trị khác nhau ở mọi dòng không phải là chỉ tiêu, địa bàn hay kỳ.',
  ],
  'table-not-read/rows-lost': ({ rows }, { number }) => [
    `tệp này có ${number(String(rows?.all))} dòng nhưng đã đọc ${number(String(rows?.read))} dòng và loại ${number(String(rows?.refused))} dòng`,
    'Không dùng số liệu nào của tệp. Xuất lại với một kiểu xuống dòng; nếu vẫn lỗi, hãy báo lại.',
  ],
  'table-not-read/row-too-long': ({ detail }, { number }) => [
    `dòng này dài hơn ${number(detail)} byte, mức tối đa của một dòng trong bảng lớn`,
    'Kiểm tra xem chỗ xuống dòng trong tệp có đúng là chỗ hết dòng của bảng không, và bỏ các cột không cần.',
  ],
  'table-not-read/changed': [
    'tệp này bị thay đổi trong khi đang đọc',
    'Chạy lại khi không còn chương trình nào ghi vào tệp.',
  ],
  'table-not-read/several-plans': ({ detail }, { written }) => [
    `kế hoạch nằm trong nhiều bảng: ${written(detail)}`,
    `Chỉ nêu một tệp ở ${code('path:')}.`,
  ],
  'table-not-read/packed-plan': [
    'không đọc kế hoạch từ Parquet hoặc tệp nén',
    'Lưu bảng thành CSV hoặc sổ tính Excel (.xlsx).',
  ],
  'secret-in-file': ({ key, variable }, { written }) => [
    `không được ghi mật khẩu trong tệp: ${code(written(key))}`,
    `Hãy xoá khoá này, đổi mật khẩu nếu người khác có thể đã thấy, rồi đặt mật khẩu trong biến môi trường ${code(variable)}, trong tệp mà ${code(`${variable}_FILE`)} chỉ tới, hoặc trong ${code('~/.pgpass')}.`,
  ],
  'source-not-read/no-sources': ({ source, detail }, { written }) => [
    `${code(written(source))} nằm trong cơ sở dữ liệu, nhưng không tệp nào cho biết cơ sở dữ liệu ở đâu`,
    `Hãy viết ${code(written(detail))} ở thư mục gốc của kho, hoặc nêu tệp bằng ${code('--sources TỆP')}.`,
  ],
  'source-not-read/no-tls': ({ detail }, { written }) => [
    `kết nối tới ${code(written(detail))} sẽ không được mã hoá`,
    `Bỏ ${code('tls: false')}: chỉ máy chủ trên chính máy này mới được phép không dùng TLS.`,
  ],
  'source-not-read/secret-mode': ({ detail }, { written }) => [
    `người khác đọc được tệp chứa mật khẩu ${code(written(detail))}`,
    `Chỉ cho chính mình đọc: ${code(`chmod 600 ${written(detail)}`)}.`,
  ],
  'source-not-read/secret-inside': ({ detail }, { written }) => [
    `tệp chứa mật khẩu ${code(written(detail))} nằm trong kho`,
    'Chuyển tệp sang thư mục khác, và đổi mật khẩu nếu người khác có thể đã thấy.',
  ],
  'source-not-read/secret-missing': ({ detail }, { written }) => [
    `không đọc được tệp chứa mật khẩu ${code(written(detail))}`,
    'Sửa đường dẫn trong biến môi trường, hoặc quyền đọc tệp.',
  ],
  'source-not-read/no-package': ({ detail }) => [
    'đọc bảng trong PostgreSQL cần một gói chưa được cài',
    `Cài ở nơi đã cài pva: ${install(detail)}.`,
  ],
  'source-not-read/version': ({ source, detail }, { written }) => [
    `${code(written(source))}: ${written(detail)} quá cũ`,
    'Cần PostgreSQL 13 trở lên.',
  ],
  'source-not-read/encoding': ({ source, detail }, { written }) => [
    `${code(written(source))}: cơ sở dữ liệu dùng bảng mã ${written(detail)}, không phải UTF-8`,
    'Chép bảng sang cơ sở dữ liệu có `ENCODING UTF8`.',
  ],
  'source-not-read/connection': ({ source, detail }, { written }) => [
    `${code(written(source))}: không kết nối được máy chủ: ${written(detail)}`,
    'Kiểm tra máy chủ và cổng trong tệp nguồn, và máy chủ có đang chạy không.',
  ],
  'source-not-read/login': ({ source, detail }, { written }) => [
    `${code(written(source))}: máy chủ từ chối người dùng hoặc mật khẩu: ${written(detail)}`,
    'Kiểm tra người dùng trong tệp nguồn, và mật khẩu trong biến môi trường hoặc `~/.pgpass`.',
  ],
  'source-not-read/tls': ({ source, detail }, { written }) => [
    `${code(written(source))}: không có kết nối mã hoá chứng thực được máy chủ: ${written(detail)}`,
    `Nêu chứng thư bảo chứng cho máy chủ ở ${code('ca:')}; nếu máy chủ chưa có TLS thì bật TLS.`,
  ],
  'source-not-read/no-table': ({ source }, { written }) => [
    `${code(written(source))}: cơ sở dữ liệu không có bảng này, hoặc người dùng không thấy được`,
    `Kiểm tra ${code('name:')}, kèm schema: ${code('public.vacancies')}.`,
  ],
  'source-not-read/no-permission': ({ source, detail }, { written }) => [
    `${code(written(source))}: người dùng không được đọc bảng này: ${written(detail)}`,
    `Cấp quyền ${code('SELECT')} trên mọi dòng của bảng; hồ sơ của ClickHouse cần ${code('readonly = 2')}.`,
  ],
  'source-not-read/time-out': ({ source }, { written }) => [
    `${code(written(source))}: chờ trả lời quá thời gian cho phép`,
    `Cho thêm số giây bằng ${code('timeout:')} trong tệp nguồn.`,
  ],
  'source-not-read/cancelled': ({ source }, { written }) => [
    `${code(written(source))}: truy vấn đã bị huỷ trên máy chủ`,
    'Chạy lại pva.',
  ],
  'source-not-read/broken-off': ({ source, detail }, { written }) => [
    `${code(written(source))}: câu trả lời bị đứt đoạn${detail === '' ? '' : `: ${written(detail)}`}`,
    'Không dùng số liệu nào của bảng. Chạy lại pva khi mọi máy chủ đều hoạt động.',
  ],
  'source-not-read/changed': ({ source }, { written }) => [
    `${code(written(source))} thay đổi trong khi đọc`,
    'Không dùng số liệu nào của bảng. Chạy lại pva khi không ai ghi vào bảng.',
  ],
  'source-not-read/server': ({ source, detail }, { written }) => [
    `${code(written(source))}: máy chủ báo: ${written(detail)}`,
    'Không dùng số liệu nào của bảng. Hãy hỏi người quản trị máy chủ.',
  ],
  'source-not-read/float': ({ column = '', detail: type }, { written }) => [
    `${code(written(column))} chứa số thực nhị phân (${code(written(type))}), cộng lại không chính xác`,
    `Lưu dưới dạng ${code('numeric')} hoặc ${code('Decimal')}, hoặc đọc một view đã làm tròn: ${code('round(x::numeric, 2)')}.`,
  ],
  'source-not-read/instant': ({ column = '', detail: type }, { written }) => [
    `${code(written(column))} chứa thời điểm (${code(written(type))}), rơi vào ngày nào còn tuỳ múi giờ`,
    `Đọc một view nêu rõ ngày: ${code("(x AT TIME ZONE 'Asia/Ho_Chi_Minh')::date")}, với ClickHouse ${code("toDate(x, 'Asia/Ho_Chi_Minh')")}.`,
  ],
  'path-outside': ({ path, folder }, { written }) => [
    `${code(written(path))} nằm ngoài ${code(written(folder))}`,
    `Đặt bảng trong thư mục của tệp này, hoặc nêu thư mục chứa cả hai bằng ${code('--root THƯ_MỤC')}.`,
  ],
  'more-duplicates': ({ shown }, { number }) => [
    `sau đây còn nhiều kết quả lặp lại; chỉ nêu ${number(shown)} kết quả đầu`,
    `Nếu mỗi dòng chỉ là một phần cần cộng lại, hãy ghi ${code('rows: register')}, hoặc dùng ${code('--rows register')} trên dòng lệnh.`,
  ],
} satisfies Partial<ProblemDictionary>

function tablesMeant(tables: readonly string[], thisOne: string, written: Speaker['written']): string {
  return tables.length === 0 ? thisOne : brief(tables.map(written))
}

function firstOf([first, ...others]: readonly string[], thisOne: string, written: Speaker['written']): string {
  return first !== undefined && others.length > 0 ? written(first) : thisOne
}

function rowsOf(refused: number, rows: number, number: Speaker['number']): string {
  return `${number(refused)} trên ${number(rows)} dòng`
}

function shownOf(shown: number, refused: number, number: Speaker['number']): string {
  return shown < refused ? ` (chỉ nêu ${number(shown)} dòng đầu)` : ''
}

const NAMED = { sheet: 'trang tính', file: 'tệp' } as const

/** The line of a mapping that says in which rows the names of the columns stand. */
function headerKey(rows: readonly number[]): string {
  return `header: ${rows.length === 1 ? rows[0] : `[${rows.join(', ')}]`}`
}

/** By the ending that belongs to them. */
const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parquet: 'tệp Parquet',
    gz: 'tệp nén gzip',
    xlsx: 'bảng tính Excel hoặc một tệp nén khác',
  }),
)
