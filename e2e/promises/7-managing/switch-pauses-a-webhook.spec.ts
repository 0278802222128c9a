import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("the switch pauses one webhook: it says since when and by whom, the others go on", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const { id, url } = await shop.addWebhook(receiver.url());
  const other = await anotherReceiver();
  await shop.addWebhook(other.url());
  const { userName } = await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.turn(url, false);
  await expect(webhooks.row(url)).toContainText(new RegExp(`Off since .+ \\(${userName}\\)`));
  await page.reload();
  await expect(webhooks.switch(url)).not.toBeChecked();

  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  await other.waitFor(() => true);
  expect(receiver.received).toHaveLength(0);
  expect(await deliveriesOf(id)).toEqual([]);
});
