import 'server-only'
import { sql, type Sql } from '@/lib/database/sql'

export type StoredFile = { id: string; merchantId: string; name: string; contentType: string; bytes: number }

/** Once a file is on the disk: in the transaction of what it belongs to. */
export async function insertFile(on: Sql, { id, merchantId, name, contentType, bytes }: StoredFile, at: Date): Promise<void> {
  await on.execute`
    INSERT INTO stored_files (id, merchant_id, name, content_type, bytes, created_at)
    VALUES (${id}::uuid, ${merchantId}::uuid, ${name}, ${contentType}, ${bytes}, ${at})`
}

/** @returns the name that is now free to be removed from the disk; null when it was gone */
export async function deleteFile(on: Sql, id: string): Promise<string | null> {
  const [row] = await on.queryRows<{ name: string }>`DELETE FROM stored_files WHERE id = ${id}::uuid RETURNING name`
  return row?.name ?? null
}

/** Of these names, those that belong to nothing. */
export async function listNamesWithoutRow(names: readonly string[]): Promise<string[]> {
  const rows = await sql.queryRows<{ name: string }>`
    SELECT name FROM unnest(${names}::text[]) AS there (name) WHERE NOT EXISTS (SELECT 1 FROM stored_files f WHERE f.name = there.name)`
  return rows.map(({ name }) => name)
}
