/** What only JUnit says. */
const en = {
  /** The one case of a file without a problem. */
  noProblems: 'no problems',
  /** Why an indicator was not held against its target. */
  leftOut: 'left out because of problems in the input',
  /** The case that holds the number of warnings against the policy. */
  warnings: 'warnings',
}

const vi: typeof en = {
  noProblems: 'không có vấn đề nào',
  leftOut: 'không được tính vì dữ liệu đầu vào có lỗi',
  warnings: 'số cảnh báo',
}

export const junitWords = { en, vi }
