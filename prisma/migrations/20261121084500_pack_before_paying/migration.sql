-- Goods that are paid on delivery are packed before their money comes.
CREATE INDEX "orders_cod_to_pack" ON "orders" ("merchant_id", "mode", "created_at", "id") WHERE "shipped_at" IS NULL AND "status" = 'pending' AND "payment_method" = 'cod';
