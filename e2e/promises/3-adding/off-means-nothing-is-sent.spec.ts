import { holdRetries } from "@/e2e/support/hold-retries";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("off means that nothing is sent: no event, no retry, no test event", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  const retries = holdRetries(receiver, () => ({ status: 500 }));
  const working = await anotherReceiver();
  await shop.addWebhook(working.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await retries.begun();

  await webhooks.turn(url, false);
  const sent = receiver.received.length;
  retries.letGo();
  await reviewPage.submit(visitor, "Is anybody there?");
  await webhooks.act(url, "Send test event");
  await expect(page.getByText("This webhook is off. Turn it on first.")).toBeVisible();
  await working.waitFor(() => true, 2);
  // A second customer's whole visit later, several retries would have been due.
  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await reviewPage.submit(visitor, "Hello?");
  await working.waitFor(() => true, 4);
  expect(receiver.received).toHaveLength(sent);
});
