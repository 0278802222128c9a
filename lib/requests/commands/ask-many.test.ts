import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { askMany } from "@/lib/requests/commands/ask-many";
import { askManyInput } from "@/lib/requests/schema";
import { suppress } from "@/lib/suppressions/suppress";
import {
  countRows,
  createMessageProject,
  eventsOf,
  useEncryptionKey,
} from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

type Person = { firstName: string; email?: string; phone?: string };

async function addCustomers(projectId: string, people: Person[]): Promise<string[]> {
  const data = people.map((person) => ({ id: newId("cus"), projectId, ...person }));
  await db.customer.createMany({ data });
  return data.map(({ id }) => id);
}

test("asks those who can be asked, by e-mail or else SMS, and says why of the others", async () => {
  const access = await createMessageProject("manager");
  const other = await createMessageProject();
  const [mail = "", phone = "", none = "", stopped = ""] = await addCustomers(access.projectId, [
    { firstName: "Jane", email: "jane@example.com", phone: "+14155550123" },
    { firstName: "Joe", phone: "+14155550124" },
    { firstName: "Nobody" },
    { firstName: "Sam", email: "sam@example.com" },
  ]);
  const [foreign = ""] = await addCustomers(other.projectId, [
    { firstName: "Zoe", email: "zoe@example.com" },
  ]);
  const { projectId } = access;
  await suppress(db, { projectId, channel: "email", address: "sam@example.com" }, "bounced");
  const customerIds = [mail, phone, none, stopped, foreign, "cus_unknown", mail];

  const result = await askMany(access, askManyInput.parse({ customerIds, channel: "either", reminders: 1 }));

  expect(result.asked).toBe(2);
  expect(result.refused).toEqual(
    expect.arrayContaining([
      { customerId: none, name: "Nobody", sentence: "This customer has no phone number." },
      { customerId: stopped, name: "Sam", sentence: expect.stringMatching(/can't be delivered/) },
      { customerId: foreign, name: "Unknown customer", sentence: expect.stringMatching(/doesn't exist/) },
      {
        customerId: "cus_unknown",
        name: "Unknown customer",
        sentence: expect.stringMatching(/doesn't exist/),
      },
    ]),
  );
  expect(result.refused).toHaveLength(4);
  const messages = await db.message.findMany({ where: { projectId }, orderBy: { sequence: "asc" } });
  expect(messages.map(({ customerId, channel }) => [customerId, channel])).toEqual(
    expect.arrayContaining([
      [mail, "email"],
      [phone, "sms"],
    ]),
  );
  expect(messages).toHaveLength(4);
  expect(await eventsOf(access)).toHaveLength(4);
  expect(await countRows(other.projectId)).toEqual([1, 0, 0, 0]);
});

test("500 customers with three reminders are 2,000 messages, each with link, content, event and delivery", async () => {
  const access = await createMessageProject();
  const people = Array.from({ length: 500 }, (_, at) => ({
    firstName: `Jane ${at}`,
    email: `jane.${at}@example.com`,
  }));
  const customerIds = await addCustomers(access.projectId, people);
  const { asked, refused } = await askMany(
    access,
    askManyInput.parse({ customerIds, channel: "email", reminders: 3 }),
  );
  expect([asked, refused]).toEqual([500, []]);
  expect(await countRows(access.projectId)).toEqual([500, 500, 2_000, 2_000]);
  const of = { where: { projectId: access.projectId } };
  expect(await db.ratingLink.count(of)).toBe(2_000);
  expect(await db.delivery.count(of)).toBe(2_000);
  expect(await db.messageContent.count({ where: { message: { projectId: access.projectId } } })).toBe(2_000);
}, 120_000);

test("customers of another project alone are not found", async () => {
  const access = await createMessageProject();
  const other = await createMessageProject();
  const customerIds = await addCustomers(other.projectId, [{ firstName: "Zoe", email: "zoe@example.com" }]);
  const asking = askMany(access, askManyInput.parse({ customerIds, channel: "email" }));
  await expect(asking).rejects.toMatchObject({ code: "not_found" });
  expect(await countRows(access.projectId)).toEqual([0, 0, 0, 0]);
});

test("a time that has passed asks nobody", async () => {
  const access = await createMessageProject();
  const customerIds = await addCustomers(access.projectId, [
    { firstName: "Jane", email: "jane@example.com" },
  ]);
  const input = askManyInput.parse({ customerIds, channel: "email", sendAt: "2020-01-01T00:00:00Z" });
  await expect(askMany(access, input)).rejects.toMatchObject({ code: "invalid", field: "sendAt" });
  expect(await countRows(access.projectId)).toEqual([1, 0, 0, 0]);
});
