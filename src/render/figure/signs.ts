/** Across a bar where its target is. */
export const targetMark = (unicode: boolean) => (unicode ? '│' : '|')

/** Across a bar where it should be by now. */
export const expectedMark = (unicode: boolean) => (unicode ? '┊' : ':')
