-- Whoever looks for a free code must not run into the amount of an order that has none.
CREATE INDEX "orders_to_match" ON "orders" ("account_id", "amount") WHERE "needs_matching";
