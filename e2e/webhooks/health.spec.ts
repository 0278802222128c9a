import { dayWords } from "@/lib/webhooks/stats-words";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("a webhook's figures, its banner while it fails, and who or what changed its state, when and why", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { id, url } = await shop.addWebhook(receiver.url());
  const { host } = new URL(url);
  await signedInAs("owner");
  const webhooks = webhooksPage(page, shop.slug);
  const banner = page.getByRole("main").getByText(`The webhook to ${host} is`);

  await test.step("success rate, p95 and a bar per day", async () => {
    for (const score of [3, 4, 5]) await reviewPage.land(visitor, await shop.ratingLink(), score);
    await receiver.waitFor(() => true, 3);
    receiver.answer(() => ({ status: 503, headers: { "retry-after": "3600" } }));
    await reviewPage.land(visitor, await shop.ratingLink(), 1);
    await receiver.waitFor(() => true, 4);
    await expect.poll(() => db.attempt.count({ where: { delivery: { webhookId: id } } })).toBe(4);
    await page.goto(paths.deliveries(shop.slug, id));
    const figures = page.getByRole("region", { name: "Last 30 days" });
    await expect(figures).toContainText("Success rate75 % of 4 attempts in 30 days");
    await expect(figures).toContainText(/Answered within\d+ ms in 95 % of attempts \(p95\)/);
    await expect(figures.getByTitle(/^\d{4}-\d\d-\d\d \(UTC\): /)).toHaveCount(30);
    for (const words of await dayWordsOf(id))
      await expect(figures.getByRole("cell", { name: words, exact: true })).toBeAttached();
  });

  await test.step("failing for long, it says so above every page", async () => {
    await expect(page.getByText(/^Failing since .+ \(1 attempt, last: 503\)/).first()).toBeVisible();
    await expect(banner).toHaveCount(0);
    await db.lane.update({ where: { webhookId: id }, data: { noticedHours: 24 } });
    await page.goto(paths.reviews(shop.slug));
    await expect(banner).toHaveText(`The webhook to ${host} is failing`);
    await expect(page.getByText(/Failing since .+ \(1 attempt, last: 503\)/)).toBeVisible();
    await page.getByRole("link", { name: "See what failed" }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.deliveries(shop.slug, id)}$`));
    await expect(banner).toBeVisible();
    await expect(page.getByRole("link", { name: "See what failed" })).toHaveCount(0);
  });

  await test.step("turned off by us, and on again by hand", async () => {
    receiver.answer(() => ({ status: 410 }));
    await reviewPage.land(visitor, await shop.ratingLink(), 2);
    await webhooks.open();
    await webhooks.settled(url, false);
    await page.reload();
    await expect(banner).toHaveText(`The webhook to ${host} is off`);
    receiver.answer(() => ({ status: 200 }));
    await webhooks.turn(url, true);
    await expect(banner).toBeHidden();
  });

  await test.step("the history tells all of it", async () => {
    await page.goto(paths.deliveries(shop.slug, id));
    await page.getByText("History", { exact: true }).click();
    const entries = page.getByRole("list", { name: "History" }).getByRole("listitem");
    await expect(entries).toHaveText([
      /^Ada switched the webhook on(?! this)/,
      /^Starwire turned the webhook off: It answered 410 Gone\./,
      /^Ada created the webhook/,
    ]);
  });
});

/** What each day (UTC) on which attempts of a webhook began is called: two around midnight, else one. */
async function dayWordsOf(webhookId: string): Promise<string[]> {
  const attempts = await db.attempt.findMany({ where: { delivery: { webhookId } } });
  const days = attempts.map(({ startedAt, statusCode }) => ({
    day: startedAt.toISOString().slice(0, 10),
    isDelivered: statusCode === 200,
  }));
  return [...new Set(days.map(({ day }) => day))].map((day) => {
    const ofDay = days.filter((attempt) => attempt.day === day);
    const delivered = ofDay.filter(({ isDelivered }) => isDelivered).length;
    return dayWords({ delivered, failed: ofDay.length - delivered, ours: 0 });
  });
}
