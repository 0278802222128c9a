import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";
import { createRatingLink } from "@/lib/rating-links/commands/create-rating-link";
import { hashLinkToken, newLinkToken } from "@/lib/rating-links/link-token";

/**
 * Path of a rating link of the demo project that nobody has opened: an unrated request made for this earlier gets a new
 * token, else a customer without an open request gets one. Null when the demo data or its customers are gone.
 *
 * @param ownerId who asks for the review, where a request must be made
 */
export async function freshDemoLink(ownerId: string, score: number): Promise<string | null> {
  const project = await db.project.findFirst({ where: { isDemo: true }, orderBy: { createdAt: "asc" } });
  if (!project) return null;
  const unrated = await db.ratingLink.findFirst({
    where: {
      projectId: project.id,
      channel: "link",
      canceledAt: null,
      expiresAt: null,
      intents: { none: {} },
      request: { isDemo: true, createdById: ownerId, canceledAt: null, review: null },
    },
    orderBy: { createdAt: "desc" },
  });
  if (unrated) {
    const token = newLinkToken();
    await db.ratingLink.update({ where: { id: unrated.id }, data: { tokenHash: hashLinkToken(token) } });
    return paths.ratingLink(token, score);
  }
  const customer = await db.customer.findFirst({
    where: { projectId: project.id, isDemo: true },
    orderBy: [{ requests: { _count: "asc" } }, { createdAt: "asc" }],
  });
  if (!customer) return null;
  const access: Access = {
    userId: ownerId,
    userName: "",
    projectId: project.id,
    projectSlug: project.slug,
    role: "owner",
  };
  const { url } = await createRatingLink(access, customer.id);
  return `${new URL(url).pathname}/${score}`;
}
