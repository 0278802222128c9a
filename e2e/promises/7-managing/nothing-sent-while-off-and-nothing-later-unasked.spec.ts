import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("what happened while off is not sent, then or later, until somebody asks for it", async ({
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
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await reviewPage.submit(visitor, "While you slept.");
  await webhooks.turn(url, true);
  await expect(webhooks.row(url)).toContainText("2 events happened while this was off");

  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  const [after] = await receiver.waitFor(() => true);
  expect(after?.event.data).toMatchObject({ score: 5 });
  await reviewPage.submit(visitor, "Good morning.");
  await receiver.waitFor(() => true, 2);
  expect(receiver.received.map(({ event }) => event.data["score"])).toEqual([5, 5]);

  await webhooks.row(url).getByRole("button", { name: "Send them" }).click();
  const [, , first, second] = await receiver.waitFor(() => true, 4);
  expect(first?.event).toMatchObject({ type: "review-created", data: { score: 1, revision: 1 } });
  expect(second?.event).toMatchObject({
    type: "review-updated",
    data: { body: "While you slept.", revision: 2 },
  });
  await expect(webhooks.row(url)).not.toContainText("happened while this was off");
});

test("Skip drops what happened while off for good", async ({ page, shop, receiver, signedInAs, visitor }) => {
  const { url } = await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.turn(url, false);
  await reviewPage.land(visitor, await shop.ratingLink(), 1);
  await webhooks.turn(url, true);
  await expect(webhooks.row(url)).toContainText("1 event happened while this was off");
  await webhooks.row(url).getByRole("button", { name: "Skip" }).click();
  await expect(webhooks.row(url)).not.toContainText("happened while this was off");

  await reviewPage.land(visitor, await shop.ratingLink(), 5);
  await receiver.waitFor(() => true);
  expect(receiver.received.map(({ event }) => event.data["score"])).toEqual([5]);
});
