import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("from the click on Create on, events arrive; what was before does not", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(receiver.url());

  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  const [hook] = await receiver.waitFor(() => true);
  expect(hook?.event).toMatchObject({ type: "review-created", data: { score: 5 } });
  await expect(webhooks.row(receiver.url())).toContainText("Working");
  expect(receiver.received).toHaveLength(1);
});
