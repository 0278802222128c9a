import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { checkHealth, listFailingWebhooks } from "@/lib/webhooks/check-health";
import { redactLateAnswers } from "@/lib/webhooks/redact-events";
import { resumeReplays } from "@/lib/webhooks/request-replay";
import { settleDecisions } from "@/lib/webhooks/settle-decisions";

/** Looks after what no failure announces: a webhook without traffic reaches its thresholds all the same. */
export const checkWebhookHealth = inngest.createFunction(
  { id: "check-webhook-health", name: "Check the health of webhooks", triggers: [cron("*/10 * * * *")] },
  async ({ step }) => {
    const checked = await step.run("check-failing-webhooks", async () => {
      const counts = { failing: 0, noticed: 0, turnedOff: 0 };
      for (const webhookId of await listFailingWebhooks()) {
        const { did } = await checkHealth(webhookId);
        counts.failing += 1;
        if (did === "noticed") counts.noticed += 1;
        if (did === "turned_off") counts.turnedOff += 1;
      }
      return counts;
    });
    const late = await step.run("settle-late-events", () => settleDecisions());
    const resumed = await step.run("resume-replays", () => resumeReplays());
    const forgotten = await step.run("forget-late-answers", () => redactLateAnswers());
    return { ...checked, late, resumed, forgotten };
  },
);
