-- Search looks through parts of words (pg_trgm) within one merchant's rows (btree_gin).
-- Both are trusted extensions: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateEnum
CREATE TYPE "mode" AS ENUM ('test', 'live');

-- CreateEnum
CREATE TYPE "link_state" AS ENUM ('active', 'paused', 'deleted');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('pending', 'paid', 'denied', 'cancelled', 'expired');

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "merchants" (
    "id" UUID NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "slug" VARCHAR(50) NOT NULL,
    "locale" VARCHAR(5) NOT NULL DEFAULT 'id',
    "time_zone" VARCHAR(50) NOT NULL DEFAULT 'Asia/Jakarta',
    "phone" VARCHAR(20),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merchants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "user_id" TEXT NOT NULL,
    "merchant_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("user_id","merchant_id")
);

-- CreateTable
CREATE TABLE "links" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "order_id" VARCHAR(50) NOT NULL,
    "slug" VARCHAR(50) NOT NULL,
    "title" VARCHAR(40),
    "description" VARCHAR(500),
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'IDR',
    "items" JSONB NOT NULL,
    "usage_limit" INTEGER,
    "used_count" INTEGER NOT NULL DEFAULT 0,
    "held_count" INTEGER NOT NULL DEFAULT 0,
    "state" "link_state" NOT NULL DEFAULT 'active',
    "starts_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "payment_methods" VARCHAR(30)[] DEFAULT ARRAY[]::VARCHAR(30)[],
    "customer" JSONB,
    "search_text" TEXT NOT NULL,
    "last_order_ms" BIGINT NOT NULL DEFAULT 0,
    "submission_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_events" (
    "id" BIGSERIAL NOT NULL,
    "merchant_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "type" VARCHAR(30) NOT NULL,
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "link_id" UUID NOT NULL,
    "order_id" VARCHAR(64) NOT NULL,
    "token" VARCHAR(22) NOT NULL,
    "submission_id" UUID NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'pending',
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "items" JSONB NOT NULL,
    "payment_method" VARCHAR(30) NOT NULL,
    "instructions" JSONB NOT NULL,
    "customer_name" VARCHAR(101) NOT NULL,
    "customer_email" VARCHAR(254),
    "customer_phone" VARCHAR(20),
    "search_text" TEXT NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_events" (
    "id" BIGSERIAL NOT NULL,
    "merchant_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "type" VARCHAR(30) NOT NULL,
    "from" "order_status",
    "to" "order_status" NOT NULL,
    "actor" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(255),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_issuer_account_id_key" ON "accounts"("issuer", "account_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "merchants_slug_key" ON "merchants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "links_slug_key" ON "links"("slug");

-- CreateIndex
CREATE INDEX "links_merchant_id_mode_created_at_id_idx" ON "links"("merchant_id", "mode", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "links_merchant_id_mode_order_id_key" ON "links"("merchant_id", "mode", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "links_merchant_id_submission_id_key" ON "links"("merchant_id", "submission_id");

-- CreateIndex
CREATE INDEX "link_events_link_id_at_idx" ON "link_events"("link_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_token_key" ON "orders"("token");

-- CreateIndex
CREATE INDEX "orders_merchant_id_mode_created_at_id_idx" ON "orders"("merchant_id", "mode", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "orders_merchant_id_mode_status_created_at_id_idx" ON "orders"("merchant_id", "mode", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "orders_link_id_created_at_id_idx" ON "orders"("link_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_merchant_id_mode_order_id_key" ON "orders"("merchant_id", "mode", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_link_id_submission_id_key" ON "orders"("link_id", "submission_id");

-- CreateIndex
CREATE INDEX "order_events_order_id_at_idx" ON "order_events"("order_id", "at");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "links" ADD CONSTRAINT "links_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_events" ADD CONSTRAINT "link_events_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── What Prisma's language cannot say ──────────────────────────────────────

-- Empty means every method; null would be a third meaning.
ALTER TABLE "links" ALTER COLUMN "payment_methods" SET NOT NULL;

-- The usage limit is a fact of the database: whatever the code does, a link never oversells.
ALTER TABLE "links"
    ADD CONSTRAINT "links_counts_not_negative" CHECK ("used_count" >= 0 AND "held_count" >= 0),
    ADD CONSTRAINT "links_usage_within_limit" CHECK ("usage_limit" IS NULL OR "used_count" + "held_count" <= "usage_limit"),
    ADD CONSTRAINT "links_usage_limit_range" CHECK ("usage_limit" BETWEEN 1 AND 1000000),
    ADD CONSTRAINT "links_amount_positive" CHECK ("amount" > 0),
    ADD CONSTRAINT "links_slug_form" CHECK ("slug" ~ '^[a-z0-9-]+$'),
    ADD CONSTRAINT "links_order_id_form" CHECK ("order_id" ~ '^[A-Za-z0-9._~-]+$'),
    ADD CONSTRAINT "links_period" CHECK ("starts_at" IS NULL OR "expires_at" IS NULL OR "starts_at" < "expires_at"),
    ADD CONSTRAINT "links_deleted_at" CHECK (("state" = 'deleted') = ("deleted_at" IS NOT NULL));

ALTER TABLE "orders"
    ADD CONSTRAINT "orders_amount_positive" CHECK ("amount" > 0),
    ADD CONSTRAINT "orders_paid_at" CHECK (("status" = 'paid') = ("paid_at" IS NOT NULL));

-- Search.
CREATE INDEX "links_search" ON "links" USING GIN ("merchant_id", "search_text" gin_trgm_ops);
CREATE INDEX "orders_search" ON "orders" USING GIN ("merchant_id", "search_text" gin_trgm_ops);

-- Filters by status that few rows answer.
CREATE INDEX "links_by_state" ON "links" ("merchant_id", "mode", "state", "created_at" DESC, "id" DESC);
CREATE INDEX "links_by_expiry" ON "links" ("merchant_id", "mode", "expires_at") WHERE "state" = 'active' AND "expires_at" IS NOT NULL;
CREATE INDEX "links_by_start" ON "links" ("merchant_id", "mode", "starts_at") WHERE "state" = 'active' AND "starts_at" IS NOT NULL;
CREATE INDEX "links_sold_out" ON "links" ("merchant_id", "mode", "created_at" DESC, "id" DESC) WHERE "used_count" >= "usage_limit";

-- Orders whose deadline passed: read every few seconds, so it holds the pending ones only.
CREATE INDEX "orders_due" ON "orders" ("expires_at") WHERE "status" = 'pending';

-- History is only ever written.
CREATE FUNCTION "refuse_change_of_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "order_events_append_only" BEFORE UPDATE OR DELETE ON "order_events"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "link_events_append_only" BEFORE UPDATE OR DELETE ON "link_events"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();

-- Every order changes its link's counters, and every payment its order: with room left on the page, PostgreSQL
-- keeps the new version there and leaves the indexes alone (a "HOT" update).
ALTER TABLE "links" SET (fillfactor = 75);
ALTER TABLE "orders" SET (fillfactor = 85);
