import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";

test("correcting the words makes review-updated again, with the old ones", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());

  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  await reviewPage.submit(visitor, "Good bred.");
  await reviewPage.correct(visitor, "Good bread.");

  const [corrected] = await receiver.waitFor(ofType("review-updated", 3));
  expect(corrected?.event.changes).toEqual(["body"]);
  expect(corrected?.event.previous).toEqual({ body: "Good bred." });
  expect(corrected?.event.data).toMatchObject({ body: "Good bread.", status: "submitted" });
});
