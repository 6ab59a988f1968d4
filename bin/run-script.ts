import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { openDatabase } from './database.ts'
import { reportFailure } from './report-failure.ts'
import { besideServer } from './served-address.ts'
import { loadSettings, publishSettings } from './settings.ts'

const [file, ...args] = process.argv.slice(2)

process.chdir(dirname(import.meta.dirname))
// The script hears the terminal's Ctrl-C itself; we stay to stop the database after it.
let pass: (signal: NodeJS.Signals) => void = () => undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => pass(signal))
process.on('disconnect', () => pass('SIGTERM'))

try {
  process.exitCode = await run()
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
if (process.connected) process.disconnect()

async function run(): Promise<number> {
  if (file === undefined) {
    console.error('Which script? For example: node bin/run.mjs prisma/seed.ts')
    return 1
  }
  const settings = besideServer(loadSettings())
  const database = await openDatabase(settings)
  try {
    publishSettings({ ...settings, DATABASE_URL: database.databaseUrl })
    return await runScript(resolve(file), args)
  } finally {
    await database.stop()
  }
}

async function runScript(path: string, scriptArgs: string[]): Promise<number> {
  const flags = ['--import', 'tsx', '--import', join(import.meta.dirname, 'allow-server-only.mjs')]
  const child = spawn(process.execPath, [...flags, path, ...scriptArgs], { stdio: 'inherit' })
  pass = (signal) => child.kill(signal)
  return await new Promise((settle, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => settle(code ?? 1))
  })
}
