import { holdRetries } from "@/e2e/support/hold-retries";
import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("Delete in the actions menu names the webhook, asks, and ends everything it would have sent", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const { id, url } = await shop.addWebhook(receiver.url());
  const retries = holdRetries(receiver, () => ({ status: 500 }));
  const other = await anotherReceiver();
  await shop.addWebhook(other.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await retries.begun();

  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Delete");
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText(url);
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(webhooks.row(url)).toBeVisible();

  await webhooks.act(url, "Delete");
  await question.getByRole("button", { name: "Delete webhook" }).click();
  await expect(webhooks.switch(url)).toHaveCount(0);
  await expect(webhooks.switch(other.url())).toBeChecked();
  retries.letGo();
  await expect.poll(async () => (await deliveriesOf(id)).map(({ status }) => status)).toEqual(["canceled"]);
  const tries = receiver.received.length;

  await reviewPage.submit(visitor, "After the end.");
  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await other.waitFor(() => true, 3);
  expect(receiver.received).toHaveLength(tries);
  expect(await deliveriesOf(id)).toHaveLength(1);
});
