import { messagesPage } from "@/e2e/support/messages-page";
import { ofType } from "@/e2e/support/of-type";
import { outboxPage } from "@/e2e/support/outbox-page";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";

test("one webhook of the project hears of the message that asked and of the review that came back", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await signedInAs("admin");
  const webhooks = webhooksPage(page, shop.slug);
  await webhooks.open();
  await webhooks.create(receiver.url());

  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await messages.startAsking();
  await messages.dialog.getByLabel("First name").fill("Zoë");
  await messages.dialog.getByRole("textbox", { name: "E-mail" }).fill("zoe@example.com");
  await messages.send();
  await expect(messages.outcome).toContainText("Sent to the Outbox.");
  await messages.dialog.getByRole("link", { name: "Open in the Outbox" }).click();
  const outbox = outboxPage(page, shop.slug);
  const rating = await outbox.follow(outbox.star(4));
  await expect(reviewPage.notice(rating)).toHaveText("Your rating, 4 of 5 stars, is saved");

  const [message] = await receiver.waitFor(ofType("message-created"));
  const [review] = await receiver.waitFor(ofType("review-created"));
  expect(message?.event.data).toMatchObject({ object: "message", to: "zoe@example.com" });
  expect(review?.event.data).toMatchObject({
    object: "review",
    score: 4,
    customer: { first_name: "Zoë" },
    request_id: message?.event.data["request_id"],
  });
});
