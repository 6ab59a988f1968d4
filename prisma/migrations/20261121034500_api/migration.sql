-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "redirects" JSONB;

-- AlterTable
ALTER TABLE "links" ADD COLUMN     "api_details" JSONB,
ADD COLUMN     "customer_form" JSONB,
ADD COLUMN     "maximum_amount" BIGINT,
ADD COLUMN     "minimum_amount" BIGINT,
ADD COLUMN     "number" BIGSERIAL NOT NULL,
ADD COLUMN     "preset_amount" BIGINT,
ADD COLUMN     "redirects" JSONB;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "number" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "refunds" ADD COLUMN     "number" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "operation" VARCHAR(50) NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "claim" UUID NOT NULL,
    "claimed_until" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("merchant_id","mode","operation","key")
);

-- CreateTable
CREATE TABLE "api_calls" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "key_id" UUID NOT NULL,
    "method" VARCHAR(10) NOT NULL,
    "path" VARCHAR(1000) NOT NULL,
    "status" INTEGER NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "idempotency_key" VARCHAR(255),
    "user_agent" VARCHAR(255),
    "request_body" JSONB,
    "response_body" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "api_calls_merchant_id_mode_at_id_idx" ON "api_calls"("merchant_id", "mode", "at" DESC, "id" DESC);

-- What Prisma's language cannot say:

ALTER TABLE "links"
    ADD CONSTRAINT "links_open_amount" CHECK (("minimum_amount" IS NULL) = ("maximum_amount" IS NULL) AND
        CASE WHEN "minimum_amount" IS NULL THEN "preset_amount" IS NULL
             ELSE 0 < "minimum_amount" AND "minimum_amount" <= "maximum_amount" AND "amount" = coalesce("preset_amount", "minimum_amount")
                  AND "amount" BETWEEN "minimum_amount" AND "maximum_amount" END);

ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_answer" CHECK (("status" IS NULL) = ("body" IS NULL));

-- Counters of the last minutes: losing them in a crash of PostgreSQL costs nothing, writing each of them to disk would.
ALTER TABLE "rate_limits" SET UNLOGGED;
