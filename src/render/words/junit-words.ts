import type { Language } from '../../model/figure.ts'

/** What only JUnit says. */
export interface JunitWords {
  /** The one case of a file without a problem. */
  readonly noProblems: string
  /** The case that holds the number of warnings against the policy. */
  readonly warnings: string
}

export const junitWords: Readonly<Record<Language, JunitWords>> = {
  en: {
    noProblems: 'no problems',
    warnings: 'warnings',
  },
  vi: {
    noProblems: 'không có vấn đề nào',
    warnings: 'số cảnh báo',
  },
}
