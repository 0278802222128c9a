import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("the first click on a rating link makes review-created; the same click again makes nothing", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  const link = await shop.ratingLink();

  await reviewPage.land(visitor, link, 4);
  const [created] = await receiver.waitFor(ofType("review-created"));
  expect(created?.event.data).toMatchObject({ revision: 1, score: 4, status: "rated", body: null });

  await reviewPage.land(visitor, link, 4);
  await visitor.reload();
  await reviewPage.submit(visitor);
  // Revisions have no gaps, so whatever the second click made would stand between these two.
  const [next] = await receiver.waitFor(ofType("review-updated"));
  expect(next?.event.data.revision).toBe(2);
  expect(receiver.received).toHaveLength(2);
});
