import type { Language } from '../../model/figure.ts'
import type { Output, World } from '../world.ts'

/** How a run's output looks: from flags, then from `PVA_…`, then from the terminal. */
export interface Presentation {
  readonly lang: Language
  readonly width: number
  readonly color: boolean
  readonly unicode: boolean
}

export interface PresentationFlags {
  readonly lang?: Language
  readonly width?: number
  readonly color?: 'auto' | 'always' | 'never'
}

const NARROWEST = 40
const DEFAULT_WIDTH = 80

/** Presentation for one of the two streams; `output` null is a file. */
export function presentation(flags: PresentationFlags, { env }: World, output: Output | null): Presentation {
  return {
    lang: flags.lang ?? languageOf(env),
    width: flags.width ?? widthIn(env.PVA_WIDTH) ?? (output?.isTTY ? output.columns : undefined) ?? DEFAULT_WIDTH,
    color: isColored(flags.color ?? colorIn(env.PVA_COLOR) ?? 'auto', env, output),
    unicode: !output?.isTTY || isUtf8(env),
  }
}

/** How the result looks where it goes: a file has no colour and no width of its own. */
export function resultPresentation(
  flags: PresentationFlags & { readonly output?: string },
  world: World,
): Presentation {
  return presentation(flags, world, (flags.output ?? '-') === '-' ? world.stdout : null)
}

export function widthIn(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,4}$/.test(text)) return undefined
  const width = Number(text)
  return width >= NARROWEST ? width : undefined
}

function languageOf(env: World['env']): Language {
  const stated = env.PVA_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return stated.toLowerCase().startsWith('vi') ? 'vi' : 'en'
}

function colorIn(text: string | undefined): 'auto' | 'always' | 'never' | undefined {
  return text === 'auto' || text === 'always' || text === 'never' ? text : undefined
}

/** NO_COLOR and FORCE_COLOR as no-color.org and force-color.org have them; a flag wins over both. */
function isColored(wanted: 'auto' | 'always' | 'never', env: World['env'], output: Output | null): boolean {
  if (wanted !== 'auto') return wanted === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  // A log is no terminal, even where a pipeline lends the command one.
  if (env.CI && env.CI !== 'false') return false
  return output?.isTTY === true && env.TERM !== 'dumb'
}

function isUtf8(env: World['env']): boolean {
  const charset = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return /utf-?8/i.test(charset) || env.WT_SESSION !== undefined
}
