import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { listLatestDeliveries } from "@/lib/webhooks/queries/list-latest-deliveries";

const DAY_MS = 86_400_000;

/** What "See it work" ticks: read from what really happened in the project. */
async function getGuide(projectId: string) {
  const [project, webhook, review, delivered, failed] = await Promise.all([
    db.project.findUniqueOrThrow({ where: { id: projectId }, select: { guideHiddenAt: true, isDemo: true } }),
    db.webhook.findFirst({ where: { projectId, deletedAt: null }, select: { id: true } }),
    db.review.findFirst({
      where: { projectId, isDemo: false, requestId: { not: null } },
      select: { id: true },
    }),
    db.delivery.findFirst({ where: { projectId, status: "delivered" }, select: { id: true } }),
    db.webhookDay.findFirst({
      where: { webhook: { projectId }, failed: { gt: 0 } },
      select: { day: true },
    }),
  ]);
  return {
    isDemo: project.isDemo,
    isHidden: project.guideHiddenAt !== null,
    hasWebhook: webhook !== null,
    wasCustomer: review !== null,
    sawDelivery: delivered !== null,
    sawFailure: failed !== null,
  };
}

/** The figures and latest rows of the Overview page. Average score is null without reviews. */
export async function getOverview(access: Access) {
  const { projectId } = access;
  const since = new Date(Date.now() - 30 * DAY_MS);
  const [guide, average, recentCount, webhooks, latestReviews, latestDeliveries, messages] =
    await Promise.all([
      getGuide(projectId),
      db.review.aggregate({ where: { projectId }, _avg: { score: true }, _count: true }),
      db.review.count({ where: { projectId, ratedAt: { gte: since } } }),
      db.webhook.findMany({ where: { projectId, deletedAt: null }, include: { lane: true } }),
      db.review.findMany({
        where: { projectId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 5,
        include: { customer: true },
      }),
      listLatestDeliveries(access, 5),
      db.message.aggregate({
        where: { projectId, sentAt: { gte: since } },
        _count: { sentAt: true, clickedAt: true },
      }),
    ]);
  return {
    guide,
    isDemo: guide.isDemo,
    averageScore: average._avg.score,
    reviewCount: average._count,
    recentCount,
    messages: { sent: messages._count.sentAt, clicked: messages._count.clickedAt },
    webhooks,
    latestReviews,
    latestDeliveries,
  };
}

export type Overview = Awaited<ReturnType<typeof getOverview>>;
