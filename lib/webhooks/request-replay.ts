import { inngest } from "@/inngest/client";
import { replayRequested } from "@/inngest/events";
import { db } from "@/lib/db/client";
import { logger } from "@/lib/logger";

const STILL_MS = 60_000;

/** Starts the run that records a replay's deliveries. One that gets lost is made up for by `resumeReplays`. */
export async function requestReplay(replay: { id: string; webhookId: string; url: string }): Promise<void> {
  const { id: replayId, webhookId, url } = replay;
  const host = new URL(url).host;
  await inngest.send(replayRequested.create({ replayId, webhookId, host })).catch((error: unknown) => {
    logger.warn({ err: error, replayId }, "the replay's run wasn't started; it is started again later");
  });
}

/** Starts replays again that have not moved for a while. @returns how many */
export async function resumeReplays(): Promise<number> {
  const still = await db.replay.findMany({
    where: { status: "running", updatedAt: { lt: new Date(Date.now() - STILL_MS) } },
    include: { webhook: { select: { url: true } } },
  });
  for (const { id, webhookId, webhook } of still) await requestReplay({ id, webhookId, url: webhook.url });
  return still.length;
}
