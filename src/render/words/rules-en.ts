import type { RuleTexts } from './rule-texts.ts'

export const rulesEn: RuleTexts = {
  'nothing-to-do': {
    what: 'There is nothing to read, or nothing to do with what was read.',
    help: 'Name files that hold a plan, and what is asked for, to the command.',
  },
  unreadable: {
    what: 'A file or folder cannot be read.',
    help: 'Check its name, its folder and whether you may read it.',
  },
  'too-large': { what: 'A file is larger than is read.', help: 'Split it into several files: they are read together.' },
  'not-utf8': {
    what: 'A file is not UTF-8 text.',
    help: 'Save it as UTF-8; text in TCVN3, VNI or Windows-1258 has to be converted first.',
  },
  'empty-file': { what: 'A file is empty.', help: 'Begin it with its kind, or remove it.' },
  'yaml-syntax': {
    what: 'A file is not YAML.',
    help: 'Look for a missing colon, quote or bracket, and indent with spaces.',
  },
  'yaml-refused': {
    what: 'A file has a YAML tag or merge key, which are not read.',
    help: 'Remove tags, and write out what a merge key would bring in.',
  },
  'too-deep': { what: 'A file is nested too deep.', help: 'Check its brackets and indentation.' },
  'alias-bomb': {
    what: 'YAML aliases repeat too many values.',
    help: 'Write the values out instead of repeating them.',
  },
  'too-many': {
    what: 'There are more plans or lines than can be told of together.',
    help: 'Read fewer plans at once, or leave out areas or indicators.',
  },
  'not-a-report': {
    what: 'The earlier report is none, or one of a format that is not read.',
    help: 'Give a file written by the JSON format of the report.',
  },
  'table-syntax': {
    what: 'A table cannot be taken apart into rows and cells.',
    help: 'Put cells that hold quotes in quotes, and write each of their own quotes twice.',
  },
  'ragged-row': {
    what: 'A row has more or fewer cells than the table has columns.',
    help: 'Add or remove cells.',
  },
  'duplicate-column': { what: 'Two columns have one name.', help: 'Rename one of them.' },
  'missing-column': { what: 'A table lacks a column.', help: 'Rename a column, or say which one is meant.' },
  'unknown-column': { what: 'A column nearly has the name of one that has a meaning.', help: 'Rename it.' },
  'bad-table': { what: 'Two keys of a table contradict each other.', help: 'Keep one of the two.' },
  'plan-not-stated': { what: 'Nothing says which plan a table answers.', help: 'Name the plan.' },
  'unknown-code': {
    what: 'A code in a table is not among those that were declared.',
    help: 'Add it, or correct the row.',
  },
  'ambiguous-date': { what: 'A day may be read in two ways.', help: 'Say which of day and month comes first.' },
  'bad-workbook': {
    what: 'An Excel workbook cannot be read.',
    help: 'Save it anew as .xlsx without a password, or save the sheet as CSV.',
  },
  'not-json': { what: 'A line of JSON lines is no object.', help: 'Write one object a line.' },
  'rows-refused': { what: 'Rows of a table cannot be read.', help: 'Correct them, or say how many may be left out.' },
  'rows-left-out': {
    what: 'Rows of a table were left out because they cannot be read.',
    help: 'Correct them where their figures matter.',
  },
  'cannot-be-summed': {
    what: 'Rows of what cannot be added up would be added up.',
    help: 'Give counts instead, or one row for each figure.',
  },
  'table-not-read': {
    what: 'A large table or a Parquet file cannot be read.',
    help: 'Check that it is whole and that DuckDB is installed, and allow more memory where it is short.',
  },
  'path-outside': {
    what: 'A file of results takes in a table from elsewhere.',
    help: 'Put the table below its folder, or allow a folder above both.',
  },
  'more-duplicates': {
    what: 'A table gives more results again than are shown.',
    help: 'Say that its rows are a register, where they are parts that add up.',
  },
  'unknown-key': {
    what: 'A key is not one of those that may stand there.',
    help: 'Correct its spelling, or remove it.',
  },
  'missing-key': { what: 'A key that is needed is missing.', help: 'Add the key and its value.' },
  'duplicate-key': { what: 'A key is given twice.', help: 'Keep one of the two.' },
  'duplicate-id': {
    what: 'Two things of one kind have the same id.',
    help: 'Give one of the two another id, or remove it.',
  },
  'bad-value': {
    what: 'A value is not of the kind that belongs there.',
    help: 'Write a value of the kind that the message names.',
  },
  'key-not-for-type': {
    what: 'A key does not go with the type of its indicator.',
    help: 'Remove the key, or correct the type.',
  },
  'ambiguous-number': {
    what: 'A number would be another one in another notation.',
    help: 'State the notation of the file with its key for numbers, or write the number so that it has one reading.',
  },
  'not-a-number': {
    what: 'What stands where a number belongs is not a number.',
    help: 'Write a number in the notation of the file, or leave it empty where nothing is known.',
  },
  'comma-in-braces': {
    what: 'A comma between braces or brackets cuts a number in two.',
    help: 'Put the number in quotes, or on a line of its own.',
  },
  'percent-or-points': {
    what: 'A change of a rate is either per cent or percentage points.',
    help: 'Write pp behind percentage points; work out how many points a percentage of the baseline is.',
  },
  'percent-or-ratio': {
    what: 'A percentage without its sign is so small that it may be a ratio.',
    help: 'Write the percentage with its sign: 95% or 0.95%.',
  },
  'low-tolerance': {
    what: 'Less than half of what is expected to date would be on track.',
    help: 'Write how much of it is still on track, 95%, not how much may be missing.',
  },
  'unit-mismatch': {
    what: 'A number has a sign that does not go with its indicator.',
    help: 'Correct the sign, or the type of the indicator.',
  },
  'bad-period': {
    what: 'What stands where a period belongs is not a period.',
    help: 'Write a year, half-year, quarter, month, day or a span of them.',
  },
  'bad-target': {
    what: 'A target cannot be read as one thing to be reached.',
    help: 'Write one kind of target with its number.',
  },
  'direction-not-stated': {
    what: 'A target does not say whether more or less is better.',
    help: 'Write at_least or at_most before its number.',
  },
  'no-baseline': {
    what: 'What is counted from a baseline has none.',
    help: 'Add the baseline with its period and value.',
  },
  'bad-phasing': {
    what: 'Shares or milestones do not lead to the whole target at the end of the plan.',
    help: 'Write shares that sum to 100%, or running totals that never fall and end with 100%.',
  },
  'follows-no-earlier': {
    what: 'A plan follows one that is not over before it begins.',
    help: 'Name the plan of the time before, or remove `follows`.',
  },
  'target-behind-baseline': {
    what: 'A target is worse than its baseline.',
    help: 'Check both figures and the kind of target; if it is meant, leave it.',
  },
  'parts-do-not-sum': {
    what: 'Parts that are the whole do not sum to it.',
    help: 'Correct the figures, or do not call the parts exhaustive.',
  },
  'unknown-plan': {
    what: 'Results answer a plan that was not read.',
    help: 'Name the file of that plan as well, or correct the id.',
  },
  'unknown-indicator': {
    what: 'An indicator is named that the plan does not have.',
    help: 'Correct the id, or add the indicator to the plan.',
  },
  'unknown-area': {
    what: 'An area is named that the plan does not have.',
    help: 'Correct the id, or add the area to the plan.',
  },
  'period-outside-plan': {
    what: 'A figure is of a period outside that of its plan.',
    help: 'Correct the period, or name the plan that the figure answers.',
  },
  'basis-not-stated': {
    what: 'A figure that starts after its plan may be for its period alone, or since the start of the plan.',
    help: 'State the basis: increment or cumulative.',
  },
  'duplicate-observation': {
    what: 'There are two figures for one indicator, area and period.',
    help: 'Keep one, or state the status of each.',
  },
  'overlapping-periods': {
    what: 'Two figures that are added up share days.',
    help: 'Keep one of them, or state that one is cumulative.',
  },
  'cumulative-disagrees': {
    what: 'A running total is not the sum of its figures.',
    help: 'Correct the one that is wrong.',
  },
  'falling-cumulative': {
    what: 'A running total falls.',
    help: 'Correct the one that is wrong, or state that it is an increment.',
  },
  'part-exceeds-whole': {
    what: 'A part is larger than its whole.',
    help: 'Correct the one that is wrong, or do not call it a part.',
  },
  'area-targets-do-not-sum': {
    what: 'The targets of the areas do not sum to the target.',
    help: 'Correct the one that is wrong, unless it is meant so.',
  },
  'households-disagree': {
    what: 'Two rates said to be of the same households imply different numbers of them.',
    help: 'Correct a rate or a count, or remove `same_base_as`.',
  },
  'total-disagrees': { what: 'A reported total is not the sum of its areas.', help: 'Correct the one that is wrong.' },
  'rate-disagrees': { what: 'A printed rate is not what its counts give.', help: 'Correct the one that is wrong.' },
  'movements-do-not-balance': {
    what: 'Movements do not lead from the number at the start to the number at the end.',
    help: 'Correct the figures, or state the difference as other movements with a note.',
  },
  'poor-change-disagrees': {
    what: 'A stated change in the number of poor is not that of its counts.',
    help: 'Correct the one that is wrong.',
  },
  'not-comparable': {
    what: 'Baseline and result are measured in different ways and are not subtracted.',
    help: 'Give both by the same standard, unit and method.',
  },
  'published-disagrees': {
    what: 'A published percentage is not what its figures give.',
    help: 'Check the target, the result and what was printed.',
  },

  missed: { what: 'A target was missed.', help: 'Compare the figure with its target; the message names both.' },
  behind: {
    what: 'A figure is behind what its phasing expects to date.',
    help: 'Compare the figure with what is expected by now; the message names both.',
  },
  'off-target': {
    what: 'The newest figure is on the wrong side of its target, whatever the pace.',
    help: 'Correct the figure if it is wrong.',
  },
  'not-reported': {
    what: 'The period is over and its figure has not been reported.',
    help: 'Add the figure to the results.',
  },
  'below-min': {
    what: 'A completion percentage is below the minimum of the policy.',
    help: 'Compare it with the minimum; the message names both.',
  },
  'no-longer-met': {
    what: 'A target that was met in the earlier report is not met any more.',
    help: 'Check which figure or target was changed since.',
  },
  'verdict-worse': {
    what: 'The verdict is worse than in the earlier report.',
    help: 'Check which figure or target was changed since.',
  },
  'achievement-fell': {
    what: 'The completion percentage of one and the same period fell since the earlier report.',
    help: 'Check which figure or target was changed since.',
  },
  revised: {
    what: 'The figure of one and the same period was revised for the worse since the earlier report.',
    help: 'Check the revision and its source.',
  },
  vanished: {
    what: 'An indicator of the earlier report is gone.',
    help: 'Put it back, or make a new report to compare with if it was meant to go.',
  },
}
