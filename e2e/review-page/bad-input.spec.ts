import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { recordedEvents } from "./recorded-events";

const nonceOf = async (request: APIRequestContext, url: string): Promise<string> =>
  /data-nonce="([^"]+)"/.exec(await (await request.get(url)).text())?.[1] ?? "";

test("unknown, tampered, expired and canceled links show one page, and save nothing", async ({
  shop,
  request,
}) => {
  const [canceled, expired] = [await shop.ratingLink(), await shop.ratingLink()];
  const nonce = await nonceOf(request, canceled);
  const [first, second] = await db.ratingLink.findMany({
    where: { projectId: shop.id },
    orderBy: { createdAt: "asc" },
  });
  await db.request.update({ where: { id: first?.requestId ?? "" }, data: { canceledAt: new Date() } });
  await db.ratingLink.update({ where: { id: second?.id ?? "" }, data: { expiresAt: new Date() } });
  const open = await shop.ratingLink();
  const cases: [string, number][] = [
    [`${canceled}/4`, 410],
    [`${expired}/4`, 410],
    [`${open.slice(0, -1)}${open.endsWith("a") ? "b" : "a"}/4`, 404],
    [`${open}/6`, 404],
    [`${open}/0`, 404],
    [`${open}/4/4`, 404],
    [`${open}x`, 404],
    ["/r/x", 404],
    ["/p/no-such-project", 404],
  ];
  const texts = new Set<string>();
  for (const [url, status] of cases) {
    const answer = await request.get(url);
    expect(answer.status(), url).toBe(status);
    texts.add(await answer.text());
    expect((await request.post(url, { form: { action: "land", score: "4", nonce } })).status(), url).not.toBe(
      200,
    );
  }
  expect(texts.size).toBe(1);
  expect([...texts].join()).toContain("This link doesn&#x27;t work");
  expect([...texts].join()).not.toContain(shop.name);
  expect(await db.review.count({ where: { projectId: shop.id } })).toBe(0);
});

test("a body over 256 KB answers 413, one beyond 5,000 characters a sentence", async ({ shop, request }) => {
  const link = await shop.ratingLink();
  const form = { action: "submit", score: "4", nonce: await nonceOf(request, link) };
  const big = await request.post(link, { form: { ...form, body: "x".repeat(257 * 1024) } });
  expect([big.status(), await big.text()]).toEqual([
    413,
    expect.stringContaining("That is too much to send at once."),
  ]);
  const long = await request.post(link, { form: { ...form, body: "x".repeat(5_001) } });
  expect([long.status(), await long.text()]).toEqual([
    422,
    expect.stringContaining("Use at most 5,000 characters."),
  ]);
  expect(await recordedEvents(shop.id)).toEqual([]);
});

test("nonsense forms are refused without a stack trace and without a change", async ({ shop, request }) => {
  const link = await shop.ratingLink();
  const nonce = await nonceOf(request, link);
  for (const form of [
    { action: "explode" },
    { action: "land" },
    { action: "land", score: "six" },
    { action: "land", score: "4.5" },
    { action: "change", score: "4" },
    { action: "submit", body: "no stars" },
    { action: "edit", review: "rev_1" },
  ]) {
    const answer = await request.post(link, {
      form: { ...form, nonce },
      headers: { accept: "application/json" },
    });
    expect(answer.status(), JSON.stringify(form)).toBe(422);
    expect(await answer.json()).toMatchObject({ state: "problem", sentence: expect.stringMatching(/\.$/) });
  }
  expect(await db.review.count({ where: { projectId: shop.id } })).toBe(0);
});

test("names and texts with HTML, emoji, right-to-left and 200 characters are shown as text", async ({
  shop,
  visitor,
}) => {
  const name = `<img src=x onerror=alert(1)> محمد 🥐 ${"long".repeat(43)}`;
  await db.project.update({ where: { id: shop.id }, data: { name } });
  await db.reviewPage.update({
    where: { projectId: shop.id },
    data: {
      title: "</legend><script>alert(1)</script> كيف كان؟",
      thankYouText: "<b>شكرا</b>",
      links: [{ label: '"><i>profile</i>', url: "https://example.com/?a=<b>" }],
    },
  });
  const dialogs: string[] = [];
  visitor.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await visitor.setViewportSize({ width: 320, height: 640 });
  await visitor.goto(`${await shop.ratingLink(await shop.addCustomer("<u>Ada</u>"))}/4`);
  await expect(visitor.getByText(name)).toBeVisible();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(
    "</legend><script>alert(1)</script> كيف كان؟",
  );
  await expect(visitor.getByText("<u>Ada</u>")).toBeVisible();
  const text = `</textarea><script>alert(1)</script>\n${"x".repeat(300)}\u0000 ok`;
  await visitor.getByLabel("Tell us more (optional)").fill(text);
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByText("<b>شكرا</b>")).toBeVisible();
  await expect(visitor.getByRole("link", { name: '"><i>profile</i>' })).toHaveAttribute("rel", /noopener/);
  expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(dialogs).toEqual([]);
  expect((await recordedEvents(shop.id)).at(1)?.body).toBe(text.replace("\u0000", ""));
});
