import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { inFreshFolder, writeInFolder } from '../support/folder.ts'
import { inShell, isInstalled, pva } from '../support/run.ts'

const PLAN = `
kind: plan
id: p
title: P
period: 2026
indicators:
  - { id: jobs, name: Jobs, target: 5, of_which: [{ id: jobs-abroad, name: Abroad, target: 1 }] }
  - { id: trainees, name: Trainees, target: 5 }
  - { id: $(touch ran), name: Hostile, target: 5 }
  - { id: "\`touch ran\`", name: Hostile, target: 5 }
  - { id: "x;touch ran", name: Hostile, target: 5 }
  - { id: Jobs, name: No id, target: 5 }
`

/** Prints what is completed at the end of a command line, as a program in each shell asks for it. */
const ASKING: Readonly<Record<string, (words: readonly string[]) => string>> = {
  bash: (words) => `
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}
    _pva
    if ((\${#COMPREPLY[@]})); then printf '%s\\n' "\${COMPREPLY[@]}"; fi`,
  zsh: (words) => `
    words=(${words.map((word) => `'${word}'`).join(' ')}) CURRENT=${words.length}
    _pva`,
  fish: (words) => `complete -C '${words.join(' ')}' | string replace -r '\\t.*' ''`,
}

const LOADING: Readonly<Record<string, string>> = {
  bash: 'eval "$(pva completion bash)"',
  // Outside of its line editor zsh has none of the functions that take the words.
  zsh: `
    compdef() { }
    compset() { current=\${current#*=} }
    _files() { }
    offer() { local word; for word in "$@"; do if [[ $word == "$current"* ]]; then print -r -- "$word"; fi; done }
    compadd() { if [[ $1 == -a ]]; then offer "\${(@P)2}"; else offer "\${@:2}"; fi }
    _describe() { local -a items; items=("\${(@P)@[-1]}"); offer "\${(@)items%%:*}" }
    eval "$(pva completion zsh)"`,
  fish: 'pva completion fish | source',
}

/** What is completed at the end of each line; names of files are the shell's own matter. */
function completed(
  shell: string,
  folder: string,
  lines: readonly string[],
  load = LOADING[shell],
): readonly string[][] {
  const asking = lines.map((line) => `echo '===='\n${ASKING[shell]?.(line.split(' '))}`)
  const { stdout, stderr } = inShell(shell, [load, ...asking].join('\n'), folder)
  expect(stderr).toBe('')
  const [, ...parts] = stdout.split('====\n')
  const names = (part: string) => part.split('\n').filter((word) => word !== '' && !/[/.]|^script$/.test(word))
  return parts.map((part) =>
    names(part)
      .map((word) => word.replace(/^--format=/, ''))
      .sort(),
  )
}

describe.each(['bash', 'zsh', 'fish'])('completion in %s', (shell) => {
  describe.skipIf(!isInstalled(shell))('as the shell itself does it', () => {
    it('gives commands, options, choices and the indicators of the plans at hand', async () => {
      const expected: Readonly<Record<string, readonly string[]>> = {
        'pva re': ['report'],
        'pva report --fo': ['--forecast', '--format'],
        'pva report --color ': ['always', 'auto', 'never'],
        'pva report -f js': ['json'],
        [shell === 'bash' ? 'pva report --format = js' : 'pva report --format=js']: ['json'],
        'pva plans --lang ': ['en', 'vi'],
        'pva check --ag': ['--against'],
        'pva report --ag': [],
        'pva completion ': ['bash', 'fish', 'zsh'],
        'pva explain jo': ['jobs', 'jobs-abroad'],
        'pva explain --lang vi t': ['trainees'],
        'pva explain jobs t': [],
      }
      await inFreshFolder(async (folder) => {
        await writeInFolder(folder, 'plans/plan.yaml', Buffer.from(PLAN))
        const lines = Object.keys(expected)
        const words = completed(shell, folder, lines)
        expect(Object.fromEntries(lines.map((line, index) => [line, words[index]]))).toEqual(expected)
      })
    })

    it('gives every indicator that has an id, and runs nothing that a plan says', async () => {
      await inFreshFolder(async (folder) => {
        await writeInFolder(folder, 'plans/plan.yaml', Buffer.from(PLAN))
        expect(completed(shell, folder, ['pva explain '])).toEqual([['jobs', 'jobs-abroad', 'trainees']])
        expect(existsSync(`${folder}/ran`)).toBe(false)
      })
    })

    it('would run nothing even if hostile ids came through', async () => {
      await inFreshFolder(async (folder) => {
        await writeInFolder(folder, 'script', Buffer.from((await pva(folder, `completion ${shell}`)).stdout))
        const hostile = `#!/bin/sh\nprintf '%s\\n' '$(touch ran)' '\`touch ran\`' 'x;touch ran' '*' 'fine'\n`
        await writeInFolder(folder, 'fake/pva', Buffer.from(hostile))
        await chmod(`${folder}/fake/pva`, 0o755)
        const fake = shell === 'fish' ? 'set -p PATH $PWD/fake' : 'PATH=$PWD/fake:$PATH'
        const load = (LOADING[shell] ?? '').replace(/^(eval|pva) .*/, '').replace(/eval .*/, '')
        const [words] = completed(shell, folder, ['pva explain '], `${load}\n${fake}\nsource ./script`)
        expect(words).toEqual(expect.arrayContaining(['fine']))
        expect(existsSync(`${folder}/ran`)).toBe(false)
      })
    })
  })

  it('covers every command and option that help shows, and its choices', async () => {
    await inFreshFolder(async (folder) => {
      const { stdout: script, exit } = await pva(folder, `completion ${shell}`)
      expect(exit).toBe(0)
      const help = (await pva(folder, '--help')).stdout
      const commands = [...help.matchAll(/^ {2}([a-z]+) [[<][a-z]+(?:…)?[\]>]/gm)].map(([, name = '']) => name)
      expect(commands).toEqual(expect.arrayContaining(['report', 'explain', 'init', 'completion']))
      for (const command of commands) {
        const own = (await pva(folder, `${command} --help`)).stdout
        const options = [...own.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name = '']) => name)
        const choices = [...own.matchAll(/"([a-z]+)"/g)].map(([, name = '']) => name)
        for (const word of [command, ...options, ...choices]) expect(script).toMatch(new RegExp(`\\b${word}\\b`))
      }
    })
  })

  it('says in the script where the ids come from', async () => {
    await inFreshFolder(async (folder) => {
      const { stdout } = await pva(folder, `completion ${shell}`)
      expect(stdout).toContain(`# Indicator ids come from \`pva completion ${shell} --ids\``)
    })
  })
})

describe('the ids that completion asks for', () => {
  it('are those of all plans in the folder plans, once and sorted, whatever else lies there', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plans/a/plan.yaml', Buffer.from(PLAN))
      await writeInFolder(folder, 'plans/b/plan.yaml', Buffer.from(PLAN.replace('id: p', 'id: q')))
      await writeInFolder(folder, 'plans/broken.yaml', Buffer.from('kind: plan\n  ]['))
      await writeInFolder(folder, 'plans/other.yaml', Buffer.from('services: {}'))
      expect(await pva(folder, 'completion bash --ids')).toEqual({
        stdout: 'jobs\njobs-abroad\ntrainees\n',
        stderr: '',
        exit: 0,
      })
    })
  })

  it('are none, without a word, where there is no folder plans', async () => {
    await inFreshFolder(async (folder) => {
      expect(await pva(folder, 'completion fish --ids')).toEqual({ stdout: '', stderr: '', exit: 0 })
    })
  })
})
