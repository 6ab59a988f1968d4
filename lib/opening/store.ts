import 'server-only'
import { execute } from '@/lib/database/sql'

/** Adds to how often links were opened. Addresses that are nobody's are left out; whoever's the link is. */
export async function addOpenings(openings: ReadonlyMap<string, number>): Promise<void> {
  await execute`
    INSERT INTO link_openings AS o (link_id, merchant_id, opened)
    SELECT l.id, l.merchant_id, n.opened
    FROM unnest(${[...openings.keys()]}::text[], ${[...openings.values()]}::bigint[]) AS n (slug, opened) JOIN links l ON l.slug = n.slug
    ORDER BY l.id
    ON CONFLICT (link_id) DO UPDATE SET opened = o.opened + excluded.opened`
}
