import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'
import { ROOT } from './support/folder.ts'

interface Found {
  readonly place: string
  readonly pattern: string
  readonly flags: string
}

/** Every regular expression that is written in the sources, by what a parser says of them. */
function regularExpressions(path: string, text: string): readonly Found[] {
  const found: Found[] = []
  new Visitor({
    Literal: ({ start, ...literal }) => {
      if (!('regex' in literal)) return
      const place = `${path}:${text.slice(0, start).split('\n').length}`
      found.push({ place, ...literal.regex })
    },
  }).visit(parseSync(path, text).program)
  return found
}

/** An input on which an expression takes more than time linear in its length, and none where there is no such input. */
function worstCase({ pattern, flags }: Pick<Found, 'pattern' | 'flags'>): string | null {
  const checked = checkSync(pattern, flags, { timeout: 60_000, randomSeed: 1 })
  if (checked.status === 'safe') return null
  return checked.status === 'vulnerable' ? checked.attack.pattern : 'not decided'
}

it('has no regular expression for which a long text takes time with the square of its length', {
  timeout: 300_000,
}, () => {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  const found = paths.flatMap((path) => regularExpressions(path, readFileSync(join(ROOT, 'src', path), 'utf8')))
  expect(found.length).toBeGreaterThan(100)
  // The same one stands in several places.
  const once = new Map(found.map((each) => [`/${each.pattern}/${each.flags}`, each]))
  const slow = [...once].flatMap(([written, each]) => {
    const why = worstCase(each)
    return why === null ? [] : [`${each.place} ${written}: ${why}`]
  })
  expect(slow).toEqual([])
})

it('would see the ones that were slow', () => {
  const slow = [/^([-−+]?)(.*?)\s*(\p{L}[\p{L}\s]*%?|%)?$/su, /\s*%$/, /0+$/, /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g]
  for (const { source, flags } of slow) expect(worstCase({ pattern: source, flags })).not.toBeNull()
})
