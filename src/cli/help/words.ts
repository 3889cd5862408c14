/** A command to copy, and what it does. */
export type Example = readonly [command: string, what: string]

export const commandNames = [
  'report',
  'poverty',
  'check',
  'validate',
  'explain',
  'compare',
  'audit',
  'schema',
  'init',
  'completion',
] as const
export type CommandName = (typeof commandNames)[number]

/** What stands for a value in a usage line: `--output <file>`. */
export const placeholders = [
  'options',
  'command',
  'files',
  'file',
  'format',
  'lang',
  'date',
  'count',
  'when',
  'columns',
  'period',
  'which',
  'what',
  'ids',
  'sections',
  'way',
  'report',
  'percent',
  'verdicts',
  'notation',
  'basis',
  'rows',
  'folder',
  'size',
  'indicator',
  'kind',
  'shell',
] as const
export type Placeholder = (typeof placeholders)[number]

/** All that the help says, and what is said of a command line that cannot be run. */
export interface HelpWords {
  readonly about: string
  readonly titles: Readonly<Record<'usage' | 'arguments' | 'options' | 'commands' | 'tables' | 'examples', string>>
  readonly placeholders: Readonly<Record<Placeholder, string>>
  /** What an option takes, and what it is without being given. */
  readonly choices: string
  readonly default: string
  readonly commands: Readonly<Record<CommandName, string>>
  readonly arguments: Readonly<Record<'files' | 'claims' | 'indicator' | 'kind' | 'folder' | 'shell', string>>
  readonly options: OptionWords
  readonly examples: Readonly<Record<CommandName | 'top', readonly Example[]>>
  /** Below the examples. */
  readonly notes: {
    readonly exitCodes: string
    readonly exitCodesOfCheck: string
    readonly exitCodesOfAudit: string
    readonly verdicts: (names: string) => string
    readonly follows: string
    readonly editor: string
  }
  /** What to write instead of a value that is none. */
  readonly values: ValueWords
  readonly usage: UsageWords
}

export interface OptionWords {
  readonly version: string
  readonly help: string
  readonly format: string
  readonly output: string
  readonly lang: string
  readonly langOfFiles: string
  readonly langOfMessages: string
  readonly asOf: (without: string) => string
  readonly newest: string
  readonly today: string
  readonly decimals: string
  readonly decimalsOfAudit: string
  readonly color: string
  readonly width: string
  readonly quiet: string
  readonly period: string
  readonly periodOfPlan: string
  readonly target: string
  readonly by: string
  readonly indicator: string
  readonly forecast: string
  readonly sections: string
  readonly povertySections: string
  readonly split: string
  readonly policy: string
  readonly against: string
  readonly min: string
  readonly failOn: (verdicts: string, usual: string) => string
  readonly failOnOfAudit: string
  readonly maxWarnings: string
  readonly explain: string
  readonly numbersOfClaims: string
  readonly numbersOfFiles: string
  readonly tablePlan: string
  readonly tablePeriod: string
  readonly basis: string
  readonly numbers: string
  readonly rows: string
  readonly allowRejects: string
  readonly rejects: string
  readonly root: string
  readonly memory: string
}

export interface ValueWords {
  readonly sections: string
  readonly povertySections: string
  readonly min: string
  /** A percentage without its sign that may be a ratio, as it is written and as per cent. */
  readonly percentOrRatio: (written: string, percent: string) => string
  readonly oneOrMore: (words: string) => string
  readonly count: string
  readonly period: string
  readonly periodOfRows: string
  readonly periodOfPlan: string
  readonly indicators: string
  readonly day: string
  readonly decimals: string
  readonly columns: string
  readonly plans: string
  readonly memory: string
  readonly rejects: string
  readonly kind: (meant: string | null, kinds: string) => string
}

/** The flags of an option stand as the help has them: `-o, --output <file>`. */
export interface UsageWords {
  readonly noCommand: (word: string, meant: string) => string
  readonly unknownOption: (flag: string) => string
  readonly didYouMean: (words: readonly string[]) => string
  readonly missingArgument: (name: string) => string
  readonly missingValue: (flags: string) => string
  readonly badValue: (flags: string, value: string, why: string) => string
  readonly badArgument: (name: string, value: string, why: string) => string
  readonly allowed: (values: string) => string
  readonly tooMany: (command: string, expected: number, got: number) => string
  readonly notTogether: (flags: string, others: string) => string
  readonly explainNeeds: string
  readonly see: (command: string) => string
}
