import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const LIFE_MS = 2 * 60 * 60 * 1000;

/** What a nonce lets its holder send: forms of one rating link, of one public page, or edits of one public review. */
export type NonceSubject = `link:${string}` | `page:${string}` | `review:${string}`;

function seal(subject: NonceSubject, head: string): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: start with `npm start`.");
  return createHmac("sha256", secret).update(`form-nonce\n${subject}\n${head}`).digest("base64url");
}

/**
 * Signed proof that a form came from a page of ours, unique per form: `<issued, ms in base 36>.<random>.<HMAC-SHA256>`.
 * Needs no row until the form is sent; good for 2 hours, one subject and one change.
 */
export function newNonce(subject: NonceSubject, nowMs: number = Date.now()): string {
  const head = `${nowMs.toString(36)}.${randomBytes(12).toString("base64url")}`;
  return `${head}.${seal(subject, head)}`;
}

/** True when we issued it for this subject less than 2 hours ago. */
export function isNonceGood(nonce: string, subject: NonceSubject, nowMs: number = Date.now()): boolean {
  const [issued = "", random = "", mac = "", ...rest] = nonce.split(".");
  if (rest.length > 0 || nonce.length > 200) return false;
  const expected = Buffer.from(seal(subject, `${issued}.${random}`));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const ageMs = nowMs - Number.parseInt(issued, 36);
  return ageMs > -60_000 && ageMs < LIFE_MS;
}
