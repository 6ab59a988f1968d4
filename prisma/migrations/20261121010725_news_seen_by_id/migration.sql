-- AlterTable
ALTER TABLE "members" DROP COLUMN "news_seen_at",
ADD COLUMN     "news_seen_id" BIGINT;
