import type { MessageChannel } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { outboxChannels } from "@/lib/messages/outbox-channels";

/** True where e-mails really leave and the project has no postal address, which each of them carries. */
export function lacksPostalAddress({ postalAddress }: { postalAddress: string }): boolean {
  return postalAddress === "" && !outboxChannels().includes("email");
}

/**
 * Refuses to write an e-mail that would leave this server without a postal address (CAN-SPAM, 15 U.S.C. 7704(a)(5), and
 * the imprint that other countries ask for). What stays in the Outbox needs none.
 * @throws AppError `postal_address_missing`
 */
export function requirePostalAddress(
  settings: { postalAddress: string },
  message: { channel: MessageChannel; isDemo: boolean },
): void {
  if (message.channel === "email" && !message.isDemo && lacksPostalAddress(settings))
    throw new AppError("postal_address_missing");
}
