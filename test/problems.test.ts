import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ProblemCode, problemFamilies, problemSeverities } from '../src/model/problem.ts'
import { ruleTexts } from '../src/render/words/problems/rule-texts.ts'
import { ROOT } from './support/folder.ts'
import { codesOfProblemFolders, messageFile, outcomesOfProblem, problemFolderOf } from './support/problem-folder.ts'

const codes = codesOfProblemFolders()

/** What the page of each family is called. */
const TITLES: Readonly<Record<keyof typeof problemFamilies, string>> = {
  files: 'Files',
  yaml: 'YAML',
  keys: 'Keys and values',
  tables: 'Tables',
  numbers: 'Numbers and units',
  plans: 'Plans',
  results: 'Results',
  poverty: 'Poverty rates',
}
const families = Object.keys(problemFamilies) as (keyof typeof problemFamilies)[]

it('every problem has a folder, and every folder a problem', () => {
  expect(codes).toEqual(Object.keys(problemSeverities).sort())
})

describe.each(codes)('%s', (code) => {
  const severity = problemSeverities[code as ProblemCode]

  it.each(['en', 'vi'] as const)('is said with its place and remedy in %s', async (lang) => {
    const { said, outcomes } = await outcomesOfProblem(await problemFolderOf(code), lang)
    await expect(said).toMatchFileSnapshot(messageFile(code, lang))
    for (const { stderr, exit } of outcomes) {
      expect(stderr).toContain(`${code}:`)
      expect(exit).toBe(severity === 'error' ? 2 : 0)
    }
  })
})

// As text it is the same on every Node.
describe.skipIf(process.env['PVA_NODE'])('docs', () => {
  it('problems.md lists every problem', async () => {
    await expect(`${INTRODUCTION}${rows().join('\n')}\n`).toMatchFileSnapshot(join(ROOT, 'docs/problems.md'))
  })

  it.each(families)('problems/%s.md shows the problems of its family', async (family) => {
    const entries = await Promise.all(Object.keys(problemFamilies[family]).map(entryOf))
    const page = [`# ${TITLES[family]}\n`, WRITTEN, '[All problems](../problems.md)\n', ...entries].join('\n')
    await expect(page).toMatchFileSnapshot(join(ROOT, `docs/problems/${family}.md`))
  })

  it('has a page for each family and no other', async () => {
    expect((await readdir(join(ROOT, 'docs/problems'))).sort()).toEqual(families.map((family) => `${family}.md`).sort())
  })
})

const WRITTEN = '<!-- Written by `npm run docs:update` from test/problems and src/render/words: change those. -->\n'

const INTRODUCTION = `# Problems

${WRITTEN}
Everything that \`pva\` can find wrong with its input. Each problem has an example and its remedy on the page of its
family: ${families
  .map((family) => `[${TITLES[family].toLowerCase()}](problems/${family}.md)`)
  .join(', ')
  .replace('yaml', 'YAML')}.
The data are made up; the complete input of each example, and its message in Vietnamese, is in \`test/problems/CODE\`.

A message begins with its place, \`file:line:column\`, as editors write it, then its severity, its code (the same in every
language) and what is wrong. Below it are the line, with the words in question underlined, and the remedy. All problems of
all files are printed at once, to standard error, each only once.

An **error** makes something unreadable. Everything that depends on it is left out, the rest is calculated and printed, and
the exit code is 2. A **warning** casts doubt on a figure, which is still used. It does not change the exit code, except with
\`pva check --max-warnings 0\`.

| problem | severity | meaning |
|---|---|---|
`

function rows(): readonly string[] {
  const all = families.flatMap((family) =>
    Object.entries(problemFamilies[family]).map(
      ([code, severity]) => `| [${code}](problems/${family}.md#${code}) | ${severity} | ${meaningOf(code)} |`,
    ),
  )
  return all.sort()
}

/** What it means, the first message in full, and what else it may say. */
async function entryOf(code: string): Promise<string> {
  const folder = await problemFolderOf(code)
  const { said } = await outcomesOfProblem(folder, 'en')
  const messages = said
    .split(/\n(?=\n|\S)/)
    .map((part) => part.trim())
    .filter((part) => headOf(part, code) !== null)
  const [first = ''] = messages
  const others = new Map(messages.map((message) => [shapeOf(headOf(message, code) ?? ''), headOf(message, code)]))
  others.delete(shapeOf(headOf(first, code) ?? ''))
  const list = [...others.values()].map((message) => `- ${message}`)
  return [
    `## ${code}\n`,
    `**${capitalised(severityOf(code))}.** ${[meaningOf(code), folder.about].join(folder.about === '' ? '' : '\n')}\n`,
    fenced('text', first),
    ...(list.length > 0 ? [`Also:\n\n${list.join('\n')}\n`] : []),
  ].join('\n')
}

/** `plan.yaml:3:1 error CODE: this file is empty`: the words behind the code; null where it is another problem. */
function headOf(message: string, code: string): string | null {
  return new RegExp(`(?:^| )(?:error|warning) ${code}: (.*)`).exec(message.split('\n', 1)[0] ?? '')?.[1] ?? null
}

/** Without what differs from case to case, so that each wording is listed once. */
function shapeOf(head: string): string {
  return head.replaceAll(/`[^`]*`|"[^"]*"|\S*\d\S*/g, '·')
}

function meaningOf(code: string): string {
  return ruleTexts.en[code as ProblemCode][0]
}

function severityOf(code: string): string {
  return problemSeverities[code as ProblemCode]
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function fenced(language: string, body: string): string {
  // Longer than any fence inside.
  const fence = '`'.repeat(Math.max(3, ...[...body.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `${fence}${language}\n${body}\n${fence}\n`
}
