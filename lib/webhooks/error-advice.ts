import { STATUS_CODES } from "node:http";
import type { AttemptFailure } from "./attempt-failure";
import type { AttemptError } from "./attempt-outcome";

const OUR_SIDE = "this is on our side, doesn't count against the webhook and is tried again";
const BLAME_RECEIVER = "look for the reason in the receiver's log";

const STATUS_ADVICE: Readonly<Record<number, string>> = {
  400: "the receiver doesn't accept the request; look for the reason in its log",
  401: "let our requests in without a login and check their signature instead",
  403: "let our requests in: a login, a firewall or a bot filter stands before the receiver",
  404: "nothing is at this path; check the URL",
  405: "accept POST at this URL",
  408: "answer 2xx first and do the work afterwards",
  413: "accept bodies of up to 256 KB",
  415: "accept application/json",
  429: "the receiver asks us to slow down; we wait as long as its Retry-After says",
  502: "the proxy before the receiver reaches nothing behind it; start the receiver",
  503: "the receiver is overloaded or being restarted; we wait as long as its Retry-After says",
  504: "the proxy before the receiver waited in vain; answer 2xx first and do the work afterwards",
};

/** A failure in words: what happened, and after a dash what to do. The sentence has no full stop. */
export function describeFailure(failure: AttemptFailure): AttemptError {
  const [sentence, advice] = wordsOf(failure);
  return { code: failure.code, sentence, advice };
}

/** "Certificate not trusted — use one from …" */
export function errorInWords({ sentence, advice }: Pick<AttemptError, "sentence" | "advice">): string {
  return `${sentence} — ${advice}`;
}

function wordsOf(failure: AttemptFailure): [sentence: string, advice: string] {
  switch (failure.code) {
    case "address_refused":
      return [
        failure.hostname === failure.address
          ? `${failure.address} is a private address, so nothing was sent`
          : `${failure.hostname} is at the private address ${failure.address}, so nothing was sent`,
        "use an address that the internet can reach, or have your operator allow it in WEBHOOK_ALLOWED_NETS",
      ];
    case "connect_timeout":
      return [
        `No connection to ${failure.hostname} within ${failure.seconds} s`,
        "check that the server runs and that its firewall lets us in",
      ];
    case "connection_lost":
      return [
        "The connection was closed before an answer came",
        "look for a crash, a restart or a proxy at the receiver",
      ];
    case "connection_refused":
      return [
        `${failure.hostname} refused the connection on port ${failure.port}`,
        "start the server or correct the port",
      ];
    case "dns_not_found":
      return [`${failure.hostname} doesn't exist`, "check the host name for a typo, and its DNS entry"];
    case "dns_unavailable":
      return [`We couldn't look up ${failure.hostname}`, OUR_SIDE];
    case "gone":
      return [
        "Answered 410 Gone",
        "this asks us to stop, so the webhook was turned off; turn it on when the receiver is back",
      ];
    case "host_unreachable":
      return [`No way leads to ${failure.hostname}`, "check its DNS entry and its network"];
    case "http_status":
      return [`Answered ${statusInWords(failure.status)}`, STATUS_ADVICE[failure.status] ?? BLAME_RECEIVER];
    case "internal_error":
      return ["Something went wrong at our end", OUR_SIDE];
    case "network_down":
      return ["Our network is down", OUR_SIDE];
    case "no_answer":
      return [`No answer within ${failure.seconds} s`, "answer 2xx first and do the work afterwards"];
    case "out_of_resources":
      return ["Too many connections are open at our end", OUR_SIDE];
    case "redirected":
      return redirectInWords(failure.status, failure.to);
    case "response_invalid":
      return ["The answer isn't valid HTTP", "check that a web server listens on this port"];
    case "response_too_large":
      return ["The answer's headers are larger than 16 KB", "answer with fewer and shorter headers"];
    case "stopped":
      return ["Stopped because we were shutting down", OUR_SIDE];
    case "tls_expired":
      return ["Certificate expired", "renew it"];
    case "tls_failed":
      return [
        "No secure connection could be agreed on",
        "offer TLS 1.2 or newer without a client certificate",
      ];
    case "tls_incomplete_chain":
      return [
        "Certificate not trusted",
        "its issuer is unknown: install the full chain with all intermediate certificates",
      ];
    case "tls_not_https":
      return [`No HTTPS on port ${failure.port}`, "switch HTTPS on there or correct the port"];
    case "tls_not_yet_valid":
      return ["Certificate not valid yet", "check from when it is valid, and the server's clock"];
    case "tls_untrusted":
      return [
        "Certificate not trusted",
        "use one of a public authority, or have your operator trust its CA through NODE_EXTRA_CA_CERTS",
      ];
    case "tls_wrong_host":
      return [
        failure.names.length > 0
          ? `Certificate is for ${failure.names.join(", ")}, not for ${failure.hostname}`
          : `Certificate isn't for ${failure.hostname}`,
        `install one that names ${failure.hostname}`,
      ];
    case "url_invalid":
      return ["This URL can't be called", "edit the webhook and enter it again"];
  }
}

function redirectInWords(status: number, to: string | null): [string, string] {
  if (to === null)
    return [`Answered ${statusInWords(status)} without a usable Location`, "put the final URL in"];
  if (to.startsWith("https://")) return [`Redirects to ${to}`, "put that URL in"];
  return [`Redirects to ${to}`, "answer at an https:// URL without redirecting"];
}

function statusInWords(status: number): string {
  const name = STATUS_CODES[status];
  return name ? `${status} ${name}` : String(status);
}
