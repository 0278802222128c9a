import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { sendSystemMails } from "@/lib/system-mails/send-system-mails";
import { failDeadSenders, wakeDueMessages } from "@/lib/messages/sending/sweep-messages";

/** Looks after messages that no run looks after: due and not woken, or left behind by a sender that died. Sends Starwire's own mails. */
export const sweepMessages = inngest.createFunction(
  {
    id: "sweep-messages",
    name: "Look after messages",
    triggers: [cron("* * * * *")],
    // A minute may begin while the worker starts again: without them that run shows as failed.
    retries: 3,
  },
  async ({ step }) => {
    const failedAfterCrash = await step.run("end-those-of-dead-senders", () => failDeadSenders());
    const woken = await step.run("wake-those-due", () => wakeDueMessages());
    const systemMails = await step.run("send-system-mails", () => sendSystemMails());
    return { failedAfterCrash, woken, systemMails };
  },
);
