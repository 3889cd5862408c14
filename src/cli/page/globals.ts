/** Names that Node has everywhere, put by the build into what uses them. */
export { Buffer, process } from './node.ts'
