import { inngest } from "@/inngest/client";
import { messageScheduled } from "@/inngest/events";
import { db } from "@/lib/db/client";
import { changeMessages } from "@/lib/messages/change-message";
import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import { withEvents } from "@/lib/webhooks/with-events";

const AT_ONCE = 500;
/** A message that has been due for this long was probably not announced. */
const GRACE_MS = 20_000;
/** Waking the same message once more starts a run at most this often. */
const WAKE_AGAIN_MS = 600_000;

/**
 * Ends messages whose sender has died as `failed`, since nobody knows whether they were sent. Their token stays: a sender
 * that was only slow may still say what became of one.
 * @returns how many
 */
export async function failDeadSenders(now: Date = new Date()): Promise<number> {
  const dead = await db.message.findMany({
    where: { status: "sending", dueAt: { lte: now } },
    select: { id: true, projectId: true },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });
  let failed = 0;
  for (const { id, projectId } of dead) {
    const [changed] = await withEvents((tx) =>
      changeMessages(tx, { ids: [id], projectId }, (message) =>
        message.status === "sending" && message.dueAt <= now
          ? {
              status: "failed",
              failedAt: now,
              failureCode: UNKNOWN_AFTER_CRASH,
              failureMessage: "The server stopped while this was being sent: it may have been sent.",
            }
          : null,
      ),
    );
    if (changed?.isChanged) failed += 1;
  }
  return failed;
}

/**
 * Starts a run for messages that are due and that nobody seems to have woken.
 * @returns how many; a backlog that is being worked off is found again and again and starts nothing new
 */
export async function wakeDueMessages(now: Date = new Date()): Promise<number> {
  const due = await db.message.findMany({
    where: { status: "scheduled", dueAt: { lte: new Date(now.getTime() - GRACE_MS) } },
    select: { id: true, channel: true, dueAt: true },
    orderBy: { dueAt: "asc" },
    take: AT_ONCE,
  });
  if (due.length === 0) return 0;
  const round = Math.floor(now.getTime() / WAKE_AGAIN_MS);
  await inngest.send(
    due.map(({ id, channel, dueAt }) =>
      messageScheduled.create({ messageId: id, channel }, { id: `${id}-${dueAt.getTime()}-${round}` }),
    ),
  );
  return due.length;
}
