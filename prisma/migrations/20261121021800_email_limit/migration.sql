-- How many instructions one address got lately is asked for every placed order.
CREATE INDEX "email_messages_instructions" ON "email_messages" ("to", "created_at") WHERE "template" = 'paymentInstructions';
