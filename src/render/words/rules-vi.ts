import type { RuleTexts } from './rule-texts.ts'

export const rulesVi: RuleTexts = {
  'nothing-to-do': {
    what: 'Không có gì để đọc, hoặc không có gì để làm với dữ liệu đã đọc.',
    help: 'Nêu các tệp có kế hoạch và có nội dung cần xử lý.',
  },
  unreadable: { what: 'Không đọc được một tệp hay thư mục.', help: 'Kiểm tra tên, thư mục và quyền đọc.' },
  'too-large': { what: 'Tệp lớn hơn mức được đọc.', help: 'Chia thành nhiều tệp: các tệp được đọc cùng nhau.' },
  'not-utf8': {
    what: 'Tệp không phải là văn bản UTF-8.',
    help: 'Lưu lại bằng UTF-8; văn bản TCVN3 (ABC), VNI hay Windows-1258 phải được chuyển mã trước.',
  },
  'empty-file': { what: 'Tệp trống.', help: 'Ghi loại tệp ở đầu, hoặc bỏ tệp.' },
  'yaml-syntax': {
    what: 'Tệp không đúng cú pháp YAML.',
    help: 'Tìm dấu hai chấm, dấu nháy hay dấu ngoặc bị thiếu, và thụt dòng bằng dấu cách.',
  },
  'yaml-refused': {
    what: 'Tệp có thẻ hoặc khóa gộp của YAML, những thứ không được đọc.',
    help: 'Bỏ các thẻ, và viết đầy đủ những gì khóa gộp đưa vào.',
  },
  'too-deep': { what: 'Tệp lồng quá nhiều cấp.', help: 'Kiểm tra dấu ngoặc và thụt dòng.' },
  'alias-bomb': { what: 'Bí danh YAML lặp lại quá nhiều giá trị.', help: 'Viết đầy đủ các giá trị thay vì lặp lại.' },
  'too-many': {
    what: 'Số kế hoạch hoặc số dòng quá lớn để xử lý trong một lần.',
    help: 'Đọc ít kế hoạch hơn trong một lần, hoặc bớt địa bàn hay chỉ tiêu.',
  },
  'not-a-report': {
    what: 'Tệp đưa ra không phải là báo cáo trước, hoặc có định dạng không đọc được.',
    help: 'Nêu tệp báo cáo được ghi theo định dạng JSON.',
  },
  'table-syntax': {
    what: 'Không tách được bảng thành dòng và ô.',
    help: 'Đặt ô có dấu nháy kép trong dấu nháy kép và viết hai lần mỗi dấu nháy trong ô.',
  },
  'ragged-row': { what: 'Số ô của dòng khác số cột của bảng.', help: 'Thêm hoặc bỏ ô.' },
  'duplicate-column': { what: 'Hai cột trùng tên.', help: 'Đổi tên một trong hai cột.' },
  'missing-column': { what: 'Bảng thiếu một cột.', help: 'Đổi tên cột, hoặc khai báo cột cần dùng.' },
  'unknown-column': { what: 'Có cột tên gần giống một cột được dùng.', help: 'Đổi tên cột.' },
  'bad-table': { what: 'Hai khóa của bảng mâu thuẫn nhau.', help: 'Chỉ giữ một khóa.' },
  'plan-not-stated': { what: 'Chưa rõ bảng là kết quả của kế hoạch nào.', help: 'Nêu kế hoạch.' },
  'unknown-code': { what: 'Mã trong bảng chưa được khai báo.', help: 'Thêm mã, hoặc sửa dòng.' },
  'ambiguous-date': { what: 'Ngày có thể hiểu theo hai cách.', help: 'Nêu rõ ngày hay tháng đứng trước.' },
  'bad-workbook': {
    what: 'Không đọc được tệp Excel.',
    help: 'Lưu lại thành .xlsx không có mật khẩu, hoặc lưu trang tính dưới dạng CSV.',
  },
  'not-json': { what: 'Một dòng JSON lines không phải là đối tượng.', help: 'Viết mỗi dòng một đối tượng.' },
  'rows-refused': {
    what: 'Có dòng của bảng không đọc được.',
    help: 'Sửa các dòng, hoặc nêu số dòng được phép bỏ qua.',
  },
  'rows-left-out': {
    what: 'Có dòng của bảng bị bỏ qua vì không đọc được.',
    help: 'Sửa các dòng nếu số liệu của chúng quan trọng.',
  },
  'cannot-be-summed': {
    what: 'Có dòng lẽ ra phải cộng lại nhưng không cộng được.',
    help: 'Ghi số lượng, hoặc mỗi số liệu một dòng.',
  },
  'table-not-read': {
    what: 'Không đọc được bảng lớn hoặc tệp Parquet.',
    help: 'Kiểm tra xem tệp có đầy đủ, DuckDB đã được cài chưa, và cho phép dùng thêm bộ nhớ nếu thiếu.',
  },
  'path-outside': {
    what: 'Tệp kết quả lấy bảng ở thư mục khác.',
    help: 'Đặt bảng trong thư mục của tệp, hoặc cho phép thư mục chứa cả hai.',
  },
  'more-duplicates': {
    what: 'Bảng còn nhiều kết quả lặp lại hơn số được nêu.',
    help: 'Khai báo bảng là sổ đăng ký nếu mỗi dòng chỉ là một phần cần cộng lại.',
  },
  'unknown-key': { what: 'Có khóa không dùng được ở vị trí này.', help: 'Sửa chính tả, hoặc bỏ khóa.' },
  'missing-key': { what: 'Thiếu một khóa bắt buộc.', help: 'Thêm khóa và giá trị của nó.' },
  'duplicate-key': { what: 'Một khóa được viết hai lần.', help: 'Chỉ giữ lại một.' },
  'duplicate-id': {
    what: 'Hai mục cùng loại mang cùng một mã.',
    help: 'Đặt mã khác cho một trong hai, hoặc bỏ bớt một.',
  },
  'bad-value': {
    what: 'Giá trị không thuộc loại cần có ở vị trí này.',
    help: 'Viết giá trị thuộc loại mà thông báo nêu.',
  },
  'key-not-for-type': { what: 'Khóa không dùng được cho loại chỉ tiêu này.', help: 'Bỏ khóa, hoặc sửa loại chỉ tiêu.' },
  'ambiguous-number': {
    what: 'Một số có thể được đọc thành số khác theo cách viết khác.',
    help: 'Nêu cách viết số của tệp, hoặc viết số sao cho chỉ có một cách đọc.',
  },
  'not-a-number': {
    what: 'Ở vị trí cần một số lại không phải là số.',
    help: 'Viết số theo cách viết của tệp, hoặc để trống nếu chưa có số liệu.',
  },
  'comma-in-braces': {
    what: 'Dấu phẩy trong ngoặc cắt một số thành hai.',
    help: 'Đặt số trong dấu nháy, hoặc viết trên dòng riêng.',
  },
  'percent-or-points': {
    what: 'Mức thay đổi của một tỷ lệ có thể là phần trăm hoặc điểm phần trăm.',
    help: 'Viết pp sau số điểm phần trăm; nếu là phần trăm của số gốc thì tính ra điểm phần trăm.',
  },
  'percent-or-ratio': {
    what: 'Tỷ lệ phần trăm không có dấu và nhỏ đến mức có thể là một hệ số.',
    help: 'Viết tỷ lệ phần trăm kèm dấu: 95% hoặc 0,95%.',
  },
  'low-tolerance': {
    what: 'Chưa đến một nửa kế hoạch đến kỳ báo cáo mà đã là đúng tiến độ.',
    help: 'Viết mức vẫn coi là đúng tiến độ, 95%, không phải mức được phép thấp hơn.',
  },
  'unit-mismatch': {
    what: 'Số mang ký hiệu không hợp với chỉ tiêu.',
    help: 'Sửa ký hiệu, hoặc sửa loại chỉ tiêu.',
  },
  'bad-period': {
    what: 'Ở vị trí cần một kỳ lại không phải là kỳ.',
    help: 'Viết năm, nửa năm, quý, tháng, ngày, hoặc một khoảng từ kỳ này đến kỳ khác.',
  },
  'bad-target': {
    what: 'Kế hoạch không nêu rõ một mức phải đạt.',
    help: 'Viết một loại kế hoạch cùng với số của nó.',
  },
  'direction-not-stated': {
    what: 'Kế hoạch chưa nói rõ cao hơn hay thấp hơn là tốt.',
    help: 'Viết at_least (ít nhất) hoặc at_most (nhiều nhất) trước số.',
  },
  'no-baseline': { what: 'Nội dung tính từ số gốc lại không có số gốc.', help: 'Thêm số gốc cùng với kỳ và giá trị.' },
  'bad-phasing': {
    what: 'Phân bổ kế hoạch không dẫn đến đủ kế hoạch vào cuối kỳ.',
    help: 'Viết các phần có tổng bằng 100%, hoặc số luỹ kế không giảm và kết thúc ở 100%.',
  },
  'follows-no-earlier': {
    what: 'Kế hoạch tiếp nối một kế hoạch chưa kết thúc trước khi nó bắt đầu.',
    help: 'Ghi mã của kế hoạch kỳ trước, hoặc bỏ `follows`.',
  },
  'target-behind-baseline': {
    what: 'Kế hoạch kém hơn số gốc.',
    help: 'Kiểm tra hai số và loại kế hoạch; nếu đúng như vậy thì giữ nguyên.',
  },
  'parts-do-not-sum': {
    what: 'Các phần hợp thành không cộng lại bằng tổng.',
    help: 'Sửa số liệu, hoặc không khai các phần là đầy đủ.',
  },
  'unknown-plan': {
    what: 'Kết quả trả lời một kế hoạch không được đọc.',
    help: 'Nêu thêm tệp của kế hoạch đó, hoặc sửa mã.',
  },
  'unknown-indicator': {
    what: 'Nêu một chỉ tiêu không có trong kế hoạch.',
    help: 'Sửa mã, hoặc thêm chỉ tiêu vào kế hoạch.',
  },
  'unknown-area': { what: 'Nêu một địa bàn không có trong kế hoạch.', help: 'Sửa mã, hoặc thêm địa bàn vào kế hoạch.' },
  'period-outside-plan': {
    what: 'Số liệu thuộc kỳ nằm ngoài kỳ kế hoạch.',
    help: 'Sửa kỳ, hoặc nêu kế hoạch mà số liệu này trả lời.',
  },
  'basis-not-stated': {
    what: 'Số liệu bắt đầu sau kỳ kế hoạch có thể là của riêng kỳ đó hoặc luỹ kế từ đầu kỳ kế hoạch.',
    help: 'Nêu rõ là số của riêng kỳ (increment) hay luỹ kế (cumulative).',
  },
  'duplicate-observation': {
    what: 'Có hai số liệu cho cùng một chỉ tiêu, địa bàn và kỳ.',
    help: 'Chỉ giữ một, hoặc nêu trạng thái của từng số.',
  },
  'overlapping-periods': {
    what: 'Hai số liệu được cộng với nhau lại trùng ngày.',
    help: 'Chỉ giữ một, hoặc nêu rõ số nào là luỹ kế.',
  },
  'cumulative-disagrees': { what: 'Số luỹ kế không bằng tổng các kỳ.', help: 'Sửa số sai.' },
  'falling-cumulative': { what: 'Số luỹ kế giảm.', help: 'Sửa số sai, hoặc nêu rõ đó là số của riêng kỳ.' },
  'part-exceeds-whole': { what: 'Một phần lớn hơn tổng chứa nó.', help: 'Sửa số sai, hoặc không khai đó là một phần.' },
  'area-targets-do-not-sum': {
    what: 'Kế hoạch giao các địa bàn không cộng lại bằng kế hoạch chung.',
    help: 'Sửa số sai, trừ trường hợp chủ ý giao như vậy.',
  },
  'households-disagree': {
    what: 'Hai tỷ lệ khai là tính trên cùng tổng số hộ nhưng suy ra tổng số hộ khác nhau.',
    help: 'Sửa tỷ lệ hoặc số lượng, hoặc bỏ `same_base_as`.',
  },
  'total-disagrees': { what: 'Tổng được báo cáo không bằng tổng các địa bàn.', help: 'Sửa số sai.' },
  'rate-disagrees': { what: 'Tỷ lệ đã ghi không đúng với số lượng của nó.', help: 'Sửa số sai.' },
  'movements-do-not-balance': {
    what: 'Biến động không dẫn từ số đầu kỳ đến số cuối kỳ.',
    help: 'Sửa số liệu, hoặc ghi phần chênh vào biến động khác kèm ghi chú.',
  },
  'poor-change-disagrees': {
    what: 'Mức tăng, giảm số hộ nghèo đã ghi không đúng với số hộ đầu kỳ và cuối kỳ.',
    help: 'Sửa số sai.',
  },
  'not-comparable': {
    what: 'Số gốc và kết quả được đo theo cách khác nhau nên không trừ cho nhau.',
    help: 'Ghi cả hai theo cùng chuẩn, đơn vị đo và phương pháp.',
  },
  'published-disagrees': {
    what: 'Tỷ lệ đã công bố không đúng với số liệu.',
    help: 'Kiểm tra lại kế hoạch, kết quả và số đã công bố.',
  },

  missed: { what: 'Chỉ tiêu không đạt kế hoạch.', help: 'So sánh thực hiện với kế hoạch; thông báo nêu cả hai.' },
  behind: {
    what: 'Thực hiện chậm so với kế hoạch đến kỳ báo cáo.',
    help: 'So sánh thực hiện với kế hoạch đến kỳ báo cáo; thông báo nêu cả hai.',
  },
  'off-target': {
    what: 'Số liệu mới nhất chưa đạt mức kế hoạch, bất kể tiến độ.',
    help: 'Sửa số liệu nếu sai.',
  },
  'not-reported': { what: 'Đã hết kỳ mà chưa có số liệu.', help: 'Bổ sung số liệu vào kết quả.' },
  'below-min': {
    what: 'Tỷ lệ hoàn thành thấp hơn mức tối thiểu của quy định kiểm tra.',
    help: 'So sánh với mức tối thiểu; thông báo nêu cả hai.',
  },
  'no-longer-met': {
    what: 'Chỉ tiêu đạt trong báo cáo trước nay không còn đạt.',
    help: 'Kiểm tra số liệu hoặc kế hoạch nào đã thay đổi từ đó.',
  },
  'verdict-worse': {
    what: 'Kết quả đánh giá kém hơn trong báo cáo trước.',
    help: 'Xem số liệu hoặc kế hoạch nào đã thay đổi.',
  },
  'achievement-fell': {
    what: 'Tỷ lệ hoàn thành của cùng một kỳ giảm so với báo cáo trước.',
    help: 'Kiểm tra số liệu hoặc kế hoạch nào đã thay đổi từ đó.',
  },
  revised: {
    what: 'Số liệu của cùng một kỳ được điều chỉnh xấu đi so với báo cáo trước.',
    help: 'Kiểm tra lần điều chỉnh và nguồn của nó.',
  },
  vanished: {
    what: 'Một chỉ tiêu của báo cáo trước không còn nữa.',
    help: 'Khôi phục chỉ tiêu, hoặc lập báo cáo mới để so sánh nếu việc bỏ là có chủ ý.',
  },
}
