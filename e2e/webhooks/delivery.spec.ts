import { deliveriesPage } from "@/e2e/support/deliveries-page";
import { verify } from "@/e2e/support/https-receiver";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("a delivery opens to all that was sent and all that came back, and can be sent again", async ({
  page,
  context,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { id, url, secret } = await shop.addWebhook(receiver.url());
  receiver.answer(({ headers }) =>
    headers["starwire-attempt"] === "1"
      ? { status: 503, headers: { "x-shop": "closed" }, body: "Back at nine <b>sharp</b>" }
      : { status: 202, body: "thank you" },
  );
  await signedInAs("admin");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const deliveries = deliveriesPage(page);
  const newest = deliveries.rows.first();
  await reviewPage.land(visitor, await shop.ratingLink(), 3);
  const [first, second] = await receiver.waitFor(() => true, 2);
  if (!first || !second) throw new Error("Nothing came.");

  await test.step("request: headers and the exact body", async () => {
    await page.goto(paths.deliveries(shop.slug, id));
    await expect(newest).toContainText("2 attempts. Answered 202 in");
    await deliveries.open(newest);
    const body = newest.getByRole("region", { name: "Body, exactly as sent" });
    expect(await body.textContent()).toBe(first.body.toString("utf8"));
    const headers = newest.getByRole("region", { name: "Request headers" }).first();
    for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature", "starwire-attempt"]) {
      await expect(headers).toContainText(`${name}: ${String(second.headers[name])}`);
    }
  });

  await test.step("each attempt: what came back, how fast, and what to do about it", async () => {
    const attempts = deliveries.attempts(newest);
    await expect(attempts).toHaveCount(2);
    await expect(attempts.first()).toContainText("Attempt 2");
    await expect(attempts.first().getByRole("region", { name: "Answer: body" })).toHaveText("thank you");
    const failed = attempts.last();
    await expect(failed).toContainText(
      "Answered 503 Service Unavailable — the receiver is overloaded or being restarted; we wait as long as its Retry-After says",
    );
    await failed.getByText("Attempt 1").click();
    await expect(failed.getByRole("region", { name: "Answer: 503, headers" })).toContainText(
      "x-shop: closed",
    );
    await expect(failed.getByRole("region", { name: "Answer: body" })).toHaveText(
      "Back at nine <b>sharp</b>",
    );
    await expect(failed.getByText(/^\d+ ms, first byte after \d+ ms$/)).toBeVisible();
    await expect(failed.getByText(url, { exact: true })).toBeVisible();
    await expect(failed).toContainText("127.0.0.1");
  });

  await test.step("the run that made an attempt, where Inngest made it", async () => {
    const attempt = (number: number) => ({ number, delivery: { webhookId: id } });
    await db.attempt.updateMany({ where: attempt(1), data: { runId: null } });
    await db.attempt.updateMany({ where: attempt(2), data: { runId: "01RUNOFATTEMPT2" } });
    const run = deliveries.attempts(newest).first().getByRole("link", { name: "Its run in Inngest" });
    await expect(run).toHaveAttribute("href", /01RUNOFATTEMPT2$/);
    await expect(newest.getByRole("link", { name: "Its run in Inngest" })).toHaveCount(1);
  });

  await test.step("the same request for a shell", async () => {
    const attempt = deliveries.attempts(newest).first();
    await attempt.getByRole("button", { name: "Copy as curl" }).click();
    await expect(attempt.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^curl -X POST /);
    expect(copied).toContain(`-H 'webhook-signature: ${String(second.headers["webhook-signature"])}'`);
    expect(copied).toContain(second.body.toString("utf8").replaceAll("'", "'\\''"));
    expect(copied.trimEnd().endsWith(`'${url}'`)).toBe(true);
  });

  await test.step("sending a delivered one again says that receivers see the same id", async () => {
    await newest.getByRole("button", { name: /^Resend review-created/ }).click();
    const asked = page.getByRole("alertdialog", { name: "Send review-created again?" });
    await expect(asked).toContainText(
      "It goes out with the same webhook-id, so a receiver that drops duplicates will drop it.",
    );
    await expect(asked).toContainText(first.event.id);
    receiver.answer(() => ({ status: 503, headers: { "retry-after": "3600" } }));
    await asked.getByRole("button", { name: "Send again" }).dblclick();
    await expect(asked).toBeHidden();
    const [, , again] = await receiver.waitFor(() => true, 3);
    if (!again) throw new Error("Nothing came again.");
    expect(again.body.equals(first.body)).toBe(true);
    expect(again.headers["webhook-id"]).toBe(first.event.id);
    expect(verify(again, secret)).toEqual(first.event);
    await expect(deliveries.rows).toHaveCount(2);
  });

  await test.step("what is retried says when", async () => {
    await expect(newest).toContainText("Again");
    await expect(newest).toContainText("Retrying");
    await expect(newest).toContainText(/Next in (59 min|1 hour|60 min)/);
    await newest.getByRole("button", { expanded: false }).click();
    await expect(newest.getByText("Next attempt")).toBeVisible();
    await newest.getByRole("link", { name: /^dlv_\d+$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "review-created" })).toBeVisible();
    await expect(page.getByText("Retrying", { exact: true })).toBeVisible();
    await expect(page.getByText(/^dlv_\d+$/)).toBeVisible();
    await expect(page.getByRole("link", { name: /^dlv_/ })).toHaveCount(0);
  });

  await test.step("from a review there is a way to its deliveries, for who may see them", async () => {
    const { id: reviewId } = first.event.data;
    await page.goto(paths.review(shop.slug, reviewId));
    const link = page.getByRole("main").getByRole("link", { name: "Deliveries" });
    await link.click();
    await expect(page).toHaveURL(new RegExp(`about=${reviewId}$`));
    await expect(deliveries.rows).toHaveCount(2);
    await signedInAs("viewer");
    await page.goto(paths.review(shop.slug, reviewId));
    await expect(page.getByText("What this review has told your webhooks")).toBeVisible();
    await expect(link).toHaveCount(0);
  });
});
