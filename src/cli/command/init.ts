import { closeSync, existsSync, mkdirSync, openSync, rmdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Language } from '../../model/figure.ts'
import { type UsualNotation, usualNotations } from '../../model/notation.ts'
import { type Period, parsePeriod } from '../../model/period.ts'
import { withoutTrailing } from '../../model/text.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { exitCode } from '../exit-code.ts'
import { argument, option } from '../help/option.ts'
import { languageOption } from '../help/options.ts'
import { failureOf } from '../output/output.ts'
import { presentation } from '../output/presentation.ts'
import { writeAll } from '../output/streams.ts'
import { orUndone, removed } from '../output/whole-file.ts'
import { cliWords, type StartFailure } from '../output/words.ts'
import { starter } from '../templates/starter.ts'
import type { World } from '../world.ts'
import type { CommandDefinition } from './command.ts'

interface InitFlags {
  /** Absent: the current year. */
  readonly period?: Period
  readonly lang?: Language
  readonly numbers?: UsualNotation
}

/** `pva init`: a plan and its results to start from. Asks nothing, and never writes over a file. */
export const command: CommandDefinition<[string], InitFlags> = {
  arguments: (say) => [argument('[folder]', say.arguments.folder, { completes: 'folders' }).default('plans')],
  options: (say) => [
    option<Period>('--period <period>', say.options.periodOfPlan, {
      read: (text) => parsePeriod(text) ?? undefined,
      why: ({ periodOfPlan }) => periodOfPlan,
    }),
    languageOption(say.options.langOfFiles),
    option('--numbers <notation>', say.options.numbersOfFiles, { choices: usualNotations }),
  ],
  run: async ([folder], flags, world) => {
    const { lang } = presentation(flags, world, null)
    const words = cliWords(lang)
    const absolute = resolve(world.cwd, folder)
    const numbers = flags.numbers ?? (lang === 'vi' ? 'vi' : 'plain')
    const period = flags.period ?? currentYear(world)
    const { plan, actuals } = starter({ lang, period, numbers, schemas: schemasFor(absolute) })
    const files = [
      { name: 'plan.yaml', text: plan },
      { name: 'actuals.yaml', text: actuals },
    ].map(({ name, text }) => ({ path: join(absolute, name), shown: `${shownFolder(folder)}/${name}`, text }))
    const failure = await written(files, absolute, world)
    if (failure) {
      await world.stderr.write(`pva: ${words.notStarted(visibleText(failure.shown), failure)}\n`)
      return exitCode.wrong
    }
    const shown = files.map((file) => visibleText(file.shown))
    await world.stdout.write(`${words.started(shown, `pva report ${inShell(folder)}`)}\n`)
    return exitCode.done
  },
}

interface NewFile {
  readonly path: string
  readonly shown: string
  readonly text: string
}

interface NotWritten extends StartFailure {
  readonly shown: string
}

/** All of the files or none; null when that went well. */
async function written(files: readonly NewFile[], folder: string, world: World): Promise<NotWritten | null> {
  const there = files.find(({ path }) => existsSync(path))
  if (there) return { shown: there.shown, why: 'exists', detail: 'EEXIST' }
  const begun: string[] = []
  let current = files[0]
  let made: string | undefined
  const undo = () => {
    for (const path of begun) removed(path)
    if (made !== undefined) removeFolders(folder, made)
  }
  try {
    await orUndone(world, undo, async () => {
      made = mkdirSync(folder, { recursive: true })
      for (const file of files) {
        current = file
        // Fails on what has come into being since, and on links that lead nowhere.
        const descriptor = openSync(file.path, 'wx')
        begun.push(file.path)
        try {
          writeAll(descriptor, file.text)
        } finally {
          closeSync(descriptor)
        }
      }
    })
    return null
  } catch (error) {
    const shown = current?.shown ?? folder
    const failed = error as NodeJS.ErrnoException
    // Of the folder itself: a file stands in its place.
    const isFile = failed.code === 'EEXIST' && failed.syscall === 'mkdir'
    if (failed.code === 'EEXIST' && !isFile) return { shown, why: 'exists', detail: 'EEXIST' }
    const { why, detail } = failureOf(failed)
    return { shown, why: isFile ? 'no-folder' : why === 'is-input' ? 'other' : why, detail }
  }
}

/** The folders that were made for the files, from the innermost to the outermost; one that holds anything stays. */
function removeFolders(innermost: string, outermost: string): void {
  try {
    for (let at = innermost; ; at = dirname(at)) {
      rmdirSync(at)
      if (resolve(at) === resolve(outermost)) return
    }
  } catch {
    // Somebody else has put something there.
  }
}

function currentYear(world: World): Period {
  const year = parsePeriod(world.today().slice(0, 4))
  if (!year) throw new Error(`today is no date: ${world.today()}`)
  return year
}

/**
 * Where this package is installed in the project around the folder, its schemas lie at one path for whoever clones the
 * project. Elsewhere there is no path that would hold on another machine.
 */
function schemasFor(folder: string): { plan: string; actuals: string } | null {
  for (let at = folder; ; at = dirname(at)) {
    const schemas = join(at, 'node_modules/plan-vs-actual/schemas')
    const [plan, actuals] = [join(schemas, 'plan.schema.json'), join(schemas, 'actuals.schema.json')]
    if (existsSync(plan) && existsSync(actuals)) {
      const path = (file: string) => relative(folder, file).split(sep).join('/')
      return { plan: path(plan), actuals: path(actuals) }
    }
    if (dirname(at) === at) return null
  }
}

function shownFolder(folder: string): string {
  return withoutTrailing(folder.split(sep).join('/'), '/')
}

/** A name as a shell takes it for one word. */
function inShell(name: string): string {
  if (/^[\w./@%+=:,][\w./@%+=:,-]*$/.test(name)) return name
  return `'${visibleText(name).replaceAll("'", `'\\''`)}'`
}
