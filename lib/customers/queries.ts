import type { Access } from "@/lib/auth/access";
import type { CustomerListInput } from "@/lib/customers/schema";
import { containsText } from "@/lib/db/contains-text";
import { db } from "@/lib/db/client";
import { behind, cutPage, PAGE_ORDER } from "@/lib/db/list-page";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { findSuppression } from "@/lib/suppressions/find-suppression";
import { messageRow } from "@/lib/messages/queries/list-messages";
import { countIgnoredOpens } from "@/lib/rating-links/queries";

const PAGE_SIZE = 50;

const FILTERS = {
  all: {},
  requested: { requests: { some: {} } },
  not_requested: { requests: { none: {} } },
  rated: { reviews: { some: {} } },
  submitted: { reviews: { some: { status: "submitted" } } },
  unsubscribed: { OR: [{ emailUnsubscribedAt: { not: null } }, { smsUnsubscribedAt: { not: null } }] },
} satisfies Record<CustomerListInput["filter"], Prisma.CustomerWhereInput>;

function matching(search: string): Prisma.CustomerWhereInput[] {
  const words = search.split(/\s+/).filter(Boolean);
  return words.map((word) => {
    const contains = containsText(word);
    return {
      OR: [
        { firstName: contains },
        { lastName: contains },
        { email: contains },
        { phone: contains },
        { company: contains },
        { externalId: contains },
      ],
    };
  });
}

/** One page of customers, newest first, each with how often they were asked and their latest score. */
export async function listCustomers(access: Access, input: CustomerListInput) {
  const rows = await db.customer.findMany({
    where: {
      projectId: access.projectId,
      ...FILTERS[input.filter],
      AND: [...matching(input.search), ...behind(input.cursor)],
    },
    orderBy: PAGE_ORDER,
    take: PAGE_SIZE + 1,
    include: {
      _count: { select: { requests: true } },
      reviews: { orderBy: { ratedAt: "desc" }, take: 1, select: { score: true, status: true } },
    },
  });
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE);
  return {
    customers: page.map(({ _count, reviews, ...customer }) => ({
      ...customer,
      requestCount: _count.requests,
      lastReview: reviews[0] ?? null,
    })),
    nextCursor,
  };
}

export type CustomerListItem = Awaited<ReturnType<typeof listCustomers>>["customers"][number];

/** One customer with their requests, the messages of these, and their reviews. @throws AppError `not_found`. */
export async function getCustomer(access: Access, id: string) {
  const customer = await db.customer.findFirst({
    where: { id, projectId: access.projectId },
    include: {
      requests: {
        orderBy: { createdAt: "desc" },
        include: {
          review: true,
          messages: { orderBy: [{ sequence: "asc" }, { createdAt: "asc" }], select: messageRow },
        },
      },
      reviews: { orderBy: { ratedAt: "desc" } },
    },
  });
  if (!customer) throw new AppError("not_found");
  const [ignoredOpens, email, sms] = await Promise.all([
    countIgnoredOpens(access, id),
    customer.email && findSuppression(db, access.projectId, "email", customer.email),
    customer.phone && findSuppression(db, access.projectId, "sms", customer.phone),
  ]);
  return {
    ...customer,
    /** Why their address gets no messages of the project; null where it does. */
    suppressed: { email: (email || null)?.reason ?? null, sms: (sms || null)?.reason ?? null },
    requests: customer.requests.map((request) => ({
      ...request,
      /** How often its handed-out link was opened in vain. */
      ignoredOpens: ignoredOpens.get(request.id) ?? 0,
    })),
  };
}

export type CustomerDetail = Awaited<ReturnType<typeof getCustomer>>;
