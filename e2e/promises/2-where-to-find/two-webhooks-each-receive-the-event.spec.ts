import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("two webhooks of a project each receive the same event", async ({
  page,
  shop,
  receiver,
  anotherReceiver,
  signedInAs,
  visitor,
}) => {
  const second = await anotherReceiver();
  await signedInAs("owner");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(receiver.url());
  await webhooks.create(second.url());
  await expect(webhooks.rows).toHaveCount(2);

  await reviewPage.land(visitor, await shop.ratingLink(), 5);

  const [here] = await receiver.waitFor(() => true);
  const [there] = await second.waitFor(() => true);
  expect(there?.event).toEqual(here?.event);
  expect(there?.headers["webhook-signature"]).not.toBe(here?.headers["webhook-signature"]);
});
