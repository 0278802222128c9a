import type { HttpsReceiver } from "./https-receiver";
import { openShop, type Shop } from "./shop";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { db } from "@/lib/db/client";
import type { MessageStatus } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { inviteMember } from "@/lib/members/commands";
import { addReview } from "@/lib/reviews/commands/add-review";
import { queueSystemMail } from "@/lib/system-mails/queue-system-mail";
import { HOSTILE, HOSTILE_TEXT, HOSTILE_URL } from "./hostile";

const STATUSES: MessageStatus[] = ["scheduled", "delivered", "failed", "complained", "canceled", "skipped"];
const DAY_MS = 86_400_000;

/** A project that has everything, under names that would break a page that trusted them. */
export type FullShop = {
  shop: Shop;
  customer: string;
  review: string;
  webhook: string;
  delivery: string;
  message: string;
  invitationToken: string;
};

/** Fills a project. Its first webhook fails, its second is off, its third has received everything. */
export async function openFullShop(receiver: HttpsReceiver): Promise<FullShop> {
  receiver.answer(({ target }) => ({
    status: target.startsWith("/failing") ? 500 : 200,
    body: HOSTILE_TEXT,
  }));
  const shop = await openShop(HOSTILE);
  const { owner } = shop;
  await db.user.update({ where: { id: owner.userId }, data: { name: HOSTILE } });
  for (const role of ["admin", "viewer"] as const) {
    const { userId } = await shop.addMember(role);
    const email = `${"long".repeat(15)}-${userId.toLowerCase()}@${"example".repeat(8)}.example.com`;
    await db.user.update({ where: { id: userId }, data: { name: HOSTILE, email } });
  }
  await createApiKey(owner, { name: HOSTILE.slice(0, 80) });
  const failing = await shop.addWebhook(receiver.url(`/failing${HOSTILE_URL}`));
  await shop.addWebhook("https://example.com/later");
  await db.webhook.updateMany({
    where: { projectId: shop.id, id: { not: failing.id } },
    data: { isOn: false, offSince: new Date(), offReason: "switched_off", offByName: HOSTILE },
  });
  await shop.addWebhook(receiver.url("/hooks/good"));
  const { id: customer } = await addCustomer(owner, {
    externalId: HOSTILE,
    firstName: HOSTILE,
    lastName: HOSTILE,
    email: `${owner.projectSlug}@example.com`,
    phone: null,
    company: HOSTILE,
    tags: ["<b>tag</b>", "z".repeat(60)],
  });
  await shop.ratingLink({ id: customer });
  const message = await addMessages(shop, customer);
  let review = "";
  for (const score of [1, 3, 5]) {
    const given = { score, body: HOSTILE_TEXT, customerId: customer, reviewerName: null } as const;
    const added = await addReview(owner, { ...given, origin: "manual", ratedAt: new Date(), isDemo: false });
    review = added.id;
  }
  await db.review.updateMany({ where: { id: review }, data: { tags: ["<i>tag</i>", "z".repeat(60)] } });
  const { token } = await inviteMember(owner, {
    email: `${"invited".repeat(8)}@${"example".repeat(8)}.example.com`,
    role: "manager",
  });
  await db.$transaction((tx) =>
    queueSystemMail(tx, {
      projectId: shop.id,
      kind: "test",
      key: newId("mail"),
      content: { subject: HOSTILE, text: HOSTILE_TEXT, html: "" },
    }),
  );
  await receiver.waitFor(({ target }) => target.startsWith("/failing"), 3);
  const { id: delivery } = await db.delivery.findFirstOrThrow({ where: { webhookId: failing.id } });
  await db.lane.update({ where: { webhookId: failing.id }, data: { noticedHours: 24 } });
  return {
    shop,
    customer,
    review,
    webhook: failing.id,
    delivery: String(delivery),
    message,
    invitationToken: token,
  };
}

async function addMessages(shop: Shop, customerId: string): Promise<string> {
  const { id: requestId } = await db.request.findFirstOrThrow({ where: { projectId: shop.id } });
  const at = new Date();
  const messages = STATUSES.map((status, place) => ({
    id: newId("msg"),
    projectId: shop.id,
    requestId,
    customerId,
    sequence: 1,
    channel: place % 2 === 0 ? ("email" as const) : ("sms" as const),
    status,
    to: place % 2 === 0 ? `${"long".repeat(15)}@${"example".repeat(8)}.example.com` : "+14155550123",
    from: "bakery@example.com",
    subject: place % 2 === 0 ? HOSTILE : null,
    preview: HOSTILE.slice(0, 140),
    scheduledAt: new Date(at.getTime() + DAY_MS),
    dueAt: new Date(at.getTime() + DAY_MS),
    ...(status === "delivered" && { sentAt: at, deliveredAt: at, openedAt: at, clickedAt: at }),
    ...(status === "failed" && { failedAt: at, failureCode: "rejected", failureMessage: HOSTILE }),
    ...(status === "skipped" && { failureCode: "unsubscribed", failureMessage: HOSTILE }),
  }));
  await db.message.createMany({ data: messages });
  return messages[2]?.id ?? "";
}
