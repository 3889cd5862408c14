import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/model/figure.ts'
import { contentsOfFolder, inFreshFolder, ROOT, writeInFolder } from './folder.ts'
import { type Outcome, outcomeOf } from './pva.ts'
import { type Section, sectionFileOf } from './sections.ts'

/**
 * One folder a problem, named by its code: the input as plain files, and the message in both languages. What cannot
 * stand as a plain file (not UTF-8, too large) stands as sections in `files.txt`, as in a scenario. `command` holds a
 * command a line; `about.md` adds in docs/problems what neither its rule nor its message says.
 */
export interface ProblemFolder {
  readonly code: string
  readonly commands: readonly string[]
  readonly about: string
  /** Sections of the name `file`. */
  readonly inputs: readonly Section[]
}

const PROBLEMS = join(ROOT, 'test/problems')
const NOT_INPUT = /^(about\.md|command|files\.txt|message\.(en|vi)\.txt)$/

export const codesOfProblemFolders = (): readonly string[] => readdirSync(PROBLEMS).sort()

export function messageFile(code: string, lang: Language): string {
  return join(PROBLEMS, code, `message.${lang}.txt`)
}

export async function problemFolderOf(code: string): Promise<ProblemFolder> {
  const contents = await contentsOfFolder(join(PROBLEMS, code))
  const plain = [...contents].filter(([path]) => !NOT_INPUT.test(path))
  return {
    code,
    commands: (contents.get('command')?.toString() ?? 'pva validate .').trim().split('\n'),
    about: contents.get('about.md')?.toString().trim() ?? '',
    inputs: [
      ...plain.map(([path, content]) => ({ name: 'file', argument: path, content })),
      ...sectionFileOf(contents.get('files.txt')?.toString() ?? '').sections,
    ],
  }
}

/** What a user sees whose terminal speaks `lang`; what each command says stands under it where there are several. */
export async function outcomesOfProblem({ commands, inputs }: ProblemFolder, lang: Language): Promise<ProblemOutcome> {
  const outcomes = await Promise.all(commands.map((command) => outcomeOfCommand(command, inputs, lang)))
  const said = outcomes.map(({ stderr }, index) => (commands.length > 1 ? `$ ${commands[index]}\n${stderr}` : stderr))
  return { said: said.join('\n'), outcomes }
}

export interface ProblemOutcome {
  readonly said: string
  readonly outcomes: readonly Outcome[]
}

async function outcomeOfCommand(command: string, inputs: readonly Section[], lang: Language): Promise<Outcome> {
  return inFreshFolder(async (folder) => {
    for (const { argument, content } of inputs) await writeInFolder(folder, argument, content)
    return outcomeOf({
      command,
      folder,
      env: { LANG: lang === 'vi' ? 'vi_VN.UTF-8' : 'en_US.UTF-8' },
      today: '2019-01-15',
      stdin: Buffer.alloc(0),
      terminal: { isTTY: false, columns: 80 },
    })
  })
}
