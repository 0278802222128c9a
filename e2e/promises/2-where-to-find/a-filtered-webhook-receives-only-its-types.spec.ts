import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { deleteReview } from "@/lib/reviews/commands/delete-review";

test("a webhook with chosen event types receives those and no other", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const { url, id } = await shop.addWebhook(receiver.url());
  const everything = await anotherReceiver();
  await shop.addWebhook(everything.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Edit");
  await webhooks.eventTypeBox("review-created").uncheck();
  await webhooks.eventTypeBox("review-updated").uncheck();
  await webhooks.save();
  await expect(webhooks.row(url)).not.toContainText("All events");

  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await reviewPage.submit(visitor, "Cold tea.");
  const [created] = await everything.waitFor(() => true, 2);
  await deleteReview(shop.owner, created?.event.data.id ?? "");

  const [deleted] = await receiver.waitFor(() => true);
  expect(deleted?.event).toMatchObject({
    type: "review-deleted",
    data: { id: created?.event.data.id, revision: 3 },
  });
  expect(receiver.received).toHaveLength(1);
  expect((await deliveriesOf(id)).map(({ eventType }) => eventType)).toEqual(["review-deleted"]);
});
