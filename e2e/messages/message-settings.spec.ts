import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { BUILT_IN_TEMPLATES } from "@/lib/messages/content/built-in-templates";
import { paths } from "@/lib/paths";

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const text = (page: Page) => page.getByRole("textbox", { name: "Text", exact: true });
const mail = (page: Page) => page.frameLocator('iframe[title="Preview of the e-mail, desktop"]');
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });

test("what an admin types shows in the preview, is checked, saved and can be reset", async ({
  shop,
  page,
  signedInAs,
}) => {
  await signedInAs("admin");
  await page.goto(paths.settingsMessages(shop.slug));
  await expect(page.getByText("Messages stay on this server")).toBeVisible();
  await expect(mail(page).getByRole("heading", { name: shop.name, includeHidden: true })).toBeVisible();

  await test.step("an unknown placeholder and a body without links are refused by name", async () => {
    await text(page).fill("Dear {{firstname}}, {{rating_links}}");
    await save(page).click();
    await expect(page.getByText("{{firstname}} isn't known here.")).toBeVisible();
    await expect(text(page)).toBeFocused();
    await text(page).fill("Dear {{first_name|friend}}");
    await expect(page.getByText("Put {{rating_links}} where customers find the rating links.")).toBeVisible();
  });

  await test.step("the preview follows", async () => {
    await text(page).fill("Dear {{first_name|friend}}, how were the rolls?\n\n{{rating_links}}");
    await expect(mail(page).getByText("Dear Jane, how were the rolls?")).toBeVisible();
    await page.getByLabel("Subject").fill("Rolls, {{first_name|friend}}?");
    await expect(page.getByText("Rolls, Jane?")).toBeVisible();
    await page.getByLabel("Postal address").fill("12 Mill Lane\nOxford");
    await expect(mail(page).getByText("12 Mill Lane")).toBeVisible();
    await page.getByRole("radio", { name: /^One button/ }).click();
    await expect(mail(page).getByText("Give your rating")).toBeVisible();
    await tab(page, "Phone").click();
    await expect(page.frameLocator('iframe[title$="phone"]').getByText("Give your rating")).toBeVisible();
  });

  await test.step("an SMS says what each style of links costs", async () => {
    await tab(page, "SMS").click();
    const lines = page.getByRole("radio", { name: /^Five short lines · \d segments/ });
    await expect(lines).toBeChecked();
    await page.getByRole("radio", { name: /^One link · 1 segment/ }).click();
    await expect(text(page)).toHaveValue(/\{\{rating_link\}\}/);
    await expect(page.getByText(/^1 segment · \d+ characters · GSM-7$/)).toBeVisible();
    await text(page).press("End");
    await text(page).pressSequentially(" ’");
    await expect(page.getByText("’ is not in the alphabet of SMS")).toBeVisible();
    await expect(page.getByText(/UCS-2$/)).toBeVisible();
  });

  await test.step("it is saved", async () => {
    await page.getByLabel("Reply-to address").fill("Hello@Example.com");
    await page.getByLabel("Reminder 2").fill("2");
    await save(page).click();
    await expect(page.getByText("Later than the one before.")).toBeVisible();
    await page.getByLabel("Reminder 2").fill("5");
    await page.getByLabel("SMS until").fill("18:30");
    await save(page).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await expect(page.getByText("Not saved yet")).toBeHidden();
    const where = { projectId: shop.id };
    expect(await db.messageSettings.findUnique({ where })).toMatchObject({
      replyTo: "hello@example.com",
      postalAddress: "12 Mill Lane\nOxford",
      linkStyle: "button",
      reminderDays: [3, 5, 14],
      smsFromMinute: 540,
      smsUntilMinute: 1_110,
    });
    const stored = await db.messageTemplate.findMany({ where, orderBy: [{ channel: "asc" }] });
    expect(stored.map(({ channel, kind, subject }) => [channel, kind, subject])).toEqual([
      ["email", "request", "Rolls, {{first_name|friend}}?"],
      ["sms", "request", null],
    ]);
  });

  await test.step("and the built-in text comes back", async () => {
    await tab(page, "E-mail").click();
    await page.getByRole("button", { name: "Reset to the built-in text" }).click();
    await expect(text(page)).toHaveValue(BUILT_IN_TEMPLATES.email.request.body);
    await save(page).click();
    await expect(page.getByText("Not saved yet")).toBeHidden();
    const where = { projectId: shop.id, channel: "email" } as const;
    expect(await db.messageTemplate.count({ where })).toBe(0);
  });
});

test("a mistake in a tab that doesn't show brings it to the front", async ({ shop, page, signedInAs }) => {
  await signedInAs("owner");
  await page.goto(paths.settingsMessages(shop.slug));
  await tab(page, "SMS reminder").click();
  await text(page).fill("Hello");
  await tab(page, "E-mail").click();
  await save(page).click();
  await expect(tab(page, "SMS reminder")).toHaveAttribute("aria-selected", "true");
  await expect(text(page)).toBeFocused();
  await expect(page.getByText("Put {{rating_links}} or {{rating_link}} where")).toBeVisible();
});

test("a test goes to a member, as typed, and is neither message nor event", async ({
  shop,
  page,
  signedInAs,
}) => {
  await shop.addWebhook("https://example.com/hooks");
  const manager = await shop.addMember("manager");
  await signedInAs("admin");
  await page.goto(paths.settingsMessages(shop.slug));
  await text(page).fill("Typed, {{first_name}}. {{rating_links}}");
  await page.getByLabel("Send a test to").selectOption(manager.userId);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText(/^A test for .* is in the Outbox$/)).toBeVisible();
  const sent = await db.systemMail.findMany({ where: { projectId: shop.id } });
  expect(sent).toMatchObject([{ kind: "test", subject: `Test: How was ${shop.name}?` }]);
  expect(sent[0]?.text).toContain(`Typed, ${manager.userName}.`);
  expect(sent[0]?.html).toContain("Unsubscribe");
  expect(await db.message.count({ where: { projectId: shop.id } })).toBe(0);
  expect(await db.event.count({ where: { projectId: shop.id } })).toBe(0);
});

test("managers can't open it", async ({ shop, page, signedInAs }) => {
  await signedInAs("manager");
  expect((await page.goto(paths.settingsMessages(shop.slug)))?.status()).toBe(403);
});
