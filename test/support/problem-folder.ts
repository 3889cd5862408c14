import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../src/model/figure.ts'
import { contentsOfFolder, inFreshFolder, ROOT, writeInFolder } from './folder.ts'
import { type Outcome, outcomeOf } from './pva.ts'
import { type Section, sectionFileOf } from './sections.ts'

/**
 * One folder a problem, named by its code: the input as plain files, and the message in both languages. What cannot
 * stand as a plain file (not UTF-8, too large) stands as sections in `files.txt`, as in a scenario.
 */
export interface ProblemFolder {
  readonly code: string
  readonly command: string
  /** Sections of the name `file`. */
  readonly inputs: readonly Section[]
}

const PROBLEMS = join(ROOT, 'test/problems')
const NOT_INPUT = /^(command|files\.txt|message\.(en|vi)\.txt)$/

export async function codesOfProblemFolders(): Promise<readonly string[]> {
  return (await readdir(PROBLEMS)).sort()
}

export function messageFile(code: string, lang: Language): string {
  return join(PROBLEMS, code, `message.${lang}.txt`)
}

export async function problemFolderOf(code: string): Promise<ProblemFolder> {
  const contents = await contentsOfFolder(join(PROBLEMS, code))
  const plain = [...contents].filter(([path]) => !NOT_INPUT.test(path))
  return {
    code,
    command: contents.get('command')?.toString().trim() ?? 'pva validate .',
    inputs: [
      ...plain.map(([path, content]) => ({ name: 'file', argument: path, content })),
      ...sectionFileOf(contents.get('files.txt')?.toString() ?? '').sections,
    ],
  }
}

/** What a user sees whose terminal speaks `lang`. */
export async function outcomeOfProblem({ command, inputs }: ProblemFolder, lang: Language): Promise<Outcome> {
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
