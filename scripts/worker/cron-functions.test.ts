import { serve } from "inngest/edge";
import { expect, test } from "vitest";
import { inngest } from "@/inngest/client";
import { syncFunctions } from "@/inngest/engine/sync-functions";
import { functions } from "@/inngest/functions/all";

test("a run by the clock that begins while no worker serves is tried again, so a restart fails none", async () => {
  const byClock = (await syncFunctions(serve({ client: inngest, functions }))).filter(
    ({ crons }) => crons.length > 0,
  );
  expect(byClock.map(({ id }) => id).toSorted()).toEqual([
    "starwire-check-webhook-health",
    "starwire-prune",
    "starwire-sweep-messages",
  ]);
  for (const { id, attemptsMax } of byClock) expect(attemptsMax, id).toBeGreaterThan(3);
});
