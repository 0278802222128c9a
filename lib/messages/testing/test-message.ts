import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/ids";
import { addRatingLink } from "@/lib/rating-links/commands/create-rating-link";

type Options = {
  channel?: "email" | "sms";
  to?: string;
  message?: Partial<Prisma.MessageUncheckedCreateInput>;
  customer?: Partial<Prisma.CustomerUncheckedCreateInput>;
};

/** A project whose one webhook wants every event. */
export async function createMessageProject(more: Partial<Prisma.ProjectCreateInput> = {}) {
  const id = newId("prj");
  return db.project.create({
    data: {
      id,
      name: "Riverside Bakery",
      slug: id.toLowerCase(),
      webhooks: { create: { id: newId("whk"), url: "https://example.com/hooks", lane: { create: {} } } },
      ...more,
    },
  });
}

/** A message that is due, with its customer, request, link and text. */
export async function createTestMessage(projectId: string, options: Options = {}) {
  const channel = options.channel ?? "email";
  const id = newId("msg");
  const to = options.to ?? (channel === "email" ? `${id.toLowerCase()}@example.com` : freshNumber());
  const customer = await db.customer.create({
    data: {
      id: newId("cus"),
      projectId,
      firstName: "Jane",
      ...(channel === "email" ? { email: to.slice(0, 200) } : { phone: to }),
      ...options.customer,
    },
  });
  const request = await db.request.create({ data: { id: newId("req"), projectId, customerId: customer.id } });
  const message = await db.message.create({
    data: {
      id,
      projectId,
      requestId: request.id,
      customerId: customer.id,
      sequence: 1,
      channel,
      to,
      from: "Riverside Bakery",
      subject: channel === "email" ? "How was it?" : null,
      preview: "Hi Jane",
      segments: channel === "sms" ? 1 : null,
      encoding: channel === "sms" ? "GSM-7" : null,
      scheduledAt: new Date(),
      dueAt: new Date(),
      content: {
        create: {
          text: "Hi Jane",
          html: channel === "email" ? "<p>Hi Jane</p>" : null,
          headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
        },
      },
      ...options.message,
    },
  });
  const { token } = await db.$transaction((tx) =>
    addRatingLink(tx, { projectId, requestId: request.id, channel, leftAt: null }),
  );
  await db.ratingLink.updateMany({ where: { requestId: request.id }, data: { messageId: id } });
  return { id, to, customer, request, message, token };
}

let numbers = 0;

function freshNumber(): string {
  numbers += 1;
  return `+1415555${String(numbers).padStart(4, "0")}`;
}

/** A message as it is now, with what the sender touches. */
export async function readMessage(id: string) {
  return db.message.findUniqueOrThrow({
    where: { id },
    include: { content: true, ratingLink: true, reports: { orderBy: { receivedAt: "asc" } } },
  });
}

/** The types, states and reasons of a message's events, in order, and the fields that changed. */
export async function eventsOf(messageId: string) {
  const events = await db.event.findMany({ where: { resourceId: messageId }, orderBy: { revision: "asc" } });
  return events.map(({ type, revision, body }) => {
    const envelope: { data: { status: string }; changes: string[] | null; reason: string | null } =
      JSON.parse(body);
    return {
      type,
      revision,
      status: envelope.data.status,
      changes: envelope.changes,
      reason: envelope.reason,
    };
  });
}
