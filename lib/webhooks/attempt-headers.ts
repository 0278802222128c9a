import type { AttemptRequest } from "./attempt-outcome";
import { signWebhook } from "./signature";

/**
 * The headers of one attempt, freshly signed (Standard Webhooks). `webhook-id` stays the same at every attempt of an
 * event, time and signature don't.
 */
export function attemptHeaders(
  request: AttemptRequest,
  startedAt: Date,
  userAgent: string,
): Record<string, string> {
  const timestamp = Math.floor(startedAt.getTime() / 1000);
  return {
    "content-type": "application/json",
    "user-agent": userAgent,
    "webhook-id": request.eventId,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signWebhook(request.eventId, timestamp, request.body, request.secrets),
    "starwire-delivery": request.deliveryId,
    "starwire-attempt": String(request.attempt),
  };
}
