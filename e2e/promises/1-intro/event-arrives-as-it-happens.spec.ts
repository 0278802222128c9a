import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

/** Well below the few seconds after which Starwire looks for what it may have missed. */
const AT_ONCE_MS = 1_000;

test("an event arrives while its customer is still on the page, not at the next round of a timer", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  const lagsMs: number[] = [];
  for (const score of [1, 2, 3, 4, 5]) {
    await reviewPage.land(visitor, await shop.ratingLink(), score);
    const hooks = await receiver.waitFor(() => true, score);
    const last = hooks.at(-1);
    lagsMs.push((last?.receivedAt.getTime() ?? 0) - Date.parse(last?.event.created_at ?? ""));
  }
  // A busy machine may be slow again and again. But each visit begins right after an arrival, when a timer's next round is
  // as far away as it can be: no round would be this short.
  expect(Math.min(...lagsMs), `lags: ${lagsMs.join(", ")} ms`).toBeLessThan(AT_ONCE_MS);
});
