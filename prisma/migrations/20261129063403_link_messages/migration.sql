-- CreateEnum
CREATE TYPE "link_message_state" AS ENUM ('scheduled', 'pending', 'sent', 'kept', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "links" ADD COLUMN     "internal_notes" JSONB;

-- CreateTable
CREATE TABLE "link_messages" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "link_id" UUID NOT NULL,
    "channel" VARCHAR(5) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "to" VARCHAR(254) NOT NULL,
    "state" "link_message_state" NOT NULL DEFAULT 'scheduled',
    "scheduled_at" TIMESTAMPTZ(3) NOT NULL,
    "is_timed" BOOLEAN NOT NULL,
    "dedupe_key" VARCHAR(100),
    "text" TEXT,
    "email_id" UUID,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "began_at" TIMESTAMPTZ(3),
    "reason" VARCHAR(255),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sms_providers" (
    "merchant_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sms_providers_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "reminder_settings" (
    "merchant_id" UUID NOT NULL,
    "link_ending_hours" INTEGER,
    "unpaid_order_hours" INTEGER,
    "warns_orders" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_settings_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "link_messages_dedupe_key_key" ON "link_messages"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "link_messages_email_id_key" ON "link_messages"("email_id");

-- CreateIndex
CREATE INDEX "link_messages_link_id_created_at_id_idx" ON "link_messages"("link_id", "created_at" DESC, "id" DESC);

ALTER TABLE "link_messages"
  ADD CONSTRAINT "link_messages_channel" CHECK ("channel" IN ('email', 'sms')),
  ADD CONSTRAINT "link_messages_kind" CHECK ("kind" IN ('link', 'ending')),
  ADD CONSTRAINT "link_messages_reminder_key" CHECK (("kind" = 'link') = ("dedupe_key" IS NULL)),
  ADD CONSTRAINT "link_messages_letter" CHECK ("email_id" IS NULL OR ("channel" = 'email' AND "state" = 'pending')),
  ADD CONSTRAINT "link_messages_end" CHECK (("state" IN ('sent', 'kept', 'failed', 'cancelled')) = ("ended_at" IS NOT NULL));

-- One wish at a time for each channel of a link: a double click, or two tabs, send once.
CREATE UNIQUE INDEX "link_messages_waiting" ON "link_messages" ("link_id", "channel") WHERE "kind" = 'link' AND ("state" = 'scheduled' OR ("state" = 'pending' AND "email_id" IS NULL));

ALTER TABLE "reminder_settings"
  ADD CONSTRAINT "reminder_settings_hours" CHECK ("link_ending_hours" BETWEEN 1 AND 168 AND "unpaid_order_hours" BETWEEN 1 AND 168);
