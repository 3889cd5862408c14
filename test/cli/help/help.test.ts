import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { type HelpWords, helpEn } from '../../../src/cli/help/en.ts'
import { helpVi } from '../../../src/cli/help/vi.ts'
import { commandNames, program } from '../../../src/cli/program.ts'
import { displayWidth } from '../../../src/render/figure/safe-text.ts'
import { copyToFolder, inFreshFolder, writeInFolder } from '../../support/folder.ts'
import { officeWorkbook } from '../../support/office.ts'
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
      ...text.matchAll(/(?<=: )[a-z-]+(?:, [a-z-]+)+/g),
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
    expect(vietnamese.get(name)).not.toMatch(/(?<![\p{L}-])(?:the|and|default|Usage|Options|with|of)(?![\p{L}-])/u)
  })

  it('has a text of its own in each for all that is no command and no name', () => {
    const same = textsIn(helpEn).filter(([path, text]) => new Map(textsIn(helpVi)).get(path) === text)
    expect(same.map(([path]) => path).filter((path) => !/^\.examples\.\w+\.\d+\.0$/.test(path))).toEqual([
      '.placeholders.shell',
    ])
  })
})

describe.each(['en', 'vi'])('the help of each command, in %s,', (PVA_LANG) => {
  it.each(commandNames)('%s fits one screen of 80 columns and 40 lines', async (name) => {
    await inFreshFolder(async (folder) => {
      const { stdout } = await pva(folder, `${name} --help`, { env: { PVA_LANG } })
      const lines = stdout.trimEnd().split('\n')
      expect(lines.length).toBeLessThanOrEqual(40)
      expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([])
    })
  })
})

describe('the examples of the help', () => {
  const examples = Object.values(helpEn.examples).flatMap((each) => each.map(([example]) => example))

  it.each(examples.filter((example) => /^pva [^|]*$/.test(example)))('%s works', async (example) => {
    await inFreshFolder(async (folder) => {
      await copyToFolder(folder, 'plans')
      await writeInFolder(
        folder,
        'article.txt',
        Buffer.from('Năm 2017 giải quyết việc làm cho 18923 lao động, đạt 118% kế hoạch.\n'),
      )
      const cells = [
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch năm', 'Thực hiện'],
        [1, 'Giải quyết việc làm mới', 'lao động', 16000, 18923],
      ]
      await writeInFolder(folder, '2018.xlsx', officeWorkbook([{ name: '2018', cells }]))
      const files = example.endsWith(' init') ? `${example} ideas` : example
      const { stderr, exit } = await pva(folder, files.replace(/^pva /, ''))
      // The samples hold what was never reported, and a figure that cannot be true.
      expect(exit, stderr).toBe(/^pva (check|audit)/.test(example) ? 1 : 0)
    })
  })
})

describe('a command line that cannot be run', () => {
  it('is told in lines as wide as the terminal', async () => {
    await inFreshFolder(async (folder) => {
      const { stderr } = await pva(folder, 'schema plna', { terminal: { isTTY: true, columns: 60 } })
      expect(
        stderr
          .split('\n')
          .map((line) => line.length)
          .filter((length) => length > 60),
      ).toEqual([])
      expect(stderr).toContain('See `pva schema --help`.')
    })
  })

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
      "tuỳ chọn '-f, --format <định dạng>' không nhận giá trị 'pdf'. Các giá trị được nhận: table, markdown, html, xlsx, text, json, csv, junit, sdmx-csv, iati-xml.",
      'pva report',
    ],
    [
      'completion ksh',
      "tham số 'shell' không nhận giá trị 'ksh'. Các giá trị được nhận: bash, zsh, fish, powershell.",
      'pva completion',
    ],
    [
      'schema plna',
      "tham số 'loại' không nhận giá trị 'plna'. Có phải là plan? Các loại có: plan, actuals, claims, policy, mapping, sources, report, check, audit, compare, problems.",
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
