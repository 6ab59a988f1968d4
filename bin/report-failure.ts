import { InvalidSettingsError } from '../lib/platform/env.ts'
import { explainDiskOutput, StartError } from '../lib/platform/start-error.ts'
import { SchemaNewerThanCodeError } from '../prisma/migrate.ts'

/** What people can act on is said in its sentence alone; only the unexpected comes with its stack. */
export function reportFailure(error: unknown): void {
  const isExpected =
    error instanceof StartError || error instanceof InvalidSettingsError || error instanceof SchemaNewerThanCodeError
  if (isExpected) return console.error(error.message)
  const diskFull = explainDiskOutput(error instanceof Error ? error.message : '', 'the database')
  console.error(diskFull?.message ?? error)
}
