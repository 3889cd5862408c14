import type { Language } from '../../model/figure.ts'
import { firstError, type Problem } from '../../model/problem.ts'
import type { InputFile } from '../../model/report.ts'
import type { Document } from '../../render/view/document.ts'
import type { DocumentFormat, DocumentLook, Written } from '../../render/view/format.ts'
import { exitCode } from '../exit-code.ts'
import type { CommonFlags } from '../help/options.ts'
import { CannotReadAgain } from '../input/files.ts'
import type { ReadInputs } from '../input/load.ts'
import type { World } from '../world.ts'
import { presentation, resultPresentation } from './presentation.ts'
import { cliWords } from './words.ts'

/** Formats for people, which every command with a result has: each a writer of documents, loaded on use. */
const documentFormats = {
  table: async () => (await import('../../render/terminal/document.ts')).terminal,
  markdown: async () => (await import('../../render/markdown/document.ts')).markdown,
  html: async () => (await import('../../render/html/page.ts')).page,
  xlsx: async () => (await import('../../render/xlsx/document.ts')).workbook,
} satisfies Readonly<Record<string, () => Promise<DocumentFormat>>>

export const isForPeople = (format: string): format is keyof typeof documentFormats =>
  Object.hasOwn(documentFormats, format)

/** Formats that say where figures stand, not only where problems do. */
export const showsPlaces = ({ format }: CommonFlags): boolean => !['table', 'markdown', 'html', 'text'].includes(format)

/** What a writer is told besides the result. */
export interface Told<Flags> {
  readonly flags: Flags
  readonly load: ReadInputs
  readonly lang: Language
  readonly problems: readonly Problem[]
  /** The same with what takes time: digests of the input files. */
  readonly all: () => Promise<{
    readonly lang: Language
    readonly problems: readonly Problem[]
    /** false when an error kept something out of the result. */
    readonly complete: boolean
    readonly inputs: readonly InputFile[]
    readonly version: string
  }>
}

type Writer<Result, Flags> = (result: Result, told: Told<Flags>, world: World) => Promise<Written>

/** The formats of a command, by name, in the order in which its help lists them. */
export type Formats<Result, Flags> = ReadonlyMap<string, Writer<Result, Flags>>

export const formatsIn = <Result, Flags>(
  writers: Readonly<Record<string, Writer<Result, Flags>>>,
): Formats<Result, Flags> => new Map(Object.entries(writers))

/** What people read of a result; null: there is nothing to show. */
type DocumentOf<Result, Flags> = (
  result: Result,
  told: Told<Flags>,
) => Promise<((look: DocumentLook) => Document | null) | null>

/** Formats for people from the document of a result, and those for programs. */
export function formatsOf<Result, Flags extends CommonFlags>(
  documentOf: DocumentOf<Result, Flags>,
  forPrograms: Readonly<Record<string, Writer<Result, Flags>>>,
): Formats<Result, Flags> {
  const forPeople = Object.entries(documentFormats).map(([name, load]) => {
    const write: Writer<Result, Flags> = async (result, told, world) => {
      const documentIn = await documentOf(result, told)
      return documentIn ? documentText(documentIn, await load(), told, world) : ''
    }
    return [name, write] as const
  })
  return formatsIn({ ...Object.fromEntries(forPeople), ...forPrograms })
}

async function documentText(
  documentIn: (look: DocumentLook) => Document | null,
  { look, write }: DocumentFormat,
  { flags, problems, load }: Told<CommonFlags>,
  world: World,
): Promise<Written> {
  const { lang, ...looks } = resultPresentation(flags, world)
  const around = {
    ...looks,
    lang,
    // A page can be switched to the other language where nobody chose one.
    languages: flags.lang === undefined ? ([lang, lang === 'vi' ? 'en' : 'vi'] as const) : ([lang] as const),
    quiet: flags.quiet === true,
    problems,
    inputs: load.inputFiles,
    version: PVA_VERSION,
    sha256: (text: string) =>
      process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('base64'),
  }
  const looked = look(around)
  const document = documentIn({ ...looked, lang })
  if (document === null) return ''
  return write((shown) => (shown === lang ? document : (documentIn({ ...looked, lang: shown }) ?? document)), around)
}

/** Delivers the result in the format asked for; returns the exit code. */
export async function deliveredIn<Result, Flags extends CommonFlags>(
  formats: Formats<Result, Flags>,
  result: Result,
  load: ReadInputs,
  flags: Flags,
  world: World,
  otherwise?: number,
): Promise<number> {
  const { delivered } = await import('./deliver.ts')
  let content: Written
  try {
    content = await writtenIn(formats, result, load, flags, world)
  } catch (error) {
    if (!(error instanceof CannotReadAgain)) throw error
    return delivered('', { ...load, problems: [...load.problems, error.problem] }, flags, world)
  }
  return delivered(content, load, flags, world, otherwise)
}

/** The result in the format asked for. */
export async function writtenIn<Result, Flags extends CommonFlags>(
  formats: Formats<Result, Flags>,
  result: Result,
  load: ReadInputs,
  flags: Flags,
  world: World,
): Promise<Written> {
  const { lang } = resultPresentation(flags, world)
  const { problems } = load
  const all = async () => {
    return { lang, problems, complete: !firstError(problems), inputs: await load.inputFiles(), version: PVA_VERSION }
  }
  return (await formats.get(flags.format)?.(result, { flags, load, lang, problems, all }, world)) ?? ''
}

/** Refuses to print what is no text where a terminal would obey some of its bytes; null: it may be printed. */
export async function refusedOnTerminal(flags: CommonFlags, world: World): Promise<number | null> {
  const { format, output = '-' } = flags
  if (output !== '-' || !world.stdout.isTTY) return null
  const isBinary = isForPeople(format) ? (await documentFormats[format]()).isBinary : format === 'review-form'
  if (!isBinary) return null
  await world.stderr.write(`pva: ${cliWords(presentation(flags, world, world.stderr).lang).notForTerminal}\n`)
  return exitCode.wrong
}
