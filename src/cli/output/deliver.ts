import { firstError } from '../../model/problem.ts'
import { Pieces } from '../../render/figure/pieces.ts'
import { visibleText, wrappedText } from '../../render/figure/safe-text.ts'
import type { Written } from '../../render/view/format.ts'
import { exitCode } from '../exit-code.ts'
import type { CommonFlags } from '../help/options.ts'
import type { ReadInputs } from '../input/load.ts'
import type { World } from '../world.ts'
import { type WriteFailure, written } from './output.ts'
import { presentation } from './presentation.ts'
import { type CliWords, cliWords } from './words.ts'

/**
 * Writes the problems and hints to standard error, then the result. Returns the exit code: `wrong` when a
 * file has an error or the result could not be written, else `otherwise`.
 */
export async function delivered(
  result: Written,
  load: ReadInputs,
  flags: CommonFlags,
  world: World,
  otherwise: number = exitCode.done,
): Promise<number> {
  const { lang, color, unicode, width } = presentation(flags, world, world.stderr)
  const words = cliWords(lang)
  const { problems, excerpt, skipped, passedTables, lostTables = [], rowCounts = [], outside = [] } = load
  if (problems.length > 0) {
    const { renderProblems } = await import('../../render/problem/problems.ts')
    const style = { lang, color, unicode, width: world.stderr.isTTY ? width : null, excerpt }
    await world.stderr.write(renderProblems(problems, style))
  }
  const hints = [
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    ...(lostTables.length > 0 ? [words.lostTables(lostTables)] : []),
    ...(passedTables.length > 0 ? [words.passedTables(passedTables)] : []),
    ...rowCounts.flatMap((counts) => [
      ...(counts.passed.marks.size > 0 ? [words.missingMarks(counts)] : []),
      ...(flags.verbose ? [words.rowCounts(counts)] : []),
    ]),
    ...(flags.period && outside.length > 0 ? [words.outside(outside, flags.period.text)] : []),
  ].flatMap((hint) => (world.stderr.isTTY ? wrappedText(hint, width) : hint))
  if (!flags.quiet && hints.length > 0) await world.stderr.write(`${hints.join('\n')}\n`)
  // Nothing could be read that would be a result: the file of an earlier one stays.
  const isNone = !(result instanceof Pieces) && result.length === 0 && firstError(problems)
  const failure = isNone ? null : await written(result, flags.output, load.inputPaths, world)
  if (failure) await world.stderr.write(`pva: ${notWritten(flags.output, failure, words)}\n`)
  const rejectsFailure = await writtenRejects(load, flags, world)
  if (rejectsFailure) await world.stderr.write(`pva: ${notWritten(flags.rejects, rejectsFailure, words)}\n`)
  return failure || rejectsFailure || firstError(problems) ? exitCode.wrong : otherwise
}

/** The file of all rows that cannot be read, where one is asked for; also where there are none. */
async function writtenRejects({ rejects, inputPaths }: ReadInputs, flags: CommonFlags, world: World) {
  if (flags.rejects === undefined) return null
  const { rejectsCsvHeader } = await import('../../render/data/rejects.ts')
  try {
    return await written(rejects?.content() ?? rejectsCsvHeader, flags.rejects, inputPaths, world)
  } finally {
    rejects?.leave()
  }
}

function notWritten(output: string | undefined, failure: WriteFailure, words: CliWords): string {
  return output === undefined || output === '-'
    ? words.notPrinted(failure)
    : words.notWritten(visibleText(output), failure)
}
