import type { World } from './world.ts'

const DIFFERENCES = `
  SELECT 'link ' || l.slug || ' says used ' || l.used_count || ', held ' || l.held_count || '; its orders say ' ||
    count(o.id) FILTER (WHERE o.took_place) || ' and ' || count(o.id) FILTER (WHERE o.status IN ('pending', 'authorized')) AS difference
  FROM links l LEFT JOIN orders o ON o.link_id = l.id GROUP BY l.id
  HAVING l.used_count <> count(o.id) FILTER (WHERE o.took_place)
    OR l.held_count <> count(o.id) FILTER (WHERE o.status IN ('pending', 'authorized'))
    OR (l.usage_limit IS NOT NULL AND l.used_count + l.held_count > l.usage_limit)
  UNION ALL
  SELECT 'order ' || o.order_id || ' is ' || o.status || '; its last event says ' || coalesce(last.to::text, 'nothing')
  FROM orders o LEFT JOIN LATERAL (SELECT "to" FROM order_events WHERE order_id = o.id ORDER BY id DESC LIMIT 1) last ON true
  WHERE last.to IS DISTINCT FROM o.status
  UNION ALL
  SELECT 'order ' || o.order_id || ' let go of its place ' || count(*) || ' times'
  FROM orders o JOIN order_events e ON e.order_id = o.id AND e.from IN ('pending', 'authorized') AND e.to NOT IN ('pending', 'authorized')
  GROUP BY o.id HAVING count(*) > 1
  UNION ALL
  SELECT 'order ' || o.order_id || ' of ' || CASE WHEN o.paid_at IS NULL THEN 0 ELSE o.amount END || '; the ledger says ' || coalesce(sum(t.amount), 0)
  FROM orders o LEFT JOIN ledger_transfers t ON t.order_id = o.id AND t.debit = 'customer' GROUP BY o.id
  HAVING coalesce(sum(t.amount), 0) <> CASE WHEN o.paid_at IS NULL THEN 0 ELSE o.amount END`

/** Where links, orders, events and the ledger contradict each other; asked beside the product's own code. */
export async function differences({ query }: World): Promise<string[]> {
  return (await query<{ difference: string }>(DIFFERENCES)).map(({ difference }) => difference)
}
