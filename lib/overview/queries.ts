import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { summarizeWebhooks } from "@/lib/overview/webhook-summary";
import { listLatestDeliveries } from "@/lib/webhooks/queries/list-latest-deliveries";

const DAY_MS = 86_400_000;

/** What "See it work" ticks: read from what really happened in the project. */
async function getGuide(projectId: string) {
  const project = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { guideHiddenAt: true, createdAt: true },
  });
  const [webhook, review, delivered, failed] = await Promise.all([
    db.webhook.findFirst({ where: { projectId, deletedAt: null }, select: { id: true } }),
    db.review.findFirst({
      // Invented reviews are older than their project; a demo customer's link that was opened isn't.
      where: { projectId, requestId: { not: null }, createdAt: { gte: project.createdAt } },
      select: { id: true },
    }),
    db.delivery.findFirst({ where: { projectId, status: "delivered" }, select: { id: true } }),
    db.webhookDay.findFirst({
      where: { webhook: { projectId }, failed: { gt: 0 } },
      select: { day: true },
    }),
  ]);
  return {
    isHidden: project.guideHiddenAt !== null,
    hasWebhook: webhook !== null,
    wasCustomer: review !== null,
    sawDelivery: delivered !== null,
    sawFailure: failed !== null,
  };
}

/**
 * The figures and latest rows of the Overview page. Average score is null without reviews; the guide and the deliveries
 * are for those who manage webhooks.
 */
export async function getOverview(access: Access) {
  const { projectId } = access;
  const managesApi = hasPermission(access.role, "manage_api");
  const since = new Date(Date.now() - 30 * DAY_MS);
  const [guide, average, recentCount, webhooks, latestReviews, latestDeliveries, messages] =
    await Promise.all([
      managesApi ? getGuide(projectId) : null,
      db.review.aggregate({ where: { projectId }, _avg: { score: true }, _count: true }),
      db.review.count({ where: { projectId, ratedAt: { gte: since } } }),
      db.webhook.findMany({
        where: { projectId, deletedAt: null },
        select: { isOn: true, lane: { select: { firstFailureAt: true, lastSuccessAt: true } } },
      }),
      db.review.findMany({
        where: { projectId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 5,
        select: {
          id: true,
          score: true,
          status: true,
          visibility: true,
          isSuspect: true,
          isDemo: true,
          ratedAt: true,
          reviewerName: true,
          customer: { select: { firstName: true, lastName: true, email: true, phone: true } },
        },
      }),
      managesApi ? listLatestDeliveries(access, 5) : null,
      db.message.aggregate({
        where: { projectId, sentAt: { gte: since } },
        _count: { sentAt: true, clickedAt: true },
      }),
    ]);
  return {
    guide,
    averageScore: average._avg.score,
    reviewCount: average._count,
    recentCount,
    messages: { sent: messages._count.sentAt, clicked: messages._count.clickedAt },
    webhooks: summarizeWebhooks(webhooks).text,
    latestReviews,
    latestDeliveries,
  };
}

export type Overview = Awaited<ReturnType<typeof getOverview>>;
