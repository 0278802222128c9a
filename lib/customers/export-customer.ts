import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/**
 * Everything the project holds about one person, for that person: who they are, the requests with their messages and what
 * those said, the reviews, and the events about both. Rating links as such are not kept, only inside what was sent.
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
    where: { projectId, resourceId: { in: resources }, isTest: false },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { body: true },
  });
  return {
    exported_at: new Date().toISOString(),
    customer,
    requests,
    messages,
    reviews,
    events: events.map((event): unknown => JSON.parse(event.body)),
  };
}
