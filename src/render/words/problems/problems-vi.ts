import type { IndicatorType } from '../../../model/indicator.ts'
import type { Notation } from '../../../model/notation.ts'
import type { ColumnApart, ExpectedPhrase } from '../../../model/problem.ts'
import type { Suggestion } from '../../../model/suggestion.ts'
import {
  boundTarget,
  brief,
  code,
  distinctReadings,
  listed,
  lowerFirst,
  numberExamples,
  type ProblemDictionary,
  quoted,
  type Speaker,
  takenAs,
  unmistakable,
} from '../../problem/problem-words.ts'
import { tableProblemsVi } from './table-problems-vi.ts'

const TARGET_KINDS = '`at_least`, `at_most`, `above`, `below`, `between`, `reduce_by`, `increase_by`'

const examples = (notation: Notation | null) =>
  `${listed(numberExamples(notation), 'hoặc')}${notation === null ? '' : ` (${code(`numbers: ${notation}`)})`}`

const orNotation = (fits: Notation | null | undefined) =>
  fits ? `, hoặc khai báo ${code(`numbers: ${fits}`)} nếu mọi số đều viết như vậy` : ''

export const problemsVi: ProblemDictionary = {
  'nothing-to-do/no-folder': ({ where }) => [
    `chưa nêu tệp nào và ở đây không có thư mục ${code(where)}`,
    'Nêu tệp hoặc thư mục cần đọc: `pva report TỆP…`. Để bắt đầu, `pva init` tạo một kế hoạch mẫu; `pva --help` liệt kê các lệnh.',
  ],
  'nothing-to-do/nothing-to-check': [
    'không có gì để kiểm tra: không có chỉ tiêu nào vừa được giao kế hoạch vừa có mức khác `off`',
    'Kiểm tra tệp khác, hoặc để quy định kiểm tra xét ít nhất một chỉ tiêu; nếu không, kiểm tra luôn đạt.',
  ],
  'nothing-to-do/no-plan-of-period': ({ where }) => [
    `không có kế hoạch nào bao gồm kỳ báo cáo ${code(where)}`,
    'Chọn kỳ báo cáo nằm trong kỳ kế hoạch, hoặc nêu tệp khác.',
  ],
  'nothing-to-do/no-poverty-rate': [
    'không có gì để báo cáo: không có chỉ tiêu nào `type: poverty-rate`',
    'Nêu tệp hoặc chỉ tiêu khác, hoặc dùng `pva report`.',
  ],
  'nothing-to-do/no-chain': ({ where }) => [
    `không có kế hoạch nào tiếp nối kế hoạch khác: ${code(where)}`,
    'Nêu tệp của cả hai kế hoạch và ghi mã của kế hoạch trước vào kế hoạch sau: `follows: ha-nam-2017`.',
  ],
  'nothing-to-do/no-files': ({ where }) => [
    `trong ${code(where)} không có kế hoạch hay kết quả nào`,
    'Đặt vào đó tệp mở đầu bằng `kind: plan` hoặc `kind: actuals`, hoặc nêu tệp khác.',
  ],
  'nothing-to-do/no-plan': ({ where }) => [
    `trong ${code(where)} không có kế hoạch nào`,
    'Nêu thêm tệp kế hoạch (`kind: plan`).',
  ],
  'nothing-to-do/no-claims': ({ where }) => [
    `trong ${code(where)} không có số liệu công bố nào cần đối chiếu`,
    'Nêu tệp mở đầu bằng `kind: claims`, hoặc bảng (CSV, TSV) mỗi dòng một số liệu công bố.',
  ],
  'nothing-to-do/nothing-claimed': ({ where }) => [
    `trong ${code(where)} chưa nêu kết quả đã công bố nào để đối chiếu`,
    'Ghi thêm điều đã công bố: `completion: 118%`, `change: -0,96%`, `verdict: Đạt`, …',
  ],
  'nothing-to-do/no-statements': ({ where }) => [
    `trong ${code(where)} không đọc được số liệu nào so với kế hoạch hoặc với kỳ trước`,
    'Xem các số liệu bằng `--unread`, hoặc tự ghi các câu thành số liệu công bố.',
  ],
  'nothing-to-do/no-draft': ({ where }) => [
    `${code(where)} không phải bài viết hay bảng để đọc thành bản nháp`,
    'Nêu một bài viết hoặc báo cáo (.txt, .md, .html, .docx), hoặc một bảng (.xlsx, .csv).',
  ],
  'nothing-to-do/no-head': ({ where }) => [
    `không trang nào của ${code(where)} có không quá 5.000 dòng và nêu tên cột chỉ tiêu, cột số liệu`,
    'Đặt tên cột, chẳng hạn `Chỉ tiêu`, `ĐVT`, `Kế hoạch năm`, `Thực hiện`, hoặc tự viết kế hoạch: `pva init`.',
  ],
  'unreadable/missing': ['không có tệp này', 'Kiểm tra lại tên tệp và thư mục.'],
  'unreadable/no-permission': ['không có quyền đọc tệp này', 'Xin quyền đọc, hoặc chép tệp sang nơi đọc được.'],
  'unreadable/not-a-file': [
    'đây không phải là tệp hay thư mục',
    'Nêu một tệp, một thư mục, hoặc `-` để đọc từ đầu vào chuẩn.',
  ],
  'unreadable/is-folder': [
    'đây là thư mục, không phải là bảng',
    'Nêu tệp của bảng, hoặc mẫu tên khớp với các tệp trong thư mục.',
  ],
  'unreadable/not-regular': [
    'đây là ống dẫn hoặc thiết bị; bảng phải là tệp vì được đọc nhiều lần',
    'Lưu thành tệp trước.',
  ],
  'unreadable/not-packed': [
    'tệp này không được nén bằng gzip, dù tên có đuôi `.gz`',
    'Bỏ `.gz` khỏi tên tệp, hoặc nén tệp bằng gzip.',
  ],
  'unreadable/broken-off': ['tệp nén này bị cắt cụt', 'Tải hoặc nén lại tệp.'],
  'unreadable/damaged': ['tệp nén này bị hỏng: mã kiểm tra không khớp', 'Tải hoặc nén lại tệp.'],
  'unreadable/no-match': ['không có tệp nào khớp với mẫu tên này', 'Kiểm tra mẫu tên và thư mục đang tìm.'],
  'unreadable/other': ({ detail }) => [
    `không đọc được tệp này: ${detail}`,
    'Kiểm tra xem tệp có mở được bằng chương trình khác không.',
  ],
  'too-large': ({ bytes, limit }, { number }) => [
    `tệp này có ${number(bytes)} byte; chỉ đọc tệp không quá ${number(limit)} byte`,
    'Tách thành nhiều tệp: các tệp sẽ được đọc cùng nhau.',
  ],
  'not-utf8': ({ byte }, { number }) => [
    `tệp này không phải văn bản UTF-8: byte ${number(byte)} không đúng mã UTF-8`,
    `Lưu tệp với bảng mã UTF-8; với bảng thì có thể khai báo bảng mã, như ${code('encoding: windows-1258')}. Văn bản TCVN3 (ABC) hay VNI phải chuyển sang Unicode trước.`,
  ],
  'bad-document/not-a-zip': [
    'đây không phải tệp Word (.docx) như tên gọi',
    'Mở tệp và lưu lại thành .docx hoặc văn bản thuần.',
  ],
  'bad-document/encrypted': ['tệp Word này có đặt mật khẩu', 'Lưu lại tệp không có mật khẩu.'],
  'bad-document/too-large': [
    'tệp Word này giải nén ra hơn 32 MiB, hoặc có hơn 2 MiB chữ',
    'Chỉ lưu phần chữ, dưới dạng .txt.',
  ],
  'bad-document/broken': ['tệp Word này bị hỏng', 'Mở tệp và lưu lại thành .docx hoặc văn bản thuần.'],
  'left-open': ({ key }) => [
    `${code(key)} còn để ngỏ: ${code('?')} là chỗ chờ người quyết định`,
    'Ghi điều muốn nói, như chú thích ở đó yêu cầu.',
  ],
  'empty-file': ['tệp này trống', 'Mở đầu tệp bằng `kind: plan` hoặc `kind: actuals`, hoặc xoá tệp.'],
  'yaml-syntax/open-quote': ['dấu nháy mở ở đây chưa được đóng', 'Đóng dấu nháy ở cuối đoạn văn bản.'],
  'yaml-syntax/open-bracket': ({ detail }) => [
    `dấu ngoặc mở ở đây chưa được đóng bằng ${code(detail)}`,
    `Đóng bằng ${code(detail)} và viết dấu phẩy giữa các mục.`,
  ],
  'yaml-syntax/second-colon': [
    'phần này bị hiểu là một khoá khác vì có thêm dấu hai chấm',
    'Đặt văn bản có dấu hai chấm trong dấu nháy; nếu không phải vậy, thụt dòng dưới bằng dòng này.',
  ],
  'yaml-syntax/no-colon': [
    'thiếu dấu hai chấm sau khoá ở đây',
    'Viết dấu hai chấm và dấu cách sau khoá: `name: Việc làm`.',
  ],
  'yaml-syntax/tab': ['dòng này thụt vào bằng tab', 'Thụt dòng bằng dấu cách.'],
  'yaml-syntax/first-character': ({ detail }) => [
    `văn bản không được mở đầu bằng ${code(detail)}`,
    'Đặt văn bản trong dấu nháy.',
  ],
  'yaml-syntax/unknown-alias': ({ detail }, { written }) => [
    `${code(written(detail))} trỏ đến một tên chưa có ở phần trên`,
    'Đặt văn bản mở đầu bằng `*` trong dấu nháy.',
  ],
  'yaml-syntax/control-character': ({ detail }) => [
    `có ký tự điều khiển ${detail}`,
    'Xoá ký tự này; nó không hiện ra.',
  ],
  'yaml-syntax/other': ({ detail }, { written }) => [
    `sai cú pháp YAML: ${written(detail)}`,
    'Xem ở đây và dòng ngay trên có thiếu dấu hai chấm, dấu nháy hay dấu ngoặc không; thụt dòng bằng dấu cách, không dùng tab.',
  ],
  'yaml-refused/tag': ({ written: text }, { written }) => [
    `không dùng được thẻ (tag) YAML: ${written(text)}`,
    'Bỏ thẻ: giá trị được hiểu theo khoá của nó.',
  ],
  'yaml-refused/merge-key': ({ written: text }, { written }) => [
    `không dùng được khoá gộp (merge key) YAML: ${written(text)}`,
    'Viết đầy đủ các khoá cần gộp vào.',
  ],
  'too-deep': ({ limit }, { number }) => [
    `chỗ này lồng sâu quá ${number(limit)} cấp`,
    'Kiểm tra dấu ngoặc và thụt dòng: kế hoạch hay kết quả chỉ cần vài cấp.',
  ],
  'too-many/plans': ({ limit }, { number }) => [
    `tài liệu kết quả này nêu hơn ${number(limit)} kế hoạch`,
    'Chỉ ghi những kế hoạch có liên quan; các kế hoạch khác có thể có tài liệu riêng.',
  ],
  'too-many/plans-in-a-row': ({ limit }, { number }) => [
    `có hơn ${number(limit)} kế hoạch tiếp nối nhau`,
    'Bỏ `follows` ở đây, hoặc đọc ít kế hoạch hơn trong một lần.',
  ],
  'too-many/breakdowns': ({ limit }, { number }) => [
    `kế hoạch có hơn ${number(limit)} cách phân tổ`,
    'Bỏ những cách phân tổ không có số liệu.',
  ],
  'too-many/lines': ({ limit }, { number }) => [
    `các kế hoạch được đọc có hơn ${number(limit)} dòng (số chỉ tiêu nhân với số địa bàn)`,
    'Đọc ít kế hoạch hơn trong một lần, hoặc bớt địa bàn hay chỉ tiêu.',
  ],
  'too-many/policies': [
    'tài liệu thứ hai bắt đầu ở đây; tệp quy định kiểm tra chỉ có một',
    'Gộp vào một tài liệu, bỏ `---` ở giữa.',
  ],
  'too-many/sources': [
    'tài liệu thứ hai bắt đầu ở đây; tệp nguồn chỉ có một',
    'Gộp vào một tài liệu, bỏ `---` ở giữa.',
  ],
  'not-a-report': ({ found, detail, expected }) => [
    found
      ? `phiên bản này không đọc được định dạng ${code(found)}`
      : `đây không phải là báo cáo${detail ? `: ${detail}` : ''}`,
    `Sau ${code('--against')} hãy nêu tệp do ${code('pva report --format json')} ghi ra (${code(expected)}).`,
  ],
  'alias-bomb': ({ limit }, { number }) => [
    `các bí danh YAML ở đây lặp lại hơn ${number(limit)} giá trị`,
    'Viết ra từng giá trị thay vì lặp lại bằng `*`.',
  ],
  'text-too-long': ({ length, limit }, { number }) => [
    `đoạn chữ này có ${number(length)} ký tự, tối đa là ${number(limit)}`,
    'Viết ngắn lại, và ghi nguồn có phần còn lại.',
  ],

  'unknown-key': ({ key, suggestion }, { written }) => [
    `không có khoá ${code(written(key))}`,
    typeof suggestion === 'string'
      ? didYouMean(suggestion)
      : suggestion
        ? `Viết một trong các khoá ${suggestion.join(', ')}, hoặc bỏ khoá này.`
        : 'Bỏ khoá này.',
  ],
  'missing-key': ({ key, of }, { written }) => [
    `thiếu ${code(key)} trong ${HOLDERS.get(of) ?? written(of)}`,
    key === 'kind'
      ? 'Mở đầu bằng `kind: plan`, `kind: actuals` hoặc `kind: claims`.'
      : `Thêm ${code(`${key}:`)} và giá trị của nó${key === 'target' ? ', hoặc `target: none`' : ''}.`,
  ],
  'duplicate-key': ({ key, first }, { written, place }) => [
    `${code(written(key))} được viết hai lần, lần đầu ở ${place(first)}`,
    'Chỉ giữ lại một.',
  ],
  'duplicate-id': ({ id, what, first }, { written, place }) => [
    `đã có ${KINDS[what]} mang mã ${code(written(id))} ở ${place(first)}`,
    'Đặt mã khác cho một trong hai, hoặc bỏ bớt một.',
  ],
  'bad-value': ({ written: text, expected, suggestion }, { written }) => {
    const { noun, advice, message } =
      typeof expected === 'string'
        ? { message: null, ...EXPECTED[expected] }
        : {
            noun: `một trong các từ ${brief(expected)}`,
            advice: `Viết ${listed(expected.map(code), 'hoặc')}.`,
            message: null,
          }
    const structure = STRUCTURES.get(text)
    const instead = structure
      ? `ở đây cần ${noun}, không phải ${structure}`
      : text === ''
        ? `ở đây cần ${noun}`
        : `"${written(text)}" không phải là ${noun}`
    return [message?.(written(text)) ?? instead, meant(advice, suggestion, typeof expected !== 'string')]
  },
  'key-not-for-type': ({ key, type }) => [
    `chỉ tiêu loại ${code(type)} không có ${code(key)}`,
    `Bỏ ${code(key)}, hoặc sửa ${code('type')}.`,
  ],

  ...tableProblemsVi,

  'ambiguous-number': ({ written: text, readings, table }, { number, written }) => {
    const shown = distinctReadings(readings, ['plain', 'vi', 'en']).map((reading) => number(reading.number))
    const choices = distinctReadings(readings, ['vi', 'plain', 'en'])
    const declare = choices.map(
      ({ notation, number: value }, index) =>
        `${notationStated(notation, index === 0, table)} để đọc là ${number(value)}`,
    )
    const plain = choices.map((reading) => unmistakable(reading.number))
    return [
      shown.length > 1
        ? `${written(text)} có thể là ${listed(shown, 'hoặc')}`
        : `${written(text)} chỉ đọc được theo cách viết ${choices.map((choice) => code(choice.notation)).join()}, là ${shown.join()}`,
      `Thêm ${declare.join(', ')}, hoặc viết ${listed(plain, 'hoặc')}.`,
    ]
  },
  'not-a-number/groups': ({ written: text, notation, fits }, { written }) => [
    notation === null
      ? `${written(text)} không phải là số: mỗi nhóm phải có đúng ba chữ số`
      : `${written(text)} không phải là số theo cách viết ${code(`numbers: ${notation}`)}`,
    `Viết như ${examples(notation)}${orNotation(fits) || (notation === null ? '' : `, hoặc sửa ${code('numbers:')}`)}.`,
  ],
  'not-a-number/spaces': ({ written: text, notation, fits }, { written }) => [
    `${written(text)} có dấu cách bên trong`,
    `Viết liền, không có dấu cách, như ${examples(notation)}${orNotation(fits)}.`,
  ],
  'not-a-number/exponent': ({ written: text, notation, table }, { written }) => [
    `${written(text)} có số mũ, cách viết này không dùng được`,
    `Viết đủ các chữ số, như ${examples(notation)}${table ? `, hoặc khai báo ${code('written-by: program')} ở ${code('table:')}` : ''}.`,
  ],
  'not-a-number/leading-zero': ({ written: text, fits }, { written }) => [
    `${written(text)} có số 0 thừa ở đầu`,
    `Bỏ số 0 đó${orNotation(fits)}.`,
  ],
  'not-a-number/too-long': ({ written: text }, { written }) => [
    `${written(text)} có hơn 40 chữ số`,
    'Viết không quá 40 chữ số.',
  ],
  'not-a-number/digits': ({ written: text, notation }, { written }) => [
    `${written(text)} có chữ số không thuộc 0 đến 9`,
    `Viết bằng các chữ số 0 đến 9, như ${examples(notation)}.`,
  ],
  'not-a-number/other': ({ written: text, notation, table }, { written }) => [
    text === '' ? 'ở đây cần một số' : `"${written(text)}" không phải là số`,
    `Viết số như ${examples(notation)}${table ? (isInBrackets(text) ? `; nếu dấu ngoặc có nghĩa là số âm thì khai báo ${code('written-by: accounts')} ở ${code('table:')}` : `; nếu ký hiệu này có nghĩa là chưa có số liệu thì khai báo ở ${code('missing:')}`) : ''}.`,
  ],
  'not-a-number/words': ({ written: text, notation, table }, { written }) => [
    `"${written(text)}" có chữ kèm theo số`,
    table
      ? `Chỉ viết số, như ${examples(notation)}, hoặc kèm đúng đơn vị mà kế hoạch ghi ở ${code('unit:')}; ký hiệu sau số thì khai báo ở ${code('flags:')}.`
      : `Chỉ viết số, như ${examples(notation)}; đơn vị ghi ở ${code('unit:')}, lời giải thích ghi ở ${code('note:')}.`,
  ],
  'not-a-number/no-result': ({ written: text, notation }, { written }) => [
    `"${written(text)}" không phải là số, cũng không phải trạng thái của nhiệm vụ`,
    `Viết số như ${examples(notation)}; nhiệm vụ thì viết ${code('done')}, ${code('in-progress')} hoặc ${code('not-started')}; chưa có số liệu thì để trống.`,
  ],
  'not-a-number/printed': ({ written: text, notation }, { written }) => [
    `không đọc được "${written(text)}" như một số liệu công bố`,
    `Viết số như ${examples(notation)}, khoảng (${code('80-90')}), số lớn hơn hoặc nhỏ hơn (${code('trên 4')}, ${code('dưới 4')}, ${code('<4')}), hoặc số xấp xỉ (${code('khoảng 4')}, ${code('~4')}).`,
  ],
  'comma-in-braces/number': ({ written: text }, { written }) => [
    `trong dấu ngoặc nhọn hay ngoặc vuông, dấu phẩy ngăn cách các mục, nên ${written(text)} không phải là một số`,
    `Đặt số trong dấu nháy, ${code(quoted(written(text)))}, hoặc viết trên dòng riêng, không dùng ngoặc.`,
  ],
  'comma-in-braces/text': ({ written: text }, { written }) => [
    `trong dấu ngoặc nhọn hay ngoặc vuông, dấu phẩy ngăn cách các mục, nên ${written(text)} không phải là một đoạn liền`,
    `Đặt cả đoạn trong dấu nháy, ${code(quoted(written(text)))}, hoặc viết trên dòng riêng, không dùng ngoặc.`,
  ],
  'percent-or-points': ({ written: text, number: plain }, { number, written }) => [
    `${written(text)} có thể là ${number(plain)} điểm phần trăm hoặc ${number(plain)}% của số gốc`,
    `Viết ${code(`${withoutMark(written(text))} pp`)} nếu là điểm phần trăm; nếu là phần trăm của số gốc thì tính ra điểm phần trăm rồi viết.`,
  ],
  'percent-or-ratio': ({ written: text, percent }, { written }) => [
    `${written(text)} có thể là ${written(text)}% hoặc ${percent}%`,
    `Viết ${code(`${percent}%`)} hoặc ${code(`${written(text)}%`)}.`,
  ],
  'low-tolerance': ({ written: text, slack }, { number, written }) => [
    `với \`tolerance\` là ${written(text)}, chỉ cần bằng ${written(text)} kế hoạch đến kỳ báo cáo đã là đúng tiến độ`,
    `Nếu cho phép thấp hơn kế hoạch đến kỳ báo cáo ${written(text)} thì viết ${code(`${slack}%`)}: từ ${number(slack)}% trở lên là đúng tiến độ.`,
  ],
  'unit-mismatch': ({ written: text, found, expected }, { written }) => [
    `${written(text)} là ${UNITS[found]}, trong khi ở đây cần ${UNITS[expected]}`,
    expected === 'number'
      ? `Viết ${code(withoutMark(written(text)))}, hoặc sửa ${code('type')} của chỉ tiêu.`
      : `Viết ${code(withoutMark(written(text)) + (expected === 'points' ? ' pp' : '%'))} nếu đúng là như vậy, hoặc sửa ${code('type')} của chỉ tiêu.`,
  ],
  'not-in-text': ({ key, written: text }, { written }) => [
    `không có ${written(text)} trong ${code('text')}, là câu dùng để lấy ${code(key)}`,
    'Sửa chỗ chép sai, hoặc chép đủ phần đã công bố.',
  ],

  'bad-period': ({ written: text, lacksYear }, { written }) => [
    lacksYear
      ? `"${written(text)}" không ghi năm`
      : text === ''
        ? 'ở đây cần một kỳ'
        : `"${written(text)}" không phải là một kỳ`,
    lacksYear
      ? `Ghi năm ở ${code('table:')}, ${code('period: { year: 2018 }')}.`
      : 'Viết năm 2018, nửa năm 2018-H1, quý 2018-Q1, tháng 2018-03, ngày 2018-03-31, hoặc kỳ đầu và kỳ cuối của một khoảng: 2018-01/2018-09.',
  ],
  'bad-target/two-kinds': ({ written: text }, { written }) => [
    `kế hoạch này nêu nhiều hơn một yêu cầu: ${written(text)}`,
    `Chỉ giữ một trong ${TARGET_KINDS}.`,
  ],
  'bad-target/no-kind': [
    'kế hoạch này không nêu phải đạt điều gì',
    `Viết một trong ${TARGET_KINDS}; với nhiệm vụ viết ${code('done')}, không giao kế hoạch viết ${code('none')}.`,
  ],
  'bad-target/not-above-zero': ({ written: text }, { written }) => [
    `mức tăng, giảm theo kế hoạch phải lớn hơn 0, không thể là ${written(text)}`,
    `Viết độ lớn, không có dấu: ${code('reduce_by')} là giảm, ${code('increase_by')} là tăng.`,
  ],
  'bad-target/range-order': ({ written: text }, { written }) => [
    `đầu thứ nhất của khoảng ${written(text)} không nhỏ hơn đầu thứ hai`,
    'Viết số nhỏ hơn trước.',
  ],
  'bad-target/range-ends': ({ written: text }, { written }) => [
    `một khoảng có hai đầu: ${written(text)}`,
    `Viết cả hai, số nhỏ trước, như ${code('[80, 90]')}.`,
  ],
  'bad-target/task-needs-done': ({ written: text }, { written }) => [
    `nhiệm vụ không có số phải đạt: ${written(text)}`,
    `Viết ${code('target: done')}, hoặc đặt ${code('type')} khác cho chỉ tiêu.`,
  ],
  'bad-target/done-needs-task': [
    `chỉ nhiệm vụ mới có kế hoạch ${code('done')}`,
    `Thêm ${code('type: task')}, hoặc viết một số làm kế hoạch.`,
  ],
  'bad-target/date-needs-by': ({ written: text }, { written }) => [
    `kế hoạch của chỉ tiêu ngày phải là một ngày, không phải ${written(text)}`,
    `Viết ${code('target: { by: 2018-05-31 }')}, hoặc đổi ${code('type')} của chỉ tiêu.`,
  ],
  'bad-target/by-needs-date': [
    `chỉ những chỉ tiêu kiểu ngày mới có hạn ${code('by')}`,
    `Thêm ${code('type: date')}, hoặc viết loại kế hoạch khác.`,
  ],
  'bad-target/per-year': [
    `${code('per: year')} chỉ dùng cho kế hoạch tăng, giảm có kỳ tròn năm`,
    `Bỏ ${code('per: year')}: khi đó mức tăng, giảm là của cả kỳ.`,
  ],
  'bad-target/hidden': (_, __) => [
    'chỉ tiêu được ẩn lại có kế hoạch, không ai thấy được',
    `Viết ${code('target: none')}, hoặc bỏ ${code('hidden')}.`,
  ],
  'bad-target/bound': ({ written: text }, { written }) => [
    `kế hoạch có dấu của một giới hạn: ${written(text)}`,
    `Viết ${code(boundTarget(written(text)))}.`,
  ],
  'bad-target/direction-conflict': ({ written: text }, { written }) => [
    `${code(`direction: ${written(text)}`)} trái với kế hoạch`,
    `Bỏ ${code('direction')}: loại kế hoạch đã nói rõ cao hơn hay thấp hơn là tốt.`,
  ],
  'direction-not-stated': ({ written: text, type }, { written }) => [
    `${written(text)} chưa nói rõ cao hơn hay thấp hơn là tốt; chỉ tiêu loại ${TYPES[type]} có thể theo cả hai chiều`,
    `Viết ${code(`at_least: ${written(text)}`)} (ít nhất) hoặc ${code(`at_most: ${written(text)}`)} (nhiều nhất) ở dòng dưới ${code('target:')}.`,
  ],
  'no-baseline': ({ indicator, needs }, { written }) => [
    needs === 'target'
      ? `kế hoạch tăng, giảm của ${code(written(indicator))} không có số gốc để tính`
      : `công thức của ${code(written(indicator))} cần số gốc`,
    `Thêm ${code('baseline:')} với ${code('period:')} và ${code('value:')} (tỷ lệ hộ nghèo thì dùng ${code('rate:')}).`,
  ],
  'bad-phasing/sum': ({ found, whole }, { number, written }) => [
    `các phần cộng lại bằng ${written(number(found))}, không phải ${number(whole)}`,
    `Sửa cho tổng bằng ${number(whole)}, hoặc viết số luỹ kế kết thúc ở ${number(whole)}.`,
  ],
  'bad-phasing/falls': ({ found }, { number, written }) => [
    `số luỹ kế không thể giảm: ${written(number(found))}`,
    'Với mỗi kỳ, viết mức phải đạt tính đến hết kỳ đó.',
  ],
  'bad-phasing/last': ({ found, whole }, { number, written }) => [
    `số cuối cùng là ${written(number(found))}, không phải ${number(whole)}`,
    `Viết ${code(number(whole))} ở kỳ kết thúc cùng kế hoạch.`,
  ],
  'bad-phasing/end': ({ found, whole }, { number, written }) => [
    `số luỹ kế cuối cùng là của ${written(number(found))}, kỳ này kết thúc trước kế hoạch`,
    `Viết ${code(number(whole))} ở kỳ kết thúc cùng kế hoạch.`,
  ],
  'bad-phasing/outside': ({ found }, { number, written }) => [
    `${written(number(found))} nằm ngoài kỳ kế hoạch`,
    'Chỉ dùng các kỳ nằm trong kỳ kế hoạch.',
  ],
  'bad-phasing/order': ({ found }, { number, written }) => [
    `${written(number(found))} không kết thúc sau kỳ ở dòng trên`,
    'Viết các kỳ theo thứ tự thời gian, kỳ sớm nhất trước, không kỳ nào nằm trong kỳ khác.',
  ],
  'bad-phasing/mixed': ({ found }, { number, written }) => [
    `${written(number(found))} chồng lên kỳ ở dòng trên, phần của kỳ này sẽ bị tính hai lần`,
    'Cho mỗi quý hay mỗi tháng một phần, hoặc viết số luỹ kế đến cuối kỳ kế hoạch.',
  ],
  'bad-phasing/sign': ({ found }, { number, written }) => [
    `${written(number(found))} không phải tỷ lệ, và các số này cộng lại không bằng kế hoạch`,
    `Viết phần trăm kèm dấu, ${code('45%')}; với số phát sinh có kế hoạch là một số thì viết các số có tổng bằng kế hoạch.`,
  ],
  'bad-phasing/year': ({ found }, { number, written }) => [
    `${written(number(found))} không phải một năm của kế hoạch`,
    `Chỉ tiêu không cộng dồn có kế hoạch cho từng năm: kỳ kế hoạch phải gồm các năm trọn, và ghi đúng các năm đó.`,
  ],
  'bad-phasing/both': (_, __) => [
    `${code('targets_by_period')} đã nêu mức phải đạt đến từng kỳ`,
    `Bỏ ${code('phasing')} hoặc ${code('targets_by_period')}.`,
  ],
  'bad-phasing/last-year': [
    `${code('last-year')} phân bổ chỉ tiêu cộng dồn của kế hoạch không quá một năm`,
    `Ghi tỷ trọng hoặc số luỹ kế của từng kỳ, ${code('linear')} hoặc ${code('none')}.`,
  ],
  'no-profile': ({ indicator, period }, { written }) => [
    `${code(written(indicator))} phân bổ theo năm trước, nhưng chưa có số của cả kỳ ${period} lớn hơn 0`,
    `Thêm số liệu của ${period} (${code('follows:')} hoặc ${code('last_year: true')}). Khi chưa có thì chưa tính mức phải đạt trước ngày cuối kỳ.`,
  ],
  'follows-no-earlier': ({ plan, period, follows, followsPeriod }, { written }) => [
    plan === follows
      ? `${code(written(plan))} được khai là tiếp nối chính nó`
      : `${code(written(plan))} (${period}) bắt đầu khi ${code(written(follows))} (${followsPeriod}) chưa kết thúc`,
    `Ghi mã của kế hoạch kỳ trước, hoặc bỏ ${code('follows:')}; khi chưa sửa thì không so sánh với kế hoạch đó.`,
  ],
  'target-behind-baseline': ({ indicator, target, baseline }, { number, written }) => [
    `kế hoạch của ${code(written(indicator))} là ${number(target)}, kém hơn số gốc ${number(baseline)}`,
    'Kiểm tra hai số và loại kế hoạch; nếu đúng như vậy thì giữ nguyên.',
  ],
  'parts-do-not-sum': ({ indicator, what, whole, parts }, { number, written }) => [
    `${what === 'targets' ? 'kế hoạch' : 'thực hiện'} của các phần thuộc ${code(written(indicator))} cộng lại bằng ${number(parts)}, trong khi tổng là ${number(whole)}`,
    `Sửa số liệu, hoặc bỏ ${code('exhaustive: true')} nếu đây chưa phải là tất cả các phần.`,
  ],

  'unknown-plan': ({ plan, suggestion }, { written }) => [
    `không có kế hoạch nào mang mã ${code(written(plan))}`,
    meant('Nêu thêm tệp của kế hoạch đó, hoặc sửa mã.', suggestion),
  ],
  'unknown-indicator': ({ indicator, plan, suggestion }, { written }) => [
    `kế hoạch ${code(written(plan))} không có chỉ tiêu ${code(written(indicator))}`,
    meant(
      /^[a-z0-9_-]*$/.test(indicator)
        ? 'Sửa mã, hoặc thêm chỉ tiêu vào kế hoạch.'
        : `Sửa tên, hoặc thêm chỉ tiêu vào kế hoạch; bảng bỏ qua các dòng này nếu khai báo ${code('codes: { indicator: { …: skip } }')}.`,
      suggestion,
    ),
  ],
  'unknown-group': ({ plan, breakdown, group, suggestion }, { written }) => [
    group === null
      ? `kế hoạch ${code(written(plan))} không có cách phân tổ ${code(written(breakdown))}`
      : `kế hoạch ${code(written(plan))} không có nhóm ${code(written(group))} của ${code(written(breakdown))}`,
    meant(`Sửa mã, hoặc thêm vào ${code('breakdowns:')} của kế hoạch.`, suggestion),
  ],
  'unknown-area': ({ area, plan, suggestion }, { written }) => [
    `kế hoạch ${code(written(plan))} không có địa bàn ${code(written(area))}`,
    meant(`Sửa mã, hoặc thêm địa bàn vào kế hoạch trong mục ${code('areas:')}.`, suggestion),
  ],
  'unknown-provider/unknown': ({ indicator, provider, known, suggestion }, { written }) => [
    `${code(written(indicator))} không có nguồn số liệu ${code(written(provider))}`,
    meant(
      `Viết một trong ${known.map(code).join(', ')}, hoặc thêm vào ${code('providers:')} của chỉ tiêu.`,
      suggestion,
    ),
  ],
  'unknown-provider/not-stated': ({ indicator, known }, { written }) => [
    `${code(written(indicator))} có nhiều nguồn số liệu, mà số này không nêu là của nguồn nào`,
    `Thêm ${code('provider:')} với một trong ${known.map(code).join(', ')}; với bảng, thêm cột nêu nguồn số liệu.`,
  ],
  'unknown-provider/none-named': ({ indicator, provider }, { written }) => [
    `số này là của ${code(written(provider))}, nhưng ${code(written(indicator))} không khai nguồn số liệu nào trong kế hoạch`,
    `Khai các nguồn trong ${code('providers:')} của chỉ tiêu, kèm ${code('judged_by:')}, hoặc bỏ ${code('provider')} ở đây.`,
  ],
  'period-outside-plan': ({ period, plan, planPeriod, isPartly, isYearBefore }, { written }) => [
    `${written(period)} ${isPartly ? 'chỉ một phần' : 'không'} nằm trong ${planPeriod}, ${isYearBefore ? 'năm trước' : 'kỳ'} của kế hoạch ${code(written(plan))}`,
    isYearBefore
      ? `Sửa kỳ, hoặc bỏ ${code('last_year')}.`
      : `Sửa kỳ, hoặc nêu đúng kế hoạch của số liệu này; với bảng, ${code('within: plan')} bỏ qua các dòng như vậy.${isPartly ? ` Nếu bảng lấy ngày làm kỳ dài hơn kỳ của kế hoạch, hãy lấy kỳ ngắn hơn: ${code('by: month')}.` : ''}`,
  ],
  'basis-not-stated': ({ period, planPeriod }) => [
    `${period} bắt đầu muộn hơn kỳ kế hoạch ${planPeriod}: chưa rõ số này là của riêng ${period} hay luỹ kế từ đầu kỳ kế hoạch`,
    `Thêm ${code('basis: increment')} nếu là của riêng ${period}, ${code('basis: cumulative')} nếu luỹ kế từ đầu kỳ kế hoạch.`,
  ],
  'duplicate-observation': ({ indicator, area, period, first, apart }, { written, place }) => [
    `${code(written(indicator))} có hai số liệu cho ${period}${area === null ? '' : ` ở ${code(written(area))}`}, số đầu ở ${place(first)}`,
    tellApart(
      apart,
      written,
      `Chỉ giữ một, hoặc dùng ${code('status:')} nói rõ số nào là ${code('final')} (chính thức), ${code('provisional')} (sơ bộ) hay ${code('estimate')} (ước tính).`,
    ),
  ],
  'overlapping-periods/increments': ({ indicator, period, other, first, apart }, { written, place }) => [
    `hai số liệu của ${code(written(indicator))} trùng kỳ nhau: ${period}, và ${other} ở ${place(first)}`,
    tellApart(
      apart,
      written,
      `Chỉ giữ một, hoặc viết ${code('basis: cumulative')} nếu là số luỹ kế từ đầu kỳ kế hoạch.`,
    ),
  ],
  'overlapping-periods/one-day': ({ indicator, period, other, first, apart }, { written, place }) => [
    `hai số liệu của ${code(written(indicator))} cho cùng một ngày lại khác nhau: ${period}, và ${other} ở ${place(first)}`,
    tellApart(apart, written, `Chỉ giữ số đúng: cả hai đều là số tại ngày cuối kỳ.`),
  ],
  'cumulative-disagrees': ({ indicator, stated, computed }, { number, written }) => [
    `số luỹ kế của ${code(written(indicator))} là ${number(stated)}, nhưng cộng các kỳ lại được ${number(computed)}`,
    `Sửa số sai; trong khi chờ, ${number(stated)} được dùng.`,
  ],
  'falling-cumulative': ({ indicator, from, to, first }, { number, written, place }) => [
    `số luỹ kế của ${code(written(indicator))} giảm từ ${number(from)} (ở ${place(first)}) xuống ${number(to)}`,
    `Sửa số sai, hoặc viết ${code('basis: increment')} nếu là số của riêng kỳ đó.`,
  ],
  'part-exceeds-whole': ({ what, part, whole, partValue, wholeValue }, { number, written }) => [
    `${what === 'targets' ? 'kế hoạch của ' : ''}${code(written(part))} là ${number(partValue)}, lớn hơn tổng ${code(written(whole))} chứa nó, ${number(wholeValue)}`,
    what === 'rate'
      ? `Sửa số sai, hoặc ghi chỉ tiêu khác ở ${code('rate_of:')}.`
      : what === 'minority'
        ? 'Sửa số sai.'
        : `Sửa số sai, hoặc đưa ${code(written(part))} ra khỏi ${code('of_which:')}.`,
  ],
  'total-disagrees': ({ indicator, reported, sum, by, column }, { number, written }) => [
    `tổng của ${code(written(indicator))}${column === undefined ? '' : `, cột ${code(written(column))},`} là ${number(reported)}, nhưng cộng các ${by === undefined ? 'địa bàn' : `nhóm theo ${code(by)}`} được ${number(sum)}`,
    `Sửa số sai; trong khi chờ, ${number(reported)} được dùng.`,
  ],
  'area-targets-do-not-sum': ({ indicator, area, target, sum }, { number, written }) => [
    area === null
      ? `kế hoạch giao các địa bàn của ${code(written(indicator))} cộng lại bằng ${number(sum)}, trong khi kế hoạch chung là ${number(target)}`
      : `kế hoạch của ${code(written(indicator))} giao các địa bàn thuộc ${code(written(area))} cộng lại bằng ${number(sum)}, trong khi kế hoạch của địa bàn này là ${number(target)}`,
    'Sửa số sai. Nếu chủ ý giao các địa bàn cao hơn hoặc thấp hơn kế hoạch chung thì giữ nguyên.',
  ],
  'mpi-disagrees': ({ indicator, printed, computed, headcount, intensity }, { number, written }) => [
    `chỉ số ${number(printed)} của ${code(written(indicator))} không bằng tỷ lệ nghèo × cường độ nghèo: ${number(headcount)}% × ${number(intensity)}% = ${number(computed)}`,
    'Sửa số bị sai, hoặc bỏ `value`.',
  ],
  'households-disagree': (args, { number, written }) => {
    const span = (low: string, high: string) => (low === high ? number(low) : `từ ${number(low)} đến ${number(high)}`)
    const { indicator, other, period } = args
    return [
      `${period === null ? '' : `kỳ ${written(period)}: `}${code(written(indicator))} tính trên ${span(args.low, args.high)} hộ, trong khi ${code(written(other))} tính trên ${span(args.otherLow, args.otherHigh)} hộ`,
      'Hai tỷ lệ được khai là tính trên cùng tổng số hộ: sửa tỷ lệ hoặc số lượng, hoặc bỏ `same_base_as`.',
    ]
  },
  'rate-disagrees': ({ indicator, printed, computed, numerator, denominator }, { number, written }) => [
    `tỷ lệ của ${code(written(indicator))} ghi là ${number(printed)}%, nhưng ${number(numerator)} trên ${number(denominator)} là ${number(computed)}%`,
    'Sửa số sai; trong khi chờ, tỷ lệ được tính từ số lượng.',
  ],
  'start-disagrees': ({ indicator, start, end, first }, { number, written, place }) => [
    `${code(written(indicator))}: đầu năm ghi ${number(start)}, nhưng cuối năm trước ghi ${number(end)}, ở ${place(first)}`,
    'Sửa số sai, hoặc nêu lý do chênh lệch trong `note:`; trong khi chờ, mỗi số được dùng ở chỗ của nó.',
  ],
  'movements-do-not-balance': ({ indicator, start, end, expected, by }, { number, written }) => [
    `từ ${number(start)} đầu kỳ, biến động của ${code(written(indicator))} cho kết quả ${number(expected)}, nhưng cuối kỳ ghi ${number(end)}: chênh ${number(by)}`,
    `Sửa số liệu, hoặc ghi phần chênh, ${number(by)}, vào ${code('other:')} kèm ${code('note:')}.`,
  ],
  'poor-change-disagrees': ({ indicator, stated, computed }, { number, written }) => [
    `mức tăng, giảm số hộ nghèo của ${code(written(indicator))} ghi là ${number(stated)}, nhưng tính từ số hộ được ${number(computed)}`,
    'Sửa số sai; trong khi chờ, số hộ đầu kỳ và cuối kỳ được dùng.',
  ],
  'fraction-or-percent': (
    { of, indicator, written: text, percent, asFraction, against, value },
    { number, written },
  ) => [
    `${written(text)} được đọc là ${number(`${percent}%`)} nhưng có thể là ${number(`${asFraction}%`)}: mọi ${of === 'plan' ? 'chỉ tiêu tỷ lệ trong tệp' : `tỷ lệ trong ${of === 'table' ? 'bảng' : 'tệp'}`} đều không quá 1, trong khi ${{ target: 'kế hoạch', baseline: 'số gốc', actual: 'thực hiện' }[against]} của ${code(written(indicator))} là ${number(`${value}%`)}`,
    of !== 'table'
      ? `Ghi cả dấu: ${code(`${asFraction}%`)} hoặc ${code(`${written(text)}%`)}.`
      : `Trong tệp kết quả, ghi ${code('fractions: true')} ở ${code('table:')} nếu là ${number(`${asFraction}%`)}, ${code('fractions: false')} nếu là ${number(`${percent}%`)}; hoặc ghi cả dấu, ${code(`${written(text)}%`)}.`,
  ],
  'not-comparable': ({ indicator, what, from, to }, { written }) => [
    `${MEASUREMENTS[what]} của ${code(written(indicator))} trong kế hoạch là ${written(from) || '(không nêu)'}, trong kết quả là ${written(to) || '(không nêu)'}: không so sánh được`,
    `Ghi cả hai theo cùng ${code(`${what}:`)}, hoặc bổ sung nếu còn thiếu.`,
  ],
  'standard-not-stated': ({ indicator, side, standard }, { written }) => [
    `${side === 'baseline' ? 'số gốc' : 'kết quả'} của ${code(written(indicator))} không nêu chuẩn, trong khi ${side === 'baseline' ? 'kết quả' : 'số gốc'} theo chuẩn ${written(standard)}: không so sánh được`,
    `Ghi ${code('standard:')} ở ${side === 'baseline' ? code('baseline:') : 'kết quả'}.`,
  ],
  'published-disagrees': ({ indicator, published, computed }, { number, written }) => [
    `số đã công bố về ${code(written(indicator))} là ${percent(written(number(published)))}, nhưng tính từ số liệu được ${percent(number(computed))}`,
    'Kiểm tra lại kế hoạch, kết quả và số đã công bố.',
  ],
}

function tellApart(apart: readonly ColumnApart[] | undefined, written: Speaker['written'], advice: string): string {
  if (!apart) return advice
  const columns = apart.map(({ column }) => code(written(column)))
  const keys = apart.map((each) => code(takenAs(each, written)))
  const isOther = apart.some(({ takes }) => takes === 'where')
  const more = isOther ? `, hoặc khai vào kế hoạch ${code('areas:')} hay ${code('breakdowns:')} mà cột này nêu` : ''
  return `Hai dòng khác nhau ở cột ${listed(columns, 'và')}, chưa khai báo để đọc: thêm ${listed(keys, 'hoặc')} vào ${code('table:')}${more}. Nếu không, ${lowerFirst(advice)}`
}

const didYouMean = (suggestion: string) => `Có phải ${code(suggestion)} không?`

function meant(advice: string, suggestion: Suggestion, isListed = false): string {
  if (typeof suggestion === 'string') return didYouMean(suggestion)
  return suggestion === null || isListed ? advice : `${advice} Gần nhất: ${suggestion.map(code).join(', ')}.`
}

const isInBrackets = (text: string) => text.startsWith('(') && text.endsWith(')') && /\d/.test(text)

const withoutMark = (text: string) =>
  text
    .trimEnd()
    .replace(/(?:%|pp|điểm %)$/, '')
    .trimEnd()

const percent = (text: string) => (text.endsWith('%') ? text : `${text}%`)

/** At the top of a document, or on the command line. */
function notationStated(notation: string, first: boolean, table = false): string {
  if (table) return `${code(`--numbers ${notation}`)}${first ? ' vào câu lệnh' : ''}`
  return `${code(`numbers: ${notation}`)}${first ? ' ở đầu tệp' : ''}`
}

/** What a key is missing in. */
const HOLDERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    document: 'tài liệu này',
    plan: 'kế hoạch này',
    actuals: 'tệp kết quả này',
    claims: 'tệp số liệu công bố này',
    mapping: 'bảng mã dùng chung này',
    claim: 'số liệu công bố này',
    result: 'kết quả này',
    observation: 'số liệu này',
    indicator: 'chỉ tiêu này',
    target: 'mức kế hoạch này',
    baseline: 'số gốc này',
    rate_of: 'tỷ lệ này',
    revision: 'lần điều chỉnh này',
    area: 'địa bàn này',
    section: 'mục này',
    policy: 'quy định kiểm tra này',
    source: 'nguồn này',
    name: 'tên gọi này',
    table: 'bảng này',
    columns: 'các cột của bảng này',
    providers: 'các nguồn số liệu của chỉ tiêu này',
    where: 'điều kiện này',
    period: 'kỳ này',
  }),
)

const KINDS = {
  plan: 'kế hoạch',
  indicator: 'chỉ tiêu',
  area: 'địa bàn',
  group: 'nhóm',
  section: 'mục',
  provider: 'nguồn số liệu',
  state: 'trạng thái',
  claim: 'số liệu công bố',
  mapping: 'bảng mã dùng chung',
} as const

const UNITS = { number: 'số thường', percent: 'phần trăm', points: 'điểm phần trăm' } as const
const MEASUREMENTS = { standard: 'chuẩn nghèo', measured: 'đơn vị tính', method: 'phương pháp tính' } as const

const TYPES: Readonly<Record<IndicatorType, string>> = {
  count: 'số phát sinh',
  stock: 'số tại thời điểm',
  level: 'mức bình quân',
  rate: 'tỷ lệ',
  'poverty-rate': 'tỷ lệ hộ nghèo',
  growth: 'tốc độ tăng',
  index: 'chỉ số từ 0 đến 1',
  date: 'ngày',
  task: 'nhiệm vụ',
  text: 'diễn giải bằng lời',
}

/** What stands where it does not belong, when it is no text. */
const STRUCTURES: ReadonlyMap<string, string> = new Map(
  Object.entries({ '[…]': 'danh sách', '{…}': 'nhóm khoá và giá trị' }),
)

interface Expectation {
  readonly noun: string
  readonly advice: string
  /** Where "is not" and the noun would not say it. */
  readonly message?: (written: string) => string
}

const EXPECTED: Readonly<Record<ExpectedPhrase, Expectation>> = {
  text: { noun: 'văn bản', advice: 'Viết văn bản, đặt trong dấu nháy nếu cần.' },
  map: { noun: 'nhóm khoá và giá trị', advice: 'Viết mỗi khoá và giá trị trên một dòng, thụt vào bên dưới.' },
  list: {
    noun: 'danh sách',
    advice: 'Viết mỗi mục trên một dòng sau dấu gạch, hoặc trong ngoặc vuông: `[a, b]`.',
  },
  'text-or-map': {
    noun: 'văn bản hay nhóm khoá và giá trị',
    advice: 'Viết văn bản, hoặc các khoá và giá trị thụt vào bên dưới.',
  },
  'number-or-map': {
    noun: 'số hay nhóm khoá và giá trị',
    advice: 'Viết một số, hoặc các khoá và giá trị thụt vào bên dưới.',
  },
  id: {
    noun: 'mã (id)',
    advice:
      'Viết bằng chữ thường không dấu a đến z, chữ số, `-` và `_`, mở đầu bằng chữ hay số, không quá 64 ký tự: `labour-export`.',
  },
  date: { noun: 'ngày', advice: 'Viết năm, tháng, ngày: `2018-07-01`.' },
  url: { noun: 'địa chỉ trang web', advice: 'Viết đầy đủ, bắt đầu bằng `https://` hoặc `http://`.' },
  'whole-number-0-20': { noun: 'số nguyên từ 0 đến 20', advice: 'Viết một số nguyên từ 0 đến 20.' },
  'whole-number': { noun: 'số nguyên', advice: 'Viết một số nguyên không âm.' },
  'yes-or-no': { noun: 'true hay false', advice: 'Viết `true` (có) hoặc `false` (không).' },
  'task-state': {
    noun: 'trạng thái của nhiệm vụ',
    advice: 'Viết `done` (hoàn thành), `in-progress` (đang thực hiện) hoặc `not-started` (chưa thực hiện).',
  },
  states: {
    noun: 'danh sách từ hai trạng thái',
    advice: 'Viết theo thứ tự, trạng thái hoàn thành ở cuối: `[đã trình, đã ban hành]`.',
  },
  'not-negative': { noun: 'số không âm', advice: 'Viết một số không nhỏ hơn 0.' },
  'index-0-1': { noun: 'chỉ số từ 0 đến 1', advice: 'Viết số từ 0 đến 1: 4,1% là 0,041.' },
  'rate-0-100': { noun: 'tỷ lệ từ 0 đến 100', advice: 'Viết một tỷ lệ phần trăm từ 0 đến 100.' },
  'above-zero': { noun: 'số lớn hơn 0', advice: 'Viết một số lớn hơn 0.' },
  'group-sign': {
    noun: 'dấu ngăn nhóm',
    advice: "Ghi dấu cách, `'`, `.` hoặc `,`, khác với dấu thập phân; hoặc bỏ `group`.",
  },
  'decimal-sign': { noun: 'dấu thập phân', advice: 'Ghi `.` hoặc `,`.' },
  'rising-range': { noun: 'khoảng có số đầu nhỏ hơn số cuối', advice: 'Viết số nhỏ trước: `80-90`.' },
  number: { noun: 'số', advice: 'Viết một số duy nhất, không kèm đơn vị.' },
  percentage: { noun: 'tỷ lệ phần trăm', advice: 'Viết kèm dấu phần trăm: `95%`.' },
  'at-most-households': {
    noun: 'số không lớn hơn tổng số hộ',
    advice: 'Sửa `poor:` hoặc `households:`.',
    message: (written) => `${written} hộ nghèo, nhiều hơn tổng số hộ`,
  },
  'area-outside': {
    noun: 'địa bàn nằm ngoài địa bàn này',
    advice: 'Viết mã của địa bàn chứa địa bàn này.',
    message: (written) => `địa bàn này sẽ nằm trong chính nó: ${code(written)} chính là địa bàn này hoặc nằm trong đó`,
  },
  'section-before': {
    noun: 'mục đứng trước mục này',
    advice: 'Ghi mã của mục chứa mục này, và viết mục đó ở trước.',
  },
  'provider-of-indicator': {
    noun: 'nguồn số liệu của chỉ tiêu này',
    advice: 'Thêm nguồn đó vào `providers:`, hoặc sửa mã.',
  },
  'section-of-plan': {
    noun: 'mục của kế hoạch này',
    advice: 'Thêm mục đó vào `sections:`, hoặc bỏ ở đây.',
  },
  'id-but-ours': {
    noun: 'mã dùng được cho một cách phân tổ hoặc một nhóm',
    advice: 'Chọn mã khác: trong bảng, mã này có nghĩa khác.',
    message: (written) => `${code(written)} không dùng làm mã phân tổ hoặc mã nhóm được`,
  },
  'id-but-whole': {
    noun: 'mã dùng được cho một địa bàn',
    advice: 'Chọn mã khác: trong bảng, `whole` là số chung của mọi địa bàn.',
    message: (written) => `${code(written)} không dùng làm mã địa bàn được`,
  },
  'area-of-plan': { noun: 'địa bàn của kế hoạch này', advice: 'Thêm địa bàn đó vào `areas:`, hoặc bỏ ở đây.' },
  'countable-indicator': {
    noun: 'chỉ tiêu loại `count` hoặc `stock` của kế hoạch này',
    advice: 'Thêm chỉ tiêu đó; nếu không giao kế hoạch thì viết `target: none`.',
  },
  mapping: {
    noun: 'mã của một tài liệu `kind: mapping` đã đọc',
    advice: 'Nêu thêm tệp của nó, hoặc viết nhóm khoá ngay ở đây.',
  },
  'poverty-rate-of-plan': {
    noun: 'chỉ tiêu khác loại `poverty-rate` của kế hoạch này',
    advice: 'Ghi mã của tỷ lệ hộ nghèo tính trên cùng tổng số hộ.',
  },
  name: { noun: 'tên gọi', advice: 'Viết văn bản, hoặc nhóm gồm `vi` và `en`.' },
}
