import { paths } from "@/lib/paths";
import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("stars sent without a word make review-created", async ({ shop, receiver, visitor }) => {
  await shop.addWebhook(receiver.url());

  await visitor.goto(paths.publicReviewPage(shop.slug));
  await reviewPage.star(visitor, 3).check();
  await reviewPage.submit(visitor);

  const [created] = await receiver.waitFor(ofType("review-created"));
  expect(created?.event).toMatchObject({
    changes: null,
    previous: null,
    data: { revision: 1, score: 3, max_score: 5, label: "Good", body: null, origin: "public" },
  });
});
