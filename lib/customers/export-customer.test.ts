import { beforeAll, expect, test, vi } from "vitest";
import { exportCustomer } from "@/lib/customers/export-customer";
import { db } from "@/lib/db/client";
import { removeMessage } from "@/lib/messages/commands/remove-message";
import { findRatingLink } from "@/lib/rating-links/find-rating-link";
import { noteIntent } from "@/lib/rating-links/rating-intents";
import { captureRating } from "@/lib/reviews/commands/capture-rating";
import { suppress } from "@/lib/suppressions/suppress";
import { ask, createMessageProject, tokenOf, useEncryptionKey } from "@/prisma/testing/message-fixture";
import { createTestDatabase } from "@/prisma/testing/test-database";

vi.stubEnv("APP_URL", "https://reviews.example.com");
await createTestDatabase();
beforeAll(useEncryptionKey);

const JANE = { firstName: "Jane", lastName: "Doe", email: "jane@example.com", phone: "+14155550123" };
const JOHN = { firstName: "John", lastName: "Roe", email: "john@example.com" };

/** Jane and John were asked in one project, opened their links and rated; Jane's reminder was removed. */
async function twoPeople() {
  const access = await createMessageProject();
  const people = [];
  for (const customer of [JANE, JOHN]) {
    const asked = await ask(access, { customer, reminders: 1 });
    const [message, reminder] = asked.messages;
    const found = await findRatingLink(await tokenOf(message?.id ?? ""));
    if (found.state !== "open") throw new Error(found.state);
    await noteIntent(found.link, {
      score: 1,
      reasons: ["automation"],
      userAgent: `${customer.firstName}'s scanner`,
    });
    await captureRating(found.link, 4);
    people.push({ ...asked, reminder: reminder?.id ?? "" });
  }
  const [jane, john] = people;
  if (!jane || !john) throw new Error("Nobody was asked.");
  await removeMessage(access, jane.reminder);
  await suppress(db, { projectId: access.projectId, channel: "sms", address: JANE.phone }, "stopped");
  return { access, jane, john };
}

test("a person gets everything that is kept about them, and nothing about anybody else", async () => {
  const { access, jane, john } = await twoPeople();
  const data = await exportCustomer(access, jane.customerId);

  expect(data.customer).toMatchObject({ ...JANE, id: jane.customerId });
  expect(data.requests).toMatchObject([{ id: jane.requestId }]);
  expect(data.messages).toMatchObject([
    { id: jane.messages[0]?.id, to: JANE.email, clickedAt: expect.any(Date) },
  ]);
  expect(data.messages[0]?.content?.text).toContain("Hi Jane,");
  expect(data.reviews).toMatchObject([{ score: 4, requestId: jane.requestId }]);
  expect(data.openings).toMatchObject([{ score: 1, reasons: ["automation"], userAgent: "Jane's scanner" }]);
  expect(data.suppressions).toMatchObject([{ channel: "sms", reason: "stopped" }]);
  expect(data.events).toContainEqual(
    expect.objectContaining({
      type: "message-deleted",
      data: expect.objectContaining({ id: jane.reminder }),
    }),
  );

  const text = JSON.stringify(data);
  for (const foreign of [JOHN.email, "John", john.customerId, john.requestId])
    expect(text).not.toContain(foreign);
  for (const inner of ["sendToken", "tokenHash", "isDemo", "projectId"]) expect(text).not.toContain(inner);
});

test("somebody of another project is not found", async () => {
  const { jane } = await twoPeople();
  const stranger = await createMessageProject();
  for (const id of [jane.customerId, "cus_unknown"]) {
    await expect(exportCustomer(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  }
});
