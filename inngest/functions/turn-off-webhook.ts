import { inngest } from "@/inngest/client";
import { webhookFailing } from "@/inngest/events";
import { checkHealth } from "@/lib/webhooks/check-health";

/** Writes the notice that is due for a failing webhook, or turns it off and writes that. */
export const turnOffWebhook = inngest.createFunction(
  { id: "turn-off-webhook", name: "Notice or turn off a failing webhook", triggers: [webhookFailing] },
  async ({ event, step }) => step.run("turn-off-webhook", () => checkHealth(event.data.webhookId)),
);
