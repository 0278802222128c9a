import { UNKNOWN_AFTER_CRASH } from "@/lib/messages/message-state";
import type { MessageFailure, SendOutcome } from "@/lib/messages/send-outcome";

/** `failureCode` of an SMS whose recipient has opted out with the provider. */
export const RECIPIENT_STOPPED = "recipient_stopped";

/** `failureCode` of an SMS whose number can't get any. */
export const INVALID_NUMBER = "invalid_number";

const INVALID_NUMBER_WORDS = "The number can't receive SMS.";

/** Twilio's error codes that say something about the recipient (twilio.com/docs/api/errors). */
const RECIPIENT_CODES: Readonly<Record<number, { code: string; message: string }>> = {
  21610: { code: RECIPIENT_STOPPED, message: "The customer has opted out of SMS by replying STOP." },
  21211: { code: INVALID_NUMBER, message: "This isn't a valid phone number." },
  21217: { code: INVALID_NUMBER, message: "This isn't a valid phone number." },
  21614: { code: INVALID_NUMBER, message: INVALID_NUMBER_WORDS },
  30005: { code: INVALID_NUMBER, message: "The number doesn't exist or is no longer in use." },
  30006: { code: INVALID_NUMBER, message: "The number is a landline or its carrier can't be reached." },
};

/** What an error code of Twilio, in an answer or a callback, says of a message. */
export function twilioMessageFailure(code: number | null, message: string | null): MessageFailure {
  const known = code === null ? undefined : RECIPIENT_CODES[code];
  const words = message
    ? `The SMS provider said: ${message.slice(0, 300)}`
    : "The SMS provider could not deliver it.";
  const providerCode = code === null ? null : String(code);
  return { code: known?.code ?? "sms_provider_refused", message: known?.message ?? words, providerCode };
}

type TwilioProblem =
  | { status: number; code: number | null; message: string | null }
  | { networkError: string };

/** Before these, nothing of the request was sent. */
const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Ours to mend, or Twilio's: credentials, limits, a pause. Nothing was taken. */
const NOT_NOW = new Set([401, 403, 408, 429, 503]);

/** What it means that Twilio didn't answer with a message. Without a clear answer it may have taken it. */
export function twilioFailure(problem: TwilioProblem): Exclude<SendOutcome, { kind: "accepted" }> {
  if ("networkError" in problem) {
    if (!NEVER_CONNECTED.has(problem.networkError)) return unknown(problem.networkError);
    const message = `The SMS provider can't be reached (${problem.networkError}).`;
    return { kind: "temporary", failure: { code: "sms_provider_unreachable", message, providerCode: null } };
  }
  const { status, code, message } = problem;
  const failure = twilioMessageFailure(code, message);
  const isAboutRecipient = code !== null && code in RECIPIENT_CODES;
  if (!isAboutRecipient && NOT_NOW.has(status)) {
    return { kind: "temporary", failure: { ...failure, code: "sms_provider_deferred" } };
  }
  if (status >= 400 && status < 500) return { kind: "refused", failure };
  return unknown(String(status));
}

function unknown(providerCode: string): Exclude<SendOutcome, { kind: "accepted" }> {
  const message = "The SMS provider gave no clear answer: it may have been sent.";
  return { kind: "unknown", failure: { code: UNKNOWN_AFTER_CRASH, message, providerCode } };
}
