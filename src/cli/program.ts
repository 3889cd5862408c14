import { Command, InvalidArgumentError, Option } from 'commander'
import { type FailingVerdict, failingVerdicts, usualFailures } from '../model/check.ts'
import { Exact } from '../model/exact.ts'
import { mayBeRatio } from '../read/number/number-text.ts'
import { addAudit } from './command/audit-command.ts'
import type { CheckFlags, StatedMin } from './command/check.ts'
import { addCompare } from './command/compare-command.ts'
import { type ReportFlags, report, reportFormats } from './command/report.ts'
import { addSchema } from './command/schema-command.ts'
import { addSetupCommands } from './command/setup-commands.ts'
import { type HelpWords, helpEn } from './help/en.ts'
import { examples, helpIn } from './help/help.ts'
import { type CommonFlags, withCommonOptions, withReportOptions, withTimeOptions } from './help/options.ts'
import { withTableOptions } from './help/table-options.ts'
import type { Running } from './running.ts'
import type { World } from './world.ts'

/** The command line; `done` takes the exit code of the command that ran. */
export function program(world: World, done: (code: number) => void, say: HelpWords = helpEn): Command {
  const pva = new Command('pva')
    .description(say.about)
    .version(PVA_VERSION, '-V, --version', say.options.version)
    .helpOption('-h, --help', say.options.help)
    .helpCommand(false)
    .configureHelp(helpIn(say))
    .showSuggestionAfterError(true)
    .addHelpText('after', `${examples(say.examples.top, say)}\n\n${say.notes.exitCodes}`)
  const running: Running = { say, world, done }
  addReport(pva, running)
  addPoverty(pva, running)
  addCheck(pva, running)
  addValidate(pva, running)
  addExplain(pva, running)
  addCompare(pva, running)
  addAudit(pva, running)
  addSchema(pva, running)
  addSetupCommands(pva, running)
  return pva
}

function addReport(pva: Command, { say, world, done }: Running): void {
  const command = pva
    .command('report', { isDefault: true })
    .description(say.commands.report)
    .argument('[files...]', say.arguments.files)
  withReportOptions(withTableOptions(withTimeOptions(withCommonOptions(command, say, reportFormats), say), say), say)
    .option('--forecast', say.options.forecast)
    .option('--only <sections>', say.options.sections, (text) => sectionsIn(text, say))
    .addHelpText('after', examples(say.examples.report, say))
    .action(async (files: string[], flags: ReportFlags) => done(await report(files, flags, world)))
}

function addPoverty(pva: Command, { say, world, done }: Running): void {
  const command = pva.command('poverty').description(say.commands.poverty).argument('[files...]', say.arguments.files)
  withReportOptions(
    withTableOptions(
      withTimeOptions(withCommonOptions(command, say, ['table', 'json', 'markdown', 'csv', 'html', 'xlsx']), say),
      say,
    ),
    say,
  )
    .addOption(new Option('--split <way>', say.options.split).choices(['shapley', 'ravallion-huppi']))
    .option('--only <sections>', say.options.povertySections, (text) => povertySectionsIn(text, say))
    .addHelpText('after', examples(say.examples.poverty, say))
    .action(async (files: string[], flags: ReportFlags) => {
      const { poverty } = await import('./command/poverty.ts')
      done(await poverty(files, flags, world))
    })
}

function addCheck(pva: Command, { say, world, done }: Running): void {
  const command = pva.command('check').description(say.commands.check).argument('[files...]', say.arguments.files)
  withTableOptions(
    withTimeOptions(
      withCommonOptions(
        command,
        say,
        ['table', 'json', 'markdown', 'csv', 'html', 'xlsx', 'junit', 'github', 'sarif'],
        say.options.today,
      ),
      say,
    ),
    say,
  )
    .option('--policy <file>', say.options.policy)
    .option('--against <report>', say.options.against)
    .option('--min <percent>', say.options.min, (text, before?: readonly StatedMin[]) => minIn(text, before, say))
    .option('--fail-on <verdicts>', say.options.failOn(failingVerdicts.join(','), usualFailures.join(',')), (text) =>
      failOnIn(text, say),
    )
    .option('--max-warnings <count>', say.options.maxWarnings, (text) => countIn(text, say))
    .addHelpText('after', `${examples(say.examples.check, say)}\n\n${say.notes.exitCodesOfCheck}`)
    .action(async (files: string[], flags: CheckFlags) => {
      const { check } = await import('./command/check.ts')
      done(await check(files, flags, world))
    })
}

function addValidate(pva: Command, { say, world, done }: Running): void {
  const command = pva.command('validate').description(say.commands.validate).argument('[files...]', say.arguments.files)
  withTableOptions(withCommonOptions(command, say, ['table', 'json', 'github', 'sarif', 'junit']), say)
    .addHelpText('after', examples(say.examples.validate, say))
    .action(async (files: string[], flags: CommonFlags) => {
      const { validate } = await import('./command/validate.ts')
      done(await validate(files, flags, world))
    })
}

function addExplain(pva: Command, { say, world, done }: Running): void {
  const command = pva
    .command('explain')
    .description(say.commands.explain)
    .argument('<indicator>', say.arguments.indicator)
    .argument('[files...]', say.arguments.files)
  withTableOptions(
    withTimeOptions(withCommonOptions(command, say, ['table', 'json', 'markdown', 'html', 'xlsx']), say),
    say,
  )
    .addHelpText('after', examples(say.examples.explain, say))
    .action(async (indicator: string, files: string[], flags: CommonFlags) => {
      const { explain } = await import('./command/explain.ts')
      done(await explain(indicator, files, flags, world))
    })
}

function sectionsIn(text: string, { values }: HelpWords): readonly ('completion' | 'poverty')[] {
  const sections = text.split(',').filter((part) => part === 'completion' || part === 'poverty')
  if (sections.length === text.split(',').length) return sections
  throw new InvalidArgumentError(values.sections)
}

/** Of `poverty`: the table of changes is the poverty section of a report. */
function povertySectionsIn(text: string, { values }: HelpWords): readonly ('poverty' | 'series')[] {
  const words = text.split(',')
  if (!words.every((word) => word === 'changes' || word === 'series')) {
    throw new InvalidArgumentError(values.povertySections)
  }
  return (['poverty', 'series'] as const).filter((section) =>
    words.includes(section === 'poverty' ? 'changes' : section),
  )
}

function minIn(text: string, before: readonly StatedMin[] = [], { values }: HelpWords): readonly StatedMin[] {
  const match = /^(?:([a-z0-9][a-z0-9_-]{0,63})=)?(\d{1,9}(?:\.\d{1,9})?)(%?)$/.exec(text)
  if (!match) throw new InvalidArgumentError(values.min)
  const [, indicator = null, written = '', sign] = match
  const percent = Exact.parse(written)
  if (sign === '' && percent.isZero) throw new InvalidArgumentError(values.min)
  if (sign === '' && mayBeRatio(percent)) {
    throw new InvalidArgumentError(values.percentOrRatio(written, percent.times(Exact.HUNDRED).toDecimal()))
  }
  return [...before, { indicator, min: percent.dividedBy(Exact.HUNDRED) }]
}

function failOnIn(text: string, { values }: HelpWords): readonly FailingVerdict[] {
  const words = text.split(',')
  const chosen = failingVerdicts.filter((verdict) => words.includes(verdict))
  if (chosen.length === words.length) return chosen
  throw new InvalidArgumentError(values.oneOrMore(failingVerdicts.join(',')))
}

function countIn(text: string, { values }: HelpWords): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(values.count)
}
