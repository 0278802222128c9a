const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Co}/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A scheme, "www.", a path or an address behind a dot: what mail programs turn into a link. */
const LINK_WORD =
  /^(?:[a-z][a-z0-9+.-]{2,}:\S|www\.)|[.\u3002]\S*[/@:]|@\S*[.\u3002]|[.\u3002](?:com|net|org|info|biz|app|dev|xyz|top|site|online|shop|club|link|click|page|store|live|icu|[a-z]{2})[^\p{L}\p{N}]*$/iu;

/**
 * One line of text that does no harm in a subject or a sentence: control characters and line breaks become spaces,
 * characters that turn the direction of what follows go.
 */
export function safeLine(text: string): string {
  return text.replaceAll(CONTROL, " ").replaceAll(BIDI, "").replaceAll(/ {2,}/g, " ").trim();
}

/**
 * A person's name for a message. What looks like a link is left out: a "customer" named "Win at evil.example" would
 * make us send an advertisement (docs of spam filters call it form spam). A dot between two words is followed by a
 * space, so that nothing else becomes a link either.
 */
export function safeName(name: string | null): string {
  const safe = safeLine(name ?? "")
    .split(" ")
    .filter((word) => !LINK_WORD.test(word))
    .map((word) => word.replaceAll(/([.\u3002])(?=[\p{L}\p{N}])/gu, "$1 "))
    .join(" ");
  return VISIBLE.test(safe) ? safe : "";
}
