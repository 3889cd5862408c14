import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { helpEn } from '../../src/cli/help/en.ts'
import { program } from '../../src/cli/program.ts'
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
        'pva completion ': ['bash', 'fish', 'powershell', 'zsh'],
        'pva explain jo': ['jobs', 'jobs-abroad'],
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

  it('says in the script where what it offers comes from', async () => {
    await inFreshFolder(async (folder) => {
      const { stdout } = await pva(folder, `completion ${shell}`)
      expect(stdout).toContain('# Commands, options and ids come from `pva __complete`, which reads the files')
    })
  })
})

/** What a script of whatever shell is answered, without what it is. */
async function answered(folder: string, words: string): Promise<readonly string[]> {
  const { stdout, stderr, exit } = await pva(folder, `__complete ${words}`)
  expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 })
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/\t.*/, '')]))
}

describe('what completion answers', () => {
  it('covers every command and option that help shows, and its choices', async () => {
    await inFreshFolder(async (folder) => {
      const [, listed = ''] = (await pva(folder, '--help')).stdout.split(/^Commands:|^Examples:/m)
      const commands = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
      const all = await program(helpEn)
      expect(commands).toEqual(expect.arrayContaining(['report', 'explain', 'init', 'completion']))
      expect(await answered(folder, `''`)).toEqual([...commands, ':files'])
      for (const command of commands) {
        const help = (await pva(folder, `${command} --help`, { terminal: { isTTY: true, columns: 1000 } })).stdout
        const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)]
        expect((await answered(folder, `${command} -`)).toSorted()).toEqual(options.map(([, name]) => name).toSorted())
        for (const { long, argChoices } of all.commands.find((each) => each.name() === command)?.options ?? []) {
          if (!argChoices) continue
          expect(help).toContain(`: ${argChoices.join(', ')}`)
          expect(await answered(folder, `${command} ${long} ''`)).toEqual(argChoices)
        }
      }
    })
  })

  it('are the ids of the files that the command line names, else of the folder plans, once and sorted', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plans/a/plan.yaml', Buffer.from(PLAN))
      await writeInFolder(folder, 'plans/b/plan.yaml', Buffer.from(PLAN.replace('id: p', 'id: q')))
      await writeInFolder(folder, 'plans/broken.yaml', Buffer.from('kind: plan\n  ]['))
      await writeInFolder(folder, 'plans/other.yaml', Buffer.from('services: {}'))
      const other = PLAN.replace('id: p', 'id: r').replace('id: trainees', 'id: workers')
      await writeInFolder(folder, 'my plan.yaml', Buffer.from(other))
      expect(await answered(folder, `explain ''`)).toEqual(['jobs', 'jobs-abroad', 'trainees'])
      expect(await answered(folder, `report --indicator ''`)).toEqual(['jobs', 'jobs-abroad', 'trainees'])
      expect(await answered(folder, `report --table-plan ''`)).toEqual(['p', 'q'])
      expect(await answered(folder, `report "my plan.yaml" --indicator ''`)).toEqual(['jobs', 'jobs-abroad', 'workers'])
      expect(await answered(folder, `report 'my\\ plan.yaml' --table-plan ''`)).toEqual(['r'])
    })
  })

  it('go on behind a comma, without what stands before it', async () => {
    await inFreshFolder(async (folder) => {
      await writeInFolder(folder, 'plans/plan.yaml', Buffer.from(PLAN))
      expect(await answered(folder, 'report --indicator trainees,j')).toEqual(['trainees,jobs', 'trainees,jobs-abroad'])
      expect(await answered(folder, 'report --indicator=jobs,t')).toEqual(['--indicator=jobs,trainees'])
      expect(await answered(folder, 'poverty --only changes,')).toEqual(['changes,series'])
    })
  })

  it('leave files and folders to the shell, and say what each other word is, in the language of the reader', async () => {
    await inFreshFolder(async (folder) => {
      expect(await answered(folder, 'report pl')).toEqual([':files'])
      expect(await answered(folder, 'report -o rep')).toEqual([':files'])
      expect(await answered(folder, `init ''`)).toEqual([':folders'])
      const { stdout } = await pva(folder, '__complete aud', { env: { LANG: 'vi_VN.UTF-8' } })
      expect(stdout).toMatch(/^audit\t.*số liệu đã công bố.*\n:files\n$/)
    })
  })

  it('are none, without a word, where nothing can be read or the line makes no sense', async () => {
    await inFreshFolder(async (folder) => {
      for (const words of [`explain ''`, `report --indicator ''`, 'report --nothing-like-it', `schema plan ''`]) {
        expect(await answered(folder, words), words).toEqual([])
      }
    })
  })
})
