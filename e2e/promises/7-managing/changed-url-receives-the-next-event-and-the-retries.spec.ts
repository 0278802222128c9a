import { holdRetries } from "@/e2e/support/hold-retries";
import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("after the URL was changed, retries and new events go to the new one only", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const { id, url } = await shop.addWebhook(receiver.url());
  const retries = holdRetries(receiver, () => ({ status: 500 }));
  const moved = await anotherReceiver();
  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  const [failed] = await receiver.waitFor(() => true);

  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.act(url, "Edit");
  await webhooks.dialog.getByLabel("Webhook URL").fill(moved.url("/moved"));
  await webhooks.save();
  await expect(webhooks.switch(moved.url("/moved"))).toBeChecked();
  retries.letGo();

  const [retried] = await moved.waitFor(() => true);
  expect(retried?.body.equals(failed?.body ?? Buffer.of())).toBe(true);
  expect(retried?.headers["webhook-id"]).toBe(failed?.headers["webhook-id"]);
  expect(Number(retried?.headers["starwire-attempt"])).toBeGreaterThan(1);
  const atTheOldOne = receiver.received.length;

  await reviewPage.submit(visitor, "Moved house.");
  const [, next] = await moved.waitFor(() => true, 2);
  expect(next?.event).toMatchObject({ type: "review-updated", data: { revision: 2 } });
  await expect
    .poll(async () => (await deliveriesOf(id)).map(({ status }) => status))
    .toEqual(["delivered", "delivered"]);
  expect(receiver.received).toHaveLength(atTheOldOne);
});
