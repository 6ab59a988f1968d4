import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { requireNode, StepError } from './run-step.mjs'

const GRACE_IN_MS = 30_000

/** Prepares the checkout, then becomes as much as possible one with the program it starts: its signals, its exit code. */
export async function launch({ build, args, env = {} }) {
  try {
    await prepare({ build })
  } catch (error) {
    console.error(error instanceof StepError ? error.message : (sentence(error) ?? error))
    process.exit(1)
  }
  const child = spawn(requireNode(root), ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, ...env },
    // The channel tells the child when we die without having been able to pass on a signal.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      child.kill(signal)
      process.on(signal, () => undefined)
      setTimeout(() => child.kill('SIGKILL'), GRACE_IN_MS).unref()
    })
  }
  followNpm(() => child.kill('SIGTERM'))
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(signal === null ? code : 1))
}

// npm runs us through a shell that may die of a signal without passing it on; then nobody is left who could stop us.
function followNpm(stop) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined || parent === 1) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

export const script = (name) => join(root, 'bin', name)

function sentence(error) {
  if (error.code === 'ENOSPC') return 'The disk is full: free some space and start again.'
  if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) return `${error.path ?? root} is not writable: change its permissions and start again.`
  return null
}
