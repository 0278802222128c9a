import { expect, test } from "vitest";
import type { Access } from "@/lib/auth/access";
import { patchCustomer } from "@/lib/customers/commands/patch-customer";
import { addCustomer } from "@/lib/customers/commands/save-customer";
import { customerInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";
import { untilBlocked } from "@/prisma/testing/until-blocked";

await createTestDatabase();

async function addJane(access: Access) {
  const jane = customerInput.parse({ firstName: "Jane", email: "jane@example.com", tags: ["regular"] });
  return addCustomer(access, jane);
}

test("what isn't given stays as it is, also as another change of the same customer left it meanwhile", async () => {
  const access = await createTestProject();
  const { id } = await addJane(access);
  let patched: Promise<void> | undefined;
  await db.$transaction(async (tx) => {
    await tx.customer.update({ where: { id }, data: { firstName: "Joan", tags: ["new"] } });
    patched = patchCustomer(access, id, { company: "Acme", phone: "(415) 555-0123" });
    await untilBlocked();
  });
  await patched;
  expect(await db.customer.findUniqueOrThrow({ where: { id } })).toMatchObject({
    firstName: "Joan",
    tags: ["new"],
    email: "jane@example.com",
    company: "Acme",
    phone: "+14155550123",
  });
});

test("a customer keeps something to be called by, and a stranger's is not found", async () => {
  const access = await createTestProject();
  const { id } = await addJane(access);
  await expect(patchCustomer(access, id, { firstName: null, email: null })).rejects.toMatchObject({
    code: "invalid",
    field: "firstName",
  });
  await expect(patchCustomer(await createTestProject(), id, { firstName: "Joe" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await db.customer.findUniqueOrThrow({ where: { id } })).toMatchObject({
    firstName: "Jane",
    email: "jane@example.com",
  });
});

test("two changes at once don't take away the last things that a customer is called by", async () => {
  const access = await createTestProject();
  const { id } = await addJane(access);
  let patched: Promise<unknown> | undefined;
  await db.$transaction(async (tx) => {
    await tx.customer.update({ where: { id }, data: { email: null } });
    patched = patchCustomer(access, id, { firstName: null }).catch((error: unknown) => error);
    await untilBlocked();
  });
  expect(await patched).toMatchObject({ code: "invalid", field: "firstName" });
  expect(await db.customer.findUniqueOrThrow({ where: { id } })).toMatchObject({ firstName: "Jane" });
});

test("an e-mail address of another customer is refused at its field", async () => {
  const access = await createTestProject();
  await addJane(access);
  const { id } = await addCustomer(access, customerInput.parse({ firstName: "Joe" }));
  await expect(patchCustomer(access, id, { email: "jane@example.com" })).rejects.toMatchObject({
    code: "conflict",
    field: "email",
  });
});
