import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { withFileLock } from '../platform/file-lock.mjs'
import { errorCode, explainDiskError, StartError } from '../platform/start-error.ts'
import { databaseUrlOf, type EmbeddedState, newPassword, readState, writeState } from './embedded-state.ts'
import { type Account, accountFor, mayEnter } from './postgres-account.ts'
import { type Binaries, binariesFor, SHARED_HOME } from './postgres-binaries.ts'
import { createCluster, hasCluster, requireSameVersion, resetPassword } from './postgres-cluster.ts'
import { type Keeper, keepConnected, type Report } from './postgres-keeper.ts'
import { boundLog, findPostmaster, launchPostmaster, stopPostmaster } from './postgres-process.ts'

export type EmbeddedPostgres = {
  databaseUrl: string
  /** Whether this call started the server; false when one was running already. */
  startedHere: boolean
  /** Leaves the database; the last Tautan process that does so stops the server. */
  stop(): Promise<void>
}

type EmbeddedOptions = {
  dataDir: string
  /** Hears when the server died and when it is back. */
  report?: Report
}

type Place = { dataDir: string; directory: string; account: Account; binaries: Binaries }

/**
 * Starts the PostgreSQL that comes with the packages on `<dataDir>/postgres`, or joins the one that runs there already.
 * Recovers from whatever a crash left, and brings the server back when it dies while we use it: on the same port, so that
 * every pool finds it again by itself. Throws `StartError` with a sentence for the user.
 */
export async function startEmbeddedPostgres({ dataDir, report = () => undefined }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(dataDir, { recursive: true })
    const home = realpathSync(dataDir)
    return await withFileLock(lockOf(home), () => start(home, report))
  } catch (error) {
    throw explainDiskError(error, dataDir)
  }
}

async function start(dataDir: string, report: Report): Promise<EmbeddedPostgres> {
  const known = readState(dataDir)
  const directory = resolve(dataDir, known?.directory ?? 'postgres')
  const account = accountFor(directory)
  const binaries = binariesFor(account)
  const place = { dataDir, directory, account, binaries }
  if (!hasCluster(directory)) {
    if (known !== null) throw lostData(dataDir, directory)
    return run(await createHere(place), place, report)
  }
  requireSameVersion(directory, binaries.majorVersion)
  requireReachable(directory, account)
  return run(known ?? (await regainAccess(place)), place, report)
}

async function run(state: EmbeddedState, start: Place, report: Report): Promise<EmbeddedPostgres> {
  const { dataDir } = start
  const place = { ...start, directory: resolve(dataDir, state.directory) }
  const log = join(dataDir, 'postgres.log')
  const { current, startedHere } = await joinOrLaunch(state, place, log)
  const keeper = await keepConnected({
    connect: () => connect(current),
    // Several processes hear of it at the same moment; whoever takes the lock first starts it for all.
    revive: () => withFileLock(lockOf(dataDir), () => relaunch(current, place, log)),
    report,
  })
  const bounding = setInterval(() => boundLog(log), 600_000).unref()
  return {
    databaseUrl: databaseUrlOf(current, applicationName(), place.directory),
    startedHere,
    stop: async () => {
      clearInterval(bounding)
      await keeper.release()
      const leave = () => leaveCluster(keeper, current, place.directory)
      // On a full disk even the lock cannot be written; that must not keep us from stopping.
      await withFileLock(lockOf(dataDir), leave).catch(leave)
    },
  }
}

async function relaunch({ port }: EmbeddedState, place: Place, log: string): Promise<void> {
  if ((await readyPostmaster(place.directory)) !== null) return
  const started = await launchPostmaster({ ...place, postgres: place.binaries.postgres, port, log })
  if (typeof started === 'string') throw new Error(started)
}

async function leaveCluster(keeper: Keeper, state: EmbeddedState, directory: string): Promise<void> {
  const client = keeper.client() ?? (await connect(state).catch(() => null))
  // Without an answer nobody else has one either.
  const alone = client === null || (await isAlone(client))
  await client?.end().catch(() => undefined)
  const running = findPostmaster(directory)
  if (alone && running !== null) await stopPostmaster(running.pid)
}

async function createHere(place: Place): Promise<EmbeddedState> {
  const reachable = mayEnter(place.dataDir, place.account)
  const directory = reachable ? place.directory : elsewhere()
  const password = newPassword()
  await createCluster({ ...place, directory, password })
  // Remembered relative to DATA_DIR where that is possible, so that the whole folder can be moved.
  return writeState(place.dataDir, {
    directory: reachable ? 'postgres' : directory,
    port: await freePort(0),
    password,
  })
}

function lostData(dataDir: string, directory: string): StartError {
  return new StartError(
    `The database that ${join(dataDir, 'database.json')} remembers is not in ${directory}: bring it back, or delete that file to begin with an empty one.`,
  )
}

// Found by the name in database.json only, so that a new checkout on the same path does not meet old data.
function elsewhere(): string {
  const home = join(SHARED_HOME, randomBytes(6).toString('hex'))
  mkdirSync(home, { recursive: true })
  for (const folder of [SHARED_HOME, home]) chmodSync(folder, 0o755)
  return join(home, 'postgres')
}

async function regainAccess(place: Place): Promise<EmbeddedState> {
  const running = findPostmaster(place.directory)
  if (running !== null) await stopPostmaster(running.pid)
  const password = newPassword()
  await resetPassword({ ...place, password })
  return writeState(place.dataDir, { directory: 'postgres', port: await freePort(0), password })
}

async function joinOrLaunch(
  state: EmbeddedState,
  place: Place,
  log: string,
): Promise<{ current: EmbeddedState; startedHere: boolean }> {
  const running = await readyPostmaster(place.directory)
  if (running !== null) {
    const current = running.port === state.port ? state : writeState(place.dataDir, { ...state, port: running.port })
    if (await canConnect(current)) return { current, startedHere: false }
    await stopPostmaster(running.pid)
    await resetPassword({ ...place, password: state.password })
  }
  return { current: await launch(state, place, log), startedHere: true }
}

async function launch(state: EmbeddedState, place: Place, log: string): Promise<EmbeddedState> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = await freePort(state.port)
    const started = await launchPostmaster({ ...place, postgres: place.binaries.postgres, port, log })
    if (typeof started !== 'string') {
      return port === state.port ? state : writeState(place.dataDir, { ...state, port })
    }
    // After a crash the old server's children need a moment to notice and leave.
    await sleep(100)
  }
  throw new StartError(`Another database server is using ${place.directory}; stop it and start again.`)
}

async function readyPostmaster(directory: string) {
  for (;;) {
    const running = findPostmaster(directory)
    if (running === null || running.ready) return running
    await sleep(20)
  }
}

function requireReachable(directory: string, account: Account): void {
  if (mayEnter(dirname(directory), account)) return
  throw new StartError(
    `The database in ${directory} runs as another user than root, who may no longer enter that folder: allow it with chmod a+x on the folders above.`,
  )
}

async function connect(state: EmbeddedState): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrlOf(state, applicationName()), keepAlive: true, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Whether it knows our password; a server that repairs itself after a crash is waited for. */
async function canConnect(state: EmbeddedState): Promise<boolean> {
  const deadline = Date.now() + REPAIR_PATIENCE_MS
  for (;;) {
    try {
      await (await connect(state)).end()
      return true
    } catch (error) {
      if (errorCode(error)?.startsWith(NOT_LET_IN) || Date.now() > deadline) return false
      await sleep(100)
    }
  }
}

/** PostgreSQL's class of codes for a wrong user or password. */
const NOT_LET_IN = '28'
const REPAIR_PATIENCE_MS = 30_000

async function isAlone(keeper: pg.Client): Promise<boolean> {
  try {
    const { rowCount } = await keeper.query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'tautan-%' AND application_name <> $1`,
      [applicationName()],
    )
    return rowCount === 0
  } catch {
    return true
  }
}

function applicationName(): string {
  return `tautan-${process.pid}`
}

function lockOf(dataDir: string): string {
  return join(dataDir, 'database.lock')
}

async function freePort(wanted: number): Promise<number> {
  const probe = createServer()
  try {
    return await new Promise<number>((settle, reject) => {
      probe.once('error', reject)
      probe.listen(wanted, '127.0.0.1', () => {
        const address = probe.address()
        settle(typeof address === 'object' && address !== null ? address.port : wanted)
      })
    })
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE' || wanted === 0) throw error
    return await freePort(0)
  } finally {
    await new Promise((closed) => probe.close(closed))
  }
}
