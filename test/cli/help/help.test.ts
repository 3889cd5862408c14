import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { type HelpWords, helpEn } from '../../../src/cli/help/en.ts'
import { helpVi } from '../../../src/cli/help/vi.ts'
import { program } from '../../../src/cli/program.ts'
import { inFreshFolder } from '../../support/folder.ts'
import { pva } from '../../support/run.ts'

/** The help of every command, each text in one line, by the name of the command. */
async function helps(say: HelpWords): Promise<ReadonlyMap<string, string>> {
  const all = await program(say)
  return new Map([all, ...all.commands].map((command) => [command.name(), helpOf(command)]))
}

function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
    getOutHelpWidth: () => 10_000,
  })
  command.outputHelp()
  return text
}

const [english, vietnamese] = [await helps(helpEn), await helps(helpVi)]

/** Every text of a dictionary, by the path that leads to it. */
function textsIn(words: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') return [[path, String(words(['x'], ['y'], ['z']))]]
  return Object.entries(words as object).flatMap(([key, value]) => textsIn(value, `${path}.${key}`))
}

describe('the help in two languages', () => {
  it.each([...english.keys()])('%s lists the same options, commands and examples', (name) => {
    const listed = (text = '') => [
      ...text.matchAll(/^ {2}(?:(-\w), )?(--[a-z-]+)/gm),
      ...text.matchAll(/^ {2}(?:pva|eval) .*?(?= {2})/gm),
      ...text.matchAll(/"[a-z-]+"/g),
    ]
    const [en, vi] = [english.get(name), vietnamese.get(name)].map((text) =>
      listed(text).map(([found]) => found.trim()),
    )
    expect(en?.length).toBeGreaterThan(1)
    expect(vi).toEqual(en)
  })

  it.each([...english.keys()])('%s says nothing in English where the language is Vietnamese', (name) => {
    // `today` is a word that may be written, and stands in the Vietnamese as that.
    const isCode = /^\.placeholders|^\.examples\.\w+\.\d+\.0$|^\.options\.today$/
    const said = textsIn(helpEn).filter(([path]) => !isCode.test(path))
    const left = said.filter(([, text]) => vietnamese.get(name)?.includes(text))
    expect(left).toEqual([])
    expect(vietnamese.get(name)).not.toMatch(
      /(?<![\p{L}-])(?:the|and|default|choices|Usage|Options|with|of)(?![\p{L}-])/u,
    )
  })

  it('has a text of its own in each for all that is no command and no name', () => {
    const same = textsIn(helpEn).filter(([path, text]) => new Map(textsIn(helpVi)).get(path) === text)
    expect(same.map(([path]) => path).filter((path) => !/^\.examples\.\w+\.\d+\.0$/.test(path))).toEqual([
      '.placeholders.shell',
    ])
  })
})

describe('a command line that cannot be run', () => {
  const faults = [
    ['report --langg vi', "không có tuỳ chọn '--langg'\n(Có phải là --lang?)", 'pva report'],
    ['--colo always', "không có tuỳ chọn '--colo'\n(Có phải là --color?)", 'pva'],
    ['check --nothing-like-it', "không có tuỳ chọn '--nothing-like-it'", 'pva check'],
    ['reprot', "không có lệnh hay tệp nào tên 'reprot'. Có phải là lệnh 'report'?", 'pva'],
    ['explain', "thiếu tham số 'chỉ tiêu'", 'pva explain'],
    ['report -o', "tuỳ chọn '-o, --output <tệp>' thiếu giá trị", 'pva report'],
    ['schema plan report', "quá nhiều tham số cho 'schema': cần 1, nhận được 2.", 'pva schema'],
    [
      'report --period 6m --as-of today',
      "không dùng tuỳ chọn '--period <kỳ>' cùng với tuỳ chọn '--as-of <ngày>'",
      'pva report',
    ],
    [
      'report --format pdf',
      "tuỳ chọn '-f, --format <định dạng>' không nhận giá trị 'pdf'. Các giá trị được nhận: table, markdown, html, xlsx, json, csv, junit.",
      'pva report',
    ],
    [
      'completion ksh',
      "tham số 'shell' không nhận giá trị 'ksh'. Các giá trị được nhận: bash, zsh, fish, powershell.",
      'pva completion',
    ],
    [
      'schema plna',
      "tham số 'loại' không nhận giá trị 'plna'. Có phải là plan? Các loại có: plan, actuals, claims, policy, report, check, audit, compare, problems.",
      'pva schema',
    ],
  ] as const

  it.each(faults)('pva %s is answered in Vietnamese', async (command, message, see) => {
    await inFreshFolder(async (folder) => {
      const { stdout, stderr, exit } = await pva(folder, command, { env: { LANG: 'vi_VN.UTF-8' } })
      expect({ stdout, stderr, exit }).toEqual({
        stdout: '',
        stderr: `pva: ${message}\nXem \`${see} --help\`.\n`,
        exit: 2,
      })
    })
  })

  const values = [
    'report --decimals 21',
    'report --width 20',
    'report --as-of 30/06/2018',
    'report --period x',
    'report --indicator A',
    'report --only tables',
    'report --table-plan ,',
    'report --table-period x',
    'report --memory 1MB',
    'report --allow-rejects x',
    'poverty --only tables',
    'check --min x',
    'check --fail-on missd',
    'check --max-warnings x',
    'audit --fail-on x',
    'init --period x',
  ]

  it.each(values)('pva %s is answered by what may be written, in the language of the reader', async (command) => {
    await inFreshFolder(async (folder) => {
      const answer = async (LANG: string) => (await pva(folder, command, { env: { LANG } })).stderr
      expect(await answer('en_US.UTF-8')).toMatch(/^pva: option '.*' argument '.*' is invalid\. Write .*\.\nSee /)
      expect(await answer('vi_VN.UTF-8')).toMatch(/^pva: tuỳ chọn '.*' không nhận giá trị '.*'\. Hãy ghi .*\.\nXem /)
    })
  })

  it('is answered in the language that it asks for itself, wherever that stands', async () => {
    await inFreshFolder(async (folder) => {
      const first = async (command: string, LANG = 'en_US.UTF-8') =>
        (await pva(folder, command, { env: { LANG } })).stderr.split('\n')[0]
      expect(await first('report --nothing --lang vi')).toContain('không có tuỳ chọn')
      expect(await first('report --lang=vi --nothing')).toContain('không có tuỳ chọn')
      expect(await first('report --lang en --nothing', 'vi_VN.UTF-8')).toContain('unknown option')
      expect(await first('report --nothing -- --lang vi')).toContain('unknown option')
    })
  })
})
