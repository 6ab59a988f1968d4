-- Whether the customer of a rejected claim was told: until then, the queue offers it.
ALTER TABLE "payment_claims" ADD COLUMN     "told_at" TIMESTAMPTZ(3);

CREATE INDEX "payment_claims_untold" ON "payment_claims" ("merchant_id", "mode", "decided_at") WHERE "state" = 'rejected' AND "told_at" IS NULL;
