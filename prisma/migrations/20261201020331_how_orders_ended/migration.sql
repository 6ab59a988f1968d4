-- AlterTable
ALTER TABLE "link_rollup" ADD COLUMN     "cancelled" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "denied" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "expired" INTEGER NOT NULL DEFAULT 0;

-- What the worker has counted so far, of this too: the line stays where it is meanwhile.
SELECT "event_id" FROM "rollup_progress" FOR UPDATE;
UPDATE "link_rollup" AS r SET "denied" = ended."denied", "cancelled" = ended."cancelled", "expired" = ended."expired"
FROM (
    SELECT o."link_id", o."currency",
        sum((e."to" = 'denied')::int - coalesce((e."from" = 'denied')::int, 0))::int AS "denied",
        sum((e."to" = 'cancelled')::int - coalesce((e."from" = 'cancelled')::int, 0))::int AS "cancelled",
        sum((e."to" = 'expired')::int - coalesce((e."from" = 'expired')::int, 0))::int AS "expired"
    FROM "order_events" AS e JOIN "orders" AS o ON o."id" = e."order_id"
    WHERE e."id" <= (SELECT "event_id" FROM "rollup_progress") AND (e."to" IN ('denied', 'cancelled', 'expired') OR e."from" IN ('denied', 'cancelled', 'expired'))
    GROUP BY o."link_id", o."currency"
) AS ended
WHERE r."link_id" = ended."link_id" AND r."currency" = ended."currency";

-- A link's orders are counted there now, no more from this index: it keeps what its list is filtered by.
DROP INDEX "orders_of_link";
CREATE INDEX "orders_of_link" ON "orders" ("link_id", "created_at" DESC, "id" DESC) INCLUDE ("status", "expires_at");
