import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import { contentsOfFolder, ROOT } from './folder.ts'
import { codesOfProblemFolders, problemFolderOf } from './problem-folder.ts'
import { sectionFileOf } from './sections.ts'

/** One document of a YAML or JSON file of ours. */
export interface InputDocument {
  readonly kind: InputKind
  /** `plans/ha-nam/2018-plan.yaml` */
  readonly name: string
  readonly text: string
}

export const inputKinds = ['plan', 'actuals', 'claims', 'policy', 'mapping'] as const
export type InputKind = (typeof inputKinds)[number]

/** Every input that this repository holds: the samples, the problem folders, the scenarios. */
export async function inputDocuments(): Promise<readonly InputDocument[]> {
  const samples = await contentsOfFolder(join(ROOT, 'plans'))
  const folders = await Promise.all(codesOfProblemFolders().map(problemFolderOf))
  const scenarios = await readdir(join(ROOT, 'test/scenarios'))
  const texts = await Promise.all(scenarios.map((name) => readFile(join(ROOT, 'test/scenarios', name), 'utf8')))
  return [
    ...[...samples].map(([path, content]) => ({ name: `plans/${path}`, content })),
    ...folders.flatMap(({ code, inputs }) =>
      inputs.map(({ argument, content }) => ({ name: `test/problems/${code}/${argument}`, content })),
    ),
    ...texts.flatMap((text, index) =>
      sectionFileOf(text)
        .sections.filter(({ name }) => name === 'file' || name === 'stdin')
        .map(({ argument, content }) => ({ name: `test/scenarios/${scenarios[index]} ${argument}`, content })),
    ),
  ].flatMap(({ name, content }) => (typeof content === 'number' ? [] : documentsIn(name, content.toString())))
}

/** What is no YAML at all, or says no kind, is not the business of schemas. */
function documentsIn(name: string, text: string): readonly InputDocument[] {
  const parts = text.replace(/^\ufeff/, '').split(/^---(?=\s)/m)
  return parts.flatMap((part) => {
    const kind = inputKinds.find((each) => each === yamlValue(part)?.['kind'])
    return kind ? [{ kind, name, text: part }] : []
  })
}

/** What an editor makes of it: YAML 1.2 with its own numbers. undefined: it is no map, or no YAML. */
export function yamlValue(text: string): Readonly<Record<string, unknown>> | undefined {
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: new LineCounter(), logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
