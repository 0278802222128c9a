import { inngest } from "@/inngest/client";
import { messageScheduled } from "@/inngest/events";
import { sendMessage } from "@/lib/messages/sending/send-message";

/** More looks than a message has between being made and its last try; the sweep takes over from there. */
const LOOKS_MAX = 30;

/**
 * Waits until a message is due and sends it. Postgres holds the truth and is read anew at every look, so this run may be
 * lost, doubled or late without harm.
 */
export const sendMessageWhenDue = inngest.createFunction(
  {
    id: "send-message",
    name: "Send message",
    triggers: [messageScheduled],
    retries: 3,
    // Counts messages being handed over, not those that wait. A mail server that hangs takes no place of an SMS.
    concurrency: { limit: 10, key: "event.data.channel" },
  },
  async ({ event, step }) => {
    const { messageId } = event.data;
    for (let look = 1; look <= LOOKS_MAX; look += 1) {
      const report = await step.run(`send-if-due-${look}`, () => sendMessage(messageId));
      if (report.wakeAt === null) return report;
      await step.sleepUntil(`wait-${look}`, report.wakeAt);
    }
    return { messageId, result: "left to the sweep" };
  },
);
