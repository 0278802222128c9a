import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addMessagesInEveryState } from "@/e2e/messages/messages-in-every-state";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectFit(page: Page, state: string): Promise<void> {
  // The frame of an e-mail runs no scripts, also not those of this check; rendered mails are checked on their own.
  const { violations } = await new AxeBuilder({ page })
    .withTags(RULES)
    .exclude("iframe")
    .setLegacyMode()
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    state,
  ).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${state}: no horizontal scroll`).toBeLessThanOrEqual(0);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [375, 1280]) {
    test(`messages, Outbox and customers, empty and full, ${colorScheme}, ${width} px`, async ({
      page,
      shop,
      signedInAs,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await signedInAs("owner");
      await page.goto(paths.messages(shop.slug));
      await expect(page.getByRole("heading", { name: "No messages yet" })).toBeVisible();
      await expectFit(page, "no messages");
      await page.goto(paths.outbox(shop.slug));
      await expect(page.getByRole("heading", { name: "Nothing in the Outbox" })).toBeVisible();
      await expectFit(page, "empty Outbox");

      const told = await addMessagesInEveryState(shop);
      await page.goto(paths.messages(shop.slug));
      await expect(page.getByRole("list", { name: "Messages", exact: true })).toBeVisible();
      await expectFit(page, "messages");
      await page.getByRole("button", { name: "Ask for a review", exact: true }).click();
      await page.getByRole("radio", { name: "Later" }).click();
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await expect(page.getByText("Enter the e-mail address to write to.")).toBeVisible();
      await expectFit(page, "form with errors");

      await page.goto(paths.message(shop.slug, told));
      await expect(page.getByRole("list", { name: "Timeline" })).toBeVisible();
      await expectFit(page, "message");
      await page.goto(paths.outbox(shop.slug, told));
      await expect(page.frameLocator("iframe").getByRole("heading", { name: "How was it?" })).toBeVisible();
      await expectFit(page, "Outbox");

      await page.goto(paths.customers(shop.slug));
      await page.getByRole("checkbox", { name: "Select all shown" }).click();
      await expect(page.getByRole("button", { name: "Ask 1 customer" })).toBeVisible();
      await expectFit(page, "customers");
      await page.getByRole("table").getByRole("link").first().click();
      await expect(page.getByRole("heading", { name: "Requests" })).toBeVisible();
      await expectFit(page, "customer");
    });
  }
}

test("a list that can't be read says so", async ({ page, shop, signedInAs }) => {
  await signedInAs("owner");
  await page.goto(paths.messages(shop.slug));
  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByRole("combobox", { name: "Channel" }).selectOption("SMS");
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expectFit(page, "error");
});
