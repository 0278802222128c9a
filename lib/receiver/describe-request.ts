import { isUtf8 } from "node:buffer";
import { z } from "zod";
import { checkSignature, type HookSecret } from "@/lib/receiver/check-signature";
import type { ReceivedRequest } from "@/lib/receiver/received-request";

/** The parts of an envelope that the receiver shows beside the body. */
const envelopeHead = z.object({
  id: z.string().optional(),
  type: z.string().optional(),
  created_at: z.iso.datetime().optional(),
  project: z.object({ id: z.string() }).optional(),
});

export type Arrival = {
  seq: number;
  hook: string;
  method: string;
  target: string;
  receivedAt: Date;
  headers: [string, string][];
  body: Buffer;
};

/**
 * All that can be told about a request at its arrival. Pure.
 * @param secrets those valid now of all webhooks with this URL; null when they couldn't be read
 */
export function describeRequest(arrival: Arrival, secrets: readonly HookSecret[] | null): ReceivedRequest {
  const header = (name: string) => arrival.headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const isText = isUtf8(arrival.body);
  const head = isText ? parseHead(arrival.body.toString("utf8")) : {};
  const parts = {
    id: header("webhook-id"),
    timestamp: header("webhook-timestamp"),
    signature: header("webhook-signature"),
    body: arrival.body,
  };
  const checked = checkSignature(parts, secrets ?? [], arrival.receivedAt);
  const attempt = Number(header("starwire-attempt"));
  return {
    seq: arrival.seq,
    hook: arrival.hook,
    method: arrival.method,
    target: arrival.target,
    receivedAt: arrival.receivedAt.toISOString(),
    headers: arrival.headers,
    body: arrival.body.toString(isText ? "utf8" : "base64"),
    bodyEncoding: isText ? "utf8" : "base64",
    signature: checked.check === "no_webhook" && !secrets ? "unchecked" : checked.check,
    webhookId: checked.secret?.webhookId ?? null,
    projectId: checked.secret?.projectId ?? head.project?.id ?? null,
    eventId: parts.id ?? head.id ?? null,
    eventType: head.type ?? null,
    attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : null,
    sinceEventMs: head.created_at ? arrival.receivedAt.getTime() - Date.parse(head.created_at) : null,
    answer: null,
  };
}

function parseHead(text: string): z.infer<typeof envelopeHead> {
  try {
    return envelopeHead.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
