import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { healthFactsOf } from "@/lib/webhooks/queries/health-facts";

/** Webhooks that need somebody: turned off by us and still off, or failing for so long that a notice was sent. */
export async function listTroubledWebhooks(access: Access) {
  const webhooks = await db.webhook.findMany({
    where: {
      projectId: access.projectId,
      deletedAt: null,
      OR: [
        { isOn: false, offReason: { in: ["failing", "gone"] } },
        { isOn: true, lane: { noticedHours: { gt: 0 }, firstFailureAt: { not: null } } },
      ],
    },
    include: { lane: true },
    orderBy: { createdAt: "desc" },
  });
  return webhooks.map((webhook) => ({
    id: webhook.id,
    url: webhook.url,
    health: healthFactsOf(webhook, webhook.lane, true),
  }));
}

export type TroubledWebhook = Awaited<ReturnType<typeof listTroubledWebhooks>>[number];
