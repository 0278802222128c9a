import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { MIRROR_STATEMENT } from "@/lib/webhooks/guide/mirror-statement";
import { createTestDatabase } from "@/prisma/testing/test-database";

await createTestDatabase();

test("the guide's statement keeps the newest revision, whatever comes twice or late", async () => {
  const [table = "", ...statement] = MIRROR_STATEMENT.split("\n");
  await db.$executeRawUnsafe(table.replace(/^-- (.*);$/, "$1"));
  for (const revision of [1, 3, 2, 3, 1, 4, 2])
    await db.$executeRawUnsafe(statement.join("\n"), "rev_1", revision, { revision });
  await db.$executeRawUnsafe(statement.join("\n"), "rev_2", 1, { revision: 1 });
  expect(await db.$queryRawUnsafe("select id, revision, data from mirror order by id")).toEqual([
    { id: "rev_1", revision: 4, data: { revision: 4 } },
    { id: "rev_2", revision: 1, data: { revision: 1 } },
  ]);
});
