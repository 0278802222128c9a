import { paths } from "@/lib/paths";
import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("stars and text sent in one go make one review-created, and its text follows", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());

  await visitor.goto(paths.publicReviewPage(shop.slug));
  await reviewPage.star(visitor, 4).check();
  await visitor.getByLabel("Your name (optional)").fill("Sam");
  await reviewPage.submit(visitor, "Warm rolls, warm people.");

  const [created, updated] = await receiver.waitFor(() => true, 2);
  expect(created?.event).toMatchObject({ type: "review-created", data: { revision: 1, score: 4 } });
  expect(updated?.event).toMatchObject({
    type: "review-updated",
    data: { id: created?.event.data.id, revision: 2, body: "Warm rolls, warm people." },
  });
  expect(updated?.event.data).toMatchObject({ reviewer: { name: "Sam", is_anonymous: false } });
  expect(receiver.received.filter(ofType("review-created"))).toHaveLength(1);
});
