import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { deleteReview } from "@/lib/reviews/commands/delete-review";

test("every notification says in its body which kind of event it is", async ({ shop, receiver, visitor }) => {
  await shop.addWebhook(receiver.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  await reviewPage.submit(visitor, "Fine.");
  const [created] = await receiver.waitFor(() => true);
  await deleteReview(shop.owner, created?.event.data.id ?? "");

  const hooks = await receiver.waitFor(() => true, 3);
  const types = hooks.map(({ body }) => JSON.parse(body.toString("utf8")).type);
  expect(types).toEqual(["review-created", "review-updated", "review-deleted"]);
});
