import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Runs one long step with a single line on the screen; its own output appears only when it fails. */
export async function runStep(title, program, args, env = {}) {
  const started = Date.now()
  process.stdout.write(`${title}\n`)
  const [command, ...first] = [program].flat()
  const child = spawn(command, [...first, ...args], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (exit, signal) => resolve(exit ?? signal))
  })
  if (code !== 0) throw new StepError(explain(title, output, code))
  const seconds = Math.round((Date.now() - started) / 1000)
  if (seconds > 20) process.stdout.write(`  done in ${seconds} s\n`)
}

/** A failure that is told in words, without a stack. */
export class StepError extends Error {}

/** The Node that comes with the packages, on which everything but the launcher runs. */
export function requireNode(root) {
  const own = join(root, 'node_modules', 'node', 'bin', 'node')
  if (existsSync(own)) return own
  // Where install scripts are switched off altogether, a current Node does as well.
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new StepError(
    'Node 24 was not installed with the packages: allow install scripts (npm config set ignore-scripts false), delete node_modules and start again.',
  )
}

function explain(title, output, code) {
  const failed = title.replace('…', '')
  if (/ENOSPC|No space left on device/.test(output)) return `The disk is full: free some space and start again (${failed}).`
  return `${output.trim()}\n\n${failed} failed (${code}); the reason is above.`
}
