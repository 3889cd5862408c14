import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scripts } from '../completion/scripts.ts'
import { program } from '../program.ts'
import { helpEn as say } from './en.ts'
import { groupsOf, type HelpGroup, usageOf } from './help.ts'

/** Writes what packages install beside the command: the manual page, and the scripts of completion. */
export async function writeManual(folder: string): Promise<void> {
  writeFileSync(join(folder, 'pva.1'), await manualPage())
  mkdirSync(join(folder, 'completions'), { recursive: true })
  const names = { bash: 'pva.bash', zsh: '_pva', fish: 'pva.fish', powershell: 'pva.ps1' }
  for (const [shell, name] of Object.entries(names) as [keyof typeof names, string][]) {
    writeFileSync(join(folder, 'completions', name), scripts[shell])
  }
}

/** The manual page in the language of man(7), of what the help says. */
async function manualPage(): Promise<string> {
  const pva = await program(say)
  const examples = Object.values(say.examples).flat()
  const lines = [
    `.TH PVA 1 "" "plan-vs-actual ${PVA_VERSION}" "User Commands"`,
    ...['.SH NAME', `pva \\- ${roff('compares plans with results')}`],
    ...['.SH SYNOPSIS', ...pva.commands.flatMap((command) => [roff(usageOf(command, say)), '.br'])],
    ...[
      '.SH DESCRIPTION',
      roff(say.about),
      '.PP',
      roff('pva help lists the pages of the documentation and prints them.'),
    ],
    '.SH COMMANDS',
    ...pva.commands.flatMap((command) => [
      ...[`.SS ${command.name()}`, roff(command.description())],
      ...groupsOf(command, say).flatMap(entries),
    ]),
    ...['.SH EXIT STATUS', roff(say.notes.exitCodes)],
    ...['.SH EXAMPLES', ...examples.flatMap(([example, what]) => ['.TP', roff(example), roff(what)])],
  ]
  return `${lines.join('\n')}\n`
}

const entries = ({ items }: HelpGroup) => items.flatMap(([term, what]) => ['.TP', `.B ${roff(term)}`, roff(what)])

/** A hyphen is to be copied as it stands, and no text is a request. */
const roff = (text: string) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/[^\x20-\x7e]/g, (sign) => `\\[u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/^[.']/, '\\&$&')
