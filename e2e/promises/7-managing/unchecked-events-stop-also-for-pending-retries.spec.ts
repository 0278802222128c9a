import { holdRetries } from "@/e2e/support/hold-retries";
import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("an unchecked event type is sent no more, not even what was being retried", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { id, url } = await shop.addWebhook(receiver.url());
  const retries = holdRetries(receiver, ({ event }) => ({
    status: event.type === "review-created" ? 500 : 200,
  }));
  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await retries.begun();

  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Edit");
  await webhooks.eventTypeBox("review-created").uncheck();
  await webhooks.save();
  retries.letGo();
  await expect.poll(async () => (await deliveriesOf(id)).map(({ status }) => status)).toEqual(["canceled"]);
  const tries = receiver.received.length;

  await reviewPage.submit(visitor, "Still relevant.");
  await receiver.waitFor(ofType("review-updated"));
  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await reviewPage.submit(visitor, "And again.");
  await receiver.waitFor(ofType("review-updated"), 2);
  expect(receiver.received).toHaveLength(tries + 2);
  await expect
    .poll(async () => (await deliveriesOf(id)).map(({ eventType, status }) => `${eventType} ${status}`))
    .toEqual(["review-created canceled", "review-updated delivered", "review-updated delivered"]);
});
