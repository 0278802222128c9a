import { openShop, type Shop } from "@/e2e/support/shop";
import { createApiKey } from "@/lib/api-keys/commands/create-api-key";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/ids";
import { inviteMember } from "@/lib/members/commands";
import { addReview } from "@/lib/reviews/commands/add-review";

/** What an attacker would name: a project and one thing of each kind in it. */
export type Target = {
  slug: string;
  projectName: string;
  customer: string;
  review: string;
  request: string;
  message: string;
  /** One that lies in the Outbox. */
  sentMessage: string;
  webhook: string;
  delivery: string;
  replay: string;
  member: string;
  invitation: string;
  apiKey: string;
};

export type Opened = { shop: Shop; target: Target; members: Record<"admin" | "manager" | "viewer", Access> };

/** A project with one of everything. */
export async function openTarget(): Promise<Opened> {
  const shop = await openShop();
  const { owner } = shop;
  const members = {
    admin: await shop.addMember("admin"),
    manager: await shop.addMember("manager"),
    viewer: await shop.addMember("viewer"),
  };
  const customer = await shop.addCustomer();
  await shop.ratingLink(customer);
  const webhook = await shop.addWebhook("https://example.com/hooks");
  const review = await addReview(owner, {
    score: 4,
    body: "Good bread.",
    customerId: customer.id,
    reviewerName: null,
    origin: "manual",
    ratedAt: new Date(),
    isDemo: false,
  });
  await inviteMember(owner, { email: "invited@example.com", role: "viewer" });
  const ofProject = { where: { projectId: shop.id } };
  const [delivery, invitation, request] = await Promise.all([
    db.delivery.findFirstOrThrow(ofProject),
    db.signInLink.findFirstOrThrow(ofProject),
    db.request.findFirstOrThrow(ofProject),
  ]);
  const apiKey = await createApiKey(owner, { name: "Billing" });
  const message = await addMessage(request, { status: "scheduled" });
  const sentMessage = await addMessage(request, {
    status: "sent",
    sentAt: new Date(),
    provider: "outbox",
  });
  const target = {
    slug: shop.slug,
    projectName: shop.name,
    customer: customer.id,
    review: review.id,
    request: request.id,
    message,
    sentMessage,
    webhook: webhook.id,
    delivery: String(delivery.id),
    replay: await addRunningReplay(delivery),
    member: members.manager.userId,
    invitation: invitation.id,
    apiKey: apiKey.id,
  };
  return { shop, target, members };
}

async function addMessage(
  request: { id: string; projectId: string; customerId: string },
  state: Pick<Prisma.MessageUncheckedCreateInput, "status" | "sentAt" | "provider">,
): Promise<string> {
  const tomorrow = new Date(Date.now() + 86_400_000);
  const { id } = await db.message.create({
    data: {
      id: newId("msg"),
      projectId: request.projectId,
      requestId: request.id,
      customerId: request.customerId,
      sequence: 1,
      channel: "email",
      to: "jane@example.com",
      from: "bakery@example.com",
      subject: "How was it?",
      preview: "Tell us how it was.",
      scheduledAt: tomorrow,
      dueAt: tomorrow,
      ...state,
      content: { create: { text: "Tell us how it was." } },
    },
  });
  return id;
}

async function addRunningReplay(of: { projectId: string; webhookId: string }): Promise<string> {
  const { id } = await db.replay.create({
    data: {
      id: newId("rpl"),
      projectId: of.projectId,
      webhookId: of.webhookId,
      statuses: ["failed"],
      fromAt: new Date(0),
      untilAt: new Date(),
      total: 1,
      createdByName: "Ada",
    },
  });
  return id;
}

/** The same project with ids that nothing has. */
export function withUnknownIds({ slug, projectName }: Target): Target {
  return {
    slug,
    projectName,
    customer: "cus_unknown",
    review: "rev_unknown",
    request: "req_unknown",
    message: "msg_unknown",
    sentMessage: "msg_unknown",
    webhook: "whk_unknown",
    delivery: "999999999",
    replay: "rpl_unknown",
    member: "usr_unknown",
    invitation: "sil_unknown",
    apiKey: "key_unknown",
  };
}
