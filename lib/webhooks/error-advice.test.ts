import { describe, expect, it } from "vitest";
import type { AttemptFailure } from "./attempt-failure";
import { describeFailure, errorInWords } from "./error-advice";

const hostname = "hooks.example.com";
const FAILURES: AttemptFailure[] = [
  { code: "address_refused", hostname, address: "10.0.0.5" },
  { code: "address_refused", hostname: "10.0.0.5", address: "10.0.0.5" },
  { code: "connect_timeout", hostname, seconds: 5 },
  { code: "connection_lost" },
  { code: "connection_refused", hostname, port: 443 },
  { code: "dns_not_found", hostname },
  { code: "dns_unavailable", hostname },
  { code: "gone" },
  { code: "host_unreachable", hostname },
  ...[400, 401, 404, 418, 429, 500, 503, 599].map((status) => ({ code: "http_status" as const, status })),
  { code: "internal_error" },
  { code: "network_down" },
  { code: "no_answer", seconds: 15 },
  { code: "out_of_resources" },
  { code: "redirected", status: 301, to: "https://new.example/" },
  { code: "redirected", status: 301, to: null },
  { code: "response_invalid" },
  { code: "response_too_large" },
  { code: "stopped" },
  { code: "tls_expired" },
  { code: "tls_failed" },
  { code: "tls_incomplete_chain" },
  { code: "tls_not_https", port: 443 },
  { code: "tls_not_yet_valid" },
  { code: "tls_untrusted" },
  { code: "tls_wrong_host", hostname, names: ["a.example"] },
  { code: "tls_wrong_host", hostname, names: [] },
  { code: "url_invalid" },
];

describe("a failure in words", () => {
  it.each(FAILURES)("says what happened and what to do: $code", (failure) => {
    const { code, sentence, advice } = describeFailure(failure);
    expect(code).toBe(failure.code);
    expect(sentence).toMatch(/^[\w[].*[^.]$/);
    expect(advice).toMatch(/^[a-z].*[^.]$/);
    expect(`${sentence} ${advice}`).not.toMatch(/undefined|null|NaN|object/);
  });

  it("reads as one line", () => {
    const inWords = (failure: AttemptFailure) => errorInWords(describeFailure(failure));
    expect(inWords({ code: "redirected", status: 301, to: "https://new.example/hooks" })).toBe(
      "Redirects to https://new.example/hooks — put that URL in",
    );
    expect(inWords({ code: "http_status", status: 500 })).toBe(
      "Answered 500 Internal Server Error — look for the reason in the receiver's log",
    );
    expect(inWords({ code: "http_status", status: 599 })).toMatch(/^Answered 599 — /);
    expect(describeFailure({ code: "tls_untrusted" }).sentence).toBe("Certificate not trusted");
    expect(inWords({ code: "redirected", status: 302, to: "http://new.example/" })).toBe(
      "Redirects to http://new.example/ — answer at an https:// URL without redirecting",
    );
  });
});
