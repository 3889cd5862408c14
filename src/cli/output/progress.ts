import type { Language } from '../../model/figure.ts'
import { displayWidth, safeText } from '../../render/figure/safe-text.ts'
import type { TableFlags } from '../help/table-options.ts'
import type { World } from '../world.ts'
import { presentation } from './presentation.ts'
import { type CliWords, cliWords } from './words.ts'

/** What may take time with a table. */
export type Stage = 'unpacking' | 'copying' | 'reading' | 'adding-up' | 'finding-rows' | 'waiting'

/** How far the reading of large tables has come, for whoever waits at a terminal. */
export interface Progress {
  /** A table is begun: which of how many it is, counted from 1. */
  readonly begin: (name: string, number: number, count: number) => void
  /** Does work on it, over so many bytes, which tells how much of it is done, from 0 to 1; null: over what has no size. */
  readonly during: <T>(stage: Stage, bytes: number | null, work: (reached: Reached) => Promise<T>) => Promise<T>
  /** Leaves the line empty. */
  readonly end: () => void
}

/** null: nobody knows how much. */
export type Reached = (share: number | null) => void

export const noProgress: Progress = {
  begin: () => {},
  during: (_stage, _bytes, work) => work(() => {}),
  end: () => {},
}

/** Work that is done sooner needs no line. */
const PATIENCE = 1000

/** Between two lines; nobody reads faster. */
const PAUSE = 200

/** A line on standard error that is written anew, from the second second on; nothing where that is no terminal. */
export function progressOn(world: World, flags: TableFlags): Progress {
  const { stderr } = world
  if (!stderr.isTTY || flags.quiet) return noProgress
  const { lang } = presentation({ ...(flags.lang && { lang: flags.lang }) }, world, stderr)
  const begun = performance.now()
  let table = { name: '', number: 1, count: 1 }
  let told = Number.NEGATIVE_INFINITY
  const write = (text: string) => {
    void stderr.write(text).catch(() => {})
  }
  return {
    begin: (name, number, count) => {
      table = { name: safeText(name), number, count }
    },
    during: (stage, bytes, work) => {
      const since = performance.now()
      return work((share) => {
        const now = performance.now()
        if (now - begun < PATIENCE || now - told < PAUSE || (share === null && stage !== 'waiting')) return
        told = now
        const width = (stderr.columns ?? 80) - 1
        write(`${ERASED}${progressLine({ ...table, stage, bytes, share, seconds: (now - since) / 1000 }, lang, width)}`)
      })
    },
    end: () => {
      if (told > 0) write(ERASED)
      told = Number.NEGATIVE_INFINITY
    },
  }
}

const ERASED = '\r\u001b[K'

/** How far work on a table has come. */
export interface Reach {
  readonly name: string
  readonly number: number
  readonly count: number
  readonly stage: Stage
  readonly bytes: number | null
  readonly share: number | null
  /** How long this stage has taken. */
  readonly seconds: number
}

/** In at most so many columns: the name gives way first, of which the end tells more, then what is known besides. */
export function progressLine(reach: Reach, lang: Language, width: number): string {
  const { name, number, count, stage, bytes, share, seconds } = reach
  const words = cliWords(lang).progress
  const head = count > 1 ? `${number}/${count} ` : ''
  if (share === null) return endOf(`${head}${name}: ${words.stages[stage]}${words.seconds(Math.floor(seconds))}`, width)
  const percent = `${words.stages[stage]}${Math.floor(share * 100)}%`
  const hasSize = bytes !== null && share > 0
  const rate = !hasSize ? '' : `, ${sizeText((bytes * share) / seconds, words)}${words.aSecond}`
  const done = !hasSize ? '' : `, ${sizeText(bytes * share, words)}`
  // Sooner it would be a guess.
  const left = share >= 0.01 ? `, ${leftText((seconds * (1 - share)) / share, words)}` : ''
  for (const facts of [`${percent}${done}${rate}${left}`, `${percent}${rate}${left}`, `${percent}${left}`, percent]) {
    const room = width - displayWidth(`${head}: ${facts}`)
    if (room >= Math.min(displayWidth(name), LEAST_NAME)) return `${head}${endOf(name, room)}: ${facts}`
  }
  return endOf(`${head}${percent}`, width)
}

/** Of a name that is longer than there is room for. */
const LEAST_NAME = 12

function endOf(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  const characters = [...text]
  while (characters.length > 0 && displayWidth(characters.join('')) >= width) characters.shift()
  return width > 0 ? `…${characters.join('')}` : ''
}

function sizeText(bytes: number, { point }: CliWords['progress']): string {
  const [size, unit] = bytes < 999.5e6 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${size.toFixed(size < 10 ? 1 : 0).replace('.', point)} ${unit}`
}

function leftText(seconds: number, { secondsLeft, minutesLeft }: CliWords['progress']): string {
  return seconds <= 90 ? secondsLeft(Math.ceil(seconds)) : minutesLeft(Math.ceil(seconds / 60))
}
