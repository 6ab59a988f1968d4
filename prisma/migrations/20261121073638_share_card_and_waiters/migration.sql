-- AlterTable
ALTER TABLE "links" ADD COLUMN     "card_picture" CHAR(64),
ADD COLUMN     "card_shows_price" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "link_pictures" (
    "link_id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "jpeg" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_pictures_pkey" PRIMARY KEY ("link_id")
);

-- CreateTable
CREATE TABLE "slot_waiters" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "link_id" UUID NOT NULL,
    "phone" VARCHAR(20) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_waiters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "slot_waiters_link_id_at_id_idx" ON "slot_waiters"("link_id", "at", "id");

-- CreateIndex
CREATE INDEX "slot_waiters_at_idx" ON "slot_waiters"("at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_waiters_link_id_phone_key" ON "slot_waiters"("link_id", "phone");

-- AddForeignKey
ALTER TABLE "link_pictures" ADD CONSTRAINT "link_pictures_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_waiters" ADD CONSTRAINT "slot_waiters_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is stored is our own small encoding; numbers are digits with a country, as wa.me wants them.
ALTER TABLE "link_pictures"
    ADD CONSTRAINT "link_pictures_jpeg" CHECK (octet_length("jpeg") BETWEEN 100 AND 1048576 AND substring("jpeg" FROM 1 FOR 3) = '\xffd8ff'),
    ADD CONSTRAINT "link_pictures_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "links" ADD CONSTRAINT "links_card_picture" CHECK ("card_picture" ~ '^[0-9a-f]{64}$');
ALTER TABLE "slot_waiters" ADD CONSTRAINT "slot_waiters_phone" CHECK ("phone" ~ '^[1-9][0-9]{6,14}$');
