import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("review-created tells the rating alone, also when text came in the same form", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await reviewPage.submit(visitor, "By link.");
  await visitor.goto(paths.publicReviewPage(shop.slug));
  await reviewPage.star(visitor, 2).check();
  await reviewPage.submit(visitor, "In one form.");

  await receiver.waitFor(ofType("review-updated"), 2);
  const created = await receiver.waitFor(ofType("review-created"), 2);
  expect(created.map(({ event }) => event.data)).toEqual([
    expect.objectContaining({ score: 5, status: "rated", body: null, submitted_at: null }),
    expect.objectContaining({ score: 2, status: "rated", body: null, submitted_at: null }),
  ]);
});
