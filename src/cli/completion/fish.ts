import type { CompletedCommand, CompletedOption, CompletionSpec } from './spec.ts'

/** A script for fish 3 and later. */
export function fishCompletion({ options, commands, defaultCommand }: CompletionSpec): string {
  return `# Completion of pva for fish. In ~/.config/fish/config.fish:
#   pva completion fish | source
# Indicator ids come from \`pva completion fish --ids\`: it reads the folder plans below the working directory and prints
# an id a line, made of a-z 0-9 _ - and of nothing else.

function __pva_words
    commandline -opc
end

# Whether the command line is of this command.
function __pva_in
    set -l words (__pva_words)
    if contains -- "$words[2]" ${commands.map(({ name }) => name).join(' ')}
        test "$words[2]" = $argv[1]
    else
        test $argv[1] = ${defaultCommand.name}
    end
end

function __pva_without_command
    test (count (__pva_words)) -eq 1
end

# Whether the first argument of this command is being written: all before it are options and their values.
function __pva_first_of
    __pva_in $argv[1]; or return 1
    set -l words (__pva_words)[3..-1]
    set -l value 0
    for word in $words
        if test $value = 1
            set value 0
        else if contains -- $word ${valueOptions(commands).join(' ')}
            set value 1
        else if not string match -q -- '-*' $word
            return 1
        end
    end
    return 0
end

complete -c pva -e
${commands.map(({ name, description }) => `complete -c pva -n __pva_without_command -a ${name} -d ${quoted(description)}`).join('\n')}
${options.map((option) => optionLine('__pva_without_command', option)).join('\n')}
${commands.flatMap(commandLines).join('\n')}
`
}

function commandLines(command: CompletedCommand): readonly string[] {
  const isCommand = quoted(`__pva_in ${command.name}`)
  return [...firstArgumentLine(command), ...command.options.map((option) => optionLine(isCommand, option))]
}

function optionLine(condition: string, { names, description, value }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ')
  const values = {
    none: '',
    file: ' -r -F',
    any: ' -x',
  }
  const takes = typeof value === 'string' ? values[value] : ` -x -a ${quoted(value.join(' '))}`
  return `complete -c pva -n ${condition} ${flags}${takes} -d ${quoted(description)}`
}

function firstArgumentLine({ name, first }: CompletedCommand): readonly string[] {
  const condition = quoted(`__pva_first_of ${name}`)
  if (first === 'files') return []
  if (first === 'folder') return [`complete -c pva -n ${condition} -f -a '(__fish_complete_directories)'`]
  if (first !== 'indicator') return [`complete -c pva -n ${condition} -f -a ${quoted(first.join(' '))}`]
  return [`complete -c pva -n ${condition} -f -a '(pva completion fish --ids 2>/dev/null)'`]
}

function valueOptions(commands: readonly CompletedCommand[]): readonly string[] {
  const names = commands.flatMap(({ options }) =>
    options.flatMap(({ names: own, value }) => (value === 'none' ? [] : own)),
  )
  return [...new Set(names)]
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
