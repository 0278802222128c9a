import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import type { SendOutcome } from "@/lib/messages/send-outcome";

/** What nodemailer tells of a failure. */
export type SmtpError = {
  /** `EAUTH`, `EENVELOPE`, `EMESSAGE`, `ECONNECTION`, `ETIMEDOUT` … */
  code?: string | undefined;
  message: string;
  /** The server's reply, when it gave one: `550 5.1.1 No such user`. */
  response?: string | undefined;
  responseCode?: number | undefined;
};

type Failed = Exclude<SendOutcome, { kind: "accepted" }>;

/** X.1.1, X.1.2, X.1.3, X.1.6 and X.1.10 of RFC 3463 and RFC 7505: nobody is reached at this address, now or later. */
const NO_SUCH_ADDRESS = /^5\.1\.(?:1|2|3|6|10)$/;

/** True for an enhanced status code, for example 5.1.1, that says so. */
export function isNoSuchAddress(status: string): boolean {
  return NO_SUCH_ADDRESS.test(status);
}

/**
 * What a failed SMTP transaction means (RFC 5321, 4.2.1: a reply of 4yz is for now, one of 5yz for good). Without a reply
 * it depends on whether the message's bytes were on their way: then the server may have taken it.
 * @param hasBegun the server had asked for the message (354) and its first bytes were read
 */
export function smtpFailure(error: SmtpError, hasBegun: boolean): Failed {
  const { responseCode, response } = error;
  const providerCode = response?.match(/^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/)?.[0].replace("-", " ") ?? null;
  if (error.code === "EAUTH" || error.code === "ENOAUTH") {
    return temporary("mail_server_sign_in", "The mail server refused our sign-in.", providerCode);
  }
  if (responseCode !== undefined && responseCode >= 400) {
    const said = `The mail server said: ${oneLine(response ?? "")}`;
    // 503, bad sequence of commands, is about the session and not the message.
    if (responseCode < 500 || responseCode === 503)
      return temporary("mail_server_deferred", said, providerCode);
    const status = /^5\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? "")?.[1] ?? "";
    const code = isNoSuchAddress(status) ? ADDRESS_UNKNOWN : "mail_server_refused";
    return { kind: "refused", failure: { code, message: said, providerCode } };
  }
  if (hasBegun) {
    const message = "The connection broke while the mail was handed over: it may have been sent.";
    return { kind: "unknown", failure: { code: UNKNOWN_AFTER_CRASH, message, providerCode } };
  }
  return temporary(
    "mail_server_unreachable",
    `The mail server can't be reached: ${oneLine(error.message)}`,
    null,
  );
}

/** `failureCode` of a mail whose address doesn't exist: it is suppressed from then on. */
export const ADDRESS_UNKNOWN = "address_unknown";

function temporary(code: string, message: string, providerCode: string | null): Failed {
  return { kind: "temporary", failure: { code, message, providerCode } };
}

const TEXT_MAX = 300;

function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  return line.length > TEXT_MAX ? `${line.slice(0, TEXT_MAX)}…` : line;
}
