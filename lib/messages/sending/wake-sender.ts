import { inngest } from "@/inngest/client";
import { messageScheduled } from "@/inngest/events";
import type { Message } from "@/lib/db/generated/client";
import { logger } from "@/lib/logger";

/**
 * Starts one run per message, which waits until it is due and sends it. Call it after the commit that made the messages or
 * changed their time. Never throws: what isn't started here is found by the sweep when it is due.
 */
export async function wakeSender(messages: readonly Pick<Message, "id" | "channel">[]): Promise<void> {
  if (messages.length === 0) return;
  try {
    await inngest.send(
      messages.map(({ id, channel }) => messageScheduled.create({ messageId: id, channel })),
    );
  } catch (error) {
    logger.warn({ err: error, messages: messages.length }, "sending not announced; the sweep will find it");
  }
}
