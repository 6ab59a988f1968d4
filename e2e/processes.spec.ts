import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { childrenOf, connect, connectionsOf, databasePid, end, exitOf, health, isRunning, query, start, type Started, useOwnServers } from './support/started-server'

const SERVER = 'bin/serve.ts'
const TWO = { PROCESSES: '2' }
/** Less than the patience with which a server waits for its processes, and enough for a busy machine. */
const AT_ONCE_MS = 8_000

useOwnServers({ isUsed: true })

const servingOf = ({ child }: Started) => childrenOf(child.pid ?? 0, 'serve-pages.ts')
const jobsOf = ({ child }: Started) => childrenOf(child.pid ?? 0, 'serve-jobs.ts')

test('two processes share the customers, and whoever comes after one was killed notices nothing', async () => {
  const server = await start(SERVER, TWO)
  const [first = 0, second = 0] = await shared(server)
  process.kill(first, 'SIGKILL')
  for (let asked = 0; asked < 10; asked++) expect(await statusOf(`${server.address}/api/health`)).toBe(200)
  expect(server.output()).toContain('the serving process ended; another one takes its place')
  const replaced = (await shared(server)).filter((pid) => pid !== second)
  expect(replaced).toHaveLength(1)
  expect(replaced).not.toContain(first)
  expect(await end(server.child, 'SIGTERM')).toBe(0)
})

test('when every serving process is killed at once, customers wait for the next one', async () => {
  const server = await start(SERVER, TWO)
  const killed = await shared(server)
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  expect(await statusOf(`${server.address}/api/health`)).toBe(200)
  expect((await shared(server)).filter((pid) => killed.includes(pid))).toEqual([])
})

test('a SIGTERM that reaches every process waits for the requests that run in each of them', async () => {
  const server = await start(SERVER, TWO)
  await shared(server)
  const pages = await held(server)
  const all = [...servingOf(server), ...jobsOf(server)]
  expect(all).toHaveLength(3)
  process.kill(-(server.child.pid ?? 0), 'SIGTERM')
  const ended = exitOf(server.child)
  await untilClosed(server)
  await sleep(1_000)
  expect(server.child.exitCode).toBe(null)
  await pages.letGo()
  expect(await Promise.all(pages.statuses)).toEqual([404, 404, 404, 404])
  expect(await ended).toBe(0)
  expect(all.filter(isRunning)).toEqual([])
  expect(isRunning(databasePid())).toBe(false)
})

test('a second signal ends every process at once', async () => {
  const server = await start(SERVER, TWO)
  await shared(server)
  const pages = await held(server)
  const all = servingOf(server)
  server.child.kill('SIGINT')
  await untilClosed(server)
  // A signal within the first second is the same wish.
  await sleep(1_100)
  expect(await end(server.child, 'SIGINT')).toBe(130)
  await expect.poll(() => all.filter(isRunning), { timeout: AT_ONCE_MS }).toEqual([])
  expect(await Promise.all(pages.statuses)).toEqual([null, null, null, null])
  await pages.letGo()
})

test('a killed supervisor leaves no process behind, and the next start just works', async () => {
  const killed = await start(SERVER, TWO)
  await shared(killed)
  await expect.poll(() => jobsOf(killed).length).toBe(1)
  const all = [...servingOf(killed), ...jobsOf(killed)]
  await end(killed.child, 'SIGKILL')
  await expect.poll(() => all.filter(isRunning), { timeout: AT_ONCE_MS }).toEqual([])

  const next = await start(SERVER, { ...TWO, PORT: new URL(killed.address).port })
  expect((await health(next.address)).status).toBe(200)
  expect(await end(next.child, 'SIGTERM')).toBe(0)
  expect(isRunning(databasePid())).toBe(false)
})

test('one process does the jobs, and is replaced when it is killed', async () => {
  const server = await start(SERVER, TWO)
  await shared(server)
  await expect.poll(jobQueries, { timeout: 30_000 }).toBeGreaterThan(0)
  const [jobs = 0, ...others] = jobsOf(server)
  expect(others).toEqual([])
  // Whoever else looked for jobs would go on.
  process.kill(jobs, 'SIGSTOP')
  const last = await lastJobQuery()
  await sleep(3_000)
  expect(await lastJobQuery()).toBe(last)

  process.kill(jobs, 'SIGKILL')
  await expect.poll(lastJobQuery, { timeout: 30_000 }).not.toBe(last)
  await expect.poll(jobQueries, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(jobsOf(server)).toHaveLength(1)
  expect(jobsOf(server)).not.toContain(jobs)
})

for (const processes of ['1', '2']) {
  test(`WORKER=off leaves the jobs to somebody else, with PROCESSES=${processes}`, async () => {
    const server = await start(SERVER, { PROCESSES: processes, WORKER: 'off' })
    await sleep(3_000)
    expect(jobsOf(server)).toEqual([])
    expect(await jobQueries()).toBe(0)
  })
}

test('PROCESSES=1 serves and does the jobs in the process that was started', async () => {
  const server = await start(SERVER, { PROCESSES: '1' })
  await expect.poll(jobQueries, { timeout: 30_000 }).toBeGreaterThan(0)
  expect([...servingOf(server), ...jobsOf(server)]).toEqual([])
  expect(await end(server.child, 'SIGTERM')).toBe(0)
  expect(isRunning(databasePid())).toBe(false)
})

/** Waits until both processes serve, seen by who holds new connections; returns them. */
async function shared(server: Started): Promise<number[]> {
  await expect
    .poll(async () => {
      const agent = new Agent({ keepAlive: true })
      await Promise.all(Array.from({ length: 6 }, () => statusOf(`${server.address}/api/health`, agent)))
      const serving = servingOf(server)
      const isShared = serving.length === 2 && serving.every((pid) => connectionsOf(pid, server.address) > 0)
      agent.destroy()
      return isShared
    }, { timeout: 30_000 })
    .toBe(true)
  return servingOf(server)
}

/** Four customers whose page waits for a table, in both processes. */
async function held(server: Started): Promise<{ statuses: Promise<number | null | undefined>[]; letGo(): Promise<void> }> {
  const { address } = server
  const connection = await connect()
  await connection.query('BEGIN')
  await connection.query('LOCK TABLE links IN ACCESS EXCLUSIVE MODE')
  const statuses: Promise<number | null | undefined>[] = []
  // One after the other: those that a process is asked for at the same moment share one statement.
  for (let asked = 1; asked <= 4; asked++) {
    statuses.push(statusOf(`${address}/p/some-link`).catch(() => null))
    await expect.poll(async () => (await query(OF_WAITING_PAGES)).length).toBe(asked)
  }
  expect(Math.min(...servingOf(server).map((pid) => connectionsOf(pid, address)))).toBeGreaterThan(0)
  return { statuses, letGo: () => connection.end() }
}

// By what only the page of a link asks for: the jobs may wait for the table too.
const OF_WAITING_PAGES = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%l.slug, l.title, l.description%'`

/** Whether the door is closed: the signal has arrived. */
async function untilClosed({ address }: Started): Promise<void> {
  await expect.poll(() => health(address).then(() => 'open', () => 'closed')).toBe('closed')
}

/** On a connection of its own, unless an agent keeps some. */
function statusOf(url: string, agent: Agent | false = false): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => response.resume().once('end', () => resolve(response.statusCode))).once('error', reject)
  })
}

// By its tables: on the built-in database every connection of a server has the same name. Nobody orders here, so only who works asks them.
const OF_THE_JOBS = `FROM pg_stat_activity WHERE query LIKE '%pgboss.%' AND pid <> pg_backend_pid()`

async function jobQueries(): Promise<number> {
  return (await query(`SELECT 1 ${OF_THE_JOBS}`)).length
}

async function lastJobQuery(): Promise<string> {
  const [row] = await query<{ at: string | null }>(`SELECT max(query_start)::text AS at ${OF_THE_JOBS}`)
  return row?.at ?? ''
}
