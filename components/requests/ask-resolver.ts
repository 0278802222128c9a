import type { FieldErrors, Resolver } from "react-hook-form";
import { customerInput } from "@/lib/customers/schema";
import { toAskForm, toCustomer, type AskValues } from "@/lib/requests/ask-values";
import { askInput } from "@/lib/requests/schema";

/** Checks the form by `askInput`, and says at each field what is wrong with it. */
export function askResolver(customerId: string | null, timeZone: string): Resolver<AskValues> {
  return (values) => {
    const issues = customerId === null ? personIssues(values) : [];
    const asked = askInput.safeParse(toAskForm(values, customerId, timeZone));
    if (!asked.success)
      issues.push(...asked.error.issues.map(({ path, message }) => [String(path[0]), message] as const));
    const errors: FieldErrors<AskValues> = {};
    for (const [field, message] of issues)
      if (field in values) errors[field as keyof AskValues] ??= { type: "invalid", message };
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

function personIssues(values: AskValues): (readonly [field: string, sentence: string])[] {
  const person = customerInput.safeParse(toCustomer(values));
  const issues = (person.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const);
  if (values.channel === "email" && values.email.trim() === "")
    issues.unshift(["email", "Enter the e-mail address to write to."]);
  if (values.channel === "sms" && values.phone.trim() === "")
    issues.unshift(["phone", "Enter the mobile number to write to."]);
  return issues;
}
