import { inngest } from "@/inngest/client";
import { laneReady, webhookFailing } from "@/inngest/events";
import { stepReports } from "@/inngest/step-reports";
import { deliverLane } from "@/lib/webhooks/deliver-lane";
import { claimForAlarm } from "@/lib/webhooks/lane/claim-lanes";
import { LANE_TIMING } from "@/lib/webhooks/lane/lane-timing";

/** As many waits as the longest retry schedule has; the relay's sweep takes over from there. */
const WAITS_MAX = 20;

/**
 * Serves a webhook's lane: sends what is due, then waits for the next retry and sends that. Postgres holds the truth, so
 * this run may be lost, doubled or late without harm; and a step that failed isn't tried again here but by the relay,
 * with a fresh token.
 */
export const deliverWebhook = inngest.createFunction(
  {
    id: "deliver-webhook",
    name: "Deliver webhook",
    triggers: [laneReady],
    retries: 0,
    checkpointing: stepReports,
  },
  async ({ event, step, runId }) => {
    const { webhookId, host } = event.data;
    let { token } = event.data;
    for (let round = 1; round <= WAITS_MAX; round += 1) {
      const wake = { webhookId, token };
      const report = await step.run(`deliver-${round}`, () => deliverLane(wake, runId));
      if (report.needsHealthCheck) {
        await step.sendEvent(`check-health-${round}`, webhookFailing.create({ webhookId, host }));
      }
      if (report.wakeAt === null) return report;
      await step.sleepUntil(`wait-for-retry-${round}`, report.wakeAt);
      const claimed = await step.run(`wake-${round}`, () => claimForAlarm(webhookId, LANE_TIMING));
      if (claimed === null)
        return { ...report, note: "The lane was already being served when the wait ended." };
      token = claimed;
    }
    return { webhookId, note: "The relay wakes this webhook from here on." };
  },
);
