import { customerName } from "@/lib/customers/customer-name";
import type { Tx } from "@/lib/db/client";
import type { Customer } from "@/lib/db/generated/client";
import type { MessageChannel } from "@/lib/db/generated/enums";
import { AppError } from "@/lib/errors";
import { addressOf, refusalOf } from "@/lib/messages/refusal";
import type { AskManyInput } from "@/lib/requests/schema";
import { findSuppressions } from "@/lib/suppressions/find-suppressions";

export type Reached = { customer: Customer; channel: MessageChannel; to: string };

/** `name`: what people call the customer. */
export type Refused = { customerId: string; name: string; sentence: string };

/**
 * Which customers of a project can be asked, where, and why the others can't. Two queries for any number.
 * @throws AppError `not_found` when none of them is the project's
 */
export async function sortOut(
  client: Tx,
  projectId: string,
  ids: string[],
  wanted: AskManyInput["channel"],
): Promise<{ reached: Reached[]; refused: Refused[] }> {
  const customers = await client.customer.findMany({ where: { id: { in: ids }, projectId } });
  if (customers.length === 0) throw new AppError("not_found");
  const targets = customers.map((customer) => targetOf(customer, wanted));
  const suppressions = await findSuppressions(client, projectId, targets.flatMap(withAddress));
  const reached: Reached[] = [];
  const refused: Refused[] = [];
  for (const { customer, channel, address } of targets) {
    const suppression = address === null ? null : suppressions.reasonFor(channel, address);
    const sentence = refusalOf(customer, channel, suppression);
    if (address !== null && sentence === null) reached.push({ customer, channel, to: address });
    else refused.push({ customerId: customer.id, name: customerName(customer), sentence: sentence ?? "" });
  }
  const known = new Set(customers.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  return { reached, refused: [...refused, ...unknown.map(notThere)] };
}

type Target = { customer: Customer; channel: MessageChannel; address: string | null };

/** `either`: by e-mail where there is one, else by SMS. */
function targetOf(customer: Customer, wanted: AskManyInput["channel"]): Target {
  const channel = wanted === "either" ? (customer.email === null ? "sms" : "email") : wanted;
  return { customer, channel, address: addressOf(customer, channel) };
}

function withAddress({ channel, address }: Target): { channel: MessageChannel; address: string }[] {
  return address === null ? [] : [{ channel, address }];
}

function notThere(customerId: string): Refused {
  return {
    customerId,
    name: "Unknown customer",
    sentence: "This customer doesn't exist, or not in this project.",
  };
}
