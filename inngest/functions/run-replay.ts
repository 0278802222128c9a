import { inngest } from "@/inngest/client";
import { replayRequested } from "@/inngest/events";
import { recordReplayBatch } from "@/lib/webhooks/commands/record-replay-batch";

const BATCHES_PER_STEP = 5;

/**
 * Records the deliveries of a replay in batches; lanes send them. Where it stands is in the replay itself, so a run that
 * is lost, doubled or tried again does no harm.
 */
export const runReplay = inngest.createFunction(
  { id: "run-replay", name: "Replay events to a webhook", triggers: [replayRequested], retries: 3 },
  async ({ event, step }) => {
    const { replayId } = event.data;
    let total = 0;
    for (let round = 1; ; round += 1) {
      const { recorded, hasMore } = await step.run(`record-deliveries-${round}`, async () => {
        let sum = 0;
        for (let batch = 1; ; batch += 1) {
          const done = await recordReplayBatch(replayId);
          sum += done.recorded;
          if (!done.hasMore || batch === BATCHES_PER_STEP) return { recorded: sum, hasMore: done.hasMore };
        }
      });
      total += recorded;
      if (!hasMore) return { replayId, recorded: total };
    }
  },
);
