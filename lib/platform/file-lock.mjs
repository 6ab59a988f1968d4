// Plain JavaScript because bin/ needs it before any dependency is installed, on a Node that cannot read TypeScript.
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while holding a lock file; a lock whose owner has died is taken over.
 * Covers processes of one machine, not a folder shared over the network.
 */
export async function withFileLock(path, work, { onWait = () => {} } = {}) {
  let told = false
  while (!tryLock(path)) {
    if (!told) onWait()
    told = true
    await sleep(100)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** Whether a process runs; one that has ended and only waits to be collected by its parent does not. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return processStat(pid)?.state !== 'Z'
}

function tryLock(path) {
  const mine = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(mine, ownerOf(process.pid))
  try {
    // A link appears with its whole content at once, so nobody ever reads a half-written owner.
    linkSync(mine, path)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    removeIfStale(path)
    return false
  } finally {
    unlinkSync(mine)
  }
}

function removeIfStale(path) {
  const owner = read(path)
  if (owner === null || isOwnerAlive(owner)) return
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  // Somebody may have taken the stale lock over between our reading and our renaming: then it goes back.
  if (read(aside) !== owner) {
    try {
      linkSync(aside, path)
    } catch {}
  }
  rmSync(aside, { force: true })
}

/** A process by a name that no other ever has: ids come back, in a container at once; together with the start time they do not. */
export function ownerOf(pid) {
  return `${pid} ${processStat(pid)?.startTime ?? ''}`
}

/** Whether the process with this name of `ownerOf` still runs. */
export function isOwnerAlive(owner) {
  const pid = Number(owner.split(' ')[0])
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) && ownerOf(pid) === owner
}

function processStat(pid) {
  const text = read(`/proc/${pid}/stat`)
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0], startTime: fields[19] }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
