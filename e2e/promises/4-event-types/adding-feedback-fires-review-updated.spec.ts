import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("the customer's words, added to the rating, make review-updated with what changed", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());

  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await reviewPage.submit(visitor, "Sold out by nine.");

  const [updated] = await receiver.waitFor(ofType("review-updated"));
  expect(updated?.event.changes?.toSorted()).toEqual(["body", "status", "submitted_at"]);
  expect(updated?.event.previous).toEqual({ body: null, status: "rated", submitted_at: null });
  expect(updated?.event.data).toMatchObject({ body: "Sold out by nine.", status: "submitted", score: 2 });
});
