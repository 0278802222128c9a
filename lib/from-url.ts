import { momentText } from "@/lib/moment-text";

/** Text of a URL without the character U+0000, which Postgres doesn't take. */
export function plainText(text: string): string {
  return text.replaceAll("\0", "");
}

/** A moment of a URL as filters take it; null when it is none. */
export function momentOf(text: string): string | null {
  const ms = Date.parse(text);
  const iso = Number.isNaN(ms) ? "" : new Date(ms).toISOString();
  return momentText().safeParse(iso).success ? iso : null;
}
