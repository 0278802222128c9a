import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findSuppression } from "@/lib/suppressions/find-suppression";

/**
 * Everything the project holds about one person, for that person: who they are, why they get no messages, the requests with
 * their messages and what those said, the openings of their links that were not saved, the reviews, and the events about
 * any of it, also about what was removed. Rating links as such are not kept, only inside what was sent.
 * @throws AppError `not_found`
 */
export async function exportCustomer(access: Access, id: string) {
  const { projectId } = access;
  const found = await db.customer.findFirst({
    where: { id, projectId },
    omit: { projectId: true, isDemo: true },
    include: {
      requests: {
        orderBy: { createdAt: "asc" },
        select: { id: true, createdAt: true, canceledAt: true },
      },
      messages: {
        orderBy: [{ createdAt: "asc" }, { sequence: "asc" }],
        omit: { projectId: true, customerId: true, sendToken: true, dueAt: true, isDemo: true },
        include: {
          content: { select: { text: true, html: true } },
          reports: { orderBy: { at: "asc" }, select: { kind: true, detail: true, at: true } },
        },
      },
      reviews: { orderBy: { createdAt: "asc" }, omit: { projectId: true, customerId: true, isDemo: true } },
    },
  });
  if (!found) throw new AppError("not_found");
  const { requests, messages, reviews, ...customer } = found;
  const resources = [...messages, ...reviews].map((resource) => resource.id);
  const events = await db.event.findMany({
    where: { projectId, isTest: false, OR: [{ customerId: id }, { resourceId: { in: resources } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { body: true },
  });
  const openings = await db.ratingIntent.findMany({
    where: { projectId, ratingLink: { request: { customerId: id } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { score: true, reasons: true, userAgent: true, createdAt: true, confirmedAt: true },
  });
  return {
    exported_at: new Date().toISOString(),
    customer,
    requests,
    messages,
    openings,
    reviews,
    suppressions: await suppressionsOf(projectId, customer),
    events: events.map((event): unknown => JSON.parse(event.body)),
  };
}

async function suppressionsOf(projectId: string, of: { email: string | null; phone: string | null }) {
  const addresses = [
    { channel: "email", address: of.email },
    { channel: "sms", address: of.phone },
  ] as const;
  const found = await Promise.all(
    addresses.map(async ({ channel, address }) => {
      const suppression = address && (await findSuppression(db, projectId, channel, address));
      return suppression ? [{ channel, ...suppression }] : [];
    }),
  );
  return found.flat();
}
