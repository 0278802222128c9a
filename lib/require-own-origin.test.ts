import { expect, test } from "vitest";
import { requireOwnOrigin } from "./require-own-origin";

const host = "reviews.example.com";
const isRefused = (headers: Record<string, string>): boolean => {
  try {
    requireOwnOrigin(new Headers({ host, ...headers }));
    return false;
  } catch {
    return true;
  }
};

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ origin: "https://reviews.example.com" }, false],
  [{ origin: "null" }, false],
  [{ origin: "https://evil.example" }, true],
  [{ origin: "https://reviews.example.com.evil.example" }, true],
  [{ origin: "https://reviews.example.com:8443" }, true],
  [{ origin: "nonsense" }, true],
  [{ "sec-fetch-site": "same-origin", origin: "null" }, false],
  [{ "sec-fetch-site": "same-origin", origin: "https://proxied.example" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{ "sec-fetch-site": "cross-site" }, true],
  [{ "sec-fetch-site": "cross-site", origin: "null" }, true],
  [{ "sec-fetch-site": "same-site", origin: "https://other.example.com" }, true],
  [{ host: "10.0.0.2:3000", "x-forwarded-host": host, origin: "https://reviews.example.com" }, false],
])("%j is refused: %s", (headers, refused) => {
  expect(isRefused(headers)).toBe(refused);
});
