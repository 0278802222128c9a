import { describe, expect, it } from "vitest";
import { AttemptFailureError, faultOf } from "./attempt-failure";
import { failureFromError } from "./failure-from-error";

const TARGET = { hostname: "hooks.example.com", port: 443, connectTimeoutMs: 5_000 };
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });
const understood = (error: unknown) => {
  const failure = failureFromError(error, TARGET);
  return [failure.code, faultOf(failure)];
};

describe("an error of the network", () => {
  it.each([
    ["ECONNREFUSED", "connection_refused", "receiver"],
    ["ECONNRESET", "connection_lost", "receiver"],
    ["EPIPE", "connection_lost", "receiver"],
    ["ETIMEDOUT", "connect_timeout", "receiver"],
    ["EHOSTUNREACH", "host_unreachable", "receiver"],
    ["ENETUNREACH", "network_down", "ours"],
    ["ENETDOWN", "network_down", "ours"],
    ["EMFILE", "out_of_resources", "ours"],
    ["ENFILE", "out_of_resources", "ours"],
    ["EADDRNOTAVAIL", "out_of_resources", "ours"],
    ["CERT_REVOKED", "tls_untrusted", "receiver"],
    ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "tls_failed", "receiver"],
    ["ERR_SOMETHING_NEW", "internal_error", "ours"],
  ])("%s is %s, the fault: %s", (code, failure, fault) => {
    expect(understood(coded(code))).toEqual([failure, fault]);
  });

  it("from several addresses is the receiver's as soon as one of them is", () => {
    expect(understood(new AggregateError([coded("ENETUNREACH"), coded("ECONNREFUSED")]))).toEqual([
      "connection_refused",
      "receiver",
    ]);
    expect(understood(new AggregateError([coded("ENETUNREACH"), coded("ENETUNREACH")]))).toEqual([
      "network_down",
      "ours",
    ]);
  });

  it("that was understood before stays as it was, and what is no error is a defect of ours", () => {
    const failure = { code: "address_refused", hostname: "a", address: "10.0.0.5" } as const;
    expect(failureFromError(new AttemptFailureError(failure), TARGET)).toBe(failure);
    expect(understood("oops")).toEqual(["internal_error", "ours"]);
  });
});
