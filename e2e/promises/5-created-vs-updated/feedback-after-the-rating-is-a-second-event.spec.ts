import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("the rating is one event, words added later are a second one of the same review", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  const [first] = await receiver.waitFor(() => true);
  expect(first?.event.type).toBe("review-created");

  await reviewPage.submit(visitor, "The queue was long.");
  const [, second] = await receiver.waitFor(() => true, 2);
  expect(second?.event.type).toBe("review-updated");
  expect(second?.event.id).not.toBe(first?.event.id);
  expect(second?.event.data).toMatchObject({
    id: first?.event.data.id,
    revision: 2,
    body: "The queue was long.",
  });
});
