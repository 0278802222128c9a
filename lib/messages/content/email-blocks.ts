import { slot } from "@/lib/messages/content/email-slots";
import type { TemplatePart } from "@/lib/messages/content/template-parts";

export type EmailBlock = { kind: "paragraph"; lines: string[] } | { kind: "links" };

const LINKS = "\uE000links\uE001";

/** A template's body as the blocks of a mail: paragraphs apart by an empty line, and the rating links. */
export function emailBlocks(parts: readonly TemplatePart[]): EmailBlock[] {
  const text = parts
    .map((part, index) => {
      if (part.kind === "text") return part.text;
      return part.kind === "value" ? slot.value(index) : `\n\n${LINKS}\n\n`;
    })
    .join("");
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) =>
      paragraph === LINKS ? { kind: "links" } : { kind: "paragraph", lines: paragraph.split("\n") },
    );
}
