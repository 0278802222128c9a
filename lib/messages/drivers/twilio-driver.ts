import { Agent, request } from "undici";
import { z } from "zod";
import { type MessageDriver, type OutgoingSms, SEND_MS_MAX } from "@/lib/messages/drivers/message-driver";
import { twilioFailure } from "@/lib/messages/drivers/twilio-failure";

export type TwilioSettings = {
  apiUrl: string;
  accountSid: string;
  authToken: string;
  /** Where Twilio reports what became of a message. */
  statusCallbackUrl: (messageId: string) => string;
  totalMs?: number;
};

const CONNECT_MS = 10_000;

const accepted = z.object({ sid: z.string() });
const refused = z.object({ code: z.number().nullish(), message: z.string().nullish() });

/** Sends SMS by Twilio's Messages resource (API version 2010-04-01). */
export function createTwilioDriver(settings: TwilioSettings): MessageDriver<OutgoingSms> {
  // A connection for each: one that Twilio closes while we use it again would leave a message in the dark.
  const agent = new Agent({ pipelining: 0, connect: { timeout: CONNECT_MS } });
  const { apiUrl, accountSid, authToken } = settings;
  const url = `${apiUrl.replace(/\/+$/, "")}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;

  return {
    name: "twilio",
    isReal: true,
    async send(sms) {
      try {
        const { statusCode, body } = await request(url, {
          dispatcher: agent,
          method: "POST",
          headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({
            To: sms.to,
            [sms.from.startsWith("MG") ? "MessagingServiceSid" : "From"]: sms.from,
            Body: sms.text,
            StatusCallback: settings.statusCallbackUrl(sms.id),
          }).toString(),
          signal: AbortSignal.timeout(settings.totalMs ?? SEND_MS_MAX),
        });
        const answer = readJson(await body.text());
        const taken = accepted.safeParse(answer);
        if (statusCode >= 200 && statusCode < 300 && taken.success) {
          return { kind: "accepted", providerMessageId: taken.data.sid };
        }
        const { code, message } = refused.safeParse(answer).data ?? {};
        return twilioFailure({ status: statusCode, code: code ?? null, message: message ?? null });
      } catch (error) {
        return twilioFailure({ networkError: errorCode(error) });
      }
    },
    close: () => agent.close(),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
