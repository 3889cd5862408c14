import type { CompletedCommand, CompletedOption, CompletionSpec } from './spec.ts'

/** A script for zsh, to be sourced or to lie as `_pva` in a folder of fpath. Nothing in it is evaluated a second time. */
export function zshCompletion({ options, commands, defaultCommand }: CompletionSpec): string {
  return `#compdef pva
# Completion of pva for zsh. In ~/.zshrc, below compinit:
#   eval "$(pva completion zsh)"
# Indicator ids come from \`pva completion zsh --ids\`: it reads the folder plans below the working directory and prints
# an id a line, made of a-z 0-9 _ - and of nothing else.

_pva_options() {
  local -a options
  case $1 in
${commands.map(({ name, options: own }) => `    ${name}) options=(${described(own.flatMap(optionItems))}) ;;`).join('\n')}
  esac
  _describe -o option options
}

_pva() {
  local current=$words[CURRENT] option=$words[CURRENT-1] command=${defaultCommand.name}
  local -i place=0 i first=2
  local -a commands options ids
  commands=(${described(commands.map(({ name, description }) => [name, description]))})
  if (( CURRENT == 2 )); then
    if [[ $current == -* ]]; then
      options=(${described(options.flatMap(optionItems))})
      _describe -o option options
      _pva_options $command
    else
      _describe command commands
      _files
    fi
    return
  fi
  case $words[2] in
    (${commands.map(({ name }) => name).join('|')}) command=$words[2] first=3 ;;
  esac
  if [[ $current == --*=* ]]; then
    option=\${current%%=*}
    compset -P '*='
  fi
  case "$command $option" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $current == -* ]]; then
    _pva_options $command
    return
  fi
  for (( i = first; i < CURRENT; i++ )); do
    case "$command $words[i]" in
      (${valueOptions(commands).join('|')}) (( i += 1 )) ;;
      (*' -'*) ;;
      (*) (( place += 1 )) ;;
    esac
  done
  if (( place == 0 )); then
    case $command in
${commands.flatMap(firstArgumentCase).join('\n')}
    esac
  fi
  _files
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _pva "$@"
else
  compdef _pva pva
fi
`
}

function optionItems({ names, description }: CompletedOption): readonly (readonly [string, string])[] {
  return names.filter((name) => name.startsWith('--')).map((name) => [name, description])
}

function described(items: readonly (readonly [string, string])[]): string {
  return items.map(([name, description]) => quoted(`${name}:${description}`)).join(' ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function valueCases({ name, options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ names, value }) => {
    if (value === 'none') return []
    const pattern = `(${names.map((option) => `'${name} ${option}'`).join('|')})`
    if (value === 'file') return [`    ${pattern} _files; return ;;`]
    return [`    ${pattern} ${value === 'any' ? '' : `compadd -- ${value.join(' ')}; `}return ;;`]
  })
}

function valueOptions(commands: readonly CompletedCommand[]): readonly string[] {
  return commands.flatMap(({ name, options }) =>
    options.flatMap(({ names, value }) => (value === 'none' ? [] : names.map((option) => `'${name} ${option}'`))),
  )
}

function firstArgumentCase({ name, first }: CompletedCommand): readonly string[] {
  if (first === 'files') return []
  if (first === 'folder') return [`      (${name}) _files -/; return ;;`]
  if (first !== 'indicator') return [`      (${name}) compadd -- ${first.join(' ')}; return ;;`]
  return [`      (${name}) ids=(\${(f)"$(pva completion zsh --ids 2>/dev/null)"}); compadd -a ids; return ;;`]
}
