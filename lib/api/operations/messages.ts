import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { createdQuery, pageAnswer, pageQuery, pageWhere, toPage } from "@/lib/api/page";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { PAGE_ORDER } from "@/lib/db/list-page";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";
import { cancelMessage } from "@/lib/messages/commands/cancel-message";
import { removeMessage } from "@/lib/messages/commands/remove-message";
import { rescheduleMessage } from "@/lib/messages/commands/reschedule-message";
import { messageSnapshot } from "@/lib/messages/message-snapshot";
import { rescheduleInput, SHOWN_STATUSES } from "@/lib/messages/schema";
import { snapshotCustomer } from "@/lib/reviews/review-snapshot";
import { messagePayload } from "@/lib/webhooks/message-payload";

const tag = "Messages";

const withContext = {
  customer: { select: snapshotCustomer },
  project: { select: { id: true, name: true, slug: true } },
} satisfies Prisma.MessageInclude;

type Row = Prisma.MessageGetPayload<{ include: typeof withContext }>;

function show({ customer, project, ...message }: Row) {
  return messageSnapshot({ project, customer }, message);
}

async function getMessage({ projectId }: Access, id: string | undefined) {
  const row = await db.message.findFirst({ where: { id: id ?? "", projectId }, include: withContext });
  if (!row) throw new AppError("not_found");
  return show(row);
}

/** Being sent is internal: people and programs see it as scheduled. */
function statusWhere(status: (typeof SHOWN_STATUSES)[number] | undefined): Prisma.MessageWhereInput {
  if (status === undefined) return {};
  return { status: status === "scheduled" ? { in: ["scheduled", "sending"] } : status };
}

export const messageOperations = [
  operation({
    method: "GET",
    path: "/messages",
    id: "listMessages",
    tag,
    summary: "List messages, newest first",
    permission: "read",
    query: z.object({
      ...pageQuery,
      ...createdQuery,
      status: z.enum(SHOWN_STATUSES).optional(),
      channel: z.enum(["email", "sms"]).optional(),
      requestId: z.string().max(100).optional(),
      customerId: z.string().max(100).optional(),
    }),
    status: 200,
    answer: pageAnswer(messagePayload),
    async handle(
      { projectId },
      { query: { limit, cursor, createdFrom, createdBefore, status, ...filters } },
    ) {
      const rows = await db.message.findMany({
        where: {
          projectId,
          ...pageWhere({ cursor, createdFrom, createdBefore }),
          ...statusWhere(status),
          ...given(filters),
        },
        orderBy: PAGE_ORDER,
        take: limit + 1,
        include: withContext,
      });
      return toPage(rows, limit, show);
    },
  }),
  operation({
    method: "GET",
    path: "/messages/{id}",
    id: "getMessage",
    tag,
    summary: "Get a message",
    permission: "read",
    status: 200,
    answer: messagePayload,
    handle: (access, { params }) => getMessage(access, params["id"]),
  }),
  operation({
    method: "POST",
    path: "/messages/{id}/cancel",
    id: "cancelMessage",
    tag,
    summary: "Cancel a message that is still to be sent",
    description: "A second time changes nothing.",
    permission: "ask",
    status: 200,
    answer: messagePayload,
    errors: ["conflict"],
    async handle(access, { params }) {
      await cancelMessage(access, params["id"] ?? "");
      return getMessage(access, params["id"]);
    },
  }),
  operation({
    method: "POST",
    path: "/messages/{id}/reschedule",
    id: "rescheduleMessage",
    tag,
    summary: "Move a message that is still to be sent",
    description: "A canceled message stays as it is; a new one is made for the new time and answered.",
    permission: "ask",
    body: rescheduleInput.omit({ id: true }),
    status: 200,
    answer: messagePayload,
    errors: ["conflict", "postal_address_missing"],
    async handle(access, { params, body }) {
      const { id } = await rescheduleMessage(access, { id: params["id"] ?? "", sendAt: body.sendAt });
      return getMessage(access, id);
    },
  }),
  operation({
    method: "DELETE",
    path: "/messages/{id}",
    id: "deleteMessage",
    tag,
    summary: "Remove a message for good",
    permission: "override_messages",
    status: 204,
    errors: ["conflict"],
    handle: (access, { params }) => removeMessage(access, params["id"] ?? ""),
  }),
];
