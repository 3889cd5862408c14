import type { SentenceWords } from './sentence-en.ts'

export const sentenceVi: SentenceWords = {
  reached: (percent, target, verdict) => `đạt ${percent} kế hoạch ${target} (${verdict})`,
  heldAgainst: (target, verdict) => `kế hoạch ${target} (${verdict})`,
  target: (target) => `kế hoạch ${target}`,
  due: (expected) => `đến kỳ báo cáo phải đạt ${expected}`,
  ceilingDue: (expected) => `đến kỳ báo cáo không quá ${expected}`,
  of: (target, period) => `${target} của ${period}`,
  up: (size, on) => `tăng ${size} so với ${on}`,
  down: (size, on) => `giảm ${size} so với ${on}`,
  unchanged: (on) => `bằng ${on}`,
}
