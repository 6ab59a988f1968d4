-- Accounts of the shop that one link's customers are not offered.
ALTER TABLE "links" ADD COLUMN     "accounts_off" UUID[] DEFAULT ARRAY[]::UUID[];
