import * as v from 'valibot'
import { databaseEngines } from '../../model/source.ts'
import { mapOf, textLeaf, wholeNumberLeaf, wordsLeaf, yesOrNoLeaf } from './leaf.ts'

const sourceSchema = v.pipe(
  mapOf(['engine', 'database', 'user'], {
    engine: wordsLeaf(databaseEngines, 'What the server is.'),
    host: textLeaf('The server: its name, its address, or the folder of its socket.', {
      examples: ['db.example.vn', '/run/postgresql'],
      default: 'localhost',
    }),
    port: wholeNumberLeaf(
      65_535,
      'The port; without it the usual one: 5432, of ClickHouse 8443, or 8123 without TLS.',
      {
        examples: [5432],
      },
    ),
    database: textLeaf('The database.', { examples: ['registers'] }),
    user: textLeaf('Who reads; it should be one who can do nothing else.', { examples: ['reader'] }),
    tls: yesOrNoLeaf(
      'Whether the connection is encrypted, and the server proves who it is. Only a server on this computer may do without.',
    ),
    ca: textLeaf('A file with the certificates that vouch for the server, from the folder of this file.', {
      examples: ['ca.pem'],
    }),
    timeout: wholeNumberLeaf(86_400, 'How many seconds a statement may take.', { default: 600 }),
  }),
  v.description('A server that holds registers.'),
  v.metadata({ name: 'source' }),
)

/** `pva.sources.yaml`: servers by the names that tables call them. */
export const sourcesSchema = v.pipe(
  mapOf(['kind', 'sources'], {
    kind: wordsLeaf(['sources'], 'Says that this document names servers.'),
    sources: v.pipe(
      v.record(v.pipe(v.string(), v.title('source'), v.description('What tables call the server.')), sourceSchema),
      v.description('The servers, by the names that tables call them.'),
    ),
  }),
  v.title('pva sources'),
  v.description('Where databases are that hold registers. Passwords never stand here.'),
  v.metadata({ name: 'sources' }),
)
