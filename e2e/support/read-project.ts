import type { Shop } from "@/e2e/support/shop";
import { db } from "@/lib/db/client";
import { messageSnapshot } from "@/lib/messages/message-snapshot";
import { reviewSnapshot, snapshotCustomer } from "@/lib/reviews/review-snapshot";

/** The reviews and messages of a project as they are, in the form that events give them; a canceled message is gone. */
export async function readProject(shop: Shop): Promise<Map<string, unknown>> {
  const project = { id: shop.id, name: shop.name, slug: shop.slug };
  const where = { projectId: shop.id };
  const [reviews, messages] = await Promise.all([
    db.review.findMany({ where, include: { customer: { select: snapshotCustomer } } }),
    db.message.findMany({
      where: { ...where, status: { not: "canceled" } },
      include: { customer: { select: snapshotCustomer } },
    }),
  ]);
  return new Map<string, unknown>([
    ...reviews.map(
      ({ customer, ...review }) => [review.id, reviewSnapshot(project, review, customer)] as const,
    ),
    ...messages.map(
      ({ customer, ...message }) => [message.id, messageSnapshot({ project, customer }, message)] as const,
    ),
  ]);
}
