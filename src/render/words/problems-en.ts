import type { ExpectedPhrase, Reading } from '../../model/problem.ts'
import {
  brief,
  code,
  distinctReadings,
  listed,
  NUMBER_EXAMPLES,
  type ProblemDictionary,
  quoted,
  unmistakable,
} from '../problem/problem-words.ts'
import { tableProblemsEn } from './table-problems-en.ts'

const TARGET_KINDS = '`at_least`, `at_most`, `above`, `below`, `between`, `reduce_by`, `increase_by`'

const examples = (notation: Reading['notation'] | null) =>
  `${listed([...NUMBER_EXAMPLES[notation ?? 'plain']], 'or')}${notation === null ? '' : ` (${code(`numbers: ${notation}`)})`}`

export const problemsEn: ProblemDictionary = {
  'nothing-to-do/no-folder': ({ where }) => [
    `no file was named, and there is no folder ${code(where)} here`,
    'Name the files or folders to read: `pva report FILE…`.',
  ],
  'nothing-to-do/nothing-to-check': [
    'nothing is left to check: no indicator here has a target and a severity other than `off`',
    'Check other files, or let the policy look at some indicator: a gate that checks nothing passes everything.',
  ],
  'nothing-to-do/no-plan-of-period': ({ where }) => [
    `no plan here holds the reporting period ${code(where)}`,
    'Ask for a period that lies in a plan, or name other files.',
  ],
  'nothing-to-do/no-poverty-rate': [
    'no plan here has an indicator of `type: poverty-rate`',
    'Name other files, or use `pva report`.',
  ],
  'nothing-to-do/no-chain': ({ where }) => [
    `no plan here follows another: ${code(where)}`,
    'Name the files of both plans, and write in the later one which plan it follows: `follows: ha-nam-2017`.',
  ],
  'nothing-to-do/no-files': ({ where }) => [
    `${code(where)} holds no plan and no results`,
    'Put files there that begin with `kind: plan` or `kind: actuals`, or name other files.',
  ],
  'nothing-to-do/no-plan': ({ where }) => [
    `there is no plan in ${code(where)}`,
    'Name the file of the plan (`kind: plan`) as well.',
  ],
  'nothing-to-do/no-claims': ({ where }) => [
    `${code(where)} holds no claims`,
    'Name a file that begins with `kind: claims`, or a table (CSV, TSV) with a claim in each row.',
  ],
  'nothing-to-do/nothing-claimed': ({ where }) => [
    `nothing is claimed in ${code(where)}: a claim says what was printed about its figures`,
    'Add what was printed: `completion: 118%`, `change: -0.96%`, `verdict: met`, …',
  ],
  'unreadable/missing': ['this file does not exist', 'Check its name and folder.'],
  'unreadable/no-permission': [
    'permission denied',
    'Ask for read permission, or copy the file somewhere you can read it.',
  ],
  'unreadable/not-a-file': ['this is neither a file nor a folder', 'Name a file, a folder, or `-` for standard input.'],
  'unreadable/is-folder': [
    'this is a folder, where a table belongs',
    'Name the file of the table, or a pattern that matches the files in it.',
  ],
  'unreadable/not-regular': [
    'this is a pipe or a device, and a table is read more than once',
    'Save it as a file first.',
  ],
  'unreadable/not-packed': [
    'this file is not packed by gzip, whatever its name says',
    'Remove `.gz` from its name, or pack it with gzip.',
  ],
  'unreadable/broken-off': ['this packed file breaks off before its end', 'Fetch or pack it anew.'],
  'unreadable/damaged': [
    'this packed file is damaged: it does not unpack to what was packed',
    'Fetch or pack it anew.',
  ],
  'unreadable/no-match': ['no file matches this pattern', 'Check the pattern, and in which folder it is looked for.'],
  'unreadable/other': ({ detail }) => [
    `this file could not be read: ${detail}`,
    'Check that it opens in another program.',
  ],
  'too-large': ({ bytes, limit }, { number }) => [
    `this file has ${number(bytes)} bytes; at most ${number(limit)} are read`,
    'Split it into several files: they are read together.',
  ],
  'not-utf8': ({ byte }, { number }) => [
    `this file is not UTF-8 text: byte ${number(byte)} is not valid UTF-8`,
    'Save it as UTF-8. Text in TCVN3 (ABC), VNI or Windows-1258 has to be converted to Unicode first.',
  ],
  'empty-file': ['this file is empty', 'Begin it with `kind: plan` or `kind: actuals`, or remove it.'],
  'yaml-syntax/open-quote': ['the quote that opens here is not closed', 'Close it at the end of the text.'],
  'yaml-syntax/open-bracket': ({ detail }) => [
    `what opens here does not end with ${code(detail)}`,
    `Close it with ${code(detail)}, and write commas between its entries.`,
  ],
  'yaml-syntax/second-colon': [
    'what follows here reads as another key with its own colon',
    'Put text that holds a colon and a space in quotes; otherwise indent the next line like this one.',
  ],
  'yaml-syntax/no-colon': [
    'no colon follows the key here',
    'Write a colon and a space behind the key: `name: New jobs`.',
  ],
  'yaml-syntax/tab': ['a tab indents this line', 'Indent with spaces.'],
  'yaml-syntax/first-character': ({ detail }) => [`text may not begin with ${code(detail)}`, 'Put the text in quotes.'],
  'yaml-syntax/unknown-alias': ({ detail }, { written }) => [
    `${code(written(detail))} stands for something that is named nowhere above`,
    'Put text that begins with `*` in quotes.',
  ],
  'yaml-syntax/control-character': ({ detail }) => [
    `a control character stands here, ${detail}`,
    'Delete it: it cannot be seen, and is no part of any text.',
  ],
  'yaml-syntax/other': ({ detail }, { written }) => [
    `this is not YAML: ${written(detail)}`,
    'Look here and in the line above for a missing colon, quote or bracket, and indent with spaces, not tabs.',
  ],
  'yaml-refused/tag': ({ written: text }, { written }) => [
    `YAML tags are not read: ${written(text)}`,
    'Remove the tag: what a value is follows from its key.',
  ],
  'yaml-refused/merge-key': ({ written: text }, { written }) => [
    `YAML merge keys are not read: ${written(text)}`,
    'Write out the keys that it would bring in.',
  ],
  'too-deep': ({ limit }, { number }) => [
    `this is nested more than ${number(limit)} levels deep`,
    'Check brackets and indentation: no plan or result needs more than a few levels.',
  ],
  'too-many/plans': ({ limit }, { number }) => [
    `these results name more than ${number(limit)} plans`,
    'Name those that they are of; the others may have documents of their own.',
  ],
  'too-many/plans-in-a-row': ({ limit }, { number }) => [
    `more than ${number(limit)} plans follow one another up to here`,
    'Leave out `follows` here, or read fewer plans at once.',
  ],
  'too-many/lines': ({ limit }, { number }) => [
    `the plans read have more than ${number(limit)} lines, indicators times areas`,
    'Read fewer plans at once, or leave out areas or indicators.',
  ],
  'too-many/policies': [
    'a policy file holds one policy, and a second document begins here',
    'Write what is asked for into one document, without `---` between.',
  ],
  'not-a-report': ({ found, detail, expected }) => [
    found
      ? `this is ${code(found)}, which this version does not read`
      : `this is no report${detail ? `: ${detail}` : ''}`,
    `Give ${code('--against')} a file written by ${code('pva report --format json')} (${code(expected)}).`,
  ],
  'alias-bomb': ({ limit }, { number }) => [
    `YAML aliases repeat more than ${number(limit)} values here`,
    'Write the values out instead of repeating them with `*`.',
  ],
  'text-too-long': ({ length, limit }, { number }) => [
    `this text has ${number(length)} characters, and ${number(limit)} are the most`,
    'Shorten it, and name as a source where the rest can be read.',
  ],

  'unknown-key': ({ key, suggestion, allowed }, { written }) => [
    `there is no key ${code(written(key))} here`,
    suggestion !== null
      ? `Did you mean ${code(suggestion)}?`
      : allowed.length > 0
        ? `Write one of ${allowed.join(', ')}, or remove it.`
        : 'Remove it.',
  ],
  'missing-key': ({ key, of }, { written }) => [
    `${code(key)} is missing in ${HOLDERS.get(of) ?? written(of)}`,
    key === 'kind'
      ? 'Begin it with `kind: plan`, `kind: actuals` or `kind: claims`.'
      : `Add ${code(`${key}:`)} and its value.`,
  ],
  'duplicate-key': ({ key, first }, { written, place }) => [
    `${code(written(key))} is given twice, first at ${place(first)}`,
    'Keep one of the two.',
  ],
  'duplicate-id': ({ id, what, first }, { written, place }) => [
    `the ${what} ${code(written(id))} is already used, at ${place(first)}`,
    'Give one of the two another id, or remove it.',
  ],
  'bad-value': ({ written: text, expected, suggestion }, { written }) => {
    const { noun, advice, message } =
      typeof expected === 'string'
        ? { message: null, ...EXPECTED[expected] }
        : { noun: `one of ${brief(expected)}`, advice: `Write ${listed(expected.map(code), 'or')}.`, message: null }
    const instead =
      text === '' ? `${noun} belongs here` : `${STRUCTURES.get(text) ?? `"${written(text)}"`} is not ${noun}`
    return [message?.(written(text)) ?? instead, suggestion === null ? advice : `Did you mean ${code(suggestion)}?`]
  },
  'key-not-for-type': ({ key, type }) => [
    `an indicator of type ${code(type)} has no ${code(key)}`,
    `Remove ${code(key)}, or correct the ${code('type')}.`,
  ],

  ...tableProblemsEn,

  'ambiguous-number': ({ written: text, readings, table }, { number, written }) => {
    const shown = distinctReadings(readings, ['plain', 'vi', 'en']).map((reading) => number(reading.number))
    const choices = distinctReadings(readings, ['vi', 'plain', 'en'])
    const declare = choices.map(
      ({ notation, number: value }, index) =>
        `${notationStated(notation, index === 0, table)} to read it as ${number(value)}`,
    )
    const plain = choices.map((reading) => unmistakable(reading.number))
    return [
      shown.length > 1
        ? `${written(text)} is ${listed(shown, 'or')}`
        : `${written(text)} is ${shown.join()} only in the notation ${choices.map((choice) => code(choice.notation)).join()}`,
      `Add ${declare.join(', ')}, or write ${listed(plain, 'or')}.`,
    ]
  },
  'not-a-number/groups': ({ written: text, notation }, { written }) => [
    notation === null
      ? `${written(text)} is not a number: groups have three digits each`
      : `${written(text)} is not a number as ${code(`numbers: ${notation}`)} writes it`,
    `Write it like ${examples(notation)}${notation === null ? '' : `, or correct ${code('numbers:')}`}.`,
  ],
  'not-a-number/spaces': ({ written: text, notation }, { written }) => [
    `${written(text)} is not one number: a space stands inside`,
    `Write it without spaces, like ${examples(notation)}${notation === null ? `, or say ${code('numbers: si')}, which has spaces between thousands` : ''}.`,
  ],
  'not-a-number/exponent': ({ written: text, notation, table }, { written }) => [
    `${written(text)} has an exponent, which is not read`,
    `Write all of its digits, like ${examples(notation)}${table ? `, or say ${code('written-by: program')} under ${code('table:')}` : ''}.`,
  ],
  'not-a-number/leading-zero': ({ written: text }, { written }) => [
    `${written(text)} begins with a zero that does not count`,
    'Write it without that zero.',
  ],
  'not-a-number/too-long': ({ written: text }, { written }) => [
    `${written(text)} has more than 40 digits`,
    'Write at most 40 digits.',
  ],
  'not-a-number/digits': ({ written: text, notation }, { written }) => [
    `${written(text)} has digits other than 0 to 9`,
    `Write it with the digits 0 to 9, like ${examples(notation)}.`,
  ],
  'not-a-number/other': ({ written: text, notation, table }, { written }) => [
    text === '' ? 'a number belongs here' : `"${written(text)}" is not a number`,
    `Write a number like ${examples(notation)}${table ? `; where it says that nothing was reported, name it under ${code('missing:')}` : ''}.`,
  ],
  'not-a-number/words': ({ written: text, notation, table }, { written }) => [
    `"${written(text)}" is more than a number`,
    table
      ? `Write the number alone, like ${examples(notation)}, or with the unit that the plan states under ${code('unit:')}.`
      : `Write the number alone, like ${examples(notation)}; units belong under ${code('unit:')}, remarks under ${code('note:')}.`,
  ],
  'not-a-number/no-result': ({ written: text, notation }, { written }) => [
    `"${written(text)}" is neither a number nor the state of a task`,
    `Write a number like ${examples(notation)}; for a task ${code('done')}, ${code('in-progress')} or ${code('not-started')}; nothing where nothing is known.`,
  ],
  'not-a-number/printed': ({ written: text, notation }, { written }) => [
    `"${written(text)}" is no printed figure that can be read`,
    `Write a number like ${examples(notation)}, a range (${code('80-90')}), a bound (${code('<4')}, ${code('trên 4')}, ${code('over 4')}), or what it is about (${code('~4')}, ${code('khoảng 4')}).`,
  ],
  'comma-in-braces/number': ({ written: text }, { written }) => [
    `between braces or brackets a comma separates entries, so ${written(text)} is not one number`,
    `Put the number in quotes, ${code(quoted(written(text)))}, or on a line of its own without braces.`,
  ],
  'comma-in-braces/text': ({ written: text }, { written }) => [
    `between braces or brackets a comma separates entries, so ${written(text)} is not one text`,
    `Put the text in quotes, ${code(quoted(written(text)))}, or on a line of its own without braces.`,
  ],
  'percent-or-points': ({ written: text, number: plain }, { number, written }) => [
    `${written(text)} is ${number(plain)} percentage ${plain === '1' ? 'point' : 'points'}, or ${number(plain)} per cent of the baseline`,
    `Write ${code(`${withoutMark(written(text))} pp`)} for points; for per cent of the baseline work out how many points that is.`,
  ],
  'percent-or-ratio': ({ written: text, percent }, { written }) => [
    `${written(text)} could be ${written(text)}% or ${percent}%`,
    `Write ${code(`${percent}%`)} or ${code(`${written(text)}%`)}.`,
  ],
  'low-tolerance': ({ written: text, slack }, { number, written }) => [
    `with a tolerance of ${written(text)}, ${written(text)} of what is expected to date is still on track`,
    `If ${written(text)} of it may be missing, write ${code(`${slack}%`)}: ${number(slack)}% is then on track.`,
  ],
  'unit-mismatch': ({ written: text, found, expected }, { written }) => [
    `${written(text)} is in ${UNITS[found]}, where ${UNITS[expected]} ${expected === 'points' ? 'belong' : 'belongs'}`,
    expected === 'number'
      ? `Write ${code(withoutMark(written(text)))}, or correct the ${code('type')} of the indicator.`
      : `Write ${code(withoutMark(written(text)) + (expected === 'points' ? ' pp' : '%'))} if that is what it is, or correct the ${code('type')} of the indicator.`,
  ],
  'not-in-text': ({ key, written: text }, { written }) => [
    `${written(text)} does not stand in ${code('text')}, the sentence that ${code(key)} is taken from`,
    'Correct the one that was mistyped, or write down the whole of what was printed.',
  ],

  'bad-period': ({ written: text, lacksYear }, { written }) => [
    lacksYear
      ? `"${written(text)}" names no year`
      : text === ''
        ? 'expected a period'
        : `"${written(text)}" is not a period`,
    lacksYear
      ? `Say the year under ${code('table:')}, ${code('period: { year: 2018 }')}.`
      : 'Write a year 2018, half-year 2018-H1, quarter 2018-Q1, month 2018-03 or day 2018-03-31, or the first and last of a span: 2018-01/2018-09.',
  ],
  'bad-target/two-kinds': ({ written: text }, { written }) => [
    `this target says more than one thing: ${written(text)}`,
    `Keep one of ${TARGET_KINDS}.`,
  ],
  'bad-target/no-kind': [
    'this target does not say what is to be reached',
    `Write one of ${TARGET_KINDS}; for a task ${code('done')}, without a target ${code('none')}.`,
  ],
  'bad-target/not-above-zero': ({ written: text }, { written }) => [
    `a planned change must be above zero, not ${written(text)}`,
    `Write its size without a sign: ${code('reduce_by')} or ${code('increase_by')} says which way.`,
  ],
  'bad-target/range-order': ({ written: text }, { written }) => [
    `the first end of the range ${written(text)} is not below the second`,
    'Write the smaller number first.',
  ],
  'bad-target/range-ends': ({ written: text }, { written }) => [
    `a range has two ends: ${written(text)}`,
    `Write both, smaller first, like ${code('[80, 90]')}.`,
  ],
  'bad-target/task-needs-done': ({ written: text }, { written }) => [
    `a task has no number to reach: ${written(text)}`,
    `Write ${code('target: done')}, or give the indicator another ${code('type')}.`,
  ],
  'bad-target/done-needs-task': [
    `only a task can be ${code('done')}`,
    `Add ${code('type: task')}, or write a number as the target.`,
  ],
  'bad-target/per-year': [
    `${code('per: year')} goes only with a planned change, in a plan of whole years`,
    `Remove ${code('per: year')}: without it a change is meant over the whole period.`,
  ],
  'bad-target/direction-conflict': ({ written: text }, { written }) => [
    `${code(`direction: ${written(text)}`)} contradicts the target`,
    `Remove ${code('direction')}: the kind of target says which way is better.`,
  ],
  'direction-not-stated': ({ written: text, type }, { written }) => [
    `${written(text)} does not say whether more or less is better, and an indicator of type ${code(type)} can be either`,
    `Write ${code(`at_least: ${written(text)}`)} or ${code(`at_most: ${written(text)}`)} on a line below ${code('target:')}.`,
  ],
  'no-baseline': ({ indicator, needs }, { written }) => [
    needs === 'target'
      ? `the planned change of ${code(written(indicator))} has no baseline to be counted from`
      : `the formula of ${code(written(indicator))} needs a baseline`,
    `Add ${code('baseline:')} with its ${code('period:')} and ${code('value:')} (a poverty rate: ${code('rate:')}).`,
  ],
  'bad-phasing/sum': ({ found }, { number, written }) => [
    `the shares sum to ${written(number(found))}, not to 100%`,
    'Correct them to sum to 100%, or write running totals that end with 100%.',
  ],
  'bad-phasing/falls': ({ found }, { number, written }) => [
    `a running total cannot fall: ${written(number(found))}`,
    'Write at each period what is to be reached by its end.',
  ],
  'bad-phasing/last': ({ found }, { number, written }) => [
    `the last running total is ${written(number(found))}, not 100%`,
    `Let the period that ends with the plan have ${code('100%')}.`,
  ],
  'bad-phasing/end': ({ found }, { number, written }) => [
    `the last running total is that of ${written(number(found))}, which ends before the plan does`,
    `Let the period that ends with the plan have ${code('100%')}.`,
  ],
  'bad-phasing/outside': ({ found }, { number, written }) => [
    `${written(number(found))} is outside the plan's period`,
    "Keep to periods inside the plan's.",
  ],
  'bad-phasing/order': ({ found }, { number, written }) => [
    `${written(number(found))} does not end after the period above it`,
    'Write the periods in the order of time, the earliest first, without one inside another.',
  ],
  'bad-phasing/mixed': ({ found }, { number, written }) => [
    `${written(number(found))} overlaps the period above it, so that its share would count twice`,
    'Give each quarter or month one share, or write running totals that end with 100%.',
  ],
  'follows-no-earlier': ({ plan, period, follows, followsPeriod }, { written }) => [
    plan === follows
      ? `${code(written(plan))} follows itself`
      : `${code(written(plan))}, ${period}, begins before ${code(written(follows))}, ${followsPeriod}, is over`,
    `Name the plan of the time before, or remove ${code('follows:')}; until then nothing is compared with it.`,
  ],
  'target-behind-baseline': ({ indicator, target, baseline }, { number, written }) => [
    `the target of ${code(written(indicator))}, ${number(target)}, is worse than its baseline, ${number(baseline)}`,
    'Check both figures and the kind of target; if it is meant, leave it.',
  ],
  'parts-do-not-sum': ({ indicator, what, whole, parts }, { number, written }) => [
    `the ${what === 'targets' ? 'targets' : 'actuals'} of the parts of ${code(written(indicator))} sum to ${number(parts)}, but the whole is ${number(whole)}`,
    `Correct the figures, or remove ${code('exhaustive: true')} if these are not all of its parts.`,
  ],

  'unknown-plan': ({ plan, suggestion }, { written }) => [
    `no plan ${code(written(plan))} was read`,
    suggestion === null ? 'Name the file of that plan as well, or correct the id.' : didYouMean(suggestion),
  ],
  'unknown-indicator': ({ indicator, plan, suggestion }, { written }) => [
    `the plan ${code(written(plan))} has no indicator ${code(written(indicator))}`,
    suggestion === null ? 'Correct the id, or add the indicator to the plan.' : didYouMean(suggestion),
  ],
  'unknown-area': ({ area, plan, suggestion }, { written }) => [
    `the plan ${code(written(plan))} has no area ${code(written(area))}`,
    suggestion === null
      ? `Correct the id, or add the area to the plan under ${code('areas:')}.`
      : didYouMean(suggestion),
  ],
  'period-outside-plan': ({ period, plan, planPeriod }, { written }) => [
    `${written(period)} is not inside ${planPeriod}, the period of the plan ${code(written(plan))}`,
    'Correct the period, or name the plan that these figures answer.',
  ],
  'basis-not-stated': ({ period, planPeriod }) => [
    `${period} starts later than the plan, ${planPeriod}: the figure is for ${period} alone, or since the plan's start`,
    `Add ${code('basis: increment')} if it is for ${period} alone, ${code('basis: cumulative')} if it counts since the plan's start.`,
  ],
  'duplicate-observation': ({ indicator, area, period, first }, { written, place }) => [
    `${code(written(indicator))} has two figures for ${period}${area === null ? '' : ` in ${code(written(area))}`}, the first at ${place(first)}`,
    `Keep one, or say which is ${code('final')}, ${code('provisional')} or ${code('estimate')} with ${code('status:')}.`,
  ],
  'overlapping-periods/increments': ({ indicator, period, other, first }, { written, place }) => [
    `two figures of ${code(written(indicator))} overlap: ${period}, and ${other} at ${place(first)}`,
    `Keep one of them, or write ${code('basis: cumulative')} where a figure counts since the plan's start.`,
  ],
  'overlapping-periods/one-day': ({ indicator, period, other, first }, { written, place }) => [
    `two figures of ${code(written(indicator))} for one day differ: ${period}, and ${other} at ${place(first)}`,
    'Keep the one that is right: both say how many there are on the last day of their period.',
  ],
  'cumulative-disagrees': ({ indicator, stated, computed }, { number, written }) => [
    `the cumulative figure of ${code(written(indicator))} is ${number(stated)}, but its figures so far add up to ${number(computed)}`,
    `Correct the one that is wrong; until then ${number(stated)} counts.`,
  ],
  'falling-cumulative': ({ indicator, from, to, first }, { number, written, place }) => [
    `the cumulative figure of ${code(written(indicator))} falls from ${number(from)}, at ${place(first)}, to ${number(to)}`,
    `Correct the one that is wrong, or write ${code('basis: increment')} if it counts its own period alone.`,
  ],
  'part-exceeds-whole': ({ what, part, whole, partValue, wholeValue }, { number, written }) => [
    `${what === 'targets' ? 'the target of ' : ''}${code(written(part))} is ${number(partValue)}, more than ${code(written(whole))}, ${number(wholeValue)}, of which it is a part`,
    what === 'rate'
      ? `Correct the one that is wrong, or name others in ${code('rate_of:')}.`
      : `Correct the one that is wrong, or take ${code(written(part))} out of ${code('of_which:')}.`,
  ],
  'total-disagrees': ({ indicator, reported, sum }, { number, written }) => [
    `the total of ${code(written(indicator))} is ${number(reported)}, but its areas sum to ${number(sum)}`,
    `Correct the one that is wrong; until then ${number(reported)} counts.`,
  ],
  'area-targets-do-not-sum': ({ indicator, area, target, sum }, { number, written }) => [
    area === null
      ? `the areas' targets of ${code(written(indicator))} sum to ${number(sum)}, but the target is ${number(target)}`
      : `the targets of ${code(written(indicator))} in the areas of ${code(written(area))} sum to ${number(sum)}, but its own is ${number(target)}`,
    'Correct the one that is wrong. Where the areas were given more or less on purpose, leave it.',
  ],
  'households-disagree': (args, { number, written }) => {
    const span = (low: string, high: string) =>
      low === high ? number(low) : `between ${number(low)} and ${number(high)}`
    const { indicator, other, period } = args
    return [
      `${code(written(indicator))} is a rate of ${span(args.low, args.high)} households${period === null ? '' : ` in ${written(period)}`}, but ${code(written(other))} of ${span(args.otherLow, args.otherHigh)}`,
      'They are said to be of the same households: correct a rate or a count, or remove `same_base_as`.',
    ]
  },
  'rate-disagrees': ({ indicator, printed, computed, numerator, denominator }, { number, written }) => [
    `the rate of ${code(written(indicator))} is given as ${number(printed)}%, but ${number(numerator)} of ${number(denominator)} is ${number(computed)}%`,
    'Correct the one that is wrong; until then the counts decide.',
  ],
  'movements-do-not-balance': ({ indicator, start, end, expected, by }, { number, written }) => [
    `from ${number(start)} at the start, the movements of ${code(written(indicator))} lead to ${number(expected)}, but ${number(end)} is given at the end: ${number(by)} unexplained`,
    `Correct the figures, or put the difference, ${number(by)}, under ${code('other:')} with a ${code('note:')}.`,
  ],
  'poor-change-disagrees': ({ indicator, stated, computed }, { number, written }) => [
    `the change in the number of poor of ${code(written(indicator))} is given as ${number(stated)}, but its counts change by ${number(computed)}`,
    'Correct the one that is wrong; until then the counts decide.',
  ],
  'fraction-or-percent': ({ indicator, written: text, percent, asFraction, against, value }, { number, written }) => [
    `${written(text)} is read as ${number(`${percent}%`)}, but may be a fraction, ${number(`${asFraction}%`)}: the ${against} of ${code(written(indicator))} is ${number(`${value}%`)}, and no rate of this table is above 1`,
    `In a file of results, say ${code('fractions: true')} in ${code('table:')} if it means ${number(`${asFraction}%`)}, ${code('fractions: false')} if it means ${number(`${percent}%`)}; or write the sign, ${code(`${written(text)}%`)}.`,
  ],
  'not-comparable': ({ indicator, what, from, to }, { written }) => [
    `${MEASUREMENTS[what]} of ${code(written(indicator))} is ${written(from) || 'not stated'} in the plan and ${written(to) || 'not stated'} in the result: the two are not compared`,
    `Give both by the same ${code(`${what}:`)}, or state it where it is missing.`,
  ],
  'standard-not-stated': ({ indicator, side, standard }, { written }) => [
    `the ${side} of ${code(written(indicator))} names no standard, and the ${side === 'baseline' ? 'actual' : 'baseline'} is under ${written(standard)}: the two are not compared`,
    `State ${code('standard:')} in the ${side === 'baseline' ? 'baseline' : 'result'}.`,
  ],
  'published-disagrees': ({ indicator, published, computed }, { number, written }) => [
    `${percent(written(number(published)))} was published about ${code(written(indicator))}, but its figures give ${percent(number(computed))}`,
    'Check the target, the result and what was printed.',
  ],
}

/** At the top of a document, or on the command line. */
function notationStated(notation: string, first: boolean, table = false): string {
  if (table) return `${code(`--numbers ${notation}`)}${first ? ' to the command' : ''}`
  return `${code(`numbers: ${notation}`)}${first ? ' at the top' : ''}`
}

const didYouMean = (suggestion: string) => `Did you mean ${code(suggestion)}?`

const withoutMark = (text: string) =>
  text
    .trimEnd()
    .replace(/(?:%|pp|điểm %)$/, '')
    .trimEnd()

const percent = (text: string) => (text.endsWith('%') ? text : `${text}%`)

/** What a key is missing in. */
const HOLDERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    document: 'this document',
    plan: 'this plan',
    actuals: 'these results',
    claims: 'these claims',
    claim: 'this claim',
    result: 'this result',
    observation: 'this observation',
    indicator: 'this indicator',
    target: 'this target',
    baseline: 'this baseline',
    rate_of: 'this rate',
    revision: 'this revision',
    area: 'this area',
    section: 'this section',
    policy: 'this policy',
    source: 'this source',
    name: 'this name',
    table: 'this table',
    columns: 'the columns of this table',
    where: 'this condition',
    period: 'this period',
  }),
)

const UNITS = { number: 'a plain number', percent: 'per cent', points: 'percentage points' } as const

const MEASUREMENTS = { standard: 'the standard', measured: 'the unit', method: 'the method' } as const

/** What stands where it does not belong, when it is no text. */
const STRUCTURES: ReadonlyMap<string, string> = new Map(Object.entries({ '[…]': 'a list', '{…}': 'a map' }))

interface Expectation {
  readonly noun: string
  readonly advice: string
  /** Where "is not" and the noun would not say it. */
  readonly message?: (written: string) => string
}

const EXPECTED: Readonly<Record<ExpectedPhrase, Expectation>> = {
  text: { noun: 'text', advice: 'Write text, in quotes if need be.' },
  map: { noun: 'a map', advice: 'Write keys with their values, one a line, indented below.' },
  list: { noun: 'a list', advice: 'Write its items one a line, each behind a dash, or between brackets: `[a, b]`.' },
  'text-or-map': { noun: 'text or a map', advice: 'Write text, or keys with their values indented below.' },
  'number-or-map': { noun: 'a number or a map', advice: 'Write a number, or keys with their values indented below.' },
  id: {
    noun: 'an id',
    advice:
      'Write small letters a to z, digits, `-` and `_`, beginning with a letter or digit, 64 at most: `labour-export`.',
  },
  date: { noun: 'a date', advice: 'Write year, month and day: `2018-07-01`.' },
  url: { noun: 'a web address', advice: 'Write it in full, beginning with `https://` or `http://`.' },
  'whole-number-0-20': { noun: 'a whole number from 0 to 20', advice: 'Write a whole number from 0 to 20.' },
  'whole-number': { noun: 'a whole number', advice: 'Write a whole number, 0 or more.' },
  'yes-or-no': { noun: 'true or false', advice: 'Write `true` or `false`.' },
  'task-state': { noun: 'the state of a task', advice: 'Write `done`, `in-progress` or `not-started`.' },
  'not-negative': { noun: 'zero or more', advice: 'Write a number that is not below zero.' },
  'rate-0-100': { noun: 'a rate from 0 to 100', advice: 'Write a percentage from 0 to 100.' },
  'above-zero': { noun: 'above zero', advice: 'Write a number above zero.' },
  'rising-range': { noun: 'a range that rises', advice: 'Write its lower end first: `80-90`.' },
  number: { noun: 'a number', advice: 'Write one number, without a unit.' },
  percentage: { noun: 'a percentage', advice: 'Write it with its sign: `95%`.' },
  'at-most-households': {
    noun: 'at most the number of households',
    advice: 'Correct `poor:` or `households:`: the poor are some of all.',
    message: (written) => `${written} poor households are more than there are households`,
  },
  'area-outside': {
    noun: 'an area outside this one',
    advice: 'Write the id of the area that this one lies in.',
    message: (written) => `this area would lie inside itself: ${code(written)} is it, or lies in it`,
  },
  'section-of-plan': { noun: 'a section of this plan', advice: 'Add it under `sections:`, or remove it here.' },
  'id-but-whole': {
    noun: 'an id that an area may have',
    advice: 'Choose another id: in tables `whole` stands for all areas together.',
  },
  'area-of-plan': { noun: 'an area of this plan', advice: 'Add it under `areas:`, or remove it here.' },
  'countable-indicator': {
    noun: 'an indicator of type `count` or `stock` in this plan',
    advice: 'Add that indicator, with `target: none` if it has none.',
  },
  'poverty-rate-of-plan': {
    noun: 'another indicator of type `poverty-rate` in this plan',
    advice: 'Write the id of the poverty rate of the same households.',
  },
  name: { noun: 'a name', advice: 'Write text, or a map of `vi` and `en`.' },
}
