import { z } from "zod";
import { upsertCustomerInput } from "@/lib/customers/schema";

/** Customers asked in one go from the list. */
export const ASK_MANY_MAX = 500;

const id = z.string().min(1).max(100);

const channel = z.enum(["email", "sms"], "Choose e-mail or SMS.");

const when = {
  /** Null = now. */
  sendAt: z.iso
    .datetime({ offset: true, error: "Enter a date and time." })
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
  reminders: z.int().min(0).max(3, "A request has at most 3 reminders.").default(0),
};

/** One ask for one customer, who is saved on the way: found again by id, own id, e-mail or phone. */
export const askInput = z.object({
  customer: z.union([z.object({ id }), upsertCustomerInput]),
  channel,
  ...when,
  /** "Send now anyway": an SMS that doesn't wait for the end of quiet hours. Owners and admins only. */
  ignoreQuietHours: z.boolean().default(false),
});

export type AskForm = z.input<typeof askInput>;
export type AskInput = z.output<typeof askInput>;

/** One ask for each of many customers. `either`: by e-mail where there is one, else by SMS. */
export const askManyInput = z.object({
  customerIds: z
    .array(id)
    .min(1, "Choose at least one customer.")
    .max(ASK_MANY_MAX, `Choose at most ${ASK_MANY_MAX} customers.`),
  channel: z.enum(["email", "sms", "either"]),
  ...when,
});

export type AskManyForm = z.input<typeof askManyInput>;
export type AskManyInput = z.output<typeof askManyInput>;

export const requestIdInput = z.object({ id });

/**
 * One ask as programs make it: `channels: []` sends nothing and answers the customer's rating links, so there is nothing
 * to plan or to remind of.
 */
export const createRequestInput = z
  .object({
    customer: z.union([z.object({ id }), upsertCustomerInput]),
    channels: z.array(channel).max(1, "A request goes out on one channel."),
    ...when,
  })
  .superRefine(({ channels, sendAt, reminders }, context) => {
    if (channels.length > 0) return;
    const message = "Nothing is sent with `channels: []`, so leave this out.";
    if (sendAt !== null) context.addIssue({ code: "custom", path: ["sendAt"], message });
    if (reminders > 0) context.addIssue({ code: "custom", path: ["reminders"], message });
  });
