import { join } from 'node:path'
import { exitCode } from './exit-code.ts'
import { main } from './main.ts'
import type { Output, World } from './world.ts'

/** The real world: this process. */
const world: World = {
  env: process.env,
  cwd: process.cwd(),
  today: () => {
    const now = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  stdin: async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
    return Buffer.concat(chunks)
  },
  schemas: join(__dirname, '../schemas'),
}

main(process.argv.slice(2), world).then(
  (code) => {
    process.exitCode = code
  },
  (fault: unknown) => {
    const trace = fault instanceof Error ? fault.stack : String(fault)
    process.stderr.write(
      `pva: this is a fault in the program, not in your files. Please report it with the command you ran, the files, and these lines:\npva ${PVA_VERSION}, Node ${process.version}, ${process.platform}\n${trace}\n`,
    )
    process.exitCode = exitCode.fault
  },
)

function outputOf(stream: NodeJS.WriteStream): Output {
  let isClosed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isClosed = true
  })
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    write: (text) =>
      new Promise((resolve) => {
        if (isClosed || text === '') resolve()
        else stream.write(text, () => resolve())
      }),
  }
}
