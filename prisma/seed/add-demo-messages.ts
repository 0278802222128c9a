import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { loadMessageWriter } from "@/lib/messages/message-writer";
import { BAKERY_ASKS } from "@/prisma/seed/bakery-messages";
import { addDemoRequest, playDemoAsk } from "@/prisma/seed/demo-asks";
import { demoMoment } from "@/prisma/seed/demo-moment";

/**
 * Messages in every state, and one open request whose e-mail lies in the Outbox unrated: stored, sent and reported by the
 * product's own code, with the times at which it would have happened.
 */
export async function addDemoMessages(access: Access, customerIds: string[]): Promise<void> {
  const writer = await loadMessageWriter(db, access.projectId);
  for (const ask of BAKERY_ASKS) {
    const { customer, channel, reminders, daysAgo, fate } = ask;
    const customerId = customerIds[customer] ?? "";
    const at = demoMoment(daysAgo);
    const request = await addDemoRequest(access, writer, { customerId, channel, reminders, at });
    if (fate === "skipped") {
      await db.customer.updateMany({
        where: { id: customerId, projectId: access.projectId },
        data: { emailUnsubscribedAt: at },
      });
    }
    await playDemoAsk(access, request, ask, at);
  }
}
