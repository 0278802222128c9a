import type { MessageChannel, TemplateKind } from "@/lib/db/generated/enums";

/** The words of a message. The subject is of e-mail only. */
export type TemplateWords = { subject: string | null; body: string };

export type Templates = Record<MessageChannel, Record<TemplateKind, TemplateWords>>;

/** What holds while a project has no words of its own. */
export const BUILT_IN_TEMPLATES: Templates = {
  email: {
    request: {
      subject: "How was {{project_name}}?",
      body: `Hi {{first_name|there}},

Thank you for choosing {{project_name}}. How was it? One tap is enough.

{{rating_links}}

Your answer goes straight to us and helps us get better.

{{project_name}}`,
    },
    reminder: {
      subject: "A reminder: how was {{project_name}}?",
      body: `Hi {{first_name|there}},

We would still like to know how it was. One tap is enough.

{{rating_links}}

This is only a reminder; once you have rated we stop asking.

{{project_name}}`,
    },
  },
  sms: {
    request: {
      subject: null,
      body: `Hi {{first_name|there}}, how was {{project_name}}? Tap your rating:
{{rating_links}}
Reply STOP to opt out.`,
    },
    reminder: {
      subject: null,
      body: `Hi {{first_name|there}}, a reminder from {{project_name}}: how was it?
{{rating_links}}
Reply STOP to opt out.`,
    },
  },
};
