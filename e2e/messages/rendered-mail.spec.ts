import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@/e2e/support/test";
import type { Shop } from "@/e2e/support/shop";
import { db } from "@/lib/db/client";
import { createMessageRenderer } from "@/lib/messages/content/message-renderer";
import { scoreLabel, SCORES } from "@/lib/reviews/score";

const TOKEN = "8fK2x9Qw3ErT5yUi7";
const LONG = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(5).slice(0, 200);

const READERS = {
  "an ordinary one": { firstName: "Jane", lastName: "Doe" },
  "one without a name": { firstName: null, lastName: null },
  "one with 200 letters": { firstName: LONG, lastName: LONG },
  "one with HTML": { firstName: '"><img src=x onerror=alert(1)>', lastName: "<script>alert(1)</script>" },
  "one from right to left": { firstName: "شيماء", lastName: "עברית" },
};

const settings = {
  postalAddress: `12 Mill Lane\n${LONG}\nOxford OX1 1AA`,
  color: "#fde047",
};

async function mailTo(shop: Shop, linkStyle: "stars" | "button", reader: keyof typeof READERS) {
  const { color, postalAddress } = settings;
  await db.reviewPage.update({ where: { projectId: shop.id }, data: { color } });
  const data = { postalAddress, linkStyle };
  await db.messageSettings.upsert({
    where: { projectId: shop.id },
    create: { projectId: shop.id, ...data },
    update: data,
  });
  const { id } = await shop.addCustomer();
  const customer = await db.customer.update({ where: { id }, data: READERS[reader] });
  const render = await createMessageRenderer(db, shop.id);
  const unsubscribeUrl = "https://reviews.example.com/u/abc";
  return render({ channel: "email", kind: "request", customer, token: TOKEN, unsubscribeUrl });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`a mail is accessible and fits for every reader, ${colorScheme}`, async ({ shop, browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const linkStyle of ["stars", "button"] as const) {
      for (const reader of ["an ordinary one", "one with 200 letters", "one from right to left"] as const) {
        const { html } = await mailTo(shop, linkStyle, reader);
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 700 });
          await page.setContent(html ?? "");
          const { violations } = await new AxeBuilder({ page }).analyze();
          const what = `${linkStyle}, ${reader}, ${width} px`;
          expect(
            violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
            what,
          ).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `${what}: no horizontal scroll`).toBeLessThanOrEqual(0);
        }
      }
    }
    await context.close();
  });
}

test("the stars are links with words, and nothing in a mail runs or is an image", async ({ shop, page }) => {
  const { html } = await mailTo(shop, "stars", "one with HTML");
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setContent(html ?? "");
  for (const score of SCORES) {
    const link = page.getByRole("link", { name: `★ ${score} ${scoreLabel(score)}` });
    await expect(link).toHaveAttribute("href", new RegExp(`/r/${TOKEN}/${score}$`));
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await expect(page.getByRole("link", { name: "Unsubscribe" })).toBeVisible();
  await expect(page.locator("script, img, form, style[src], link")).toHaveCount(0);
  await expect(page.getByText('Hi "><img src=x onerror=alert(1)>,')).toBeVisible();
  expect(dialogs).toEqual([]);
});

test("a customer without a name is greeted all the same", async ({ shop, page }) => {
  const { html } = await mailTo(shop, "button", "one without a name");
  await page.setContent(html ?? "");
  await expect(page.getByText("Hi there,")).toBeVisible();
  await expect(page.getByRole("link", { name: "Give your rating" })).toHaveAttribute(
    "href",
    new RegExp(`/r/${TOKEN}$`),
  );
});
