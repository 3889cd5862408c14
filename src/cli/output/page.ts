import type { Language } from '../../model/figure.ts'
import type { Report } from '../../model/report.ts'
import { type PageOptions, renderPage } from '../../render/html/page.ts'
import type { Loaded } from '../input/load.ts'

/** The report as a page that opens in `lang`, and can be switched to the other language where nobody chose one. */
export async function page(
  shown: Report,
  load: Loaded,
  {
    lang,
    ...options
  }: Pick<PageOptions, 'sections' | 'decimals' | 'byArea' | 'forecast'> & { readonly lang: Language },
  isSwitchable: boolean,
): Promise<string> {
  const { createHash } = await import('node:crypto')
  return renderPage(shown, {
    ...options,
    languages: isSwitchable ? [lang, lang === 'vi' ? 'en' : 'vi'] : [lang],
    problems: load.problems,
    inputs: await load.inputFiles(),
    version: PVA_VERSION,
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
  })
}
