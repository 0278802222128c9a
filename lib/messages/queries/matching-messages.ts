import type { Access } from "@/lib/auth/access";
import { containsText } from "@/lib/db/contains-text";
import type { Prisma } from "@/lib/db/generated/client";
import type { MessageFilters } from "@/lib/messages/schema";

const DAY_MS = 86_400_000;

const STATUSES = {
  all: {},
  // Being sent is internal.
  scheduled: { status: { in: ["scheduled", "sending"] } },
  sent: { status: "sent" },
  delivered: { status: "delivered" },
  failed: { status: "failed" },
  complained: { status: "complained" },
  canceled: { status: "canceled" },
  skipped: { status: "skipped" },
  opened: { openedAt: { not: null } },
  clicked: { clickedAt: { not: null } },
} satisfies Record<MessageFilters["status"], Prisma.MessageWhereInput>;

const TEMPLATES = {
  all: {},
  request: { sequence: 1 },
  reminder: { sequence: { gt: 1 } },
} satisfies Record<MessageFilters["template"], Prisma.MessageWhereInput>;

/** The messages of the project that fit the filters; each word of the search must be found somewhere. */
export function matchingMessages(access: Access, filters: MessageFilters): Prisma.MessageWhereInput {
  const words = filters.search.split(/\s+/).filter(Boolean);
  return {
    projectId: access.projectId,
    AND: [STATUSES[filters.status], TEMPLATES[filters.template], ...words.map(holding)],
    ...(filters.channel === "all" ? {} : { channel: filters.channel }),
    ...(filters.days === 0 ? {} : { createdAt: { gte: new Date(Date.now() - filters.days * DAY_MS) } }),
  };
}

function holding(word: string): Prisma.MessageWhereInput {
  const contains = containsText(word);
  return {
    OR: [
      { to: contains },
      { subject: contains },
      { preview: contains },
      { customer: { is: { OR: [{ firstName: contains }, { lastName: contains }] } } },
    ],
  };
}
