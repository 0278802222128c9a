import { z } from "zod";

const optionalText = (max: number, sentence: string) =>
  z
    .string()
    .trim()
    .max(max, sentence)
    .transform((text) => text || null)
    .nullable();

const fields = {
  externalId: optionalText(200, "Use at most 200 characters for your own id."),
  firstName: optionalText(200, "Use at most 200 characters for the first name."),
  lastName: optionalText(200, "Use at most 200 characters for the last name."),
  email: z
    .union([z.literal(""), z.email("This isn't an e-mail address, for example jane@example.com.").max(254)])
    .transform((text) => text.toLowerCase() || null)
    .nullable(),
  phone: optionalText(40, "This isn't a phone number, for example +14155550123."),
  company: optionalText(200, "Use at most 200 characters for the company."),
  tags: z.array(z.string().trim().min(1).max(60)).max(50, "Use at most 50 tags."),
};

export const NAMELESS = "Enter a name, an e-mail address or a phone number.";
const namelessIssue = { message: NAMELESS, path: ["firstName"] };

/** True when there is something to call a customer by. */
export function hasName(customer: {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
}): boolean {
  return Boolean(customer.firstName || customer.lastName || customer.email || customer.phone);
}

const wholeCustomer = z.object({
  externalId: fields.externalId.default(null),
  firstName: fields.firstName.default(null),
  lastName: fields.lastName.default(null),
  email: fields.email.default(null),
  phone: fields.phone.default(null),
  company: fields.company.default(null),
  tags: fields.tags.default([]),
});

/** What people and programs may say about a customer. Empty text counts as not given. */
export const customerInput = wholeCustomer.refine(hasName, namelessIssue);

/** The same of one who may be known already: then their own id alone says who is meant. */
export const upsertCustomerInput = wholeCustomer.refine(
  (customer) => hasName(customer) || customer.externalId !== null,
  namelessIssue,
);

/** What programs may change in a customer: what isn't given stays as it is, null or empty text removes it. */
export const patchCustomerInput = z.object(fields).partial();

export type PatchCustomerInput = z.output<typeof patchCustomerInput>;

export type CustomerInput = z.output<typeof customerInput>;
export type CustomerForm = z.input<typeof customerInput>;

export const customerId = z.object({ id: z.string().min(1).max(100) });

export const editCustomerInput = z.object({ id: z.string().min(1).max(100), customer: customerInput });

export const CUSTOMER_FILTERS = [
  "all",
  "requested",
  "not_requested",
  "rated",
  "submitted",
  "unsubscribed",
] as const;

export const customerListInput = z.object({
  search: z.string().trim().max(200).default(""),
  filter: z.enum(CUSTOMER_FILTERS).default("all"),
  cursor: z.string().max(100).nullable().default(null),
});

export type CustomerListInput = z.output<typeof customerListInput>;

export const subscriptionInput = z.object({
  id: z.string().min(1).max(100),
  channel: z.enum(["email", "sms"]),
  isSubscribed: z.boolean(),
});

export type SubscriptionInput = z.output<typeof subscriptionInput>;
