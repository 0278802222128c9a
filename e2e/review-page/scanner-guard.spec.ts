import type { Browser, Page } from "@playwright/test";
import { expect } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { test } from "@/e2e/support/guarded-starwire";
import { recordedEvents } from "./recorded-events";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

/** An ordinary browser: no telling user agent. */
async function human(browserOfPeople: Browser, extra: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  return (await browserOfPeople.newContext({ userAgent: CHROME, ...extra })).newPage();
}

/** Browser automation as it comes. */
const robot = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function change(link: string, to: Prisma.RatingLinkUpdateManyMutationInput, projectId: string) {
  await db.ratingLink.updateMany({ where: { projectId }, data: to });
  return link;
}

const on = (guardedUrl: string, link: string) => guardedUrl + new URL(link).pathname;
const intents = (projectId: string) =>
  db.ratingIntent.findMany({ where: { projectId }, orderBy: { score: "asc" } });
const answered = (page: Page) => page.waitForResponse((response) => response.request().method() === "POST");

test("a person's landing saves by itself", async ({ shop, browserOfPeople, guardedUrl }) => {
  const page = await human(browserOfPeople);
  await page.goto(`${on(guardedUrl, await shop.ratingLink())}/4`);
  await expect(page.getByRole("status")).toContainText("Your rating, 4 of 5 stars, is saved");
  expect(await recordedEvents(shop.id)).toMatchObject([{ type: "review-created", score: 4 }]);
});

test("a robot's landing is kept as an intent; one button saves, also by a click without pointer or keys", async ({
  shop,
  browser,
  guardedUrl,
}) => {
  const page = await robot(browser);
  await page.goto(`${on(guardedUrl, await shop.ratingLink())}/5`);
  const button = page.getByRole("button", { name: "Save my rating" });
  await expect(button).toBeVisible();
  expect(await recordedEvents(shop.id)).toEqual([]);
  expect(await intents(shop.id)).toMatchObject([{ score: 5, reasons: ["bot_user_agent", "automation"] }]);

  await button.dispatchEvent("click");
  await expect(page.getByRole("status")).toContainText("Your rating, 5 of 5 stars, is saved");
  expect(await recordedEvents(shop.id)).toMatchObject([{ type: "review-created", score: 5 }]);
  expect((await intents(shop.id))[0]?.confirmedAt).toBeInstanceOf(Date);
});

test("an e-mail's link just sent: the first touch anywhere saves, and nothing before it", async ({
  shop,
  browserOfPeople,
  guardedUrl,
}) => {
  const link = await change(await shop.ratingLink(), { channel: "email", leftAt: new Date() }, shop.id);
  for (const touch of [
    (page: Page) => page.keyboard.press("Shift"),
    (page: Page) => page.mouse.click(5, 5),
  ]) {
    await db.review.deleteMany({ where: { projectId: shop.id } });
    const page = await human(browserOfPeople);
    const landed = answered(page);
    await page.goto(`${on(guardedUrl, link)}/4`);
    await landed;
    await expect(page.getByRole("status")).toContainText("Tap anywhere to save your rating");
    expect(await db.review.count({ where: { projectId: shop.id } })).toBe(0);
    await touch(page);
    await expect(page.getByRole("status")).toContainText("Your rating, 4 of 5 stars, is saved");
    expect(await db.review.count({ where: { projectId: shop.id } })).toBe(1);
  }
});

test("an e-mail's link sent long ago saves by itself", async ({ shop, browserOfPeople, guardedUrl }) => {
  const leftAt = new Date(Date.now() - 3_600_000);
  const link = await change(await shop.ratingLink(), { channel: "email", leftAt }, shop.id);
  const page = await human(browserOfPeople);
  await page.goto(`${on(guardedUrl, link)}/3`);
  await expect(page.getByRole("status")).toContainText("Your rating, 3 of 5 stars, is saved");
});

test("an SMS's link saves by itself also seconds after sending", async ({
  shop,
  browserOfPeople,
  guardedUrl,
}) => {
  const link = await change(await shop.ratingLink(), { channel: "sms", leftAt: new Date() }, shop.id);
  const page = await human(browserOfPeople);
  await page.goto(`${on(guardedUrl, link)}/3`);
  await expect(page.getByRole("status")).toContainText("Your rating, 3 of 5 stars, is saved");
});

test("five scores opened within a minute save none", async ({
  shop,
  browserOfPeople,
  request,
  guardedUrl,
}) => {
  const link = on(guardedUrl, await shop.ratingLink());
  for (const score of [1, 2, 3, 4, 5]) await request.get(`${link}/${score}`);
  const page = await human(browserOfPeople);
  await page.goto(`${link}/5`);
  await expect(page.getByRole("button", { name: "Save my rating" })).toBeVisible();
  expect(await recordedEvents(shop.id)).toEqual([]);
  expect(await intents(shop.id)).toMatchObject([{ score: 5, reasons: ["several_scores"] }]);
});

test("a scanner after the customer changes nothing", async ({
  shop,
  browser,
  browserOfPeople,
  guardedUrl,
}) => {
  const link = on(guardedUrl, await shop.ratingLink());
  const page = await human(browserOfPeople);
  await page.goto(`${link}/5`);
  await expect(page.getByRole("status")).toContainText("is saved");
  const scanner = await robot(browser);
  await scanner.goto(`${link}/1`);
  await expect(scanner.getByText("You rated 5. Change it to 1?")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 5 }]);
});

test("without JavaScript one press saves, and a form that nobody set off is answered by one button", async ({
  shop,
  browserOfPeople,
  guardedUrl,
}) => {
  const link = on(guardedUrl, await shop.ratingLink());
  const page = await human(browserOfPeople, { javaScriptEnabled: false });
  await page.goto(`${link}/4`);
  const fields = { action: "submit", score: "4", body: "Twice asked" };
  const nonce = await page.locator("#review [name=nonce]").inputValue();
  const answer = await page.request.post(link, { form: { ...fields, nonce } });
  expect(await answer.text()).toContain("Your rating, 4 of 5 stars, is not saved yet.");
  expect(await recordedEvents(shop.id)).toEqual([]);
  await page.getByRole("button", { name: "Save my rating" }).click();
  await expect(page.getByText("Your rating, 4 of 5 stars, is saved")).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 4, status: "rated" }]);
  await page.getByLabel("Tell us more (optional)").fill("Asked once");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 4 }, { body: "Asked once" }]);
});

test("save every click saves a robot's landing and marks it", async ({ shop, browser, guardedUrl }) => {
  await db.reviewPage.update({ where: { projectId: shop.id }, data: { ratingSave: "every_click" } });
  const page = await robot(browser);
  await page.goto(`${on(guardedUrl, await shop.ratingLink())}/2`);
  await expect(page.getByRole("status")).toContainText("Your rating, 2 of 5 stars, is saved");
  expect(await db.review.findFirst({ where: { projectId: shop.id } })).toMatchObject({ isSuspect: true });
});
