import { Command, InvalidArgumentError, Option } from 'commander'
import { type ReportFlags, report, reportFormats } from './commands/report.ts'
import { type CommonFlags, withCommonOptions } from './options.ts'
import type { World } from './world.ts'

/** The command line; `done` takes the exit code of the command that ran. */
export function program(world: World, done: (code: number) => void): Command {
  const pva = new Command('pva')
    .description('Holds what was planned against what was done: completion of targets, changes of poverty rates.')
    .version(PVA_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText('after', topExamples)
  addReport(pva, world, done)
  addPoverty(pva, world, done)
  addValidate(pva, world, done)
  addExplain(pva, world, done)
  return pva
}

const filesArgument = [
  '[files...]',
  'plan and result files, folders or patterns, - for standard input (default: the folder plans)',
] as const

function addReport(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('report', { isDefault: true })
    .description('the completion table and the poverty-rate changes of each plan (the default command)')
    .argument(...filesArgument)
  withReportOptions(withCommonOptions(command, reportFormats))
    .option('--only <sections>', 'completion, poverty, or both with a comma between (default: both)', sectionsIn)
    .addHelpText(
      'after',
      examples(
        ['pva report plans/ha-nam', 'the tables of all plans below a folder'],
        ['pva plans/ha-nam --lang vi --decimals 2', 'in Vietnamese, percentages with two decimals'],
        ['pva report plans/ha-nam --format json | jq .plans[0].summary', 'for a program'],
        ['pva report plans/ha-nam -o report.md --format markdown', 'into a file'],
      ),
    )
    .action(async (files: string[], flags: ReportFlags) => done(await report(files, flags, world)))
}

function addPoverty(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('poverty')
    .description('the poverty-rate changes with their splits and movements')
    .argument(...filesArgument)
  withReportOptions(withCommonOptions(command, reportFormats))
    .addHelpText(
      'after',
      examples(
        ['pva poverty plans/quang-nam', 'the poverty-rate changes of one folder'],
        ['pva poverty plans/quang-nam --by area', 'area by area'],
      ),
    )
    .action(async (files: string[], flags: ReportFlags) => {
      const { poverty } = await import('./commands/poverty.ts')
      done(await poverty(files, flags, world))
    })
}

function addValidate(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('validate')
    .description('reads everything and tells every problem; calculates nothing')
    .argument(...filesArgument)
  withCommonOptions(command, ['table', 'json'])
    .addHelpText('after', examples(['pva validate plans', 'exit code 0: nothing wrong, 2: at least one error']))
    .action(async (files: string[], flags: CommonFlags) => {
      const { validate } = await import('./commands/validate.ts')
      done(await validate(files, flags, world))
    })
}

function addExplain(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('explain')
    .description('how each figure of an indicator came about, step by step')
    .argument('<indicator>', 'the id of an indicator')
    .argument(...filesArgument)
  withCommonOptions(command, ['table', 'markdown'])
    .addHelpText(
      'after',
      examples(['pva explain poverty-rate plans/ha-nam', 'with each input’s file, line and source']),
    )
    .action(async (indicator: string, files: string[], flags: CommonFlags) => {
      const { explain } = await import('./commands/explain.ts')
      done(await explain(indicator, files, flags, world))
    })
}

function withReportOptions(command: Command): Command {
  return command.addOption(new Option('--by <what>', 'a line for each area as well').choices(['area']))
}

function sectionsIn(text: string): readonly ('completion' | 'poverty')[] {
  const sections = text.split(',').filter((part) => part === 'completion' || part === 'poverty')
  if (sections.length === text.split(',').length) return sections
  throw new InvalidArgumentError('Write completion, poverty, or completion,poverty.')
}

function examples(...lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length))
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}`
}

const topExamples = `${examples(
  ['pva report plans/ha-nam', 'the tables of all plans below a folder'],
  ['pva explain jobs plans/ha-nam', 'where a percentage comes from'],
  ['pva validate plans', 'only the problems'],
)}

Exit codes: 0 done, 2 input or usage wrong, 70 a fault in the program, 130 interrupted.`
