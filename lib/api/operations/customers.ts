import { z } from "zod";
import { operation } from "@/lib/api/operation";
import { createdQuery, pageAnswer, pageQuery, pageWhere, toPage } from "@/lib/api/page";
import type { Access } from "@/lib/auth/access";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { patchCustomer } from "@/lib/customers/commands/patch-customer";
import { upsertCustomer } from "@/lib/customers/commands/upsert-customer";
import { patchCustomerInput, upsertCustomerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { PAGE_ORDER } from "@/lib/db/list-page";
import type { Customer } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { given } from "@/lib/given";

const tag = "Customers";

const time = z.iso.datetime({ precision: 3 });

const customerAnswer = z
  .object({
    object: z.literal("customer"),
    id: z.string(),
    external_id: z.string().nullable().describe("Your own id of this customer"),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable().describe("E.164, for example +14155550123"),
    company: z.string().nullable(),
    locale: z.string().nullable(),
    tags: z.array(z.string()),
    email_unsubscribed_at: time.nullable(),
    sms_unsubscribed_at: time.nullable(),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: "Customer" });

function show(customer: Customer): z.input<typeof customerAnswer> {
  return {
    object: "customer",
    id: customer.id,
    external_id: customer.externalId,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    company: customer.company,
    locale: customer.locale,
    tags: customer.tags,
    email_unsubscribed_at: customer.emailUnsubscribedAt?.toISOString() ?? null,
    sms_unsubscribed_at: customer.smsUnsubscribedAt?.toISOString() ?? null,
    created_at: customer.createdAt.toISOString(),
    updated_at: customer.updatedAt.toISOString(),
  };
}

async function getCustomer({ projectId }: Access, id: string | undefined) {
  const customer = await db.customer.findFirst({ where: { id: id ?? "", projectId } });
  if (!customer) throw new AppError("not_found");
  return show(customer);
}

export const customerOperations = [
  operation({
    method: "GET",
    path: "/customers",
    id: "listCustomers",
    tag,
    summary: "List customers, newest first",
    permission: "read",
    query: z.object({
      ...pageQuery,
      ...createdQuery,
      externalId: z.string().max(200).optional(),
      email: z.string().max(254).toLowerCase().optional(),
      phone: z.string().max(40).optional().describe("E.164"),
    }),
    status: 200,
    answer: pageAnswer(customerAnswer),
    async handle({ projectId }, { query: { limit, cursor, createdFrom, createdBefore, ...filters } }) {
      const rows = await db.customer.findMany({
        where: {
          projectId,
          ...pageWhere({ cursor, createdFrom, createdBefore }),
          ...given(filters),
        },
        orderBy: PAGE_ORDER,
        take: limit + 1,
      });
      return toPage(rows, limit, show);
    },
  }),
  operation({
    method: "POST",
    path: "/customers",
    id: "upsertCustomer",
    tag,
    summary: "Add a customer, or update the one with this external id, e-mail or phone",
    description:
      "The customer is found by `external_id`, else by `email`, else by `phone`. What isn't given stays as it is. Somebody new needs a name, an `email` or a `phone`.",
    permission: "edit_customers",
    body: upsertCustomerInput,
    status: 200,
    answer: customerAnswer,
    errors: ["conflict"],
    async handle(access, { body }) {
      const { id } = await upsertCustomer(access, body);
      return getCustomer(access, id);
    },
  }),
  operation({
    method: "GET",
    path: "/customers/{id}",
    id: "getCustomer",
    tag,
    summary: "Get a customer",
    permission: "read",
    status: 200,
    answer: customerAnswer,
    handle: (access, { params }) => getCustomer(access, params["id"]),
  }),
  operation({
    method: "PATCH",
    path: "/customers/{id}",
    id: "updateCustomer",
    tag,
    summary: "Change a customer",
    description: "What isn't given stays as it is; null removes a value.",
    permission: "edit_customers",
    body: patchCustomerInput,
    status: 200,
    answer: customerAnswer,
    errors: ["conflict"],
    async handle(access, { params, body }) {
      await patchCustomer(access, params["id"] ?? "", body);
      return getCustomer(access, params["id"]);
    },
  }),
  operation({
    method: "DELETE",
    path: "/customers/{id}",
    id: "eraseCustomer",
    tag,
    summary: "Erase a customer with their requests, messages and reviews",
    permission: "erase_customers",
    status: 204,
    handle: (access, { params }) => eraseCustomer(access, params["id"] ?? ""),
  }),
];
