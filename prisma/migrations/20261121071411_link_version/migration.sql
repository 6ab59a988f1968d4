-- AlterTable
ALTER TABLE "links" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
