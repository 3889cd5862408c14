import type { HelpWords } from './help/en.ts'
import type { World } from './world.ts'

/** What every command is given: the words of its help, the outside, and where its exit code goes. */
export interface Running {
  readonly say: HelpWords
  readonly world: World
  readonly done: (code: number) => void
}
