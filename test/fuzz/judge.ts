import sax from 'sax'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { type Outcome, outcomeOf } from '../support/pva.ts'
import type { FuzzCase } from './cases.ts'

/** Of processor time, for any of these small inputs. */
const MOST_SECONDS = 5

/** What is wrong with how a case ends: what was thrown, or what was answered instead of problems or figures. null: nothing. */
export function faultOf(given: FuzzCase): Promise<string | null> {
  return inFreshFolder(async (folder) => {
    for (const [path, content] of given.files) {
      try {
        await writeInFolder(folder, path, content)
      } catch {
        // A name that this disk does not take is of no matter here.
      }
    }
    const before = process.cpuUsage()
    try {
      const outcome = await outcomeOf({
        command: given.command,
        folder,
        env: { LANG: 'en_US.UTF-8' },
        today: '2019-01-15',
        stdin: [...given.files.values()][0] ?? Buffer.alloc(0),
        terminal: { isTTY: false, columns: 80 },
      })
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1e6 > MOST_SECONDS) return `slow: ${(user + system) / 1e6} s`
      return faultIn(outcome, given)
    } catch (fault) {
      return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    }
  })
}

function faultIn({ stdout, stderr, exit }: Outcome, { command, files }: FuzzCase): string | null {
  if (![0, 1, 2].includes(exit)) return `exit ${exit}`
  if (exit === 2 && stderr === '') return 'exit 2 and nothing said'
  const given = [command, ...[...files.values()].map((bytes) => bytes.toString())].join('\n')
  const format = /^[\s\S]* (?:-f|--format) ?(\S+)/.exec(command)?.[1] ?? 'table'
  // What cannot be calculated is called so in audits, and for programs.
  const isVerdict = command.includes('audit') || !['table', 'markdown', 'html'].includes(format)
  const never = ['NaN', 'Infinity', '[object ', 'function (', ...(isVerdict ? [] : ['undefined'])]
  const said = never.find((word) => (stdout + stderr).includes(word) && !given.includes(word))
  if (said) return `says ${said}`
  if (stdout === '' || exit === 2) return null
  try {
    if (format === 'json' || format === 'sarif') JSON.parse(stdout)
    if (format === 'junit' || format === 'iati-xml') wellFormed(stdout)
  } catch (fault) {
    return `${format} that nobody can read: ${fault}`
  }
  return null
}

function wellFormed(xml: string): void {
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.write(xml).close()
}
