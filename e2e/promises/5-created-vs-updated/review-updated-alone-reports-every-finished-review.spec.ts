import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { paths } from "@/lib/paths";

test("who listens to review-updated alone hears of each finished review once, of no unfinished one", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Edit");
  for (const type of [
    "review-created",
    "review-deleted",
    "message-created",
    "message-updated",
    "message-deleted",
  ]) {
    await webhooks.eventTypeBox(type).uncheck();
  }
  await webhooks.save();

  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await reviewPage.submit(visitor, "With words.");
  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  await reviewPage.submit(visitor);
  await visitor.goto(paths.publicReviewPage(shop.slug));
  await reviewPage.star(visitor, 4).check();
  await reviewPage.submit(visitor, "Without a link.");

  const hooks = await receiver.waitFor(() => true, 3);
  const finished = hooks.filter(({ event }) => event.changes?.includes("submitted_at"));
  expect(new Set(finished.map(({ event }) => event.data["score"]))).toEqual(new Set([2, 3, 4]));
  expect(new Set(receiver.received.map(({ event }) => event.type))).toEqual(new Set(["review-updated"]));
  expect(receiver.received).toHaveLength(3);
});
