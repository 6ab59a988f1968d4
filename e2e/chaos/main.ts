import { endEverything } from './processes.ts'
import { Promises } from './promises.ts'
import { crowd } from './scenario-crowd.ts'
import { killDatabase } from './scenario-kill-database.ts'
import { killProcess } from './scenario-kill-process.ts'
import { killServer } from './scenario-kill-server.ts'
import { killWorker } from './scenario-kill-worker.ts'
import { races } from './scenario-races.ts'
import type { Scenario } from './scenario.ts'
import { seededRandom } from './seeded-random.ts'
import { openWorld, type World } from './world.ts'

/**
 * `npm run chaos`: crowds, races and kill -9 against the production build, on a database of its own
 * and on loopback only. Ends by itself; with an exit code other than 0 when a promise was broken.
 *
 *     npm run chaos -- --quick            few rounds of everything
 *     npm run chaos -- --only kill-server one scenario (several with commas)
 *     npm run chaos -- --seed 42          what was drawn in that run: delays, choices, order
 *     npm run chaos -- --rounds 3         other numbers
 */
const SCENARIOS: Scenario[] = [crowd, races, killServer, killProcess, killWorker, killDatabase]

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity]
const quick = process.argv.includes('--quick')
const seed = Number(option('seed') ?? Math.floor(Math.random() * 2 ** 31))
const only = option('only')?.split(',')
const chosen = SCENARIOS.filter(({ name }) => only === undefined || only.includes(name))

if (chosen.length === 0 || !Number.isSafeInteger(seed)) {
  process.stderr.write(`There are: ${SCENARIOS.map(({ name }) => name).join(', ')}. A seed is a whole number.\n`)
  process.exit(2)
}

const promises = new Promises()
let world: World | undefined
let ending: Promise<void> | undefined
const end = (keepLogs: boolean): Promise<void> => (ending ??= (world?.close({ keepLogs }) ?? endEverything()))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(false).finally(() => process.exit(130)))

process.stdout.write(`Seed ${seed}. The same again: npm run chaos -- --seed ${seed}${quick ? ' --quick' : ''}${only ? ` --only ${only.join(',')}` : ''}\n`)
let failure: unknown
try {
  world = await openWorld()
  for (const scenario of chosen) await play(scenario, world)
} catch (error) {
  failure = error
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}
const isGood = failure === undefined && promises.areKept
if (world && !isGood) process.stderr.write(`\nWhat the processes said: ${world.logs}\n`)
await closeProduct()
await end(!isGood)
promises.print()
process.stdout.write(isGood ? '\nEvery promise was kept.\n' : '\nA promise was broken.\n')
process.exit(isGood ? 0 : 1)

async function play({ name, rounds, env, run }: Scenario, inWorld: World): Promise<void> {
  const wanted = Number(option('rounds') ?? (quick ? rounds.quick : rounds.full))
  const from = Date.now()
  process.stdout.write(`\n${name}: ${wanted} rounds\n`)
  // The first server of a scenario makes the database answer; what we write ourselves comes after it.
  await inWorld.server('A', env)
  const { makeShop, makeLink } = await import('@/prisma/testing/factories')
  const scope = await makeShop(`Toko ${name}`)
  await run({
    world: inWorld,
    rounds: wanted,
    random: seededRandom(seed, name),
    promises,
    scope,
    makeLink: (usageLimit) => makeLink(scope, { usageLimit }, new Date()),
    progress: (done) => {
      if (done % Math.ceil(wanted / 5) === 0) process.stdout.write(`  ${done} of ${wanted} after ${Math.round((Date.now() - from) / 1000)} s\n`)
    },
  })
  await inWorld.stopServers()
}

/** The product's own code in this process has a pool of its own. */
async function closeProduct(): Promise<void> {
  const { databasePool } = await import('@/lib/database/client')
  await databasePool.end()
}
