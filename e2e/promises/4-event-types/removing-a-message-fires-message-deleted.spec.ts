import { messagesPage } from "@/e2e/support/messages-page";
import { ofType } from "@/e2e/support/of-type";
import { expect, test } from "@/e2e/support/test";

test("removing a message makes message-deleted, its last event", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("admin");
  const customer = await shop.addCustomer("Ines");
  const { messages: asked } = await shop.ask({ customer });
  await receiver.waitFor(ofType("message-updated", 2));
  const messages = messagesPage(page, shop.slug);
  await messages.open();

  await messages.act("Ines", "Delete");
  const question = page.getByRole("alertdialog", { name: "Delete the e-mail request to Ines Doe?" });
  await question.getByRole("button", { name: "Delete message" }).click();

  const [deleted] = await receiver.waitFor(ofType("message-deleted"));
  expect(deleted?.event).toMatchObject({
    reason: "deleted_by_user",
    data: { id: asked[0]?.id, revision: 3, deleted_at: expect.stringMatching(/Z$/) },
  });
  await expect(page.getByRole("heading", { name: "No messages yet" })).toBeVisible();
});
