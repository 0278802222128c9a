import type { MessageChannel } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";

/** The channels whose messages stay on this server, in the Outbox; empty where real drivers send both. */
export function outboxChannels(): MessageChannel[] {
  const { EMAIL_DRIVER, SMS_DRIVER } = env();
  return [
    ...(EMAIL_DRIVER === "outbox" ? (["email"] as const) : []),
    ...(SMS_DRIVER === "outbox" ? (["sms"] as const) : []),
  ];
}
