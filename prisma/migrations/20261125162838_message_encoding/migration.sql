-- AlterTable
ALTER TABLE "message" ADD COLUMN     "encoding" TEXT;
