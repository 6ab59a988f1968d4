import pg from 'pg'

/** A statement as the product's stores gave it to the driver. */
export type Sent = { text: string; values: readonly unknown[] }

/**
 * Everything that `run` reads from the database in this process, as it was sent: what is explained is what the product says,
 * never a copy of it.
 */
export async function sentBy(run: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const driver = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = driver.query
  driver.query = function (this: unknown, ...args: unknown[]) {
    const [config, values] = args
    if (isStatement(config) && READS.test(config.text)) sent.push({ text: config.text, values: config.values ?? (Array.isArray(values) ? values : []) })
    return original.apply(this, args)
  }
  try {
    await run()
  } finally {
    driver.query = original
  }
  return sent
}

/** Not what begins, ends or sets a transaction: nothing can be explained about that. */
const READS = /^\s*(SELECT|WITH)\b/i

const isStatement = (config: unknown): config is { text: string; values?: unknown[] } => typeof config === 'object' && config !== null && 'text' in config && typeof config.text === 'string'

/** @property scans tables of links and orders that were read from one end to the other */
export type Plan = { plan: string; indexes: string[]; scans: string[]; ms: number }

/** PostgreSQL plans the first five times for the values at hand, and may then keep a plan for any; what is measured is what comes after. */
const BEFORE_IT_SETTLES = 6

/** How PostgreSQL answers a statement that a connection has prepared and used for a while, as the product's connections have. */
export async function explain(client: pg.Client, { text, values }: Sent): Promise<Plan> {
  const execute = `EXECUTE explained${values.length > 0 ? `(${values.map(literal).join(', ')})` : ''}`
  await client.query(`PREPARE explained AS ${text}`)
  try {
    for (let turn = 0; turn < BEFORE_IT_SETTLES; turn++) await client.query(execute)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${execute}`)
    const lines = rows.map((row) => row['QUERY PLAN'])
    const used = lines.filter((line) => !line.includes('(never executed)'))
    return {
      plan: lines.join('\n'),
      indexes: found(used, /(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) "?(\w+)/),
      scans: found(used, /Seq Scan on "?(links|orders)\b/),
      ms: Number(/Execution Time: ([\d.]+)/.exec(lines.join('\n'))?.[1] ?? NaN),
    }
  } finally {
    await client.query('DEALLOCATE explained')
  }
}

const found = (lines: readonly string[], pattern: RegExp): string[] => [...new Set(lines.flatMap((line) => pattern.exec(line)?.[1] ?? []))]

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString())
  // As text, so that it takes the type that the statement has for it.
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each instanceof Date ? each.toISOString() : String(each))).join(',')}}`)
  if (typeof value === 'object') return pg.escapeLiteral(JSON.stringify(value))
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : pg.escapeLiteral(String(value as string | boolean))
}
