import { contentsOfFolder, copyToFolder, inFreshFolder, writeInFolder } from './folder.ts'
import { type Invocation, outcomeOf } from './pva.ts'
import { type Section, section, sectionFileOf, textOf } from './sections.ts'

/**
 * A scenario as it is: `text` with every expectation replaced by what its commands really do. A scenario holds when
 * that changes nothing, so whatever is not shown must not happen: a section that is absent means no output.
 */
export async function replayedScenario(text: string): Promise<string> {
  const { preamble, sections } = sectionFileOf(text)
  if (!preamble.startsWith('# ')) throw new Error('a scenario begins with its title: `# …`')
  if (!sections.some(({ name }) => name === 'command')) throw new Error('a scenario has a command')
  return inFreshFolder(async (folder) => textOf({ preamble, sections: await replayedSections(sections, folder) }))
}

type Surroundings = Omit<Invocation, 'command' | 'folder'>

/** Nothing set, a fixed date, a pipe. */
const INITIAL: Surroundings = {
  env: {},
  today: '2019-01-15',
  stdin: Buffer.alloc(0),
  terminal: { isTTY: false, columns: 80 },
}

async function replayedSections(sections: readonly Section[], folder: string): Promise<readonly Section[]> {
  const replayed: Section[] = []
  let surroundings = INITIAL
  for (const given of sections) {
    if (EXPECTATIONS.has(given.name)) continue
    replayed.push(given)
    if (given.name === 'command') {
      replayed.push(...(await replayedCommand({ ...surroundings, command: textIn(given), folder })))
      surroundings = { ...surroundings, stdin: INITIAL.stdin }
    } else {
      surroundings = await surroundingsAfter(given, surroundings, folder)
    }
  }
  return replayed
}

const EXPECTATIONS: ReadonlySet<string> = new Set(['stdout', 'stderr', 'exit', 'written', 'removed'])

async function surroundingsAfter(given: Section, before: Surroundings, folder: string): Promise<Surroundings> {
  switch (given.name) {
    case 'file':
      await writeInFolder(folder, given.argument, given.content)
      return before
    case 'uses':
      await copyToFolder(folder, given.argument)
      return before
    case 'environment':
      return { ...before, env: Object.fromEntries(linesIn(given).map((line) => splitAt(line, '='))) }
    case 'today':
      return { ...before, today: textIn(given).trim() }
    case 'stdin':
      return { ...before, stdin: bytesIn(given) }
    case 'terminal':
      return { ...before, terminal: terminalOf(textIn(given).trim()) }
    default:
      throw new Error(`no such section in a scenario: ${given.name}`)
  }
}

async function replayedCommand(invocation: Invocation): Promise<readonly Section[]> {
  const before = await contentsOfFolder(invocation.folder)
  const { stdout, stderr, exit } = await outcomeOf(invocation)
  const after = await contentsOfFolder(invocation.folder)
  const written = [...after].filter(([path, content]) => !before.get(path)?.equals(content))
  const removed = [...before.keys()].filter((path) => !after.has(path))
  return [
    ...(stdout ? [section('stdout', stdout)] : []),
    ...(stderr ? [section('stderr', stderr)] : []),
    section('exit', `${exit}\n`),
    ...written.map(([path, content]) => ({ name: 'written', argument: path, content })),
    ...removed.map((path) => section('removed', '', path)),
  ]
}

/** `80 columns`, `unknown width`, `not a terminal, 80 columns`. */
function terminalOf(text: string): Invocation['terminal'] {
  const match = /^(not a terminal, )?(?:(\d+) columns|unknown width)$/.exec(text)
  if (!match) throw new Error(`not a terminal as scenarios describe one: ${text}`)
  return { isTTY: match[1] === undefined, columns: match[2] === undefined ? undefined : Number(match[2]) }
}

function bytesIn({ name, content }: Section): Buffer {
  if (typeof content === 'number') throw new Error(`${name} needs a body`)
  return content
}

function textIn(given: Section): string {
  return bytesIn(given).toString()
}

function linesIn(given: Section): readonly string[] {
  return textIn(given).split('\n').filter(Boolean)
}

function splitAt(line: string, mark: string): [string, string] {
  const at = line.indexOf(mark)
  if (at < 0) throw new Error(`expected ${mark} in: ${line}`)
  return [line.slice(0, at), line.slice(at + mark.length)]
}
