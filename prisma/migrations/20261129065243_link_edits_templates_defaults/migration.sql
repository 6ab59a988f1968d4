-- AlterTable
ALTER TABLE "link_events" ADD COLUMN     "changes" JSONB;

-- CreateTable
CREATE TABLE "link_templates" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_defaults" (
    "merchant_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_defaults_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "link_templates_merchant_id_name_key" ON "link_templates"("merchant_id", "name");

-- AddForeignKey
ALTER TABLE "link_templates" ADD CONSTRAINT "link_templates_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_defaults" ADD CONSTRAINT "link_defaults_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One shop cannot fill the table: the use case counts, this keeps a row from growing.
ALTER TABLE "link_templates" ADD CONSTRAINT "link_templates_content" CHECK (jsonb_typeof("content") = 'object' AND char_length("content"::text) <= 40000 AND "name" <> '');
ALTER TABLE "link_defaults" ADD CONSTRAINT "link_defaults_content" CHECK (jsonb_typeof("content") = 'object' AND char_length("content"::text) <= 8000);
-- Only edits say what they changed.
ALTER TABLE "link_events" ADD CONSTRAINT "link_events_changes" CHECK ("changes" IS NULL OR ("type" = 'edited' AND jsonb_typeof("changes") = 'array'));
