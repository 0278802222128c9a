import { readProject } from "@/e2e/support/read-project";
import { reviewPage } from "@/e2e/support/review-page";
import type { ReceivedHook } from "@/e2e/support/https-receiver";
import { expect, test } from "@/e2e/support/test";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { db } from "@/lib/db/client";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { removeMessage } from "@/lib/messages/commands/remove-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { deleteReview } from "@/lib/reviews/commands/delete-review";
import { patchReview } from "@/lib/reviews/commands/patch-review";

const DAY_MS = 86_400_000;

/** What a receiver holds who keeps the highest revision of each thing and drops what was deleted. */
function mirrorOf(received: readonly ReceivedHook[]): Map<string, unknown> {
  const latest = new Map<string, ReceivedHook["event"]>();
  for (const { event } of received) {
    const known = latest.get(event.data.id);
    if (!known || known.data.revision < event.data.revision) latest.set(event.data.id, event);
  }
  return new Map(
    [...latest].flatMap(([id, event]) => (event.type.endsWith("-deleted") ? [] : [[id, event.data]])),
  );
}

test("whoever keeps what the events say holds the project's reviews and messages, to the field", async ({
  shop,
  receiver,
  visitor,
}) => {
  await shop.addWebhook(receiver.url());
  const later = (days: number) => new Date(Date.now() + days * DAY_MS);
  const link = async (asked: { messages: { id: string }[] }) => shop.linkIn(asked.messages[0]?.id ?? "");

  const [rated, finished, erased] = [
    await shop.ask({ reminders: 3 }),
    await shop.ask({ customer: await shop.addCustomer("Ines"), channel: "email", reminders: 1 }),
    await shop.ask({ customer: await shop.addCustomer("Grace"), reminders: 1 }),
  ];
  const waiting = await shop.ask({
    customer: await shop.addCustomer("Ada"),
    sendAt: later(2).toISOString(),
    reminders: 2,
  });
  await receiver.waitFor(({ event }) => event.data["status"] === "sent", 3);
  await reviewPage.land(visitor, await link(rated), 4);
  await reviewPage.land(visitor, await link(finished), 2);
  await reviewPage.submit(visitor, "Cold tea. שלום 🥐");
  await reviewPage.land(visitor, await link(erased), 5);
  const [first, second, third] = waiting.messages.map(({ id }) => id);
  await rescheduleMessage(shop.owner, { id: first ?? "", sendAt: later(3) });
  await cancelMessage(shop.owner, second ?? "");
  await removeMessage(shop.owner, third ?? "");
  const review = await db.review.findFirstOrThrow({ where: { requestId: finished.requestId } });
  await patchReview(shop.owner, review.id, { score: 3, body: "Warm tea after all.", tags: ["tea"] });
  const gone = await db.review.findFirstOrThrow({ where: { requestId: rated.requestId } });
  await deleteReview(shop.owner, gone.id);
  await eraseCustomer(shop.owner, erased.customerId);

  const project = Object.fromEntries(await readProject(shop));
  await expect.poll(() => Object.fromEntries(mirrorOf(receiver.received))).toEqual(project);
  expect(mirrorOf(receiver.received).size).toBeGreaterThan(3);
});
