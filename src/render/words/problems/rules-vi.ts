import type { RuleTexts } from './rule-texts.ts'

export const rulesVi: RuleTexts = {
  'nothing-to-do': [
    'Không tìm thấy kế hoạch, kết quả, số liệu công bố hay chỉ tiêu cần xử lý.',
    'Nêu các tệp cần đọc và kiểm tra xem có nội dung mà lệnh cần không.',
  ],
  unreadable: ['Không đọc được một tệp hay thư mục.', 'Kiểm tra tên, thư mục và quyền đọc.'],
  'too-large': ['Tệp lớn hơn 64 MiB.', 'Chia thành nhiều tệp: các tệp được đọc cùng nhau.'],
  'not-utf8': [
    'Tệp không phải là văn bản UTF-8.',
    'Lưu lại bằng UTF-8; văn bản TCVN3 (ABC), VNI hay Windows-1258 phải được chuyển mã trước.',
  ],
  'bad-document': ['Không đọc được tệp Word.', 'Lưu lại thành .docx không có mật khẩu, hoặc văn bản thuần.'],
  'left-open': ['Bản nháp còn chỗ chờ người quyết định, đánh dấu bằng `?`.', 'Ghi điều muốn nói.'],
  'empty-file': ['Tệp trống.', 'Ghi loại tệp ở đầu, hoặc bỏ tệp.'],
  'yaml-syntax': [
    'Tệp không đúng cú pháp YAML.',
    'Tìm dấu hai chấm, dấu nháy hay dấu ngoặc bị thiếu, và thụt dòng bằng dấu cách.',
  ],
  'yaml-refused': [
    'Tệp dùng thẻ (`!!float`) hoặc khoá gộp (`<<`) của YAML.',
    'Bỏ các thẻ, và viết đầy đủ những gì khoá gộp đưa vào.',
  ],
  'too-deep': ['Tệp lồng quá nhiều cấp.', 'Kiểm tra dấu ngoặc và thụt dòng.'],
  'alias-bomb': ['Bí danh YAML lặp lại quá nhiều giá trị.', 'Viết đầy đủ các giá trị thay vì lặp lại.'],
  'text-too-long': ['Một đoạn chữ dài hơn 5.000 ký tự.', 'Viết ngắn lại, và nêu văn bản có phần còn lại ở `source:`.'],
  'too-many': [
    'Số kế hoạch hoặc số dòng quá lớn để xử lý trong một lần.',
    'Đọc ít kế hoạch hơn trong một lần, hoặc bớt địa bàn hay chỉ tiêu.',
  ],
  'not-a-report': [
    'Tệp đưa ra không phải là báo cáo trước, hoặc có định dạng không đọc được.',
    'Nêu tệp báo cáo được ghi theo định dạng JSON.',
  ],
  'table-syntax': [
    'Không tách được bảng thành dòng và ô.',
    'Đặt ô có dấu nháy kép trong dấu nháy kép và viết hai lần mỗi dấu nháy trong ô.',
  ],
  'ragged-row': ['Số ô của dòng khác số cột của bảng.', 'Thêm hoặc bỏ ô.'],
  'duplicate-column': ['Hai cột trùng tên.', 'Đổi tên một trong hai cột.'],
  'missing-column': ['Bảng thiếu một cột.', 'Đổi tên cột, hoặc khai báo cột cần dùng.'],
  'unknown-column': ['Có cột tên gần giống một cột được dùng.', 'Đổi tên cột.'],
  'bad-table': ['Hai khoá của bảng mâu thuẫn nhau.', 'Chỉ giữ một khoá.'],
  'unread-name': ['Tên trang tính hoặc tên tệp không cho biết điều cần biết.', 'Nêu mẫu của tên.'],
  'plan-not-stated': ['Bảng chưa nêu kế hoạch.', 'Nêu kế hoạch.'],
  'unknown-code': ['Mã trong bảng chưa được khai báo.', 'Thêm mã, hoặc sửa dòng.'],
  'missing-area': ['Một dòng của bảng không ghi địa bàn.', 'Ghi địa bàn, hoặc khai báo ô trống là số chung.'],
  'ambiguous-date': ['Ngày có thể hiểu theo hai cách.', 'Nêu rõ ngày hay tháng đứng trước.'],
  'bad-workbook': [
    'Không đọc được tệp Excel.',
    'Lưu lại thành .xlsx không có mật khẩu, hoặc lưu trang tính dưới dạng CSV.',
  ],
  'not-json': ['Một dòng JSON lines không phải là đối tượng.', 'Viết mỗi dòng một đối tượng.'],
  'rows-refused': ['Có dòng của bảng không đọc được.', 'Sửa các dòng, hoặc nêu số dòng được phép bỏ qua.'],
  'rows-left-out': ['Có dòng của bảng bị bỏ qua vì không đọc được.', 'Sửa các dòng nếu số liệu của chúng quan trọng.'],
  'equal-rows': [
    'Có dòng của sổ theo dõi giống hệt một dòng phía trên.',
    'Bỏ dòng ghi trùng, hoặc thêm một cột để phân biệt các dòng.',
  ],
  'hidden-cells': [
    'Tệp Excel có dòng, cột hoặc trang tính bị ẩn mà số liệu vẫn được tính.',
    'Bỏ ẩn, hoặc nêu rõ có tính hay không: `hidden: read` hoặc `hidden: skip`.',
  ],
  'cannot-be-summed': [
    'Sổ theo dõi có nhiều dòng của một tỷ lệ, mức bình quân hay tốc độ tăng, không cộng được.',
    'Ghi số lượng, hoặc mỗi số liệu một dòng.',
  ],
  'table-not-read': [
    'Không đọc được bảng lớn hoặc tệp Parquet.',
    'Kiểm tra xem tệp có đầy đủ, DuckDB đã được cài chưa, và cho phép dùng thêm bộ nhớ nếu thiếu.',
  ],
  'secret-in-file': [
    'Tệp nguồn chứa mật khẩu, hoặc khoá có tên như mật khẩu.',
    'Xoá đi, và đặt mật khẩu trong biến môi trường, tệp riêng hoặc `~/.pgpass`.',
  ],
  'source-not-read': [
    'Không đọc được bảng của cơ sở dữ liệu; không dùng số liệu nào của bảng.',
    'Kiểm tra tệp nguồn, mật khẩu, máy chủ có đang chạy không và người dùng có được đọc bảng không.',
  ],
  'path-outside': [
    'Tệp kết quả lấy bảng ở thư mục khác.',
    'Đặt bảng trong thư mục của tệp, hoặc cho phép thư mục chứa cả hai.',
  ],
  'more-duplicates': [
    'Bảng còn nhiều kết quả lặp lại hơn số được nêu.',
    'Khai báo bảng là sổ theo dõi (`rows: register`) nếu mỗi dòng chỉ là một phần cần cộng lại.',
  ],
  'unknown-key': ['Có khoá không dùng được ở vị trí này.', 'Sửa chính tả, hoặc bỏ khoá.'],
  'missing-key': ['Thiếu một khoá bắt buộc.', 'Thêm khoá và giá trị của nó.'],
  'duplicate-key': ['Một khoá được viết hai lần.', 'Chỉ giữ lại một.'],
  'duplicate-id': ['Hai mục cùng loại mang cùng một mã.', 'Đặt mã khác cho một trong hai, hoặc bỏ bớt một.'],
  'bad-value': ['Giá trị không thuộc loại cần có ở vị trí này.', 'Viết giá trị thuộc loại mà thông báo nêu.'],
  'key-not-for-type': ['Khoá không dùng được cho loại chỉ tiêu này.', 'Bỏ khoá, hoặc sửa loại chỉ tiêu.'],
  'ambiguous-number': [
    'Một số đọc được theo nhiều cách viết.',
    'Nêu cách viết số của tệp, hoặc viết số sao cho chỉ có một cách đọc.',
  ],
  'not-a-number': [
    'Ở vị trí cần một số lại không phải là số.',
    'Viết số theo cách viết của tệp, hoặc để trống nếu chưa có số liệu.',
  ],
  'comma-in-braces': [
    'Dấu phẩy trong ngoặc cắt một số thành hai.',
    'Đặt số trong dấu nháy, hoặc viết trên dòng riêng.',
  ],
  'percent-or-points': [
    'Mức thay đổi của một tỷ lệ có thể là phần trăm hoặc điểm phần trăm.',
    'Viết pp sau số điểm phần trăm; nếu là phần trăm của số gốc thì tính ra điểm phần trăm.',
  ],
  'percent-or-ratio': [
    'Tỷ lệ phần trăm không có dấu và nhỏ đến mức có thể là một hệ số.',
    'Viết tỷ lệ phần trăm kèm dấu: 95% hoặc 0,95%.',
  ],
  'low-tolerance': [
    'Chưa đến một nửa kế hoạch đến kỳ báo cáo mà đã là đúng tiến độ.',
    'Viết mức vẫn coi là đúng tiến độ, 95%, không phải mức được phép thấp hơn.',
  ],
  'unit-mismatch': ['Số mang ký hiệu không hợp với chỉ tiêu.', 'Sửa ký hiệu, hoặc sửa loại chỉ tiêu.'],
  'not-in-text': ['Số liệu công bố có một số không nằm trong câu chép kèm.', 'Sửa chỗ chép sai, hoặc chép đủ cả câu.'],
  'bad-period': [
    'Ở vị trí cần một kỳ lại không phải là kỳ.',
    'Viết năm, nửa năm, quý, tháng, ngày, hoặc một khoảng từ kỳ này đến kỳ khác.',
  ],
  'bad-target': ['Kế hoạch không nêu rõ một mức phải đạt.', 'Viết một loại kế hoạch cùng với số của nó.'],
  'direction-not-stated': [
    'Kế hoạch chưa nói rõ cao hơn hay thấp hơn là tốt.',
    'Viết at_least (ít nhất) hoặc at_most (nhiều nhất) trước số.',
  ],
  'no-baseline': [
    'Mức tăng, giảm kế hoạch hoặc công thức `progress` không có số gốc.',
    'Thêm số gốc cùng với kỳ và giá trị.',
  ],
  'no-profile': [
    'Chỉ tiêu phân bổ theo năm trước, nhưng chưa có số liệu năm trước.',
    'Thêm số liệu năm trước, hoặc ghi cách phân bổ khác.',
  ],
  'bad-phasing': [
    'Phân bổ kế hoạch, hoặc kế hoạch từng kỳ, không dẫn đến đủ kế hoạch vào cuối kỳ.',
    'Viết các phần có tổng bằng 100%, hoặc số luỹ kế không giảm và kết thúc ở 100%; với số phát sinh cũng có thể viết số tuyệt đối có tổng bằng kế hoạch.',
  ],
  'follows-no-earlier': [
    'Kế hoạch tiếp nối một kế hoạch chưa kết thúc trước khi nó bắt đầu.',
    'Ghi mã của kế hoạch kỳ trước, hoặc bỏ `follows`.',
  ],
  'target-behind-baseline': [
    'Kế hoạch kém hơn số gốc.',
    'Kiểm tra hai số và loại kế hoạch; nếu đúng như vậy thì giữ nguyên.',
  ],
  'parts-do-not-sum': [
    'Các phần hợp thành không cộng lại bằng tổng.',
    'Sửa số liệu, hoặc không khai các phần là đầy đủ.',
  ],
  'unknown-plan': ['Kết quả nêu một kế hoạch chưa được đọc.', 'Nêu thêm tệp của kế hoạch đó, hoặc sửa mã.'],
  'unknown-indicator': ['Nêu một chỉ tiêu không có trong kế hoạch.', 'Sửa mã, hoặc thêm chỉ tiêu vào kế hoạch.'],
  'unknown-group': [
    'Nêu một nhóm phân tổ không có trong kế hoạch.',
    'Sửa mã, hoặc thêm vào `breakdowns:` của kế hoạch.',
  ],
  'unknown-area': ['Nêu một địa bàn không có trong kế hoạch.', 'Sửa mã, hoặc thêm địa bàn vào kế hoạch.'],
  'unknown-provider': [
    'Số liệu thuộc nguồn mà chỉ tiêu không có, hoặc không nêu là của nguồn nào.',
    'Nêu nguồn của số liệu, theo mã trong `providers:` của chỉ tiêu.',
  ],
  'period-outside-plan': ['Số liệu thuộc kỳ nằm ngoài kỳ kế hoạch.', 'Sửa kỳ, hoặc nêu đúng kế hoạch của số liệu này.'],
  'basis-not-stated': [
    'Số liệu bắt đầu sau kỳ kế hoạch có thể là của riêng kỳ đó hoặc luỹ kế từ đầu kỳ kế hoạch.',
    'Nêu rõ là số của riêng kỳ (increment) hay luỹ kế (cumulative).',
  ],
  'duplicate-observation': [
    'Có hai số liệu cho cùng một chỉ tiêu, địa bàn và kỳ.',
    'Chỉ giữ một, hoặc nêu trạng thái của từng số.',
  ],
  'overlapping-periods': [
    'Hai số liệu được cộng với nhau lại trùng ngày.',
    'Chỉ giữ một, hoặc nêu rõ số nào là luỹ kế.',
  ],
  'cumulative-disagrees': ['Số luỹ kế không bằng tổng các kỳ.', 'Sửa số sai.'],
  'falling-cumulative': ['Số luỹ kế giảm.', 'Sửa số sai, hoặc nêu rõ đó là số của riêng kỳ.'],
  'part-exceeds-whole': ['Một phần lớn hơn tổng chứa nó.', 'Sửa số sai, hoặc không khai đó là một phần.'],
  'area-targets-do-not-sum': [
    'Kế hoạch giao các địa bàn không cộng lại bằng kế hoạch chung.',
    'Sửa số sai, trừ trường hợp chủ ý giao như vậy.',
  ],
  'mpi-disagrees': ['Chỉ số nghèo đa chiều công bố không bằng tỷ lệ nghèo × cường độ nghèo.', 'Sửa số sai.'],
  'households-disagree': [
    'Hai tỷ lệ khai là tính trên cùng tổng số hộ nhưng suy ra tổng số hộ khác nhau.',
    'Sửa tỷ lệ hoặc số lượng, hoặc bỏ `same_base_as`.',
  ],
  'total-disagrees': ['Tổng được báo cáo không bằng tổng các địa bàn.', 'Sửa số sai.'],
  'rate-disagrees': ['Tỷ lệ đã ghi không đúng với số lượng của nó.', 'Sửa số sai.'],
  'start-disagrees': ['Số đầu năm không bằng số cuối năm trước.', 'Sửa số sai.'],
  'movements-do-not-balance': [
    'Biến động không dẫn từ số đầu kỳ đến số cuối kỳ.',
    'Sửa số liệu, hoặc ghi phần chênh vào biến động khác kèm ghi chú.',
  ],
  'poor-change-disagrees': ['Mức tăng, giảm số hộ nghèo đã ghi không đúng với số hộ đầu kỳ và cuối kỳ.', 'Sửa số sai.'],
  'fraction-or-percent': [
    'Tỷ lệ trong bảng hoặc tệp có thể là phân số hoặc phần trăm.',
    'Nêu rõ: `12%` hoặc `0,12%`; với bảng thì `fractions: true` hoặc `fractions: false`.',
  ],
  'not-comparable': [
    'Số gốc và kết quả được đo theo cách khác nhau nên không trừ cho nhau.',
    'Ghi cả hai theo cùng chuẩn, đơn vị đo và phương pháp.',
  ],
  'standard-not-stated': [
    'Chỉ số gốc hoặc chỉ kết quả nêu chuẩn nên không trừ cho nhau.',
    'Ghi chuẩn ở chỗ còn thiếu.',
  ],
  'published-disagrees': [
    'Tỷ lệ đã công bố không đúng với số liệu.',
    'Kiểm tra lại kế hoạch, kết quả và số đã công bố.',
  ],

  missed: ['Chỉ tiêu không đạt kế hoạch.', 'So sánh thực hiện với kế hoạch; thông báo nêu cả hai.'],
  behind: [
    'Thực hiện chậm so với kế hoạch đến kỳ báo cáo.',
    'So sánh thực hiện với kế hoạch đến kỳ báo cáo; thông báo nêu cả hai.',
  ],
  'not-reported': ['Đã hết kỳ mà chưa có số liệu.', 'Bổ sung số liệu vào kết quả.'],
  'below-min': [
    'Tỷ lệ hoàn thành thấp hơn mức tối thiểu của quy định kiểm tra.',
    'So sánh với mức tối thiểu; thông báo nêu cả hai.',
  ],
  'no-longer-met': [
    'Chỉ tiêu đạt trong báo cáo trước nay không còn đạt.',
    'Kiểm tra số liệu hoặc kế hoạch nào đã thay đổi từ đó.',
  ],
  'off-target': ['Số liệu mới nhất chưa đạt mức kế hoạch, bất kể tiến độ.', 'Sửa số liệu nếu sai.'],
  'verdict-worse': ['Kết quả đánh giá kém hơn trong báo cáo trước.', 'Xem số liệu hoặc kế hoạch nào đã thay đổi.'],
  'achievement-fell': [
    'Tỷ lệ hoàn thành của cùng một kỳ giảm so với báo cáo trước.',
    'Kiểm tra số liệu hoặc kế hoạch nào đã thay đổi từ đó.',
  ],
  revised: [
    'Số liệu của cùng một kỳ được điều chỉnh xấu đi so với báo cáo trước.',
    'Kiểm tra lần điều chỉnh và nguồn của nó.',
  ],
  vanished: [
    'Một chỉ tiêu của báo cáo trước không còn nữa.',
    'Khôi phục chỉ tiêu, hoặc lập báo cáo mới để so sánh nếu việc bỏ là có chủ ý.',
  ],

  consistent: ['Số liệu công bố đúng với kết quả tính lại, sau khi làm tròn như đã công bố.', 'Không cần xử lý.'],
  'consistent-truncated': [
    'Số liệu công bố đúng với kết quả tính lại nếu cắt bỏ số lẻ thay vì làm tròn.',
    'Làm tròn lại, hoặc ghi rõ là đã cắt bỏ số lẻ.',
  ],
  'consistent-half-even': [
    'Số liệu công bố đúng với kết quả tính lại nếu làm tròn nửa về số chẵn.',
    'Làm tròn theo cách thông thường, hoặc ghi rõ cách làm tròn.',
  ],
  'consistent-within-rounding': [
    'Số liệu công bố có thể đúng, vì các số đi kèm đã được làm tròn.',
    'Công bố các số đi kèm với nhiều chữ số thập phân hơn để có thể tính lại.',
  ],
  implied: [
    'Chưa công bố kế hoạch; từ số liệu suy ra được kế hoạch nằm trong khoảng nào.',
    'Công bố kế hoạch cùng với số liệu.',
  ],
  undefined: [
    'Không tính được số liệu này từ các số đã công bố.',
    'Thông báo nêu rõ lý do, chẳng hạn kế hoạch bằng 0.',
  ],
  undecided: [
    'Các số đã công bố chưa đủ để kết luận số liệu này đúng hay sai.',
    'Thông báo nêu rõ cần thêm số liệu nào.',
  ],
  wording: [
    'Số liệu công bố đúng nhưng cách diễn đạt sai.',
    'Nêu rõ là so với kế hoạch hay vượt kế hoạch; nếu là điểm phần trăm thì ghi điểm phần trăm.',
  ],
  'other-formula': [
    'Số liệu công bố đúng theo công thức khác với công thức thông thường hoặc đã nêu.',
    'Ghi rõ công thức đã dùng.',
  ],
  inconsistent: [
    'Số liệu công bố không khớp với các số đi kèm, theo bất kỳ công thức hay cách làm tròn nào.',
    'Kiểm tra lại số liệu và các số đi kèm với nguồn gốc.',
  ],
}
