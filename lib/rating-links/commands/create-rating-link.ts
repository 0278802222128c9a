import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import { type NewRatingLink, newRatingLink } from "@/lib/rating-links/new-rating-link";

/**
 * "Get a rating link": a request for the customer with one link, handed out by screen or API.
 * @returns the link, which can't be shown again: only a hash of its token is kept.
 * @throws AppError `not_found` for a customer that doesn't exist or not in this project.
 */
export async function createRatingLink(
  access: Access,
  customerId: string,
  channel: "link" | "api" = "link",
): Promise<{ requestId: string; url: string }> {
  return db.$transaction(async (tx) => {
    const customer = await tx.customer.findFirst({ where: { id: customerId, projectId: access.projectId } });
    if (!customer) throw new AppError("not_found");
    const { id: requestId } = await tx.request.create({
      data: {
        id: newId("req"),
        projectId: access.projectId,
        customerId,
        createdById: access.userId,
        isDemo: customer.isDemo,
      },
    });
    const { token } = await addRatingLink(tx, {
      projectId: access.projectId,
      requestId,
      channel,
      leftAt: new Date(),
    });
    return { requestId, url: env().APP_URL + paths.ratingLink(token) };
  });
}

/** Adds a link to a request. It expires by the review page's setting of this moment. @returns its token, shown once. */
export async function addRatingLink(tx: Tx, link: NewRatingLink): Promise<{ id: string; token: string }> {
  const page = await tx.reviewPage.findUnique({ where: { projectId: link.projectId } });
  const { token, row } = newRatingLink(link, page?.linkExpiryDays ?? null);
  const { id } = await tx.ratingLink.create({ data: row, select: { id: true } });
  return { id, token };
}
