import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { loadMessageWriter, type MessageWriter } from "@/lib/messages/message-writer";
import { planSending } from "@/lib/messages/send-times";
import { wakeSender } from "@/lib/messages/sending/wake-sender";
import { draftRequest, type RequestDraft } from "@/lib/requests/draft-request";
import { insertRequests } from "@/lib/requests/insert-requests";
import type { AskManyInput } from "@/lib/requests/schema";
import { type Reached, type Refused, sortOut } from "@/lib/requests/sort-out";
import { withEvents } from "@/lib/webhooks/with-events";

export type AskedMany = {
  asked: number;
  refused: Refused[];
  /** What people should know of the SMS, for example "Will be sent tomorrow at 9:00." */
  notice: string | null;
};

/**
 * Asks many customers for a review at once: all of them in one transaction, but for those who can't be asked.
 * @returns how many were asked, and why the others were not
 * @throws AppError `invalid` for a time that can't be; `not_found` when none of the customers is the project's;
 *   `postal_address_missing` for e-mails that would leave without one
 */
export async function askMany(access: Access, input: AskManyInput): Promise<AskedMany> {
  const { projectId, userId } = access;
  const writer = await loadMessageWriter(db, projectId);
  const createdAt = new Date();
  const plans = {
    email: planOf(writer, input, "email", createdAt),
    sms: planOf(writer, input, "sms", createdAt),
  };
  const draftOf = ({ customer, channel, to }: Reached): RequestDraft => {
    const { times } = plans[channel];
    const order = { customer, channel, to, times, ignoresQuietHours: false, createdById: userId, createdAt };
    return draftRequest(writer, order);
  };

  const ids = [...new Set(input.customerIds)].toSorted();
  const first = await sortOut(db, projectId, ids, input.channel);
  // Written before the locks are taken, and anew for whoever has changed since.
  const written = new Map(first.reached.map((reached) => [versionOf(reached), draftOf(reached)]));
  const asked = await withEvents(
    async (tx) => {
      await tx.$queryRaw`
        select 1 from customer where id = any (${ids}::text[]) and project_id = ${projectId} order by id for share`;
      const { reached, refused } = await sortOut(tx, projectId, ids, input.channel);
      const drafts = reached.map((one) => written.get(versionOf(one)) ?? draftOf(one));
      await insertRequests(tx, writer.project, drafts);
      return { drafts, refused, hasSms: reached.some(({ channel }) => channel === "sms") };
    },
    { timeout: 60_000 },
  );
  await wakeSender(asked.drafts.flatMap(({ messages }) => messages.map(({ message }) => message)));
  return {
    asked: asked.drafts.length,
    refused: asked.refused,
    notice: asked.hasSms ? plans.sms.notice : null,
  };
}

function planOf(
  { project, settings }: MessageWriter,
  input: AskManyInput,
  channel: MessageChannel,
  now: Date,
) {
  return planSending(
    { channel, timeZone: project.timezone, settings, now },
    {
      sendAt: input.sendAt,
      reminderDays: settings.reminderDays.slice(0, input.reminders),
      ignoreQuietHours: false,
    },
  );
}

/** Changes with the customer. */
function versionOf({ customer, channel }: Reached): string {
  return `${customer.id} ${channel} ${customer.updatedAt.toISOString()}`;
}
