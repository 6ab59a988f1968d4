-- CreateEnum
CREATE TYPE "credit_state" AS ENUM ('open', 'matched', 'ignored', 'reversed');

-- CreateTable
CREATE TABLE "bank_credits" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "source" VARCHAR(10) NOT NULL,
    "import_id" UUID,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "has_time" BOOLEAN NOT NULL,
    "description" VARCHAR(300) NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "state" "credit_state" NOT NULL DEFAULT 'open',
    "doubt" VARCHAR(20),
    "order_id" UUID,
    "reversed_by" CHAR(64),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_credits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_imports" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "actor_id" TEXT,
    "layout" VARCHAR(20) NOT NULL,
    "credit_count" INTEGER NOT NULL,
    "new_count" INTEGER NOT NULL,
    "confirmed_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_sources" (
    "account_id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mapping" JSONB,
    "encrypted_secret" TEXT,
    "secret_changed_at" TIMESTAMPTZ(3),
    "last_received_at" TIMESTAMPTZ(3),

    CONSTRAINT "money_sources_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "bank_credits_account_id_amount_idx" ON "bank_credits"("account_id", "amount");

-- CreateIndex
CREATE INDEX "bank_credits_merchant_id_created_at_id_idx" ON "bank_credits"("merchant_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "bank_credits_account_id_fingerprint_key" ON "bank_credits"("account_id", "fingerprint");

-- CreateIndex
CREATE INDEX "credit_imports_merchant_id_created_at_idx" ON "credit_imports"("merchant_id", "created_at" DESC);

-- What Prisma's language cannot say:

ALTER TABLE "bank_credits"
    ADD CONSTRAINT "bank_credits_account" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts" ("id") ON DELETE RESTRICT,
    ADD CONSTRAINT "bank_credits_order" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON DELETE RESTRICT,
    ADD CONSTRAINT "bank_credits_amount" CHECK ("amount" > 0),
    ADD CONSTRAINT "bank_credits_matched" CHECK ("state" <> 'matched' OR "order_id" IS NOT NULL),
    ADD CONSTRAINT "bank_credits_reversed" CHECK (("state" = 'reversed') = ("reversed_by" IS NOT NULL));
ALTER TABLE "credit_imports" ADD CONSTRAINT "credit_imports_account" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts" ("id") ON DELETE RESTRICT;
ALTER TABLE "money_sources" ADD CONSTRAINT "money_sources_account" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts" ("id") ON DELETE CASCADE;

-- An order is paid by one credit, a debit takes one credit back.
CREATE UNIQUE INDEX "bank_credits_one_per_order" ON "bank_credits" ("order_id") WHERE "state" = 'matched';
CREATE UNIQUE INDEX "bank_credits_one_per_debit" ON "bank_credits" ("account_id", "reversed_by") WHERE "reversed_by" IS NOT NULL;
-- What waits for the seller.
CREATE INDEX "bank_credits_waiting" ON "bank_credits" ("merchant_id", "created_at" DESC, "id" DESC) WHERE "state" = 'open';
-- Which orders expect which amount on which account.
CREATE INDEX "orders_expected_amount" ON "orders" ("account_id", "amount") WHERE "account_id" IS NOT NULL;
