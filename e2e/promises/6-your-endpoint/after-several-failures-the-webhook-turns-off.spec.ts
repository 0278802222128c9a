import { holdRetries } from "@/e2e/support/hold-retries";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("a webhook whose every attempt fails is turned off, and says so", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const retries = holdRetries(receiver, () => ({ status: 500 }));
  const { url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);

  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await receiver.waitFor(() => true, 2);
  await webhooks.open();
  await expect(webhooks.row(url)).toContainText(/Failing since .+ attempts?, last: 500/);
  await expect(webhooks.switch(url)).toBeChecked();

  retries.letGo();
  await expect(webhooks.row(url)).toContainText(/Turned off by us .+: every attempt failed/, {
    timeout: 30_000,
  });
  await expect(webhooks.switch(url)).not.toBeChecked();
  expect(receiver.received.length).toBeGreaterThanOrEqual(6);
});
