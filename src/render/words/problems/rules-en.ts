import type { RuleTexts } from './rule-texts.ts'

export const rulesEn: RuleTexts = {
  'nothing-to-do': [
    'No plan, result, claim or indicator to work on was found.',
    'Name the files to read, and check that they hold what the command needs.',
  ],
  unreadable: [
    'A file or folder cannot be opened or read to its end.',
    'Check its name, its folder and your permission to read it.',
  ],
  'too-large': ['A file is larger than 64 MiB.', 'Split it into several files: they are read together.'],
  'not-utf8': [
    'A file is not UTF-8 text.',
    'Save it as UTF-8; convert text in TCVN3 (ABC), VNI or Windows-1258 first.',
  ],
  'bad-document': ['A Word document cannot be read.', 'Save it again as .docx without a password, or as text.'],
  'left-open': ['A draft leaves something to a person, where `?` stands.', 'Write what is meant.'],
  'empty-file': ['A file is empty.', 'Begin it with its kind, or remove it.'],
  'yaml-syntax': ['A file is not valid YAML.', 'Look for a missing colon, quote or bracket, and indent with spaces.'],
  'yaml-refused': [
    'A file uses YAML tags (`!!float`) or merge keys (`<<`), which are not supported.',
    'Remove tags, and write out the keys that a merge key would bring in.',
  ],
  'too-deep': ['A file is nested more than 64 levels deep.', 'Check its brackets and indentation.'],
  'alias-bomb': ['YAML aliases repeat too many values.', 'Write the values out instead of repeating them.'],
  'text-too-long': [
    'A text is longer than 5,000 characters.',
    'Shorten it, and name the document with the rest under `source:`.',
  ],
  'too-many': [
    'There are too many plans or lines for one report.',
    'Read fewer plans at once, or leave out areas or indicators.',
  ],
  'not-a-report': [
    'The earlier report is not a report, or its format is not supported.',
    'Give a report written with `--format json`.',
  ],
  'table-syntax': [
    'A table cannot be split into rows and cells.',
    'Quote cells that contain quotes, and double the quotes inside them.',
  ],
  'ragged-row': ['A row has more or fewer cells than the table has columns.', 'Add or remove cells.'],
  'duplicate-column': ['Two columns have the same name.', 'Rename one of them.'],
  'missing-column': ['A table lacks a column that it needs.', 'Rename a column, or say which one to use.'],
  'unknown-column': ['A column has almost the name of a known one.', 'Rename it.'],
  'bad-table': ['Two keys of a table contradict each other.', 'Keep one of the two.'],
  'unread-name': ['The name of a sheet or a file does not say what it should.', 'Say what such names look like.'],
  'plan-not-stated': ['A table does not say which plan it reports on.', 'Name the plan.'],
  'unknown-code': ['A code in a table is not declared under `codes`.', 'Declare it, or correct the row.'],
  'missing-area': [
    'A row of a table with a column of areas has none.',
    'Name the area, or say that an empty cell means the whole.',
  ],
  'ambiguous-date': ['A date can be read with the day or the month first.', 'Say which comes first.'],
  'bad-workbook': [
    'An Excel workbook cannot be read.',
    'Save it again as .xlsx without a password, or save the sheet as CSV.',
  ],
  'not-json': ['A line of a JSON Lines file is not an object.', 'Write one object per line.'],
  'rows-refused': ['Rows of a table cannot be read.', 'Correct them, or say how many may be left out.'],
  'rows-left-out': [
    'Rows of a table cannot be read and were left out, as `--allow-rejects` permits.',
    'Correct them if their figures matter.',
  ],
  'equal-rows': [
    'Rows of a register are identical to an earlier row.',
    'Remove accidental copies, or add a column that tells the rows apart.',
  ],
  'hidden-cells': [
    'A workbook hides rows, columns or a sheet whose figures count.',
    'Unhide them, or say whether they count: `hidden: read` or `hidden: skip`.',
  ],
  'cannot-be-summed': [
    'A register has several rows of a rate, level or growth, which cannot be added up.',
    'Give counts instead, or one row for each figure.',
  ],
  'table-not-read': [
    'A large table or a Parquet file cannot be read.',
    'Check that the file is complete, that DuckDB is installed, and that there is enough memory and disk.',
  ],
  'secret-in-file': [
    'A file of sources holds a password, or a key that is called as one.',
    'Remove it, and give the password in the environment, a file of your own or `~/.pgpass`.',
  ],
  'source-not-read': [
    'A table of a database cannot be read; nothing of it is used.',
    'Check the file of sources, the password, and that the server is running and this user may read the table.',
  ],
  'path-outside': [
    'A file of results refers to a table outside its folder.',
    'Move the table below that folder, or allow a folder above both with `--root`.',
  ],
  'more-duplicates': [
    'A table repeats more results than are listed.',
    'If its rows are parts to be added up, declare it as a register.',
  ],
  'unknown-key': ['A key is not known here.', 'Correct its spelling, or remove it.'],
  'missing-key': ['A required key is missing.', 'Add the key and its value.'],
  'duplicate-key': ['A key is given twice.', 'Keep one of the two.'],
  'duplicate-id': [
    'Two plans, indicators, areas, sections or claims have the same id.',
    'Give one of the two another id, or remove it.',
  ],
  'bad-value': ['A value is of the wrong kind for its key.', 'Write a value of the kind that the message names.'],
  'key-not-for-type': ['A key does not apply to this type of indicator.', 'Remove the key, or correct the type.'],
  'ambiguous-number': [
    'A number can be read in more than one notation.',
    'State the notation of the file with `numbers`, or write the number so that it can be read in one way only.',
  ],
  'not-a-number': [
    'Something other than a number is written where a number is expected.',
    'Write a number in the notation of the file, or leave it empty if it is not known.',
  ],
  'comma-in-braces': [
    'A comma inside braces or brackets splits a number or a text in two.',
    'Quote the value, or write it on a line of its own.',
  ],
  'percent-or-points': [
    'A planned change of a rate could be in per cent or in percentage points.',
    'Write `pp` after percentage points; convert per cent of the baseline into points.',
  ],
  'percent-or-ratio': [
    'A percentage without its sign could be a ratio: 0.95 may be 0.95% or 95%.',
    'Write the percentage with its sign.',
  ],
  'low-tolerance': [
    'With this tolerance, less than half of what is expected to date is still on track.',
    'Write the share that is still on track (95%), not the share that may be missing.',
  ],
  'unit-mismatch': [
    'The sign of a number, `%` or `pp`, does not fit its indicator.',
    'Correct the sign, or the type of the indicator.',
  ],
  'not-in-text': [
    'A number of a claim does not occur in the sentence quoted with it.',
    'Correct the mistyped number, or quote the whole sentence.',
  ],
  'bad-period': [
    'A value is not a year, half-year, quarter, month, day or span of them.',
    'Write a year, half-year, quarter, month, day or a span of them.',
  ],
  'bad-target': [
    'A target contradicts itself, its indicator or its plan.',
    'Write one kind of target with its number.',
  ],
  'direction-not-stated': [
    'A target does not say whether more or less is better.',
    'Write `at_least` or `at_most` before its number.',
  ],
  'no-baseline': [
    'A planned change, or the formula `progress`, has no baseline.',
    'Add the baseline with its period and value.',
  ],
  'no-profile': [
    'A target is to be spread as last year, whose figures are not known.',
    'Add the results of last year, or state another phasing.',
  ],
  'bad-phasing': [
    'The phasing of a target, or its targets by period, do not add up, or leave the period of the plan.',
    'Write shares that sum to 100%, or running totals that never fall and end at 100%; of a count also figures that come to its target.',
  ],
  'follows-no-earlier': [
    'A plan follows another that does not end before it begins.',
    'Name the preceding plan, or remove `follows`.',
  ],
  'target-behind-baseline': [
    'A target is worse than its baseline.',
    'Check both figures and the kind of target; if it is intended, leave it.',
  ],
  'parts-do-not-sum': [
    'Parts marked `exhaustive` do not sum to their whole.',
    'Correct the figures, or remove `exhaustive` if parts are missing.',
  ],
  'unknown-plan': ['Results name a plan that was not read.', 'Name the file of that plan as well, or correct the id.'],
  'unknown-indicator': ['An indicator is not in the plan.', 'Correct the id, or add the indicator to the plan.'],
  'unknown-group': [
    'A group of a breakdown is not in the plan.',
    'Correct the id, or add it to `breakdowns:` of the plan.',
  ],
  'unknown-area': ['An area is not in the plan.', 'Correct the id, or add the area to the plan.'],
  'unknown-provider': [
    'A figure is of a provider that its indicator does not have, or does not say which of its providers it is of.',
    'Name the provider of the figure, by an id under `providers:` of the indicator.',
  ],
  'period-outside-plan': [
    'The period of a figure lies outside the period of its plan.',
    'Correct the period, or name the plan that the figure is for.',
  ],
  'basis-not-stated': [
    "A figure that starts after the plan does not say whether it is for its own period or since the plan's start.",
    'State the basis: `increment` or `cumulative`.',
  ],
  'duplicate-observation': [
    'An indicator has two figures of the same status for one period and area.',
    'Keep one, or state the status of each.',
  ],
  'overlapping-periods': [
    'Two figures cover the same days and would be counted twice, or differ for one day.',
    'Keep one of them, or mark one as cumulative.',
  ],
  'cumulative-disagrees': [
    'A running total is not the sum of the figures before it.',
    'Correct the one that is wrong.',
  ],
  'falling-cumulative': [
    'A running total is lower than the one before.',
    'Correct the one that is wrong, or mark it as an increment.',
  ],
  'part-exceeds-whole': [
    'A part is larger than its whole.',
    'Correct the one that is wrong, or do not declare it as a part.',
  ],
  'area-targets-do-not-sum': [
    'The targets of the areas do not sum to the target.',
    'Correct the one that is wrong, unless it is intended.',
  ],
  'mpi-disagrees': [
    'A printed multidimensional poverty index is not its headcount × intensity, even allowing for rounding.',
    'Correct the one that is wrong.',
  ],
  'households-disagree': [
    'Two rates declared to be of the same households imply different numbers of households.',
    'Correct a rate or a count, or remove `same_base_as`.',
  ],
  'total-disagrees': ['A reported total is not the sum of its areas.', 'Correct the one that is wrong.'],
  'rate-disagrees': [
    'A printed rate does not follow from its counts, even allowing for rounding.',
    'Correct the one that is wrong.',
  ],
  'start-disagrees': [
    'The number at the start of a year is not the one at the end of the year before.',
    'Correct the one that is wrong.',
  ],
  'movements-do-not-balance': [
    'The movements do not lead from the number of poor at the start to the number at the end.',
    'Correct the figures, or enter the difference as other movements with a note.',
  ],
  'poor-change-disagrees': [
    'A stated change in the number of poor is not the difference of the counts.',
    'Correct the one that is wrong.',
  ],
  'fraction-or-percent': [
    'The rates of a table or a file may be fractions of 1 or per cent.',
    'Say which: `12%` or `0.12%`; of a table `fractions: true` or `fractions: false`.',
  ],
  'not-comparable': [
    'Baseline and result are measured in different ways and are not subtracted.',
    'Give both by the same standard, unit and method.',
  ],
  'standard-not-stated': [
    'Only one of baseline and result names its poverty standard, so they are not subtracted.',
    'State the standard where it is missing.',
  ],
  'published-disagrees': [
    'A published percentage does not follow from its figures, even allowing for rounding.',
    'Check the target, the result and the published percentage.',
  ],

  missed: ['A target was missed.', 'Compare the figure with its target; the message names both.'],
  behind: [
    'A figure is behind what its phasing expects to date.',
    'Compare the figure with what is expected by now; the message names both.',
  ],
  'not-reported': ['The period is over and the figure has not been reported.', 'Add the figure to the results.'],
  'below-min': [
    'A completion percentage is below the minimum of the policy.',
    'Compare it with the minimum; the message names both.',
  ],
  'no-longer-met': [
    'A target that was met in the earlier report is no longer met.',
    'Check which figure or target has changed since.',
  ],
  'off-target': [
    'The newest figure is on the wrong side of its target, regardless of pace.',
    'Correct the figure if it is wrong.',
  ],
  'verdict-worse': [
    'The verdict is worse than in the earlier report.',
    'Check which figure or target has changed since.',
  ],
  'achievement-fell': [
    'The completion percentage for the same period is lower than in the earlier report.',
    'Check which figure or target has changed since.',
  ],
  revised: [
    'A figure for the same period was revised for the worse since the earlier report.',
    'Check the revision and its source.',
  ],
  vanished: [
    'An indicator of the earlier report is missing.',
    'Restore it; if it was removed on purpose, compare with a newer report.',
  ],

  consistent: ['A published figure follows from its numbers, rounded as usual.', 'Nothing to do.'],
  'consistent-truncated': [
    'A published figure follows from its numbers, with decimals cut off instead of rounded.',
    'Round it, or state that decimals are cut off.',
  ],
  'consistent-half-even': [
    'A published figure follows from its numbers, with halves rounded to the even digit.',
    'Round it as usual, or state the rounding.',
  ],
  'consistent-within-rounding': [
    'A published figure can be right, because the numbers beside it are rounded.',
    'Publish the numbers with more decimals, so that the figure can be recalculated.',
  ],
  implied: [
    'The target or base of a figure was not published; the figure implies a range for it.',
    'Publish the target, or the number of households, beside the figure.',
  ],
  undefined: [
    'A published figure cannot be calculated from its numbers.',
    'The message gives the reason, such as a target of zero.',
  ],
  undecided: [
    'The published numbers do not settle whether a figure is right.',
    'The message names the numbers that would settle it.',
  ],
  wording: [
    'A published figure is right, but its words are not.',
    'Say whether it is a share of the plan or an excess over it, and write percentage points where it is points.',
  ],
  'other-formula': [
    'A published figure is right by another formula than the usual or the stated one.',
    'State the formula.',
  ],
  inconsistent: [
    'No formula or rounding gives the published figure.',
    'Check it and the numbers beside it against their sources.',
  ],
}
