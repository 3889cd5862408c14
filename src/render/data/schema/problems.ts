import * as v from 'valibot'
import { format, inputs, problems } from './common.ts'

/** `pva validate --format json` */
export const problemsSchema = v.pipe(
  v.strictObject({ format: format('pva.problems/1'), problems, inputs }),
  v.title('pva problems'),
  v.description('What `pva validate --format json` writes: every problem of the input files.'),
)
