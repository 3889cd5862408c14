import type { ClaimVerdict } from '../../model/claim.ts'
import type { Language } from '../../model/figure.ts'
import type { RuleText } from './rule-texts.ts'

/** Each verdict of an audit in general. */
export const auditRules: Readonly<Record<Language, Readonly<Record<ClaimVerdict, RuleText>>>> = {
  en: {
    consistent: {
      what: 'A published figure is what its numbers come to, rounded as it was printed.',
      help: 'Nothing has to be done.',
    },
    'consistent-truncated': {
      what: 'A published figure is what its numbers come to, with decimals cut off instead of rounded.',
      help: 'Round it, or say that decimals are cut off.',
    },
    'consistent-half-even': {
      what: 'A published figure is what its numbers come to, with halves rounded to the even digit.',
      help: 'Round it as usual, or say how it is rounded.',
    },
    'consistent-within-rounding': {
      what: 'A published figure can be right, given that the numbers beside it were rounded.',
      help: 'Print the numbers with more decimals, so that it can be calculated again.',
    },
    implied: {
      what: 'What a figure is held against was not published; the figure says between what it lies.',
      help: 'Print the target beside the figure, or how many households there are.',
    },
    undefined: {
      what: 'A published figure cannot be calculated from its numbers.',
      help: 'The message says why: a target of zero and the like.',
    },
    undecided: {
      what: 'The published numbers do not decide whether a figure is right.',
      help: 'The message says which numbers would decide it.',
    },
    wording: {
      what: 'A published figure is right, but its words are not.',
      help: 'Say whether it is of the plan or beyond it, and write percentage points where it is points.',
    },
    'other-formula': {
      what: 'A published figure is right by another formula than the usual or the stated one.',
      help: 'Say by which formula it was calculated.',
    },
    inconsistent: {
      what: 'A published figure is not what its numbers come to by any formula or rounding.',
      help: 'Check it and the numbers beside it against where they come from.',
    },
  },
  vi: {
    consistent: {
      what: 'Số liệu công bố đúng với kết quả tính lại, sau khi làm tròn như đã công bố.',
      help: 'Không cần xử lý.',
    },
    'consistent-truncated': {
      what: 'Số liệu công bố đúng với kết quả tính lại nếu cắt bỏ số lẻ thay vì làm tròn.',
      help: 'Làm tròn lại, hoặc ghi rõ là đã cắt bỏ số lẻ.',
    },
    'consistent-half-even': {
      what: 'Số liệu công bố đúng với kết quả tính lại nếu làm tròn nửa về số chẵn.',
      help: 'Làm tròn theo cách thông thường, hoặc ghi rõ cách làm tròn.',
    },
    'consistent-within-rounding': {
      what: 'Số liệu công bố có thể đúng, vì các số đi kèm đã được làm tròn.',
      help: 'Công bố các số đi kèm với nhiều chữ số thập phân hơn để có thể tính lại.',
    },
    implied: {
      what: 'Chưa công bố kế hoạch; từ số liệu suy ra được kế hoạch nằm trong khoảng nào.',
      help: 'Công bố kế hoạch cùng với số liệu.',
    },
    undefined: {
      what: 'Không tính được số liệu này từ các số đã công bố.',
      help: 'Thông báo nêu rõ lý do, chẳng hạn kế hoạch bằng 0.',
    },
    undecided: {
      what: 'Các số đã công bố chưa đủ để kết luận số liệu này đúng hay sai.',
      help: 'Thông báo nêu rõ cần thêm số liệu nào.',
    },
    wording: {
      what: 'Số liệu công bố đúng nhưng cách diễn đạt sai.',
      help: 'Nêu rõ là so với kế hoạch hay vượt kế hoạch; nếu là điểm phần trăm thì ghi điểm phần trăm.',
    },
    'other-formula': {
      what: 'Số liệu công bố đúng theo công thức khác với công thức thông thường hoặc đã nêu.',
      help: 'Ghi rõ công thức đã dùng.',
    },
    inconsistent: {
      what: 'Số liệu công bố không khớp với các số đi kèm, theo bất kỳ công thức hay cách làm tròn nào.',
      help: 'Kiểm tra lại số liệu và các số đi kèm với nguồn gốc.',
    },
  },
}
