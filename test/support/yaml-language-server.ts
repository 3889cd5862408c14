import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import manifest from 'yaml-language-server/package.json' with { type: 'json' }

/** What an editor underlines; lines count from 1. */
export interface Diagnostic {
  readonly line: number
  readonly message: string
  /** From the schema, not from YAML itself. */
  readonly fromSchema: boolean
}

export interface Completion {
  readonly label: string
  readonly documentation: string
  /** What is put into the file. */
  readonly inserted: string
}

/** A place in a text; both count from 1. */
export interface Cursor {
  readonly line: number
  readonly column: number
}

/** The language server that editors ask about YAML files, in a process of its own, as an editor runs it. */
export interface YamlLanguageServer {
  readonly diagnosticsOf: (text: string) => Promise<readonly Diagnostic[]>
  readonly completionsAt: (text: string, cursor: Cursor) => Promise<readonly Completion[]>
  readonly hoverAt: (text: string, cursor: Cursor) => Promise<string>
  readonly stop: () => Promise<void>
}

export async function startedYamlLanguageServer(): Promise<YamlLanguageServer> {
  const folder = dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json'))
  const bin = join(folder, manifest.bin['yaml-language-server'])
  const connection = connectionTo(spawn(process.execPath, [bin, '--stdio']))
  const { request, notify, stop } = connection

  await request('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES })
  notify('initialized', {})
  let files = 0

  function opened(text: string): string {
    files += 1
    const uri = pathToFileURL(`/nowhere/${files}.yaml`).href
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } })
    return uri
  }

  return {
    diagnosticsOf: async (text) => {
      const uri = opened(text)
      const { diagnostics } = await connection.diagnosed(uri)
      return diagnostics.map(({ range, message, source }) => ({
        line: range.start.line + 1,
        message,
        fromSchema: source?.startsWith('yaml-schema') === true,
      }))
    },
    completionsAt: async (text, cursor) => {
      const params = { textDocument: { uri: opened(text) }, position: positionOf(cursor) }
      const { items } = (await request('textDocument/completion', params)) as { items: readonly Item[] }
      return items.map(({ label, documentation, insertText, textEdit }) => ({
        label,
        documentation: textOf(documentation),
        inserted: textEdit?.newText ?? insertText ?? label,
      }))
    },
    hoverAt: async (text, cursor) => {
      const params = { textDocument: { uri: opened(text) }, position: positionOf(cursor) }
      const hover = (await request('textDocument/hover', params)) as { contents: Markup } | null
      return textOf(hover?.contents)
    },
    stop,
  }
}

const CAPABILITIES = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: {},
  },
  workspace: { configuration: true },
}

/** What the server asks its editor for. */
const SETTINGS = [
  { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas: {} },
  {},
  {},
  {},
  {},
]

type Markup = string | { readonly value: string } | undefined

interface Item {
  readonly label: string
  readonly documentation?: Markup
  readonly insertText?: string
  readonly textEdit?: { readonly newText: string }
}

interface Published {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly range: { readonly start: { readonly line: number } }
    readonly message: string
    readonly source?: string
  }[]
}

function textOf(markup: Markup): string {
  return typeof markup === 'string' ? markup : (markup?.value ?? '')
}

function positionOf({ line, column }: Cursor) {
  return { line: line - 1, character: column - 1 }
}

interface Connection {
  readonly request: (method: string, params: unknown) => Promise<unknown>
  readonly notify: (method: string, params: unknown) => void
  readonly diagnosed: (uri: string) => Promise<Published>
  readonly stop: () => Promise<void>
}

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** JSON-RPC over standard input and output, each message behind its length. */
function connectionTo(server: ChildProcessWithoutNullStreams): Connection {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (why: Error) => void }>()
  const published = new Map<string, Published>()
  const awaited = new Map<string, (published: Published) => void>()
  let sent = 0
  let received: Buffer = Buffer.alloc(0)

  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (let next = messageIn(received); next; next = messageIn(received)) {
      received = next.rest
      take(JSON.parse(next.body))
    }
  })
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()))

  function send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  function take({ id, method, params, result, error }: Message): void {
    if (method === 'textDocument/publishDiagnostics') {
      const told = params as Published
      published.set(told.uri, told)
      awaited.get(told.uri)?.(told)
    } else if (method !== undefined && id !== undefined) {
      send({ id, result: method === 'workspace/configuration' ? SETTINGS : null })
    } else if (typeof id === 'number') {
      const { resolve, reject } = waiting.get(id) ?? {}
      if (error) reject?.(new Error(error.message))
      else resolve?.(result)
    }
  }

  function request(method: string, params: unknown): Promise<unknown> {
    sent += 1
    const id = sent
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
    send({ id, method, params })
    return answered
  }

  return {
    request,
    notify: (method, params) => send({ method, params }),
    diagnosed: (uri) => {
      const told = published.get(uri)
      return told ? Promise.resolve(told) : new Promise((resolve) => awaited.set(uri, resolve))
    },
    stop: async () => {
      await request('shutdown', null)
      send({ method: 'exit' })
      await ended
    },
  }
}

function messageIn(received: Buffer): { readonly body: string; readonly rest: Buffer } | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, end).toString())?.[1])
  const start = end + 4
  if (received.length < start + length) return null
  return { body: received.subarray(start, start + length).toString(), rest: received.subarray(start + length) }
}
