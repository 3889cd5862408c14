/** Problems that only tables have; their words stand in files of their own. */
export type TableProblemCode = 'table-syntax' | 'ragged-row' | 'duplicate-column'
