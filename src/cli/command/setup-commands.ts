import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { type Period, parsePeriod } from '../../model/period.ts'
import { shells } from '../completion/shells.ts'
import type { HelpWords } from '../help/en.ts'
import { examples } from '../help/help.ts'
import type { Running } from '../running.ts'
import type { InitFlags } from './init.ts'

/** `init` and `completion`: what is needed once, before there are figures to report on. */
export function addSetupCommands(pva: Command, running: Running): void {
  addInit(pva, running)
  addCompletion(pva, running)
}

function addInit(pva: Command, { say, world, done }: Running): void {
  pva
    .command('init')
    .description(say.commands.init)
    .argument('[folder]', say.arguments.folder, 'plans')
    .option('--period <period>', say.options.periodOfPlan, (text) => periodIn(text, say))
    .addOption(new Option('--lang <lang>', say.options.langOfFiles).choices(['en', 'vi']))
    .addOption(new Option('--numbers <notation>', say.options.numbersOfFiles).choices(['plain', 'vi', 'en']))
    .addHelpText('after', examples(say.examples.init, say))
    .action(async (folder: string, flags: InitFlags) => {
      const { init } = await import('./init.ts')
      done(await init(folder, flags, world))
    })
}

function addCompletion(pva: Command, { say, world, done }: Running): void {
  pva
    .command('completion')
    .description(say.commands.completion)
    .addArgument(new Argument('<shell>', say.arguments.shell).choices(shells))
    // For the scripts themselves, which say what it does.
    .addOption(new Option('--ids').hideHelp())
    .addHelpText('after', examples(say.examples.completion, say))
    .action(async (shell: (typeof shells)[number], { ids }: { ids?: true }) => {
      const { completion, indicatorIds } = await import('./completion.ts')
      done(await (ids ? indicatorIds(world) : completion(shell, pva, world)))
    })
}

function periodIn(text: string, { values }: HelpWords): Period {
  const period = parsePeriod(text)
  if (period) return period
  throw new InvalidArgumentError(values.periodOfPlan)
}
