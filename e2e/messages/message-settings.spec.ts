import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { BUILT_IN_TEMPLATES } from "@/lib/messages/content/built-in-templates";
import { paths } from "@/lib/paths";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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

test("what isn't saved is not lost to a click, and everything works by keyboard", async ({
  shop,
  page,
  signedInAs,
}) => {
  await signedInAs("admin");
  await page.goto(paths.settingsMessages(shop.slug));
  await expect(text(page)).toBeEnabled();
  await tab(page, "E-mail").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(tab(page, "E-mail reminder")).toHaveAttribute("aria-selected", "true");
  await text(page).focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Insert {{last_name}}" }).press("Enter");
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveValue(/\{\{last_name\}\}/);

  await page.getByRole("link", { name: "Reviews", exact: true }).press("Enter");
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(text(page)).toHaveValue(/\{\{last_name\}\}/);
  await page.getByRole("link", { name: "Reviews", exact: true }).press("Enter");
  await question.getByRole("button", { name: "Leave" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`${paths.reviews(shop.slug)}$`));
});

test("managers can't open it", async ({ shop, page, signedInAs }) => {
  await signedInAs("manager");
  expect((await page.goto(paths.settingsMessages(shop.slug)))?.status()).toBe(403);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [375, 1280]) {
    test(`it is accessible and fits, ${colorScheme}, ${width} px`, async ({ shop, page, signedInAs }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await signedInAs("owner");
      await page.goto(paths.settingsMessages(shop.slug));
      for (const name of ["E-mail", "SMS"]) {
        await tab(page, name).click();
        await text(page).fill(`${"Rindfleischetikettierung".repeat(20)} {{unknown}}`);
        const shown =
          name === "SMS"
            ? page.getByRole("main").getByText(/\{\{unknown\}\}$/)
            : mail(page).getByText(/\{\{unknown\}\}/);
        await expect(shown.last()).toBeVisible();
        // The mail itself is checked in rendered-mail.spec.ts; axe can't run inside a sandbox without scripts.
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude("iframe").analyze();
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
          name,
        ).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${name}: no horizontal scroll`).toBeLessThanOrEqual(0);
      }
    });
  }
}
