import { env } from "@/lib/env";
import type { MessageDriver, OutgoingEmail, OutgoingSms } from "@/lib/messages/drivers/message-driver";
import { outboxDriver } from "@/lib/messages/drivers/outbox-driver";
import { createSmtpDriver, SMTP_SETTINGS } from "@/lib/messages/drivers/smtp-driver";
import { createTwilioDriver } from "@/lib/messages/drivers/twilio-driver";
import { twilioUrl } from "@/lib/messages/reports/twilio-url";

export type MessageDrivers = { email: MessageDriver<OutgoingEmail>; sms: MessageDriver<OutgoingSms> };

let ofThisProcess: MessageDrivers | undefined;

/** The drivers that the environment names, opened at first use. */
export function messageDrivers(): MessageDrivers {
  ofThisProcess ??= { email: openEmailDriver(), sms: openSmsDriver() };
  return ofThisProcess;
}

/** Closes connections; for processes that end. */
export async function closeMessageDrivers(): Promise<void> {
  const drivers = ofThisProcess;
  ofThisProcess = undefined;
  await Promise.all([drivers?.email.close(), drivers?.sms.close()]);
}

function openEmailDriver(): MessageDriver<OutgoingEmail> {
  const { EMAIL_DRIVER, SMTP_URL, EMAIL_RETURN_PATH = null } = env();
  if (EMAIL_DRIVER === "outbox" || SMTP_URL === undefined) return outboxDriver;
  return createSmtpDriver({ ...SMTP_SETTINGS, url: SMTP_URL, returnPath: EMAIL_RETURN_PATH });
}

function openSmsDriver(): MessageDriver<OutgoingSms> {
  const { SMS_DRIVER, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_URL } = env();
  if (SMS_DRIVER === "outbox" || TWILIO_ACCOUNT_SID === undefined || TWILIO_AUTH_TOKEN === undefined) {
    return outboxDriver;
  }
  return createTwilioDriver({
    apiUrl: TWILIO_API_URL,
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    statusCallbackUrl: twilioUrl,
  });
}
