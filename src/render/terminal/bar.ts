import { Exact } from '../../model/exact.ts'
import { expectedMark, targetMark } from '../figure/signs.ts'

/** Cells up to 100%, and beyond it. */
const BEFORE = 8
const BEYOND = 4

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█']

/**
 * An achievement (1 is 100%) as a bar whose target is marked: eight cells to 100%, four beyond it, the last of
 * them an arrow when the scale ends first. `expected` puts a second mark where the bar should be by now.
 *
 * As with rounded figures, a bar claims no equality that does not hold: just short of a mark it stops an
 * eighth before it, just over the target it shows an eighth behind it, and above zero it is never empty.
 */
export function bar(achievement: Exact, unicode: boolean, expected: Exact | null = null): string {
  const short = achievement.compare(Exact.ONE)
  const steps = unicode ? 8 : 2
  const before = short >= 0 ? BEFORE * steps : atLeastOne(stepsOf(achievement, steps), achievement, BEFORE * steps - 1)
  const over = achievement.minus(Exact.ONE)
  const offScale = stepsOf(over, steps) > BEYOND * steps
  const beyond = short <= 0 ? 0 : atLeastOne(stepsOf(over, steps), over, BEYOND * steps)
  const seen = offScale ? (BEYOND - 1) * steps : beyond
  const draw = unicode ? blocks : ascii
  const tail = draw(seen) + (offScale ? (unicode ? '»' : '>') : '')
  const drawn = (draw(before).padEnd(BEFORE) + targetMark(unicode) + tail).trimEnd()
  if (!expected || expected.sign < 0) return drawn
  const cell = expectedCell(expected, achievement, expected.isAbove(Exact.ONE) ? seen : before, steps)
  return cell === null
    ? drawn
    : (drawn.padEnd(cell).slice(0, cell) + expectedMark(unicode) + drawn.slice(cell)).trimEnd()
}

/** Behind how many columns the mark stands: the nearest end of a cell on the right side of the bar's end; null off the scale. */
function expectedCell(expected: Exact, achievement: Exact, covered: number, steps: number): number | null {
  const isBeyond = expected.isAbove(Exact.ONE)
  const share = isBeyond ? expected.minus(Exact.ONE) : expected
  const cells = isBeyond ? BEYOND : BEFORE
  if (share.isAbove(Exact.of(BigInt(cells), BigInt(BEFORE)))) return null
  const nearest = Number(share.times(Exact.of(BigInt(BEFORE))).toFixed(0))
  const whole = Math.floor(covered / steps)
  const cell = achievement.isBelow(expected) ? Math.max(nearest, whole + 1) : Math.min(nearest, whole)
  if (cell > cells) return null
  return isBeyond ? BEFORE + 1 + cell : cell
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
