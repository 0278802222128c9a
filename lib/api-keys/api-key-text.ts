import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET_LENGTH = 32;
const CHECK_LENGTH = 6;

/** Characters of a key that an operator chose (`BOOTSTRAP_API_KEY`). */
export const OWN_KEY_MIN = 32;

/** What secret scanners look for in source code and logs. */
export const API_KEY_PATTERN = /^swk_[0-9A-Za-z]{38}$/;

/** A fresh API key: `swk_`, 32 base-62 characters (190 random bits), and 6 of a checksum that tells it from chance text. */
export function newApiKeyText(): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () =>
    ALPHABET.charAt(randomInt(ALPHABET.length)),
  ).join("");
  return `swk_${secret}${checksum(secret)}`;
}

/** False for what can't be a key, so that it needs no look-up: one of ours has its checksum, an operator's own is long. */
export function mayBeApiKey(text: string): boolean {
  if (!text.startsWith("swk_")) return text.length >= OWN_KEY_MIN;
  if (!API_KEY_PATTERN.test(text)) return false;
  const secret = text.slice(4, 4 + SECRET_LENGTH);
  return text.endsWith(checksum(secret));
}

/** SHA-256 in hex: what is stored of a key. It is looked up by this hash, so nothing is compared byte by byte. */
export function hashApiKey(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function checksum(secret: string): string {
  let rest = crc32(secret);
  let text = "";
  for (let place = 0; place < CHECK_LENGTH; place += 1) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}
