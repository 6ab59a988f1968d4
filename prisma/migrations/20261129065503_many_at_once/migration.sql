-- CreateEnum
CREATE TYPE "bulk_state" AS ENUM ('waiting', 'running', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "import_row_state" AS ENUM ('waiting', 'made', 'refused');

-- CreateTable
CREATE TABLE "link_imports" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "actor_id" TEXT,
    "submission_id" UUID NOT NULL,
    "file_name" VARCHAR(100) NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "time_zone" VARCHAR(50) NOT NULL,
    "state" "bulk_state" NOT NULL DEFAULT 'waiting',
    "row_count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_import_rows" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "wish" JSONB,
    "told" JSONB NOT NULL,
    "state" "import_row_state" NOT NULL DEFAULT 'waiting',
    "link_id" UUID,
    "problems" JSONB,

    CONSTRAINT "link_import_rows_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "bulk_changes" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "actor_id" TEXT,
    "submission_id" UUID NOT NULL,
    "change" VARCHAR(10) NOT NULL,
    "target" JSONB NOT NULL,
    "cancels_orders" BOOLEAN NOT NULL,
    "state" "bulk_state" NOT NULL DEFAULT 'waiting',
    "total_count" INTEGER NOT NULL,
    "changed_count" INTEGER NOT NULL DEFAULT 0,
    "already_count" INTEGER NOT NULL DEFAULT 0,
    "left_count" INTEGER NOT NULL DEFAULT 0,
    "cancelled_orders" INTEGER NOT NULL DEFAULT 0,
    "paid_orders" INTEGER NOT NULL DEFAULT 0,
    "last_created_at" TIMESTAMPTZ(3),
    "last_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_change_links" (
    "change_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "has_open_orders" BOOLEAN NOT NULL,

    CONSTRAINT "bulk_change_links_pkey" PRIMARY KEY ("change_id","link_id")
);

-- CreateTable
CREATE TABLE "data_exports" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "actor_id" TEXT,
    "submission_id" UUID NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "format" VARCHAR(4) NOT NULL,
    "columns" VARCHAR(30)[],
    "filter" JSONB NOT NULL,
    "locale" VARCHAR(5) NOT NULL,
    "time_zone" VARCHAR(50) NOT NULL,
    "state" "bulk_state" NOT NULL DEFAULT 'waiting',
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "total_count" INTEGER,
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "link_imports_merchant_id_mode_created_at_id_idx" ON "link_imports"("merchant_id", "mode", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "link_imports_merchant_id_submission_id_key" ON "link_imports"("merchant_id", "submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_changes_merchant_id_submission_id_key" ON "bulk_changes"("merchant_id", "submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_exports_file_id_key" ON "data_exports"("file_id");

-- CreateIndex
CREATE INDEX "data_exports_merchant_id_mode_created_at_id_idx" ON "data_exports"("merchant_id", "mode", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "data_exports_merchant_id_submission_id_key" ON "data_exports"("merchant_id", "submission_id");

-- AddForeignKey
ALTER TABLE "link_import_rows" ADD CONSTRAINT "link_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "link_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change_links" ADD CONSTRAINT "bulk_change_links_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "bulk_changes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say:

ALTER TABLE "link_imports"
    ADD CONSTRAINT "link_imports_merchant" FOREIGN KEY ("merchant_id") REFERENCES "merchants" ("id") ON DELETE RESTRICT,
    ADD CONSTRAINT "link_imports_finished" CHECK (("state" IN ('done', 'cancelled')) = ("finished_at" IS NOT NULL));
-- A row has its link, or says why not, or waits.
ALTER TABLE "link_import_rows"
    ADD CONSTRAINT "link_import_rows_made" CHECK (("state" = 'made') = ("link_id" IS NOT NULL)),
    ADD CONSTRAINT "link_import_rows_refused" CHECK (("state" = 'refused') = ("problems" IS NOT NULL)),
    ADD CONSTRAINT "link_import_rows_waiting" CHECK ("state" <> 'waiting' OR "wish" IS NOT NULL);
ALTER TABLE "bulk_changes"
    ADD CONSTRAINT "bulk_changes_merchant" FOREIGN KEY ("merchant_id") REFERENCES "merchants" ("id") ON DELETE RESTRICT,
    ADD CONSTRAINT "bulk_changes_finished" CHECK (("state" IN ('done', 'cancelled')) = ("finished_at" IS NOT NULL));
ALTER TABLE "bulk_change_links" ADD CONSTRAINT "bulk_change_links_link" FOREIGN KEY ("link_id") REFERENCES "links" ("id") ON DELETE CASCADE;
ALTER TABLE "data_exports"
    ADD CONSTRAINT "data_exports_merchant" FOREIGN KEY ("merchant_id") REFERENCES "merchants" ("id") ON DELETE RESTRICT,
    ADD CONSTRAINT "data_exports_file" FOREIGN KEY ("file_id") REFERENCES "stored_files" ("id") ON DELETE SET NULL,
    ADD CONSTRAINT "data_exports_finished" CHECK (("state" IN ('done', 'cancelled')) = ("finished_at" IS NOT NULL));

-- The rows that an import has still to make.
CREATE INDEX "link_import_rows_waiting_idx" ON "link_import_rows" ("import_id", "row") WHERE "state" = 'waiting';
-- Whether the very same file was brought in before.
CREATE INDEX "link_imports_fingerprint" ON "link_imports" ("merchant_id", "fingerprint");
-- Links of a change whose open orders wait to be cancelled.
CREATE INDEX "bulk_change_links_open_orders" ON "bulk_change_links" ("change_id") WHERE "has_open_orders";
-- What the clock removes.
CREATE INDEX "data_exports_with_file" ON "data_exports" ("finished_at") WHERE "file_id" IS NOT NULL;
CREATE INDEX "link_imports_finished_at" ON "link_imports" ("finished_at");
CREATE INDEX "bulk_changes_finished_at" ON "bulk_changes" ("finished_at");
