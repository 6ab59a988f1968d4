import { startEmbeddedPostgres } from '../../lib/database/embedded.ts'

const database = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', report: (sentence) => console.log(sentence) })
console.log(database.startedHere ? 'started here' : 'joined')
console.log('ready')
const alive = setInterval(() => undefined, 60_000)
process.once('SIGTERM', () => void database.stop().then(() => clearInterval(alive)))
