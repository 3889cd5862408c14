import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { type Period, parsePeriod } from '../model/period.ts'
import type { InitFlags } from './commands/init.ts'
import { shells } from './completion/shells.ts'
import { examples } from './help.ts'
import type { World } from './world.ts'

/** `init` and `completion`: what is needed once, before there are figures to report on. */
export function addSetupCommands(pva: Command, world: World, done: (code: number) => void): void {
  addInit(pva, world, done)
  addCompletion(pva, world, done)
}

function addInit(pva: Command, world: World, done: (code: number) => void): void {
  pva
    .command('init')
    .description('a plan and its results to start from; never overwrites a file')
    .argument('[folder]', 'where plan.yaml and actuals.yaml go; made if it is not there', 'plans')
    .option('--period <period>', 'what the plan covers: 2026, 2026-Q1, 2026/2030 … (default: this year)', periodIn)
    .addOption(
      new Option('--lang <lang>', 'language of the files (default: from LC_ALL or LANG, else en)').choices([
        'en',
        'vi',
      ]),
    )
    .addOption(
      new Option(
        '--numbers <notation>',
        'how numbers are written: plain 5.20, vi 5,20, en 5.20 (default: vi in Vietnamese, else plain)',
      ).choices(['plain', 'vi', 'en']),
    )
    .addHelpText(
      'after',
      examples(
        ['pva init', 'plans/plan.yaml and plans/actuals.yaml for this year'],
        ['pva init --period 2026-Q1 --lang vi my-plans', 'of a quarter, in Vietnamese, in a folder of its own'],
      ),
    )
    .action(async (folder: string, flags: InitFlags) => {
      const { init } = await import('./commands/init.ts')
      done(await init(folder, flags, world))
    })
}

function addCompletion(pva: Command, world: World, done: (code: number) => void): void {
  pva
    .command('completion')
    .description('a script that lets a shell complete commands, options and indicators')
    .addArgument(new Argument('<shell>', 'the shell that it is for').choices(shells))
    // For the scripts themselves, which say what it does.
    .addOption(new Option('--ids').hideHelp())
    .addHelpText(
      'after',
      examples(
        ['eval "$(pva completion bash)"', 'in ~/.bashrc'],
        ['eval "$(pva completion zsh)"', 'in ~/.zshrc, below compinit'],
        ['pva completion fish | source', 'in ~/.config/fish/config.fish'],
      ),
    )
    .action(async (shell: (typeof shells)[number], { ids }: { ids?: true }) => {
      const { completion, indicatorIds } = await import('./commands/completion.ts')
      done(await (ids ? indicatorIds(world) : completion(shell, pva, world)))
    })
}

function periodIn(text: string): Period {
  const period = parsePeriod(text)
  if (period) return period
  throw new InvalidArgumentError('Write 2026, 2026-H1, 2026-Q1, 2026-03, 2026-01/2026-09 or 2026/2030.')
}
