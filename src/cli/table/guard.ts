import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import type { World } from '../world.ts'

/**
 * Has a folder removed when this process is gone, however it went; gives what takes that back.
 *
 * A listener for signals would not do: it hears nothing while a table is calculated with, for seconds, and nothing at all
 * of a process that is killed or runs out of memory. So a shell waits for the end of its standard input, which the system
 * closes with this process. It is in a session of its own, where neither Ctrl-C nor the end of a terminal reaches it.
 */
export function guardedFolder(folder: string, onInterrupt: World['onInterrupt'], remove: () => void): () => void {
  if (process.platform === 'win32') return onInterrupt(remove)
  const shell = spawn('/bin/sh', ['-c', 'read -r _; rm -rf -- "$1"', 'sh', folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  let forget = () => {}
  // Where there is no shell, signals are better than nothing.
  shell.on('error', () => {
    forget = onInterrupt(remove)
  })
  // Closed by the shell when it is stopped.
  shell.stdin.on('error', () => {})
  shell.unref()
  ;(shell.stdin as Socket).unref()
  return () => {
    forget()
    shell.kill()
  }
}
