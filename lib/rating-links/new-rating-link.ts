import type { RatingLink } from "@/lib/db/generated/client";
import { newId } from "@/lib/ids";
import { hashLinkToken, newLinkToken } from "@/lib/rating-links/link-token";

export type NewRatingLink = Pick<RatingLink, "projectId" | "requestId" | "channel"> & {
  /** The message that carries it. */
  messageId?: string;
  /** When it left this server; null while it hasn't. */
  leftAt: Date | null;
  /** From when its days are counted: when it is to leave. */
  startsAt?: Date;
};

type RatingLinkRow = Omit<RatingLink, "createdAt" | "canceledAt">;

/** A link with a fresh token. @param expiryDays after which it answers 410; null: never */
export function newRatingLink(
  { projectId, requestId, channel, messageId, leftAt, startsAt }: NewRatingLink,
  expiryDays: number | null,
): { token: string; row: RatingLinkRow } {
  const token = newLinkToken();
  const expiresAt = linkExpiry(startsAt ?? leftAt ?? new Date(), expiryDays);
  const row = {
    id: newId("lnk"),
    projectId,
    requestId,
    channel,
    messageId: messageId ?? null,
    leftAt,
    tokenHash: hashLinkToken(token),
    expiresAt,
  };
  return { token, row };
}

/** When a link that leaves at this moment ends; null: never. */
export function linkExpiry(leavesAt: Date, expiryDays: number | null): Date | null {
  return expiryDays === null ? null : new Date(leavesAt.getTime() + expiryDays * 86_400_000);
}
