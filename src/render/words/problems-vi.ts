import type { IndicatorType } from '../../model/indicator.ts'
import type { ExpectedPhrase } from '../../model/problem.ts'
import {
  brief,
  code,
  distinctReadings,
  listed,
  NUMBER_EXAMPLES,
  type ProblemDictionary,
  type ProblemWords,
  unmistakable,
} from '../problem/problem-words.ts'
import { tableProblemsVi } from './table-problems-vi.ts'

export const problemsVi: ProblemDictionary = {
  'nothing-to-do': ({ why, where }) =>
    ({
      'no-folder': {
        message: `chưa nêu tệp nào và ở đây không có thư mục ${code(where)}`,
        remedy: 'Nêu tệp hoặc thư mục cần đọc: `pva report TỆP…`.',
      },
      'nothing-to-check': {
        message: 'không còn gì để kiểm tra: ở đây không có chỉ tiêu nào vừa có kế hoạch vừa có mức khác `off`',
        remedy: 'Kiểm tra tệp khác, hoặc để chính sách xét ít nhất một chỉ tiêu: cổng không xét gì thì luôn cho qua.',
      },
      'no-plan-of-period': {
        message: `không kế hoạch nào ở đây bao gồm kỳ báo cáo ${code(where)}`,
        remedy: 'Chọn kỳ báo cáo nằm trong kỳ kế hoạch, hoặc nêu tệp khác.',
      },
      'no-poverty-rate': {
        message: 'không kế hoạch nào ở đây có chỉ tiêu `type: poverty-rate`',
        remedy: 'Nêu tệp khác, hoặc dùng `pva report`.',
      },
      'no-chain': {
        message: `ở đây không có kế hoạch nào tiếp nối kế hoạch khác: ${code(where)}`,
        remedy:
          'Nêu tệp của cả hai kế hoạch và ghi trong kế hoạch sau nó tiếp nối kế hoạch nào: `follows: ha-nam-2017`.',
      },
      'no-files': {
        message: `trong ${code(where)} không có kế hoạch hay kết quả nào`,
        remedy: 'Đặt vào đó tệp mở đầu bằng `kind: plan` hoặc `kind: actuals`, hoặc nêu tệp khác.',
      },
      'no-plan': {
        message: `trong ${code(where)} không có kế hoạch nào`,
        remedy: 'Nêu thêm tệp kế hoạch (`kind: plan`).',
      },
      'no-claims': {
        message: `trong ${code(where)} không có số liệu công bố nào cần đối chiếu`,
        remedy: 'Nêu tệp mở đầu bằng `kind: claims`, hoặc bảng (CSV, TSV) mỗi dòng một số liệu công bố.',
      },
      'nothing-claimed': {
        message: `trong ${code(where)} chưa nêu kết quả đã công bố nào để đối chiếu`,
        remedy: 'Ghi thêm điều đã công bố: `completion: 118%`, `change: -0,96%`, `verdict: Đạt`, …',
      },
    })[why],
  unreadable: ({ why, detail }) =>
    ({
      missing: { message: 'không có tệp này', remedy: 'Kiểm tra lại tên tệp và thư mục.' },
      'no-permission': {
        message: 'không có quyền đọc tệp này',
        remedy: 'Xin quyền đọc, hoặc chép tệp sang nơi đọc được.',
      },
      'not-a-file': {
        message: 'đây không phải là tệp hay thư mục',
        remedy: 'Nêu một tệp, một thư mục, hoặc `-` để đọc từ đầu vào chuẩn.',
      },
      'is-folder': {
        message: 'đây là thư mục, trong khi ở đây phải là một bảng',
        remedy: 'Nêu tệp của bảng, hoặc mẫu tên khớp với các tệp trong thư mục.',
      },
      'not-regular': {
        message: 'đây là ống dẫn hoặc thiết bị, trong khi bảng phải được đọc nhiều lần',
        remedy: 'Lưu thành tệp trước.',
      },
      'not-packed': {
        message: 'tệp này không được nén bằng gzip, dù tên có đuôi `.gz`',
        remedy: 'Bỏ `.gz` khỏi tên tệp, hoặc nén tệp bằng gzip.',
      },
      'broken-off': {
        message: 'tệp nén này bị cắt cụt',
        remedy: 'Tải hoặc nén lại tệp.',
      },
      damaged: {
        message: 'tệp nén này bị hỏng: giải nén ra không đúng nội dung đã nén',
        remedy: 'Tải hoặc nén lại tệp.',
      },
      'no-match': {
        message: 'không có tệp nào khớp với mẫu tên này',
        remedy: 'Kiểm tra mẫu tên và thư mục đang tìm.',
      },
      other: {
        message: `không đọc được tệp này: ${detail}`,
        remedy: 'Kiểm tra xem tệp có mở được bằng chương trình khác không.',
      },
    })[why],
  'too-large': ({ bytes, limit }, { number }) => ({
    message: `tệp này có ${number(String(bytes))} byte; chỉ đọc tệp không quá ${number(String(limit))} byte`,
    remedy: 'Tách thành nhiều tệp: các tệp sẽ được đọc cùng nhau.',
  }),
  'not-utf8': ({ byte }, { number }) => ({
    message: `tệp này không phải văn bản UTF-8: byte ${number(String(byte))} không thuộc ký tự nào`,
    remedy: 'Lưu tệp với bảng mã UTF-8. Văn bản TCVN3 (ABC), VNI hay Windows-1258 phải chuyển sang Unicode trước.',
  }),
  'empty-file': () => ({
    message: 'tệp này trống',
    remedy: 'Mở đầu tệp bằng `kind: plan` hoặc `kind: actuals`, hoặc xóa tệp.',
  }),
  'yaml-syntax': ({ why, detail }, { written }) =>
    ({
      'open-quote': { message: 'dấu nháy mở ở đây chưa được đóng', remedy: 'Đóng dấu nháy ở cuối đoạn văn bản.' },
      'open-bracket': {
        message: `dấu ngoặc mở ở đây chưa được đóng bằng ${code(detail)}`,
        remedy: `Đóng bằng ${code(detail)} và viết dấu phẩy giữa các mục.`,
      },
      'second-colon': {
        message: 'phần này bị hiểu là một khóa khác vì có thêm dấu hai chấm',
        remedy: 'Đặt văn bản có dấu hai chấm trong dấu nháy; nếu không phải vậy, thụt dòng dưới bằng dòng này.',
      },
      'no-colon': {
        message: 'thiếu dấu hai chấm sau khóa ở đây',
        remedy: 'Viết dấu hai chấm và dấu cách sau khóa: `name: Việc làm`.',
      },
      tab: { message: 'dòng này thụt vào bằng tab', remedy: 'Thụt dòng bằng dấu cách.' },
      'first-character': {
        message: `văn bản không được mở đầu bằng ${code(detail)}`,
        remedy: 'Đặt văn bản trong dấu nháy.',
      },
      'unknown-alias': {
        message: `${code(written(detail))} trỏ đến một tên chưa có ở phần trên`,
        remedy: 'Đặt văn bản mở đầu bằng `*` trong dấu nháy.',
      },
      'control-character': {
        message: `ở đây có ký tự điều khiển ${detail}`,
        remedy: 'Xóa ký tự này: nó không hiện ra và không thuộc văn bản nào.',
      },
      other: {
        message: `sai cú pháp YAML: ${written(detail)}`,
        remedy:
          'Xem ở đây và dòng ngay trên có thiếu dấu hai chấm, dấu nháy hay dấu ngoặc không; thụt dòng bằng dấu cách, không dùng tab.',
      },
    })[why],
  'yaml-refused': ({ what, written: text }, { written }) =>
    what === 'tag'
      ? {
          message: `không đọc thẻ (tag) YAML: ${written(text)}`,
          remedy: 'Bỏ thẻ: giá trị được hiểu theo khóa của nó.',
        }
      : {
          message: `không đọc khóa gộp (merge key) YAML: ${written(text)}`,
          remedy: 'Viết ra các khóa lẽ ra được gộp vào.',
        },
  'too-deep': ({ limit }, { number }) => ({
    message: `chỗ này lồng sâu quá ${number(String(limit))} cấp`,
    remedy: 'Kiểm tra dấu ngoặc và thụt dòng: kế hoạch hay kết quả chỉ cần vài cấp.',
  }),
  'too-many': ({ what, limit }, { number }) =>
    ({
      plans: {
        message: `tài liệu kết quả này trả lời cho hơn ${number(String(limit))} kế hoạch`,
        remedy: 'Chỉ ghi những kế hoạch có liên quan; các kế hoạch khác có thể có tài liệu riêng.',
      },
      'plans-in-a-row': {
        message: `đến đây đã có hơn ${number(String(limit))} kế hoạch tiếp nối nhau`,
        remedy: 'Bỏ `follows` ở đây, hoặc đọc ít kế hoạch hơn trong một lần.',
      },
      lines: {
        message: `các kế hoạch được đọc có hơn ${number(String(limit))} dòng (số chỉ tiêu nhân với số địa bàn)`,
        remedy: 'Đọc ít kế hoạch hơn trong một lần, hoặc bớt địa bàn hay chỉ tiêu.',
      },
      policies: {
        message: 'tệp quy định chỉ chứa một quy định, nhưng đến đây bắt đầu tài liệu thứ hai',
        remedy: 'Viết mọi yêu cầu vào một tài liệu, không có `---` ở giữa.',
      },
    })[what],
  'not-a-report': ({ found, detail, expected }) => ({
    message: found
      ? `đây là ${code(found)}, phiên bản này không đọc được`
      : `đây không phải là báo cáo${detail ? `: ${detail}` : ''}`,
    remedy: `Sau ${code('--against')} hãy nêu tệp do ${code('pva report --format json')} ghi ra (${code(expected)}).`,
  }),
  'alias-bomb': ({ limit }, { number }) => ({
    message: `các bí danh YAML ở đây lặp lại hơn ${number(String(limit))} giá trị`,
    remedy: 'Viết ra từng giá trị thay vì lặp lại bằng `*`.',
  }),

  'unknown-key': ({ key, suggestion, allowed, table }, { written }) => ({
    message: table
      ? key.trim() === ''
        ? 'cột này không có tên'
        : `không có cột nào tên ${code(written(key))}`
      : `ở đây không có khóa ${code(written(key))}`,
    remedy:
      suggestion !== null
        ? didYouMean(suggestion)
        : allowed.length > 0
          ? table
            ? `Đặt một trong các tên ${allowed.join(', ')}, hoặc bỏ cột này.`
            : `Viết một trong các khóa ${allowed.join(', ')}, hoặc bỏ khóa này.`
          : 'Bỏ khóa này.',
  }),
  'missing-key': ({ key, of }, { written }) => ({
    message: `thiếu ${code(key)} trong ${HOLDERS[of] ?? written(of)}`,
    remedy:
      key === 'kind'
        ? 'Mở đầu bằng `kind: plan`, `kind: actuals` hoặc `kind: claims`.'
        : `Thêm ${code(`${key}:`)} và giá trị của nó.`,
  }),
  'duplicate-key': ({ key, first }, { written, place }) => ({
    message: `${code(written(key))} được viết hai lần, lần đầu ở ${place(first)}`,
    remedy: 'Chỉ giữ lại một.',
  }),
  'duplicate-id': ({ id, what, first }, { written, place }) => ({
    message: `đã có ${KINDS[what]} mang mã ${code(written(id))} ở ${place(first)}`,
    remedy: 'Đặt mã khác cho một trong hai, hoặc bỏ bớt một.',
  }),
  'bad-value': ({ written: text, expected, suggestion }, { written }) => {
    const { noun, advice, message } =
      typeof expected === 'string'
        ? { message: null, ...EXPECTED[expected] }
        : {
            noun: `một trong các từ ${brief(expected)}`,
            advice: `Viết ${listed(expected.map(code), 'hoặc')}.`,
            message: null,
          }
    const structure = STRUCTURES[text]
    const instead = structure
      ? `ở đây cần ${noun}, không phải ${structure}`
      : text === ''
        ? `ở đây cần ${noun}`
        : `"${written(text)}" không phải là ${noun}`
    return {
      message: message?.(written(text)) ?? instead,
      remedy: suggestion === null ? advice : didYouMean(suggestion),
    }
  },
  'key-not-for-type': ({ key, type }) => ({
    message: `chỉ tiêu loại ${code(type)} không có ${code(key)}`,
    remedy: `Bỏ ${code(key)}, hoặc sửa ${code('type')}.`,
  }),

  ...tableProblemsVi,

  'ambiguous-number': ({ written: text, readings, table }, { number, written }) => {
    const shown = distinctReadings(readings, ['plain', 'vi', 'en']).map((reading) => number(reading.number))
    const choices = distinctReadings(readings, ['vi', 'plain', 'en'])
    const declare = choices.map(
      ({ notation, number: value }, index) =>
        `${notationStated(notation, index === 0, table)} để đọc là ${number(value)}`,
    )
    const plain = choices.map((reading) => unmistakable(reading.number))
    return {
      message:
        shown.length > 1
          ? `${written(text)} có thể là ${listed(shown, 'hoặc')}`
          : `${written(text)} chỉ đọc được theo cách viết ${choices.map((choice) => code(choice.notation)).join()}, là ${shown.join()}`,
      remedy: `Thêm ${declare.join(', ')}, hoặc viết ${listed(plain, 'hoặc')}.`,
    }
  },
  'not-a-number': ({ written: text, notation, why }, { written }) => {
    const examples = `${listed([...NUMBER_EXAMPLES[notation ?? 'plain']], 'hoặc')}${notation === null ? '' : ` (${code(`numbers: ${notation}`)})`}`
    const words: Record<typeof why, ProblemWords> = {
      groups: {
        message:
          notation === null
            ? `${written(text)} không phải là số: mỗi nhóm phải có đúng ba chữ số`
            : `${written(text)} không phải là số theo cách viết ${code(`numbers: ${notation}`)}`,
        remedy: `Viết như ${examples}${notation === null ? '' : `, hoặc sửa ${code('numbers:')}`}.`,
      },
      spaces: {
        message: `${written(text)} không phải là một số: bên trong có dấu cách`,
        remedy: `Viết liền, không có dấu cách, như ${examples}.`,
      },
      exponent: {
        message: `${written(text)} có số mũ, cách viết này không được đọc`,
        remedy: `Viết đủ các chữ số, như ${examples}.`,
      },
      'leading-zero': {
        message: `${written(text)} có số 0 thừa ở đầu`,
        remedy: 'Bỏ số 0 đó.',
      },
      'too-long': {
        message: `${written(text)} có hơn 40 chữ số`,
        remedy: 'Viết không quá 40 chữ số.',
      },
      'table-digits': {
        message: `${written(text)} có hơn 18 chữ số hoặc hơn 6 chữ số thập phân`,
        remedy: 'Viết ít chữ số hơn: số trong bảng được cộng với 18 chữ số, trong đó có 6 chữ số thập phân.',
      },
      digits: {
        message: `${written(text)} có chữ số không thuộc 0 đến 9`,
        remedy: `Viết bằng các chữ số 0 đến 9, như ${examples}.`,
      },
      other: {
        message: text === '' ? 'ở đây cần một số' : `"${written(text)}" không phải là số`,
        remedy: `Viết số như ${examples}.`,
      },
      words: {
        message: `"${written(text)}" không chỉ gồm một số`,
        remedy: `Chỉ viết số, như ${examples}; đơn vị ghi ở ${code('unit:')}, lời giải thích ghi ở ${code('note:')}.`,
      },
      'no-result': {
        message: `"${written(text)}" không phải là số, cũng không phải trạng thái của nhiệm vụ`,
        remedy: `Viết số như ${examples}; nhiệm vụ thì viết ${code('done')}, ${code('in-progress')} hoặc ${code('not-started')}; chưa có số liệu thì để trống.`,
      },
      printed: {
        message: `không đọc được "${written(text)}" như một số liệu công bố`,
        remedy: `Viết số như ${examples}, khoảng (${code('80-90')}), số lớn hơn hoặc nhỏ hơn (${code('trên 4')}, ${code('dưới 4')}, ${code('<4')}), hoặc số xấp xỉ (${code('khoảng 4')}, ${code('~4')}).`,
      },
    }
    return words[why]
  },
  'comma-in-braces': ({ written: text }, { written }) => ({
    message: `trong dấu ngoặc nhọn hay ngoặc vuông, dấu phẩy ngăn cách các mục, nên ${written(text)} không phải là một số`,
    remedy: `Đặt số trong dấu nháy, ${code(`"${written(text)}"`)}, hoặc viết trên dòng riêng, không dùng ngoặc.`,
  }),
  'percent-or-points': ({ written: text, number: plain }, { number, written }) => ({
    message: `${written(text)} có thể là ${number(plain)} điểm phần trăm hoặc ${number(plain)}% của số gốc`,
    remedy: `Viết ${code(`${withoutMark(written(text))} pp`)} nếu là điểm phần trăm; nếu là phần trăm của số gốc thì tính ra điểm phần trăm rồi viết.`,
  }),
  'percent-or-ratio': ({ written: text, percent }, { written }) => ({
    message: `${written(text)} có thể là ${written(text)}% hoặc ${percent}%`,
    remedy: `Viết ${code(`${percent}%`)} hoặc ${code(`${written(text)}%`)}.`,
  }),
  'low-tolerance': ({ written: text, slack }, { number, written }) => ({
    message: `với \`tolerance\` là ${written(text)}, chỉ cần bằng ${written(text)} kế hoạch đến kỳ báo cáo đã là đúng tiến độ`,
    remedy: `Nếu cho phép thấp hơn kế hoạch đến kỳ báo cáo ${written(text)} thì viết ${code(`${slack}%`)}: từ ${number(slack)}% trở lên là đúng tiến độ.`,
  }),
  'unit-mismatch': ({ written: text, found, expected }, { written }) => ({
    message: `${written(text)} là ${UNITS[found]}, trong khi ở đây cần ${UNITS[expected]}`,
    remedy:
      expected === 'number'
        ? `Viết ${code(withoutMark(written(text)))}, hoặc sửa ${code('type')} của chỉ tiêu.`
        : `Viết ${code(withoutMark(written(text)) + (expected === 'points' ? ' pp' : '%'))} nếu đúng là như vậy, hoặc sửa ${code('type')} của chỉ tiêu.`,
  }),

  'bad-period': ({ written: text }, { written }) => ({
    message: text === '' ? 'ở đây cần một kỳ' : `"${written(text)}" không phải là một kỳ`,
    remedy:
      'Viết năm 2018, nửa năm 2018-H1, quý 2018-Q1, tháng 2018-03, ngày 2018-03-31, hoặc kỳ đầu và kỳ cuối của một khoảng: 2018-01/2018-09.',
  }),
  'bad-target': ({ why, written: text }, { written }) =>
    ({
      'two-kinds': {
        message: `kế hoạch này nêu nhiều hơn một yêu cầu: ${written(text)}`,
        remedy: `Chỉ giữ một trong ${TARGET_KINDS}.`,
      },
      'no-kind': {
        message: 'kế hoạch này không nêu phải đạt điều gì',
        remedy: `Viết một trong ${TARGET_KINDS}; với nhiệm vụ viết ${code('done')}, không giao kế hoạch viết ${code('none')}.`,
      },
      'not-above-zero': {
        message: `mức tăng, giảm theo kế hoạch phải lớn hơn 0, không thể là ${written(text)}`,
        remedy: `Viết độ lớn, không có dấu: ${code('reduce_by')} là giảm, ${code('increase_by')} là tăng.`,
      },
      'range-order': {
        message: `đầu thứ nhất của khoảng ${written(text)} không nhỏ hơn đầu thứ hai`,
        remedy: 'Viết số nhỏ hơn trước.',
      },
      'range-ends': {
        message: `một khoảng có hai đầu: ${written(text)}`,
        remedy: `Viết cả hai, số nhỏ trước, như ${code('[80, 90]')}.`,
      },
      'task-needs-done': {
        message: `nhiệm vụ không có số phải đạt: ${written(text)}`,
        remedy: `Viết ${code('target: done')}, hoặc đặt ${code('type')} khác cho chỉ tiêu.`,
      },
      'done-needs-task': {
        message: `chỉ nhiệm vụ mới có kế hoạch ${code('done')}`,
        remedy: `Thêm ${code('type: task')}, hoặc viết một số làm kế hoạch.`,
      },
      'per-year': {
        message: `${code('per: year')} chỉ dùng cho kế hoạch tăng, giảm có kỳ tròn năm`,
        remedy: `Bỏ ${code('per: year')}: khi đó mức tăng, giảm là của cả kỳ.`,
      },
      'direction-conflict': {
        message: `${code(`direction: ${written(text)}`)} trái với kế hoạch`,
        remedy: `Bỏ ${code('direction')}: loại kế hoạch đã nói rõ cao hơn hay thấp hơn là tốt.`,
      },
    })[why],
  'direction-not-stated': ({ written: text, type }, { written }) => ({
    message: `${written(text)} chưa nói rõ cao hơn hay thấp hơn là tốt; chỉ tiêu loại ${TYPES[type]} có thể theo cả hai chiều`,
    remedy: `Viết ${code(`at_least: ${written(text)}`)} (ít nhất) hoặc ${code(`at_most: ${written(text)}`)} (nhiều nhất) ở dòng dưới ${code('target:')}.`,
  }),
  'no-baseline': ({ indicator, needs }, { written }) => ({
    message:
      needs === 'target'
        ? `kế hoạch tăng, giảm của ${code(written(indicator))} không có số gốc để tính`
        : `công thức của ${code(written(indicator))} cần số gốc`,
    remedy: `Thêm ${code('baseline:')} với ${code('period:')} và ${code('value:')} (tỷ lệ hộ nghèo thì dùng ${code('rate:')}).`,
  }),
  'bad-phasing': ({ why, found }, { number, written }) => {
    const text = written(number(found))
    const words: Record<typeof why, ProblemWords> = {
      sum: {
        message: `các phần cộng lại bằng ${text}, không phải 100%`,
        remedy: 'Sửa cho tổng bằng 100%, hoặc viết số luỹ kế kết thúc ở 100%.',
      },
      falls: {
        message: `số luỹ kế không thể giảm: ${text}`,
        remedy: 'Với mỗi kỳ, viết mức phải đạt tính đến hết kỳ đó.',
      },
      last: {
        message: `số luỹ kế cuối cùng là ${text}, không phải 100%`,
        remedy: `Viết ${code('100%')} ở kỳ kết thúc cùng kế hoạch.`,
      },
      end: {
        message: `số luỹ kế cuối cùng là của ${text}, kỳ này kết thúc trước kế hoạch`,
        remedy: `Viết ${code('100%')} ở kỳ kết thúc cùng kế hoạch.`,
      },
      outside: {
        message: `${text} nằm ngoài kỳ kế hoạch`,
        remedy: 'Chỉ dùng các kỳ nằm trong kỳ kế hoạch.',
      },
      order: {
        message: `${text} không kết thúc sau kỳ ở dòng trên`,
        remedy: 'Viết các kỳ theo thứ tự thời gian, kỳ sớm nhất trước, không kỳ nào nằm trong kỳ khác.',
      },
      mixed: {
        message: `${text} chồng lên kỳ ở dòng trên, phần của kỳ này sẽ bị tính hai lần`,
        remedy: 'Cho mỗi quý hay mỗi tháng một phần, hoặc viết số luỹ kế kết thúc ở 100%.',
      },
    }
    return words[why]
  },
  'follows-no-earlier': ({ plan, period, follows, followsPeriod }, { written }) => ({
    message:
      plan === follows
        ? `${code(written(plan))} được khai là tiếp nối chính nó`
        : `${code(written(plan))} (${period}) bắt đầu khi ${code(written(follows))} (${followsPeriod}) chưa kết thúc`,
    remedy: `Ghi mã của kế hoạch kỳ trước, hoặc bỏ ${code('follows:')}; khi chưa sửa thì không so sánh với kế hoạch đó.`,
  }),
  'target-behind-baseline': ({ indicator, target, baseline }, { number, written }) => ({
    message: `kế hoạch của ${code(written(indicator))} là ${number(target)}, kém hơn số gốc ${number(baseline)}`,
    remedy: 'Kiểm tra hai số và loại kế hoạch; nếu đúng như vậy thì giữ nguyên.',
  }),
  'parts-do-not-sum': ({ indicator, what, whole, parts }, { number, written }) => ({
    message: `${what === 'targets' ? 'kế hoạch' : 'thực hiện'} của các phần thuộc ${code(written(indicator))} cộng lại bằng ${number(parts)}, trong khi tổng là ${number(whole)}`,
    remedy: `Sửa số liệu, hoặc bỏ ${code('exhaustive: true')} nếu đây chưa phải là tất cả các phần.`,
  }),

  'unknown-plan': ({ plan, suggestion }, { written }) => ({
    message: `không đọc được kế hoạch nào mang mã ${code(written(plan))}`,
    remedy: suggestion === null ? 'Nêu thêm tệp của kế hoạch đó, hoặc sửa mã.' : didYouMean(suggestion),
  }),
  'unknown-indicator': ({ indicator, plan, suggestion }, { written }) => ({
    message: `kế hoạch ${code(written(plan))} không có chỉ tiêu ${code(written(indicator))}`,
    remedy: suggestion === null ? 'Sửa mã, hoặc thêm chỉ tiêu vào kế hoạch.' : didYouMean(suggestion),
  }),
  'unknown-area': ({ area, plan, suggestion }, { written }) => ({
    message: `kế hoạch ${code(written(plan))} không có địa bàn ${code(written(area))}`,
    remedy:
      suggestion === null
        ? `Sửa mã, hoặc thêm địa bàn vào kế hoạch trong mục ${code('areas:')}.`
        : didYouMean(suggestion),
  }),
  'period-outside-plan': ({ period, plan, planPeriod }, { written }) => ({
    message: `${written(period)} không nằm trong ${planPeriod}, kỳ của kế hoạch ${code(written(plan))}`,
    remedy: 'Sửa kỳ, hoặc nêu kế hoạch mà số liệu này trả lời.',
  }),
  'basis-not-stated': ({ period, planPeriod }) => ({
    message: `${period} bắt đầu muộn hơn kỳ kế hoạch ${planPeriod}: chưa rõ số này là của riêng ${period} hay luỹ kế từ đầu kỳ kế hoạch`,
    remedy: `Thêm ${code('basis: increment')} nếu là của riêng ${period}, ${code('basis: cumulative')} nếu luỹ kế từ đầu kỳ kế hoạch.`,
  }),
  'duplicate-observation': ({ indicator, area, period, first }, { written, place }) => ({
    message: `${code(written(indicator))} có hai số liệu cho ${period}${area === null ? '' : ` ở ${code(written(area))}`}, số đầu ở ${place(first)}`,
    remedy: `Chỉ giữ một, hoặc dùng ${code('status:')} nói rõ số nào là ${code('final')} (chính thức), ${code('provisional')} (sơ bộ) hay ${code('estimate')} (ước tính).`,
  }),
  'overlapping-periods': ({ indicator, what, period, other, first }, { written, place }) =>
    what === 'increments'
      ? {
          message: `hai số liệu của ${code(written(indicator))} trùng kỳ nhau: ${period}, và ${other} ở ${place(first)}`,
          remedy: `Chỉ giữ một, hoặc viết ${code('basis: cumulative')} nếu là số luỹ kế từ đầu kỳ kế hoạch.`,
        }
      : {
          message: `hai số liệu của ${code(written(indicator))} cho cùng một ngày lại khác nhau: ${period}, và ${other} ở ${place(first)}`,
          remedy: 'Chỉ giữ số đúng: cả hai đều nói về ngày cuối kỳ của mình.',
        },
  'cumulative-disagrees': ({ indicator, stated, computed }, { number, written }) => ({
    message: `số luỹ kế của ${code(written(indicator))} là ${number(stated)}, nhưng cộng các kỳ lại được ${number(computed)}`,
    remedy: `Sửa số sai; trong khi chờ, ${number(stated)} được dùng.`,
  }),
  'falling-cumulative': ({ indicator, from, to, first }, { number, written, place }) => ({
    message: `số luỹ kế của ${code(written(indicator))} giảm từ ${number(from)} (ở ${place(first)}) xuống ${number(to)}`,
    remedy: `Sửa số sai, hoặc viết ${code('basis: increment')} nếu là số của riêng kỳ đó.`,
  }),
  'part-exceeds-whole': ({ part, whole, partValue, wholeValue }, { number, written }) => ({
    message: `${code(written(part))} là ${number(partValue)}, lớn hơn tổng ${code(written(whole))} chứa nó, ${number(wholeValue)}`,
    remedy: `Sửa số sai, hoặc đưa ${code(written(part))} ra khỏi ${code('of_which:')}.`,
  }),
  'total-disagrees': ({ indicator, reported, sum }, { number, written }) => ({
    message: `tổng của ${code(written(indicator))} là ${number(reported)}, nhưng cộng các địa bàn được ${number(sum)}`,
    remedy: `Sửa số sai; trong khi chờ, ${number(reported)} được dùng.`,
  }),
  'area-targets-do-not-sum': ({ indicator, area, target, sum }, { number, written }) => ({
    message:
      area === null
        ? `kế hoạch giao các địa bàn của ${code(written(indicator))} cộng lại bằng ${number(sum)}, trong khi kế hoạch chung là ${number(target)}`
        : `kế hoạch của ${code(written(indicator))} giao các địa bàn thuộc ${code(written(area))} cộng lại bằng ${number(sum)}, trong khi kế hoạch của địa bàn này là ${number(target)}`,
    remedy: 'Sửa số sai. Nếu chủ ý giao các địa bàn cao hơn hoặc thấp hơn kế hoạch chung thì giữ nguyên.',
  }),
  'households-disagree': (args, { number, written }) => {
    const span = (low: string, high: string) => (low === high ? number(low) : `từ ${number(low)} đến ${number(high)}`)
    const { indicator, other, period } = args
    return {
      message: `${period === null ? '' : `kỳ ${written(period)}: `}${code(written(indicator))} tính trên ${span(args.low, args.high)} hộ, trong khi ${code(written(other))} tính trên ${span(args.otherLow, args.otherHigh)} hộ`,
      remedy: 'Hai tỷ lệ được khai là tính trên cùng tổng số hộ: sửa tỷ lệ hoặc số lượng, hoặc bỏ `same_base_as`.',
    }
  },
  'rate-disagrees': ({ indicator, printed, computed, numerator, denominator }, { number, written }) => ({
    message: `tỷ lệ của ${code(written(indicator))} ghi là ${number(printed)}%, nhưng ${number(numerator)} trên ${number(denominator)} là ${number(computed)}%`,
    remedy: 'Sửa số sai; trong khi chờ, tỷ lệ được tính từ số lượng.',
  }),
  'movements-do-not-balance': ({ indicator, start, end, expected, by }, { number, written }) => ({
    message: `từ ${number(start)} đầu kỳ, biến động của ${code(written(indicator))} cho kết quả ${number(expected)}, nhưng cuối kỳ ghi ${number(end)}: chênh ${number(by)}`,
    remedy: `Sửa số liệu, hoặc ghi phần chênh, ${number(by)}, vào ${code('other:')} kèm ${code('note:')}.`,
  }),
  'poor-change-disagrees': ({ indicator, stated, computed }, { number, written }) => ({
    message: `mức tăng, giảm số hộ nghèo của ${code(written(indicator))} ghi là ${number(stated)}, nhưng tính từ số hộ được ${number(computed)}`,
    remedy: 'Sửa số sai; trong khi chờ, số hộ đầu kỳ và cuối kỳ được dùng.',
  }),
  'not-comparable': ({ indicator, what, from, to }, { written }) => ({
    message: `${MEASUREMENTS[what]} của ${code(written(indicator))} trong kế hoạch là ${written(from) || '(không nêu)'}, trong kết quả là ${written(to) || '(không nêu)'}: không so sánh được`,
    remedy: `Ghi cả hai theo cùng ${code(`${what}:`)}, hoặc bổ sung nếu còn thiếu.`,
  }),
  'published-disagrees': ({ indicator, published, computed }, { number, written }) => ({
    message: `số đã công bố về ${code(written(indicator))} là ${percent(written(number(published)))}, nhưng tính từ số liệu được ${percent(number(computed))}`,
    remedy: 'Kiểm tra lại kế hoạch, kết quả và số đã công bố.',
  }),
}

const didYouMean = (suggestion: string) => `Có phải ${code(suggestion)} không?`

const withoutMark = (text: string) => text.replace(/\s*(%|pp|điểm %)\s*$/, '')

const percent = (text: string) => (text.endsWith('%') ? text : `${text}%`)

/** At the top of a document, or on the command line. */
function notationStated(notation: string, first: boolean, table = false): string {
  if (table) return `${code(`--numbers ${notation}`)}${first ? ' vào câu lệnh' : ''}`
  return `${code(`numbers: ${notation}`)}${first ? ' ở đầu tệp' : ''}`
}

const TARGET_KINDS = '`at_least`, `at_most`, `above`, `below`, `between`, `reduce_by`, `increase_by`'

/** What a key is missing in. */
const HOLDERS: Readonly<Record<string, string>> = {
  document: 'tài liệu này',
  plan: 'kế hoạch này',
  actuals: 'tệp kết quả này',
  claims: 'tệp số liệu công bố này',
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
  where: 'điều kiện này',
  period: 'kỳ này',
}

const KINDS = {
  plan: 'kế hoạch',
  indicator: 'chỉ tiêu',
  area: 'địa bàn',
  section: 'mục',
  claim: 'số liệu công bố',
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
  task: 'nhiệm vụ',
}

/** What stands where it does not belong, when it is no text. */
const STRUCTURES: Readonly<Record<string, string>> = { '[…]': 'danh sách', '{…}': 'nhóm khóa và giá trị' }

interface Expectation {
  readonly noun: string
  readonly advice: string
  /** Where "is not" and the noun would not say it. */
  readonly message?: (written: string) => string
}

const EXPECTED: Readonly<Record<ExpectedPhrase, Expectation>> = {
  text: { noun: 'văn bản', advice: 'Viết văn bản, đặt trong dấu nháy nếu cần.' },
  map: { noun: 'nhóm khóa và giá trị', advice: 'Viết mỗi khóa và giá trị trên một dòng, thụt vào bên dưới.' },
  list: {
    noun: 'danh sách',
    advice: 'Viết mỗi mục trên một dòng sau dấu gạch, hoặc trong ngoặc vuông: `[a, b]`.',
  },
  'text-or-map': {
    noun: 'văn bản hay nhóm khóa và giá trị',
    advice: 'Viết văn bản, hoặc các khóa và giá trị thụt vào bên dưới.',
  },
  'number-or-map': {
    noun: 'số hay nhóm khóa và giá trị',
    advice: 'Viết một số, hoặc các khóa và giá trị thụt vào bên dưới.',
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
  'not-negative': { noun: 'số không âm', advice: 'Viết một số không nhỏ hơn 0.' },
  'rate-0-100': { noun: 'tỷ lệ từ 0 đến 100', advice: 'Viết một tỷ lệ phần trăm từ 0 đến 100.' },
  'above-zero': { noun: 'số lớn hơn 0', advice: 'Viết một số lớn hơn 0.' },
  'rising-range': { noun: 'khoảng có số đầu nhỏ hơn số cuối', advice: 'Viết số nhỏ trước: `80-90`.' },
  number: { noun: 'số', advice: 'Viết một số duy nhất, không kèm đơn vị.' },
  percentage: { noun: 'tỷ lệ phần trăm', advice: 'Viết kèm dấu phần trăm: `95%`.' },
  'at-most-households': {
    noun: 'số không lớn hơn tổng số hộ',
    advice: 'Sửa `poor:` hoặc `households:`: số hộ nghèo là một phần của tổng số hộ.',
    message: (written) => `${written} hộ nghèo là nhiều hơn tổng số hộ`,
  },
  'area-outside': {
    noun: 'địa bàn nằm ngoài địa bàn này',
    advice: 'Viết mã của địa bàn chứa địa bàn này.',
    message: (written) => `địa bàn này sẽ nằm trong chính nó: ${code(written)} là nó, hoặc nằm trong nó`,
  },
  'section-of-plan': {
    noun: 'mục của kế hoạch này',
    advice: 'Thêm mục đó vào `sections:`, hoặc bỏ ở đây.',
  },
  'area-of-plan': { noun: 'địa bàn của kế hoạch này', advice: 'Thêm địa bàn đó vào `areas:`, hoặc bỏ ở đây.' },
  'countable-indicator': {
    noun: 'chỉ tiêu loại `count` hoặc `stock` của kế hoạch này',
    advice: 'Thêm chỉ tiêu đó; nếu không giao kế hoạch thì viết `target: none`.',
  },
  'poverty-rate-of-plan': {
    noun: 'chỉ tiêu khác loại `poverty-rate` của kế hoạch này',
    advice: 'Ghi mã của tỷ lệ hộ nghèo tính trên cùng tổng số hộ.',
  },
  name: { noun: 'tên gọi', advice: 'Viết văn bản, hoặc nhóm gồm `vi` và `en`.' },
}
