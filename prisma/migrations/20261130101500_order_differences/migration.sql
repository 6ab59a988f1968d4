-- Orders that less or more came for than was asked, as the list of orders looks for them: few, among all that are paid.
CREATE INDEX "orders_with_difference" ON "orders" ("merchant_id", "mode", "created_at" DESC, "id" DESC)
    WHERE "expected_amount" IS NOT NULL AND "status" IN ('paid', 'partially_refunded') AND ("amount" < "expected_amount" OR "amount" - "refund_claimed_amount" > "expected_amount");
-- Money that came for an order that had its money: a shop that never looks at what waits for it has thousands of others.
CREATE INDEX "bank_credits_came_twice" ON "bank_credits" ("merchant_id") WHERE "state" = 'open' AND "doubt" = 'paidTwice';
