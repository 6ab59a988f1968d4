import { type ChildProcess, fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Doorman } from './doorman.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const SERVES = `process.on('message', (message, socket) => {
  process.send('taken')
  socket.end(String(process.pid))
})`
/** Hangs before it has taken anything. */
const HANGS = `process.on('message', () => process.send('hanging'))`

describe('the doorman', () => {
  test('lets customers wait while nobody serves', async () => {
    const { doorman, port } = await open()
    const answers = [visit(port), visit(port), visit(port)]
    const child = childOf(SERVES)
    doorman.admit(child)
    expect(await Promise.all(answers)).toEqual(Array(3).fill(String(child.pid)))
  })

  test('keeps their address', async () => {
    const { doorman, port } = await open()
    doorman.admit(childOf(`process.on('message', (message, socket) => {
      process.send('taken')
      socket.end(socket.remoteAddress)
    })`))
    expect(await visit(port)).toBe('127.0.0.1')
  })

  test('sends them to each process in turn', async () => {
    const { doorman, port } = await open()
    const children = [childOf(SERVES), childOf(SERVES)]
    for (const child of children) doorman.admit(child)
    const answers = [await visit(port), await visit(port), await visit(port), await visit(port)]
    expect(new Set(answers)).toEqual(new Set(children.map(({ pid }) => String(pid))))
  })

  test('sends nobody else to a process that hangs, and gives another one what it leaves behind when it dies', async () => {
    const { doorman, port } = await open()
    const hanging = childOf(HANGS)
    doorman.admit(hanging)
    const first = visit(port)
    await new Promise((resolve) => hanging.once('message', resolve))
    const serving = childOf(SERVES)
    doorman.admit(serving)
    expect([await visit(port), await visit(port)]).toEqual(Array(2).fill(String(serving.pid)))
    hanging.kill('SIGKILL')
    expect(await first).toBe(String(serving.pid))
  })

  test('turns away who waits when it closes, and frees the port', async () => {
    const { doorman, port } = await open()
    const waiting = visit(port)
    await new Promise((resolve) => setTimeout(resolve, 100))
    doorman.close()
    expect(await waiting).toBe('')
    expect(await visit(port)).toBe('ECONNREFUSED')
  })
})

async function open(): Promise<{ doorman: Doorman; port: number }> {
  const doorman = new Doorman()
  const port = await doorman.listen('127.0.0.1', 0)
  onTestFinished(() => doorman.close())
  return { doorman, port }
}

function childOf(source: string): ChildProcess {
  const script = join(temporaryFolder(), 'child.mjs')
  writeFileSync(script, source)
  const child = fork(script, { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** What is said to a visitor; how it failed when nothing is. */
function visit(port: number): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : ''))
    socket.once('close', () => resolve(text))
  })
}
