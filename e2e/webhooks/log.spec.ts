import { deliveriesPage } from "@/e2e/support/deliveries-page";
import { fillDeliveries } from "@/e2e/support/fill-deliveries";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("the log is narrowed by filters that stand in the URL", async ({
  page,
  shop,
  receiver,
  signedInAs,
  anotherReceiver,
}) => {
  const webhook = await shop.addWebhook(receiver.url());
  const other = await shop.addWebhook((await anotherReceiver()).url("/other"));
  const failed = { status: "failed", type: "review-updated" } as const;
  await fillDeliveries(shop, other.id, { ...failed, count: 1, answered: 302 });
  await fillDeliveries(shop, webhook.id, {
    status: "delivered",
    type: "review-created",
    answered: 200,
    count: 4,
  });
  await fillDeliveries(shop, webhook.id, { ...failed, count: 3, answered: 500 });
  const { eventIds, resourceId } = await fillDeliveries(shop, webhook.id, {
    ...failed,
    count: 2,
    answered: 404,
  });
  const old = { ...failed, type: "review-deleted", count: 1, answered: null, fromMinutesAgo: 3_000 } as const;
  await fillDeliveries(shop, webhook.id, old);
  await signedInAs("admin");
  const { rows, filter } = deliveriesPage(page);
  const params = () => Object.fromEntries(new URL(page.url()).searchParams);

  await test.step("by state, answer and type, alone and together", async () => {
    await page.goto(paths.allDeliveries(shop.slug));
    await expect(rows).toHaveCount(11);
    await filter("Status").selectOption("failed");
    await expect(rows).toHaveCount(7);
    await filter("Answer").selectOption("4xx");
    await expect(rows).toHaveCount(2);
    await filter("Event type").selectOption("review-updated");
    await expect(rows).toHaveCount(2);
    await expect.poll(params).toEqual({ status: "failed", code: "4xx", type: "review-updated" });
    await filter("Event type").selectOption("review-created");
    await expect(page.getByText("No delivery matches")).toBeVisible();
  });

  await test.step("whoever has the address sees the same", async () => {
    await page.goto(`${paths.allDeliveries(shop.slug)}?code=none`);
    await expect(rows).toHaveCount(1);
    await expect(filter("Answer")).toHaveValue("none");
    await expect(rows.first()).toContainText("No answer within 15 s — look at the receiver");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(rows).toHaveCount(11);
    await expect.poll(params).toEqual({});
  });

  await test.step("by webhook, by time, and by the id of a review or an event", async () => {
    await filter("Webhook").selectOption(other.id);
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toContainText("Answered 302");
    await page.goto(paths.deliveries(shop.slug, webhook.id));
    await expect(rows).toHaveCount(10);
    await filter("From").fill("2020-01-01T00:00");
    await filter("Until").fill(localMinute(Date.now() - 1_440 * 60_000));
    await expect(rows).toHaveCount(1);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await filter("Review, message, event or delivery id").fill(resourceId);
    await expect(rows).toHaveCount(2);
    await filter("Review, message, event or delivery id").fill(eventIds[1] ?? "");
    await expect(rows).toHaveCount(1);
  });
});

test("the log goes on page by page, each delivery once, and shows by itself what comes", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const webhook = await shop.addWebhook(receiver.url());
  const { eventIds } = await fillDeliveries(shop, webhook.id, {
    status: "delivered",
    type: "review-updated",
    answered: 200,
    count: 120,
  });
  await signedInAs("admin");
  const { rows } = deliveriesPage(page);
  await page.goto(paths.deliveries(shop.slug, webhook.id));
  await expect(rows).toHaveCount(50);
  await reviewPage.land(visitor, await shop.ratingLink(), 4);
  await expect(rows.first()).toContainText("review-created");
  await expect(rows.first()).toContainText("Answered 200 in");

  const more = page.getByRole("button", { name: "Show more deliveries" });
  await more.click();
  await expect(rows).toHaveCount(100);
  await more.click();
  await expect(rows).toHaveCount(121);
  await expect(more).toBeHidden();
  const names = await rows
    .getByRole("button", { name: /^Resend / })
    .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label") ?? ""));
  const shown = names.map((name) => BigInt(/\d+$/.exec(name)?.[0] ?? 0));
  expect(new Set(shown).size).toBe(121);
  expect(eventIds).toHaveLength(120);
});

/** A minute as a field for date and time has it. */
function localMinute(ms: number): string {
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
