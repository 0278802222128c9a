import { inngest } from "@/inngest/client";
import { messageScheduled } from "@/inngest/events";
import { logger } from "@/lib/logger";

/**
 * Starts one run per message, which waits until it is due and sends it. Call it after the commit that made the messages or
 * changed their time. Never throws: what isn't started here is found by the sweep when it is due.
 */
export async function wakeSender(messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  try {
    await inngest.send(messageIds.map((messageId) => messageScheduled.create({ messageId })));
  } catch (error) {
    logger.warn({ err: error, messages: messageIds.length }, "sending not announced; the sweep will find it");
  }
}
