import { createHash, randomInt } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTH = 17;

/** A fresh secret of 17 base-62 characters (101 random bits), short enough for an SMS. Shown once; its hash is stored. */
export function newLinkToken(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}

/** False for what can't be a token of ours, so that it needs no look-up. */
export function isLinkToken(text: string): boolean {
  return text.length === LENGTH && /^[0-9A-Za-z]+$/.test(text);
}

/** SHA-256 in hex: what is stored of a token. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
