import type { Access } from "@/lib/auth/access";
import type { MessageChannel } from "@/lib/db/generated/enums";
import type { MessageWriter } from "@/lib/messages/message-writer";
import { addReview } from "@/lib/reviews/commands/add-review";
import { addDemoRequest, reportDemoMessage, sendDemoMessage } from "@/prisma/seed/demo-asks";
import { demoMoment } from "@/prisma/seed/demo-moment";

type AskedReview = {
  customerId: string;
  channel: MessageChannel;
  score: number;
  body: string | null;
  ratedAt: Date;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A demo review that a message asked for the day before: sent, delivered, opened and clicked. */
export async function addAskedReview(
  access: Access,
  writer: MessageWriter,
  { channel, customerId, ratedAt, ...given }: AskedReview,
): Promise<void> {
  const at = demoMoment(1, ratedAt);
  const request = await addDemoRequest(access, writer, { customerId, channel, at, reminders: 0 });
  await sendDemoMessage(request.messageId, at);
  const openedAt = new Date(Math.min(at.getTime() + DAY_MS / 4, ratedAt.getTime()));
  const delivered = { status: "delivered", deliveredAt: new Date(at.getTime() + MINUTE_MS) } as const;
  await reportDemoMessage(
    access,
    request.messageId,
    delivered,
    ...(channel === "email" ? [{ openedAt }] : []),
  );
  const { id: reviewId } = await addReview(access, {
    ...given,
    customerId,
    reviewerName: null,
    origin: channel,
    ratedAt,
    isDemo: true,
    asked: request,
  });
  await reportDemoMessage(access, request.messageId, { clickedAt: ratedAt, reviewId });
}
