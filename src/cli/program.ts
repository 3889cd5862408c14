import { type Argument, Command, InvalidArgumentError, Option } from 'commander'
import { type FailingVerdict, failingVerdicts } from '../model/check.ts'
import { Exact } from '../model/exact.ts'
import { addAudit } from './audit-command.ts'
import type { CheckFlags, StatedMin } from './commands/check.ts'
import { type ReportFlags, report, reportFormats } from './commands/report.ts'
import { addCompare } from './compare-command.ts'
import { examples } from './help.ts'
import { type CommonFlags, withCommonOptions, withReportOptions, withTimeOptions } from './options.ts'
import { addSchema } from './schema-command.ts'
import { addSetupCommands } from './setup-commands.ts'
import { withTableOptions } from './table-options.ts'
import type { World } from './world.ts'

/** The command line; `done` takes the exit code of the command that ran. */
export function program(world: World, done: (code: number) => void): Command {
  const pva = new Command('pva')
    .description('Holds what was planned against what was done: completion of targets, changes of poverty rates.')
    .version(PVA_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ subcommandTerm, minWidthToWrap: 20 })
    .showSuggestionAfterError(true)
    .addHelpText('after', topExamples)
  addReport(pva, world, done)
  addPoverty(pva, world, done)
  addCheck(pva, world, done)
  addValidate(pva, world, done)
  addExplain(pva, world, done)
  addCompare(pva, filesArgument, world, done)
  addAudit(pva, world, done)
  addSchema(pva, world, done)
  addSetupCommands(pva, world, done)
  return pva
}

/** Without `[options]`, which all of them take, so that the descriptions have room at 80 columns. */
function subcommandTerm(command: Command): string {
  return [command.name(), ...command.registeredArguments.map((argument) => argumentTerm(argument))].join(' ')
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
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
  withReportOptions(withTableOptions(withTimeOptions(withCommonOptions(command, reportFormats))))
    .option('--forecast', 'what each plan comes to at the pace so far, and what is still required')
    .option('--only <sections>', 'completion, poverty, or both with a comma between (default: both)', sectionsIn)
    .addHelpText(
      'after',
      examples(
        ['pva report plans/ha-nam', 'the tables of all plans below a folder'],
        ['pva plans/ha-nam --lang vi --decimals 2', 'in Vietnamese, percentages with two decimals'],
        ['pva report plans --by area --indicator jobs', 'one indicator, area by area'],
        ['pva report plans --period 6m --forecast', 'the report of six months, with an outlook'],
        ['pva report plan.yaml register.csv --rows register', 'results from a table whose rows are added up'],
        ['pva report plans/ha-nam --format json | jq .plans[0].summary', 'for a program'],
        ['pva report plans/ha-nam -o report.md --format markdown', 'into a file'],
      ),
    )
    .action(async (files: string[], flags: ReportFlags) => done(await report(files, flags, world)))
}

function addPoverty(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('poverty')
    .description('the poverty-rate changes with their splits and movements, and the rates over the years')
    .argument(...filesArgument)
  withReportOptions(withTableOptions(withTimeOptions(withCommonOptions(command, ['table', 'json', 'markdown', 'csv']))))
    .addOption(
      new Option('--split <way>', 'how a change is split by area (default: shapley)').choices([
        'shapley',
        'ravallion-huppi',
      ]),
    )
    .option('--only <sections>', 'changes, series, or both with a comma between (default: both)', povertySectionsIn)
    .addHelpText(
      'after',
      examples(
        ['pva poverty plans/quang-nam', 'the poverty-rate changes of one folder'],
        ['pva poverty plans/quang-nam --by area', 'area by area'],
        ['pva poverty plans --only series --format csv', 'the rates over the years, a row each'],
      ),
    )
    .action(async (files: string[], flags: ReportFlags) => {
      const { poverty } = await import('./commands/poverty.ts')
      done(await poverty(files, flags, world))
    })
}

function addCheck(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('check')
    .description('the gate: what breaks the policy, as of today; exit code 1 when something does')
    .argument(...filesArgument)
  withTableOptions(
    withTimeOptions(
      withCommonOptions(command, ['table', 'json', 'markdown', 'csv', 'junit', 'github', 'sarif'], 'today'),
    ),
  )
    .option('--policy <file>', 'a policy that plans may tighten, never loosen')
    .option('--against <report>', 'fail on what became worse since an earlier report in JSON')
    .option('--min <percent>', 'completion asked of all (95%) or of one indicator (jobs=95%); may be repeated', minIn)
    .option('--fail-on <verdicts>', `of ${failingVerdicts.join(',')} (default: all)`, failOnIn)
    .option('--max-warnings <count>', 'how many warnings are let pass (default: any number)', countIn)
    .addHelpText(
      'after',
      `${examples(
        ['pva check plans', 'fails on what is missed, behind or not reported today'],
        ['pva check plans --as-of 2018-12-31 --min 95% --max-warnings 0', 'nothing below 95%, no warning'],
        ['pva check plans --policy gate.yaml --format github', 'annotations on a pull request'],
        ['pva check plans --against last-month.json', 'nothing may have become worse'],
      )}\n\nExit codes: 0 nothing breaks the policy, 1 something does, 2 input or usage wrong.`,
    )
    .action(async (files: string[], flags: CheckFlags) => {
      const { check } = await import('./commands/check.ts')
      done(await check(files, flags, world))
    })
}

function addValidate(pva: Command, world: World, done: (code: number) => void): void {
  const command = pva
    .command('validate')
    .description('reads everything and tells every problem; calculates nothing')
    .argument(...filesArgument)
  withTableOptions(withCommonOptions(command, ['table', 'json', 'github', 'sarif', 'junit']))
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
  withTableOptions(withTimeOptions(withCommonOptions(command, ['table', 'json', 'markdown'])))
    .addHelpText(
      'after',
      examples(['pva explain poverty-rate plans/ha-nam', 'with each input’s file, line and source']),
    )
    .action(async (indicator: string, files: string[], flags: CommonFlags) => {
      const { explain } = await import('./commands/explain.ts')
      done(await explain(indicator, files, flags, world))
    })
}

function sectionsIn(text: string): readonly ('completion' | 'poverty')[] {
  const sections = text.split(',').filter((part) => part === 'completion' || part === 'poverty')
  if (sections.length === text.split(',').length) return sections
  throw new InvalidArgumentError('Write completion, poverty, or completion,poverty.')
}

/** Of `poverty`: the table of changes is the poverty section of a report. */
function povertySectionsIn(text: string): readonly ('poverty' | 'series')[] {
  const words = text.split(',')
  if (!words.every((word) => word === 'changes' || word === 'series')) {
    throw new InvalidArgumentError('Write changes, series, or changes,series.')
  }
  return (['poverty', 'series'] as const).filter((section) =>
    words.includes(section === 'poverty' ? 'changes' : section),
  )
}

function minIn(text: string, before: readonly StatedMin[] = []): readonly StatedMin[] {
  const match = /^(?:([a-z0-9][a-z0-9_-]{0,63})=)?(\d{1,9}(?:\.\d{1,9})?)%?$/.exec(text)
  if (!match) throw new InvalidArgumentError('Write 95%, or jobs=95% for one indicator.')
  const [, indicator = null, percent = ''] = match
  return [...before, { indicator, min: Exact.parse(percent).dividedBy(Exact.HUNDRED) }]
}

function failOnIn(text: string): readonly FailingVerdict[] {
  const words = text.split(',')
  const chosen = failingVerdicts.filter((verdict) => words.includes(verdict))
  if (chosen.length === words.length) return chosen
  throw new InvalidArgumentError(`Write one or more of ${failingVerdicts.join(',')} with commas between.`)
}

function countIn(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a whole number, 0 or more.')
}

const topExamples = `${examples(
  ['pva init', 'a plan and its results to start from'],
  ['pva report plans/ha-nam', 'the tables of all plans below a folder'],
  ['pva explain jobs plans/ha-nam', 'where a percentage comes from'],
  ['pva check plans', 'the gate for a pipeline'],
  ['pva validate plans', 'only the problems'],
  ['pva audit claims.yaml', 'whether published figures can be true'],
)}

Exit codes: 0 done, 1 check or audit is broken, 2 input or usage wrong, 70 a fault in the program, 130 interrupted.`
