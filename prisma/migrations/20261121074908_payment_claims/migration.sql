-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('open', 'confirmed', 'rejected');

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "expected_amount" BIGINT;

-- CreateTable
CREATE TABLE "payment_claims" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "order_id" UUID NOT NULL,
    "state" "claim_state" NOT NULL DEFAULT 'open',
    "note" VARCHAR(255),
    "transferred_amount" BIGINT,
    "file_id" UUID,
    "sent_hash" CHAR(64),
    "picture_hash" CHAR(16),
    "like_order_id" UUID,
    "reason" VARCHAR(255),
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "content_type" VARCHAR(30) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payment_claims_order_id_key" ON "payment_claims"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_claims_file_id_key" ON "payment_claims"("file_id");

-- CreateIndex
CREATE INDEX "payment_claims_merchant_id_sent_hash_idx" ON "payment_claims"("merchant_id", "sent_hash");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_name_key" ON "stored_files"("name");

-- AddForeignKey
ALTER TABLE "payment_claims" ADD CONSTRAINT "payment_claims_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_claims" ADD CONSTRAINT "payment_claims_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma's language cannot say ──────────────────────────────────────

ALTER TABLE "payment_claims"
    ADD CONSTRAINT "payment_claims_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL)),
    ADD CONSTRAINT "payment_claims_transferred_positive" CHECK ("transferred_amount" > 0),
    ADD CONSTRAINT "payment_claims_picture" CHECK ("file_id" IS NULL OR "sent_hash" IS NOT NULL);

-- The queue, longest waiting first.
CREATE INDEX "payment_claims_open" ON "payment_claims" ("merchant_id", "mode", "opened_at", "id") WHERE "state" = 'open';

-- What is left to erase.
CREATE INDEX "payment_claims_with_file" ON "payment_claims" ("sent_at") WHERE "file_id" IS NOT NULL;
CREATE INDEX "orders_with_address" ON "orders" ("updated_at") WHERE "shipping_address" IS NOT NULL;

ALTER TABLE "merchants" ADD CONSTRAINT "merchants_erase_after_days" CHECK ("erase_after_days" BETWEEN 30 AND 3650);
