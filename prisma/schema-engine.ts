import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

/**
 * Prisma's schema engine as WebAssembly. The native engine is downloaded from a host that many
 * networks block; this one arrives with the package. Its module is instantiated by hand because
 * Node cannot import a .wasm file as the package's own entry does.
 */
export async function loadSchemaEngine(databaseUrl: string): Promise<{ engine: SchemaEngine; close(): Promise<void> }> {
  const bindings = await (loaded ??= loadBindings())

  // The engine never closes its connections; a pool of our own can be.
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const factory = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool))
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory)
  return { engine, close: () => pool.end() }
}

/** Once for the process: the bindings know one instance only, and what a first engine still does would reach into the memory of a second. */
let loaded: ReturnType<typeof loadBindings> | undefined

async function loadBindings() {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const file = join(folder, 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  const raw = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }
  raw.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return bindings
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies and comments.
 * Sent whole, PostgreSQL parses it itself and runs it as one transaction: all of it or nothing.
 */
class WholeScriptPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }
}
