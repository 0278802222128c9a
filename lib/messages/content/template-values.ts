import type { ValuePlaceholder } from "@/lib/messages/content/placeholders";
import { safeLine, safeName } from "@/lib/messages/content/safe-words";
import type { TemplatePart } from "@/lib/messages/content/template-parts";
import type { SnapshotCustomer } from "@/lib/reviews/review-snapshot";

export type TemplateValues = Record<ValuePlaceholder, string>;

/** What the placeholders of one message stand for, as plain text of one line each. */
export function templateValues(
  project: { name: string; year: string },
  customer: Pick<SnapshotCustomer, "firstName" | "lastName">,
): TemplateValues {
  return {
    first_name: safeName(customer.firstName),
    last_name: safeName(customer.lastName),
    project_name: safeLine(project.name),
    current_year: project.year,
  };
}

/** The text of one value with the space before it, or its fallback's, or nothing. */
export function valueText(part: Extract<TemplatePart, { kind: "value" }>, values: TemplateValues): string {
  const value = values[part.name] || part.fallback;
  return value && part.lead + value;
}
