import type { LinkPlaceholder } from "@/lib/messages/content/placeholders";
import type { TemplatePart } from "@/lib/messages/content/template-parts";
import { type TemplateValues, valueText } from "@/lib/messages/content/template-values";

/** A template as plain text. @param links what stands for the rating links */
export function fillText(
  parts: readonly TemplatePart[],
  values: TemplateValues,
  links: (name: LinkPlaceholder) => string,
): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      return part.kind === "value" ? valueText(part, values) : links(part.name);
    })
    .join("")
    .trim();
}
