import { setPriority } from 'node:os'
import { dirname } from 'node:path'
import { endRegistered } from '../lib/platform/on-shutdown.ts'
import { keepServingAfterErrors } from './announce.ts'
import { followSupervisor } from './follow-supervisor.ts'

/** The jobs of a server that is several processes; bin/supervise.ts starts it. */
const PATIENCE_IN_MS = 5_000

process.chdir(dirname(import.meta.dirname))
// Letters may wait when customers keep every core busy.
setPriority(5)
followSupervisor({ stop: () => endRegistered(PATIENCE_IN_MS) })
keepServingAfterErrors()
const { startWorker } = await import('../lib/worker/start-worker.ts')
startWorker('polite')
