-- AlterTable
ALTER TABLE "message_content" ADD COLUMN     "has_postal_address" BOOLEAN NOT NULL DEFAULT true;

-- What was written before, for a project without an address.
UPDATE "message_content" c SET "has_postal_address" = false
FROM "message" m LEFT JOIN "message_settings" s ON s."project_id" = m."project_id"
WHERE m."id" = c."message_id" AND m."channel" = 'email' AND coalesce(s."postal_address", '') = '';
