import { expect, test } from "vitest";
import { listCustomers } from "@/lib/customers/queries";
import { customerListInput } from "@/lib/customers/schema";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { reviewListInput } from "@/lib/reviews/manage-schema";
import { listReviews } from "@/lib/reviews/queries";
import { createTestDatabase } from "@/prisma/testing/test-database";
import { createTestProject } from "@/prisma/testing/test-project";

await createTestDatabase();

const times = (count: number) => Array.from({ length: count }, (_, index) => new Date(1_000 * (index >> 1)));

test("the customers behind a page whose last one was erased meanwhile, or found by words", async () => {
  const access = await createTestProject();
  const { projectId } = access;
  await db.customer.createMany({
    data: times(60).map((createdAt) => ({ id: newId("cus"), projectId, firstName: "Jane Doe", createdAt })),
  });
  const input = customerListInput.parse({ search: "jane doe" });
  const first = await listCustomers(access, input);
  await db.customer.delete({ where: { id: first.customers.at(-1)?.id ?? "" } });
  const second = await listCustomers(access, { ...input, cursor: first.nextCursor });
  const ids = [...first.customers, ...second.customers].map(({ id }) => id);
  expect([ids.length, new Set(ids).size, second.nextCursor]).toEqual([60, 60, null]);
});

test("the reviews behind a page whose last one was deleted meanwhile", async () => {
  const access = await createTestProject();
  const { projectId } = access;
  const review = { projectId, score: 4, status: "submitted", origin: "api" } as const;
  await db.review.createMany({
    data: times(60).map((at) => ({ ...review, id: newId("rev"), createdAt: at, ratedAt: at, updatedAt: at })),
  });
  const input = reviewListInput.parse({});
  const first = await listReviews(access, input);
  await db.review.delete({ where: { id: first.reviews.at(-1)?.id ?? "" } });
  const second = await listReviews(access, { ...input, cursor: first.nextCursor });
  const ids = [...first.reviews, ...second.reviews].map(({ id }) => id);
  expect([ids.length, new Set(ids).size, second.nextCursor]).toEqual([60, 60, null]);
});

test("what isn't a list's own cursor is refused in words", async () => {
  const access = await createTestProject();
  const input = reviewListInput.parse({ cursor: "rev_1" });
  await expect(listReviews(access, input)).rejects.toMatchObject({ code: "invalid", field: "cursor" });
});
