-- Warnings before the time to pay is over had two switches, and either turned them off. From now on the one among the
-- reminders decides; whoever had used the other one keeps them off.
INSERT INTO "reminder_settings" ("merchant_id", "warns_orders", "updated_at")
SELECT "id", false, now() FROM "merchants" WHERE 'expiryWarning' = ANY("muted_letters")
ON CONFLICT ("merchant_id") DO UPDATE SET "warns_orders" = false, "updated_at" = excluded."updated_at";

UPDATE "merchants" SET "muted_letters" = array_remove("muted_letters", 'expiryWarning') WHERE 'expiryWarning' = ANY("muted_letters");
