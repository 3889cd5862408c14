import { spawn } from 'node:child_process'
import type { World } from '../world.ts'

/** Shows a text page by page in a terminal, with the program that PAGER names, else `less`; prints it elsewhere. */
export async function paged(text: string, { env, stdout }: Pick<World, 'env' | 'stdout'>): Promise<void> {
  const pager = env.PAGER ?? (process.platform === 'win32' ? 'more' : 'less')
  const shown = stdout.isTTY && pager !== '' && env.TERM !== 'dumb' && (await shownBy(pager, text, env))
  if (!shown) await stdout.write(text)
}

/** false: there is no such program. */
function shownBy(pager: string, text: string, env: World['env']): Promise<boolean> {
  return new Promise((resolve) => {
    // A text that fits the screen is left standing there, as git has it.
    const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', ...env } })
    // Ctrl-C is for the pager, and whoever leaves early has read enough.
    const stay = () => {}
    process.on('SIGINT', stay)
    child.stdin.on('error', () => {})
    child.stdin.end(text)
    child.on('error', () => resolve(false))
    child.on('close', (status) => {
      process.off('SIGINT', stay)
      resolve(status !== 127 && status !== 9009)
    })
  })
}
