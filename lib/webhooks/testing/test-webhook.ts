import { db } from "@/lib/db/client";
import { encryption } from "@/lib/encryption";
import { newId } from "@/lib/ids";
import { encryptSigningSecret, generateSigningSecret } from "@/lib/webhooks/signing-secret";

/** A project for tests. */
export async function createTestProject() {
  const id = newId("prj");
  return db.project.create({
    data: { id, name: "Riverside Bakery", slug: id.toLowerCase().replace("_", "-") },
  });
}

/** A webhook with its lane and one signing secret; on, and for all event types unless told. */
export async function createTestWebhook(
  projectId: string,
  url: string,
  eventTypes: string[] = [],
): Promise<{ id: string; url: string; secret: string }> {
  const id = newId("whk");
  const secret = generateSigningSecret();
  await db.webhook.create({
    data: {
      id,
      projectId,
      url,
      allEventTypes: eventTypes.length === 0,
      eventTypes,
      lane: { create: {} },
      secrets: { create: { id: newId("whs"), ciphertext: encryptSigningSecret(secret, id, encryption()) } },
    },
  });
  return { id, url, secret };
}
