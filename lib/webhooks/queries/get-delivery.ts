import type { z } from "zod";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isCutShort } from "@/lib/webhooks/response-body";
import { runUrl } from "@/lib/webhooks/run-url";
import type { oneDeliveryInput } from "@/lib/webhooks/schema";

const headersOf = (stored: unknown): [name: string, value: string][] =>
  stored && typeof stored === "object"
    ? Object.entries(stored).map(([name, value]) => [name, String(value)])
    : [];

/** More attempts than anybody reads; a fault of ours alone can make thousands. */
const ATTEMPTS_SHOWN_MAX = 50;

/** One delivery with the exact bytes sent and its attempts, the newest first. @throws AppError `not_found`. */
export async function getDelivery(access: Access, input: z.output<typeof oneDeliveryInput>) {
  const delivery = await db.delivery.findFirst({
    where: { id: BigInt(input.deliveryId), projectId: access.projectId },
    include: {
      event: true,
      webhook: { select: { url: true, isOn: true, deletedAt: true } },
      attemptList: { orderBy: [{ number: "desc" }, { id: "desc" }], take: ATTEMPTS_SHOWN_MAX },
    },
  });
  if (!delivery) throw new AppError("not_found");
  const { event, webhook } = delivery;
  return {
    id: String(delivery.id),
    webhookId: delivery.webhookId,
    webhookUrl: webhook.url,
    isWebhookDeleted: webhook.deletedAt !== null,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    resourceId: delivery.resourceId,
    revision: delivery.revision,
    status: delivery.status,
    attemptCount: delivery.attempts,
    endReason: delivery.endReason,
    isTest: delivery.revision === 0,
    /** Made by a resend or replay. */
    isAgain: delivery.replayId !== "",
    nextAttemptAt: delivery.status === "waiting" ? delivery.dueAt : null,
    eventAt: event.createdAt,
    createdAt: delivery.createdAt,
    body: event.body,
    /** When the customer was erased and the body with them; it is then no longer what was sent. */
    erasedAt: event.erasedAt,
    attempts: delivery.attemptList.map((attempt) => ({
      id: String(attempt.id),
      number: attempt.number,
      url: attempt.url,
      startedAt: attempt.startedAt,
      durationMs: attempt.durationMs,
      firstByteMs: attempt.firstByteMs,
      statusCode: attempt.statusCode,
      error: attempt.error,
      advice: attempt.advice,
      isOurFault: attempt.isOurFault,
      remoteAddress: attempt.remoteAddress,
      requestHeaders: headersOf(attempt.requestHeaders),
      responseHeaders: headersOf(attempt.responseHeaders),
      responseBody: attempt.responseBody,
      /** Its body went on beyond what is kept. */
      isResponseCut: isCutShort(attempt.responseBody ?? ""),
      runUrl: runUrl(attempt.runId),
    })),
  };
}

export type DeliveryDetail = Awaited<ReturnType<typeof getDelivery>>;
export type AttemptDetail = DeliveryDetail["attempts"][number];
