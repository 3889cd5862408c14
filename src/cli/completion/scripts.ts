export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

/**
 * What a shell runs to complete a command line: it asks `pva __complete` with the words behind `pva`, the one being
 * written last. The answer is a candidate a line, with what it is behind a tab; `:files` and `:folders` stand for names
 * that the shell knows itself. What is answered is compared and never expanded, so that nothing of it is run.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# Completion of pva for bash 3.2 and later. In ~/.bashrc:
#   eval "$(pva completion bash)"
# Commands, options and ids come from \`pva __complete\`, which reads the files that the command line names.
_pva() {
  local line
  COMPREPLY=()
  compopt +o default 2>/dev/null
  while IFS= read -r line; do
    case $line in
      :files) compopt -o default 2>/dev/null ;;
      :folders) compopt -o dirnames 2>/dev/null ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(pva __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _pva pva
`,
  zsh: `#compdef pva
# Completion of pva for zsh. In ~/.zshrc, below compinit:
#   eval "$(pva completion zsh)"
# Commands, options and ids come from \`pva __complete\`, which reads the files that the command line names.
_pva() {
  local line
  local -a found
  for line in "\${(@f)$(pva __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      (:files) _files ;;
      (:folders) _files -/ ;;
      (?*) found+=("\${line/$'\\t'/:}") ;;
    esac
  done
  if (( $#found )); then _describe pva found; fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _pva "$@"; else compdef _pva pva; fi
`,
  fish: `# Completion of pva for fish 3 and later. In ~/.config/fish/config.fish:
#   pva completion fish | source
# Commands, options and ids come from \`pva __complete\`, which reads the files that the command line names.
function __pva_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -e words[1]
    for line in (pva __complete $words "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current"
            case '*'
                printf '%s\\n' $line
        end
    end
end
complete -c pva -e
complete -c pva -f -a '(__pva_complete)'
`,
  powershell: `# Completion of pva for PowerShell. In the file that $PROFILE names:
#   pva completion powershell | Out-String | Invoke-Expression
# Commands, options and ids come from \`pva __complete\`, which reads the files that the command line names.
Register-ArgumentCompleter -Native -CommandName pva -ScriptBlock {
  param($word, $line, $cursor)
  $before = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | Select-Object -Skip 1)
  # An empty word would not reach a program.
  $current = if ($word) { $word } else { "''" }
  pva __complete @($before | ForEach-Object { "$_" }) $current 2>$null | Where-Object { $_ -notlike ':*' } | ForEach-Object {
    $name, $what = $_ -split "\`t", 2
    [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $(if ($what) { $what } else { $name }))
  }
}
`,
}
