-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "accent_color" CHAR(7),
ADD COLUMN     "address" JSONB,
ADD COLUMN     "custom_field_labels" JSONB,
ADD COLUMN     "instagram" VARCHAR(30),
ADD COLUMN     "logo" CHAR(64),
ADD COLUMN     "muted_letters" VARCHAR(40)[] DEFAULT ARRAY[]::VARCHAR(40)[],
ADD COLUMN     "reply_to" VARCHAR(254),
ADD COLUMN     "sender_name" VARCHAR(50),
ADD COLUMN     "support_email" VARCHAR(254),
ADD COLUMN     "thank_you" VARCHAR(300),
ADD COLUMN     "website" VARCHAR(300);

-- CreateTable
CREATE TABLE "shop_logos" (
    "merchant_id" UUID NOT NULL,
    "png" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_logos_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "letter_texts" (
    "merchant_id" UUID NOT NULL,
    "letter" VARCHAR(40) NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "subject" VARCHAR(150),
    "greeting" VARCHAR(300),
    "closing" VARCHAR(300),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_texts_pkey" PRIMARY KEY ("merchant_id","letter","locale")
);

-- AddForeignKey
ALTER TABLE "shop_logos" ADD CONSTRAINT "shop_logos_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_texts" ADD CONSTRAINT "letter_texts_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "merchants" ADD CONSTRAINT "merchants_accent_color" CHECK ("accent_color" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "merchants" ADD CONSTRAINT "merchants_logo" CHECK ("logo" ~ '^[0-9a-f]{64}$');
ALTER TABLE "shop_logos" ADD CONSTRAINT "shop_logos_size" CHECK (octet_length("png") <= 262144);
