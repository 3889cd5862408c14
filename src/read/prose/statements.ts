import type { ClaimDirection, ClaimFigureKey } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import type { Element } from './elements.ts'
import type { Role } from './lexicon.ts'
import type { Numeral } from './numerals.ts'

/** What a figure is in a statement: a key of a claim, or what it is in comparison with an earlier one (`2.3 times`). */
export type FieldKey = ClaimFigureKey | 'ratio' | 'parts'
export type NumberForm = 'number' | 'about' | 'above' | 'below'

export interface Field {
  readonly key: FieldKey
  readonly numeral: Numeral
  readonly unit: string
  readonly form: NumberForm
  /** A fall, or what is missing of a plan. */
  readonly isNegative: boolean
  readonly start: number
  readonly end: number
}

/** A figure that is held against a plan or an earlier figure, as a sentence says it. Places are indices of its passage. */
export interface Statement {
  readonly subject: string
  /** What is said behind the unit: `người tâm thần`, of 35. */
  readonly object: string
  readonly unit: string
  readonly period: string | null
  readonly direction: ClaimDirection | null
  readonly verdict: {
    readonly word: 'met' | 'exceeded' | 'missed'
    readonly start: number
    readonly end: number
  } | null
  readonly fields: readonly Field[]
  /** It says what is planned, and not what was done. */
  readonly isAim: boolean
  /** The statement that it is a part of. */
  readonly among: Statement | null
}

/** A statement that is being put together. */
interface Draft {
  subject: string
  object: string
  unit: string
  period: string | null
  direction: ClaimDirection | null
  verdict: Statement['verdict']
  fields: Field[]
  isAim: boolean
  among: Draft | Statement | null
  isSurelyPart: boolean
  /** Whether something says what a change is from. */
  isAnchored: boolean
  isRate: boolean
  target: 'reduce_by' | 'increase_by' | null
}

type NumberElement = Extract<Element, { readonly kind: 'number' }>

/**
 * What the statements of a sentence are; `inAim`: the text around it tells what is planned; `before`: the last statement of
 * the sentence before, which this one may tell a part of.
 */
export function statementsIn(
  elements: readonly Element[],
  text: string,
  inAim: boolean,
  before: Statement | null,
): readonly Statement[] {
  if (elements.some((element) => isRole(element, 'each'))) return []
  const read = reading(elements, text, inAim, before)
  elements.forEach((element, index) => {
    if (element.kind === 'number') read.number(element, index)
    else read.other(element, index)
  })
  return read.finished()
}

/** Whether a sentence tells of plans that its own words set. */
export function isAimSentence(elements: readonly Element[]): boolean {
  if (elements.some((element, index) => isRole(element, 'aim') && !isSaidAgain(elements, index))) return true
  const first = elements.findIndex(({ kind }) => kind !== 'filler' && kind !== 'sign' && kind !== 'time')
  const begins = isRole(elements[first], 'plan') && !isSaidAgain(elements, first)
  return begins && !elements.some((element) => isRole(element, 'done', 'exceed', 'short'))
}

/** `the goals above`: a plan that is spoken of. */
function isSaidAgain(elements: readonly Element[], index: number): boolean {
  const next = elements[index + 1]
  return isRole(next, 'said') || (next?.kind === 'phrase' && next.text === 'trên')
}

export function isRole(element: Element | undefined, ...roles: readonly Role[]): boolean {
  return element?.kind === 'phrase' && roles.includes(element.role)
}

const qualifiers = ['about', 'above', 'below', 'least', 'most'] as const

function reading(elements: readonly Element[], text: string, inAim: boolean, before: Statement | null) {
  const statements: Draft[] = []
  const isAimed = inAim || isAimSentence(elements)
  let current: Draft | null = null
  let among: Draft | Statement | null = null
  // Behind a semicolon nothing says whether the parts go on.
  let isSurelyPart = false
  let isWhole = false
  let lastNumber = -1
  let lastField: Field | null = null
  let hasDone = false
  const isAnchored = isRole(
    elements.find(({ kind }) => kind !== 'filler'),
    'than',
  )

  return { number, other, finished: () => finishedStatements(statements) }

  function other(element: Element, index: number): void {
    if (element.kind === 'sign' && element.text === ';') {
      current = null
      isWhole = false
      isSurelyPart = false
    } else if (isRole(element, 'among')) {
      isSurelyPart = true
      among = current ?? statements.at(-1) ?? before
      current = null
      isWhole = false
    } else if (isRole(element, 'whole')) isWhole = current !== null
    else if (isRole(element, 'done')) hasDone = true
    else if (isRole(element, 'exceed', 'short') || (isRole(element, 'reach') && current)) word(element, index)
  }

  /** A verb of judgement with a plan behind it and no figure between: a word about the result. */
  function word(element: Element, index: number): void {
    if (!current || element.kind !== 'phrase') return
    const plan = nextPhrase(index + 1, 'plan')
    if (plan === null || nextIndex(index + 1, 'number') < plan || hasNewSubject(index)) return
    const isNumberOfPlan = current.fields.length > 0
    if (!isNumberOfPlan) return
    const judged = element.role === 'exceed' ? 'exceeded' : element.role === 'short' ? 'missed' : 'met'
    current.verdict ??= { word: judged, start: element.start, end: elements[plan]?.end ?? element.end }
  }

  function number(element: NumberElement, index: number): void {
    const { numeral } = element
    const at = leadOf(index)
    const role = numeral.denominator ? 'fraction' : roleOf(element, index, at)
    if (role === null) {
      lastNumber = index
      return
    }
    if (role === 'fraction') fraction(element)
    else if (Array.isArray(role)) for (const each of role) add(element, index, each)
    else add(element, index, role as Given)
    lastNumber = index
  }

  interface Given {
    readonly key: FieldKey
    readonly isNegative?: boolean
    readonly direction?: ClaimDirection | null
    readonly isAnchored?: boolean
    readonly target?: 'reduce_by' | 'increase_by'
    readonly verdict?: 'exceeded' | 'missed' | 'met'
    readonly judgedAt?: number
  }

  function roleOf(element: NumberElement, index: number, at: number): Given | null {
    const { numeral } = element
    const lead = roleAt(at)
    const isPercent = numeral.mark !== 'none'
    const aims = isAimed && !hasDone
    const ofPlan = planBehind(index)
    const sinceEarlier = earlierBehind(index)
    const noun = nounBehind(index)
    if (numeral.isTimes) {
      if (lead !== 'times' && lead !== 'reach') return null
      return ofPlan
        ? aims
          ? null
          : { key: 'completion' }
        : sinceEarlier && !aims
          ? { key: 'ratio', isAnchored: true }
          : null
    }
    if (!isPercent && !isCounted(element) && !isEndOfChange(index, lead)) return null
    if (isWhole && !isPercent && (lead === null || lead === 'whole' || lead === 'and')) return { key: 'parts' }
    if (lead === 'whole') return null
    if (lead === 'plan') return planned(index, at, noun, aims)
    const next = behind(index)
    if (next !== null && elementText(next) === 'short of')
      return planNear(next) ? { key: 'exceeds_by', isNegative: true } : null
    if (lead === 'by') return moved(index, at, aims)
    if (isPercent && ofPlan) {
      if (aims) return null
      // "Vượt 2.827 người, tương đương 17,67% kế hoạch" says again by how much, or how far it was reached.
      const beyond = elementText(at) === 'tương đương' ? lastPhrase(at, 'exceed', 'short') : null
      if (beyond !== null && !elements.slice(beyond, at).some((each) => isRole(each, 'plan'))) return null
      if (lead === 'exceed' || lead === 'up') return { key: 'exceeds_by' }
      if (lead === 'short' || lead === 'down') return { key: 'exceeds_by', isNegative: true }
      return { key: 'completion' }
    }
    if (lead === 'exceed' || lead === 'short') return beyond(index, lead, ofPlan, aims)
    if (lead === 'or') return again(isPercent)
    if (lead === 'up' || lead === 'down' || noun) {
      const isDown = (noun ?? lead) === 'down'
      if (!noun && isRole(elements[index + 1], 'to') && !isPercent) return null
      if (aims) return { key: 'target', direction: isDown ? 'reduce_by' : 'increase_by' }
      return { key: 'change', isNegative: isDown, isAnchored: sinceEarlier }
    }
    if (lead === 'than') return { key: 'previous' }
    if (lead === 'from') return fromRole(index, at, aims)
    if (lead === 'to') return toRole(index, at, aims)
    if (isPercent && sinceEarlier && (lead === 'reach' || lead === null))
      return aims ? null : { key: 'ratio', isAnchored: true }
    if (lead === 'share') return { key: 'to' }
    if (aims) return { key: 'target', direction: boundOf(index) }
    if (isPercent) return current?.isRate || isOfRate(index) ? { key: 'actual' } : null
    return lead === 'times' ? null : { key: 'actual' }
  }

  /** Behind `kế hoạch`, `the target of`. */
  function planned(index: number, at: number, noun: 'up' | 'down' | null, aims: boolean): Given | null {
    if (isSaidAgain(elements, at)) return null
    const judge = previousPhrase(at)
    const word = judge === null ? null : roleAt(judge)
    const isDirect =
      index - at === 1 || elements.slice(at + 1, index).every((each) => each.kind === 'phrase' && each.role !== 'plan')
    const verdict = word === 'exceed' ? 'exceeded' : word === 'short' ? 'missed' : word === 'reach' ? 'met' : null
    const { value, mark } = (elements[index] as NumberElement).numeral
    const level = current?.fields.find(({ key }) => key === 'actual' || key === 'to')?.numeral
    if (isDirect && word === 'exceed') {
      // "Vượt chỉ tiêu 1%" may be by 1% and beyond 1%: nobody reaches more than twice a plan and calls it so.
      if (!level || level.mark !== mark) return null
      if (level.power === (elements[index] as NumberElement).numeral.power && value.isBelow(half(level.value)))
        return { key: 'exceeds_by' }
    }
    if (aims && noun) return { key: 'target', direction: noun === 'down' ? 'reduce_by' : 'increase_by' }
    return {
      key: 'target',
      direction: aims ? boundOf(index) : null,
      ...(noun ? { target: noun === 'down' ? 'reduce_by' : ('increase_by' as const) } : {}),
      ...(verdict && judge !== null ? { verdict, judgedAt: judge } : {}),
    } as Given
  }

  /** Behind `exceeding`, `short of`: of a plan that is named, or that the words behind tell of. */
  function beyond(index: number, lead: 'exceed' | 'short', ofPlan: boolean, aims: boolean): Given | null {
    if (aims) return null
    if (ofPlan) return { key: 'exceeds_by', isNegative: lead === 'short' }
    const end = nextIndex(index + 1, 'number')
    const isPlanned = elements.slice(index + 1, Math.min(end, index + 6)).some((each) => isRole(each, 'planned'))
    return isPlanned
      ? { key: 'target', verdict: lead === 'short' ? 'missed' : 'exceeded', judgedAt: leadOf(index) }
      : null
  }

  function moved(index: number, at: number, aims: boolean): Given | null {
    const verb = lastPhrase(at, 'up', 'down', 'exceed', 'short')
    const role = verb === null ? null : roleAt(verb)
    if (role === 'exceed' || role === 'short') return { key: 'exceeds_by', isNegative: role === 'short' }
    if (role !== 'up' && role !== 'down') return null
    if (aims) return { key: 'target', direction: role === 'down' ? 'reduce_by' : 'increase_by' }
    return { key: 'change', isNegative: role === 'down', isAnchored: earlierBehind(index) }
  }

  /** `or 2%`: the same in per cent. */
  function again(isPercent: boolean): Given | null {
    if (!isPercent || !lastField || !current) return null
    const { key, isNegative } = lastField
    if (key === 'change' || key === 'exceeds_by') return { key, isNegative, isAnchored: true }
    return key === 'actual' && current.fields.some((field) => field.key === 'target') ? { key: 'completion' } : null
  }

  function fromRole(index: number, at: number, aims: boolean): Given | null {
    const verb = lastPhrase(at, 'up', 'down')
    const next = nextIndex(index + 1, 'number')
    if (next < elements.length && roleAt(leadOf(next)) === 'to') return { key: aims ? 'baseline' : 'from' }
    if (verb === null || elements.slice(verb, at).some((each) => each.kind === 'sign'))
      return aims ? targetFrom(index) : null
    // "Giảm từ 0,6 - 1,0%" is by so much; "up from 2.05 million" is since then.
    const { numeral } = elements[index] as NumberElement
    if (numeral.high || boundOf(index)) {
      const isDown = roleAt(verb) === 'down'
      if (aims) return { key: 'target', direction: isDown ? 'reduce_by' : 'increase_by' }
      return { key: 'change', isNegative: isDown }
    }
    return elements[at]?.kind === 'phrase' && (elements[at] as { text: string }).text === 'from'
      ? { key: 'previous' }
      : null
  }

  function targetFrom(index: number): Given {
    return { key: 'target', direction: boundOf(index) }
  }

  function toRole(index: number, at: number, aims: boolean): Given | null {
    const verb = lastPhrase(at, 'up', 'down')
    const { text } = elements[at] as { readonly text: string }
    const isDown = text.startsWith('xuống') || text === 'còn' || (verb !== null && roleAt(verb) === 'down')
    // English "to" is a way to go only behind a verb that goes there.
    if (text === 'to' && verb === null) return aims ? targetFrom(index) : null
    if (aims) return { key: 'target', direction: isDown ? 'at_most' : 'at_least' }
    // "Toàn tỉnh còn 1.250 hộ nghèo" tells what there is.
    const isLeft = verb === null && (elements[index] as NumberElement).numeral.mark === 'none'
    return { key: isLeft ? 'actual' : 'to' }
  }

  /** `trở lên`, `at least`, `không quá`. */
  function boundOf(index: number): ClaimDirection | null {
    const around = [...elements.slice(frontOf(index), index), elements[index + 1]]
    if (around.some((each) => isRole(each, 'least'))) return 'at_least'
    return around.some((each) => isRole(each, 'most', 'below')) ? 'at_most' : null
  }

  function fraction({ numeral, unit, start, end }: NumberElement): void {
    const rate = current?.fields.find(
      (field) => ['actual', 'to', 'target'].includes(field.key) && field.numeral.mark === 'percent',
    )
    if (!current || !rate || !numeral.denominator || current.fields.some(({ key }) => key === 'numerator')) return
    const plain = { ...numeral, denominator: null }
    const field = { unit, form: 'number', isNegative: false, start, end } as const
    if (rate.key !== 'target')
      current.fields = current.fields.map((each) => (each === rate ? { ...rate, key: 'rate' } : each))
    const below = { ...plain, digits: numeral.denominator.digits, value: numeral.denominator.value, decimals: 0 }
    current.fields.push(
      { ...field, key: 'numerator', numeral: plain },
      { ...field, key: 'denominator', numeral: below },
    )
  }

  function add(element: NumberElement, index: number, given: Given): void {
    const { key } = given
    const isLevel = ['actual', 'target'].includes(key)
    const hasKey = (each: Draft) =>
      each.fields.some((field) => field.key === key && key !== 'parts' && !isOtherWay(field, element))
    if (!current || hasNewSubject(index) || hasKey(current)) {
      const isApart = current === null || hasSeparator(index)
      if (!isApart) return
      if (key !== 'parts') current = begun(element, index, isLevel || !current || hasNewSubject(index))
    }
    if (!current) return
    const field: Field = {
      key,
      numeral: element.numeral,
      unit: element.unit,
      form: key === 'target' && given.direction ? boundless(formOf(index), index) : formOf(index),
      isNegative: given.isNegative ?? false,
      start: element.start,
      end: element.end,
    }
    current.fields.push(field)
    lastField = field
    if (element.unit !== '' && current.unit === '' && element.numeral.mark === 'none') current.unit = element.unit
    if (given.direction) current.direction ??= given.direction
    if (given.target) current.target ??= given.target
    if (given.isAnchored) current.isAnchored = true
    if (given.verdict) {
      const judge = elements[given.judgedAt ?? 0]
      current.verdict = { word: given.verdict, start: judge?.start ?? element.start, end: judge?.end ?? element.end }
    }
  }

  /** A change in per cent beside one in numbers. */
  function isOtherWay(field: Field, { numeral }: NumberElement): boolean {
    return (
      (field.key === 'change' || field.key === 'exceeds_by') &&
      (field.numeral.mark === 'none') !== (numeral.mark === 'none')
    )
  }

  function begun(element: NumberElement, index: number, isOwn: boolean): Draft {
    const previous = statements.at(-1)
    const isSecond = previous !== undefined && lastNumber >= 0 && roleAt(leadOf(index)) === 'and'
    const subject = isSecond ? '' : isOwn ? subjectBefore(index) : (current?.subject ?? '')
    const object = objectBehind(element, index)
    const draft: Draft = {
      subject: isSecond ? previous.subject : subject,
      object,
      unit: '',
      period: null,
      direction: null,
      verdict: null,
      fields: [],
      isAim: isAimed && !hasDone,
      among,
      isSurelyPart,
      isAnchored,
      isRate: isOfRate(index),
      target: null,
    }
    draft.period = periodNear(index)
    statements.push(draft)
    return draft
  }

  function periodNear(index: number): string | null {
    // Another time is that of what it is compared with.
    const own = elements.findLast(
      (each, at) => at < index && each.kind === 'time' && each.period !== null && !isCompared(at),
    )
    const later = elements.find(
      (each, at) => at > index && each.kind === 'time' && each.period !== null && !isCompared(at),
    )
    const found = own ?? later
    return found?.kind === 'time' ? found.period : null
  }

  function isCompared(at: number): boolean {
    for (let index = at - 1; index >= 0 && at - index < 8; index--) {
      const element = elements[index]
      if (element?.kind === 'sign' && element.text !== '(') return false
      if (isRole(element, 'than', 'from', 'earlier')) return true
      if (isRole(element, 'plan')) return elements.slice(0, index).some(({ kind }) => kind === 'number')
      if (isRole(element, 'up', 'down', 'to', 'reach')) return false
      if (element?.kind === 'number') return isRole(elements[leadOf(index)], 'from', 'than')
    }
    return false
  }

  function formOf(index: number): NumberForm {
    const qualifier = elements.slice(frontOf(index), index).findLast((each) => isRole(each, ...qualifiers))
    if (qualifier?.kind !== 'phrase') return 'number'
    if (qualifier.role === 'least') return 'above'
    return qualifier.role === 'about' || qualifier.role === 'above' ? qualifier.role : 'below'
  }

  /** "At least 12.5" and "không quá 12,5" are a target and its direction. */
  function boundless(form: NumberForm, index: number): NumberForm {
    const isSaid = elements.slice(frontOf(index), index).some((each) => isRole(each, 'least', 'most'))
    return isSaid ? 'number' : form
  }

  /** The phrase in front of a number, over fillers, times and what says that it is about so much; -1: words stand between. */
  function leadOf(index: number): number {
    const at = frontOf(index) - 1
    return elements[at]?.kind === 'phrase' ? at : -1
  }

  /** Where the fillers, times and qualifiers in front of a number begin. */
  function frontOf(index: number): number {
    let at = index
    while (at > 0 && isFront(elements[at - 1])) at--
    return at
  }

  function isFront(element: Element | undefined): boolean {
    if (element?.kind === 'sign') return /^[(:~≈-]$/.test(element.text)
    return element?.kind === 'filler' || element?.kind === 'time' || isRole(element, ...qualifiers)
  }

  function elementText(at: number): string {
    const element = elements[at]
    return element?.kind === 'phrase' ? element.text : ''
  }

  function roleAt(at: number | null): Role | null {
    const element = at === null ? undefined : elements[at]
    return element?.kind === 'phrase' ? element.role : null
  }

  /** The first element behind a number that is no filler. */
  function behind(index: number): number | null {
    for (let at = index + 1; at < elements.length; at++) {
      const element = elements[at]
      if (element?.kind === 'filler' || element?.kind === 'word') {
        if (element.kind === 'word' && at > index + 2) return null
        continue
      }
      return element?.kind === 'phrase' ? at : null
    }
    return null
  }

  function planBehind(index: number): boolean {
    for (let at = index + 1; at < Math.min(elements.length, index + 8); at++) {
      const element = elements[at]
      if (element?.kind === 'filler' || element?.kind === 'time' || isRole(element, 'than')) continue
      return isRole(element, 'plan')
    }
    return false
  }

  function earlierBehind(index: number): boolean {
    let isThan = false
    for (let at = index + 1; at < Math.min(elements.length, index + 10); at++) {
      const element = elements[at]
      if (isRole(element, 'earlier')) return true
      if (isRole(element, 'up', 'down') && at === index + 1) continue
      if (isRole(element, 'than', 'from')) isThan = true
      else if (isRole(element, 'reach') && isThan) continue
      else if (element?.kind === 'time') {
        if (isThan) return true
      } else if (element?.kind === 'number') return isThan
      else if (element?.kind !== 'filler') return isThan && !isRole(element, 'plan', 'to') && element?.kind !== 'sign'
    }
    return false
  }

  /** `45.6 per cent growth`, `29 per cent higher`. */
  function nounBehind(index: number): 'up' | 'down' | null {
    const next = elements[index + 1]
    const isNoun = next?.kind === 'phrase' && NOUNS.has(next.text)
    return isNoun && (next.role === 'up' || next.role === 'down') ? next.role : null
  }

  /** "From 68 to 34": bare numbers, but both of them. */
  function isEndOfChange(index: number, lead: Role | null): boolean {
    if (lastPhrase(index, 'up', 'down') === null) return false
    const other = lead === 'from' ? nextIndex(index + 1, 'number') : lastNumber
    const wanted = lead === 'from' ? 'to' : lead === 'to' ? 'from' : null
    return wanted !== null && other >= 0 && other < elements.length && roleAt(leadOf(other)) === wanted
  }

  function isCounted({ numeral, unit }: NumberElement): boolean {
    return (
      unit !== '' ||
      numeral.power > 0 ||
      numeral.currency !== '' ||
      /[.,]/.test(numeral.digits) ||
      numeral.digits.length > 3
    )
  }

  function isOfRate(index: number): boolean {
    for (let at = index - 1; at >= 0; at--) {
      const element = elements[at]
      if (isRole(element, 'rate')) return true
      if (element?.kind === 'number' || (element?.kind === 'sign' && element.text === ';')) return false
    }
    return false
  }

  function planNear(at: number): boolean {
    return nextPhrase(at + 1, 'plan') !== null
  }

  /** The nearest phrase of a role behind, over fillers and words. */
  function nextPhrase(from: number, role: Role): number | null {
    for (let at = from; at < Math.min(elements.length, from + 5); at++) {
      if (isRole(elements[at], role)) return at
      if (elements[at]?.kind !== 'filler') return null
    }
    return null
  }

  function nextIndex(from: number, kind: Element['kind']): number {
    for (let at = from; at < elements.length; at++) if (elements[at]?.kind === kind) return at
    return elements.length
  }

  /** The phrase in front of another, over fillers. */
  function previousPhrase(index: number): number | null {
    for (let at = index - 1; at >= 0; at--) {
      const element = elements[at]
      if (element?.kind === 'filler') continue
      return element?.kind === 'phrase' ? at : null
    }
    return null
  }

  /** The nearest phrase of these roles before, in the same statement. */
  function lastPhrase(index: number, ...roles: readonly Role[]): number | null {
    for (let at = index - 1; at >= 0; at--) {
      const element = elements[at]
      if (isRole(element, ...roles)) return at
      if (isRole(element, 'among') || (element?.kind === 'sign' && element.text === ';')) return null
    }
    return null
  }

  function hasSeparator(index: number): boolean {
    return elements.slice(lastNumber + 1, index).some((each) => isSeparator(each))
  }

  function isSeparator(element: Element | undefined): boolean {
    return isRole(element, 'and') || (element?.kind === 'sign' && /^[,;():]$/.test(element.text))
  }

  /** Whether the words between the last comma and this figure name something else than the statement so far. */
  function hasNewSubject(index: number): boolean {
    const start = elements.findLastIndex((each, at) => at < index && at > lastNumber && isSeparator(each))
    if (lastNumber < 0 || start < 0) return false
    const lead = leadOf(index)
    const end = lead > start ? lead : index
    return elements
      .slice(start + 1, end)
      .some((each) => each.kind === 'word' || each.kind === 'task' || isRole(each, 'rate'))
  }

  /** The words in front of a figure, without times and the phrase that the figure stands behind. */
  function subjectBefore(index: number): string {
    let end = index
    // "Tuyển sinh mới: 1.450"
    const sign = elements[index - 1]
    if (sign?.kind === 'sign' && sign.text === ':') end--
    let start = end
    while (start > 0 && !endsSubject(start - 1)) start--
    const isEdge = (each: Element | undefined) =>
      each?.kind === 'filler' ||
      each?.kind === 'time' ||
      each?.kind === 'sign' ||
      (each?.kind === 'phrase' && each.role !== 'rate')
    const after = elements.findLastIndex((each, at) => at >= start && at < index && isRole(each, 'aim', 'done'))
    if (after >= 0) start = after + 1
    while (end > start && isEdge(elements[end - 1])) end--
    while (start < end && isEdge(elements[start])) start++
    // The phrase that a figure stands behind may have its subject in front: "kế hoạch doanh thu".
    const [first, last] = [elements[start], elements[end - 1]]
    return first && last && start < end ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : ''
  }

  function endsSubject(at: number): boolean {
    const element = elements[at]
    if (element?.kind === 'number' || element?.kind === 'unread' || isRole(element, 'among')) return true
    if (element?.kind !== 'sign' || !/^[,;():]$/.test(element.text)) return false
    // "nông, lâm, thủy sản" is one name.
    return element.text !== ',' || wordsBetween(at) > 2
  }

  /** How many words stand between a comma and the next comma or phrase. */
  function wordsBetween(comma: number): number {
    let count = 0
    for (let at = comma + 1; at < elements.length; at++) {
      const element = elements[at]
      if (
        element?.kind === 'sign' ||
        element?.kind === 'number' ||
        (element?.kind === 'phrase' && element.role !== 'and')
      )
        break
      if (element?.kind === 'time') return 9
      count++
    }
    return count === 0 ? 9 : count
  }

  function objectBehind({ numeral, unit, end: behind }: NumberElement, index: number): string {
    const isPercent = numeral.mark !== 'none'
    let end = index + 1
    while (end < elements.length && !endsObject(elements[end], isPercent)) end++
    while (end > index + 1 && elements[end - 1]?.kind !== 'word') end--
    const [first, last] = [elements[index + 1], elements[end - 1]]
    if (!first || !last || end === index + 1) return ''
    // "100% xã, phường": what the percentage is of.
    const start = isPercent && unit !== '' ? behind - unit.length : first.start
    return text.slice(start, last.end).replace(/\s+/g, ' ').replace(/^\/ ?/, '')
  }
}

/** What ends the words behind a number: of "100% xã, phường, thị trấn" no comma does. */
function endsObject(element: Element | undefined, isPercent: boolean): boolean {
  if (element?.kind === 'number' || element?.kind === 'time') return true
  if (element?.kind === 'sign') return isPercent ? /^[;(:.…]$/.test(element.text) : true
  return element?.kind === 'phrase' && !isPercent
}

const NOUNS = new Set(['growth', 'increase', 'rise', 'reduction', 'fall', 'decrease', 'drop', 'higher', 'lower'])

function half(value: Exact): Exact {
  return value.dividedBy(Exact.of(2n))
}

/** Only what holds a figure against another one is a statement; or tells a part or a result with the verb for it. */
function finishedStatements(drafts: readonly Draft[]): readonly Statement[] {
  const made = new Map<Draft, Statement>()
  for (const draft of drafts) {
    const fields = settledFields(draft)
    if (!isStatement(draft, fields)) continue
    const { subject, object, unit, period, isAim, verdict } = draft
    const has = (key: FieldKey) => fields.some((field) => field.key === key)
    const { among } = draft
    made.set(draft, {
      subject,
      object,
      unit,
      period,
      isAim: isAim && has('target'),
      direction: draft.direction ?? draft.target,
      verdict: has('exceeds_by') || has('completion') ? null : verdict,
      fields,
      among: !draft.isSurelyPart || among === null ? null : 'isAnchored' in among ? (made.get(among) ?? null) : among,
    })
  }
  return [...made.values()]
}

function isStatement({ isAnchored, isRate, verdict, among }: Draft, fields: readonly Field[]): boolean {
  const has = (...keys: readonly FieldKey[]) => fields.some(({ key }) => keys.includes(key))
  if (has('target', 'exceeds_by', 'previous', 'rate', 'total') || (has('from', 'baseline') && has('to'))) return true
  if (has('completion', 'ratio')) return true
  if (has('change', 'growth', 'poor_change')) return isAnchored || isRate || has('actual', 'to', 'numerator')
  return (has('actual') && among !== null) || (verdict !== null && has('actual'))
}

/** The keys of figures, once the whole statement is known. */
function settledFields(draft: Draft): readonly Field[] {
  const has = (key: FieldKey) => draft.fields.some((field) => field.key === key)
  const isPercent = ({ numeral }: Field) => numeral.mark !== 'none'
  const ofRates =
    draft.isRate ||
    draft.fields.some((field) => ['from', 'to', 'actual', 'baseline'].includes(field.key) && isPercent(field))
  const counts = draft.fields.some((field) => field.key === 'actual' && !isPercent(field))
  const isShare = counts && draft.fields.some((field) => field.key === 'to' && isPercent(field))
  let fields = draft.fields.map((field): Field => {
    const { key } = field
    if (key === 'actual' && isShare && !isPercent(field)) return { ...field, key: 'numerator' }
    if (key === 'change' && !isPercent(field) && ofRates) return { ...field, key: 'poor_change' }
    if (key === 'change' && field.numeral.mark === 'percent' && !ofRates) return { ...field, key: 'growth' }
    if (key === 'to' && !has('from') && !has('change') && !has('previous') && !isShare)
      return { ...field, key: 'actual' }
    return field
  })
  // "Cut by 21.4%, exceeding the goal of a 20% reduction": the change is what was reached.
  const moved = fields.find(({ key }) => key === 'growth' || key === 'change')
  if (draft.target && moved && !has('actual')) {
    fields = fields.map((field) => (field === moved ? { ...field, key: 'actual', isNegative: false } : field))
  }
  return withTotal(fields)
}

/** "64, gồm 47, 9 và 8": what the parts are of is their total, whatever else it is. */
function withTotal(fields: readonly Field[]): readonly Field[] {
  const parts = fields.filter(({ key }) => key === 'parts')
  const whole = fields.find(({ key }) => key === 'actual' || key === 'to')
  if (parts.length < 2 || !whole) return fields.filter(({ key }) => key !== 'parts')
  const others = fields.filter((field) => field !== whole && field.key !== 'parts')
  const total = { ...whole, key: 'total' as const }
  return others.length > 0 ? [...fields, total] : [...parts, total]
}
