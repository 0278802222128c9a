import { z } from "zod";
import { bodyProblem, subjectProblem } from "@/lib/messages/content/check-template";
import { safeLine } from "@/lib/messages/content/safe-words";

const BODY_MAX = { email: 5_000, sms: 1_000 } as const;
const LAST_MINUTE = 1_439;

const tooLong = (max: number) => `Use at most ${max.toLocaleString("en")} characters.`;

const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .transform((text) => text.replaceAll(/\r\n?/g, "\n"));

const noProblem =
  (problemOf: (text: string) => string | null) =>
  (text: string, context: z.RefinementCtx): void => {
    const message = problemOf(text);
    if (message) context.addIssue({ code: "custom", message });
  };

const subject = z
  .string()
  .trim()
  .min(1, "Enter the subject.")
  .max(200, tooLong(200))
  .superRefine(noProblem(subjectProblem));

const body = (channel: "email" | "sms") =>
  lines(BODY_MAX[channel]).superRefine(noProblem((text) => bodyProblem(channel, text)));

const emailWords = z.object({ subject, body: body("email") });
const smsWords = z.object({ subject: z.null(), body: body("sms") });
const linkStyle = z.enum(["stars", "button"]);
const postalAddress = lines(500);
const senderName = z.string().max(100, tooLong(100)).transform(safeLine);

const replyTo = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z.union([
      z.literal(""),
      z.email("This isn't an e-mail address, for example hello@example.com.").max(254, tooLong(254)),
    ]),
  )
  .transform((text) => text || null);

const minuteOfDay = z.int("Enter a time, for example 09:00.").min(0).max(LAST_MINUTE);

const reminderDays = z
  .array(z.int("Enter a number of days.").min(1, "At least 1 day.").max(90, "At most 90 days."))
  .length(3)
  .superRefine((days, context) => {
    days.forEach((day, index) => {
      if (index > 0 && day <= (days[index - 1] ?? 0)) {
        context.addIssue({ code: "custom", message: "Later than the one before.", path: [index] });
      }
    });
  });

/** How a project's messages are sent, and what they say. Placeholders are checked. */
export const messageSettingsInput = z.object({
  /** Empty: the project's name. */
  senderName,
  replyTo,
  postalAddress,
  linkStyle,
  reminderDays,
  smsFromMinute: minuteOfDay,
  smsUntilMinute: minuteOfDay,
  templates: z.object({
    email: z.object({ request: emailWords, reminder: emailWords }),
    sms: z.object({ request: smsWords, reminder: smsWords }),
  }),
});

export type MessageSettingsForm = z.input<typeof messageSettingsInput>;
export type MessageSettingsInput = z.output<typeof messageSettingsInput>;

const typed = (max: number) => z.string().max(max, tooLong(max));

/** Words as they are typed at the moment, which need not be right yet. */
export const previewInput = z.object({
  channel: z.enum(["email", "sms"]),
  subject: typed(1_000),
  body: typed(10_000),
  senderName: typed(1_000),
  postalAddress: typed(5_000),
  linkStyle,
});

export type PreviewInput = z.output<typeof previewInput>;

/** A mail as it is typed at the moment, for a member of the project. */
export const testMailInput = z.object({
  userId: z.string().min(1, "Choose who gets it.").max(100),
  subject,
  body: body("email"),
  senderName,
  postalAddress,
  linkStyle,
});

export type TestMailInput = z.output<typeof testMailInput>;
