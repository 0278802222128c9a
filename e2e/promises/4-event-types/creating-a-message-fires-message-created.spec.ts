import { messagesPage } from "@/e2e/support/messages-page";
import { ofType } from "@/e2e/support/of-type";
import { expect, test } from "@/e2e/support/test";

test("asking for a review makes message-created, for the request and for each reminder", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  await shop.addWebhook(receiver.url());
  await signedInAs("manager");
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await messages.startAsking();
  await messages.dialog.getByLabel("First name").fill("Ines");
  await messages.dialog.getByRole("textbox", { name: "E-mail" }).fill("Ines@Example.com");
  await messages.dialog.getByLabel("Reminders").selectOption("2");
  await messages.send();

  const created = await receiver.waitFor(ofType("message-created"), 3);
  const data = created.map(({ event }) => event.data).toSorted((a, b) => order(a) - order(b));
  expect(data).toMatchObject([
    { revision: 1, sequence: 1, template: "request", status: "scheduled", to: "ines@example.com" },
    { revision: 1, sequence: 2, template: "reminder-1", status: "scheduled", to: "ines@example.com" },
    { revision: 1, sequence: 3, template: "reminder-2", status: "scheduled", to: "ines@example.com" },
  ]);
  expect(new Set(data.map((message) => message["request_id"])).size).toBe(1);
});

const order = (message: Record<string, unknown>) => Number(message["sequence"]);
