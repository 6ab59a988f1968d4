-- Money that paid an order and was taken back by the bank, until its seller has looked at that: few, as what came twice.
CREATE INDEX "bank_credits_taken_back" ON "bank_credits" ("merchant_id") WHERE "state" = 'reversed' AND "doubt" = 'reversedPaid';
