import type { ClaimDirection, ClaimFigureKey } from '../../model/claim.ts'
import { Exact } from '../../model/exact.ts'
import { Around, isRole, isSign, type NumberElement } from './around.ts'
import type { Element } from './elements.ts'
import type { Numeral } from './numerals.ts'
import { type Draft, finishedStatements } from './settle.ts'

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
  if (elements.some((element) => isRole(element, 'each')) || !elements.some(({ kind }) => kind === 'number')) return []
  const read = reading(new Around(elements, text), inAim, before)
  elements.forEach((element, index) => {
    if (element.kind === 'number') read.number(element, index)
    else read.other(element, index)
  })
  return finishedStatements(read.statements)
}

/** Whether a sentence tells of plans that its own words set. */
export function isAimSentence(elements: readonly Element[]): boolean {
  return elements.some((element, index) => isRole(element, 'aim') && !isSaidAgain(elements, index)) || isPlan(elements)
}

/** `Kế hoạch năm 2018 trồng 1.200 ha`, `The goal was 12.5 million`. */
function isPlan(elements: readonly Element[]): boolean {
  const first = elements.findIndex(({ kind }) => kind !== 'filler' && kind !== 'sign' && kind !== 'time')
  const begins = isRole(elements[first], 'plan') && !isSaidAgain(elements, first)
  return begins && !elements.some((element) => isRole(element, 'done', 'exceed', 'short'))
}

/** `the goals above`: a plan that is spoken of. */
function isSaidAgain(elements: readonly Element[], index: number): boolean {
  const next = elements[index + 1]
  return isRole(next, 'said') || (next?.kind === 'phrase' && next.text === 'trên')
}

/** What a figure is found to be. */
interface Given {
  readonly key: FieldKey
  readonly isNegative?: boolean
  readonly direction?: ClaimDirection | null
  readonly isAnchored?: boolean
  readonly target?: 'reduce_by' | 'increase_by'
  readonly verdict?: Judged | null
  readonly judgedAt?: number
  /** The phrase that it stands behind, where words stand between. */
  readonly lead?: number
}

type Judged = 'exceeded' | 'missed' | 'met'
type Way = 'up' | 'down'

const VERDICTS = { exceed: 'exceeded', short: 'missed', reach: 'met' } as const
const byWay = (way: Way) => (way === 'down' ? 'reduce_by' : 'increase_by')
const excess = (isNegative: boolean): Given => ({ key: 'exceeds_by', isNegative })

function reading(around: Around, inAim: boolean, before: Statement | null) {
  const { elements } = around
  const statements: Draft[] = []
  const isAimed = inAim || isAimSentence(elements)
  // "The goal was 12.5 million, and 13 million came": only the first figure is the goal's.
  const isPastPlan =
    isPlan(elements) && elements.some((each) => each.kind === 'filler' && ['was', 'were'].includes(each.text))
  let current: Draft | null = null
  let among: Draft | Statement | null = null
  // Behind a semicolon nothing says whether the parts go on.
  let isSurelyPart = false
  let isWhole = false
  let lastNumber = -1
  let lastField: Field | null = null
  let hasDone = false
  /** What brackets interrupt. */
  const opened: { current: Draft | null; among: Draft | Statement | null; isSurelyPart: boolean }[] = []

  return { number, other, statements }

  function other(element: Element, index: number): void {
    if (isSign(element, '(')) opened.push({ current, among, isSurelyPart })
    else if (isSign(element, ')')) {
      const outer = opened.pop()
      if (!outer || outer.current === current) return
      ;({ current, among, isSurelyPart } = outer)
      isWhole = false
    } else if (isSign(element, ';')) {
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
    else if (isRole(element, 'aim') && around.phraseAt(index).includes(' ')) hasDone = false
    else if (isRole(element, 'exceed', 'short') || (isRole(element, 'reach') && current)) word(index)
  }

  /** A verb of judgement with a plan behind it and no figure between: a word about the result. */
  function word(index: number): void {
    const plan = around.nextPhrase(index + 1, 'plan')
    if (!current || current.fields.length === 0 || plan < 0 || around.nextIndex(index + 1, 'number') < plan) return
    const verdict = verdictAt(index)
    const [judge, end] = [elements[index], elements[plan]?.end]
    if (!judge || !verdict || around.hasNewSubject(lastNumber, index)) return
    current.verdict ??= { word: verdict, start: judge.start, end: end ?? judge.end }
  }

  /** `to surpass` is a word about a result only right behind it: what is expected is none. */
  function verdictAt(index: number): Judged | null {
    const role = around.roleAt(index)
    if (role !== 'exceed' && role !== 'short' && role !== 'reach') return null
    return around.phraseAt(index).startsWith('to ') && elements[index - 1]?.kind !== 'number' ? null : VERDICTS[role]
  }

  function number(element: NumberElement, index: number): void {
    if (element.numeral.denominator) fraction(element)
    else {
      const given = roleOf(element, index, around.leadOf(index))
      if (given) add(element, index, given)
      // What follows is about the same as a figure that was not understood.
      else if (element.numeral.mark !== 'none' && around.hasNewSubject(lastNumber, index)) current = null
    }
    lastNumber = index
  }

  function roleOf({ numeral, unit }: NumberElement, index: number, at: number): Given | null {
    const lead = around.roleAt(at)
    const isPercent = numeral.mark !== 'none'
    const aims = isAimed && !hasDone
    const ofPlan = around.planBehind(index)
    const sinceEarlier = around.earlierBehind(index)
    const noun = around.nounBehind(index)
    if (numeral.isTimes) {
      if (aims || (lead !== 'times' && lead !== 'reach')) return null
      return ofPlan ? { key: 'completion' } : sinceEarlier ? { key: 'ratio', isAnchored: true } : null
    }
    const isNamed = unit !== '' || numeral.power > 0 || numeral.currency !== ''
    const isCounted = isNamed || /[.,]|\d{4}/.test(numeral.digits)
    if (!isPercent && !isCounted && !isEndOfChange(index, lead)) return null
    if (isWhole && !isPercent && (lead === null || lead === 'whole' || lead === 'and')) return { key: 'parts' }
    if (lead === 'whole') return null
    const bracket = isSign(elements[index - 1], '-−+') ? index - 2 : index - 1
    const inBrackets = isSign(elements[bracket], '(')
    // "Giảm 400 vụ (-18,74%)"
    const inOtherWay = inBrackets && around.nextIndex(lastNumber + 1, 'sign') === bracket ? again(isPercent) : null
    if (inOtherWay && lastField?.numeral.mark === 'none') return inOtherWay
    // "15.530 ha/22.366 ha KH"
    if (isSign(elements[index - 1], '/') && lastNumber === index - 2 && ofPlan && !isPercent) return { key: 'target' }
    // `Chỉ tiêu 17.9` has this number.
    if (lead === 'plan' && !current && !isPercent && !isNamed && !/(?:\d\D?){4}/.test(numeral.digits)) return null
    const named = lead === null ? planNamed(index) : at
    if (lead === 'plan' || (named >= 0 && lead === null)) return planned(index, named, noun, aims)
    const beyondPlan = around.beyondBehind(index)
    if (beyondPlan !== 0) return aims || isTargetNear(index, numeral) ? null : excess(beyondPlan < 0)
    if (lead === 'by') return moved(index, at, aims)
    if (isPercent && ofPlan) {
      if (aims) return null
      // "Vượt 2.827 người, tương đương 17,67% kế hoạch" says again by how much, or how far it was reached.
      const verb = around.phraseAt(at) === 'tương đương' ? around.lastPhrase(at, 'exceed', 'short') : -1
      if (verb >= 0 && !elements.slice(verb, at).some((each) => isRole(each, 'plan'))) return null
      if (lead === 'exceed' || lead === 'up') return excess(false)
      return lead === 'short' || lead === 'down' ? excess(true) : { key: 'completion' }
    }
    if (!isPercent && isRole(elements[index + 1], 'plan') && elements[index + 2]?.kind !== 'word') {
      // "Against a $33.2bn target"; Vietnamese plans stand in front.
      if (/^(?:target|goal|forecast)$/.test(around.phraseAt(index + 1))) return judged({ key: 'target' }, at)
    }
    if ((lead === 'exceed' || lead === 'short') && isPercent && sinceEarlier && !aims)
      return { key: 'change', isNegative: lead === 'short', isAnchored: true }
    if (lead === 'exceed' || lead === 'short') return beyond(index, lead, ofPlan, aims)
    if (lead === 'or') return again(isPercent)
    if (lead === 'up' || lead === 'down' || noun) {
      const way = noun ?? (lead as Way)
      if (!noun && isRole(elements[index + 1], 'to') && !isPercent) return null
      if (aims) return { key: 'target', direction: byWay(way) }
      return { key: 'change', isNegative: way === 'down', isAnchored: sinceEarlier }
    }
    if (lead === 'than' || (lead === 'earlier' && inBrackets)) return { key: 'previous' }
    if (lead === 'from') return fromRole(index, at, aims)
    if (lead === 'to') return toRole(index, at, aims)
    const isBare = lead === null && elements[index - 1]?.kind !== 'word'
    if (isPercent && sinceEarlier && (lead === 'reach' || isBare))
      return aims ? null : { key: 'ratio', isAnchored: true }
    const isOfPlan = around.planBefore(index) || hasCount('target')
    if (isPercent && lead === 'reach' && !aims && isOfPlan) return { key: 'completion' }
    if (lead === 'share') return { key: 'to' }
    if (aims && isPastPlan && lastNumber >= 0) return null
    if (aims) return { key: 'target', direction: around.boundOf(index) }
    if (isPercent) return current?.isRate || around.isOfRate(index) ? { key: 'actual' } : null
    return lead === 'times' ? null : { key: 'actual' }
  }

  /** Of a plan that is named before: `mục tiêu của Nghị quyết là 1,765 tỷ`; -1: none is. */
  function planNamed(index: number): number {
    const verb = elements[index - 1]
    if (verb?.kind !== 'filler' || !['là', 'was', 'is', 'were'].includes(verb.text)) return -1
    for (let at = index - 2; at >= Math.max(0, index - 9); at--) {
      const { kind } = elements[at] as Element
      // A `target population` is no plan.
      if (isRole(elements[at], 'plan')) return verb.text === 'là' || elements[at + 1]?.kind === 'filler' ? at : -1
      if (kind === 'number' || kind === 'sign') return -1
    }
    return -1
  }

  /** A word of judgement in front of a plan or what it is. */
  function judged(given: Given, judgedAt: number): Given {
    const verdict = isAimed && !hasDone ? null : verdictAt(judgedAt)
    return verdict ? { ...given, verdict, judgedAt } : given
  }

  /** Whether a target follows that the figure, beyond it or short of it, would be more than half of. */
  function isTargetNear(index: number, { value, mark, power }: Numeral): boolean {
    const next = elements[around.nextIndex(index + 1, 'number')]
    if (next?.kind !== 'number' || next.numeral.mark !== mark || next.numeral.power !== power) return false
    const plan = around.lastPhrase(elements.indexOf(next), 'plan')
    return plan > index && !isRole(elements[index + 1], 'short') && value.isAbove(half(next.numeral.value))
  }

  /** Behind `kế hoạch`, `the target of`. */
  function planned(index: number, at: number, noun: Way | null, aims: boolean): Given | null {
    if (isSaidAgain(elements, at)) return null
    // "Exceeding its fundraising goal"
    const named = around.previousPhrase(at, 2)
    const before = isRole(elements[named], 'exceed', 'short') ? named : around.previousPhrase(at)
    const judge = around.roleAt(before) === 'than' ? around.previousPhrase(before) : before
    const isDirect =
      index - at === 1 || elements.slice(at + 1, index).every((each) => each.kind === 'phrase' && each.role !== 'plan')
    const { value, mark, power } = (elements[index] as NumberElement).numeral
    if (isDirect && around.roleAt(judge) === 'exceed') {
      // "Vượt chỉ tiêu 1%" may be by 1% and beyond 1%: nobody reaches more than twice a plan and calls it so.
      const level = current?.fields.find(({ key }) => key === 'actual' || key === 'to')?.numeral
      if (!level || level.mark !== mark) return null
      if (level.power === power && value.isBelow(half(level.value))) return excess(false)
    }
    if (aims && noun) return { key: 'target', direction: byWay(noun) }
    const target: Given = { key: 'target', direction: aims ? around.boundOf(index) : null, lead: at }
    return judged(noun ? { ...target, target: byWay(noun) } : target, judge)
  }

  /** Behind `exceeding`, `short of`: of a plan that is named, or that the words behind tell of. */
  function beyond(index: number, lead: 'exceed' | 'short', ofPlan: boolean, aims: boolean): Given | null {
    if (aims) return null
    if (ofPlan) return excess(lead === 'short')
    const end = around.nextIndex(index + 1, 'number')
    const isPlanned = elements.slice(index + 1, Math.min(end, index + 6)).some((each) => isRole(each, 'planned'))
    return isPlanned ? judged({ key: 'target' }, around.leadOf(index)) : null
  }

  function moved(index: number, at: number, aims: boolean): Given | null {
    const role = around.roleAt(around.lastPhrase(at, 'up', 'down', 'exceed', 'short'))
    if (role === 'exceed' || role === 'short') return excess(role === 'short')
    if (role !== 'up' && role !== 'down') return null
    if (aims) return { key: 'target', direction: byWay(role) }
    return { key: 'change', isNegative: role === 'down', isAnchored: around.earlierBehind(index) }
  }

  function hasCount(key: FieldKey): boolean {
    return current?.fields.some((field) => field.key === key && field.numeral.mark === 'none') ?? false
  }

  /** `or 2%`: the same in per cent. */
  function again(isPercent: boolean): Given | null {
    if (!isPercent || !lastField || !current) return null
    const { key, isNegative } = lastField
    if (key === 'change' || key === 'exceeds_by') return { key, isNegative, isAnchored: true }
    return key === 'actual' && current.fields.some((field) => field.key === 'target') ? { key: 'completion' } : null
  }

  function fromRole(index: number, at: number, aims: boolean): Given | null {
    const verb = around.lastPhrase(at, 'up', 'down')
    const next = around.nextIndex(index + 1, 'number')
    if (next < elements.length && around.roleAt(around.leadOf(next)) === 'to')
      return { key: aims ? 'baseline' : 'from' }
    const direction = around.boundOf(index)
    if (verb < 0 || elements.slice(verb, at).some(({ kind }) => kind === 'sign'))
      return aims ? { key: 'target', direction } : null
    // "Giảm từ 0,6 - 1,0%" is by so much; "up from 2.05 million" is since then.
    if ((elements[index] as NumberElement).numeral.high || direction) {
      const way = around.roleAt(verb) as Way
      return aims ? { key: 'target', direction: byWay(way) } : { key: 'change', isNegative: way === 'down' }
    }
    return around.phraseAt(at) === 'from' ? { key: 'previous' } : null
  }

  function toRole(index: number, at: number, aims: boolean): Given | null {
    const verb = around.roleAt(around.lastPhrase(at, 'up', 'down'))
    const text = around.phraseAt(at)
    // English "to" is a way to go only behind a verb that goes there.
    if (text === 'to' && verb === null) return aims ? { key: 'target', direction: around.boundOf(index) } : null
    const isDown = text.startsWith('xuống') || text === 'còn' || verb === 'down'
    if (aims) return { key: 'target', direction: isDown ? 'at_most' : 'at_least' }
    // "Toàn tỉnh còn 1.250 hộ nghèo" tells what there is.
    const isLeft = verb === null && (elements[index] as NumberElement).numeral.mark === 'none'
    return { key: isLeft ? 'actual' : 'to' }
  }

  /** "From 68 to 34": bare numbers, but both of them. */
  function isEndOfChange(index: number, lead: string | null): boolean {
    if ((lead !== 'from' && lead !== 'to') || around.lastPhrase(index, 'up', 'down') < 0) return false
    const other = lead === 'from' ? around.nextIndex(index + 1, 'number') : lastNumber
    return other >= 0 && around.roleAt(around.leadOf(other)) === (lead === 'from' ? 'to' : 'from')
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
    const hasKey = ({ fields }: Draft) =>
      fields.some((field) => field.key === key && key !== 'parts' && !isOtherWay(field, element)) ||
      (key === 'actual' && fields.some((each) => each.key === 'to' && each.numeral.mark === element.numeral.mark))
    const hasNewSubject = around.hasNewSubject(lastNumber, index, given.lead)
    if (!current || hasNewSubject || hasKey(current)) {
      const isApart = current === null || around.hasSeparator(lastNumber + 1, index)
      if (!isApart) return
      if (key !== 'parts') current = begun(element, index, isLevel || !current || hasNewSubject)
    }
    if (!current) return
    const field: Field = {
      key,
      numeral: element.numeral,
      unit: element.unit,
      form: key === 'target' && given.direction && around.isDirection(index) ? 'number' : around.formOf(index),
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
    const isSecond = previous !== undefined && lastNumber >= 0 && around.roleAt(around.leadOf(index)) === 'and'
    const draft: Draft = {
      subject: isSecond ? previous.subject : isOwn ? around.subjectBefore(index) : (current?.subject ?? ''),
      object: around.objectBehind(element, index),
      unit: '',
      period: around.periodNear(index),
      direction: null,
      verdict: null,
      fields: [],
      isAim: isAimed && !hasDone,
      among,
      isSurelyPart,
      isAnchored: around.isAnchored(index),
      isRate: around.isOfRate(index),
      target: null,
    }
    statements.push(draft)
    return draft
  }
}

function half(value: Exact): Exact {
  return value.dividedBy(Exact.of(2n))
}
