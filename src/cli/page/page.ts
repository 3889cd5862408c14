/// <reference lib="dom" />
import type { Language } from '../../model/figure.ts'
import { PROSE_NAME } from '../input/prose.ts'
import { main } from '../main.ts'
import type { Output, World } from '../world.ts'
import { files } from './node.ts'
import { pageWords } from './words.ts'

/* `pva` as a page: the same commands, on files that were dropped on it. */

interface Outcome {
  readonly stdout: Uint8Array<ArrayBuffer>
  readonly stderr: string
}

/** Runs a command line on the files of the page. */
async function ran(argv: readonly string[]): Promise<Outcome> {
  const written: { stdout: Uint8Array[]; stderr: Uint8Array[] } = { stdout: [], stderr: [] }
  const output = (stream: keyof typeof written): Output => ({
    isTTY: false,
    columns: 80,
    write: async (content) => {
      written[stream].push(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
  })
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  const world: World = {
    env: {},
    cwd: '/',
    today: () => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: async () => new Uint8Array(),
    onInterrupt: () => () => {},
    guardedFolder: async () => () => {},
    shipped: () => '',
    page: output('stdout').write,
  }
  await main(argv, world)
  const whole = async (parts: Uint8Array[]) => new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
  return { stdout: await whole(written.stdout), stderr: new TextDecoder().decode(await whole(written.stderr)) }
}

type Shown = 'problems' | 'report' | 'audit'

let lang: Language = navigator.language.startsWith('vi') ? 'vi' : 'en'
let shown: Shown = 'problems'
let numbers = ''
/** Whatever was asked before is of no interest any more. */
let turn = 0

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const say = () => pageWords[lang]

function argumentsOf(command: 'validate' | 'report' | 'audit', ...more: readonly string[]): readonly string[] {
  const names = [...files.keys()].map((path) => path.slice(1))
  const asked = command === 'audit' ? names : names.filter((name) => !PROSE_NAME.test(name))
  const notation = numbers === '' ? [] : ['--numbers', numbers]
  return [command, ...more, '--lang', lang, ...notation, '--', ...asked]
}

const hasTables = () => argumentsOf('report').at(-1) !== '--'

async function show(): Promise<void> {
  const mine = ++turn
  words()
  const frame = element<HTMLIFrameElement>('frame')
  const text = element('text')
  const told = { text: '', page: '' }
  try {
    if (files.size > 0 && shown === 'problems') {
      if (hasTables()) {
        const { stdout, stderr } = await ran(argumentsOf('validate'))
        told.text = stderr + new TextDecoder().decode(stdout)
      }
      if ([...files.keys()].some((path) => PROSE_NAME.test(path))) told.text += (await ran(argumentsOf('audit'))).stderr
    } else if (files.size > 0 && (shown === 'audit' || hasTables())) {
      const { stdout, stderr } = await ran(argumentsOf(shown as 'report' | 'audit', '-f', 'html'))
      told.page = new TextDecoder().decode(stdout)
      if (told.page === '') told.text = stderr
    }
  } catch (fault) {
    told.text = `${say().fault}\n${fault instanceof Error ? fault.stack : fault}`
  }
  if (mine !== turn) return
  frame.hidden = told.page === ''
  frame.srcdoc = told.page
  text.hidden = told.page !== ''
  text.textContent = told.text || say().none
  document.body.dataset['shown'] = String(mine)
}

/** All words of the page itself, and what is chosen. */
function words(): void {
  document.documentElement.lang = lang
  document.title = say().title
  for (const id of [
    'title',
    'drop',
    'stays',
    'forget',
    'problems',
    'report',
    'audit',
    'savePage',
    'saveWorkbook',
  ] as const) {
    element(id).textContent = say()[id]
  }
  element('numbersLabel').textContent = say().numbers
  for (const option of element<HTMLSelectElement>('numbers').options) {
    option.textContent = say().notation[option.value as keyof (typeof pageWords)['en']['notation']]
  }
  element('choose').setAttribute('aria-label', say().choose)
  for (const id of ['problems', 'report', 'audit']) element(id).setAttribute('aria-pressed', String(id === shown))
  for (const id of ['vi', 'en']) element(id).setAttribute('aria-pressed', String(id === lang))
  for (const id of ['savePage', 'saveWorkbook']) element(id).hidden = shown === 'problems' || files.size === 0
  element('list').textContent = [...files.keys()].map((path) => path.slice(1)).join(' · ')
}

type Dropped = readonly [path: string, file: File]

async function take(dropped: readonly Dropped[]): Promise<void> {
  const unread: string[] = []
  for (const [path, file] of dropped) {
    const content = await file.arrayBuffer().catch(() => null)
    if (content) files.set(path, new Uint8Array(content))
    else unread.push(file.name)
  }
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  files.clear()
  for (const [path, content] of sorted) files.set(path, content)
  await show()
  if (unread.length > 0) element('list').textContent += ` · ${say().unread} ${unread.join(' · ')}`
}

interface Folder {
  readonly kind: 'directory'
  readonly name: string
  readonly values: () => AsyncIterable<Folder | FileSystemFileHandle>
}

/** A folder stands for all files in it but those that are hidden. */
async function filesIn(handle: Folder | FileSystemFileHandle, folder = '/'): Promise<readonly Dropped[]> {
  if (handle.kind === 'file') return [[folder + handle.name, await handle.getFile()]]
  const found: (readonly Dropped[])[] = []
  for await (const each of handle.values()) {
    if (!each.name.startsWith('.')) found.push(await filesIn(each, `${folder}${handle.name}/`))
  }
  return found.flat()
}

/** Not every browser opens folders for a page. */
async function filesOf(item: Item): Promise<readonly Dropped[]> {
  const file = item.getAsFile()
  const handle = await item.getAsFileSystemHandle?.()
  return handle ? filesIn(handle) : file ? [[`/${file.name}`, file]] : []
}

type Item = DataTransferItem & { readonly getAsFileSystemHandle?: () => Promise<Folder | FileSystemFileHandle> }

async function save(format: 'html' | 'xlsx'): Promise<void> {
  const { stdout, stderr } = await ran(argumentsOf(shown as 'report' | 'audit', '-f', format))
  if (stdout.length === 0) {
    element('text').hidden = false
    element('text').textContent = stderr
    return
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([stdout]))
  link.download = `${shown}.${format}`
  link.click()
  URL.revokeObjectURL(link.href)
}

const on = (id: string, act: () => unknown) => element(id).addEventListener('click', () => void act())
for (const name of ['problems', 'report', 'audit'] as const) {
  on(name, () => {
    shown = name
    return show()
  })
}
for (const name of ['vi', 'en'] as const) {
  on(name, () => {
    lang = name
    return show()
  })
}
on('forget', () => {
  files.clear()
  element<HTMLInputElement>('choose').value = ''
  return show()
})
on('savePage', () => save('html'))
on('saveWorkbook', () => save('xlsx'))
element('numbers').addEventListener('change', ({ target }) => {
  numbers = (target as HTMLSelectElement).value
  void show()
})
element('choose').addEventListener('change', ({ target }) => {
  void take([...((target as HTMLInputElement).files ?? [])].map((file) => [`/${file.name}`, file]))
})
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  event.preventDefault()
  // Asked for at once: when the event is over, there is nothing in it any more.
  const found = Promise.all([...(event.dataTransfer?.items ?? [])].map(filesOf))
  void found.then((all) => take(all.flat()))
})
void show()
