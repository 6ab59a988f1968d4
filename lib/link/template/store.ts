import 'server-only'
import { execute, inTransaction, queryRows, violatedUnique } from '@/lib/database/sql'
import type { MerchantScope } from '@/lib/shop/scope'
import type { LinkContent } from '../start/content'
import { MAX_TEMPLATES } from './schema'

export type StoredTemplate = { id: string; name: string; content: unknown }

/** By name, as a person looks for them. */
export async function listStoredTemplates(scope: MerchantScope): Promise<StoredTemplate[]> {
  return await queryRows<StoredTemplate>`
    SELECT id, name, content FROM link_templates WHERE merchant_id = ${scope.merchantId}::uuid ORDER BY lower(name), id`
}

type Wrote = 'written' | 'nameTaken' | 'none'

/**
 * `none`: the shop has as many as it may. Its row is locked before they are counted, in a statement of its own: two
 * at the same moment would else both count what was there when they began.
 */
export async function insertTemplate(scope: MerchantScope, { id, name, content, at }: { id: string; name: string; content: LinkContent; at: Date }): Promise<Wrote> {
  return await unlessTaken(() => inTransaction(async (sql) => {
    await sql.queryRows`SELECT id FROM merchants WHERE id = ${scope.merchantId}::uuid FOR NO KEY UPDATE`
    return await sql.execute`
      INSERT INTO link_templates (id, merchant_id, name, content, created_at, updated_at)
      SELECT ${id}::uuid, ${scope.merchantId}::uuid, ${name}, ${JSON.stringify(content)}::jsonb, ${at}, ${at}
      WHERE (SELECT count(*) FROM link_templates WHERE merchant_id = ${scope.merchantId}::uuid) < ${MAX_TEMPLATES}`
  }))
}

/** `none`: not there, or another shop's. */
export async function renameStoredTemplate(scope: MerchantScope, { id, name, at }: { id: string; name: string; at: Date }): Promise<Wrote> {
  return await unlessTaken(() => execute`
    UPDATE link_templates SET name = ${name}, updated_at = ${at} WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid`)
}

export async function updateStoredTemplate(scope: MerchantScope, { id, content, at }: { id: string; content: LinkContent; at: Date }): Promise<boolean> {
  return (await execute`
    UPDATE link_templates SET content = ${JSON.stringify(content)}::jsonb, updated_at = ${at} WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid`) > 0
}

export async function deleteStoredTemplate(scope: MerchantScope, id: string): Promise<boolean> {
  return (await execute`DELETE FROM link_templates WHERE id = ${id}::uuid AND merchant_id = ${scope.merchantId}::uuid`) > 0
}

async function unlessTaken(write: () => Promise<number>): Promise<Wrote> {
  try {
    return (await write()) > 0 ? 'written' : 'none'
  } catch (error) {
    if (violatedUnique(error) === 'link_templates_merchant_id_name_key') return 'nameTaken'
    throw error
  }
}
