import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { db } from "@/lib/db/client";

test("used in quick succession the switch ends as it was last set", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { id, url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  const isOn = async () => (await db.webhook.findUniqueOrThrow({ where: { id } })).isOn;

  for (const clicks of [2, 3, 4, 1]) {
    const before = await webhooks.switch(url).isChecked();
    for (let click = 0; click < clicks; click += 1) await webhooks.switch(url).click();
    const after = clicks % 2 === 0 ? before : !before;
    await webhooks.settled(url, after);
    expect(await isOn()).toBe(after);
    await page.reload();
    await webhooks.settled(url, after);
  }

  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  await receiver.waitFor(() => true);
});

test("a webhook that Starwire turned off is turned on by the same switch", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  receiver.answer(() => ({ status: 410 }));
  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await receiver.waitFor(() => true);
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await expect(webhooks.row(url)).toContainText("Turned off by us");

  receiver.answer(() => ({ status: 200 }));
  await webhooks.turn(url, true);
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  const [, second] = await receiver.waitFor(() => true, 2);
  expect(second?.event.data).toMatchObject({ score: 4 });
  await expect(webhooks.row(url)).not.toContainText("Turned off by us");
});
