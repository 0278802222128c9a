import type { Access } from "@/lib/auth/access";
import { hasPermission } from "@/lib/auth/permissions";
import { toE164 } from "@/lib/customers/phone-number";
import { lockCustomer, upsertCustomer } from "@/lib/customers/upsert-customer";
import { db, type Tx } from "@/lib/db/client";
import type { Customer } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { loadMessageWriter, type MessageWriter } from "@/lib/messages/message-writer";
import { requireReachable } from "@/lib/messages/require-reachable";
import { planSending } from "@/lib/messages/send-times";
import { wakeSender } from "@/lib/messages/sending/wake-sender";
import { draftRequest } from "@/lib/requests/draft-request";
import { insertRequests } from "@/lib/requests/insert-requests";
import { asErrorOfAsk } from "@/lib/requests/error-of-ask";
import type { AskInput } from "@/lib/requests/schema";
import { withEvents } from "@/lib/webhooks/with-events";

export type Asked = {
  requestId: string;
  customerId: string;
  messages: { id: string; scheduledAt: Date }[];
  /** What people should know, for example "Will be sent tomorrow at 9:00." */
  notice: string | null;
};

/**
 * Asks one customer for a review: saves the customer, and stores the request with all its messages, `message-created`
 * each, in one transaction. Then their sending starts.
 * @throws AppError `not_found` for a customer of another project; `invalid` for a time, an address or a phone number that
 *   can't be; `conflict` where the customer gets no messages, or a given field is another customer's; `forbidden` for
 *   ignoring quiet hours without the permission; `postal_address_missing` for an e-mail that would leave without one.
 */
export async function askForReview(access: Access, input: AskInput): Promise<Asked> {
  if (input.ignoreQuietHours && !hasPermission(access.role, "override_messages")) {
    throw new AppError("forbidden", "Only owners and admins send SMS in quiet hours.");
  }
  const writer = await loadMessageWriter(db, access.projectId);
  const now = new Date();
  const rules = {
    channel: input.channel,
    timeZone: writer.project.timezone,
    settings: writer.settings,
    now,
  };
  const { times, notice } = planSending(rules, {
    sendAt: input.sendAt,
    reminderDays: writer.settings.reminderDays.slice(0, input.reminders),
    ignoreQuietHours: input.ignoreQuietHours,
  });
  const given = withE164(writer, input.customer);
  const { request, messages } = await withEvents(async (tx) => {
    const customer = await customerToAsk(tx, writer, given);
    const draft = draftRequest(writer, {
      customer,
      channel: input.channel,
      to: await requireReachable(tx, customer, input.channel),
      times,
      ignoresQuietHours: input.ignoreQuietHours && input.channel === "sms",
      createdById: access.userId,
      createdAt: now,
    });
    await insertRequests(tx, writer.project, [draft]);
    return draft;
  }).catch(asErrorOfAsk);
  await wakeSender(messages.map(({ message }) => message));
  return {
    requestId: request.id,
    customerId: request.customerId,
    messages: messages.map(({ message }) => ({ id: message.id, scheduledAt: message.scheduledAt })),
    notice,
  };
}

type GivenCustomer = AskInput["customer"];

/** The given customer with their phone as E.164. */
function withE164(writer: MessageWriter, given: GivenCustomer): GivenCustomer {
  if ("id" in given || !given.phone) return given;
  try {
    return { ...given, phone: toE164(given.phone, writer.project.defaultCountry) };
  } catch (error) {
    return asErrorOfAsk(error);
  }
}

async function customerToAsk(tx: Tx, { project }: MessageWriter, given: GivenCustomer): Promise<Customer> {
  if (!("id" in given)) return upsertCustomer(tx, project.id, given);
  const customer = await lockCustomer(tx, project.id, given.id);
  if (!customer) throw new AppError("not_found");
  return customer;
}
