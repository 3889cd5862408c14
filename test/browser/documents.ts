/** What has been used to make a page run what stands in its text. */
const hostileTexts = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '"><svg onload="window.hacked = 1">',
  "' onmouseover='window.hacked = 1' autofocus onfocus='window.hacked = 1",
  '</style><script>window.hacked = 1</script>',
  '</title></head><body onload="window.hacked = 1">',
  '<!--<img src="--><img src=x onerror=window.hacked=1//">',
  '<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
  '<a href="javascript:window.hacked = 1">x</a>',
  '<base href="http://127.0.0.1:9/"><link rel=stylesheet href=http://127.0.0.1:9/x.css>',
  '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
  '<details open ontoggle="window.hacked = 1">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hacked=1&gt;">',
  '&lt;script&gt;window.hacked = 1&lt;/script&gt;',
  '\\u003cscript\\u003ewindow.hacked = 1\\u003c/script\\u003e',
  '{{constructor.constructor("window.hacked = 1")()}} <%= window.hacked = 1 %>',
  '+ADw-script+AD4-window.hacked = 1+ADw-/script+AD4-',
  ']]><script>window.hacked = 1</script><![CDATA[',
  '<style>@import "http://127.0.0.1:9/x.css"; * { background: url(http://127.0.0.1:9/y.png) }</style>',
]
const hostile = hostileTexts.join(' ')

/** A plan and results in which every field that takes free text holds all of them. */
export const hostileDocuments: Readonly<Record<string, string>> = {
  'plan.json': JSON.stringify({
    kind: 'plan',
    id: 'plan',
    title: hostile,
    period: '2018',
    note: hostile,
    source: { title: hostile, url: 'https://example.org/?a="><script>', page: hostile, date: '2018-01-01' },
    areas: [
      { id: 'north', name: hostile },
      { id: 'south', name: hostile },
    ],
    sections: [{ id: 'all', name: hostile }],
    indicators: [
      {
        id: 'jobs',
        no: hostile,
        section: 'all',
        name: hostile,
        unit: hostile,
        responsible: hostile,
        note: hostile,
        source: hostile,
        target: 100,
        targets_by_area: { north: 60, south: 40 },
        revisions: [{ date: '2018-03-01', target: 90, decision: hostile }],
        of_which: [{ id: 'abroad', name: hostile, target: 10 }],
      },
      {
        id: 'poverty',
        type: 'poverty-rate',
        standard: hostile,
        method: hostile,
        name: hostile,
        baseline: { period: '2017', rate: 4 },
        target: { reduce_by: 1 },
      },
      { id: 'task', type: 'task', name: hostile, target: 'done' },
    ],
  }),
  'results.json': JSON.stringify({
    kind: 'actuals',
    plan: 'plan',
    period: '2018',
    source: { title: hostile, page: hostile },
    note: hostile,
    observations: [
      { indicator: 'jobs', area: 'north', value: 70, note: hostile, source: hostile },
      { indicator: 'jobs', area: 'south', value: 20, status: 'estimate' },
      { indicator: 'abroad', value: 5, note: hostile },
      { indicator: 'poverty', rate: 2.5 },
      { indicator: 'task', value: 'done' },
    ],
  }),
}

/** Synthetic: a plan with districts that report by month, and figures of every kind of verdict. */
export const provinceDocuments: Readonly<Record<string, string>> = {
  'province/plan.yaml': `
kind: plan
id: province-2024
title: { vi: Tỉnh mẫu (số liệu giả định), en: A made-up province }
period: 2024
areas:
${['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `  - { id: ${id}, name: { vi: "Huyện mẫu ${id.toUpperCase()} có tên khá dài", en: "Made-up district ${id.toUpperCase()}" } }`).join('\n')}
indicators:
  - id: jobs
    name: { vi: Giải quyết việc làm mới, en: New jobs }
    unit: { vi: lao động, en: workers }
    responsible: { vi: Phòng Việc làm – An toàn lao động, en: Employment division }
    note: { vi: Chỉ tính lao động cư trú trong tỉnh., en: Residents of the province only. }
    target: 12000
    targets_by_area: { a: 2000, b: 2000, c: 2000, d: 2000, e: 2000, f: 2000 }
    revisions: [{ date: 2024-04-01, target: 12600, decision: 45/NQ-HĐND }]
  - id: trainees
    name: { vi: Tuyển sinh đào tạo nghề, en: Trainees }
    target: 6000
    targets_by_area: { a: 1000, b: 1000, c: 1000, d: 1000, e: 1000, f: 1000 }
  - id: deaths
    name: { vi: Số người chết do tai nạn lao động, en: Deaths at work }
    target: { at_most: 10 }
  - id: growth
    type: growth
    name: { vi: Tốc độ tăng giá trị sản xuất, en: Growth of output }
    target: { between: [6.6, 6.8], direction: up }
  - id: balance
    name: { vi: Cán cân, en: Balance }
    type: level
    target: { at_least: -500 }
`,
  'province/results.yaml': `
kind: actuals
plan: province-2024
basis: increment
observations:
${['a', 'b', 'c', 'd', 'e', 'f']
  .flatMap((area, index) =>
    ['01', '02', '03', '04', '05', '06'].map(
      (month) =>
        `  - { indicator: jobs, area: ${area}, period: 2024-${month}, value: ${100 + index * 30 + Number(month)} }`,
    ),
  )
  .join('\n')}
${['a', 'b', 'c', 'd', 'e', 'f'].map((area, index) => `  - { indicator: trainees, area: ${area}, period: 2024-01/2024-06, value: ${200 + index * 190} }`).join('\n')}
  - { indicator: deaths, period: 2024-01/2024-06, value: 11 }
  - { indicator: growth, period: 2024-01/2024-06, value: 7.02 }
  - { indicator: balance, period: 2024-01/2024-06, value: -800 }
`,
}

/** Synthetic: a line of each kind, with figures that are hard to draw and names that are hard to place. */
export const kindsDocuments: Readonly<Record<string, string>> = {
  'kinds/plan.yaml': `
kind: plan
id: kinds
title: { vi: Kế hoạch có đủ các loại chỉ tiêu (số liệu giả định), en: A made-up plan of every kind of line }
period: 2024
areas:
  - { id: a, name: { vi: Huyện A, en: District A } }
  - { id: b, name: { vi: Huyện B, en: District B } }
sections: [{ id: all, name: { vi: Việc làm, en: Employment } }]
indicators:
  - { id: jobs, section: all, name: Việc làm, target: 600, targets_by_area: { a: 300, b: 300 }, of_which: [{ id: abroad, name: Ngoài nước, target: 100 }] }
  - { id: trained, section: all, name: Đào tạo, target: 400, targets_by_area: { a: 200, b: 200 } }
  - { id: nothing, name: Không để xảy ra, target: { at_most: 0 } }
  - { id: below-zero, name: Cán cân, type: level, target: { at_least: -500 } }
  - { id: range, name: Khoảng, type: growth, target: { between: [6.6, 6.8], direction: up } }
  - { id: across-zero, name: Khoảng qua 0, type: level, target: { between: [-5, 5] } }
  - { id: wrong-way, name: Giảm mà lại tăng, type: rate, baseline: { period: 2023, value: 5 }, target: { reduce_by: 0.8 } }
  - { id: far-beyond, name: Vượt xa, target: 10 }
  - { id: hardly, name: Rất nhỏ, target: 1234567890 }
  - { id: steps, name: Bước nhỏ, type: level, target: { at_least: 0.0000004 } }
  - { id: money, name: Vốn, unit: { vi: đồng, en: đồng }, target: 98765432109.55 }
  - { id: long, name: "${'Giảiquyếtviệclàm'.repeat(8)}", unit: { vi: lượt người được hỗ trợ tư vấn, en: persons helped }, target: 1000 }
  - { id: none, name: Theo dõi, target: none }
  - { id: silent, name: Chưa báo cáo, target: 5 }
  - { id: task, name: Ban hành kế hoạch, type: task, target: done }
  - { id: poverty, name: Tỷ lệ hộ nghèo, type: poverty-rate, standard: 2021-2025, baseline: { period: 2023, rate: 12.34 }, target: { reduce_by: [1, 1.5] } }
`,
  'kinds/results.yaml': `
kind: actuals
plan: kinds
period: 2024
results:
  abroad: 40
  nothing: 0
  below-zero: -800
  range: 7.02
  across-zero: -2.5
  wrong-way: 5.6
  far-beyond: 1250
  hardly: 3
  steps: 0.0000005
  money: 91234567890.12
  long: { value: 990, note: Số liệu do các huyện báo cáo., published: 98% }
  none: 42
  task: in-progress
  poverty: 11.21
observations:
${['a', 'b'].flatMap((area, index) => ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `  - { indicator: jobs, area: ${area}, period: 2024-${quarter}, basis: increment, value: ${60 + index * 20} }`)).join('\n')}
  - { indicator: trained, area: a, value: 210 }
`,
}
