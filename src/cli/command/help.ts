import { closest } from '../../model/suggestion.ts'
import { visibleText } from '../../render/figure/safe-text.ts'
import { exitCode } from '../exit-code.ts'
import { argument, UsageError } from '../help/option.ts'
import { pages, pageText, sectionOf, titlesIn } from '../help/pages.ts'
import { presentation } from '../output/presentation.ts'
import type { World } from '../world.ts'
import type { CommandDefinition } from './command.ts'

const mainPages = pages.filter((page) => !page.includes('/'))

/** `pva help [topic]`: a page of the docs, or the section of that name: of a command, a key, a problem. */
export const command: CommandDefinition<[string | undefined], object> = {
  arguments: (say) => [argument('[topic]', say.arguments.topic, { completes: mainPages })],
  options: () => [],
  run: async ([topic], _, world) => {
    const { width, color } = presentation({}, world, world.stdout)
    const strong = (text: string) => (color ? `\x1b[1m${text}\x1b[22m` : text)
    const text = topic === undefined ? listed(world) : found(topic, world)
    await world.page(world.stdout.isTTY ? pageText(text, Math.min(width, 100), strong) : text)
    return exitCode.done
  },
}

const page = (name: string, world: World) => world.shipped(`docs/${name}.md`)

function listed(world: World): string {
  const rows = mainPages.map((name) => `| ${name} | ${titlesIn(page(name, world))[0]} |\n`)
  return `# pva help\n\n| topic | page |\n|---|---|\n${rows.join('')}`
}

function found(topic: string, world: World): string {
  if (pages.some((name) => name === topic)) return page(topic, world)
  const texts = pages.map((name) => page(name, world))
  for (const text of texts) {
    const section = sectionOf(text, topic)
    if (section !== null) return section
  }
  const meant = closest(topic, [...mainPages, ...texts.flatMap(titlesIn)])
  throw new UsageError(({ usage }) => usage.noTopic(visibleText(topic), meant))
}
