import type { Access } from "@/lib/auth/access";
import { db, type Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { LinkChannel } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import { hashLinkToken, newLinkToken } from "@/lib/rating-links/link-token";

export type NewRatingLink = {
  projectId: string;
  requestId: string;
  channel: LinkChannel;
  /** When it left this server; null while it hasn't. */
  leftAt: Date | null;
};

const DAY_MS = 86_400_000;

/**
 * "Get a rating link": a request for the customer with one link, handed out by screen.
 * @returns the link, which can't be shown again: only a hash of its token is kept.
 * @throws AppError `not_found` for a customer that doesn't exist or not in this project.
 */
export async function createRatingLink(
  access: Access,
  customerId: string,
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
      channel: "link",
      leftAt: new Date(),
    });
    return { requestId, url: env().APP_URL + paths.ratingLink(token) };
  });
}

/** Adds a link to a request. It expires by the review page's setting of this moment. @returns its token, shown once. */
export async function addRatingLink(tx: Tx, link: NewRatingLink): Promise<{ id: string; token: string }> {
  const page = await tx.reviewPage.findUnique({ where: { projectId: link.projectId } });
  const days = page?.linkExpiryDays ?? null;
  const token = newLinkToken();
  const { id } = await tx.ratingLink.create({
    data: {
      id: newId("lnk"),
      ...link,
      tokenHash: hashLinkToken(token),
      expiresAt: days === null ? null : new Date((link.leftAt ?? new Date()).getTime() + days * DAY_MS),
    },
    select: { id: true },
  });
  return { id, token };
}
