import { db, type Tx } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import type { OpenRatingLink } from "@/lib/rating-links/find-rating-link";
import type { Score } from "@/lib/reviews/score";

const USER_AGENT_MAX = 300;

/**
 * Keeps a landing that was not saved because a scanner could be the visitor; admins see it. The same score of the same
 * link within 60 s is kept once.
 */
export async function noteIntent(
  link: OpenRatingLink,
  intent: { score: Score; reasons: string[]; userAgent: string },
): Promise<void> {
  const userAgent = intent.userAgent.slice(0, USER_AGENT_MAX);
  await db.$executeRaw`
    insert into rating_intent (id, project_id, rating_link_id, score, reasons, user_agent)
    select ${newId("int")}, ${link.project.id}, ${link.id}, ${intent.score}::smallint, ${intent.reasons}::text[], ${userAgent}
    where not exists (
      select 1 from rating_intent
      where rating_link_id = ${link.id} and score = ${intent.score}::smallint and confirmed_at is null
        and created_at > now() - interval '60 seconds'
    )`;
}

/** How many other scores of the link were landed on within 60 s without being saved, on any web process. */
export async function countOtherIntents(link: OpenRatingLink, score: Score): Promise<number> {
  const rows = await db.ratingIntent.groupBy({
    by: ["score"],
    where: {
      ratingLinkId: link.id,
      score: { not: score },
      createdAt: { gt: new Date(Date.now() - 60_000) },
    },
  });
  return rows.length;
}

/** The customer has confirmed this score: what was waiting for it is settled. Other scores that were opened stay ignored. */
export async function confirmIntents(tx: Tx, ratingLinkId: string, score: Score): Promise<void> {
  await tx.ratingIntent.updateMany({
    where: { ratingLinkId, score, confirmedAt: null },
    data: { confirmedAt: new Date() },
  });
}
