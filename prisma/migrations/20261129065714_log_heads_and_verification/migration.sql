-- AlterTable
ALTER TABLE "confirmations" ALTER COLUMN "order_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "confirmation_heads" (
    "merchant_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "confirmation_heads_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "shop_identities" (
    "merchant_id" UUID NOT NULL,
    "legal_name" VARCHAR(100) NOT NULL,
    "address" VARCHAR(255) NOT NULL,
    "city" VARCHAR(60) NOT NULL,
    "postcode" VARCHAR(10) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "shop_identities_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "email_confirmations" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_confirmations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_confirmations" (
    "account_id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "compared" JSONB NOT NULL,
    "explanation" VARCHAR(255),
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT NOT NULL,

    CONSTRAINT "account_confirmations_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "email_confirmations_token_hash_key" ON "email_confirmations"("token_hash");

-- CreateIndex
CREATE INDEX "email_confirmations_user_id_created_at_idx" ON "email_confirmations"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "account_confirmations_merchant_id_idx" ON "account_confirmations"("merchant_id");

-- Logs that are there already end where their last row stands.
INSERT INTO "confirmation_heads" ("merchant_id", "number", "hash")
SELECT DISTINCT ON ("merchant_id") "merchant_id", "number", "hash" FROM "confirmations" ORDER BY "merchant_id", "number" DESC;

-- The end of a log moves on by one row at a time and never goes away.
CREATE FUNCTION "refuse_step_back_of_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW."merchant_id" <> OLD."merchant_id" OR NEW."number" <> OLD."number" + 1 THEN
        RAISE EXCEPTION 'the end of a log only moves on' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER "confirmation_heads_move_on" BEFORE UPDATE OR DELETE ON "confirmation_heads"
    FOR EACH ROW EXECUTE FUNCTION "refuse_step_back_of_head"();

-- Whatever belongs to no order is money that was left out, or taken up again.
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_without_order" CHECK ("order_id" IS NOT NULL OR "type" IN ('ignored', 'reopened'));

ALTER TABLE "email_confirmations" ADD CONSTRAINT "email_confirmations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;
ALTER TABLE "shop_identities" ADD CONSTRAINT "shop_identities_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT;
ALTER TABLE "account_confirmations" ADD CONSTRAINT "account_confirmations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "receiving_accounts"("id") ON DELETE RESTRICT;
