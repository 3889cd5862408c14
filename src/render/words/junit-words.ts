/** What only JUnit says. */
const en = {
  /** The one case of a file without a problem. */
  noProblems: 'no problems',
  /** The case that holds the number of warnings against the policy. */
  warnings: 'warnings',
}

const vi: typeof en = {
  noProblems: 'không có vấn đề nào',
  warnings: 'số cảnh báo',
}

export const junitWords = { en, vi }
