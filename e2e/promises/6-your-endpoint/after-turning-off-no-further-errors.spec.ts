import { deliveriesOf } from "@/e2e/support/deliveries-of";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";

test("once turned off, a failing address is left in peace, by what was pending and by what is new", async ({
  shop,
  receiver,
  anotherReceiver,
  visitor,
}) => {
  receiver.answer(() => ({ status: 503 }));
  const { id } = await shop.addWebhook(receiver.url());
  const working = await anotherReceiver();
  await shop.addWebhook(working.url());
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await expect
    .poll(() => db.webhook.findUnique({ where: { id }, select: { isOn: true, offReason: true } }), {
      timeout: 30_000,
    })
    .toEqual({ isOn: false, offReason: "failing" });
  await expect
    .poll(async () => (await deliveriesOf(id)).map(({ status }) => status))
    .toEqual(["held", "held"]);
  const failures = receiver.received.length;

  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  await reviewPage.submit(visitor, "Still here.");
  await working.waitFor(() => true, 4);
  expect(receiver.received).toHaveLength(failures);
  expect(await deliveriesOf(id)).toHaveLength(2);
});
