import { randomFillSync } from "node:crypto";

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
  | "key"
  | "mail"
  | "aud";

/**
 * `<prefix>_` + 26 characters of Crockford base 32 (a ULID: 48 bits of time, 80 random bits), sortable by creation time;
 * those that this process makes within one millisecond count on from the first, so that what is made together keeps its
 * order (ULID, "Monotonicity").
 */
export function newId(prefix: IdPrefix, nowMs = Date.now()): string {
  let time = "";
  for (let rest = nowMs, place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  last = { time, rest: time === last.time ? oneMore(last.rest) : randomCharacters(16) };
  return `${prefix}_${time}${last.rest}`;
}

let last = { time: "", rest: "" };

/** The next in base 32. Whoever gets past the end of 80 bits within a millisecond begins at 0. */
function oneMore(characters: string): string {
  const at = characters.search(/[^Z]Z*$/);
  const digit = ALPHABET.indexOf(characters.charAt(at));
  const tail = "0".repeat(characters.length - at - 1);
  return at < 0 ? "0".repeat(characters.length) : characters.slice(0, at) + ALPHABET.charAt(digit + 1) + tail;
}

/** Asked of the system a few hundred ids at a time: asking costs more than all the rest. */
const pool = Buffer.alloc(4_096);
let used = pool.length;

function randomCharacters(count: number): string {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let characters = "";
  for (const end = used + count; used < end; used += 1) {
    characters += ALPHABET.charAt((pool[used] ?? 0) & 31);
  }
  return characters;
}
