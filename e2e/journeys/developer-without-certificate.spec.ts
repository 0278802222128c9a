import { deliveriesPage } from "@/e2e/support/deliveries-page";
import { startPlainServer, verified } from "@/e2e/support/plain-server";
import { reviewPage } from "@/e2e/support/review-page";
import { starwire } from "@/e2e/support/started-starwire";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("a developer without a certificate receives, fails, finds out why, repairs and sends again", async ({
  page,
  context,
  shop,
  signedInAs,
  visitor,
}) => {
  const server = await startPlainServer();
  const name = `ada-${shop.slug}`.slice(0, 60);
  const url = starwire().receiverUrl.replace(/[^/]+$/, name);
  const forwardTo = server.url("/hooks?from=starwire");
  const webhooks = webhooksPage(page, shop.slug);
  const deliveries = deliveriesPage(page);
  const newest = deliveries.rows.first();
  const watching = await context.newPage();
  let secret = "";
  await signedInAs("admin");

  await test.step("creates a webhook to a hook of their own at the test receiver", async () => {
    await webhooks.open();
    await page.getByRole("button", { name: "Create Webhook" }).click();
    await page.getByRole("button", { name: "Use the test receiver" }).click();
    await page.getByLabel("Webhook URL").fill(url);
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(webhooks.switch(url)).toBeChecked();
    secret = (await page.getByText(/^whsec_/).textContent()) ?? "";
    await webhooks.act(url, "Send test event");
    await expect(webhooks.row(url).getByText("Test event: Answered 200 in")).toBeVisible();
    await webhooks.row(url).getByRole("link", { name: "Open delivery" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("review-created");
  });

  await test.step("has it forwarded to their http://localhost, nowhere else", async () => {
    await watching.goto(paths.receiver());
    const hook = watching.getByRole("region", { name: `Hook ${name}` });
    await hook.getByLabel("Answer").selectOption("forward");
    await hook.getByLabel("Forward to").fill("http://192.168.1.5:4000/hooks");
    await hook.getByRole("button", { name: "Forward", exact: true }).click();
    await expect(hook.getByText("Enter an address on this machine")).toBeVisible();
    await hook.getByLabel("Forward to").fill(forwardTo);
    await hook.getByRole("button", { name: "Forward", exact: true }).click();
    await expect(hook.getByText("Its answer goes back to the sender.")).toBeVisible();
  });

  await test.step("a review: their server gets the same bytes and headers, and the signature is right", async () => {
    await reviewPage.land(visitor, await shop.ratingLink(), 5);
    await page.goto(paths.allDeliveries(shop.slug));
    await expect(newest).toContainText("review-created");
    await expect(newest).toContainText("Answered 204");
    const [got] = server.requests;
    if (!got) throw new Error("Nothing has arrived.");
    expect(got.target).toBe("/hooks?from=starwire");
    expect(verified(got, secret)).toMatchObject({ type: "review-created", test: false, data: { score: 5 } });
    await deliveries.open(newest);
    expect(await newest.getByRole("region", { name: "Body, exactly as sent" }).textContent()).toBe(got.body);
    const sent = await newest.getByRole("region", { name: "Request headers" }).textContent();
    for (const line of (sent ?? "").split("\n")) {
      const [header = "", value = ""] = line.split(/: (.*)/);
      if (header !== "host" && header !== "connection") expect(got.headers[header], header).toBe(value);
    }
  });

  await test.step("their server breaks: Deliveries say why, what it answered, and what to do", async () => {
    server.answer(500, "relation “reviews” does not exist");
    await reviewPage.land(visitor, await shop.ratingLink(), 2);
    await expect(newest).toContainText(
      "Answered 500 Internal Server Error — look for the reason in the receiver's log",
    );
    await deliveries.open(newest);
    await expect(newest.getByRole("region", { name: "Answer: body" }).first()).toHaveText(
      "relation “reviews” does not exist",
    );
    await webhooks.open();
    await expect(webhooks.row(url)).toContainText(/Failing since .+ last: 500/);
    await page.goto(`${paths.allDeliveries(shop.slug)}?code=5xx`);
    // The waits between them add up to seven seconds.
    await expect(newest).toContainText("12 attempts", { timeout: 30_000 });
    await expect(newest.getByText("Failed", { exact: true })).toBeVisible();
  });

  await test.step("repaired, the same event is sent again and arrives", async () => {
    const failed = await db.delivery.findFirstOrThrow({ where: { projectId: shop.id, status: "failed" } });
    const tries = server.requests.length;
    server.answer(204);
    await deliveries
      .row(failed.id)
      .getByRole("button", { name: /^Resend / })
      .click();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect(newest).toContainText("Again");
    await expect(newest).toContainText("Answered 204");
    const [before, again] = server.requests.slice(tries - 1);
    if (!before || !again) throw new Error("Nothing has arrived again.");
    expect(again.headers["webhook-id"]).toBe(failed.eventId);
    expect(again.body).toBe(before.body);
    expect(verified(again, secret)).toMatchObject({ id: failed.eventId, data: { score: 2 } });
    await webhooks.open();
    await expect(webhooks.row(url)).toContainText("Working");
  });
  await server.close();
});
