import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("turned on again, it asks nothing and the very next event arrives", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.turn(url, false);

  await webhooks.switch(url).click();
  await expect(webhooks.switch(url)).toBeChecked();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await webhooks.settled(url, true);
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  const [hook] = await receiver.waitFor(() => true);
  expect(hook?.event).toMatchObject({ type: "review-created", data: { score: 4, revision: 1 } });
  await expect(webhooks.row(url)).toContainText("Working");
});
