-- AlterTable
ALTER TABLE "order_rollup" ADD COLUMN     "open" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "open_amount" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "hour_rollup" (
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payment_method" VARCHAR(30) NOT NULL,
    "started" INTEGER NOT NULL DEFAULT 0,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "paid_amount" BIGINT NOT NULL DEFAULT 0,
    "refunded_amount" BIGINT NOT NULL DEFAULT 0,
    "open" INTEGER NOT NULL DEFAULT 0,
    "open_amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "hour_rollup_pkey" PRIMARY KEY ("merchant_id","mode","at","currency","payment_method")
);

-- What the worker has counted so far, of this too: the line stays where it is meanwhile.
SELECT "event_id" FROM "rollup_progress" FOR UPDATE;
UPDATE "order_rollup" AS r SET "open" = counted."open", "open_amount" = counted."open_amount"
FROM (
    SELECT o."merchant_id", o."mode", date_bin('15 minutes', o."created_at", '2000-01-01Z') AS "at", o."currency", o."payment_method",
        sum(c."change")::int AS "open", sum(c."change" * (coalesce(o."expected_amount", o."amount") - o."unique_code"))::bigint AS "open_amount"
    FROM "order_events" AS e
    CROSS JOIN LATERAL (
        SELECT (e."to" IN ('pending', 'authorized', 'in_review'))::int - coalesce((e."from" IN ('pending', 'authorized', 'in_review'))::int, 0) AS "change"
    ) AS c
    JOIN "orders" AS o ON o."id" = e."order_id"
    WHERE e."id" <= (SELECT "event_id" FROM "rollup_progress") AND c."change" <> 0
    GROUP BY o."merchant_id", o."mode", 3, o."currency", o."payment_method"
) AS counted
WHERE r."merchant_id" = counted."merchant_id" AND r."mode" = counted."mode" AND r."at" = counted."at" AND r."currency" = counted."currency"
    AND r."payment_method" = counted."payment_method" AND counted."open" <> 0;

INSERT INTO "hour_rollup" ("merchant_id", "mode", "at", "currency", "payment_method", "started", "paid", "paid_amount", "refunded_amount", "open", "open_amount")
SELECT "merchant_id", "mode", date_bin('1 hour', "at", '2000-01-01Z') AS "hour", "currency", "payment_method",
    sum("started"), sum("paid"), sum("paid_amount"), sum("refunded_amount"), sum("open"), sum("open_amount")
FROM "order_rollup" GROUP BY "merchant_id", "mode", "hour", "currency", "payment_method" ORDER BY "hour";
