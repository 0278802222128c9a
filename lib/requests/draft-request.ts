import type { Customer, Request } from "@/lib/db/generated/client";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { newId } from "@/lib/ids";
import { draftMessage, type MessageDraft } from "@/lib/messages/draft-message";
import type { MessageWriter } from "@/lib/messages/message-writer";
import type { SnapshotCustomer } from "@/lib/reviews/review-snapshot";

export type RequestOrder = {
  customer: SnapshotCustomer & Pick<Customer, "isDemo">;
  channel: MessageChannel;
  to: string;
  /** Of the request and its reminders. */
  times: Date[];
  /** The request itself doesn't wait for the end of quiet hours. */
  ignoresQuietHours: boolean;
  createdById: string;
  createdAt: Date;
};

export type RequestDraft = { request: Request; messages: MessageDraft[] };

/** The rows of one ask with all its messages. Touches no database. */
export function draftRequest(writer: MessageWriter, order: RequestOrder): RequestDraft {
  const { customer, channel, to, createdAt } = order;
  const request = {
    id: newId("req"),
    projectId: writer.project.id,
    customerId: customer.id,
    createdById: order.createdById,
    isDemo: customer.isDemo,
    createdAt,
    canceledAt: null,
  };
  const messages = order.times.map((scheduledAt, index) =>
    draftMessage(writer, {
      requestId: request.id,
      sequence: index + 1,
      channel,
      to,
      scheduledAt,
      ignoresQuietHours: index === 0 && order.ignoresQuietHours,
      isDemo: customer.isDemo,
      customer,
      rescheduledFromId: null,
      createdAt,
    }),
  );
  return { request, messages };
}
