import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("whoever lands and leaves has rated: nothing typed, nothing sent, no key or button touched", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  const link = await shop.ratingLink();
  await reviewPage.land(visitor, link, 5);
  await visitor.goto("about:blank");

  const [created] = await receiver.waitFor(ofType("review-created"));
  expect(created?.event.data).toMatchObject({ score: 5, status: "rated", body: null, submitted_at: null });

  await visitor.goto(link);
  await expect(reviewPage.star(visitor, 5)).toBeChecked();
});
