import AxeBuilder from "@axe-core/playwright";
import { starwire } from "@/e2e/support/started-starwire";
import { expect, test as base } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { unsubscribeToken } from "@/lib/messages/unsubscribe-token";
import { paths } from "@/lib/paths";

const test = base.extend({
  visitor: async ({ browser }, use) => {
    const context = await browser.newContext({ baseURL: starwire().appUrl, javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
});

const since = async (id: string) =>
  (await db.customer.findUniqueOrThrow({ where: { id } })).emailUnsubscribedAt;
const urlFor = (customerId: string) =>
  starwire().appUrl + paths.unsubscribe(unsubscribeToken(customerId, "email"));

test("a person unsubscribes by one button without JavaScript, and takes it back", async ({
  shop,
  visitor,
}) => {
  const { id } = await shop.addCustomer();
  const opened = await visitor.goto(urlFor(id));
  expect(opened?.headers()).toMatchObject({
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
    "referrer-policy": "no-referrer",
  });
  await expect(visitor.getByText(`no more e-mails from ${shop.name}`)).toBeVisible();
  expect(await since(id)).toBeNull();
  await visitor.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(visitor.getByRole("heading", { name: "You are unsubscribed" })).toBeVisible();
  expect(await since(id)).not.toBeNull();
  await visitor.getByRole("button", { name: "Send me e-mails again" }).click();
  await expect(visitor.getByRole("button", { name: "Unsubscribe" })).toBeVisible();
  expect(await since(id)).toBeNull();
});

test("the page can be read and used by everyone, on a small screen too", async ({ shop, page }) => {
  const { id } = await shop.addCustomer();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(urlFor(id));
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id: rule }) => rule)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a mail program's one click unsubscribes without cookies or redirect; opening the link never does", async ({
  shop,
}) => {
  const { id } = await shop.addCustomer();
  const url = urlFor(id);
  for (const method of ["GET", "HEAD"]) expect((await fetch(url, { method })).status).toBe(200);
  expect(await since(id)).toBeNull();
  const oneClick = new FormData();
  oneClick.set("List-Unsubscribe", "One-Click");
  const answer = await fetch(url, { method: "POST", body: oneClick, redirect: "error" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("set-cookie")).toBeNull();
  const first = await since(id);
  expect(first).not.toBeNull();
  const again = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(url, { method: "POST", body: again })).status).toBe(200);
  expect(await since(id)).toEqual(first);
});

test("a link that isn't ours says so in the same words as any other, and too much is refused", async ({
  shop,
}) => {
  const { id } = await shop.addCustomer();
  const url = urlFor(id);
  for (const broken of [`${url}x`, starwire().appUrl + paths.unsubscribe("made-up")]) {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(broken, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("This link doesn&#x27;t work");
    }
  }
  const body = new URLSearchParams({ filling: "x".repeat(257 * 1024) });
  expect((await fetch(url, { method: "POST", body })).status).toBe(413);
  expect(await since(id)).toBeNull();
});
