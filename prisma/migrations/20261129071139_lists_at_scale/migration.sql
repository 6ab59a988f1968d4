-- Every index of this migration is made while nobody writes to its table: a migration runs in a transaction, where
-- PostgreSQL cannot build one CONCURRENTLY. Three million orders take some ten seconds.

-- Orders by a method, of one status or of all, newest first. Without it, a method that nobody used reads every order of the shop.
CREATE INDEX "orders_by_method" ON "orders"("merchant_id", "mode", "payment_method", "status", "created_at" DESC, "id" DESC);

-- Links that ended, newest first: they are old, and were found by walking past everything that is newer.
CREATE INDEX "links_ending" ON "links" ("merchant_id", "mode", "created_at" DESC, "id" DESC, "expires_at") WHERE "expires_at" IS NOT NULL;

-- As above, of those that have not begun; it takes the place of an index in the order of their beginning, which had to be sorted.
CREATE INDEX "links_starting" ON "links" ("merchant_id", "mode", "created_at" DESC, "id" DESC, "starts_at") WHERE "state" = 'active' AND "starts_at" IS NOT NULL;
DROP INDEX "links_by_start";
