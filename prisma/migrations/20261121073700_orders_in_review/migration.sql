-- In a migration of its own: a new word of an enum can be used only once it is committed.
DROP INDEX "orders_due";
CREATE INDEX "orders_due" ON "orders" ("expires_at") WHERE "status" IN ('pending', 'authorized', 'in_review');
