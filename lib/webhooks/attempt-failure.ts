import type { AttemptErrorCode, AttemptFault } from "./attempt-outcome";

/** What made an attempt fail, with the facts that its sentence needs. */
export type AttemptFailure =
  | { code: "address_refused"; hostname: string; address: string }
  | { code: "connect_timeout"; hostname: string; seconds: number }
  | { code: "connection_lost" }
  | { code: "connection_refused"; hostname: string; port: number }
  | { code: "dns_not_found"; hostname: string }
  | { code: "dns_unavailable"; hostname: string }
  | { code: "gone" }
  | { code: "host_unreachable"; hostname: string }
  | { code: "http_status"; status: number }
  | { code: "internal_error" }
  | { code: "network_down" }
  | { code: "no_answer"; seconds: number }
  | { code: "out_of_resources" }
  | { code: "redirected"; status: number; to: string | null }
  | { code: "response_invalid" }
  | { code: "response_too_large" }
  | { code: "stopped" }
  | { code: "tls_expired" }
  | { code: "tls_failed" }
  | { code: "tls_incomplete_chain" }
  | { code: "tls_not_https"; port: number }
  | { code: "tls_not_yet_valid" }
  | { code: "tls_untrusted" }
  | { code: "tls_wrong_host"; hostname: string; names: readonly string[] }
  | { code: "url_invalid" };

const OUR_FAULTS: ReadonlySet<AttemptErrorCode> = new Set([
  "dns_unavailable",
  "internal_error",
  "network_down",
  "out_of_resources",
  "stopped",
]);

/** Ours: our DNS, our network, our limits, our shutdown, our defects. They are retried but never counted against a webhook. */
export function faultOf(failure: AttemptFailure): AttemptFault {
  return OUR_FAULTS.has(failure.code) ? "ours" : "receiver";
}

/** Carries a failure that is already understood through code that speaks in errors. */
export class AttemptFailureError extends Error {
  override name = "AttemptFailureError";

  constructor(readonly failure: AttemptFailure) {
    super(failure.code);
  }
}
