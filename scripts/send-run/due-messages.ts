import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { hashLinkToken, newLinkToken } from "@/lib/rating-links/link-token";

/** Many messages that are due, each with a customer, a request and a link of its own. */
export async function createDueMessages(projectId: string, count: number): Promise<void> {
  const now = new Date();
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId("msg"),
    customerId: newId("cus"),
    requestId: newId("req"),
    to: `customer${index}@example.com`,
  }));
  await db.customer.createMany({
    data: rows.map(({ customerId, to }) => ({ id: customerId, projectId, firstName: "Jane", email: to })),
  });
  await db.request.createMany({
    data: rows.map(({ requestId, customerId }) => ({ id: requestId, projectId, customerId })),
  });
  await db.message.createMany({
    data: rows.map((row) => ({
      ...row,
      projectId,
      sequence: 1,
      channel: "email" as const,
      from: "Riverside Bakery <reviews@bakery.example>",
      subject: "How was it?",
      preview: "Hi Jane",
      scheduledAt: now,
      dueAt: now,
    })),
  });
  await db.messageContent.createMany({
    data: rows.map(({ id }) => ({ messageId: id, text: "Hi Jane", html: "<p>Hi Jane</p>" })),
  });
  await db.ratingLink.createMany({
    data: rows.map(({ id, requestId }) => ({
      id: newId("lnk"),
      projectId,
      requestId,
      messageId: id,
      channel: "email" as const,
      tokenHash: hashLinkToken(newLinkToken()),
    })),
  });
}
