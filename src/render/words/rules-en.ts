import type { RuleTexts } from './rule-texts.ts'

export const rulesEn: RuleTexts = {
  'nothing-to-do': [
    'There is nothing to read, or nothing to do with what was read.',
    'Name files that hold a plan, and what is asked for, to the command.',
  ],
  unreadable: ['A file or folder cannot be read.', 'Check its name, its folder and whether you may read it.'],
  'too-large': ['The file is too large.', 'Split it into several files: they are read together.'],
  'not-utf8': [
    'A file is not UTF-8 text.',
    'Save it as UTF-8; text in TCVN3, VNI or Windows-1258 has to be converted first.',
  ],
  'empty-file': ['A file is empty.', 'Begin it with its kind, or remove it.'],
  'yaml-syntax': ['A file is not YAML.', 'Look for a missing colon, quote or bracket, and indent with spaces.'],
  'yaml-refused': [
    'A file has a YAML tag or merge key, which are not read.',
    'Remove tags, and write out what a merge key would bring in.',
  ],
  'too-deep': ['A file is nested too deep.', 'Check its brackets and indentation.'],
  'alias-bomb': ['YAML aliases repeat too many values.', 'Write the values out instead of repeating them.'],
  'text-too-long': [
    'A text is longer than 5,000 characters.',
    'Names and notes stand in every table that a report prints: what is longer belongs in the document that a `source:` names. Every text of a plan, of results and of claims is held to it, and in tables what says of what a row is.',
  ],
  'too-many': [
    'There are too many plans or lines for one report.',
    'Read fewer plans at once, or leave out areas or indicators.',
  ],
  'not-a-report': [
    'The earlier report is not a report, or its format is not supported.',
    'Give a file written by the JSON format of the report.',
  ],
  'table-syntax': [
    'A table cannot be taken apart into rows and cells.',
    'Put cells that hold quotes in quotes, and write each of their own quotes twice.',
  ],
  'ragged-row': ['A row has more or fewer cells than the table has columns.', 'Add or remove cells.'],
  'duplicate-column': ['Two columns have one name.', 'Rename one of them.'],
  'missing-column': ['A table lacks a column.', 'Rename a column, or say which one is meant.'],
  'unknown-column': ['A column nearly has the name of one that has a meaning.', 'Rename it.'],
  'bad-table': ['Two keys of a table contradict each other.', 'Keep one of the two.'],
  'unread-name': ['The name of a sheet or a file does not say what it should.', 'Say what such names look like.'],
  'plan-not-stated': ['Nothing says which plan a table answers.', 'Name the plan.'],
  'unknown-code': ['A code in a table is not among those that were declared.', 'Add it, or correct the row.'],
  'missing-area': ['A row of a table names no area.', 'Name it, or say that an empty cell means the whole.'],
  'ambiguous-date': ['A day may be read in two ways.', 'Say which of day and month comes first.'],
  'bad-workbook': [
    'An Excel workbook cannot be read.',
    'Save it anew as .xlsx without a password, or save the sheet as CSV.',
  ],
  'not-json': ['A line of JSON lines is no object.', 'Write one object a line.'],
  'rows-refused': ['Rows of a table cannot be read.', 'Correct them, or say how many may be left out.'],
  'rows-left-out': [
    'Rows of a table were left out because they cannot be read.',
    'Correct them where their figures matter.',
  ],
  'equal-rows': [
    'Rows of a register are equal to one before them.',
    'Remove what stands twice, or add a column that tells the rows apart.',
  ],
  'cannot-be-summed': [
    'Rows of what cannot be added up would be added up.',
    'Give counts instead, or one row for each figure.',
  ],
  'table-not-read': [
    'A large table or a Parquet file cannot be read.',
    'Check that it is whole and that DuckDB is installed, and allow more memory where it is short.',
  ],
  'path-outside': [
    'A file of results takes in a table from elsewhere.',
    'Put the table below its folder, or allow a folder above both.',
  ],
  'more-duplicates': [
    'A table gives more results again than are shown.',
    'Say that its rows are a register, where they are parts that add up.',
  ],
  'unknown-key': ['A key is not one of those that may stand there.', 'Correct its spelling, or remove it.'],
  'missing-key': ['A key that is needed is missing.', 'Add the key and its value.'],
  'duplicate-key': ['A key is given twice.', 'Keep one of the two.'],
  'duplicate-id': ['Two things of one kind have the same id.', 'Give one of the two another id, or remove it.'],
  'bad-value': ['A value is not of the kind that belongs there.', 'Write a value of the kind that the message names.'],
  'key-not-for-type': ['A key does not go with the type of its indicator.', 'Remove the key, or correct the type.'],
  'ambiguous-number': [
    'The number can be read in more than one notation.',
    'State the notation of the file with its key for numbers, or write the number so that it has one reading.',
  ],
  'not-a-number': [
    'What stands where a number belongs is not a number.',
    'Write a number in the notation of the file, or leave it empty where nothing is known.',
  ],
  'comma-in-braces': [
    'A comma between braces or brackets cuts a number in two.',
    'Put the number in quotes, or on a line of its own.',
  ],
  'percent-or-points': [
    'A change of a rate is either per cent or percentage points.',
    'Write pp behind percentage points; work out how many points a percentage of the baseline is.',
  ],
  'percent-or-ratio': [
    'A percentage without its sign is so small that it may be a ratio.',
    'Write the percentage with its sign: 95% or 0.95%.',
  ],
  'low-tolerance': [
    'Less than half of what is expected to date would be on track.',
    'Write how much of it is still on track, 95%, not how much may be missing.',
  ],
  'unit-mismatch': [
    'A number has a sign that does not go with its indicator.',
    'Correct the sign, or the type of the indicator.',
  ],
  'not-in-text': [
    'A number of a claim does not stand in the sentence that was written down with it.',
    'Correct the one that was mistyped, or write down the whole sentence.',
  ],
  'bad-period': [
    'What stands where a period belongs is not a period.',
    'Write a year, half-year, quarter, month, day or a span of them.',
  ],
  'bad-target': ['A target cannot be read as one thing to be reached.', 'Write one kind of target with its number.'],
  'direction-not-stated': [
    'A target does not say whether more or less is better.',
    'Write at_least or at_most before its number.',
  ],
  'no-baseline': ['What is counted from a baseline has none.', 'Add the baseline with its period and value.'],
  'bad-phasing': [
    'Shares or milestones do not lead to the whole target at the end of the plan.',
    'Write shares that sum to 100%, or running totals that never fall and end with 100%.',
  ],
  'follows-no-earlier': [
    'A plan follows one that is not over before it begins.',
    'Name the plan of the time before, or remove `follows`.',
  ],
  'target-behind-baseline': [
    'A target is worse than its baseline.',
    'Check both figures and the kind of target; if it is meant, leave it.',
  ],
  'parts-do-not-sum': [
    'Parts that are the whole do not sum to it.',
    'Correct the figures, or do not call the parts exhaustive.',
  ],
  'unknown-plan': [
    'Results answer a plan that was not read.',
    'Name the file of that plan as well, or correct the id.',
  ],
  'unknown-indicator': [
    'An indicator is named that the plan does not have.',
    'Correct the id, or add the indicator to the plan.',
  ],
  'unknown-area': ['An area is named that the plan does not have.', 'Correct the id, or add the area to the plan.'],
  'period-outside-plan': [
    'A figure is of a period outside that of its plan.',
    'Correct the period, or name the plan that the figure answers.',
  ],
  'basis-not-stated': [
    'A figure that starts after its plan may be for its period alone, or since the start of the plan.',
    'State the basis: increment or cumulative.',
  ],
  'duplicate-observation': [
    'There are two figures for one indicator, area and period.',
    'Keep one, or state the status of each.',
  ],
  'overlapping-periods': [
    'Two figures that are added up share days.',
    'Keep one of them, or state that one is cumulative.',
  ],
  'cumulative-disagrees': ['A running total is not the sum of its figures.', 'Correct the one that is wrong.'],
  'falling-cumulative': ['A running total falls.', 'Correct the one that is wrong, or state that it is an increment.'],
  'part-exceeds-whole': [
    'A part is larger than its whole.',
    'Correct the one that is wrong, or do not call it a part.',
  ],
  'area-targets-do-not-sum': [
    'The targets of the areas do not sum to the target.',
    'Correct the one that is wrong, unless it is meant so.',
  ],
  'households-disagree': [
    'Two rates said to be of the same households imply different numbers of them.',
    'Correct a rate or a count, or remove `same_base_as`.',
  ],
  'total-disagrees': ['A reported total is not the sum of its areas.', 'Correct the one that is wrong.'],
  'rate-disagrees': ['A printed rate is not what its counts give.', 'Correct the one that is wrong.'],
  'movements-do-not-balance': [
    'Movements do not lead from the number at the start to the number at the end.',
    'Correct the figures, or state the difference as other movements with a note.',
  ],
  'poor-change-disagrees': [
    'A stated change in the number of poor is not that of its counts.',
    'Correct the one that is wrong.',
  ],
  'fraction-or-percent': [
    'Rates of a table may be fractions of 1 or per cent.',
    'Say which: `fractions: true` or `fractions: false`.',
  ],
  'not-comparable': [
    'Baseline and result are measured in different ways and are not subtracted.',
    'Give both by the same standard, unit and method.',
  ],
  'standard-not-stated': [
    'Of baseline and result only one names its standard, so that they are not subtracted.',
    'State the standard where it is missing.',
  ],
  'published-disagrees': [
    'A published percentage is not what its figures give.',
    'Check the target, the result and what was printed.',
  ],

  missed: ['A target was missed.', 'Compare the figure with its target; the message names both.'],
  behind: [
    'A figure is behind what its phasing expects to date.',
    'Compare the figure with what is expected by now; the message names both.',
  ],
  'not-reported': ['The period is over and its figure has not been reported.', 'Add the figure to the results.'],
  'below-min': [
    'A completion percentage is below the minimum of the policy.',
    'Compare it with the minimum; the message names both.',
  ],
  'no-longer-met': [
    'A target that was met in the earlier report is not met any more.',
    'Check which figure or target was changed since.',
  ],
  'off-target': [
    'The newest figure is on the wrong side of its target, whatever the pace.',
    'Correct the figure if it is wrong.',
  ],
  'verdict-worse': [
    'The verdict is worse than in the earlier report.',
    'Check which figure or target was changed since.',
  ],
  'achievement-fell': [
    'The completion percentage of one and the same period fell since the earlier report.',
    'Check which figure or target was changed since.',
  ],
  revised: [
    'The figure of one and the same period was revised for the worse since the earlier report.',
    'Check the revision and its source.',
  ],
  vanished: [
    'An indicator of the earlier report is gone.',
    'Put it back, or make a new report to compare with if it was meant to go.',
  ],

  consistent: ['A published figure is what its numbers come to, rounded as it was printed.', 'Nothing has to be done.'],
  'consistent-truncated': [
    'A published figure is what its numbers come to, with decimals cut off instead of rounded.',
    'Round it, or say that decimals are cut off.',
  ],
  'consistent-half-even': [
    'A published figure is what its numbers come to, with halves rounded to the even digit.',
    'Round it as usual, or say how it is rounded.',
  ],
  'consistent-within-rounding': [
    'A published figure can be right, given that the numbers beside it were rounded.',
    'Print the numbers with more decimals, so that it can be calculated again.',
  ],
  implied: [
    'What a figure is held against was not published; the figure says between what it lies.',
    'Print the target beside the figure, or how many households there are.',
  ],
  undefined: [
    'A published figure cannot be calculated from its numbers.',
    'The message says why: a target of zero and the like.',
  ],
  undecided: [
    'The published numbers do not decide whether a figure is right.',
    'The message says which numbers would decide it.',
  ],
  wording: [
    'A published figure is right, but its words are not.',
    'Say whether it is of the plan or beyond it, and write percentage points where it is points.',
  ],
  'other-formula': [
    'A published figure is right by another formula than the usual or the stated one.',
    'Say by which formula it was calculated.',
  ],
  inconsistent: [
    'A published figure is not what its numbers come to by any formula or rounding.',
    'Check it and the numbers beside it against where they come from.',
  ],
}
