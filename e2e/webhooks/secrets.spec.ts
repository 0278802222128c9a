import { verify } from "@/e2e/support/https-receiver";
import { reviewPage } from "@/e2e/support/review-page";
import { expect, test } from "@/e2e/support/test";
import { webhooksPage } from "@/e2e/support/webhooks-page";
import { db } from "@/lib/db/client";
import { paths } from "@/lib/paths";

test("a secret is shown on demand, rotated with an overlap, and the overlap is ended; the log tells who did it", async ({
  page,
  shop,
  receiver,
  signedInAs,
  visitor,
}) => {
  const { id, url, secret } = await shop.addWebhook(receiver.url());
  await signedInAs("owner");
  const webhooks = webhooksPage(page, shop.slug);
  const panel = page.getByRole("region", { name: "Signing secret" });
  const shown = panel.locator("code").filter({ hasText: /^whsec_/ });
  const nextHook = async () => {
    const before = receiver.received.length;
    await reviewPage.land(visitor, await shop.ratingLink(), 5);
    const hook = (await receiver.waitFor(() => true, before + 1)).at(-1);
    if (!hook) throw new Error("Nothing came.");
    return hook;
  };
  const signatures = (hook: Awaited<ReturnType<typeof nextHook>>) =>
    String(hook.headers["webhook-signature"]).split(" ").length;
  let rotated = "";

  await test.step("revealed only when asked for", async () => {
    await webhooks.open();
    await webhooks.act(url, "Signing secret");
    await expect(panel).toContainText("Who reveals it is noted in the audit log.");
    await expect(shown).toHaveCount(0);
    await panel.getByRole("button", { name: "Reveal" }).click();
    await expect(shown).toHaveText(secret);
  });

  await test.step("what else is done there reveals nothing anew, and a closed panel has forgotten it", async () => {
    await webhooks.turn(url, false);
    await webhooks.turn(url, true);
    await expect(shown).toHaveText(secret);
    const second = receiver.url("/second");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await webhooks.dialog.getByLabel("Webhook URL").fill(second);
    await webhooks.dialog.getByRole("button", { name: "Create", exact: true }).dblclick();
    await expect(webhooks.rows).toHaveCount(2);
    const created = webhooks.row(second).getByRole("region", { name: "Signing secret" });
    await expect(created.locator("code").filter({ hasText: /^whsec_/ })).toBeVisible();
    await created.getByRole("button", { name: "Close signing secret" }).click();
    await webhooks.act(second, "Signing secret");
    await expect(created.getByRole("button", { name: "Reveal" })).toBeVisible();
    await created.getByRole("button", { name: "Close signing secret" }).click();
    await webhooks.turn(second, false);
  });

  await test.step("rotated: both sign, until the overlap is ended", async () => {
    await panel.getByRole("button", { name: "Rotate" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Rotate secret" }).dblclick();
    await expect(shown).not.toHaveText(secret);
    rotated = (await shown.textContent()) ?? "";
    await expect(panel).toContainText(/The previous secret signs as well until .+\./);
    const both = await nextHook();
    expect(signatures(both)).toBe(2);
    for (const each of [secret, rotated]) expect(verify(both, each)).toEqual(both.event);

    await panel.getByRole("button", { name: "End overlap now" }).click();
    await expect(panel).not.toContainText("The previous secret");
    const alone = await nextHook();
    expect(signatures(alone)).toBe(1);
    expect(verify(alone, rotated)).toEqual(alone.event);
    expect(() => verify(alone, secret)).toThrow("No matching signature");
  });

  await test.step("the audit log tells it without the secrets, which rest encrypted under a key with a name", async () => {
    await page.goto(paths.settingsAuditLog(shop.slug));
    const entries = page.getByRole("list", { name: "Audit log" }).getByRole("listitem");
    await expect(entries).toHaveText([
      /^Ada ended the previous signing secret of https:/,
      /^Ada rotated the signing secret of https:/,
      /^Ada switched the webhook off https:/,
      /^Ada created the webhook https:/,
      /^Ada switched the webhook on https:/,
      /^Ada switched the webhook off https:/,
      /^Ada looked at the signing secret of https:/,
      /^Ada created the webhook https:/,
    ]);
    const html = await page.content();
    for (const each of [secret, rotated]) expect(html).not.toContain(each.slice(6));
    const [stored] = await db.webhookSecret.findMany({ where: { webhookId: id } });
    expect(stored?.ciphertext).toMatch(/^v1\.[0-9a-f]{8}\./);
  });
});

test("a secret that was replaced in another window is shown no longer, and who asks for the present one is noted", async ({
  page,
  context,
  shop,
  receiver,
  signedInAs,
}) => {
  const { id, url, secret } = await shop.addWebhook(receiver.url());
  await signedInAs("owner");
  const other = await context.newPage();
  const panelOf = (each: typeof page) => each.getByRole("region", { name: "Signing secret" });
  const shownIn = (each: typeof page) =>
    panelOf(each)
      .locator("code")
      .filter({ hasText: /^whsec_/ });
  for (const each of [page, other]) {
    await webhooksPage(each, shop.slug).open();
    await webhooksPage(each, shop.slug).act(url, "Signing secret");
  }
  await panelOf(page).getByRole("button", { name: "Reveal" }).click();
  await expect(shownIn(page)).toHaveText(secret);

  await panelOf(other).getByRole("button", { name: "Rotate" }).click();
  await other.getByRole("button", { name: "Rotate secret" }).click();
  await expect(shownIn(other)).toBeVisible();
  const rotated = (await shownIn(other).textContent()) ?? "";

  await expect(panelOf(page)).toContainText("The secret that was shown here has been replaced.");
  await expect(shownIn(page)).toHaveCount(0);
  await expect(panelOf(page)).toContainText(/The previous secret signs as well until .+\./);
  const reveals = { where: { targetId: id, action: "webhook.secret_revealed" } };
  expect(await db.auditEntry.count(reveals)).toBe(1);
  await panelOf(page).getByRole("button", { name: "Reveal" }).click();
  await expect(shownIn(page)).toHaveText(rotated);
  expect(await db.auditEntry.count(reveals)).toBe(2);

  await panelOf(other).getByRole("button", { name: "End overlap now" }).click();
  await expect(panelOf(page)).not.toContainText("The previous secret");
});
