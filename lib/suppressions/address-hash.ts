import { createHmac, hkdfSync } from "node:crypto";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";

/**
 * What is kept of an address that gets no messages: HMAC-SHA256 under a key derived from `ENCRYPTION_KEY`, so that a copy
 * of the database doesn't tell the address, nor that two projects share it. One hash per key that may have made it,
 * the present key's first.
 * @param address an e-mail address, in any case, or an E.164 number
 */
export function addressHashes(projectId: string, channel: MessageChannel, address: string): string[] {
  const text = `${projectId}\n${channel}\n${address.trim().toLowerCase()}`;
  return hashKeys().map((key) => createHmac("sha256", key).update(text).digest("base64url"));
}

let known: { of: string; keys: Buffer[] } | undefined;

function hashKeys(): Buffer[] {
  const source = env().ENCRYPTION_KEY;
  if (!source) throw new Error("ENCRYPTION_KEY is not set: start with `npm start`.");
  if (known?.of !== source) {
    const parts = source.split(",").map((text) => text.trim());
    const keys = parts
      .filter(Boolean)
      .map((text) => Buffer.from(hkdfSync("sha256", text, "", "starwire suppressed addresses", 32)));
    known = { of: source, keys };
  }
  return known.keys;
}
