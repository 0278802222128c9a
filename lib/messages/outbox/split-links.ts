const LINK = /https?:\/\/[^\s<>"]+/g;
const AFTER_A_LINK = /[.,;:!?)\]]+$/;

/** Text cut into plain parts and web links, in order; joined they are the text again. */
export function splitLinks(text: string): { text: string; isLink: boolean }[] {
  const parts: { text: string; isLink: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(AFTER_A_LINK, "");
    parts.push({ text: text.slice(end, match.index), isLink: false }, { text: link, isLink: true });
    end = match.index + link.length;
  }
  return [...parts, { text: text.slice(end), isLink: false }].filter((part) => part.text !== "");
}
