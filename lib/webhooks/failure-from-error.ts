import { errors } from "undici";
import { AttemptFailureError, type AttemptFailure } from "./attempt-failure";

type Target = { hostname: string; port: number; connectTimeoutMs: number };

const NAMES_SHOWN_MAX = 3;

const UNTRUSTED = new Set([
  "CERT_CHAIN_TOO_LONG",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
]);
const INCOMPLETE_CHAIN = new Set(["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"]);
const NOT_HTTPS =
  /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|http[ _]request|unknown[ _]protocol/i;
const OUT_OF_RESOURCES = new Set(["EADDRNOTAVAIL", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"]);
const NETWORK_DOWN = new Set(["EACCES", "EAFNOSUPPORT", "ENETDOWN", "ENETUNREACH", "EPERM"]);
const LOST = new Set(["ECONNABORTED", "ECONNRESET", "ENOTCONN", "EPIPE", "UND_ERR_SOCKET"]);

/**
 * Understands an error of `node:net`, `node:tls` or undici's HTTP client. When several addresses were tried, what the
 * receiver did outweighs what our own network couldn't do. An error of no known kind is a defect of ours.
 */
export function failureFromError(error: unknown, target: Target): AttemptFailure {
  if (error instanceof AttemptFailureError) return error.failure;
  if (error instanceof AggregateError && error.errors.length > 0) {
    const failures = error.errors.map((each) => failureFromError(each, target));
    return failures.find(({ code }) => code !== "network_down") ?? { code: "network_down" };
  }
  if (!(error instanceof Error)) return { code: "internal_error" };
  return fromCode(codeOf(error), error, target);
}

function fromCode(code: string, error: Error, target: Target): AttemptFailure {
  const { hostname, port } = target;
  if (code === "ECONNREFUSED") return { code: "connection_refused", hostname, port };
  if (code === "ETIMEDOUT")
    return { code: "connect_timeout", hostname, seconds: target.connectTimeoutMs / 1000 };
  if (code === "EHOSTUNREACH" || code === "EHOSTDOWN") return { code: "host_unreachable", hostname };
  if (OUT_OF_RESOURCES.has(code)) return { code: "out_of_resources" };
  if (NETWORK_DOWN.has(code)) return { code: "network_down" };
  if (code === "CERT_HAS_EXPIRED") return { code: "tls_expired" };
  if (code === "CERT_NOT_YET_VALID") return { code: "tls_not_yet_valid" };
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return { code: "tls_wrong_host", hostname, names: certificateNames(error) };
  }
  if (INCOMPLETE_CHAIN.has(code)) return { code: "tls_incomplete_chain" };
  if (UNTRUSTED.has(code)) return { code: "tls_untrusted" };
  if (code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_") || code === "EPROTO") {
    return NOT_HTTPS.test(`${code} ${error.message}`)
      ? { code: "tls_not_https", port }
      : { code: "tls_failed" };
  }
  if (code === "UND_ERR_HEADERS_OVERFLOW") return { code: "response_too_large" };
  const isBadAnswer = code === "UND_ERR_SOCKET" && error.message.startsWith("bad ");
  if (isBadAnswer || error instanceof errors.HTTPParserError || code.startsWith("UND_ERR_RES")) {
    return { code: "response_invalid" };
  }
  if (LOST.has(code)) return { code: "connection_lost" };
  return { code: "internal_error" };
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The host names of the certificate that Node refused, from the error's `cert.subjectaltname`. */
function certificateNames(error: Error): string[] {
  const cert = "cert" in error ? error.cert : null;
  if (typeof cert !== "object" || cert === null || !("subjectaltname" in cert)) return [];
  return String(cert.subjectaltname)
    .split(", ")
    .map((name) => name.replace(/^(DNS|IP Address):/, "").replaceAll('"', ""))
    .slice(0, NAMES_SHOWN_MAX);
}
