import { expect, test, vi } from "vitest";

vi.stubEnv("AUTH_SECRET", "a secret of thirty-two characters or more");
const { isNonceGood, newNonce, newReviewKey, openReviewKey } = await import("./form-nonce");

const now = Date.parse("2026-11-23T12:00:00.000Z");

test("is good for its subject, for two hours", () => {
  const nonce = newNonce("link:lnk_1", now);
  expect(isNonceGood(nonce, "link:lnk_1", now)).toBe(true);
  expect(isNonceGood(nonce, "link:lnk_1", now + 7_199_999)).toBe(true);
  expect(isNonceGood(nonce, "link:lnk_1", now + 7_200_000)).toBe(false);
  expect(isNonceGood(nonce, "link:lnk_2", now)).toBe(false);
  expect(isNonceGood(nonce, "page:lnk_1", now)).toBe(false);
});

test("no two are alike", () => {
  expect(newNonce("link:lnk_1", now)).not.toBe(newNonce("link:lnk_1", now));
});

test("forged and mangled ones are refused", () => {
  const nonce = newNonce("link:lnk_1", now);
  const [issued, random, mac] = nonce.split(".");
  const later = (now + 1000).toString(36);
  for (const forged of [
    "",
    "..",
    "a.b.c",
    `${later}.${random}.${mac}`,
    `${issued}.other.${mac}`,
    `${issued}.${random}.${mac?.slice(1)}`,
    `${issued}.${random}.${mac}.x`,
    `${nonce}${"x".repeat(300)}`,
  ]) {
    expect(isNonceGood(forged, "link:lnk_1", now), forged).toBe(false);
  }
});

test("a review's key opens that review, for a day", () => {
  const key = newReviewKey("rev_1", now);
  expect(openReviewKey(key, now + 86_399_999)).toBe("rev_1");
  expect(openReviewKey(key, now + 86_400_000)).toBeNull();
  expect(openReviewKey(key.replace("rev_1", "rev_2"), now)).toBeNull();
  expect(openReviewKey(newNonce("page:rev_1", now), now)).toBeNull();
  expect(openReviewKey("", now)).toBeNull();
});
