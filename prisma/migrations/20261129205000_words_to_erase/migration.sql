-- What is left to erase: words that came without a picture, too.
DROP INDEX "payment_claims_with_file";
CREATE INDEX "payment_claims_with_private" ON "payment_claims" ("sent_at") WHERE "file_id" IS NOT NULL OR "note" IS NOT NULL;
