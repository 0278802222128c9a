import type { BUILT_IN_TEMPLATES } from "@/lib/messages/content/built-in-templates";

type Channel = keyof typeof BUILT_IN_TEMPLATES;
type Kind = keyof (typeof BUILT_IN_TEMPLATES)[Channel];

/** One of a project's four templates, as its tab names it. */
export type TemplateTab = { value: string; label: string; channel: Channel; kind: Kind };

/** The templates in the order of their tabs. */
export const TEMPLATE_TABS = [
  { value: "email-request", label: "E-mail", channel: "email", kind: "request" },
  { value: "email-reminder", label: "E-mail reminder", channel: "email", kind: "reminder" },
  { value: "sms-request", label: "SMS", channel: "sms", kind: "request" },
  { value: "sms-reminder", label: "SMS reminder", channel: "sms", kind: "reminder" },
] as const satisfies readonly TemplateTab[];
