import { expect, it } from 'vitest'
import { readInput } from '../../../src/read/input.ts'

/** The keys that are warned of, and the steps in which numbers are counted. */
function readSentence(text: string, fields: string, notation = 'vi') {
  const document = `kind: claims\nnumbers: ${notation}\nclaims:\n  - { text: '${text}', ${fields} }\n`
  const bytes = new TextEncoder().encode(document)
  const { claims, problems } = readInput({ path: 'claims.yaml', bytes, named: true })
  const warned = problems.map(({ code, args }) => `${code} ${'key' in args ? args.key : ''}`)
  return { warned, steps: Object.fromEntries([...(claims[0]?.steps ?? [])].map(([key, step]) => [key, String(step)])) }
}

it.each<readonly [string, string, readonly string[]]>([
  ['18.923 lao động đạt 118% kế hoạch', '"actual": "18.923", completion: 118%', []],
  ['18.923 lao động đạt 118% kế hoạch', '"actual": "18.932", completion: 118%', ['actual']],
  ['18.923 lao động đạt 118% kế hoạch', '"actual": "18.923", completion: 181%', ['completion']],
  ['18.923 lao động đạt 93% kế hoạch', '"actual": "18.923", completion: 94%', ['completion']],
  ['18.923 lao động đạt 118% kế hoạch', '"actual": "18.923", completion: 118%, target: "16.000"', ['target']],
  // As it is written elsewhere, and with blanks.
  ['18,923 of them, 118.2%', '"actual": "18.923", completion: "118,2%"', []],
  ['18 923 lao động, 118 %', '"actual": "18.923", completion: 118%', []],
  // In words of thousands and more, and the other way round.
  ['1,2 triệu lượt, đạt 118%', 'actual: "1.200.000", completion: 118%', []],
  ['1.200.000 lượt, đạt 118%', 'actual: "1,2", completion: 118%', ['actual']],
  ['1,2 triệu lượt, đạt 118%', 'actual: "1.300.000", completion: 118%', ['actual']],
  ['1 trillion 521 billion tenge, 95,6%', 'actual: "1.521", completion: "95,6%"', []],
  // Beyond the plan and of it; the sum and the difference of two; what is said in words.
  ['20.000 hộ, vượt 18%', 'actual: "20.000", completion: 118%', []],
  ['tăng 11,1 lên 25,9', 'previous: "14,8", actual: "25,9"', []],
  ['ba huyện, 2.674 hộ, hoàn thành kế hoạch', 'actual: "2.674", numerator: "3", completion: 100%', []],
  // A heading is no sentence.
  ['Tỷ lệ hộ nghèo, cột 7', 'numerator: "42.813", denominator: "448.365"', []],
  ['Năm 2017', 'actual: "18.932"', []],
  // Parts are told once.
  ['tổng cộng 5.374 hộ', 'total: "5.374", parts: "840 + 1.070"', ['parts']],
])('a number that its sentence does not hold is warned of: %s, %s', (text, fields, keys) => {
  expect(readSentence(text, fields).warned).toEqual(keys.map((key) => `not-in-text ${key}`))
})

it.each<readonly [string, string, Readonly<Record<string, string>>]>([
  ['115 tỷ đồng, 95% của 121 tỷ', 'actual: "115", target: "121", completion: 95%', { actual: '1', target: '1' }],
  ['1,2 triệu lượt của 2 triệu', 'actual: "1,2", target: "2.000.000"', { actual: '0.1', target: '1000000' }],
  ['đạt', 'actual: "115", target: "121,5", unit: tỷ đồng', { actual: '1', target: '0.1' }],
  // A rate is no milliard.
  ['115 tỷ lệ', 'actual: "115", unit: tỷ lệ', {}],
  ['115 hộ của 121', 'actual: "115", target: "121", unit: hộ', {}],
])('numbers of thousands and more are counted in steps: %s, %s', (text, fields, steps) => {
  expect(readSentence(text, fields).steps).toEqual(steps)
})
