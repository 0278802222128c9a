import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { newNonce } from "@/lib/review-page/form-nonce";
import { recordedEvents } from "./recorded-events";

const asScript = { accept: "application/json" };

async function nonceOf(request: APIRequestContext, url: string): Promise<string> {
  return /data-nonce="([^"]+)"/.exec(await (await request.get(url)).text())?.[1] ?? "";
}

test("forged, old, foreign and missing nonces change nothing", async ({ shop, request }) => {
  const link = await shop.ratingLink();
  const { id } = await db.ratingLink.findFirstOrThrow({ where: { projectId: shop.id } });
  const other = await shop.ratingLink();
  const good = await nonceOf(request, link);
  const [issued, random] = good.split(".");
  const forged = {
    none: "",
    made_up: `${issued}.${random}.${"A".repeat(43)}`,
    altered: `${issued}x.${random}.${good.split(".")[2]}`,
    old: newNonce(`link:${id}`, Date.now() - 3 * 3_600_000),
    "another link's": await nonceOf(request, other),
    "the public page's": await nonceOf(request, `/p/${shop.slug}`),
  };
  for (const [name, nonce] of Object.entries(forged)) {
    for (const action of ["land", "touch", "confirm", "submit", "change"]) {
      const form = { action, score: "4", from: "5", body: "Forged", nonce };
      const answer = await request.post(link, { form, headers: asScript });
      expect(answer.status(), `${name} ${action}`).toBe(403);
      expect(await answer.json()).toMatchObject({ state: "stale", nonce: null });
    }
  }
  expect(await recordedEvents(shop.id)).toEqual([]);
  expect(await db.sentForm.count({ where: { nonce: { in: Object.values(forged) } } })).toBe(0);
});

test("a replayed nonce answers 200 and changes nothing", async ({ shop, request }) => {
  const link = await shop.ratingLink();
  const nonce = await nonceOf(request, link);
  const send = (form: Record<string, string>) =>
    request.post(link, { form: { nonce, ...form }, headers: asScript });
  expect((await send({ action: "land", score: "4" })).status()).toBe(200);
  expect((await send({ action: "submit", score: "4", body: "First" })).status()).toBe(200);
  expect(await recordedEvents(shop.id)).toHaveLength(2);

  for (const replay of [
    { action: "land", score: "1" },
    { action: "confirm", score: "1" },
    { action: "submit", score: "1", body: "Replayed" },
    { action: "change", from: "4", score: "1" },
  ]) {
    const answer = await send(replay);
    expect(answer.status()).toBe(200);
  }
  expect(await recordedEvents(shop.id)).toHaveLength(2);
  expect(await db.review.findFirst({ where: { projectId: shop.id } })).toMatchObject({
    score: 4,
    body: "First",
  });
});

test("a public form sent twice, or twenty times at once, makes one review", async ({ shop, request }) => {
  const page = `/p/${shop.slug}`;
  const form = { action: "submit", score: "5", body: "Once", nonce: await nonceOf(request, page) };
  for (let times = 0; times < 3; times += 1) {
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        request.post(page, {
          form,
          headers: { ...asScript, "x-forwarded-for": `198.51.100.${times}, 203.0.113.${index}-${shop.id}` },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status())).toEqual(Array.from({ length: 7 }, () => 200));
  }
  expect(await recordedEvents(shop.id)).toMatchObject([
    { type: "review-created" },
    { type: "review-updated" },
  ]);
});

test("an old nonce is renewed silently", async ({ shop, visitor }) => {
  const link = await shop.ratingLink();
  const { id } = await db.ratingLink.findFirstOrThrow({ where: { projectId: shop.id } });
  await visitor.goto(link);
  await visitor.getByRole("radio", { name: "3 stars, good" }).check();
  await visitor.getByLabel("Tell us more (optional)").fill("Came back after lunch");
  await visitor.evaluate(
    (nonce) => {
      document.documentElement.dataset["nonce"] = nonce;
    },
    newNonce(`link:${id}`, Date.now() - 3 * 3_600_000),
  );
  await visitor.getByRole("button", { name: "Submit" }).click();
  await expect(visitor.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await recordedEvents(shop.id)).toMatchObject([{ score: 3 }, { body: "Came back after lunch" }]);
});
