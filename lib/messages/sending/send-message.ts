import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { leaseMessage } from "@/lib/messages/sending/lease-message";
import { recordOutcome } from "@/lib/messages/sending/record-outcome";
import { sendReport, type SendReport } from "@/lib/messages/sending/send-report";
import { SEND_TOOLS, type SendTools } from "@/lib/messages/sending/send-tools";
import { withEvents } from "@/lib/webhooks/with-events";

const RECORD_AGAIN_MS = 1_000;

/**
 * Sends one message if it is due and still may be sent. Any number of processes may call this for the same message, at
 * any time: whoever holds its lock takes it, the driver works outside of any transaction, and what it says is written
 * down by the holder of the lease. A process that dies between the two leaves the message `sending` until the sweep ends
 * it as `unknown_after_crash`: nothing is sent twice blindly.
 */
export async function sendMessage(messageId: string, tools: SendTools = SEND_TOOLS): Promise<SendReport> {
  const lease = await withEvents((tx) => leaseMessage(tx, messageId, tools));
  if ("result" in lease) return lease;
  const outcome = await lease.send();
  for (;;) {
    try {
      return await withEvents((tx) => recordOutcome(tx, lease, outcome, tools));
    } catch (error) {
      if (error instanceof AppError && error.code === "not_found") return sendReport(messageId, "gone");
      if (tools.now() >= lease.endsAt) throw error;
      // What was sent is known only here: the database is asked again while the lease lasts.
      logger.warn({ err: error, messageId }, "the outcome of a message is not recorded yet");
      await sleep(RECORD_AGAIN_MS);
    }
  }
}
