-- AlterTable
ALTER TABLE "server_keys" ADD COLUMN     "line_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "mask" VARCHAR(40),
ADD COLUMN     "successor_id" UUID;

-- CreateTable
CREATE TABLE "server_key_events" (
    "id" BIGSERIAL NOT NULL,
    "merchant_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "server_key_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "server_key_events_key_id_id_idx" ON "server_key_events"("key_id", "id");

-- What Prisma's language cannot say:

UPDATE "server_keys" SET "line_since" = "created_at";
INSERT INTO "server_key_events" ("merchant_id", "key_id", "type", "at") SELECT "merchant_id", "id", 'created', "created_at" FROM "server_keys";

CREATE TRIGGER "server_key_events_append_only" BEFORE UPDATE OR DELETE ON "server_key_events"
    FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_history"();
