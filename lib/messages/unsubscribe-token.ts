import type { MessageChannel } from "@/lib/db/generated/enums";
import { DecryptionError, encryption } from "@/lib/encryption";

const CONTEXT = "unsubscribe link";
/** Mail programs that find links in plain text leave a final `-` or `_` out. */
const END = "u";

/**
 * What an unsubscribe link carries: customer and channel, encrypted and signed, so that it needs no row, tells nothing and
 * can't be made by others. It has no end, as the law on unsubscribing wants it.
 */
export function unsubscribeToken(customerId: string, channel: MessageChannel): string {
  return encryption().encrypt(`${channel} ${customerId}`, CONTEXT) + END;
}

/** Whom a token unsubscribes; null when it isn't one of ours. */
export function readUnsubscribeToken(token: string): { customerId: string; channel: MessageChannel } | null {
  if (token.length > 400 || !token.endsWith(END)) return null;
  try {
    const text = encryption().decrypt(token.slice(0, -END.length), CONTEXT);
    const [channel, customerId = ""] = text.split(" ");
    return channel === "email" || channel === "sms" ? { channel, customerId } : null;
  } catch (error) {
    if (error instanceof DecryptionError) return null;
    throw error;
  }
}
