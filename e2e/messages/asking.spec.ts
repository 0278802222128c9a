import { messagesPage } from "@/e2e/support/messages-page";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

/** Quiet hours from now on, whatever the clock says: SMS leave in one hour of the day, twelve hours away. */
async function beginQuietHours(projectId: string): Promise<void> {
  const now = new Date();
  const from = (now.getUTCHours() * 60 + now.getUTCMinutes() + 720) % 1_440;
  const hours = { smsFromMinute: from, smsUntilMinute: (from + 60) % 1_440 };
  await db.messageSettings.create({ data: { projectId, ...hours } });
}

test("an SMS in quiet hours says when it leaves, and an owner sends it anyway", async ({
  page,
  shop,
  signedInAs,
}) => {
  await beginQuietHours(shop.id);
  await signedInAs("owner");
  await shop.addCustomer("Ines", "+14155550123");
  await page.goto(paths.customers(shop.slug));
  await page.getByRole("link", { name: "Ines Doe" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ines Doe" })).toBeVisible();
  const messages = messagesPage(page, shop.slug);
  await messages.startAsking();
  await expect(messages.dialog).toContainText("+14155550123");
  await messages.dialog.getByRole("radio", { name: "SMS" }).click();
  await messages.send();
  await expect(messages.outcome).toContainText(/Will be sent (today|tomorrow) at /);

  await messages.dialog.getByRole("button", { name: "Send now anyway" }).click();
  await expect(messages.outcome).toContainText("Sent to the Outbox.");
});

test("a manager learns when an SMS leaves, and is offered no way around quiet hours", async ({
  page,
  shop,
  signedInAs,
}) => {
  await beginQuietHours(shop.id);
  await signedInAs("manager");
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await messages.startAsking();
  await messages.dialog.getByLabel("Mobile").fill("+14155550123");
  await messages.dialog.getByRole("radio", { name: "SMS" }).click();
  await messages.send();
  await expect(messages.outcome).toContainText(/Will be sent (today|tomorrow) at /);
  await expect(messages.dialog.getByRole("button", { name: "Send now anyway" })).toHaveCount(0);
});

test("what is wrong stands at its field, and what was typed stays", async ({ page, shop, signedInAs }) => {
  await signedInAs("manager");
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await messages.startAsking();
  const { dialog } = messages;
  const send = dialog.getByRole("button", { name: "Send", exact: true });
  await dialog.getByLabel("First name").fill("Ines");
  await send.click();
  await expect(dialog.getByRole("textbox", { name: "E-mail" })).toHaveAccessibleDescription(
    "Enter the e-mail address to write to.",
  );
  await dialog.getByRole("radio", { name: "SMS" }).click();
  await dialog.getByLabel("Mobile").fill("12");
  await send.click();
  await expect(dialog.getByLabel("Mobile")).toHaveAccessibleDescription(/This isn't a phone number/);
  await dialog.getByLabel("Mobile").fill("+14155550123");
  await dialog.getByRole("radio", { name: "Later" }).click();
  await dialog.getByLabel(/^Date and time/).fill("2020-01-01T09:00");
  await send.click();
  await expect(dialog.getByLabel(/^Date and time/)).toHaveAccessibleDescription(/This time has passed/);
  await expect(dialog.getByLabel("First name")).toHaveValue("Ines");
  expect(await db.message.count({ where: { projectId: shop.id } })).toBe(0);
});

test("many are asked at once, and who is not is named with the reason", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("manager");
  for (const name of ["Ada", "Ben", "Cleo"]) await shop.addCustomer(name);
  const unsubscribed = await shop.addCustomer("Dora");
  await db.customer.update({ where: { id: unsubscribed.id }, data: { emailUnsubscribedAt: new Date() } });
  await page.goto(paths.customers(shop.slug));

  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await page.getByRole("checkbox", { name: "Select Ben Doe" }).click();
  await page.getByRole("button", { name: "Ask 3 customers" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Send", exact: true }).click();

  await expect(dialog.getByRole("status")).toContainText("2 customers are asked.");
  const refused = dialog.getByRole("list", { name: "Not asked" }).getByRole("listitem");
  await expect(refused).toHaveText(["Dora DoeThis customer has unsubscribed from e-mails."]);
  await dialog.getByRole("button", { name: "Done" }).click();
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  await expect(messages.rows).toHaveCount(2);
});

test("without a mouse: open, fill in, send, close; the focus comes back", async ({
  page,
  shop,
  signedInAs,
}) => {
  await signedInAs("manager");
  const messages = messagesPage(page, shop.slug);
  await messages.open();
  const button = page.getByRole("button", { name: "Ask for a review", exact: true });
  await button.press("Enter");
  await expect(messages.dialog.getByLabel("First name")).toBeFocused();
  for (const typed of ["Ines", "Doe", "ines@example.com"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(messages.outcome).toContainText("Sent to the Outbox.");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});
