import type { MessageTemplate } from "@/lib/db/generated/client";
import { BUILT_IN_TEMPLATES, type Templates } from "@/lib/messages/content/built-in-templates";

/** A project's own words where it has them, the built-in ones elsewhere. */
export function toTemplates(
  stored: readonly Pick<MessageTemplate, "channel" | "kind" | "subject" | "body">[],
): Templates {
  const templates: Templates = { email: { ...BUILT_IN_TEMPLATES.email }, sms: { ...BUILT_IN_TEMPLATES.sms } };
  for (const { channel, kind, subject, body } of stored) templates[channel][kind] = { subject, body };
  return templates;
}
