import { timingSafeEqual } from "node:crypto";
import type { SignatureCheck } from "@/lib/receiver/received-request";
import { signWebhook } from "@/lib/webhooks/signature";

const TOLERANCE_MS = 300_000;

/** A secret that is valid now, and whose it is. */
export type HookSecret = { webhookId: string; projectId: string; secret: string };

export type SignedParts = {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
  body: Uint8Array;
};

/** Checks a request as a receiver should (Standard Webhooks, "Verifying webhook authenticity"). Pure. */
export function checkSignature(
  parts: SignedParts,
  secrets: readonly HookSecret[],
  now: Date,
): { check: SignatureCheck; secret: HookSecret | null } {
  const { id, timestamp, signature, body } = parts;
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp))
    return { check: "missing", secret: null };
  if (secrets.length === 0) return { check: "no_webhook", secret: null };
  const given = signature.split(" ");
  const secret = secrets.find((candidate) => {
    const expected = signWebhook(id, Number(timestamp), body, [candidate.secret]);
    return given.some((one) => isSameText(one, expected));
  });
  if (!secret) return { check: "wrong", secret: null };
  const isStale = Math.abs(now.getTime() - Number(timestamp) * 1000) > TOLERANCE_MS;
  return { check: isStale ? "stale" : "verified", secret };
}

function isSameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
