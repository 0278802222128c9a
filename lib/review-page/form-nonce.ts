import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

const HOUR_MS = 60 * 60 * 1000;
const NONCE_LIFE_MS = 2 * HOUR_MS;
const KEY_LIFE_MS = 24 * HOUR_MS;

/** What a nonce lets its holder send: forms of one rating link, of one public page; or edit one public review. */
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
export function isNonceGood(
  nonce: string,
  subject: NonceSubject,
  nowMs: number = Date.now(),
  lifeMs: number = NONCE_LIFE_MS,
): boolean {
  const [issued = "", random = "", mac = "", ...rest] = nonce.split(".");
  if (rest.length > 0 || nonce.length > 200) return false;
  const expected = Buffer.from(seal(subject, `${issued}.${random}`));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const ageMs = nowMs - Number.parseInt(issued, 36);
  return ageMs > -60_000 && ageMs < lifeMs;
}

/** What lets a visitor of the public page edit the review they have just made, for 24 hours. */
export function newReviewKey(reviewId: string, nowMs: number = Date.now()): string {
  return `${reviewId}~${newNonce(`review:${reviewId}`, nowMs)}`;
}

/** The review that a key opens, or null when it isn't ours or too old. */
export function openReviewKey(key: string, nowMs: number = Date.now()): string | null {
  const [reviewId = "", seal = ""] = key.split("~");
  return isNonceGood(seal, `review:${reviewId}`, nowMs, KEY_LIFE_MS) ? reviewId : null;
}
