import type { z } from "zod";
import type { Access } from "@/lib/auth/access";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { oneDeliveryInput } from "@/lib/webhooks/schema";

const headersOf = (stored: unknown): [name: string, value: string][] =>
  stored && typeof stored === "object"
    ? Object.entries(stored).map(([name, value]) => [name, String(value)])
    : [];

/** One delivery with the exact bytes sent and every attempt, the newest first. @throws AppError `not_found`. */
export async function getDelivery(access: Access, input: z.output<typeof oneDeliveryInput>) {
  const delivery = await db.delivery.findFirst({
    where: { id: BigInt(input.deliveryId), projectId: access.projectId },
    include: { event: true, attemptList: { orderBy: { id: "desc" } } },
  });
  if (!delivery) throw new AppError("not_found");
  return {
    id: String(delivery.id),
    eventId: delivery.eventId,
    body: delivery.event.body,
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
    })),
  };
}

export type DeliveryDetail = Awaited<ReturnType<typeof getDelivery>>;
export type AttemptDetail = DeliveryDetail["attempts"][number];
