import type { Language } from '../../model/figure.ts'
import type { Document } from '../../render/view/document.ts'
import { exitCode } from '../exit-code.ts'
import type { CommonFlags } from '../help/options.ts'
import type { ReadInputs } from '../input/load.ts'
import type { World } from '../world.ts'
import { resultPresentation } from './deliver.ts'
import { presentation } from './presentation.ts'
import { cliWords } from './words.ts'

/** Formats for people: every document has all of them. */
export const documentFormats = ['table', 'markdown', 'html', 'xlsx'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** What a document has to know of the format that it is made for. */
export interface DocumentLook {
  readonly lang: Language
  readonly unicode: boolean
  readonly marks: { readonly sign: (number: number, text: string) => string; readonly separator?: string }
  readonly format: DocumentFormat
}

export const isForPeople = (format: string): format is DocumentFormat =>
  (documentFormats as readonly string[]).includes(format)

/** A document in the format asked for. */
export async function documentText(
  documentIn: (look: DocumentLook) => Document,
  format: DocumentFormat,
  load: ReadInputs,
  flags: CommonFlags,
  world: World,
): Promise<string | Uint8Array> {
  const { lang, ...look } = resultPresentation(flags, world)
  switch (format) {
    case 'table': {
      const { renderDocument } = await import('../../render/terminal/document.ts')
      const { bracketed, superscript } = await import('../../render/view/document.ts')
      const { unicode } = look
      const document = documentIn({ lang, unicode, marks: { sign: unicode ? superscript : bracketed }, format })
      return renderDocument(document, { ...look, quiet: flags.quiet === true })
    }
    case 'markdown': {
      const { renderMarkdown } = await import('../../render/markdown/document.ts')
      return renderMarkdown(
        documentIn({ lang, unicode: true, marks: { sign: (number) => `<sup>${number}</sup>` }, format }),
      )
    }
    case 'html': {
      const [{ renderPage }, { createHash }] = await Promise.all([
        import('../../render/html/page.ts'),
        import('node:crypto'),
      ])
      const other = lang === 'vi' ? 'en' : 'vi'
      const marks = { sign: String, separator: ', ' }
      return renderPage((shown) => documentIn({ lang: shown, unicode: true, marks, format }), {
        // It can be switched to the other language where nobody chose one.
        languages: flags.lang === undefined ? [lang, other] : [lang],
        problems: load.problems,
        inputs: await load.inputFiles(),
        version: PVA_VERSION,
        sha256: (text) => createHash('sha256').update(text).digest('base64'),
      })
    }
    case 'xlsx': {
      const { renderWorkbook } = await import('../../render/xlsx/document.ts')
      const marks = { sign: (_: number, text: string) => text, separator: '\n' }
      return renderWorkbook(documentIn({ lang, unicode: true, marks, format }), { lang, problems: load.problems })
    }
  }
}

/** A workbook is no text: a terminal would obey some of its bytes. */
export function isBinaryForTerminal({ format, output }: CommonFlags, { stdout }: World): boolean {
  return format === 'xlsx' && (output === undefined || output === '-') && stdout.isTTY
}

export async function refusedOnTerminal(flags: CommonFlags, world: World): Promise<number> {
  const { lang } = presentation(flags, world, world.stderr)
  await world.stderr.write(`pva: ${cliWords(lang).notForTerminal}\n`)
  return exitCode.wrong
}
