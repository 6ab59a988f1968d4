-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "shipped_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "message_templates" (
    "merchant_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "body" VARCHAR(1000) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_templates_pkey" PRIMARY KEY ("merchant_id","kind","locale")
);

-- AddForeignKey
ALTER TABLE "message_templates" ADD CONSTRAINT "message_templates_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say.

ALTER TABLE "message_templates"
    ADD CONSTRAINT "message_templates_kind" CHECK ("kind" IN ('offer', 'remind', 'received', 'rejected', 'shipped')),
    ADD CONSTRAINT "message_templates_locale" CHECK ("locale" IN ('id', 'en')),
    ADD CONSTRAINT "message_templates_body" CHECK (btrim("body") <> '');

-- The daily recap: what came in on a day, and what waits to be packed.
CREATE INDEX "orders_by_payment" ON "orders" ("merchant_id", "mode", "paid_at") WHERE "paid_at" IS NOT NULL;
CREATE INDEX "orders_to_pack" ON "orders" ("merchant_id", "mode", "paid_at", "id") WHERE "shipped_at" IS NULL AND "status" IN ('paid', 'partially_refunded');
