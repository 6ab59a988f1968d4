-- CreateEnum
CREATE TYPE "refund_channel" AS ENUM ('rail', 'manual');

-- CreateEnum
CREATE TYPE "refund_state" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('customer', 'order', 'merchant', 'refund', 'fee');

-- CreateEnum
CREATE TYPE "endpoint_state" AS ENUM ('enabled', 'paused', 'disabled');

-- CreateEnum
CREATE TYPE "retry_policy" AS ENUM ('standard', 'midtrans');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "email_state" AS ENUM ('pending', 'sent', 'kept', 'failed');

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "news_seen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "links" ADD COLUMN     "custom_fields" JSONB,
ADD COLUMN     "metadata" JSONB,
ADD COLUMN     "notification_urls" JSONB;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "fee_amount" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refund_claimed_amount" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "refunded_amount" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "took_place" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "order_events" ADD COLUMN     "actor_id" TEXT,
ADD COLUMN     "amount" BIGINT,
ADD COLUMN     "refund_id" UUID;

-- CreateTable
CREATE TABLE "refunds" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "order_id" UUID NOT NULL,
    "refund_key" VARCHAR(64) NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" VARCHAR(255) NOT NULL,
    "channel" "refund_channel" NOT NULL,
    "state" "refund_state" NOT NULL DEFAULT 'pending',
    "failure" VARCHAR(255),
    "actor_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transfers" (
    "id" BIGSERIAL NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "order_id" UUID NOT NULL,
    "refund_id" UUID,
    "debit" "ledger_account" NOT NULL,
    "credit" "ledger_account" NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server_keys" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "encrypted_key" TEXT NOT NULL,
    "scopes" VARCHAR(20)[] DEFAULT ARRAY['read', 'write', 'refund']::VARCHAR(20)[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "server_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoints" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "url" VARCHAR(2048) NOT NULL,
    "description" VARCHAR(100) NOT NULL DEFAULT '',
    "events" VARCHAR(40)[] DEFAULT ARRAY[]::VARCHAR(40)[],
    "retry_policy" "retry_policy" NOT NULL DEFAULT 'standard',
    "state" "endpoint_state" NOT NULL DEFAULT 'enabled',
    "disabled_reason" VARCHAR(20),
    "encrypted_secret" TEXT NOT NULL,
    "encrypted_previous_secret" TEXT,
    "previous_secret_expires_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "endpoint_id" UUID,
    "url" VARCHAR(2048) NOT NULL,
    "order_event_id" BIGINT,
    "order_id" UUID,
    "type" VARCHAR(40) NOT NULL,
    "payload" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'pending',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "trigger" VARCHAR(10) NOT NULL,
    "request_headers" JSONB NOT NULL,
    "status_code" INTEGER,
    "response_headers" JSONB,
    "response_body" TEXT,
    "error" VARCHAR(40),
    "duration_ms" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_messages" (
    "id" UUID NOT NULL,
    "merchant_id" UUID,
    "mode" "mode",
    "link_id" UUID,
    "order_id" UUID,
    "template" VARCHAR(40) NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "dedupe_key" VARCHAR(400) NOT NULL,
    "to" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "email_state" NOT NULL DEFAULT 'pending',
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "last_error" VARCHAR(255),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news" (
    "id" BIGSERIAL NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "order_id" UUID,
    "data" JSONB NOT NULL,
    "dedupe_key" VARCHAR(120) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "merchant_id" UUID NOT NULL,
    "endpoint" VARCHAR(2048) NOT NULL,
    "p256dh" VARCHAR(200) NOT NULL,
    "auth" VARCHAR(100) NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_values" (
    "key" VARCHAR(50) NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_values_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "refunds_order_id_refund_key_key" ON "refunds"("order_id", "refund_key");

-- CreateIndex
CREATE INDEX "ledger_transfers_order_id_idx" ON "ledger_transfers"("order_id");

-- CreateIndex
CREATE INDEX "ledger_transfers_merchant_id_mode_at_idx" ON "ledger_transfers"("merchant_id", "mode", "at");

-- CreateIndex
CREATE UNIQUE INDEX "server_keys_hash_key" ON "server_keys"("hash");

-- CreateIndex
CREATE INDEX "server_keys_merchant_id_mode_created_at_idx" ON "server_keys"("merchant_id", "mode", "created_at");

-- CreateIndex
CREATE INDEX "webhook_endpoints_merchant_id_mode_created_at_idx" ON "webhook_endpoints"("merchant_id", "mode", "created_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_merchant_id_mode_created_at_id_idx" ON "webhook_deliveries"("merchant_id", "mode", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_endpoint_id_created_at_id_idx" ON "webhook_deliveries"("endpoint_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_order_id_idx" ON "webhook_deliveries"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_attempts_delivery_id_number_key" ON "webhook_attempts"("delivery_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "email_messages_dedupe_key_key" ON "email_messages"("dedupe_key");

-- CreateIndex
CREATE INDEX "email_messages_merchant_id_mode_created_at_id_idx" ON "email_messages"("merchant_id", "mode", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "email_messages_order_id_idx" ON "email_messages"("order_id");

-- CreateIndex
CREATE INDEX "news_merchant_id_mode_at_id_idx" ON "news"("merchant_id", "mode", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "news_merchant_id_dedupe_key_key" ON "news"("merchant_id", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_merchant_id_idx" ON "push_subscriptions"("merchant_id");

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_deliveries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──────────────────────────────────────

-- Orders that were paid before there was a ledger.
UPDATE "orders" SET "took_place" = true WHERE "status" = 'paid';
INSERT INTO "ledger_transfers" ("merchant_id", "mode", "order_id", "debit", "credit", "amount", "currency", "at")
    SELECT o."merchant_id", o."mode", o."id", side."debit"::"ledger_account", side."credit"::"ledger_account", o."amount", o."currency", o."paid_at"
    FROM "orders" o, (VALUES ('customer', 'order'), ('order', 'merchant')) AS side("debit", "credit") WHERE o."status" = 'paid';

ALTER TABLE "orders"
    DROP CONSTRAINT "orders_paid_at",
    ADD CONSTRAINT "orders_paid_at" CHECK (("status" IN ('paid', 'paid_late', 'partially_refunded', 'refunded')) = ("paid_at" IS NOT NULL)),
    ADD CONSTRAINT "orders_place_is_paid" CHECK (NOT "took_place" OR "paid_at" IS NOT NULL),
    ADD CONSTRAINT "orders_paid_takes_place" CHECK ("status" <> 'paid' OR "took_place"),
    ADD CONSTRAINT "orders_late_takes_none" CHECK ("status" <> 'paid_late' OR NOT "took_place"),
    ADD CONSTRAINT "orders_fee_within_amount" CHECK ("fee_amount" BETWEEN 0 AND "amount"),
    ADD CONSTRAINT "orders_refunds_within_amount" CHECK (0 <= "refunded_amount" AND "refunded_amount" <= "refund_claimed_amount" AND "refund_claimed_amount" <= "amount"),
    ADD CONSTRAINT "orders_refunds_are_of_paid" CHECK ("paid_at" IS NOT NULL OR "refund_claimed_amount" = 0),
    ADD CONSTRAINT "orders_refunded" CHECK (("status" = 'refunded') = ("refunded_amount" = "amount")),
    ADD CONSTRAINT "orders_partially_refunded" CHECK (("status" = 'partially_refunded') = ("refunded_amount" > 0 AND "refunded_amount" < "amount"));

ALTER TABLE "refunds"
    ADD CONSTRAINT "refunds_amount_positive" CHECK ("amount" > 0),
    ADD CONSTRAINT "refunds_key_form" CHECK ("refund_key" ~ '^[A-Za-z0-9_-]+$'),
    ADD CONSTRAINT "refunds_completed_at" CHECK (("state" = 'pending') = ("completed_at" IS NULL));
CREATE INDEX "refunds_pending" ON "refunds" ("created_at") WHERE "state" = 'pending';

-- Orders whose deadline passed: read every few seconds, so it holds the open ones only.
DROP INDEX "orders_due";
CREATE INDEX "orders_due" ON "orders" ("expires_at") WHERE "status" IN ('pending', 'authorized');

-- One notification for each event and address, however often the job that writes it runs.
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries"
    ("order_event_id", coalesce("endpoint_id", '00000000-0000-0000-0000-000000000000'::uuid), "url") WHERE "order_event_id" IS NOT NULL;
CREATE INDEX "webhook_deliveries_pending" ON "webhook_deliveries" ("endpoint_id", "next_attempt_at") WHERE "state" = 'pending';

-- ── The ledger ─────────────────────────────────────────────────────────────

ALTER TABLE "ledger_transfers"
    ADD CONSTRAINT "ledger_transfers_amount_positive" CHECK ("amount" > 0),
    ADD CONSTRAINT "ledger_transfers_two_accounts" CHECK ("debit" <> "credit"),
    ADD CONSTRAINT "ledger_transfers_known_ways" CHECK (("debit", "credit") IN
        (('customer', 'order'), ('order', 'merchant'), ('order', 'fee'), ('merchant', 'refund'), ('refund', 'customer'))),
    ADD CONSTRAINT "ledger_transfers_refund" CHECK (("debit" IN ('merchant', 'refund')) = ("refund_id" IS NOT NULL));
-- No payment and no refund is posted twice.
CREATE UNIQUE INDEX "ledger_transfers_once" ON "ledger_transfers"
    ("order_id", "debit", "credit", coalesce("refund_id", '00000000-0000-0000-0000-000000000000'::uuid));

CREATE TRIGGER "ledger_transfers_append_only" BEFORE UPDATE OR DELETE ON "ledger_transfers"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();

-- At every commit the ledger and the order say the same: what came in, what the rail kept, what went
-- back; and nothing is left on the way.
CREATE FUNCTION "require_balanced_order"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    the_order uuid;
    wanted record;
    posted record;
BEGIN
    IF TG_TABLE_NAME = 'orders' THEN the_order := NEW.id; ELSE the_order := NEW.order_id; END IF;
    SELECT CASE WHEN paid_at IS NULL THEN 0 ELSE amount END AS paid, fee_amount AS fee, refunded_amount AS refunded, currency
        INTO wanted FROM orders WHERE id = the_order;
    SELECT coalesce(sum(amount) FILTER (WHERE debit = 'customer'), 0) AS paid,
           coalesce(sum(amount) FILTER (WHERE credit = 'fee'), 0) AS fee,
           coalesce(sum(amount) FILTER (WHERE credit = 'customer'), 0) AS refunded,
           coalesce(sum(amount) FILTER (WHERE credit = 'order'), 0) - coalesce(sum(amount) FILTER (WHERE debit = 'order'), 0) AS "order",
           coalesce(sum(amount) FILTER (WHERE credit = 'refund'), 0) - coalesce(sum(amount) FILTER (WHERE debit = 'refund'), 0) AS refund,
           count(*) FILTER (WHERE currency <> wanted.currency) AS strange
        INTO posted FROM ledger_transfers WHERE order_id = the_order;
    IF posted.paid <> wanted.paid OR posted.fee <> wanted.fee OR posted.refunded <> wanted.refunded
        OR posted."order" <> 0 OR posted.refund <> 0 OR posted.strange <> 0 THEN
        RAISE EXCEPTION 'the ledger of order % does not balance', the_order USING ERRCODE = 'check_violation', CONSTRAINT = 'orders_balanced';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "orders_balanced" AFTER UPDATE OF "status", "amount", "currency", "paid_at", "fee_amount", "refunded_amount" ON "orders"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."paid_at" IS NOT NULL) EXECUTE FUNCTION "require_balanced_order"();
CREATE CONSTRAINT TRIGGER "orders_balanced_when_new" AFTER INSERT ON "orders"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."paid_at" IS NOT NULL) EXECUTE FUNCTION "require_balanced_order"();
CREATE CONSTRAINT TRIGGER "ledger_transfers_balanced" AFTER INSERT ON "ledger_transfers"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "require_balanced_order"();
