import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

const LATEST_MAX = 20;

export type IgnoredOpen = {
  id: string;
  /** 1 to 5. */
  score: number;
  /** Why it was not taken for a customer, for example `bot_user_agent`; see visit-signals.ts. */
  reasons: string[];
  userAgent: string;
  createdAt: Date;
};

/** `count` of all that are kept (30 days), `latest` the newest 20 of them. */
export type IgnoredOpens = { count: number; latest: IgnoredOpen[] };

/** The openings of a message's rating link that saved nothing, since a scanner could have made them and nobody confirmed. */
export async function ignoredOpens(access: Access, messageId: string): Promise<IgnoredOpens> {
  const where = { ...ignored(access), ratingLink: { is: { messageId } } };
  const [count, latest] = await Promise.all([
    db.ratingIntent.count({ where }),
    db.ratingIntent.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LATEST_MAX,
      select: { id: true, score: true, reasons: true, userAgent: true, createdAt: true },
    }),
  ]);
  return { count, latest };
}

/** How many openings of the links that were handed out for a customer saved nothing, by request. */
export async function countIgnoredOpens(access: Access, customerId: string): Promise<Map<string, number>> {
  const intents = await db.ratingIntent.groupBy({
    by: ["ratingLinkId"],
    where: { ...ignored(access), ratingLink: { is: { messageId: null, request: { is: { customerId } } } } },
    _count: true,
  });
  const links = await db.ratingLink.findMany({
    where: { projectId: access.projectId, id: { in: intents.map((one) => one.ratingLinkId) } },
    select: { id: true, requestId: true },
  });
  const requestOf = new Map(links.map((link) => [link.id, link.requestId]));
  const counts = new Map<string, number>();
  for (const { ratingLinkId, _count } of intents) {
    const requestId = requestOf.get(ratingLinkId);
    if (requestId !== undefined) counts.set(requestId, (counts.get(requestId) ?? 0) + _count);
  }
  return counts;
}

/** A page that always asks says nothing about who opened it. */
function ignored(access: Access): Prisma.RatingIntentWhereInput {
  return {
    projectId: access.projectId,
    confirmedAt: null,
    NOT: { reasons: { equals: ["always_confirm"] } },
  };
}
