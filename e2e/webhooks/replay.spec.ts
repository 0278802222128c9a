import { fillDeliveries } from "@/e2e/support/fill-deliveries";
import { expect, test } from "@/e2e/support/test";
import { paths } from "@/lib/paths";

test("everything that failed since a moment is counted first, sent again with a progress bar, or canceled", async ({
  page,
  shop,
  receiver,
  signedInAs,
}) => {
  const { id } = await shop.addWebhook(receiver.url());
  const failed = { status: "failed", answered: 500 } as const;
  const recent = await fillDeliveries(shop, id, { ...failed, type: "review-updated", count: 25 });
  await fillDeliveries(shop, id, { ...failed, type: "review-deleted", count: 5 });
  await fillDeliveries(shop, id, {
    ...failed,
    type: "review-created",
    count: 10,
    fromMinutesAgo: 2_000,
  });
  await fillDeliveries(shop, id, { status: "delivered", answered: 200, type: "review-created", count: 7 });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  receiver.answer(async () => {
    if (receiver.received.length > 3) await held;
    return { status: 200 };
  });
  await signedInAs("admin");
  await page.goto(paths.deliveries(shop.slug, id));
  const dialog = page.getByRole("dialog", { name: "Send events again" });
  const count = dialog.getByRole("status");
  const open = () => page.getByRole("button", { name: "Send again …" }).click();

  await test.step("the count follows what is chosen, and nothing is sent", async () => {
    await open();
    await expect(count).toHaveText("30 events would be sent. Nothing is sent yet.");
    await dialog.getByLabel("Recorded since").fill("2020-01-01T00:00");
    await expect(count).toHaveText("40 events would be sent. Nothing is sent yet.");
    await dialog.getByLabel("Event type").selectOption("review-updated");
    await expect(count).toHaveText("25 events would be sent. Nothing is sent yet.");
    await dialog.getByRole("checkbox", { name: /^Delivered/ }).check();
    await dialog.getByLabel("Event type").selectOption("review-created");
    await expect(count).toHaveText("17 events would be sent. Nothing is sent yet.");
    await dialog.getByLabel("Event type").selectOption("message-created");
    await expect(count).toHaveText(/^Nothing to send\. Left out are test events, /);
    await dialog.getByRole("checkbox", { name: /^Delivered/ }).uncheck();
    await dialog.getByRole("checkbox", { name: "Failed" }).uncheck();
    await expect(dialog.getByRole("button", { name: "Send", exact: true })).toBeDisabled();
    expect(receiver.received).toEqual([]);
  });

  await test.step("sent, it shows how far it is", async () => {
    await dialog.getByRole("checkbox", { name: "Failed" }).check();
    await dialog.getByLabel("Event type").selectOption("review-updated");
    await dialog.getByRole("button", { name: "Send 25 events" }).click();
    await expect(dialog).toBeHidden();
    const progress = page.getByRole("progressbar", { name: "Sent again" });
    await expect(progress).toHaveAttribute("aria-valuemax", "25");
    await expect(progress).toHaveAttribute("aria-valuenow", /^[1-9]$/);
    letGo();
    await expect(page.getByText("25 delivered")).toBeVisible();
    await expect(progress).toBeHidden();
    const ids = receiver.received.map(({ headers }) => String(headers["webhook-id"]));
    expect(ids.toSorted()).toEqual(recent.eventIds.toSorted());
  });

  await test.step("what has arrived isn't offered again", async () => {
    await open();
    await expect(count).toHaveText("5 events would be sent. Nothing is sent yet.");
  });

  await test.step("canceled, what has not begun isn't sent", async () => {
    receiver.answer(() => "never");
    await dialog.getByLabel("Recorded since").fill("2020-01-01T00:00");
    await dialog.getByRole("button", { name: "Send 15 events" }).click();
    await receiver.waitFor(() => true, 26);
    await page.getByRole("button", { name: "Cancel replay" }).click();
    await expect(page.getByText(/canceled by hand/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Cancel replay" })).toBeHidden();
    expect(receiver.received.length).toBeLessThan(25 + 15);
  });
});
