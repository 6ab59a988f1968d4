-- AlterTable
ALTER TABLE "merchants" ADD COLUMN     "currency" CHAR(3) NOT NULL DEFAULT 'IDR';
