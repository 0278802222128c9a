import { ofType } from "@/e2e/support/of-type";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

const ALL = [
  "review-created",
  "review-updated",
  "review-deleted",
  "message-created",
  "message-updated",
  "message-deleted",
];

test("a webhook's event types can be chosen, at least one, and chosen anew", async ({
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

  await webhooks.act(url, "Edit");
  for (const type of ALL) await webhooks.eventTypeBox(type).uncheck();
  await webhooks.dialog.getByRole("button", { name: "Save" }).click();
  await expect(webhooks.dialog.getByRole("alert")).toBeVisible();
  await webhooks.eventTypeBox("review-updated").check();
  await webhooks.save();
  await expect(webhooks.row(url)).toContainText("review-updated");

  await reviewPage.land(visitor, await shop.ratingLink(), 2);
  await reviewPage.submit(visitor, "Chosen.");
  await receiver.waitFor(ofType("review-updated"));

  await webhooks.act(url, "Edit");
  await expect(webhooks.eventTypeBox("review-created")).not.toBeChecked();
  await webhooks.eventTypeBox("review-created").check();
  await webhooks.save();
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  await receiver.waitFor(ofType("review-created"));
  expect(receiver.received.map(({ event }) => event.type)).toEqual(["review-updated", "review-created"]);
});
