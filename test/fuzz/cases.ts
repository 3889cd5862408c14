import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { contentsOfFolder, ROOT } from '../support/folder.ts'
import { codesOfProblemFolders, problemFolderOf } from '../support/problem-folder.ts'
import { sectionFileOf } from '../support/sections.ts'
import { workbook, type ZipEntry, zip } from '../support/workbooks.ts'

/** Files and the command that reads them. */
export interface FuzzCase {
  readonly command: string
  readonly files: ReadonlyMap<string, Buffer>
}

const LARGEST = 200_000

/** What mutation starts from: the inputs of all scenarios and problems, the sample plans, and a workbook. */
export async function seedCases(): Promise<readonly FuzzCase[]> {
  const scenarios = join(ROOT, 'test/scenarios')
  const texts = (await readdir(scenarios, { recursive: true })).filter((name) => name.endsWith('.txt')).sort()
  const ofScenarios = await Promise.all(
    texts.map(async (name) => casesIn(await readFile(join(scenarios, name), 'utf8'))),
  )
  const ofProblems = await Promise.all(
    codesOfProblemFolders().map(async (code) => {
      const { commands, inputs } = await problemFolderOf(code)
      return commands.map((command) => ({ command, files: filesOf(inputs) }))
    }),
  )
  return [...ofScenarios, ...ofProblems, inWorkbook].flat().filter(({ files }) => files.size > 0)
}

async function casesIn(text: string): Promise<readonly FuzzCase[]> {
  const files = new Map<string, Buffer>()
  const cases: FuzzCase[] = []
  for (const { name, argument, content } of sectionFileOf(text).sections) {
    if (name === 'file' && typeof content !== 'number') files.set(argument, content)
    if (name === 'uses') for (const [path, bytes] of await sharedFiles(argument)) files.set(path, bytes)
    if (name === 'command') cases.push({ command: content.toString().trim(), files: small(files) })
  }
  return cases
}

async function sharedFiles(path: string): Promise<ReadonlyMap<string, Buffer>> {
  const absolute = join(ROOT, path)
  if (!(await stat(absolute)).isDirectory()) return new Map([[path, await readFile(absolute)]])
  const inside = await contentsOfFolder(absolute)
  return new Map([...inside].map(([name, bytes]) => [`${path}/${name}`, bytes]))
}

const filesOf = (inputs: readonly { readonly argument: string; readonly content: Buffer | number }[]) =>
  small(new Map(inputs.flatMap(({ argument, content }) => (typeof content === 'number' ? [] : [[argument, content]]))))

const small = (files: ReadonlyMap<string, Buffer>) => new Map([...files].filter(([, { length }]) => length < LARGEST))

const PLAN = `kind: plan
id: p
title: P
period: 2018
areas: [{ id: a, name: A }, { id: b, name: B }]
indicators:
  - { id: jobs, name: Jobs, target: 16000 }
  - { id: poor, type: poverty-rate, name: Poor, baseline: { period: 2017, value: 4.24 }, target: { reduce_by: 0.3 } }
`
const ROWS = `<row r="1"><c r="A1" t="inlineStr"><is><t>indicator</t></is></c><c r="B1" t="s"><v>0</v></c>\
<c r="C1" t="inlineStr"><is><t>value</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>jobs</t></is></c>\
<c r="B2" t="inlineStr"><is><t>2018</t></is></c><c r="C2" s="1"><v>18923</v></c></row><row r="3">\
<c r="A3" t="inlineStr"><is><t>poor</t></is></c><c r="B3" s="2"><v>43465</v></c><c r="C3" t="str"><f>1+2</f><v>3.28</v></c></row>`
const inWorkbook: readonly FuzzCase[] = ['report', 'draft results.xlsx', 'validate'].map((command) => ({
  command: `pva ${command}${command.startsWith('draft') ? '' : ' plan.yaml results.xlsx'}`,
  files: new Map([
    ['plan.yaml', Buffer.from(PLAN)],
    [
      'results.xlsx',
      workbook({
        ...{ rows: ROWS, strings: ['<t>period</t>'], formats: ['#,##0', 'yyyy'], merged: ['A2:A3'] },
        others: [{ name: 'T2', rows: ROWS.replaceAll('18923', '5') }],
      }),
    ],
  ]),
}))

/** The entries of an archive that is whole; null where it is none. */
export function entriesOf(bytes: Buffer): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = []
  const end = bytes.lastIndexOf('PK\x05\x06')
  if (end < 0) return null
  let at = bytes.readUInt32LE(end + 16)
  try {
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
      const local = bytes.readUInt32LE(at + 42)
      const name = bytes.toString('utf8', at + 46, at + 46 + Number(nameLength))
      const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const packed = bytes.subarray(begin, begin + size)
      entries.push({ name, content: method === 8 ? inflateRawSync(packed) : Buffer.from(packed) })
      at += 46 + Number(nameLength) + Number(extra) + Number(comment)
    }
  } catch {
    return null
  }
  return entries
}

export { zip }
