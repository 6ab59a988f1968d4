-- CreateEnum
CREATE TYPE "receiving_kind" AS ENUM ('bank', 'qris', 'cod', 'custom');

-- AlterEnum
ALTER TYPE "order_status" ADD VALUE 'in_review';

-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "erase_after_days" INTEGER NOT NULL DEFAULT 180;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "account_id" UUID,
ADD COLUMN     "needs_matching" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shipping_address" JSONB,
ADD COLUMN     "unique_code" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "receiving_accounts" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "kind" "receiving_kind" NOT NULL,
    "label" VARCHAR(60) NOT NULL,
    "details" JSONB NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "minimum_amount" BIGINT,
    "maximum_amount" BIGINT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "receiving_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receiving_account_events" (
    "id" BIGSERIAL NOT NULL,
    "merchant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "actor_id" TEXT,
    "details" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receiving_account_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_codes" (
    "order_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "held_until" TIMESTAMPTZ(3),

    CONSTRAINT "payment_codes_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "confirmations" (
    "merchant_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "order_id" UUID NOT NULL,
    "type" VARCHAR(30) NOT NULL,
    "actor_id" TEXT,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "confirmations_pkey" PRIMARY KEY ("merchant_id","number")
);

-- CreateIndex
CREATE INDEX "receiving_accounts_merchant_id_created_at_idx" ON "receiving_accounts"("merchant_id", "created_at");

-- CreateIndex
CREATE INDEX "receiving_account_events_account_id_at_idx" ON "receiving_account_events"("account_id", "at");

-- CreateIndex
CREATE INDEX "payment_codes_account_id_amount_idx" ON "payment_codes"("account_id", "amount");

-- CreateIndex
CREATE INDEX "confirmations_order_id_idx" ON "confirmations"("order_id");

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receiving_accounts" ADD CONSTRAINT "receiving_accounts_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receiving_account_events" ADD CONSTRAINT "receiving_account_events_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_codes" ADD CONSTRAINT "payment_codes_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_codes" ADD CONSTRAINT "payment_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- While an order is open, nobody else expects its amount on its account.
CREATE UNIQUE INDEX "payment_codes_held" ON "payment_codes" ("account_id", "amount") WHERE "held_until" IS NULL;

CREATE TRIGGER "receiving_account_events_append_only" BEFORE UPDATE OR DELETE ON "receiving_account_events"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "confirmations_append_only" BEFORE UPDATE OR DELETE ON "confirmations"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
