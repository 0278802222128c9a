import { expect, test } from "vitest";
import { isSecureRequest } from "@/lib/auth/is-secure-request";
import { clientAddress } from "@/lib/client-address";

test.each<[string, string | null, number, string]>([
  ["no proxy", "203.0.113.9", 0, "203.0.113.9"],
  ["no proxy, a forged header", "6.6.6.6, 203.0.113.9", 0, "203.0.113.9"],
  ["one proxy", "203.0.113.9, 10.0.0.2", 1, "203.0.113.9"],
  ["one proxy, a forged header", "6.6.6.6, 203.0.113.9, 10.0.0.2", 1, "203.0.113.9"],
  ["two proxies", "6.6.6.6, 203.0.113.9, 10.0.0.3, 10.0.0.2", 2, "203.0.113.9"],
  ["asked past the proxies", "203.0.113.9", 2, "203.0.113.9"],
  ["IPv6", "2001:db8::7, ::1", 1, "2001:db8::7"],
  ["nothing known", null, 0, "unknown"],
])("the address a request came from: %s", (_case, forwarded, proxies, address) => {
  const headers = new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded });
  expect(clientAddress(headers, proxies)).toBe(address);
});

test.each([
  [{ "x-forwarded-proto": "https" }, true],
  [{ "x-forwarded-proto": "https, http" }, true],
  [{ "x-forwarded-proto": "http" }, false],
  [{}, false],
])("cookies are bound to https only where the browser came by it: %j", (headers, isSecure) => {
  expect(isSecureRequest(new Headers(headers))).toBe(isSecure);
});
