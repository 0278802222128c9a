import { describe, expect, test } from "vitest";
import { eraseCustomer } from "@/lib/customers/commands/erase-customer";
import { addCustomer, editCustomer } from "@/lib/customers/commands/save-customer";
import { listCustomers } from "@/lib/customers/queries";
import { customerInput, customerListInput, type CustomerForm } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { addReview } from "@/lib/reviews/commands/add-review";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

const parse = (form: CustomerForm) => customerInput.parse(form);
const list = (search: string) => customerListInput.parse({ search });

describe("addCustomer", () => {
  test("keeps names of every kind, the e-mail in lower case and the phone as E.164", async () => {
    const access = await createTestProject();
    const { id } = await addCustomer(
      access,
      parse({
        firstName: "ليلى 🥐",
        lastName: "<b>x</b>".repeat(25),
        email: "Jane@Example.com",
        phone: "(415) 555-0123",
      }),
    );
    const customer = await db.customer.findUniqueOrThrow({ where: { id } });
    expect(customer).toMatchObject({
      firstName: "ليلى 🥐",
      lastName: "<b>x</b>".repeat(25),
      email: "jane@example.com",
      phone: "+14155550123",
    });
  });

  test("of twenty at once with one e-mail, one is kept and the others are told", async () => {
    const access = await createTestProject();
    const tries = Array.from({ length: 20 }, () => addCustomer(access, parse({ email: "jane@example.com" })));
    const settled = await Promise.allSettled(tries);
    const refused = settled.filter((result) => result.status === "rejected").map((result) => result.reason);
    expect(refused).toHaveLength(19);
    expect(refused.every((error) => error.code === "conflict" && error.field === "email")).toBe(true);
  });

  test.each([
    [{ firstName: "Jane", phone: "12" }, "phone"],
    [{ firstName: "x".repeat(201) }, "firstName"],
    [{ email: "not an address" }, "email"],
    [{ firstName: "  " }, "firstName"],
  ])("refuses %j at its field and writes nothing", async (form, field) => {
    const access = await createTestProject();
    const parsed = customerInput.safeParse(form);
    const refusedAt = parsed.success
      ? await addCustomer(access, parsed.data).catch((error: { field?: string }) => error.field)
      : parsed.error.issues[0]?.path.join(".");
    expect(refusedAt).toBe(field);
    expect(await db.customer.count({ where: { projectId: access.projectId } })).toBe(0);
  });
});

test("a customer of another project is neither found, changed nor erased", async () => {
  const mine = await createTestProject();
  const other = await createTestProject();
  const { id } = await addCustomer(other, parse({ firstName: "Jane" }));
  await expect(editCustomer(mine, id, parse({ firstName: "Joe" }))).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(eraseCustomer(mine, id)).rejects.toMatchObject({ code: "not_found" });
  expect((await listCustomers(mine, list(""))).customers).toEqual([]);
  expect((await listCustomers(other, list("jan"))).customers).toHaveLength(1);
});

test.each(["100%", "a_b", "C:\\\\", "%", "_"])(
  "a search for %j finds what holds it, and nothing else",
  async (word) => {
    const access = await createTestProject();
    await addCustomer(access, parse({ firstName: "100 per cent", lastName: "axb", company: "C: or D" }));
    const { id } = await addCustomer(access, parse({ firstName: `The ${word} shop` }));
    const { customers } = await listCustomers(access, list(word));
    expect(customers.map((customer) => customer.id)).toEqual([id]);
  },
);

test("erasing tells webhooks once for each review, without personal data, and drops what was still to be sent", async () => {
  const access = await createTestProject();
  await db.webhook.create({
    data: { id: "whk_erase", projectId: access.projectId, url: "https://example.com/", lane: { create: {} } },
  });
  const { id } = await addCustomer(access, parse({ firstName: "Jane", email: "jane.private@example.com" }));
  const review = await addReview(access, {
    score: 4,
    body: "Private words",
    customerId: id,
    reviewerName: null,
    origin: "manual",
    ratedAt: new Date(),
    isDemo: false,
  });

  await eraseCustomer(access, id);

  expect(await db.customer.count({ where: { id } })).toBe(0);
  expect(await db.review.count({ where: { id: review.id } })).toBe(0);
  const deliveries = await db.delivery.findMany({
    where: { resourceId: review.id },
    orderBy: { revision: "asc" },
    include: { event: true },
  });
  expect(deliveries.map(({ eventType, status }) => [eventType, status])).toEqual([
    ["review-created", "canceled"],
    ["review-deleted", "waiting"],
  ]);
  const last = JSON.parse(deliveries[1]?.event.body ?? "");
  expect(last).toMatchObject({
    reason: "privacy_erasure",
    data: { revision: 2, body: null, customer: null },
  });
  expect(deliveries[1]?.event.body).not.toMatch(/Jane|private|Private/);
});
