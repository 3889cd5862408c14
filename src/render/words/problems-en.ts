import type { ExpectedPhrase } from '../../model/problem.ts'
import {
  brief,
  code,
  distinctReadings,
  listed,
  NUMBER_EXAMPLES,
  type ProblemDictionary,
  type ProblemWords,
  unmistakable,
} from '../problem/problem-words.ts'
import { tableProblemsEn } from './table-problems-en.ts'

export const problemsEn: ProblemDictionary = {
  'nothing-to-do': ({ why, where }) =>
    ({
      'no-folder': {
        message: `no file was named, and there is no folder ${code(where)} here`,
        remedy: 'Name the files or folders to read: `pva report FILE…`.',
      },
      'nothing-to-check': {
        message: 'nothing is left to check: no indicator here has a target and a severity other than `off`',
        remedy:
          'Check other files, or let the policy look at some indicator: a gate that checks nothing passes everything.',
      },
      'no-plan-of-period': {
        message: `no plan here holds the reporting period ${code(where)}`,
        remedy: 'Ask for a period that lies in a plan, or name other files.',
      },
      'no-poverty-rate': {
        message: 'no plan here has an indicator of `type: poverty-rate`',
        remedy: 'Name other files, or use `pva report`.',
      },
      'no-chain': {
        message: `no plan here follows another: ${code(where)}`,
        remedy:
          'Name the files of both plans, and write in the later one which plan it follows: `follows: ha-nam-2017`.',
      },
      'no-files': {
        message: `${code(where)} holds no plan and no results`,
        remedy: 'Put files there that begin with `kind: plan` or `kind: actuals`, or name other files.',
      },
      'no-plan': {
        message: `there is no plan in ${code(where)}`,
        remedy: 'Name the file of the plan (`kind: plan`) as well.',
      },
      'no-claims': {
        message: `${code(where)} holds no claims`,
        remedy: 'Name a file that begins with `kind: claims`, or a table (CSV, TSV) with a claim in each row.',
      },
      'nothing-claimed': {
        message: `nothing is claimed in ${code(where)}: a claim says what was printed about its figures`,
        remedy: 'Add what was printed: `completion: 118%`, `change: -0.96%`, `verdict: met`, …',
      },
    })[why],
  unreadable: ({ why, detail }) =>
    ({
      missing: { message: 'this file does not exist', remedy: 'Check its name and folder.' },
      'no-permission': {
        message: 'this file may not be read',
        remedy: 'Ask for the permission to read it, or copy it to where you may.',
      },
      'not-a-file': {
        message: 'this is neither a file nor a folder',
        remedy: 'Name a file, a folder, or `-` for standard input.',
      },
      'is-folder': {
        message: 'this is a folder, where a table belongs',
        remedy: 'Name the file of the table, or a pattern that matches the files in it.',
      },
      'not-regular': {
        message: 'this is a pipe or a device, and a table is read more than once',
        remedy: 'Save it as a file first.',
      },
      'not-packed': {
        message: 'this file is not packed by gzip, whatever its name says',
        remedy: 'Remove `.gz` from its name, or pack it with gzip.',
      },
      'broken-off': {
        message: 'this packed file breaks off before its end',
        remedy: 'Fetch or pack it anew.',
      },
      damaged: {
        message: 'this packed file is damaged: it does not unpack to what was packed',
        remedy: 'Fetch or pack it anew.',
      },
      'no-match': {
        message: 'no file matches this pattern',
        remedy: 'Check the pattern, and in which folder it is looked for.',
      },
      other: {
        message: `this file could not be read: ${detail}`,
        remedy: 'Check that it opens in another program.',
      },
    })[why],
  'too-large': ({ bytes, limit }, { number }) => ({
    message: `this file has ${number(String(bytes))} bytes; at most ${number(String(limit))} are read`,
    remedy: 'Split it into several files: they are read together.',
  }),
  'not-utf8': ({ byte }, { number }) => ({
    message: `this file is not UTF-8 text: byte ${number(String(byte))} belongs to no character`,
    remedy: 'Save it as UTF-8. Text in TCVN3 (ABC), VNI or Windows-1258 has to be converted to Unicode first.',
  }),
  'empty-file': () => ({
    message: 'this file is empty',
    remedy: 'Begin it with `kind: plan` or `kind: actuals`, or remove it.',
  }),
  'yaml-syntax': ({ why, detail }, { written }) =>
    ({
      'open-quote': { message: 'the quote that opens here is not closed', remedy: 'Close it at the end of the text.' },
      'open-bracket': {
        message: `what opens here does not end with ${code(detail)}`,
        remedy: `Close it with ${code(detail)}, and write commas between its entries.`,
      },
      'second-colon': {
        message: 'what follows here reads as another key with its own colon',
        remedy: 'Put text that holds a colon and a space in quotes; otherwise indent the next line like this one.',
      },
      'no-colon': {
        message: 'no colon follows the key here',
        remedy: 'Write a colon and a space behind the key: `name: New jobs`.',
      },
      tab: { message: 'a tab indents this line', remedy: 'Indent with spaces.' },
      'first-character': {
        message: `text may not begin with ${code(detail)}`,
        remedy: 'Put the text in quotes.',
      },
      'unknown-alias': {
        message: `${code(written(detail))} stands for something that is named nowhere above`,
        remedy: 'Put text that begins with `*` in quotes.',
      },
      'control-character': {
        message: `a control character stands here, ${detail}`,
        remedy: 'Delete it: it cannot be seen, and is no part of any text.',
      },
      other: {
        message: `this is not YAML: ${written(detail)}`,
        remedy:
          'Look here and in the line above for a missing colon, quote or bracket, and indent with spaces, not tabs.',
      },
    })[why],
  'yaml-refused': ({ what, written: text }, { written }) =>
    what === 'tag'
      ? {
          message: `YAML tags are not read: ${written(text)}`,
          remedy: 'Remove the tag: what a value is follows from its key.',
        }
      : {
          message: `YAML merge keys are not read: ${written(text)}`,
          remedy: 'Write out the keys that it would bring in.',
        },
  'too-deep': ({ limit }, { number }) => ({
    message: `this is nested more than ${number(String(limit))} levels deep`,
    remedy: 'Check brackets and indentation: no plan or result needs more than a few levels.',
  }),
  'too-many': ({ what, limit }, { number }) =>
    ({
      plans: {
        message: `these results answer more than ${number(String(limit))} plans`,
        remedy: 'Name those that they are of; the others may have documents of their own.',
      },
      'plans-in-a-row': {
        message: `more than ${number(String(limit))} plans follow one another up to here`,
        remedy: 'Leave out `follows` here, or read fewer plans at once.',
      },
      lines: {
        message: `the plans read have more than ${number(String(limit))} lines, indicators times areas`,
        remedy: 'Read fewer plans at once, or leave out areas or indicators.',
      },
      policies: {
        message: 'a policy file holds one policy, and a second document begins here',
        remedy: 'Write what is asked for into one document, without `---` between.',
      },
    })[what],
  'not-a-report': ({ found, detail, expected }) => ({
    message: found
      ? `this is ${code(found)}, which this version does not read`
      : `this is no report${detail ? `: ${detail}` : ''}`,
    remedy: `Give ${code('--against')} a file written by ${code('pva report --format json')} (${code(expected)}).`,
  }),
  'alias-bomb': ({ limit }, { number }) => ({
    message: `YAML aliases repeat more than ${number(String(limit))} values here`,
    remedy: 'Write the values out instead of repeating them with `*`.',
  }),

  'unknown-key': ({ key, suggestion, allowed, table }, { written }) => ({
    message: table
      ? key.trim() === ''
        ? 'this column has no name'
        : `no column is called ${code(written(key))}`
      : `there is no key ${code(written(key))} here`,
    remedy:
      suggestion !== null
        ? `Did you mean ${code(suggestion)}?`
        : allowed.length > 0
          ? `${table ? 'Name it' : 'Write'} one of ${allowed.join(', ')}, or remove it.`
          : 'Remove it.',
  }),
  'missing-key': ({ key, of }, { written }) => ({
    message: `${code(key)} is missing in ${HOLDERS[of] ?? written(of)}`,
    remedy:
      key === 'kind'
        ? 'Begin it with `kind: plan`, `kind: actuals` or `kind: claims`.'
        : `Add ${code(`${key}:`)} and its value.`,
  }),
  'duplicate-key': ({ key, first }, { written, place }) => ({
    message: `${code(written(key))} is given twice, first at ${place(first)}`,
    remedy: 'Keep one of the two.',
  }),
  'duplicate-id': ({ id, what, first }, { written, place }) => ({
    message: `the ${what} ${code(written(id))} is there already, at ${place(first)}`,
    remedy: 'Give one of the two another id, or remove it.',
  }),
  'bad-value': ({ written: text, expected, suggestion }, { written }) => {
    const { noun, advice, message } =
      typeof expected === 'string'
        ? { message: null, ...EXPECTED[expected] }
        : { noun: `one of ${brief(expected)}`, advice: `Write ${listed(expected.map(code), 'or')}.`, message: null }
    const instead = text === '' ? `${noun} belongs here` : `${STRUCTURES[text] ?? `"${written(text)}"`} is not ${noun}`
    return {
      message: message?.(written(text)) ?? instead,
      remedy: suggestion === null ? advice : `Did you mean ${code(suggestion)}?`,
    }
  },
  'key-not-for-type': ({ key, type }) => ({
    message: `an indicator of type ${code(type)} has no ${code(key)}`,
    remedy: `Remove ${code(key)}, or correct the ${code('type')}.`,
  }),

  ...tableProblemsEn,

  'ambiguous-number': ({ written: text, readings, table }, { number, written }) => {
    const shown = distinctReadings(readings, ['plain', 'vi', 'en']).map((reading) => number(reading.number))
    const choices = distinctReadings(readings, ['vi', 'plain', 'en'])
    const declare = choices.map(
      ({ notation, number: value }, index) =>
        `${notationStated(notation, index === 0, table)} to read it as ${number(value)}`,
    )
    const plain = choices.map((reading) => unmistakable(reading.number))
    return {
      message:
        shown.length > 1
          ? `${written(text)} is ${listed(shown, 'or')}`
          : `${written(text)} is ${shown.join()} only in the notation ${choices.map((choice) => code(choice.notation)).join()}`,
      remedy: `Add ${declare.join(', ')}, or write ${listed(plain, 'or')}.`,
    }
  },
  'not-a-number': ({ written: text, notation, why }, { written }) => {
    const examples = `${listed([...NUMBER_EXAMPLES[notation ?? 'plain']], 'or')}${notation === null ? '' : ` (${code(`numbers: ${notation}`)})`}`
    const words: Record<typeof why, ProblemWords> = {
      groups: {
        message:
          notation === null
            ? `${written(text)} is not a number: groups have three digits each`
            : `${written(text)} is not a number as ${code(`numbers: ${notation}`)} writes it`,
        remedy: `Write it like ${examples}${notation === null ? '' : `, or correct ${code('numbers:')}`}.`,
      },
      spaces: {
        message: `${written(text)} is not one number: a space stands inside`,
        remedy: `Write it without spaces, like ${examples}.`,
      },
      exponent: {
        message: `${written(text)} has an exponent, which is not read`,
        remedy: `Write all of its digits, like ${examples}.`,
      },
      'leading-zero': {
        message: `${written(text)} begins with a zero that does not count`,
        remedy: 'Write it without that zero.',
      },
      'too-long': {
        message: `${written(text)} has more than 40 digits`,
        remedy: 'Write at most 40 digits.',
      },
      'table-digits': {
        message: `${written(text)} has more than 18 digits, or more than 6 decimals`,
        remedy: 'Write it with fewer: in tables numbers are added up with 18 digits, 6 of them decimals.',
      },
      digits: {
        message: `${written(text)} has digits other than 0 to 9`,
        remedy: `Write it with the digits 0 to 9, like ${examples}.`,
      },
      other: {
        message: text === '' ? 'a number belongs here' : `"${written(text)}" is not a number`,
        remedy: `Write a number like ${examples}.`,
      },
      words: {
        message: `"${written(text)}" is more than a number`,
        remedy: `Write the number alone, like ${examples}; units belong under ${code('unit:')}, remarks under ${code('note:')}.`,
      },
      'no-result': {
        message: `"${written(text)}" is neither a number nor the state of a task`,
        remedy: `Write a number like ${examples}; for a task ${code('done')}, ${code('in-progress')} or ${code('not-started')}; nothing where nothing is known.`,
      },
      printed: {
        message: `"${written(text)}" is no printed figure that can be read`,
        remedy: `Write a number like ${examples}, a range (${code('80-90')}), a bound (${code('<4')}, ${code('trên 4')}, ${code('over 4')}), or what it is about (${code('~4')}, ${code('khoảng 4')}).`,
      },
    }
    return words[why]
  },
  'comma-in-braces': ({ written: text }, { written }) => ({
    message: `between braces or brackets a comma separates entries, so ${written(text)} is not one number`,
    remedy: `Put the number in quotes, ${code(`"${written(text)}"`)}, or on a line of its own without braces.`,
  }),
  'percent-or-points': ({ written: text, number: plain }, { number, written }) => ({
    message: `${written(text)} is ${number(plain)} percentage ${plain === '1' ? 'point' : 'points'}, or ${number(plain)} per cent of the baseline`,
    remedy: `Write ${code(`${withoutMark(written(text))} pp`)} for points; for per cent of the baseline work out how many points that is.`,
  }),
  'percent-or-ratio': ({ written: text, percent }, { written }) => ({
    message: `${written(text)} could be ${written(text)}% or ${percent}%`,
    remedy: `Write ${code(`${percent}%`)} or ${code(`${written(text)}%`)}.`,
  }),
  'low-tolerance': ({ written: text, slack }, { number, written }) => ({
    message: `with a tolerance of ${written(text)}, ${written(text)} of what is expected to date is still on track`,
    remedy: `If ${written(text)} of it may be missing, write ${code(`${slack}%`)}: ${number(slack)}% is then on track.`,
  }),
  'unit-mismatch': ({ written: text, found, expected }, { written }) => ({
    message: `${written(text)} is in ${UNITS[found]}, where ${UNITS[expected]} ${expected === 'points' ? 'belong' : 'belongs'}`,
    remedy:
      expected === 'number'
        ? `Write ${code(withoutMark(written(text)))}, or correct the ${code('type')} of the indicator.`
        : `Write ${code(withoutMark(written(text)) + (expected === 'points' ? ' pp' : '%'))} if that is what it is, or correct the ${code('type')} of the indicator.`,
  }),

  'bad-period': ({ written: text }, { written }) => ({
    message: text === '' ? 'a period belongs here' : `"${written(text)}" is not a period`,
    remedy:
      'Write a year 2018, half-year 2018-H1, quarter 2018-Q1, month 2018-03 or day 2018-03-31, or the first and last of a span: 2018-01/2018-09.',
  }),
  'bad-target': ({ why, written: text }, { written }) =>
    ({
      'two-kinds': {
        message: `this target says more than one thing: ${written(text)}`,
        remedy: `Keep one of ${TARGET_KINDS}.`,
      },
      'no-kind': {
        message: 'this target does not say what is to be reached',
        remedy: `Write one of ${TARGET_KINDS}; for a task ${code('done')}, without a target ${code('none')}.`,
      },
      'not-above-zero': {
        message: `a planned change must be above zero, not ${written(text)}`,
        remedy: `Write its size without a sign: ${code('reduce_by')} or ${code('increase_by')} says which way.`,
      },
      'range-order': {
        message: `the first end of the range ${written(text)} is not below the second`,
        remedy: 'Write the smaller number first.',
      },
      'range-ends': {
        message: `a range has two ends: ${written(text)}`,
        remedy: `Write both, smaller first, like ${code('[80, 90]')}.`,
      },
      'task-needs-done': {
        message: `a task has no number to reach: ${written(text)}`,
        remedy: `Write ${code('target: done')}, or give the indicator another ${code('type')}.`,
      },
      'done-needs-task': {
        message: `only a task can be ${code('done')}`,
        remedy: `Add ${code('type: task')}, or write a number as the target.`,
      },
      'per-year': {
        message: `${code('per: year')} goes only with a planned change, in a plan of whole years`,
        remedy: `Remove ${code('per: year')}: without it a change is meant over the whole period.`,
      },
      'direction-conflict': {
        message: `${code(`direction: ${written(text)}`)} contradicts the target`,
        remedy: `Remove ${code('direction')}: the kind of target says which way is better.`,
      },
    })[why],
  'direction-not-stated': ({ written: text, type }, { written }) => ({
    message: `${written(text)} does not say whether more or less is better, and an indicator of type ${code(type)} can be either`,
    remedy: `Write ${code(`at_least: ${written(text)}`)} or ${code(`at_most: ${written(text)}`)} on a line below ${code('target:')}.`,
  }),
  'no-baseline': ({ indicator, needs }, { written }) => ({
    message:
      needs === 'target'
        ? `the planned change of ${code(written(indicator))} has no baseline to be counted from`
        : `the formula of ${code(written(indicator))} needs a baseline`,
    remedy: `Add ${code('baseline:')} with its ${code('period:')} and ${code('value:')} (a poverty rate: ${code('rate:')}).`,
  }),
  'bad-phasing': ({ why, found }, { number, written }) => {
    const text = written(number(found))
    const words: Record<typeof why, ProblemWords> = {
      sum: {
        message: `the shares sum to ${text}, not to 100%`,
        remedy: 'Correct them to sum to 100%, or write running totals that end with 100%.',
      },
      falls: {
        message: `a running total cannot fall: ${text}`,
        remedy: 'Write at each period what is to be reached by its end.',
      },
      last: {
        message: `the last running total is ${text}, not 100%`,
        remedy: `Let the period that ends with the plan have ${code('100%')}.`,
      },
      end: {
        message: `the last running total is that of ${text}, which ends before the plan does`,
        remedy: `Let the period that ends with the plan have ${code('100%')}.`,
      },
      outside: {
        message: `${text} is outside the plan's period`,
        remedy: "Keep to periods inside the plan's.",
      },
      order: {
        message: `${text} does not end after the period above it`,
        remedy: 'Write the periods in the order of time, the earliest first, without one inside another.',
      },
      mixed: {
        message: `${text} overlaps the period above it, so that its share would count twice`,
        remedy: 'Give each quarter or month one share, or write running totals that end with 100%.',
      },
    }
    return words[why]
  },
  'follows-no-earlier': ({ plan, period, follows, followsPeriod }, { written }) => ({
    message:
      plan === follows
        ? `${code(written(plan))} follows itself`
        : `${code(written(plan))}, ${period}, begins before ${code(written(follows))}, ${followsPeriod}, is over`,
    remedy: `Name the plan of the time before, or remove ${code('follows:')}; until then nothing is compared with it.`,
  }),
  'target-behind-baseline': ({ indicator, target, baseline }, { number, written }) => ({
    message: `the target of ${code(written(indicator))}, ${number(target)}, is worse than its baseline, ${number(baseline)}`,
    remedy: 'Check both figures and the kind of target; if it is meant, leave it.',
  }),
  'parts-do-not-sum': ({ indicator, what, whole, parts }, { number, written }) => ({
    message: `the ${what === 'targets' ? 'targets' : 'actuals'} of the parts of ${code(written(indicator))} sum to ${number(parts)}, but the whole is ${number(whole)}`,
    remedy: `Correct the figures, or remove ${code('exhaustive: true')} if these are not all of its parts.`,
  }),

  'unknown-plan': ({ plan, suggestion }, { written }) => ({
    message: `no plan ${code(written(plan))} was read`,
    remedy: suggestion === null ? 'Name the file of that plan as well, or correct the id.' : didYouMean(suggestion),
  }),
  'unknown-indicator': ({ indicator, plan, suggestion }, { written }) => ({
    message: `the plan ${code(written(plan))} has no indicator ${code(written(indicator))}`,
    remedy: suggestion === null ? 'Correct the id, or add the indicator to the plan.' : didYouMean(suggestion),
  }),
  'unknown-area': ({ area, plan, suggestion }, { written }) => ({
    message: `the plan ${code(written(plan))} has no area ${code(written(area))}`,
    remedy:
      suggestion === null
        ? `Correct the id, or add the area to the plan under ${code('areas:')}.`
        : didYouMean(suggestion),
  }),
  'period-outside-plan': ({ period, plan, planPeriod }, { written }) => ({
    message: `${written(period)} is not inside ${planPeriod}, the period of the plan ${code(written(plan))}`,
    remedy: 'Correct the period, or name the plan that these figures answer.',
  }),
  'basis-not-stated': ({ period, planPeriod }) => ({
    message: `${period} starts later than the plan, ${planPeriod}: the figure is for ${period} alone, or since the plan's start`,
    remedy: `Add ${code('basis: increment')} if it is for ${period} alone, ${code('basis: cumulative')} if it counts since the plan's start.`,
  }),
  'duplicate-observation': ({ indicator, area, period, first }, { written, place }) => ({
    message: `${code(written(indicator))} has two figures for ${period}${area === null ? '' : ` in ${code(written(area))}`}, the first at ${place(first)}`,
    remedy: `Keep one, or say which is ${code('final')}, ${code('provisional')} or ${code('estimate')} with ${code('status:')}.`,
  }),
  'overlapping-periods': ({ indicator, what, period, other, first }, { written, place }) =>
    what === 'increments'
      ? {
          message: `two figures of ${code(written(indicator))} overlap: ${period}, and ${other} at ${place(first)}`,
          remedy: `Keep one of them, or write ${code('basis: cumulative')} where a figure counts since the plan's start.`,
        }
      : {
          message: `two figures of ${code(written(indicator))} for one day differ: ${period}, and ${other} at ${place(first)}`,
          remedy: 'Keep the one that is right: both say how many there are on the last day of their period.',
        },
  'cumulative-disagrees': ({ indicator, stated, computed }, { number, written }) => ({
    message: `the cumulative figure of ${code(written(indicator))} is ${number(stated)}, but its figures so far add up to ${number(computed)}`,
    remedy: `Correct the one that is wrong; until then ${number(stated)} counts.`,
  }),
  'falling-cumulative': ({ indicator, from, to, first }, { number, written, place }) => ({
    message: `the cumulative figure of ${code(written(indicator))} falls from ${number(from)}, at ${place(first)}, to ${number(to)}`,
    remedy: `Correct the one that is wrong, or write ${code('basis: increment')} if it counts its own period alone.`,
  }),
  'part-exceeds-whole': ({ part, whole, partValue, wholeValue }, { number, written }) => ({
    message: `${code(written(part))} is ${number(partValue)}, more than ${code(written(whole))}, ${number(wholeValue)}, of which it is a part`,
    remedy: `Correct the one that is wrong, or take ${code(written(part))} out of ${code('of_which:')}.`,
  }),
  'total-disagrees': ({ indicator, reported, sum }, { number, written }) => ({
    message: `the total of ${code(written(indicator))} is ${number(reported)}, but its areas sum to ${number(sum)}`,
    remedy: `Correct the one that is wrong; until then ${number(reported)} counts.`,
  }),
  'area-targets-do-not-sum': ({ indicator, area, target, sum }, { number, written }) => ({
    message:
      area === null
        ? `the areas' targets of ${code(written(indicator))} sum to ${number(sum)}, but the target is ${number(target)}`
        : `the targets of ${code(written(indicator))} in the areas of ${code(written(area))} sum to ${number(sum)}, but its own is ${number(target)}`,
    remedy: 'Correct the one that is wrong. Where the areas were given more or less on purpose, leave it.',
  }),
  'households-disagree': (args, { number, written }) => {
    const span = (low: string, high: string) =>
      low === high ? number(low) : `between ${number(low)} and ${number(high)}`
    const { indicator, other, period } = args
    return {
      message: `${code(written(indicator))} is a rate of ${span(args.low, args.high)} households${period === null ? '' : ` in ${written(period)}`}, but ${code(written(other))} of ${span(args.otherLow, args.otherHigh)}`,
      remedy: 'They are said to be of the same households: correct a rate or a count, or remove `same_base_as`.',
    }
  },
  'rate-disagrees': ({ indicator, printed, computed, numerator, denominator }, { number, written }) => ({
    message: `the rate of ${code(written(indicator))} is given as ${number(printed)}%, but ${number(numerator)} of ${number(denominator)} is ${number(computed)}%`,
    remedy: 'Correct the one that is wrong; until then the counts decide.',
  }),
  'movements-do-not-balance': ({ indicator, start, end, expected, by }, { number, written }) => ({
    message: `from ${number(start)} at the start, the movements of ${code(written(indicator))} lead to ${number(expected)}, but ${number(end)} is given at the end: ${number(by)} unexplained`,
    remedy: `Correct the figures, or put the difference, ${number(by)}, under ${code('other:')} with a ${code('note:')}.`,
  }),
  'poor-change-disagrees': ({ indicator, stated, computed }, { number, written }) => ({
    message: `the change in the number of poor of ${code(written(indicator))} is given as ${number(stated)}, but its counts change by ${number(computed)}`,
    remedy: 'Correct the one that is wrong; until then the counts decide.',
  }),
  'not-comparable': ({ indicator, what, from, to }, { written }) => ({
    message: `${MEASUREMENTS[what]} of ${code(written(indicator))} is ${written(from) || 'not stated'} in the plan and ${written(to) || 'not stated'} in the result: the two are not compared`,
    remedy: `Give both by the same ${code(`${what}:`)}, or state it where it is missing.`,
  }),
  'published-disagrees': ({ indicator, published, computed }, { number, written }) => ({
    message: `${percent(written(number(published)))} was published about ${code(written(indicator))}, but its figures give ${percent(number(computed))}`,
    remedy: 'Check the target, the result and what was printed.',
  }),
}

/** At the top of a document, or on the command line. */
function notationStated(notation: string, first: boolean, table = false): string {
  if (table) return `${code(`--numbers ${notation}`)}${first ? ' to the command' : ''}`
  return `${code(`numbers: ${notation}`)}${first ? ' at the top' : ''}`
}

const didYouMean = (suggestion: string) => `Did you mean ${code(suggestion)}?`

const withoutMark = (text: string) => text.replace(/\s*(%|pp|điểm %)\s*$/, '')

const percent = (text: string) => (text.endsWith('%') ? text : `${text}%`)

const TARGET_KINDS = '`at_least`, `at_most`, `above`, `below`, `between`, `reduce_by`, `increase_by`'

/** What a key is missing in. */
const HOLDERS: Readonly<Record<string, string>> = {
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
}

const UNITS = { number: 'a plain number', percent: 'per cent', points: 'percentage points' } as const

const MEASUREMENTS = { standard: 'the standard', measured: 'the unit', method: 'the method' } as const

/** What stands where it does not belong, when it is no text. */
const STRUCTURES: Readonly<Record<string, string>> = { '[…]': 'a list', '{…}': 'a map' }

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
