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
  // A machine may be busy once; five rounds of a timer are never all but two below a second by chance.
  const middle = lagsMs.toSorted((a, b) => a - b)[2];
  expect(middle, `lags: ${lagsMs.join(", ")} ms`).toBeLessThan(AT_ONCE_MS);
});
