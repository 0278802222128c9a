import { momentText } from "@/lib/moment-text";

/** The beginning of a URL's text without what can't be kept (see find-unfit.ts): U+0000, and a character cut in half. */
export function plainText(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).replaceAll(/\0|\p{Surrogate}/gu, "");
}

/** A moment of a URL as filters take it; null when it is none. */
export function momentOf(text: string): string | null {
  const ms = Date.parse(text);
  const iso = Number.isNaN(ms) ? "" : new Date(ms).toISOString();
  return momentText().safeParse(iso).success ? iso : null;
}
