-- With the state beside its order, where a walk through the list's rows ends is read in the index alone: deleted ones are not counted,
-- and each row was fetched for that.
DROP INDEX "links_merchant_id_mode_created_at_id_idx";
CREATE INDEX "links_merchant_id_mode_created_at_id_idx" ON "links" ("merchant_id", "mode", "created_at" DESC, "id" DESC) INCLUDE ("state");
