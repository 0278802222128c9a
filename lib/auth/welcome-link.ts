import { hashOneTimeToken } from "@/lib/auth/one-time-token";
import { db } from "@/lib/db/client";

const usable = (token: string) => ({
  kind: "welcome" as const,
  tokenHash: hashOneTimeToken(token),
  usedAt: null,
  expiresAt: { gt: new Date() },
});

/** True while the link would still sign somebody in. Changes nothing. */
export async function isWelcomeLinkUsable(token: string): Promise<boolean> {
  return (await db.signInLink.count({ where: usable(token) })) === 1;
}

/** Uses the link up. @returns whom it signs in; null when it is unknown, used or older than 15 minutes */
export async function consumeWelcomeLink(token: string): Promise<{ id: string } | null> {
  const links = await db.signInLink.updateManyAndReturn({
    where: usable(token),
    data: { usedAt: new Date() },
    select: { userId: true },
  });
  const userId = links[0]?.userId;
  return userId ? { id: userId } : null;
}
