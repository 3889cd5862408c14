import type { Option } from 'commander'
import type { Language } from '../../model/figure.ts'
import { readInput } from '../../read/input.ts'
import { idPattern } from '../../read/schema/leaf.ts'
import { safeText } from '../../render/figure/safe-text.ts'
import type { HelpWords } from '../help/en.ts'
import { type Completes, PvaArgument, PvaOption } from '../help/option.ts'
import { contentOf, foundFiles } from '../input/files.ts'
import { DEFAULT_FOLDER } from '../input/load.ts'
import { commandNames, DEFAULT_COMMAND, isCommand, program } from '../program.ts'
import type { World } from '../world.ts'

/** What may be written, and what it is. */
type Candidate = readonly [word: string, what: string]

/** What can stand at the end of a command line, a line each. Silent about what is wrong: someone is typing. */
export async function candidates(
  written: readonly string[],
  { say, lang }: { say: HelpWords; lang: Language },
  world: World,
): Promise<string> {
  const words = written.length > 0 ? written.map((word) => unquoted(word, world)) : ['']
  const lines = await candidatesFor(words, say, (what, files) => offered(what, files, lang, world)).catch(() => [])
  return lines.map(([word, what]) => (what === '' ? `${word}\n` : `${word}\t${safeText(what)}\n`)).join('')
}

type Offered = (what: Completes | undefined, files: readonly string[]) => Promise<readonly Candidate[]>

async function candidatesFor(words: readonly string[], say: HelpWords, offer: Offered): Promise<readonly Candidate[]> {
  const [first] = words
  const name = isCommand(first) ? first : DEFAULT_COMMAND
  const pva = await program(say, async () => {}, [name])
  const [command = pva] = pva.commands
  const isFirst = words.length === 1
  const { current, before, option, operands, takesOptions } = lineIn(
    words.slice(isCommand(first) && !isFirst ? 1 : 0),
    command.options,
  )
  const own = command.registeredArguments
  if (option instanceof PvaOption) {
    const files = own[0]?.variadic ? operands : operands.slice(1)
    const all = await offer(option.completing.completes, files)
    // Of several words the last is being written.
    const [, done = '', last = current] = (option.completing.isList && /^(.*,)(.*)$/s.exec(current)) || []
    const chosen = new Set(done.split(','))
    return starting(
      last,
      all.filter(([word]) => !chosen.has(word)),
      before + done,
    )
  }
  if (takesOptions && current.startsWith('-')) {
    const shown = [command, ...(isFirst ? [pva] : [])].flatMap((each) => each.createHelp().visibleOptions(each))
    const options = new Map(shown.map(({ long, description }) => [long ?? '', description] as const))
    return starting(current, [...options])
  }
  const argument = own[operands.length] ?? own.at(-1)
  const isTaken = operands.length >= own.length && !argument?.variadic
  const values = argument instanceof PvaArgument && !isTaken ? await offer(argument.completing.completes, []) : []
  const names = isFirst ? commandNames.map((each) => [each, say.commands[each]] as const) : []
  return starting(current, [...names, ...values])
}

interface Line {
  /** The word being written, or what of it is the value of `option`, which stands behind `before`. */
  readonly current: string
  readonly before: string
  /** Whose value is being written. */
  readonly option: Option | undefined
  readonly operands: readonly string[]
  readonly takesOptions: boolean
}

function lineIn(words: readonly string[], options: readonly Option[]): Line {
  const named = (flag: string) => options.find((each) => (each.long === flag || each.short === flag) && each.required)
  const operands: string[] = []
  let option: Option | undefined
  let takesOptions = true
  for (const word of words.slice(0, -1)) {
    // bash breaks `--format=js` into three words.
    if (option && word === '=') continue
    if (option) option = undefined
    else if (takesOptions && word === '--') takesOptions = false
    else if (takesOptions && /^-./.test(word)) option = named(word)
    else operands.push(word)
  }
  const current = words.at(-1) ?? ''
  if (option) return { current: current === '=' ? '' : current, before: '', option, operands, takesOptions }
  const [, flag = '', value = ''] = (takesOptions && /^(--[^=]+)=(.*)$/s.exec(current)) || []
  const stated = named(flag)
  return { current: stated ? value : current, before: `${flag}=`, option: stated, operands, takesOptions }
}

function starting(written: string, all: readonly Candidate[], before = ''): readonly Candidate[] {
  const fitting = all.filter(([word]) => word.startsWith(':') || word.startsWith(written))
  return fitting.map(([word, what]) => [word.startsWith(':') ? word : before + word, what])
}

/** Ids come from the plans in the files that the command line names; what is no id by the letter never gets to a shell. */
async function offered(
  what: Completes | undefined,
  files: readonly string[],
  lang: Language,
  { cwd }: World,
): Promise<readonly Candidate[]> {
  if (typeof what !== 'string') return (what ?? []).map((word) => [word, ''])
  if (what === 'files' || what === 'folders') return [[`:${what}`, '']]
  const found = await foundFiles(files.length > 0 ? files : [DEFAULT_FOLDER], cwd)
  const plans = found.files.flatMap((file) => {
    const bytes = /\.(?:ya?ml|json)$/i.test(file.path) ? contentOf(file) : new Uint8Array()
    return 'code' in bytes ? [] : readInput({ path: file.path, bytes, named: false }).plans
  })
  const all =
    what === 'plans'
      ? plans.map(({ id, title }) => [id, title[lang]] as const)
      : plans.flatMap(({ indicators }) => indicators.map(({ id, name }) => [id, name[lang]] as const))
  return [...new Map(all.toReversed())].filter(([id]) => idPattern.test(id)).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A word as a program is given it: a shell completes what is typed. */
function unquoted(word: string, { env }: World): string {
  return word.replace(/^~(?=\/)/, () => env['HOME'] ?? '~').replace(/\\([\s'"\\()&;$*?[\]])|['"]/g, '$1')
}
