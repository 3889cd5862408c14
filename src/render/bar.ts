import { Exact } from '../model/exact.ts'

/** Cells up to 100%, and beyond it. */
const BEFORE = 8
const BEYOND = 4

/** Columns that a bar takes: the cells, the mark of the target, and the sign that it goes on. */
export const BAR_WIDTH = BEFORE + 1 + BEYOND

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█']

/**
 * An achievement (1 is 100%) as a bar whose target is marked: eight cells to 100%, four beyond it, the last of
 * them an arrow when the scale ends first.
 *
 * As with rounded figures, a bar claims no equality that does not hold: just short of the target it stops an
 * eighth before the mark, just over it shows an eighth behind it, and above zero it is never empty.
 */
export function bar(achievement: Exact, unicode: boolean): string {
  const short = achievement.compare(Exact.ONE)
  const steps = unicode ? 8 : 2
  const before = short >= 0 ? BEFORE * steps : atLeastOne(stepsOf(achievement, steps), achievement, BEFORE * steps - 1)
  const over = achievement.minus(Exact.ONE)
  const offScale = stepsOf(over, steps) > BEYOND * steps
  const beyond = short <= 0 ? 0 : atLeastOne(stepsOf(over, steps), over, BEYOND * steps)
  const draw = unicode ? blocks : ascii
  const mark = unicode ? '│' : '|'
  const tail = offScale ? draw((BEYOND - 1) * steps) + (unicode ? '»' : '>') : draw(beyond)
  return (draw(before).padEnd(BEFORE) + mark + tail).trimEnd()
}

/** Whole steps that a share of the target covers, rounded down. */
function stepsOf(share: Exact, steps: number): number {
  if (share.sign <= 0) return 0
  const covered = (share.numerator * BigInt(BEFORE * steps)) / share.denominator
  return covered > 1000n ? 1000 : Number(covered)
}

function atLeastOne(covered: number, share: Exact, most: number): number {
  return share.sign <= 0 ? 0 : Math.min(Math.max(covered, 1), most)
}

const blocks = (eighths: number) => '█'.repeat(eighths >> 3) + (EIGHTHS[eighths & 7] ?? '')

const ascii = (halves: number) => '='.repeat(halves >> 1) + (halves & 1 ? '-' : '')
