import { expect, test } from "vitest";
import { isSecureRequest } from "@/lib/auth/is-secure-request";
import { clientAddress } from "@/lib/client-address";

test.each([
  [{ "x-forwarded-for": "203.0.113.9" }, "203.0.113.9"],
  [{ "x-forwarded-for": "6.6.6.6, 203.0.113.9" }, "203.0.113.9"],
  [{ "x-forwarded-for": "::1" }, "::1"],
  [{}, "unknown"],
])("the address the nearest proxy saw: %j", (headers, address) => {
  expect(clientAddress(new Headers(headers))).toBe(address);
});

test.each([
  [{ "x-forwarded-proto": "https" }, true],
  [{ "x-forwarded-proto": "https, http" }, true],
  [{ "x-forwarded-proto": "http" }, false],
  [{}, false],
])("cookies are bound to https only where the browser came by it: %j", (headers, isSecure) => {
  expect(isSecureRequest(new Headers(headers))).toBe(isSecure);
});
