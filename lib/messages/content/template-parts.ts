import { isLinkPlaceholder, isValuePlaceholder } from "@/lib/messages/content/placeholders";
import type { LinkPlaceholder, ValuePlaceholder } from "@/lib/messages/content/placeholders";

export type TemplatePart =
  | { kind: "text"; text: string }
  /** `lead` is the space before it, which goes when there is no value: "Hi {{first_name}}," becomes "Hi,". */
  | { kind: "value"; name: ValuePlaceholder; fallback: string; lead: "" | " " }
  | { kind: "links"; name: LinkPlaceholder };

const PLACEHOLDER = /\{\{\s*([a-z_]+)\s*(?:\|([^{}\n]*))?\}\}/gi;

/** In no text: control characters but for tab and line break, and the private-use ones that `email-slots.ts` is made of. */
const RESERVED = /(?![\t\n])\p{Cc}|\p{Co}/gu;

/**
 * A template taken apart. `{{name}}` and `{{name|fallback}}`; capitals and spaces inside the braces don't matter.
 * A name that isn't known stays text, as it was typed.
 */
export function templateParts(template: string): TemplatePart[] {
  const source = template.replaceAll(/\r\n?/g, "\n").replaceAll(RESERVED, "");
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const match of source.matchAll(PLACEHOLDER)) {
    const name = (match[1] ?? "").toLowerCase();
    const isValue = isValuePlaceholder(name);
    if (!isValue && !isLinkPlaceholder(name)) continue;
    const before = source.slice(at, match.index);
    const lead = isValue && before.endsWith(" ") ? " " : "";
    const text = lead ? before.slice(0, -1) : before;
    if (text) parts.push({ kind: "text", text });
    parts.push(
      isValue ? { kind: "value", name, fallback: (match[2] ?? "").trim(), lead } : { kind: "links", name },
    );
    at = match.index + match[0].length;
  }
  if (at < source.length) parts.push({ kind: "text", text: source.slice(at) });
  return parts;
}
