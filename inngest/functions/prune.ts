import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { pruneLog } from "@/lib/webhooks/prune-log";
import { pruneExpired } from "@/lib/prune-expired";

/** Deletes what is older than it is kept: events with their deliveries after 30 days, spent links and counters. */
export const prune = inngest.createFunction(
  { id: "prune", name: "Delete what has expired", triggers: [cron("17 * * * *")] },
  async ({ step }) => {
    const log = await step.run("delete-old-events", () => pruneLog());
    const expired = await step.run("delete-expired", () => pruneExpired());
    return { ...log, ...expired };
  },
);
