import type { ClaimDirection } from '../../model/claim.ts'
import type { Element } from './elements.ts'
import type { Role } from './lexicon.ts'
import type { NumberForm } from './statements.ts'

export type NumberElement = Extract<Element, { readonly kind: 'number' }>

export function isRole(element: Element | undefined, ...roles: readonly Role[]): boolean {
  return element?.kind === 'phrase' && roles.includes(element.role)
}

export const isSign = (element: Element | undefined, signs: string): boolean =>
  element?.kind === 'sign' && signs.includes(element.text)

const isSeparator = (element: Element | undefined): boolean =>
  isRole(element, 'and', 'clause') || isSign(element, ',;():')

const qualifiers = ['about', 'above', 'below', 'least', 'most'] as const
const NOUNS = new Set(['growth', 'increase', 'rise', 'reduction', 'fall', 'decrease', 'drop', 'higher', 'lower'])
const HIGHER = new Set(['higher', 'more than'])
const LOWER = new Set(['lower', 'less than', 'fewer than'])

/** What stands around the figures of a sentence; -1: there is none of it. */
export class Around {
  constructor(
    readonly elements: readonly Element[],
    private readonly text: string,
  ) {}

  roleAt(at: number): Role | null {
    const element = this.elements[at]
    return element?.kind === 'phrase' ? element.role : null
  }

  phraseAt(at: number): string {
    const element = this.elements[at]
    return element?.kind === 'phrase' ? element.text : ''
  }

  /** The phrase in front of a number, over fillers, times and what says that it is about so much. */
  leadOf(index: number): number {
    const at = this.frontOf(index) - 1
    return this.elements[at]?.kind === 'phrase' ? at : -1
  }

  /** Where the fillers, times and qualifiers in front of a number begin. */
  private frontOf(index: number): number {
    let at = index
    while (at > 0 && isFront(this.elements[at - 1])) at--
    return at
  }

  /** The first phrase behind a number, over fillers and a word or two. */
  behind(index: number): number {
    for (let at = index + 1; at < this.elements.length; at++) {
      const element = this.elements[at]
      if (element?.kind === 'phrase') return at
      if (element?.kind !== 'filler' && (element?.kind !== 'word' || at > index + 2)) return -1
    }
    return -1
  }

  /** `of the target`; 2% of something for a plan is none of the plan. */
  planBehind(index: number): boolean {
    for (let at = index + 1; at < Math.min(this.elements.length, index + 8); at++) {
      const element = this.elements[at]
      if (element?.kind === 'filler' && (element.text === 'cho' || element.text === 'for')) return false
      if (element?.kind !== 'filler' && element?.kind !== 'time' && !isRole(element, 'than'))
        return isRole(element, 'plan')
    }
    return false
  }

  /** `so với kế hoạch được giao thì đạt 58%`: a plan in front, with no figure between. */
  planBefore(index: number): boolean {
    for (let at = index - 1; at > 0 && !isSign(this.elements[at], ';'); at--) {
      if (this.elements[at]?.kind === 'number') return false
      if (isRole(this.elements[at], 'plan')) return isRole(this.elements[at - 1], 'than')
    }
    return false
  }

  earlierBehind(index: number): boolean {
    let isThan = false
    for (let at = index + 1; at < Math.min(this.elements.length, index + 10); at++) {
      const element = this.elements[at]
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
  nounBehind(index: number): 'up' | 'down' | null {
    const role = this.roleAt(index + 1)
    return NOUNS.has(this.phraseAt(index + 1)) && (role === 'up' || role === 'down') ? role : null
  }

  /** `9 percent below the target`, `4% less than required`: how far it is beyond a plan, 1, or short of it, -1; else 0. */
  beyondBehind(index: number): -1 | 0 | 1 {
    const [next, word] = [this.elements[index + 1], this.phraseAt(index + 1)]
    const than = HIGHER.has(word) ? 1 : LOWER.has(word) ? -1 : 0
    if (than !== 0) {
      const at = isRole(this.elements[index + 2], 'than') ? index + 3 : index + 2
      return Math.max(this.nextPhrase(at, 'plan'), this.nextPhrase(at, 'planned')) < 0 ? 0 : than
    }
    const short = this.behind(index)
    if (this.phraseAt(short) === 'short of') return this.nextPhrase(short + 1, 'plan') < 0 ? 0 : -1
    if (!isRole(next, 'exceed', 'short') || !['above', 'below'].includes(word)) return 0
    return this.nextPhrase(index + 2, 'plan') < 0 ? 0 : word === 'above' ? 1 : -1
  }

  isOfRate(index: number): boolean {
    for (let at = index - 1; at >= 0; at--) {
      const element = this.elements[at]
      if (isRole(element, 'rate')) return true
      if (element?.kind === 'number' || isSign(element, ';')) return false
    }
    return false
  }

  /** The nearest phrase of a role from there on, over fillers. */
  nextPhrase(from: number, role: Role): number {
    for (let at = from; at < Math.min(this.elements.length, from + 5); at++) {
      if (isRole(this.elements[at], role)) return at
      if (this.elements[at]?.kind !== 'filler') return -1
    }
    return -1
  }

  /** Where the next of a kind stands; where the sentence ends if none does. */
  nextIndex(from: number, kind: Element['kind']): number {
    for (let at = from; at < this.elements.length; at++) if (this.elements[at]?.kind === kind) return at
    return this.elements.length
  }

  /** The phrase in front of another, over fillers and so many words. */
  previousPhrase(index: number, words = 0): number {
    let left = words
    for (let at = index - 1; at >= 0; at--) {
      const kind = this.elements[at]?.kind
      if (kind === 'phrase') return at
      if (kind !== 'filler' && (kind !== 'word' || left-- === 0)) return -1
    }
    return -1
  }

  /** The nearest phrase of these roles before, in the same statement. */
  lastPhrase(index: number, ...roles: readonly Role[]): number {
    for (let at = index - 1; at >= 0; at--) {
      const element = this.elements[at]
      if (isRole(element, ...roles)) return at
      if (isRole(element, 'among') || isSign(element, ';')) return -1
    }
    return -1
  }

  /** Whether what the clause says is compared with an earlier time from its beginning on. */
  isAnchored(index: number): boolean {
    const from = this.elements.findLastIndex((each, at) => at < index && isSign(each, ';')) + 1
    return isRole(
      this.elements.find(({ kind }, at) => at >= from && kind !== 'filler'),
      'than',
    )
  }

  hasSeparator(from: number, index: number): boolean {
    for (let at = from; at < index; at++) if (isSeparator(this.elements[at])) return true
    return false
  }

  /** Whether words between the last number and this one, behind a comma, name something else than the statement so far. */
  hasNewSubject(lastNumber: number, index: number, lead = this.leadOf(index)): boolean {
    if (lastNumber < 0) return false
    let isNamed = false
    let last = -1
    for (let at = lastNumber + 1; at < index; at++) {
      const element = this.elements[at]
      if (isSeparator(element)) {
        // "600.000 tấn và còn lại là tôn mạ kẽm, vượt 10%": what follows is about the last named, or about all.
        if (isNamed && isRole(this.elements[last], 'and', 'clause')) return true
        isNamed = false
        last = at
      } else if (last >= 0 && (lead <= last || at < lead)) {
        if (element?.kind === 'word' || element?.kind === 'task' || isRole(element, 'rate')) isNamed = true
      }
    }
    return isNamed
  }

  /** `trở lên`, `at least`, `không quá`. */
  boundOf(index: number): ClaimDirection | null {
    const around = [...this.elements.slice(this.frontOf(index), index), this.elements[index + 1]]
    if (around.some((each) => isRole(each, 'least'))) return 'at_least'
    return around.some((each) => isRole(each, 'most', 'below')) ? 'at_most' : null
  }

  formOf(index: number): NumberForm {
    const qualifier = this.elements.slice(this.frontOf(index), index).findLast((each) => isRole(each, ...qualifiers))
    if (qualifier?.kind !== 'phrase') return 'number'
    if (qualifier.role === 'least') return 'above'
    return qualifier.role === 'about' || qualifier.role === 'above' ? qualifier.role : 'below'
  }

  /** "At least 12.5" and "không quá 12,5" are a target and its direction. */
  isDirection(index: number): boolean {
    return this.elements.slice(this.frontOf(index), index).some((each) => isRole(each, 'least', 'most'))
  }

  /** The period of what is told at a number; another time is that of what it is compared with. */
  periodNear(index: number): string | null {
    const isOwn = (each: Element, at: number) => each.kind === 'time' && each.period !== null && !this.isCompared(at)
    const found =
      this.elements.findLast((each, at) => at < index && isOwn(each, at)) ??
      this.elements.find((each, at) => at > index && isOwn(each, at))
    return found?.kind === 'time' ? found.period : null
  }

  private isCompared(at: number): boolean {
    for (let index = at - 1; index >= 0 && at - index < 8; index--) {
      const element = this.elements[index]
      if (element?.kind === 'sign' && element.text !== '(') return false
      if (isRole(element, 'than', 'from', 'earlier')) return true
      if (isRole(element, 'plan')) return this.nextIndex(0, 'number') < index
      if (isRole(element, 'up', 'down', 'to', 'reach')) return false
      if (element?.kind === 'number') return isRole(this.elements[this.leadOf(index)], 'from', 'than')
    }
    return false
  }

  /** The words in front of a figure, without times and the phrase that the figure stands behind. */
  subjectBefore(index: number): string {
    const { elements } = this
    // "Tuyển sinh mới: 1.450"
    let end = isSign(elements[index - 1], ':') ? index - 1 : index
    let start = end
    while (start > 0 && !this.endsSubject(start - 1)) start--
    const after = elements.findLastIndex((each, at) => at >= start && at < index && isRole(each, 'aim', 'done'))
    if (after >= 0) start = after + 1
    while (end > start && isEdge(elements[end - 1])) end--
    while (start < end && isEdge(elements[start])) start++
    // The phrase that a figure stands behind may have its subject in front: "kế hoạch doanh thu".
    return this.textOf(start, end)
  }

  /** What stands behind the unit: `người tâm thần`, of 35. */
  objectBehind({ numeral, unit, end: behind }: NumberElement, index: number): string {
    const isPercent = numeral.mark !== 'none'
    let end = index + 1
    while (end < this.elements.length && !endsObject(this.elements[end], isPercent)) end++
    while (end > index + 1 && this.elements[end - 1]?.kind !== 'word') end--
    // "100% xã, phường": what the percentage is of.
    return this.textOf(index + 1, end, isPercent && unit !== '' ? behind - unit.length : null).replace(/^\/ ?/, '')
  }

  private textOf(from: number, to: number, start: number | null = null): string {
    const [first, last] = [this.elements[from], this.elements[to - 1]]
    return first && last && from < to ? this.text.slice(start ?? first.start, last.end).replace(/\s+/g, ' ') : ''
  }

  private endsSubject(at: number): boolean {
    const element = this.elements[at]
    if (element?.kind === 'number' || element?.kind === 'unread' || isRole(element, 'among', 'clause')) return true
    if (!isSign(element, ',;():')) return false
    // "nông, lâm, thủy sản" is one name.
    return !isSign(element, ',') || this.wordsBetween(at) > 2
  }

  /** How many words stand between a comma and the next comma or phrase; many: a time, or none. */
  private wordsBetween(comma: number): number {
    let at = comma + 1
    for (; at < this.elements.length; at++) {
      const element = this.elements[at]
      if (element?.kind === 'sign' || element?.kind === 'number') break
      if (element?.kind === 'phrase' && element.role !== 'and') break
      if (element?.kind === 'time') return 9
    }
    return at - comma - 1 || 9
  }
}

function isFront(element: Element | undefined): boolean {
  if (element?.kind === 'sign') return '(:~≈-'.includes(element.text)
  return element?.kind === 'filler' || element?.kind === 'time' || isRole(element, ...qualifiers)
}

/** What no name begins or ends with. */
function isEdge(element: Element | undefined): boolean {
  return element?.kind === 'phrase' ? element.role !== 'rate' : ['filler', 'time', 'sign'].includes(element?.kind ?? '')
}

/** What ends the words behind a number: of "100% xã, phường, thị trấn" no comma does. */
function endsObject(element: Element | undefined, isPercent: boolean): boolean {
  if (element?.kind === 'number' || element?.kind === 'time') return true
  if (element?.kind === 'sign') return !isPercent || ';(:.…'.includes(element.text)
  return element?.kind === 'phrase' && !isPercent
}
