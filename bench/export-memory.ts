import { randomBytes, randomUUID } from 'node:crypto'
import { closeDatabase, databasePool } from '@/lib/database/client'
import { runExports } from '@/lib/data-export/run-export'
import { FORMATS, LINK_COLUMNS } from '@/lib/data-export/schema'
import { startExport } from '@/lib/data-export/start-export'
import { makeAccount } from '../prisma/account'

/**
 * How much memory exports take: of 10,000, 100,000 and 300,000 links, in both formats. In a folder of its own:
 * `DATA_DIR=/tmp/bench-data node bin/run.mjs bench/export-memory.ts`.
 */
const SAMPLE_MS = 20
const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`

try {
  for (const count of [10_000, 100_000, 300_000]) {
    const { scope } = await makeAccount({ email: `${randomBytes(6).toString('hex')}@example.com`, password: randomUUID(), shopName: 'Bench' })
    await databasePool.query(
      `INSERT INTO links (id, merchant_id, mode, order_id, slug, title, description, amount, items, search_text, created_at, updated_at)
       SELECT gen_random_uuid(), $1::uuid, 'test', 'N-' || n, substr(md5($1::uuid::text || n), 1, 20), 'Kerudung voal ' || n, repeat('Bahan voal, tidak menerawang. ', 6), 85000,
         '[{"name":"Kerudung voal","price":85000,"quantity":1}]', 'kerudung voal ' || n, now() - n * interval '1 second', now()
       FROM generate_series(1, $2::int) AS n`,
      [scope.merchantId, count],
    )
    for (const format of FORMATS) {
      const started = await startExport(scope, { kind: 'links', format, filter: {}, columns: [...LINK_COLUMNS], submissionId: randomUUID() }, { locale: 'id', timeZone: 'Asia/Jakarta', at: new Date() })
      if (!started.ok) throw new Error(started.error.kind)
      const peak = { rss: 0, heap: 0 }
      const timer = setInterval(() => {
        const { rss, heapUsed } = process.memoryUsage()
        peak.rss = Math.max(peak.rss, rss)
        peak.heap = Math.max(peak.heap, heapUsed)
      }, SAMPLE_MS)
      const begun = performance.now()
      await runExports([{ exportId: started.value.id }])
      clearInterval(timer)
      const { rows: [written] } = await databasePool.query<{ bytes: number }>('SELECT f.bytes FROM stored_files f JOIN data_exports e ON e.file_id = f.id WHERE e.id = $1', [started.value.id])
      console.log(`${format.padEnd(4)} ${String(count).padStart(7)} rows  ${((performance.now() - begun) / 1000).toFixed(1)} s  file ${megabytes(written?.bytes ?? 0)}  peak heap ${megabytes(peak.heap)}  peak memory ${megabytes(peak.rss)}`)
    }
  }
} finally {
  await closeDatabase()
}
