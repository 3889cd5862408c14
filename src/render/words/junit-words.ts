import type { Language } from '../../model/figure.ts'

/** What only JUnit says. */
export interface JunitWords {
  /** The one case of a file without a problem. */
  readonly noProblems: string
  /** Why an indicator was not held against its target. */
  readonly leftOut: string
  /** The case that holds the number of warnings against the policy. */
  readonly warnings: string
}

export const junitWords: Readonly<Record<Language, JunitWords>> = {
  en: {
    noProblems: 'no problems',
    leftOut: 'left out because of problems in the input',
    warnings: 'warnings',
  },
  vi: {
    noProblems: 'không có vấn đề nào',
    leftOut: 'không được tính vì dữ liệu đầu vào có lỗi',
    warnings: 'số cảnh báo',
  },
}
