-- CreateTable
CREATE TABLE "order_rollup" (
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payment_method" VARCHAR(30) NOT NULL,
    "started" INTEGER NOT NULL DEFAULT 0,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "paid_amount" BIGINT NOT NULL DEFAULT 0,
    "refunded_amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "order_rollup_pkey" PRIMARY KEY ("merchant_id","mode","at","currency","payment_method")
);

-- CreateTable
CREATE TABLE "link_rollup" (
    "link_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "started" INTEGER NOT NULL DEFAULT 0,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "paid_amount" BIGINT NOT NULL DEFAULT 0,
    "refunded_amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "link_rollup_pkey" PRIMARY KEY ("link_id","currency")
);

-- CreateTable
CREATE TABLE "rollup_progress" (
    "id" INTEGER NOT NULL,
    "event_id" BIGINT NOT NULL,

    CONSTRAINT "rollup_progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_openings" (
    "link_id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "opened" BIGINT NOT NULL,

    CONSTRAINT "link_openings_pkey" PRIMARY KEY ("link_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,
    "mode" "mode" NOT NULL,
    "list" VARCHAR(10) NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "query" VARCHAR(1000) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "link_rollup_merchant_id_mode_paid_link_id_idx" ON "link_rollup"("merchant_id", "mode", "paid" DESC, "link_id");

-- CreateIndex
CREATE INDEX "saved_views_merchant_id_mode_list_created_at_idx" ON "saved_views"("merchant_id", "mode", "list", "created_at");

-- AddForeignKey
ALTER TABLE "link_openings" ADD CONSTRAINT "link_openings_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The worker counts every event from the first on, and from then on what is new.
INSERT INTO "rollup_progress" ("id", "event_id") VALUES (1, 0);
ALTER TABLE "rollup_progress" ADD CONSTRAINT "rollup_progress_one_row" CHECK ("id" = 1 AND "event_id" >= 0);

ALTER TABLE "link_openings" ADD CONSTRAINT "link_openings_counted" CHECK ("opened" > 0);

-- Two views of one name could not be told apart.
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" ("merchant_id", "mode", "list", lower("name"));
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_list" CHECK ("list" IN ('links', 'orders'));
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_named" CHECK ("name" <> '' AND "query" <> '');
