const PREVIEW_MAX = 140;

/** The first 140 characters of a message's text on one line, links removed (product.md, section 4). */
export function previewText(text: string): string {
  const line = text
    .replaceAll(/\bhttps?:\/\/\S+/gi, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return Array.from(line).slice(0, PREVIEW_MAX).join("").trimEnd();
}

/** Whether a preview leaves something out: only then is it this long, or one less where a space stood at its end. */
export function isCutPreview(preview: string): boolean {
  return Array.from(preview).length >= PREVIEW_MAX - 1;
}
