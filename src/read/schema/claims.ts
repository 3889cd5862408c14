import * as v from 'valibot'
import { type ClaimFigureKey, claimDirections, claimFigureKeys, claimWords } from '../../model/claim.ts'
import { formulaNames } from '../../model/indicator.ts'
import {
  claimedNumberLeaf,
  idLeaf,
  listOf,
  mapOf,
  nameSchema,
  numbersSchema,
  sourceSchema,
  textLeaf,
  wordListLeaf,
  wordsLeaf,
} from './leaf.ts'

const figure = (description: string) => claimedNumberLeaf(description)

/** The keys of a claim that hold one number each. */
const figureEntries = {
  baseline: figure('What it started from, as printed.'),
  from: figure('The first of two figures that a change is printed between, for example `4.24%`.'),
  to: figure('The second of two figures that a change is printed between, for example `3.28%`.'),
  target: figure('What was planned, as printed; left out where it was not printed. A range: `80-90`.'),
  actual: figure('What was reached, as printed, for example `18923`.'),
  completion: figure('The printed percentage of the plan, for example `118%`.'),
  exceeds_by: figure('By how much the plan is said to be exceeded, for example `18%`.'),
  change: figure('The printed change, with its sign: `-0.96` points, also where points were printed as per cent.'),
  relative_change: figure('The printed change in per cent of where it started, for example `-22.6%`.'),
  poor_change: figure('The printed change in the number of the poor, with its sign: `-2527`.'),
  numerator: figure('The number above the line of a printed rate.'),
  denominator: figure('The number below the line of a printed rate.'),
  rate: figure('The printed rate, for example `3.28%`.'),
  total: figure('The printed total of `parts`.'),
  previous: figure('The figure of the previous period that growth was printed on.'),
  growth: figure('The printed growth on `previous`, for example `5.2%`.'),
} satisfies Record<ClaimFigureKey, unknown>

/** What one printed sentence says; also a row of a table of claims. */
export const claimSchema = v.pipe(
  mapOf([], {
    id: idLeaf('What the audit calls this claim, for example `jobs-2017`.', {
      examples: ['jobs-2017', 'poverty-2017'],
    }),
    text: textLeaf('The sentence as it was printed.', { examples: ['18.923 lao động đạt 118% kế hoạch năm'] }),
    ...figureEntries,
    parts: v.pipe(
      v.union([
        claimedNumberLeaf('Printed numbers with `+` or blanks between.'),
        v.pipe(v.array(claimedNumberLeaf('One part, as printed.')), v.title('list of parts')),
      ]),
      v.description('The printed parts of `total`: `1200 + 340`, or a list.'),
      v.metadata({ examples: ['1200 + 340 + 75', [1200, 340, 75]] }),
    ),
    unit: nameSchema('What the figures are counted in.'),
    direction: wordsLeaf(claimDirections, 'How the target is meant. Without it `at_least`; a range is `between`.', {
      default: 'at_least',
    }),
    formula: wordsLeaf(
      formulaNames,
      'How the printed percentage is said to be calculated, where the publication says so.',
    ),
    verdict: wordsLeaf(claimWords, 'The printed word about the result.'),
    rounded: v.pipe(
      v.union([
        wordListLeaf(claimFigureKeys, 'Keys of this claim with blanks or commas between.'),
        v.pipe(
          v.array(wordsLeaf(claimFigureKeys, 'A key of this claim whose number is rounded.')),
          v.title('list of keys'),
        ),
      ]),
      v.description(
        'The keys of this claim whose numbers are rounded although they look exact: whole numbers and targets. ' +
          'Numbers with decimals count as rounded anyway.',
      ),
      v.metadata({ examples: ['target', 'target actual'] }),
    ),
    source: sourceSchema('Where this was printed, where not in the source of the document.'),
  }),
  v.description('One printed sentence, turned into fields. It may claim several things; each is judged.'),
  v.metadata({ name: 'claim' }),
)

/** The keys of a claim, which are the columns of a table of claims too. */
export const claimKeys: readonly string[] = Object.keys(claimSchema.entries)

/** Claims: published figures that are to be checked. */
export const claimsSchema = v.pipe(
  mapOf(['kind', 'claims'], {
    kind: wordsLeaf(['claims'], 'Says that this document holds claims.'),
    numbers: numbersSchema(),
    source: sourceSchema('Where the claims were printed, unless one says otherwise.'),
    claims: listOf(claimSchema, 'The printed sentences that are to be checked.'),
  }),
  v.title('pva claims'),
  v.description('Claims: figures as they were published, to be checked.'),
  v.metadata({ name: 'claims' }),
)
