import type { Notation } from '../../../model/notation.ts'
import type { ColumnApart, ExpectedPhrase } from '../../../model/problem.ts'
import type { Suggestion } from '../../../model/suggestion.ts'
import {
  boundTarget,
  brief,
  code,
  distinctReadings,
  listed,
  lowerFirst,
  numberExamples,
  type ProblemDictionary,
  quoted,
  type Speaker,
  takenAs,
  unmistakable,
} from '../../problem/problem-words.ts'
import { tableProblemsEn } from './table-problems-en.ts'

const TARGET_KINDS = '`at_least`, `at_most`, `above`, `below`, `between`, `reduce_by`, `increase_by`'

const examples = (notation: Notation | null) =>
  `${listed(numberExamples(notation), 'or')}${notation === null ? '' : ` (${code(`numbers: ${notation}`)})`}`

/** Where a number is one as another file would write it. */
const orNotation = (fits: Notation | null | undefined) =>
  fits ? `, or state ${code(`numbers: ${fits}`)} if all numbers are written like that` : ''

export const problemsEn: ProblemDictionary = {
  'nothing-to-do/no-folder': ({ where }) => [
    `no files were named, and there is no folder ${code(where)} here`,
    'Name the files or folders to read: `pva report FILE…`. To begin, `pva init` writes a plan; `pva --help` lists the commands.',
  ],
  'nothing-to-do/nothing-to-check': [
    'nothing to check: no indicator has a target and a severity other than `off`',
    'Check other files, or let the policy cover at least one indicator: otherwise the check would always pass.',
  ],
  'nothing-to-do/no-plan-of-period': ({ where }) => [
    `no plan covers the reporting period ${code(where)}`,
    'Choose a period inside a plan, or name other files.',
  ],
  'nothing-to-do/no-poverty-rate': [
    'nothing to report: no indicator is of `type: poverty-rate`',
    'Name other files or indicators, or use `pva report`.',
  ],
  'nothing-to-do/no-chain': ({ where }) => [
    `no plan follows another: ${code(where)}`,
    'Name the files of both plans, and add the id of the earlier plan to the later one: `follows: ha-nam-2017`.',
  ],
  'nothing-to-do/no-files': ({ where }) => [
    `${code(where)} contains no plan and no results`,
    'Add files that begin with `kind: plan` or `kind: actuals`, or name other files.',
  ],
  'nothing-to-do/no-plan': ({ where }) => [
    `no plan in ${code(where)}`,
    'Name the file of the plan (`kind: plan`) as well.',
  ],
  'nothing-to-do/no-claims': ({ where }) => [
    `no claims in ${code(where)}`,
    'Name a file that begins with `kind: claims`, or a table (CSV, TSV) with one claim per row.',
  ],
  'nothing-to-do/nothing-claimed': ({ where }) => [
    `the claims in ${code(where)} state no published figure to check`,
    'Add what was published: `completion: 118%`, `change: -0.96%`, `verdict: met`, …',
  ],
  'nothing-to-do/no-statements': ({ where }) => [
    `nothing was read in ${code(where)} that holds a figure against a plan or an earlier figure`,
    'Look at its figures with `--unread`, or turn the sentences into claims by hand.',
  ],
  'nothing-to-do/no-draft': ({ where }) => [
    `${code(where)} is not a text or table that a draft can be read from`,
    'Name an article or report, .txt, .md, .html or .docx; or a table, .xlsx or .csv.',
  ],
  'nothing-to-do/no-head': ({ where }) => [
    `no sheet of ${code(where)} with at most 5,000 rows names columns of indicators and their figures`,
    'Rename the columns, for example `Indicator`, `Unit`, `Target`, `Actual`, or write the plan by hand: `pva init`.',
  ],
  'unreadable/missing': ['this file does not exist', 'Check its name and folder.'],
  'unreadable/no-permission': [
    'permission denied',
    'Ask for read permission, or copy the file somewhere you can read it.',
  ],
  'unreadable/not-a-file': ['this is neither a file nor a folder', 'Name a file, a folder, or `-` for standard input.'],
  'unreadable/is-folder': [
    'expected a table, found a folder',
    'Name the file of the table, or a pattern that matches its files.',
  ],
  'unreadable/not-regular': [
    'this is a pipe or a device; a table has to be a file, because it is read more than once',
    'Save it to a file first.',
  ],
  'unreadable/not-packed': [
    'this is not a gzip file, despite its name',
    'Remove `.gz` from its name, or compress it with gzip.',
  ],
  'unreadable/broken-off': ['this gzip file is incomplete', 'Download or compress it again.'],
  'unreadable/damaged': ['this gzip file is damaged: its checksum does not match', 'Download or compress it again.'],
  'unreadable/no-match': ['no file matches this pattern', 'Check the pattern and its folder.'],
  'unreadable/other': ({ detail }) => [
    `cannot read this file: ${detail}`,
    'Check whether another program can open it.',
  ],
  'too-large': ({ bytes, limit }, { number }) => [
    `this file has ${number(bytes)} bytes; the limit is ${number(limit)}`,
    'Split it into several files: they are read together.',
  ],
  'not-utf8': ({ byte }, { number }) => [
    `this file is not UTF-8 text: byte ${number(byte)} is not valid UTF-8`,
    `Save it as UTF-8, or for a table name its encoding, ${code('encoding: windows-1258')} or another. Convert text in TCVN3 (ABC) or VNI to Unicode first.`,
  ],
  'bad-document/not-a-zip': [
    'this is not a Word document (.docx), despite its name',
    'Open it and save it as .docx or as text.',
  ],
  'bad-document/encrypted': ['this Word document is encrypted', 'Save it without a password.'],
  'bad-document/too-large': [
    'this Word document unpacks to more than 32 MiB, or holds more than 2 MiB of text',
    'Save its text alone, as .txt.',
  ],
  'bad-document/broken': ['this Word document is damaged', 'Open it and save it again as .docx or as text.'],
  'left-open': ({ key }) => [
    `${code(key)} is still open: ${code('?')} stands where a person has to decide`,
    'Write what is meant, as the comment there asks.',
  ],
  'empty-file': ['this file is empty', 'Begin it with `kind: plan` or `kind: actuals`, or remove it.'],
  'yaml-syntax/open-quote': ['this quote is never closed', 'Close it at the end of the text.'],
  'yaml-syntax/open-bracket': ({ detail }) => [
    `missing ${code(detail)} for the bracket opened here`,
    `Add ${code(detail)} at the end, and commas between the entries.`,
  ],
  'yaml-syntax/second-colon': [
    'a second key with a colon follows on this line',
    'Quote text that contains a colon and a space; otherwise start a new line, indented like this one.',
  ],
  'yaml-syntax/no-colon': ['this key has no colon', 'Write a colon and a space after the key: `name: New jobs`.'],
  'yaml-syntax/tab': ['this line is indented with a tab', 'Indent with spaces.'],
  'yaml-syntax/first-character': ({ detail }) => [`text cannot begin with ${code(detail)}`, 'Quote the text.'],
  'yaml-syntax/unknown-alias': ({ detail }, { written }) => [
    `unknown alias ${code(written(detail))}`,
    'Quote text that begins with `*`.',
  ],
  'yaml-syntax/control-character': ({ detail }) => [`control character ${detail}`, 'Delete it; it is invisible.'],
  'yaml-syntax/other': ({ detail }, { written }) => [
    `invalid YAML: ${written(detail)}`,
    'Look in this line and the one above for a missing colon, quote or bracket, and indent with spaces, not tabs.',
  ],
  'yaml-refused/tag': ({ written: text }, { written }) => [
    `YAML tags are not supported: ${written(text)}`,
    'Remove the tag; the key determines the type of its value.',
  ],
  'yaml-refused/merge-key': ({ written: text }, { written }) => [
    `YAML merge keys are not supported: ${written(text)}`,
    'Write out the keys that it would merge.',
  ],
  'too-deep': ({ limit }, { number }) => [
    `nested more than ${number(limit)} levels deep`,
    'Check the brackets and indentation: plans and results need only a few levels.',
  ],
  'too-many/plans': ({ limit }, { number }) => [
    `these results name more than ${number(limit)} plans`,
    'Name only the plans these results are for; put others into documents of their own.',
  ],
  'too-many/plans-in-a-row': ({ limit }, { number }) => [
    `more than ${number(limit)} plans follow one another`,
    'Remove `follows` here, or read fewer plans at once.',
  ],
  'too-many/breakdowns': ({ limit }, { number }) => [
    `the plan has more than ${number(limit)} breakdowns`,
    'Leave out those that nobody reports by.',
  ],
  'too-many/lines': ({ limit }, { number }) => [
    `the plans have more than ${number(limit)} lines (indicators × areas)`,
    'Read fewer plans at once, or leave out areas or indicators.',
  ],
  'too-many/policies': [
    'a second document begins here; a policy file has only one',
    'Merge them into one document, without `---`.',
  ],
  'too-many/sources': [
    'a second document begins here; a file of sources has only one',
    'Merge them into one document, without `---`.',
  ],
  'not-a-report': ({ found, detail, expected }) => [
    found
      ? `this version does not read the format ${code(found)}`
      : `this is not a report${detail ? `: ${detail}` : ''}`,
    `Give ${code('--against')} a file written by ${code('pva report --format json')} (${code(expected)}).`,
  ],
  'alias-bomb': ({ limit }, { number }) => [
    `YAML aliases repeat more than ${number(limit)} values`,
    'Write the values out instead of repeating them with `*`.',
  ],
  'text-too-long': ({ length, limit }, { number }) => [
    `this text has ${number(length)} characters; the limit is ${number(limit)}`,
    'Shorten it, and name the document with the rest as a source.',
  ],

  'unknown-key': ({ key, suggestion }, { written }) => [
    `unknown key ${code(written(key))}`,
    typeof suggestion === 'string'
      ? didYouMean(suggestion)
      : suggestion
        ? `Use one of ${suggestion.join(', ')}, or remove it.`
        : 'Remove it.',
  ],
  'missing-key': ({ key, of }, { written }) => [
    `${holderOf(of, written)} no ${code(key)}`,
    key === 'kind'
      ? 'Begin it with `kind: plan`, `kind: actuals` or `kind: claims`.'
      : key === 'judged_by'
        ? 'Add `judged_by:` with the id of the provider whose figures are judged; those of the others stand beside.'
        : `Add ${code(`${key}:`)} and its value${key === 'target' ? ', or `target: none`' : ''}.`,
  ],
  'duplicate-key': ({ key, first }, { written, place }) => [
    `${code(written(key))} is given twice, first at ${place(first)}`,
    'Keep one of the two.',
  ],
  'duplicate-id': ({ id, what, first }, { written, place }) => [
    `the ${what} id ${code(written(id))} is already used, at ${place(first)}`,
    'Give one of the two another id, or remove it.',
  ],
  'bad-value': ({ written: text, expected, suggestion }, { written }) => {
    const { noun, advice, message } =
      typeof expected === 'string'
        ? { message: null, ...EXPECTED[expected] }
        : { noun: `one of ${brief(expected)}`, advice: `Write ${listed(expected.map(code), 'or')}.`, message: null }
    const instead = `expected ${noun}${text === '' ? '' : `, got ${STRUCTURES.get(text) ?? `"${written(text)}"`}`}`
    return [message?.(written(text)) ?? instead, meant(advice, suggestion, typeof expected !== 'string')]
  },
  'key-not-for-type': ({ key, type }) => [
    `${code(key)} does not apply to an indicator of type ${code(type)}`,
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
        ? `${written(text)} could be ${listed(shown, 'or')}`
        : `${written(text)} is a number only in the notation ${choices.map((choice) => code(choice.notation)).join()}: ${shown.join()}`,
      `Add ${declare.join(', ')}, or write ${listed(plain, 'or')}.`,
    ]
  },
  'not-a-number/groups': ({ written: text, notation, fits }, { written }) => [
    notation === null
      ? `${written(text)} is not a number: digits are grouped in threes`
      : `${written(text)} is not a number in the notation ${code(`numbers: ${notation}`)}`,
    `Write it like ${examples(notation)}${orNotation(fits) || (notation === null ? '' : `, or correct ${code('numbers:')}`)}.`,
  ],
  'not-a-number/spaces': ({ written: text, notation, fits }, { written }) => [
    `${written(text)} contains a space`,
    `Write it without spaces, like ${examples(notation)}${orNotation(fits)}.`,
  ],
  'not-a-number/exponent': ({ written: text, notation, table }, { written }) => [
    `${written(text)} has an exponent, which is not supported`,
    `Write all of its digits, like ${examples(notation)}${table ? `, or add ${code('written-by: program')} under ${code('table:')}` : ''}.`,
  ],
  'not-a-number/leading-zero': ({ written: text, fits }, { written }) => [
    `${written(text)} has a leading zero`,
    `Remove the zero${orNotation(fits)}.`,
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
    text === '' ? 'expected a number' : `"${written(text)}" is not a number`,
    `Write a number like ${examples(notation)}${table ? (isInBrackets(text) ? `; if brackets mean below zero, add ${code('written-by: accounts')} under ${code('table:')}` : `; if it means that nothing was reported, list it under ${code('missing:')}`) : ''}.`,
  ],
  'not-a-number/words': ({ written: text, notation, table }, { written }) => [
    `"${written(text)}" is a number with other text`,
    table
      ? `Write only the number, like ${examples(notation)}, or with the unit that the plan has under ${code('unit:')}; list a mark behind it under ${code('flags:')}.`
      : `Write only the number, like ${examples(notation)}; put the unit under ${code('unit:')} and remarks under ${code('note:')}.`,
  ],
  'not-a-number/no-result': ({ written: text, notation }, { written }) => [
    `"${written(text)}" is neither a number nor the state of a task`,
    `Write a number like ${examples(notation)}; for a task ${code('done')}, ${code('in-progress')} or ${code('not-started')}; leave it empty if it is not known.`,
  ],
  'not-a-number/printed': ({ written: text, notation }, { written }) => [
    `"${written(text)}" is not a number, range, bound or approximate figure`,
    `Write a number like ${examples(notation)}, a range (${code('80-90')}), a bound (${code('<4')}, ${code('trên 4')}, ${code('over 4')}), or an approximate figure (${code('~4')}, ${code('khoảng 4')}).`,
  ],
  'comma-in-braces/number': ({ written: text }, { written }) => [
    `inside braces or brackets a comma separates entries, so ${written(text)} is not one number`,
    `Quote the number, ${code(quoted(written(text)))}, or write it on a line of its own without braces.`,
  ],
  'comma-in-braces/text': ({ written: text }, { written }) => [
    `inside braces or brackets a comma separates entries, so ${written(text)} is not one text`,
    `Quote the text, ${code(quoted(written(text)))}, or write it on a line of its own without braces.`,
  ],
  'percent-or-points': ({ written: text, number: plain }, { number, written }) => [
    `${written(text)} could be ${number(plain)} percentage ${plain === '1' ? 'point' : 'points'}, or ${number(plain)} per cent of the baseline`,
    `Write ${code(`${withoutMark(written(text))} pp`)} for percentage points; convert per cent of the baseline into points.`,
  ],
  'percent-or-ratio': ({ written: text, percent }, { written }) => [
    `${written(text)} could be ${written(text)}% or ${percent}%`,
    `Write ${code(`${percent}%`)} or ${code(`${written(text)}%`)}.`,
  ],
  'low-tolerance': ({ written: text, slack }, { written }) => [
    `with this tolerance, ${written(text)} of what is expected to date is on track`,
    `If ${written(text)} may be missing, write ${code(`${slack}%`)}.`,
  ],
  'unit-mismatch': ({ written: text, found, expected }, { written }) => [
    `expected ${UNITS[expected]}, got ${UNITS[found]}: ${written(text)}`,
    expected === 'number'
      ? `Write ${code(withoutMark(written(text)))}, or correct the ${code('type')} of the indicator.`
      : `Write ${code(withoutMark(written(text)) + (expected === 'points' ? ' pp' : '%'))} if that is meant, or correct the ${code('type')} of the indicator.`,
  ],
  'not-in-text': ({ key, written: text }, { written }) => [
    `${written(text)} (${code(key)}) does not occur in ${code('text')}`,
    'Correct whichever is mistyped, or quote the whole sentence.',
  ],

  'bad-period': ({ written: text, lacksYear }, { written }) => [
    lacksYear
      ? `"${written(text)}" has no year`
      : text === ''
        ? 'expected a period'
        : `"${written(text)}" is not a period`,
    lacksYear
      ? `Add the year under ${code('table:')}, ${code('period: { year: 2018 }')}.`
      : 'Write a year (2018), half-year (2018-H1), quarter (2018-Q1), month (2018-03), day (2018-03-31), or a span of them (2018-01/2018-09).',
  ],
  'bad-target/two-kinds': ({ written: text }, { written }) => [
    `this target has more than one kind: ${written(text)}`,
    `Keep one of ${TARGET_KINDS}.`,
  ],
  'bad-target/no-kind': [
    'this target has no kind and number',
    `Write one of ${TARGET_KINDS}; for a task, ${code('done')}; if there is no target, ${code('none')}.`,
  ],
  'bad-target/not-above-zero': ({ written: text }, { written }) => [
    `a planned change must be above zero, not ${written(text)}`,
    `Remove the sign: ${code('reduce_by')} or ${code('increase_by')} gives the direction.`,
  ],
  'bad-target/range-order': ({ written: text }, { written }) => [
    `the range ${written(text)} does not rise`,
    'Write the smaller number first.',
  ],
  'bad-target/range-ends': ({ written: text }, { written }) => [
    `a range needs two ends: ${written(text)}`,
    `Write both, the smaller first: ${code('[80, 90]')}.`,
  ],
  'bad-target/task-needs-done': ({ written: text }, { written }) => [
    `a task cannot have a number as its target: ${written(text)}`,
    `Write ${code('target: done')}, or give the indicator another ${code('type')}.`,
  ],
  'bad-target/done-needs-task': [
    `only a task can be ${code('done')}`,
    `Add ${code('type: task')}, or write a number as the target.`,
  ],
  'bad-target/date-needs-by': ({ written: text }, { written }) => [
    `the target of a date is a day, not ${written(text)}`,
    `Write ${code('target: { by: 2018-05-31 }')}, or give the indicator another ${code('type')}.`,
  ],
  'bad-target/by-needs-date': [
    `only a date can be due ${code('by')} a day`,
    `Add ${code('type: date')}, or write another kind of target.`,
  ],
  'bad-target/per-year': [
    `${code('per: year')} applies only to a planned change in a plan of whole years`,
    `Remove ${code('per: year')}; the change is then over the whole period.`,
  ],
  'bad-target/hidden': (_, __) => [
    'what is hidden has a target, which nobody would see',
    `Write ${code('target: none')}, or remove ${code('hidden')}.`,
  ],
  'bad-target/bound': ({ written: text }, { written }) => [
    `a target with the sign of a bound: ${written(text)}`,
    `Write ${code(boundTarget(written(text)))}.`,
  ],
  'bad-target/direction-conflict': ({ written: text }, { written }) => [
    `${code(`direction: ${written(text)}`)} contradicts the target`,
    `Remove ${code('direction')}: the kind of target already gives it.`,
  ],
  'direction-not-stated': ({ written: text, type }, { written }) => [
    `the target ${written(text)} of type ${code(type)} does not say whether more or less is better`,
    `Write ${code(`at_least: ${written(text)}`)} or ${code(`at_most: ${written(text)}`)} on a line below ${code('target:')}.`,
  ],
  'no-baseline': ({ indicator, needs }, { written }) => [
    needs === 'target'
      ? `the planned change of ${code(written(indicator))} has no baseline`
      : `the formula of ${code(written(indicator))} needs a baseline`,
    `Add ${code('baseline:')} with its ${code('period:')} and ${code('value:')} (a poverty rate: ${code('rate:')}).`,
  ],
  'bad-phasing/sum': ({ found, whole }, { number, written }) => [
    `the shares sum to ${written(number(found))}, not to ${number(whole)}`,
    `Correct them to sum to ${number(whole)}, or write running totals that end at ${number(whole)}.`,
  ],
  'bad-phasing/falls': ({ found }, { number, written }) => [
    `this running total falls: ${written(number(found))}`,
    'Give each period the total expected by its end.',
  ],
  'bad-phasing/last': ({ found, whole }, { number, written }) => [
    `the last one is ${written(number(found))}, not ${number(whole)}`,
    `Let the period that ends with the plan have ${code(number(whole))}.`,
  ],
  'bad-phasing/end': ({ found, whole }, { number, written }) => [
    `the last running total is for ${written(number(found))}, which ends before the plan`,
    `Let the period that ends with the plan have ${code(number(whole))}.`,
  ],
  'bad-phasing/outside': ({ found }, { number, written }) => [
    `${written(number(found))} is outside the plan's period`,
    "Use periods inside the plan's.",
  ],
  'bad-phasing/order': ({ found }, { number, written }) => [
    `${written(number(found))} does not end after the period above it`,
    'List the periods in order, the earliest first, and none inside another.',
  ],
  'bad-phasing/mixed': ({ found }, { number, written }) => [
    `${written(number(found))} overlaps the period above it, so its share would count twice`,
    'Give each quarter or month one share, or write running totals.',
  ],
  'bad-phasing/sign': ({ found }, { number, written }) => [
    `${written(number(found))} is no share, and these figures do not come to a target`,
    `Write per cent with its sign, ${code('45%')}, or for a count with one number as target figures that come to it.`,
  ],
  'bad-phasing/year': ({ found }, { number, written }) => [
    `${written(number(found))} is not a year of the plan`,
    `What does not accumulate has a target for each year: let the plan cover whole years, and name them.`,
  ],
  'bad-phasing/both': (_, __) => [
    `${code('targets_by_period')} already says what is expected by when`,
    `Remove ${code('phasing')} or ${code('targets_by_period')}.`,
  ],
  'bad-phasing/last-year': [
    `${code('last-year')} spreads counts of a plan of at most one year`,
    `Write shares or running totals, ${code('linear')} or ${code('none')}.`,
  ],
  'no-profile': ({ indicator, period }, { written }) => [
    `${code(written(indicator))} is to be spread as in ${period}, of which no figure for the whole is known that is above zero`,
    `Add the results of ${period} (${code('follows:')} or ${code('last_year: true')}). Until then nothing is expected before the end.`,
  ],
  'follows-no-earlier': ({ plan, period, follows, followsPeriod }, { written }) => [
    plan === follows
      ? `${code(written(plan))} follows itself`
      : `${code(written(plan))} (${period}) begins before ${code(written(follows))} (${followsPeriod}) ends`,
    `Name the preceding plan, or remove ${code('follows:')}; until then the two are not compared.`,
  ],
  'target-behind-baseline': ({ indicator, target, baseline }, { number, written }) => [
    `the target of ${code(written(indicator))}, ${number(target)}, is worse than its baseline, ${number(baseline)}`,
    'Check both figures and the kind of target; if it is intended, leave it.',
  ],
  'parts-do-not-sum': ({ indicator, what, whole, parts }, { number, written }) => [
    `the ${what === 'targets' ? 'targets' : 'actuals'} of the parts of ${code(written(indicator))} sum to ${number(parts)}, but the whole is ${number(whole)}`,
    `Correct the figures, or remove ${code('exhaustive: true')} if these are not all of its parts.`,
  ],

  'unknown-plan': ({ plan, suggestion }, { written }) => [
    `there is no plan ${code(written(plan))}`,
    meant('Name the file of that plan as well, or correct the id.', suggestion),
  ],
  'unknown-indicator': ({ indicator, plan, suggestion }, { written }) => [
    `the plan ${code(written(plan))} has no indicator ${code(written(indicator))}`,
    meant(
      /^[a-z0-9_-]*$/.test(indicator)
        ? 'Correct the id, or add the indicator to the plan.'
        : `Correct the name, or add the indicator to the plan; a table passes over such rows with ${code('codes: { indicator: { …: skip } }')}.`,
      suggestion,
    ),
  ],
  'unknown-group': ({ plan, breakdown, group, suggestion }, { written }) => [
    group === null
      ? `the plan ${code(written(plan))} has no breakdown ${code(written(breakdown))}`
      : `the plan ${code(written(plan))} has no group ${code(written(group))} of ${code(written(breakdown))}`,
    meant(`Correct the id, or add it to ${code('breakdowns:')} of the plan.`, suggestion),
  ],
  'unknown-area': ({ area, plan, suggestion }, { written }) => [
    `the plan ${code(written(plan))} has no area ${code(written(area))}`,
    meant(`Correct the id, or add the area to the plan under ${code('areas:')}.`, suggestion),
  ],
  'unknown-provider/unknown': ({ indicator, provider, known, suggestion }, { written }) => [
    `${code(written(indicator))} has no provider ${code(written(provider))}`,
    meant(
      `Write one of ${known.map(code).join(', ')}, or add it to ${code('providers:')} of the indicator.`,
      suggestion,
    ),
  ],
  'unknown-provider/not-stated': ({ indicator, known }, { written }) => [
    `${code(written(indicator))} has several providers, and this figure does not say whose it is`,
    `Add ${code('provider:')} with one of ${known.map(code).join(', ')}; to a table, a column of providers.`,
  ],
  'unknown-provider/none-named': ({ indicator, provider }, { written }) => [
    `this figure is one of ${code(written(provider))}, but ${code(written(indicator))} names no providers in the plan`,
    `Name them under ${code('providers:')} of the indicator, with ${code('judged_by:')}, or leave ${code('provider')} out here.`,
  ],
  'period-outside-plan': ({ period, plan, planPeriod, isPartly, isYearBefore }, { written }) => [
    `${written(period)} is ${isPartly ? 'only partly' : 'not'} inside ${planPeriod}, the ${isYearBefore ? 'year before' : 'period of'} the plan ${code(written(plan))}`,
    isYearBefore
      ? `Correct the period, or leave out ${code('last_year')}.`
      : `Correct the period, or name the plan that these figures are for; in a table ${code('within: plan')} passes over such rows.${isPartly ? ` If a table takes days for longer periods than the plan's, take shorter ones: ${code('by: month')}.` : ''}`,
  ],
  'basis-not-stated': ({ period, planPeriod }) => [
    `${period} starts after the plan (${planPeriod}): this figure could be for ${period} alone, or since the plan's start`,
    `Add ${code('basis: increment')} if it is for ${period} alone, ${code('basis: cumulative')} if it is since the plan's start.`,
  ],
  'duplicate-observation': ({ indicator, area, period, first, apart }, { written, place }) => [
    `${code(written(indicator))} has two figures for ${period}${area === null ? '' : ` in ${code(written(area))}`}, the first at ${place(first)}`,
    tellApart(
      apart,
      written,
      `Keep one, or say which is ${code('final')}, ${code('provisional')} or ${code('estimate')} with ${code('status:')}.`,
    ),
  ],
  'overlapping-periods/increments': ({ indicator, period, other, first, apart }, { written, place }) => [
    `two figures of ${code(written(indicator))} overlap: ${period}, and ${other} at ${place(first)}`,
    tellApart(
      apart,
      written,
      `Keep one of them, or add ${code('basis: cumulative')} to a figure that counts since the plan's start.`,
    ),
  ],
  'overlapping-periods/one-day': ({ indicator, period, other, first, apart }, { written, place }) => [
    `two figures of ${code(written(indicator))} for one day differ: ${period}, and ${other} at ${place(first)}`,
    tellApart(apart, written, `Keep the right one: both are counts on the last day of their period.`),
  ],
  'cumulative-disagrees': ({ indicator, stated, computed }, { number, written }) => [
    `the cumulative figure of ${code(written(indicator))} is ${number(stated)}, but its figures so far add up to ${number(computed)}`,
    `Correct the one that is wrong; until then ${number(stated)} is used.`,
  ],
  'falling-cumulative': ({ indicator, from, to, first }, { number, written, place }) => [
    `the cumulative figure of ${code(written(indicator))} falls from ${number(from)}, at ${place(first)}, to ${number(to)}`,
    `Correct the one that is wrong, or add ${code('basis: increment')} if it is for its own period alone.`,
  ],
  'part-exceeds-whole': ({ what, part, whole, partValue, wholeValue }, { number, written }) => [
    `${what === 'targets' ? 'the target of ' : ''}${code(written(part))} is ${number(partValue)}, more than its whole ${code(written(whole))}, ${number(wholeValue)}`,
    what === 'rate'
      ? `Correct the one that is wrong, or name others in ${code('rate_of:')}.`
      : what === 'minority'
        ? 'Correct the one that is wrong.'
        : `Correct the one that is wrong, or take ${code(written(part))} out of ${code('of_which:')}.`,
  ],
  'total-disagrees': ({ indicator, reported, sum, by, column }, { number, written }) => [
    `the total of ${code(written(indicator))}${column === undefined ? '' : ` in ${code(written(column))}`} is ${number(reported)}, but ${by === undefined ? 'its areas sum' : `its groups by ${code(by)} sum`} to ${number(sum)}`,
    `Correct the one that is wrong; until then ${number(reported)} is used.`,
  ],
  'area-targets-do-not-sum': ({ indicator, area, target, sum }, { number, written }) => [
    area === null
      ? `the areas' targets of ${code(written(indicator))} sum to ${number(sum)}, but the target is ${number(target)}`
      : `the targets of ${code(written(indicator))} in the areas of ${code(written(area))} sum to ${number(sum)}, but its own is ${number(target)}`,
    'Correct the one that is wrong; if the areas were given more or less on purpose, leave it.',
  ],
  'mpi-disagrees': ({ indicator, printed, computed, headcount, intensity }, { number, written }) => [
    `the index ${number(printed)} of ${code(written(indicator))} is not its headcount × intensity: ${number(headcount)}% × ${number(intensity)}% = ${number(computed)}`,
    'Correct the figure that is wrong, or leave out `value`.',
  ],
  'households-disagree': (args, { number, written }) => {
    const span = (low: string, high: string) =>
      low === high ? number(low) : `between ${number(low)} and ${number(high)}`
    const { indicator, other, period } = args
    return [
      `${code(written(indicator))} implies ${span(args.low, args.high)} households${period === null ? '' : ` in ${written(period)}`}, but ${code(written(other))} implies ${span(args.otherLow, args.otherHigh)}`,
      'Both are declared to be of the same households: correct a rate or a count, or remove `same_base_as`.',
    ]
  },
  'rate-disagrees': ({ indicator, printed, computed, numerator, denominator }, { number, written }) => [
    `the rate of ${code(written(indicator))} is ${number(printed)}%, but ${number(numerator)} of ${number(denominator)} is ${number(computed)}%`,
    'Correct the one that is wrong; until then the counts decide.',
  ],
  'start-disagrees': ({ indicator, start, end, first }, { number, written, place }) => [
    `${code(written(indicator))}: the year begins with ${number(start)}, but the year before ended with ${number(end)}, at ${place(first)}`,
    'Correct the one that is wrong, or say in a `note:` why they differ; until then each is used where it stands.',
  ],
  'movements-do-not-balance': ({ indicator, start, end, expected, by }, { number, written }) => [
    `${code(written(indicator))}: the movements lead from ${number(start)} to ${number(expected)}, but the number at the end is ${number(end)}; ${number(by)} unexplained`,
    `Correct the figures, or enter ${number(by)} under ${code('other:')} with a ${code('note:')}.`,
  ],
  'poor-change-disagrees': ({ indicator, stated, computed }, { number, written }) => [
    `${code(written(indicator))}: the stated change in the number of poor is ${number(stated)}, but the counts change by ${number(computed)}`,
    'Correct the one that is wrong; until then the counts decide.',
  ],
  'fraction-or-percent': (
    { of, indicator, written: text, percent, asFraction, against, value },
    { number, written },
  ) => [
    `${written(text)} is read as ${number(`${percent}%`)} but may mean ${number(`${asFraction}%`)}: all ${of === 'plan' ? 'targets of rates in this file' : `rates of this ${of === 'table' ? 'table' : 'file'}`} are at most 1, and the ${against === 'actual' ? 'result' : against} of ${code(written(indicator))} is ${number(`${value}%`)}`,
    of !== 'table'
      ? `Write ${code(`${asFraction}%`)} or ${code(`${written(text)}%`)}.`
      : `In a file of results, add ${code('fractions: true')} under ${code('table:')} if it means ${number(`${asFraction}%`)}, ${code('fractions: false')} if it means ${number(`${percent}%`)}; or write ${code(`${written(text)}%`)}.`,
  ],
  'not-comparable': ({ indicator, what, from, to }, { written }) => [
    `${MEASUREMENTS[what]} of ${code(written(indicator))} is ${written(from) || 'not stated'} in the plan and ${written(to) || 'not stated'} in the result; they are not compared`,
    `Give both by the same ${code(`${what}:`)}, or state it where it is missing.`,
  ],
  'standard-not-stated': ({ indicator, side, standard }, { written }) => [
    `the ${side} of ${code(written(indicator))} names no standard, the ${side === 'baseline' ? 'actual' : 'baseline'} ${written(standard)}; they are not compared`,
    `State ${code('standard:')} in the ${side === 'baseline' ? 'baseline' : 'result'}.`,
  ],
  'published-disagrees': ({ indicator, published, computed }, { number, written }) => [
    `${percent(written(number(published)))} was published for ${code(written(indicator))}, but its figures give ${percent(number(computed))}`,
    'Check the target, the result and the published percentage.',
  ],
}

/** At the top of a document, or on the command line. */
function notationStated(notation: string, first: boolean, table = false): string {
  if (table) return `${code(`--numbers ${notation}`)}${first ? ' to the command' : ''}`
  return `${code(`numbers: ${notation}`)}${first ? ' at the top' : ''}`
}

/** Columns that are not mapped and tell the rows of two figures apart. */
function tellApart(apart: readonly ColumnApart[] | undefined, written: Speaker['written'], advice: string): string {
  if (!apart) return advice
  const columns = apart.map(({ column }) => code(written(column)))
  const keys = apart.map((each) => code(takenAs(each, written)))
  const isOther = apart.some(({ takes }) => takes === 'where')
  const more = isOther ? `, or give the plan the ${code('areas:')} or ${code('breakdowns:')} that the column tells` : ''
  return `The rows differ in ${listed(columns, 'and')}, which nothing reads: under ${code('table:')}, add ${listed(keys, 'or')}${more}. Otherwise, ${lowerFirst(advice)}`
}

const didYouMean = (suggestion: string) => `Did you mean ${code(suggestion)}?`

/** What to do, with the names that there are where `advice` does not list them. */
function meant(advice: string, suggestion: Suggestion, isListed = false): string {
  if (typeof suggestion === 'string') return didYouMean(suggestion)
  return suggestion === null || isListed ? advice : `${advice} Nearest: ${suggestion.map(code).join(', ')}.`
}

const isInBrackets = (text: string) => text.startsWith('(') && text.endsWith(')') && /\d/.test(text)

const withoutMark = (text: string) =>
  text
    .trimEnd()
    .replace(/(?:%|pp|điểm %)$/, '')
    .trimEnd()

const percent = (text: string) => (text.endsWith('%') ? text : `${text}%`)

/** `this target has`, `these results have`: what a key is missing in. */
function holderOf(of: string, written: Speaker['written']): string {
  const holder = HOLDERS.get(of) ?? written(of)
  return `${holder} ${holder.startsWith('the') ? 'have' : 'has'}`
}

const HOLDERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    document: 'this document',
    plan: 'this plan',
    actuals: 'these results',
    mapping: 'this mapping',
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
    providers: 'the providers of this indicator',
    where: 'this condition',
    period: 'this period',
  }),
)

const UNITS = { number: 'a plain number', percent: 'per cent', points: 'percentage points' } as const
const MEASUREMENTS = { standard: 'the standard', measured: 'the unit', method: 'the method' } as const

/** A value of another kind than expected that is not text. */
const STRUCTURES: ReadonlyMap<string, string> = new Map(Object.entries({ '[…]': 'a list', '{…}': 'a map' }))

interface Expectation {
  readonly noun: string
  readonly advice: string
  /** Where "expected" and the noun would not say it. */
  readonly message?: (written: string) => string
}

const EXPECTED: Readonly<Record<ExpectedPhrase, Expectation>> = {
  text: { noun: 'text', advice: 'Write text, in quotes if necessary.' },
  map: { noun: 'a map', advice: 'Write keys with their values, one per line, indented below.' },
  list: { noun: 'a list', advice: 'Write one item per line, each after a dash, or all in brackets: `[a, b]`.' },
  'text-or-map': { noun: 'text or a map', advice: 'Write text, or keys with their values indented below.' },
  'number-or-map': { noun: 'a number or a map', advice: 'Write a number, or keys with their values indented below.' },
  id: {
    noun: 'an id',
    advice:
      'Use lower-case letters a to z, digits, `-` and `_`; begin with a letter or digit; at most 64 characters: `labour-export`.',
  },
  date: { noun: 'a date', advice: 'Write year, month and day: `2018-07-01`.' },
  url: { noun: 'a web address', advice: 'Write it in full, with `https://` or `http://`.' },
  'whole-number-0-20': { noun: 'a whole number from 0 to 20', advice: 'Write a whole number from 0 to 20.' },
  'whole-number': { noun: 'a whole number', advice: 'Write a whole number, 0 or more.' },
  'yes-or-no': { noun: 'true or false', advice: 'Write `true` or `false`.' },
  'task-state': { noun: 'the state of a task', advice: 'Write `done`, `in-progress` or `not-started`.' },
  states: {
    noun: 'a list of two or more states',
    advice: 'Write them in order, the one that meets the target last: `[drafted, passed]`.',
  },
  'not-negative': { noun: 'a number of zero or more', advice: 'Write a number of zero or more.' },
  'index-0-1': { noun: 'an index from 0 to 1', advice: 'Write it between 0 and 1: 4.1% is 0.041.' },
  'rate-0-100': { noun: 'a rate from 0 to 100', advice: 'Write a percentage from 0 to 100.' },
  'above-zero': { noun: 'a number above zero', advice: 'Write a number above zero.' },
  'group-sign': {
    noun: 'a sign between groups',
    advice: "Write a blank, `'`, `.` or `,`, another one than before decimals; or leave `group` out.",
  },
  'decimal-sign': { noun: 'a sign before decimals', advice: 'Write `.` or `,`.' },
  'rising-range': { noun: 'a rising range', advice: 'Write the lower end first: `80-90`.' },
  number: { noun: 'a number', advice: 'Write one number, without a unit.' },
  percentage: { noun: 'a percentage', advice: 'Write it with its sign: `95%`.' },
  'at-most-households': {
    noun: 'at most the number of households',
    advice: 'Correct `poor:` or `households:`.',
    message: (written) => `${written} poor households are more than all households`,
  },
  'area-outside': {
    noun: 'an area outside this one',
    advice: 'Write the id of the area that contains this one.',
    message: (written) => `this area would contain itself: ${code(written)} is the same area or inside it`,
  },
  'section-before': {
    noun: 'a section that stands before this one',
    advice: 'Write the id of the section that contains this one, and let that stand first.',
  },
  'provider-of-indicator': {
    noun: 'a provider of this indicator',
    advice: 'Add it under `providers:`, or correct the id.',
  },
  'section-of-plan': { noun: 'a section of this plan', advice: 'Add it under `sections:`, or remove it here.' },
  'id-but-ours': {
    noun: 'an id for a breakdown or a group',
    advice: 'Choose another id: in tables it means something else.',
    message: (written) => `${code(written)} cannot be the id of a breakdown or a group`,
  },
  'id-but-whole': {
    noun: 'an id for an area',
    advice: 'Choose another id: in tables, `whole` means all areas together.',
    message: (written) => `${code(written)} cannot be the id of an area`,
  },
  'area-of-plan': { noun: 'an area of this plan', advice: 'Add it under `areas:`, or remove it here.' },
  'countable-indicator': {
    noun: 'an indicator of type `count` or `stock` in this plan',
    advice: 'Add that indicator, with `target: none` if it has none.',
  },
  mapping: {
    noun: 'the id of a document of `kind: mapping` that is read',
    advice: 'Name its file as well, or write the map here.',
  },
  'poverty-rate-of-plan': {
    noun: 'another indicator of type `poverty-rate` in this plan',
    advice: 'Write the id of the poverty rate of the same households.',
  },
  name: { noun: 'a name', advice: 'Write text, or a map of `vi` and `en`.' },
}
