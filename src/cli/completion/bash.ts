import type { CompletedCommand, CompletedOption, CompletionSpec } from './spec.ts'

/** A script for bash 3.2 and later. Words are compared and never expanded, so that none is run. */
export function bashCompletion({ options, commands, defaultCommand }: CompletionSpec): string {
  const names = commands.map(({ name }) => name)
  return `# Completion of pva for bash. In ~/.bashrc:
#   eval "$(pva completion bash)"
# Indicator ids come from \`pva completion bash --ids\`: it reads the folder plans below the working directory and prints
# an id a line, made of a-z 0-9 _ - and of nothing else.

_pva_offer() {
  local word
  for word in "\${@:2}"; do
    if [[ $word == "$1"* ]]; then COMPREPLY+=("$word"); fi
  done
}

_pva_options() {
  case $1 in
${commands.map((command) => `    ${command.name}) _pva_offer "$2" ${optionNames(command.options)} ;;`).join('\n')}
  esac
}

_pva() {
  local current=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD - 1]}
  local command=${defaultCommand.name} first=1 place=0 i id
  COMPREPLY=()
  # bash breaks --format=json into three words.
  if [[ $current == '=' ]]; then
    current=
  elif [[ $option == '=' ]]; then
    option=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    if [[ $current == -* ]]; then
      _pva_offer "$current" ${optionNames(options)}
      _pva_options "$command" "$current"
    else
      _pva_offer "$current" ${names.join(' ')}
    fi
    return
  fi
  case \${COMP_WORDS[1]} in
    ${names.join(' | ')}) command=\${COMP_WORDS[1]} first=2 ;;
  esac
  case "$command $option" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $current == -* ]]; then
    _pva_options "$command" "$current"
    return
  fi
  for ((i = first; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
      ${valueOptions(commands).join(' | ')})
        if [[ \${COMP_WORDS[i + 1]} == '=' ]]; then i=$((i + 2)); else i=$((i + 1)); fi
        ;;
      *' -'*) ;;
      *) place=$((place + 1)) ;;
    esac
  done
  if ((place == 0)); then
    case $command in
${commands.flatMap(firstArgumentCase).join('\n')}
    esac
  fi
}

# What is left open is completed by the names of files.
complete -o default -F _pva pva
`
}

/** No files where something else is meant; bash 3.2 cannot leave them out. */
const NO_FILES = 'compopt +o default 2>/dev/null'

function optionNames(options: readonly CompletedOption[]): string {
  return options.flatMap(({ names }) => names.filter((name) => name.startsWith('--'))).join(' ')
}

function valueCases({ name, options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ names, value }) => {
    if (value === 'none') return []
    const pattern = names.map((option) => `'${name} ${option}'`).join(' | ')
    if (value === 'file') return [`    ${pattern}) return ;;`]
    const offer = value === 'any' ? '' : `; _pva_offer "$current" ${value.join(' ')}`
    return [`    ${pattern}) ${NO_FILES}${offer}; return ;;`]
  })
}

function valueOptions(commands: readonly CompletedCommand[]): readonly string[] {
  return commands.flatMap(({ name, options }) =>
    options.flatMap(({ names, value }) => (value === 'none' ? [] : names.map((option) => `'${name} ${option}'`))),
  )
}

function firstArgumentCase({ name, first }: CompletedCommand): readonly string[] {
  if (first === 'files') return []
  if (first === 'folder') return [`      ${name}) compopt -o dirnames +o default 2>/dev/null ;;`]
  if (first !== 'indicator') return [`      ${name}) ${NO_FILES}; _pva_offer "$current" ${first.join(' ')} ;;`]
  return [
    `      ${name})`,
    `        ${NO_FILES}`,
    `        while IFS= read -r id; do _pva_offer "$current" "$id"; done < <(pva completion bash --ids 2>/dev/null)`,
    '        ;;',
  ]
}
