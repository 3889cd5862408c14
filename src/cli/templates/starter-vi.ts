import type { StarterTexts } from './starter.ts'

export const starterVi: StarterTexts = {
  plan: ({
    id,
    period,
    periodName,
    before,
    numbers,
    number,
  }) => `# Kế hoạch mẫu. Các số liệu ở đây là giả định: hãy thay bằng số liệu của đơn vị.
# Phần sau dấu # là ghi chú, pva không đọc.

kind: plan
id: ${id} # tệp kết quả gọi kế hoạch bằng mã này; chỉ dùng chữ thường không dấu, chữ số, - và _
title: Kế hoạch ${periodName}
period: ${period} # năm 2026, nửa năm 2026-H1, quý 2026-Q1, tháng 2026-03, 2026-01/2026-09, nhiều năm 2026/2030
numbers: ${numbers} # cách viết số trong tệp này: vi 1.200 và 5,20; plain 1200 và 5.20; en 1,200 và 5.20
source: Số liệu giả định của tệp mẫu (thay bằng văn bản giao kế hoạch)

indicators:
  # Chỉ ghi một con số: phải đạt bằng hoặc hơn số đó.
  - id: jobs
    name: Giải quyết việc làm mới
    unit: lao động
    target: ${number('1200')}
    # "Trong đó": đã nằm trong chỉ tiêu chung, không bao giờ được cộng thêm vào.
    of_which:
      - id: labour-export
        name: Xuất khẩu lao động
        target: ${number('150')}

  - id: trainees
    name: Đào tạo nghề
    unit: người
    target: ${number('800')}

  # Với tỷ lệ phải ghi rõ chiều nào là tốt: at_least (ít nhất), at_most (nhiều nhất), above (trên), below (dưới)
  # hoặc between: [thấp nhất, cao nhất].
  - id: trained-workers
    name: Tỷ lệ lao động qua đào tạo nghề
    type: rate
    target:
      at_least: ${number('60')}

  # Tỷ lệ hộ nghèo giảm so với kỳ gốc, tính bằng điểm phần trăm. Hai tỷ lệ theo hai chuẩn nghèo khác nhau không
  # được trừ cho nhau, nên cần ghi rõ chuẩn đang dùng, ví dụ 2021-2025.
  - id: poverty-rate
    name: Tỷ lệ hộ nghèo
    type: poverty-rate
    standard: chuẩn nghèo đa chiều quốc gia
    measured: households # hộ; tính theo người thì ghi persons
    baseline:
${before === null ? '' : `      period: ${before}\n`}      rate: ${number('5.20')} # có thể ghi thêm số hộ nghèo (poor) và tổng số hộ (households)
    target:
      reduce_by: ${number('0.8')}
      # per: year # nếu kế hoạch nhiều năm giao mức giảm cho từng năm

  # Nhiệm vụ không có chỉ tiêu bằng số: chỉ cần hoàn thành.
  - id: gender-equality-plan
    name: Kế hoạch hành động về bình đẳng giới
    type: task
    target: done
`,

  actuals: ({
    id,
    period,
    numbers,
    number,
  }) => `# Kết quả mẫu. Các số liệu ở đây là giả định: hãy thay bằng số liệu của đơn vị.

kind: actuals
plan: ${id} # mã của kế hoạch tương ứng
period: ${period} # kỳ của các số liệu, trừ khi từng dòng ghi khác
numbers: ${numbers}
source: Số liệu giả định của tệp mẫu (thay bằng nguồn đã công bố)

results:
  jobs: ${number('1260')}
  labour-export: ${number('141')}
  trainees: # để trống: chưa có số liệu, khác với 0
  trained-workers: ${number('61.5')}
  poverty-rate:
    rate: ${number('4.30')}
    status: provisional # sơ bộ; ước tính: estimate; không ghi gì: chính thức
  gender-equality-plan: done # đã xong; đang làm: in-progress; chưa làm: not-started

# Số liệu chỉ của một phần kỳ kế hoạch hoặc của một địa bàn thì ghi thành từng dòng riêng. Nếu kỳ của số liệu bắt đầu
# sau kỳ kế hoạch thì phải ghi basis: increment là số của riêng kỳ đó, cumulative là luỹ kế từ đầu kỳ kế hoạch.
#
# observations:
#   - indicator: trainees
#     period: ${period}
#     value: ${number('410')}
#     basis: cumulative
`,
}
