import { isUtf8 } from 'node:buffer'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ProblemCode, problemSeverities } from '../src/model/problem.ts'
import { ROOT } from './support/folder.ts'
import {
  codesOfProblemFolders,
  messageFile,
  outcomesOfProblem,
  type ProblemFolder,
  problemFolderOf,
} from './support/problem-folder.ts'
import { textOf } from './support/sections.ts'

const codes = await codesOfProblemFolders()

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
it.skipIf(process.env['PVA_NODE'])('docs/problems.md shows every folder', async () => {
  const folders = await Promise.all(codes.map(problemFolderOf))
  const entries = await Promise.all(folders.map(entryOf))
  await expect([INTRODUCTION, indexOf(folders), ...entries].join('\n')).toMatchFileSnapshot(
    join(ROOT, 'docs/problems.md'),
  )
})

const INTRODUCTION = `# Problems

<!-- Written by \`npm run docs:update\` from the folders in test/problems: change those. -->

Every problem that \`pva\` can find, each with an input that has it and what is said about it, in English and in
Vietnamese. The data are made up.

A message begins with its place, \`file:line:column\`, as editors write it. Then come its severity, its code, which is
the same in every language, and what is the case. Below stand the line with what is meant underlined, and what to write
instead. All problems of all files are printed at once, to standard error, and none twice.

An **error** makes something unreadable. It stops what depends on it, and the exit code is 2; what does not depend on it
is still calculated and printed. A **warning** doubts a fact that can be read and stays in the calculation. The exit
code stays as it is, but \`pva check --max-warnings 0\` fails.
`

function indexOf(folders: readonly ProblemFolder[]): string {
  const rows = folders.map(({ code, about }) => {
    const [summary = ''] = about.split('\n\n', 1)
    return `| [${code}](#${code}) | ${severityOf(code)} | ${summary.replaceAll('\n', ' ')} |`
  })
  return ['| problem | severity | |', '|---|---|---|', ...rows, ''].join('\n')
}

async function entryOf(folder: ProblemFolder): Promise<string> {
  const { code, commands, inputs, about } = folder
  const blocks = inputs.map((input) => {
    const language = /\.(yaml|json|csv)$/.exec(input.argument)?.[1]
    if (typeof input.content !== 'number' && input.content.length > MOST_ESCAPED && !isUtf8(input.content)) {
      return `\`${input.argument}\`: ${input.content.length} bytes that are no text.\n`
    }
    return typeof input.content === 'number' || !isShowable(input.content)
      ? fenced('text', textOf({ preamble: '', sections: [input] }))
      : `\`${input.argument}\`\n\n${fenced(language ?? 'text', input.content.toString())}`
  })
  const [en, vi] = [await outcomesOfProblem(folder, 'en'), await outcomesOfProblem(folder, 'vi')]
  const run = commands.length === 1 ? `\`${commands[0]}\` prints:` : 'What is printed:'
  return [
    `## ${code}\n`,
    `**${severityOf(code)}.** ${about}\n`,
    ...blocks,
    `${run}\n\n${fenced('text', en.said)}\n${fenced('text', vi.said)}`,
  ].join('\n')
}

function severityOf(code: string): string {
  return problemSeverities[code as ProblemCode] === 'error' ? 'Error' : 'Warning'
}

/** More bytes than these nobody reads. */
const MOST_ESCAPED = 60

function isShowable(content: Buffer): boolean {
  return textOf({ preamble: '', sections: [{ name: 'file', argument: '', content }] }).startsWith('==== file ====')
}

function fenced(language: string, body: string): string {
  const text = body === '' || body.endsWith('\n') ? body : `${body}\n`
  // Longer than any fence inside.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return `${fence}${language}\n${text}${fence}\n`
}
