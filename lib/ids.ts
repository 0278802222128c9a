import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type IdPrefix =
  | "usr"
  | "prj"
  | "sil"
  | "cus"
  | "req"
  | "lnk"
  | "int"
  | "rev"
  | "msg"
  | "rpt"
  | "whk"
  | "whs"
  | "pau"
  | "evt"
  | "rpl"
  | "mail"
  | "aud";

/** `<prefix>_` + 26 characters of Crockford base 32 (a ULID: 48 bits of time, 80 random bits), sortable by creation time. */
export function newId(prefix: IdPrefix, nowMs = Date.now()): string {
  let time = "";
  for (let rest = nowMs, place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte & 31)).join("");
  return `${prefix}_${time}${random}`;
}
