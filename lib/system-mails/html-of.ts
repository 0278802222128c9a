import { escapeHtml } from "@/lib/escape-html";

/** Paragraphs of plain text as simple HTML for mail; a paragraph that is a URL becomes a link. */
export function htmlOf(paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph) => {
    const text = escapeHtml(paragraph);
    return /^https?:\/\/\S+$/.test(paragraph) ? `<p><a href="${text}">${text}</a></p>` : `<p>${text}</p>`;
  });
  return `<!doctype html><html lang="en"><body>${body.join("")}</body></html>`;
}
